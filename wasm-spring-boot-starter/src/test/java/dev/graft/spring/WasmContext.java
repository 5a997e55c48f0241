package dev.graft.spring;

import dev.graft.spring.autoconfigure.WasmAutoConfiguration;
import dev.graft.spring.plugin.ImportWasmPlugins;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/// Applications to test with: auto-configured, without a cache on disk.
public final class WasmContext {

	private WasmContext() {
	}

	/// An application without plugins.
	public static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(WasmAutoConfiguration.class))
			.withPropertyValues("wasm.engine.cache.enabled=false", "wasm.plugins.reload.quiet-period=20ms",
					"wasm.plugins.reload.poll-interval=50ms");
	}

	/// An application that has an interface for plugin `types`.
	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(Types.class)
	public static class WithTypes {

	}

	/// An application that has an interface for plugin `versioned`.
	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(Versioned.class)
	public static class WithVersioned {

	}

}
