package dev.graft.actuator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.graft.actuator.autoconfigure.WasmHealthContributorAutoConfiguration;
import dev.graft.actuator.autoconfigure.WasmInfoContributorAutoConfiguration;
import dev.graft.actuator.autoconfigure.WasmMetricsAutoConfiguration;
import dev.graft.actuator.autoconfigure.WasmPluginsEndpointAutoConfiguration;
import dev.graft.spring.autoconfigure.WasmAutoConfiguration;
import dev.graft.spring.plugin.ImportWasmPlugins;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/// Plugins and applications for tests.
final class Plugins {

	private Plugins() {
	}

	static String version(int number) {
		return """
				(module
				  (memory (export "memory") 2)
				  (func (export "version") (result i32) (i32.const %d))
				  (func (export "fail") (unreachable)))
				""".formatted(number);
	}

	static void put(Path directory, String name, String text) throws IOException {
		Path temporary = Files.writeString(directory.resolve("." + name + ".tmp"), text);
		Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

	/// An application with plugins that are replaced when somebody asks.
	static ApplicationContextRunner runner(Path directory) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WasmAutoConfiguration.class,
					WasmHealthContributorAutoConfiguration.class, WasmInfoContributorAutoConfiguration.class,
					WasmMetricsAutoConfiguration.class, WasmPluginsEndpointAutoConfiguration.class))
			.withUserConfiguration(Application.class)
			.withPropertyValues("wasm.engine.cache.enabled=false", "wasm.plugins.reload.enabled=false",
					"wasm.plugins.directory=" + directory);
	}

	/// An application that has an interface for plugin `versioned`.
	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(Versioned.class)
	static class Application {

	}

}
