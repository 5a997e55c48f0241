package dev.graft.actuator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.graft.actuator.metrics.WasmMeter;
import dev.graft.engine.trap.Trap;
import dev.graft.spring.plugin.DefaultWasmPluginRegistry;
import dev.graft.spring.reload.WasmPluginReloader;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WasmMetersTests {

	@TempDir
	Path path;

	private ApplicationContextRunner runner() throws IOException {
		Plugins.put(this.path, "versioned.wat", Plugins.version(1));
		return Plugins.runner(this.path)
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class);
	}

	@Test
	void startingIsMeasured() throws IOException {
		runner().run((context) -> {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("wasm.module.compile").tag("outcome", "success").timer().count()).isOne();
			assertThat(meters.get("wasm.module.load").tag("origin", "compiled").timer().count()).isOne();
			assertThat(meters.get("wasm.artifact.cache").tag("result", "miss").functionCounter().count()).isOne();
			assertThat(meters.get("wasm.instance.instantiate").tag("plugin", "versioned").timer().count()).isOne();
			assertThat(meters.get("wasm.plugin.reload").tag("outcome", "loaded").counter().count()).isOne();
			assertThat(meters.get("wasm.plugins").tag("state", "active").gauge().value()).isOne();
			assertThat(meters.get("wasm.instances").tag("state", "idle").gauge().value()).isOne();
			assertThat(meters.get("wasm.memory.used").tag("plugin", "versioned").gauge().value()).isEqualTo(131_072);
			assertThat(meters.get("wasm.memory.reserved").gauge().value()).isPositive();
			assertThat(meters.get("wasm.memory.slots").tag("state", "used").gauge().value()).isPositive();
			assertThat(meters.get("wasm.memory.slots").tag("state", "warm").gauge().value()).isNotNegative();
			assertThat(meters.get("wasm.memory.slots.limit").gauge().value()).isEqualTo(10_000);
			assertThat(meters.get("wasm.memory.slot.requests").tag("result", "made").functionCounter().count())
				.isPositive();
			assertThat(meters.get("wasm.memory.slot.requests").tag("result", "refused").functionCounter().count())
				.isZero();
		});
	}

	@Test
	void callsAreMeasured() throws IOException {
		runner().run((context) -> {
			Versioned plugin = context.getBean(Versioned.class);
			plugin.version();
			plugin.version();
			assertThatExceptionOfType(Trap.class).isThrownBy(plugin::fail);
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("wasm.plugin.call")
				.tags("plugin", "versioned", "function", "version", "outcome", "success")
				.timer()
				.count()).isEqualTo(2);
			assertThat(meters.get("wasm.plugin.call").tags("function", "fail", "outcome", "trap").timer().count())
				.isOne();
			assertThat(meters.get("wasm.traps").tags("plugin", "versioned", "code", "unreachable").counter().count())
				.isOne();
		});
	}

	@Test
	void swapsAreCounted() throws IOException {
		runner().run((context) -> {
			WasmPluginReloader reloader = context.getBean(WasmPluginReloader.class);
			Plugins.put(this.path, "versioned.wat", Plugins.version(2));
			assertThat(reloader.reload("versioned")).isPresent();
			Plugins.put(this.path, "versioned.wat", "(module");
			assertThat(reloader.reload("versioned")).isPresent();
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("wasm.plugin.reload").tag("outcome", "replaced").counter().count()).isOne();
			assertThat(meters.get("wasm.plugin.reload").tag("outcome", "refused").counter().count()).isOne();
			assertThat(meters.get("wasm.module.compile").tag("outcome", "failure").timer().count()).isOne();
		});
	}

	@Test
	void theMetersOfAPluginGoWithIt() throws IOException {
		runner().run((context) -> {
			context.getBean(Versioned.class).version();
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(withPlugin(meters)).isNotEmpty();
			context.getBean(DefaultWasmPluginRegistry.class).unload("versioned", "a test");
			assertThat(withPlugin(meters)).isEmpty();
		});
	}

	@Test
	void theMetersOfPluginsStayForTheLastReport() throws IOException {
		MeterRegistry[] meters = new MeterRegistry[1];
		runner().run((context) -> meters[0] = context.getBean(MeterRegistry.class));
		assertThat(withPlugin(meters[0])).isNotEmpty();
	}

	private static List<Meter> withPlugin(MeterRegistry meters) {
		return meters.getMeters().stream().filter((meter) -> meter.getId().getTag("plugin") != null).toList();
	}

	@Test
	void everyMeterIsAsItsEnumSays() throws IOException {
		runner().run((context) -> {
			context.getBean(Versioned.class).version();
			assertThatExceptionOfType(Trap.class).isThrownBy(context.getBean(Versioned.class)::fail);
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			for (WasmMeter expected : WasmMeter.values()) {
				Meter.Id found = meters.get(expected.meterName()).meters().iterator().next().getId();
				assertThat(found.getTags()).extracting("key").containsExactlyInAnyOrderElementsOf(expected.tags());
				assertThat(found.getDescription()).isEqualTo(expected.description());
				if (expected.unit() != null) {
					assertThat(found.getBaseUnit()).isEqualTo(expected.unit());
				}
			}
		});
	}

	@Test
	void everyMeterIsInTheDocument() throws IOException {
		String document = Files.readString(Path.of("../docs/METRICS.md"));
		for (WasmMeter meter : WasmMeter.values()) {
			assertThat(document).contains("| `" + meter.meterName() + "` |").contains(meter.description());
			assertThat(meter.tags()).allSatisfy((tag) -> assertThat(document).contains("`" + tag + "`"));
		}
	}

}
