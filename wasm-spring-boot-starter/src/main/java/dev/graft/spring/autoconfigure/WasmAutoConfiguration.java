package dev.graft.spring.autoconfigure;

import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.EngineListener;
import dev.graft.engine.Linker;
import dev.graft.engine.PoolLimits;
import dev.graft.spring.host.HostModules;
import dev.graft.wasi.WasiPreview1;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// The engine, what plugins can import, and the plugins.
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "wasm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(WasmProperties.class)
@Import({ WasmPluginScanConfiguration.class, WasmPluginRegistryConfiguration.class,
		WasmPluginLoadingConfiguration.class })
public final class WasmAutoConfiguration {

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	Engine wasmEngine(WasmProperties properties, Environment environment,
			ObjectProvider<EngineConfigCustomizer> customizers, ObjectProvider<EngineListener> listeners) {
		WasmProperties.Engine.Cache cache = properties.engine().cache();
		WasmProperties.Engine.Pool pool = properties.engine().pool();
		EngineConfig.Builder config = EngineConfig.builder()
			.lazyCompilation(properties.engine().lazyCompilation())
			.interruptible(properties.engine().interruptible())
			.heapLimitPercent(properties.engine().heapLimitPercent())
			.memoryAccess(properties.engine().memoryAccess())
			.poolLimits(new PoolLimits(pool.maxMemories(), pool.acquireTimeout(), pool.maxWarm(),
					pool.warmSize().toBytes()))
			.cacheMemoryBytes(cache.maxMemorySize().toBytes())
			.cacheDiskBytes(cache.maxDiskSize().toBytes());
		properties.features().forEach(config::feature);
		CacheDirectory.of(cache, environment).ifPresent(config::cacheDirectory);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(config));
		Engine engine = Engine.create(config.build());
		listeners.orderedStream().forEach(engine::addListener);
		return engine;
	}

	@Bean
	@ConditionalOnMissingBean
	Linker wasmLinker(Engine engine, WasmProperties properties, ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<LinkerCustomizer> customizers) {
		Linker linker = Linker.create(engine);
		WasiPreview1.addTo(linker);
		new HostModules(beanFactory).addTo(linker, argumentLimit(properties));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(linker));
		return linker;
	}

	/// What a plugin may pass is limited like what it may return.
	private static int argumentLimit(WasmProperties properties) {
		return (int) Math.min(Integer.MAX_VALUE, properties.plugins().defaults().resultLimit().toBytes());
	}

}
