package dev.graft.spring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import dev.graft.engine.Engine;
import dev.graft.engine.UnsatisfiedImportsException;
import dev.graft.engine.trap.Trap;
import dev.graft.spring.PluginDirectoryFixture;
import dev.graft.spring.Types;
import dev.graft.spring.Versioned;
import dev.graft.spring.WasmContext;
import dev.graft.spring.WasmPlugin;
import dev.graft.spring.WatPlugins;
import dev.graft.spring.plugin.ImportWasmPlugins;
import dev.graft.spring.plugin.PluginState;
import dev.graft.spring.plugin.PluginStatus;
import dev.graft.spring.plugin.WasmPluginMismatchException;
import dev.graft.spring.plugin.WasmPluginRegistry;
import dev.graft.spring.plugin.WasmPluginUnavailableException;
import dev.graft.spring.reload.WasmPluginsMissingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What an application with plugins does when it starts, above all with plugins that are
/// no good.
class StartupTests {

	@TempDir
	Path path;

	private PluginDirectoryFixture directory() {
		return new PluginDirectoryFixture(this.path).put("types.wat", WatPlugins.types());
	}

	private static ApplicationContextRunner runner(PluginDirectoryFixture directory) {
		return WasmContext.runner().withUserConfiguration(BothPlugins.class).withPropertyValues(directory.property());
	}

	private static PluginStatus status(ApplicationContext context, String plugin) {
		return context.getBean(WasmPluginRegistry.class).plugin(plugin).orElseThrow();
	}

	/// The other plugin works; this one says what is wrong with it.
	private static Throwable failureOf(ApplicationContext context, String plugin) {
		assertThat(context.getBean(Types.class).nextInt(1)).isEqualTo(2);
		PluginStatus status = status(context, plugin);
		assertThat(status.state()).isEqualTo(PluginState.FAILED);
		Throwable cause = Objects.requireNonNull(status.lastFailure()).cause();
		assertThatExceptionOfType(WasmPluginUnavailableException.class)
			.isThrownBy(() -> context.getBean(Versioned.class).version())
			.withCause(cause);
		return cause;
	}

	@Test
	void randomBytesDoNotStopTheApplication() {
		byte[] noise = new byte[5000];
		new Random(20_261_120).nextBytes(noise);
		runner(directory().put("versioned.wasm", noise))
			.run((context) -> assertThat(failureOf(context, "versioned")).hasMessageContaining("versioned.wasm"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "(module", "(module (func (export \"version\") (result i32) (i64.const 1)))" })
	void brokenModulesDoNotStopTheApplication(String text) {
		runner(directory().put("versioned.wat", text))
			.run((context) -> assertThat(failureOf(context, "versioned")).hasMessageContaining("versioned.wat"));
	}

	@Test
	void aPluginThatLoopsAtStartDoesNotStopTheApplication() {
		runner(directory().put("versioned.wat", WatPlugins.loopsAtStart()))
			.withPropertyValues("wasm.plugin.versioned.start-timeout=50ms")
			.run((context) -> assertThat(failureOf(context, "versioned")).isInstanceOf(Trap.class)
				.hasMessageContaining("interrupt"));
	}

	@Test
	void aPluginThatMissesImportsDoesNotStopTheApplication() {
		runner(directory().put("versioned.wat", WatPlugins.missesImports())).run(
				(context) -> assertThat(failureOf(context, "versioned")).isInstanceOf(UnsatisfiedImportsException.class)
					.hasMessageContaining("env.no_such_function")
					.hasMessageContaining("env.another"));
	}

	@Test
	void aPluginWithoutModuleDoesNotStopTheApplication() {
		runner(directory()).run((context) -> {
			assertThat(status(context, "versioned").state()).isEqualTo(PluginState.ABSENT);
			assertThatExceptionOfType(WasmPluginUnavailableException.class)
				.isThrownBy(() -> context.getBean(Versioned.class).version())
				.withMessage("plugin 'versioned' is not available: there is no module for it");
		});
	}

	@Test
	void aDirectoryThatDoesNotExistDoesNotStopTheApplication() {
		WasmContext.runner()
			.withPropertyValues("wasm.plugins.directory=" + this.path.resolve("missing"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aPluginWithTheWrongDigestIsRefused() {
		runner(directory().put("versioned.wat", WatPlugins.version(1)))
			.withPropertyValues("wasm.plugin.versioned.sha256=" + "0".repeat(64))
			.run((context) -> assertThat(failureOf(context, "versioned"))
				.hasMessageContaining("SHA-256 is expected to be 0000"));
	}

	@Test
	void aStrictApplicationDoesNotStartWithoutItsPlugins() {
		runner(directory().put("stray.wasm", "noise")).withPropertyValues("wasm.plugins.startup=strict")
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.isInstanceOfSatisfying(WasmPluginsMissingException.class,
						(problem) -> assertThat(problem.problems()).hasSize(2)
							.anySatisfy((text) -> assertThat(text).contains("versioned.wasm, .wat or .artifact in"))
							.anySatisfy((text) -> assertThat(text).contains("plugin 'stray'"))));
	}

	@Test
	void allMismatchesAreOneFailure() {
		PluginDirectoryFixture directory = new PluginDirectoryFixture(this.path)
			.put("versioned.wat", WatPlugins.versionAsLong(1))
			.put("types.wat", WatPlugins.version(1));
		runner(directory).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).cause()
				.isInstanceOfSatisfying(WasmPluginMismatchException.class,
						(problem) -> assertThat(problem.mismatches()).hasSize(19));
			FailureAnalysis analysis = Objects.requireNonNull(new WasmPluginMismatchFailureAnalyzer()
				.analyze(Objects.requireNonNull(context.getStartupFailure())));
			assertThat(analysis.getDescription()).contains("plugin 'versioned' (")
				.contains("Versioned.version(): the export 'version' is expected to be [] -> [i32], found [] -> [i64]")
				.contains("Types.echoText(String): the module exports no function 'echo-text', 'echo_text', 'echoText'"
						+ " of type [i32 i32] -> [i32]");
			assertThat(analysis.getAction()).contains("it exports 'version'");
		});
	}

