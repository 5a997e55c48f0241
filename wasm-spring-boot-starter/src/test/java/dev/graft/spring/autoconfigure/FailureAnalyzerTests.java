package dev.graft.spring.autoconfigure;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import dev.graft.spring.WasmContext;
import dev.graft.spring.sample.misplaced.Misplaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What somebody reads whose application does not start.
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalyzerTests {

	private static void run(Class<?> application, String... arguments) {
		SpringApplication spring = new SpringApplication(application);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> spring.run(arguments).close());
	}

	@Test
	void explainsMismatches(CapturedOutput output) {
		run(WithVersioned.class, "--wasm.engine.cache.enabled=false",
				"--wasm.plugin.versioned.location=classpath:plugins/wrong.wat");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("WebAssembly plugins do not have what their Java interfaces ask for:")
			.contains("plugin 'versioned' (")
			.contains("wrong.wat)")
			.contains("Versioned.version(): the export 'version' is expected to be [] -> [i32], found [f64] -> [f64]")
			.contains("Correct the interface, or put a module in place that fits it.");
	}

	@Test
	void explainsMissingPlugins(CapturedOutput output) {
		run(WithVersioned.class, "--wasm.engine.cache.enabled=false", "--wasm.plugins.startup=strict");
		assertThat(output).contains("WebAssembly plugins cannot be had:")
			.contains("neither wasm.plugins.directory nor wasm.plugin.versioned.location is set")
			.contains("wasm.plugins.startup=lenient");
	}

	@Test
	void explainsHostFunctions(CapturedOutput output) {
		run(WithClash.class, "--wasm.engine.cache.enabled=false");
		assertThat(output).contains("Host functions for WebAssembly plugins cannot be offered:")
			.contains("env.now is offered twice: by bean 'clock', Clock.now() and by bean 'otherClock', Clock.now()");
	}

	@Test
	void explainsAnnotationsInTheWrongPlace(CapturedOutput output) {
		run(WithMisplaced.class, "--wasm.engine.cache.enabled=false");
		assertThat(output).contains("Misplaced cannot be the interface of a plugin: @WasmPlugin is on a class")
			.contains("Make it an interface, or offer the methods to plugins with @HostModule.");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(WasmAutoConfiguration.class)
	static class WithVersioned extends WasmContext.WithVersioned {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(WasmAutoConfiguration.class)
	@AutoConfigurationPackage(basePackageClasses = Misplaced.class)
	static class WithMisplaced {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(WasmAutoConfiguration.class)
	static class WithClash {

		@Bean
		Clock clock() {
			return new Clock();
		}

		@Bean
		Clock otherClock() {
			return new Clock();
		}

	}

	@HostModule("env")
	static class Clock {

		@HostFunction
		long now() {
			return 0;
		}

	}

}
