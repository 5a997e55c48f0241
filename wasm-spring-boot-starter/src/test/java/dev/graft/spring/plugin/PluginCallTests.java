package dev.graft.spring.plugin;

import java.nio.file.Path;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.spring.PluginDirectoryFixture;
import dev.graft.spring.Types;
import dev.graft.spring.WasmContext;
import dev.graft.spring.WasmPlugin;
import dev.graft.spring.WatPlugins;
import dev.graft.spring.canonical.CanonicalAbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class PluginCallTests {

	@TempDir
	Path path;

	private PluginDirectoryFixture directory = new PluginDirectoryFixture(Path.of(""));

	@BeforeEach
	void putPluginInPlace() {
		this.directory = new PluginDirectoryFixture(this.path).put("types.wat", WatPlugins.types());
	}

	private ApplicationContextRunner runner() {
		return WasmContext.runner()
			.withUserConfiguration(WasmContext.WithTypes.class)
			.withPropertyValues(this.directory.property());
	}

	@Test
	void everyTypeCrossesBothWays() {
		runner().run((context) -> {
			Types types = context.getBean(Types.class);
			assertThat(types.negate(true)).isFalse();
			assertThat(types.negate(false)).isTrue();
			assertThat(types.nextByte(Byte.MAX_VALUE)).isEqualTo(Byte.MIN_VALUE);
			assertThat(types.nextShort((short) -2)).isEqualTo((short) -1);
			assertThat(types.nextInt(41)).isEqualTo(42);
			assertThat(types.nextLong(Integer.MAX_VALUE)).isEqualTo(1L << 31);
			assertThat(types.halfFloat(3)).isEqualTo(1.5f);
			assertThat(types.halfDouble(-1)).isEqualTo(-0.5);
			assertThat(types.echoText("Grüße \uD83D\uDE00")).isEqualTo("Grüße \uD83D\uDE00");
			assertThat(types.echoText("")).isEmpty();
			assertThat(types.echoBytes(new byte[] { 0, -1 })).containsExactly(0, -1);
			types.nothing();
		});
	}

	@Test
	void theGuestIsToldWhenItsTextHasBeenRead() {
		runner().run((context) -> {
			Types types = context.getBean(Types.class);
			types.echoText("one");
			types.echoText("two");
			assertThat(types.frees()).isEqualTo(2);
		});
	}

	@Test
	void defaultMethodsStayJava() {
		runner().run((context) -> assertThat(context.getBean(Types.class).shout("hello")).isEqualTo("hello!"));
	}

	@Test
	void aProxyIsAnObjectOfItsOwn() {
		runner().run((context) -> {
			Types types = context.getBean(Types.class);
			assertThat(types).isEqualTo(context.getBean("types")).hasSameHashCodeAs(context.getBean("types"));
			assertThat(types).isNotEqualTo(context.getBean(WasmPluginRegistry.class).proxy("types", Types.class));
			assertThat(types.toString()).startsWith("dev.graft.spring.Types by plugin types#1 (");
		});
	}

	@Test
	void nullIsRefusedBeforeThePluginSeesIt() {
		runner()
			.run((context) -> assertThatNullPointerException().isThrownBy(() -> nullText(context.getBean(Types.class)))
				.withMessage("types.echo-text, parameter 1 is null"));
	}

	@SuppressWarnings("NullAway") // as callers do that are not checked
	private static void nullText(Types types) {
		types.echoText(null);
	}

	@Test
	void aTrapSurfacesAndTheNextCallHasAnotherInstance() {
		runner().run((context) -> {
			Types types = context.getBean(Types.class);
			assertThat(types.countCalls()).isEqualTo(1);
			assertThat(types.countCalls()).isEqualTo(2);
			assertThatExceptionOfType(Trap.class).isThrownBy(types::doFail)
				.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.UNREACHABLE));
			assertThat(types.countCalls()).isEqualTo(1);
		});
	}

	@Test
	void aCallThatLastsTooLongIsStopped() {
		runner().withPropertyValues("wasm.plugin.types.deadline=1s").run((context) -> {
			Types types = context.getBean(Types.class);
			assertThatExceptionOfType(Trap.class).isThrownBy(types::loopForever)
				.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
			assertThat(types.nextInt(1)).isEqualTo(2);
		});
	}

	@Test
	void textOutsideTheMemoryIsRefused() {
		runner().run((context) -> assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> context.getBean(Types.class).wildText())
			.withMessageContaining("outside the memory"));
	}

	@Test
	void textThatIsNotUtf8IsRefused() {
		runner().run((context) -> assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> context.getBean(Types.class).brokenText())
			.withMessageContaining("not UTF-8"));
	}

	@Test
	void textLongerThanTheLimitIsRefused() {
		runner().run((context) -> assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> context.getBean(Types.class).hugeText())
			.withMessageContaining("more than the 16777216 allowed"));
	}

	@Test
	void memoryGrowsUpToTheLimit() {
		runner().withPropertyValues("wasm.plugins.defaults.memory-limit=1MB").run((context) -> {
			Types types = context.getBean(Types.class);
			assertThat(types.growMemory(15)).isEqualTo(1);
			assertThat(types.growMemory(1)).isEqualTo(-1);
		});
	}

	@Test
	void anInstancePerCallKeepsNothing() {
		runner().withPropertyValues("wasm.plugin.types.instances.mode=per-call").run((context) -> {
			Types types = context.getBean(Types.class);
			assertThat(types.countCalls()).isEqualTo(1);
			assertThat(types.countCalls()).isEqualTo(1);
			PluginStatus.InstanceFacts instances = context.getBean(WasmPluginRegistry.class)
				.plugin("types")
				.orElseThrow()
				.instances();
			assertThat(instances).isEqualTo(new PluginStatus.InstanceFacts(0, 0, 16, 0));
		});
	}

	@Test
	void theExportsOfAWitInterfaceAreQualified() {
		runner().run((context) -> {
			Tools tools = context.getBean(WasmPluginRegistry.class).proxy("types", Tools.class);
			assertThat(tools.twice(21)).isEqualTo(42);
		});
	}

	@Test
	void aMethodThatThePluginDoesNotHaveIsReportedWhenTheProxyIsMade() {
		runner().run((context) -> assertThatExceptionOfType(WasmPluginMismatchException.class)
			.isThrownBy(() -> context.getBean(WasmPluginRegistry.class).proxy("types", Missing.class))
			.withMessageContaining("did you mean 'echo-text'?"));
	}

	@WasmPlugin(value = "types", witInterface = "acme:shop/tools@1.0.0")
	interface Tools {

		int twice(int value);

	}

	interface Missing {

		String ecoText(String text);

	}

}