	@Test
	void aTypeThatCannotCrossIsAMismatch() {
		WasmContext.runner()
			.withUserConfiguration(Unsupported.class)
			.withPropertyValues(directory().property())
			.run((context) -> assertThat(context).getFailure()
				.cause()
				.hasMessageContaining("UnsupportedTypes.take(List): parameter 1 is of type java.util.List"));
	}

	@Test
	void aPluginCanBeCalledByABeanThatIsBeingCreated() {
		runner(directory()).withUserConfiguration(CallsEarly.class)
			.run((context) -> assertThat(context.getBean(EarlyBird.class).result).isEqualTo(2));
	}

	@Test
	void interfacesAreCheckedEvenIfBeansAreLazy() {
		runner(directory().put("versioned.wat", WatPlugins.versionAsLong(1)))
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(context).getFailure().cause().isInstanceOf(WasmPluginMismatchException.class));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whatAPluginPrintsIsInTheLog(CapturedOutput output) {
		runner(directory().put("versioned.wat", WatPlugins.prints()))
			.run((context) -> assertThat(context.getBean(Versioned.class).version()).isEqualTo(1));
		assertThat(output).containsPattern("INFO .*wasm.plugin.versioned.*hello from the plugin");
	}

	@Test
	void aPluginMayBeCompiledAheadOfTime() {
		runner(directory().put("versioned.artifact", artifact())).run((context) -> {
			assertThat(context.getBean(Versioned.class).version()).isEqualTo(12);
			assertThat(context.getBean(Engine.class).statistics().compilations()).isOne();
		});
	}

	@Test
	void aDamagedArtifactDoesNotStopTheApplication() {
		byte[] artifact = artifact();
		runner(directory().put("versioned.artifact", Arrays.copyOf(artifact, artifact.length / 3)))
			.run((context) -> assertThat(failureOf(context, "versioned")).hasMessageContaining("versioned.artifact"));
	}

	private static byte[] artifact() {
		try (Engine engine = Engine.create()) {
			return engine.precompile("versioned.wat", WatPlugins.version(12).getBytes(StandardCharsets.UTF_8));
		}
	}

	@Test
	void aModuleMayComeFromTheClassPath() {
		WasmContext.runner()
			.withUserConfiguration(WasmContext.WithVersioned.class)
			.withPropertyValues("wasm.plugin.versioned.location=classpath:plugins/eleven.wat")
			.run((context) -> assertThat(context.getBean(Versioned.class).version()).isEqualTo(11));
	}

	@Test
	void aConfiguredLocationGoesBeforeTheDirectory() {
		runner(directory().put("versioned.wat", WatPlugins.version(1)))
			.withPropertyValues("wasm.plugin.versioned.location=classpath:plugins/eleven.wat")
			.run((context) -> assertThat(context.getBean(Versioned.class).version()).isEqualTo(11));
	}

	@Test
	void aPluginCanBeSwitchedOff() {
		runner(directory().put("versioned.wat", WatPlugins.version(1)))
			.withPropertyValues("wasm.plugin.versioned.enabled=false")
			.run((context) -> assertThat(status(context, "versioned").state()).isEqualTo(PluginState.ABSENT));
	}

	@Test
	void anApplicationWithoutPluginsStartsNoThread() {
		WasmContext.runner().run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("wasm-reload");
		});
	}

	@Test
	void pluginsEndWithTheApplication() {
		Types[] types = new Types[1];
		runner(directory()).run((context) -> types[0] = context.getBean(Types.class));
		assertThatExceptionOfType(WasmPluginUnavailableException.class).isThrownBy(() -> types[0].nextInt(1))
			.withMessageEndingWith("the application is stopping");
	}

	@Test
	void pluginsComeBackWhenTheApplicationIsStartedAgain() {
		runner(directory()).run((context) -> {
			Types types = context.getBean(Types.class);
			context.stop();
			assertThatExceptionOfType(WasmPluginUnavailableException.class).isThrownBy(() -> types.nextInt(1));
			context.start();
			assertThat(types.nextInt(1)).isEqualTo(2);
			assertThat(context.getBean(Engine.class).statistics().stores()).isOne();
		});
	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins({ Types.class, Versioned.class })
	static class BothPlugins {

	}

	@WasmPlugin("types")
	interface UnsupportedTypes {

		void take(List<String> names);

	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(UnsupportedTypes.class)
	static class Unsupported {

	}

	static class EarlyBird implements InitializingBean {

		private final Types types;

		private int result;

		EarlyBird(Types types) {
			this.types = types;
		}

		@Override
		public void afterPropertiesSet() {
			this.result = this.types.nextInt(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CallsEarly {

		@Bean
		EarlyBird earlyBird(Types types) {
			return new EarlyBird(types);
		}

	}

}
