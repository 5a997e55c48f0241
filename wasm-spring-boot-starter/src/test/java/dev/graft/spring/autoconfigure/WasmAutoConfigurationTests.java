package dev.graft.spring.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MissingFeatureException;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Linker;
import dev.graft.engine.PoolLimits;
import dev.graft.spring.PluginDirectoryFixture;
import dev.graft.spring.Versioned;
import dev.graft.spring.WasmContext;
import dev.graft.spring.WatPlugins;
import dev.graft.spring.plugin.PluginSettings;
import dev.graft.spring.plugin.PluginStatus;
import dev.graft.spring.plugin.WasmPluginRegistry;
import dev.graft.spring.reload.PluginCatalog;
import dev.graft.spring.reload.PluginLifecycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class WasmAutoConfigurationTests {

	@TempDir
	Path path;

	@Test
	void thereIsAnEngineALinkerAndARegistry() {
		WasmContext.runner()
			.run((context) -> assertThat(context).hasSingleBean(Engine.class)
				.hasSingleBean(Linker.class)
				.hasSingleBean(WasmPluginRegistry.class)
				.hasSingleBean(PluginLifecycle.class));
	}

	@Test
	void everythingCanBeSwitchedOff() {
		WasmContext.runner()
			.withPropertyValues("wasm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Engine.class)
				.doesNotHaveBean(WasmPluginRegistry.class)
				.doesNotHaveBean(WasmProperties.class));
	}

	@Test
	void anEngineOfTheApplicationIsUsed() {
		Engine mine = Engine.create(EngineConfig.builder().backtraceFrames(3).build());
		WasmContext.runner()
			.withBean("mine", Engine.class, () -> mine)
			.run((context) -> assertThat(context.getBean(Linker.class).engine()).isSameAs(mine));
	}

	@Test
	void aLinkerOfTheApplicationIsUsed() {
		WasmContext.runner()
			.withBean("mine", Linker.class, () -> Linker.create(Engine.create()))
			.run((context) -> assertThat(context).hasSingleBean(Linker.class).doesNotHaveBean("wasmLinker"));
	}

	@Test
	void aRegistryOfTheApplicationLoadsItsOwnPlugins() {
		WasmContext.runner()
			.withBean(EmptyRegistry.class)
			.run((context) -> assertThat(context).hasSingleBean(WasmPluginRegistry.class)
				.doesNotHaveBean(PluginCatalog.class)
				.doesNotHaveBean(PluginLifecycle.class));
	}

	@Test
	void customizersChangeTheConfigurationOfTheEngine() {
		WasmContext.runner()
			.withBean(EngineConfigCustomizer.class, () -> (config) -> config.backtraceFrames(7))
			.run((context) -> assertThat(context.getBean(Engine.class).config().backtraceFrames()).isEqualTo(7));
	}

	@Test
	void customizersAddToWhatPluginsCanImport() {
		WasmContext.runner()
			.withBean(LinkerCustomizer.class,
					() -> (linker) -> linker.function("mine", "same", IntUnaryOperator.class, (value) -> value))
			.run((context) -> assertThat(context.getBean(Linker.class).names()).contains("mine.same",
					"wasi_snapshot_preview1.fd_write"));
	}

	@Test
	void propertiesConfigureTheEngine() {
		Path cache = this.path.resolve("cache");
		WasmContext.runner()
			.withPropertyValues("wasm.engine.cache.enabled=true", "wasm.engine.cache.directory=" + cache,
					"wasm.engine.cache.max-disk-size=3MB", "wasm.engine.cache.max-memory-size=2MB",
					"wasm.engine.interruptible=false", "wasm.engine.heap-limit-percent=70",
					"wasm.engine.pool.max-memories=7", "wasm.engine.pool.acquire-timeout=9ms",
					"wasm.engine.pool.max-warm=3", "wasm.engine.pool.warm-size=64KB",
					"wasm.engine.lazy-compilation=true")
			.run((context) -> {
				EngineConfig config = context.getBean(Engine.class).config();
				assertThat(config.lazyCompilation()).isTrue();
				assertThat(config.cacheDirectory()).contains(cache);
				assertThat(config.cacheDiskBytes()).isEqualTo(3 << 20);
				assertThat(config.cacheMemoryBytes()).isEqualTo(2 << 20);
				assertThat(config.interruptible()).isFalse();
				assertThat(config.heapLimitPercent()).isEqualTo(70);
				assertThat(config.poolLimits()).isEqualTo(new PoolLimits(7, Duration.ofMillis(9), 3, 64 << 10));
			});
	}

	@Test
	void rawMemoryAccessInAProcessThatWasNotStartedForItFailsTheStartWithTheOption() {
		WasmContext.runner()
			.withPropertyValues("wasm.engine.memory-access=raw")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("--add-exports java.base/jdk.internal.misc=ALL-UNNAMED"));
	}

	@Test
	void propertiesSwitchFeatures() {
		WasmContext.runner()
			.withPropertyValues("wasm.features.custom-page-sizes=true", "wasm.features.saturating-float-to-int=false",
					"wasm.features.extended-const=false")
			.run((context) -> assertThat(context.getBean(Engine.class).config().features())
				.contains(Feature.CUSTOM_PAGE_SIZES, Feature.MULTI_VALUE)
				.doesNotContain(Feature.SATURATING_FLOAT_TO_INT, Feature.EXTENDED_CONST));
	}

	@Test
	void aFeatureWithoutWhatItNeedsFailsTheStart() {
		WasmContext.runner()
			.withPropertyValues("wasm.features.bulk-memory=false")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MissingFeatureException.class)
				.hasMessageContaining("bulk-memory"));
	}

	@Test
	void aFeatureThatDoesNotExistFailsTheStart() {
		WasmContext.runner()
			.withPropertyValues("wasm.features.coffee=true")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void theCacheIsInTheUsersCacheDirectoryByDefault() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(WasmAutoConfiguration.class))
			.withPropertyValues("XDG_CACHE_HOME=" + this.path)
			.run((context) -> assertThat(context.getBean(Engine.class).config().cacheDirectory())
				.contains(this.path.resolve("graft")));
	}

	@Test
	void anImpossibleCacheDirectoryIsNoReasonNotToStart() throws Exception {
		Path file = Files.writeString(this.path.resolve("file"), "");
		WasmContext.runner()
			.withPropertyValues("wasm.engine.cache.enabled=true", "wasm.engine.cache.directory=" + file + "/cache")
			.run((context) -> assertThat(context.getBean(Engine.class).config().cacheDirectory()).isEmpty());
	}

	@Test
	void aSecondStartCompilesNothing() {
		PluginDirectoryFixture directory = new PluginDirectoryFixture(this.path).put("versioned.wat",
				WatPlugins.version(5));
		ApplicationContextRunner runner = WasmContext.runner()
			.withUserConfiguration(WasmContext.WithVersioned.class)
			.withPropertyValues(directory.property(), "wasm.engine.cache.enabled=true",
					"wasm.engine.cache.directory=" + this.path.resolve("cache"));
		runner.run((context) -> assertThat(context.getBean(Engine.class).statistics().compilations()).isOne());
		runner.run((context) -> {
			assertThat(context.getBean(Versioned.class).version()).isEqualTo(5);
			assertThat(context.getBean(Engine.class).statistics().compilations()).isZero();
			assertThat(context.getBean(Engine.class).statistics().diskCacheHits()).isOne();
		});
	}

	@Test
	void settingsOfOnePluginGoBeforeThoseOfAll() {
		WasmContext.runner()
			.withPropertyValues("wasm.plugins.defaults.deadline=1s", "wasm.plugins.defaults.instances.max=3",
					"wasm.plugins.defaults.wasi.env.LANG=en", "wasm.plugin.price-rules.deadline=7s",
					"wasm.plugin.price-rules.instances.mode=per-call", "wasm.plugin.price-rules.wasi.env.ZONE=utc")
			.run((context) -> {
				PluginProperties settings = new PluginProperties(context.getBean(WasmProperties.class));
				PluginSettings own = settings.of("price_rules");
				assertThat(own.deadline()).hasSeconds(7);
				assertThat(own.instances().maximum()).isEqualTo(3);
				assertThat(own.instances().mode()).hasToString("PER_CALL");
				assertThat(own.wasi().environment()).containsOnlyKeys("LANG", "ZONE");
				assertThat(settings.of("other").deadline()).hasSeconds(1);
			});
	}

	@Test
	void theDefaultsOfThePropertiesAreThoseOfTheSettings() {
		WasmContext.runner()
			.run((context) -> assertThat(new PluginProperties(context.getBean(WasmProperties.class)).of("any"))
				.isEqualTo(PluginSettings.DEFAULTS));
	}

	@Test
	void aMisspeltPropertyIsNotIgnored() {
		WasmContext.runner()
			.withPropertyValues("wasm.plugins.directry=plugins")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("directry"));
	}

	@Test
	void aWrongValueIsReportedWithItsProperty() {
		for (String wrong : new String[] { "wasm.plugin.pricing.deadline=-1s", "wasm.plugins.defaults.instances.max=0",
				"wasm.plugin.pricing.sha256=abc", "wasm.plugins.defaults.result-limit=4GB" }) {
			WasmContext.runner()
				.withPropertyValues(wrong)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.hasMessageContaining(wrong.substring(0, wrong.indexOf('='))));
		}
	}

	static final class EmptyRegistry implements WasmPluginRegistry {

		@Override
		public List<PluginStatus> plugins() {
			return List.of();
		}

		@Override
		public Optional<PluginStatus> plugin(String name) {
			return Optional.empty();
		}

		@Override
		public <T> T proxy(String name, Class<T> type) {
			throw new UnsupportedOperationException(name);
		}

	}

}
