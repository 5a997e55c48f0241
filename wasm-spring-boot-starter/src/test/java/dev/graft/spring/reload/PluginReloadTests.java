package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.graft.spring.PluginDirectoryFixture;
import dev.graft.spring.PluginEvents;
import dev.graft.spring.Versioned;
import dev.graft.spring.WasmContext;
import dev.graft.spring.WatPlugins;
import dev.graft.spring.event.WasmPluginLoadFailedEvent;
import dev.graft.spring.event.WasmPluginLoadedEvent;
import dev.graft.spring.event.WasmPluginReplacedEvent;
import dev.graft.spring.event.WasmPluginUnloadedEvent;
import dev.graft.spring.plugin.PluginState;
import dev.graft.spring.plugin.PluginStatus;
import dev.graft.spring.plugin.PluginVersion;
import dev.graft.spring.plugin.SwapResult;
import dev.graft.spring.plugin.WasmPluginListener;
import dev.graft.spring.plugin.WasmPluginMismatchException;
import dev.graft.spring.plugin.WasmPluginRegistry;
import dev.graft.spring.plugin.WasmPluginUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Real files, really replaced; every wait ends with an event.
class PluginReloadTests {

	@TempDir
	Path path;

	private PluginDirectoryFixture directory = new PluginDirectoryFixture(Path.of(""));

	@BeforeEach
	void makeDirectory() {
		this.directory = new PluginDirectoryFixture(this.path);
	}

	private ApplicationContextRunner runner() {
		return WasmContext.runner()
			.withUserConfiguration(WasmContext.WithVersioned.class)
			.withBean(PluginEvents.class)
			.withPropertyValues(this.directory.property());
	}

	private static int version(AssertableApplicationContext context) {
		return context.getBean(Versioned.class).version();
	}

	private static PluginEvents events(AssertableApplicationContext context) {
		return context.getBean(PluginEvents.class);
	}

	private static PluginStatus status(AssertableApplicationContext context) {
		return context.getBean(WasmPluginRegistry.class).plugin("versioned").orElseThrow();
	}

	@ParameterizedTest
	@EnumSource
	void aReplacedFileIsAReplacedPlugin(WatchStrategy strategy) {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().withPropertyValues("wasm.plugins.reload.strategy=" + strategy).run((context) -> {
			assertThat(events(context).next(WasmPluginLoadedEvent.class).getVersion().generation()).isEqualTo(1);
			assertThat(version(context)).isEqualTo(1);
			this.directory.put("versioned.wat", WatPlugins.version(2));
			WasmPluginReplacedEvent replaced = events(context).next(WasmPluginReplacedEvent.class);
			assertThat(replaced.getPlugin()).isEqualTo("versioned");
			assertThat(replaced.getPrevious().generation()).isEqualTo(1);
			assertThat(replaced.getVersion().generation()).isEqualTo(2);
			assertThat(version(context)).isEqualTo(2);
		});
	}

	@Test
	void aRefusedFileLeavesTheOldVersionServing() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			this.directory.put("versioned.wat", "(module (func (export");
			WasmPluginLoadFailedEvent failed = events(context).next(WasmPluginLoadFailedEvent.class);
			assertThat(failed.getServing()).isNotNull();
			assertThat(version(context)).isEqualTo(1);
			assertThat(status(context).state()).isEqualTo(PluginState.ACTIVE);
			assertThat(status(context).lastFailure()).isNotNull();
			this.directory.put("versioned.wat", WatPlugins.version(3));
			assertThat(events(context).next(WasmPluginReplacedEvent.class).getVersion().generation()).isEqualTo(2);
			assertThat(version(context)).isEqualTo(3);
			assertThat(status(context).lastFailure()).isNull();
		});
	}

	@Test
	void aFileThatDoesNotFitTheInterfaceIsRefused() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			this.directory.put("versioned.wat", WatPlugins.versionAsLong(2));
			assertThat(events(context).next(WasmPluginLoadFailedEvent.class).getCause())
				.isInstanceOf(WasmPluginMismatchException.class);
			assertThat(version(context)).isEqualTo(1);
		});
	}

	@Test
	void aFileThatLoopsAtStartIsRefused() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().withPropertyValues("wasm.plugin.versioned.start-timeout=1s").run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			this.directory.put("versioned.wat", WatPlugins.loopsAtStart());
			events(context).next(WasmPluginLoadFailedEvent.class);
			assertThat(version(context)).isEqualTo(1);
		});
	}

	@Test
	void aNewFileIsANewPlugin() {
		runner().run((context) -> {
			assertThatExceptionOfType(WasmPluginUnavailableException.class).isThrownBy(() -> version(context));
			this.directory.put("versioned.wat", WatPlugins.version(4));
			events(context).next(WasmPluginLoadedEvent.class);
			assertThat(version(context)).isEqualTo(4);
		});
	}

	@Test
	void aDeletedFileUnloadsItsPlugin() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			this.directory.delete("versioned.wat");
			events(context).next(WasmPluginUnloadedEvent.class);
			assertThatExceptionOfType(WasmPluginUnavailableException.class).isThrownBy(() -> version(context));
			this.directory.put("versioned.wat", WatPlugins.version(2));
			events(context).next(WasmPluginLoadedEvent.class);
			assertThat(version(context)).isEqualTo(2);
		});
	}

	@Test
	void aDeletedFileMayLeaveItsPlugin() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().withPropertyValues("wasm.plugins.reload.on-delete=keep").run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			this.directory.delete("versioned.wat");
			this.directory.put("sentinel.wat", WatPlugins.version(9));
			assertThat(events(context).next(WasmPluginLoadedEvent.class).getPlugin()).isEqualTo("sentinel");
			assertThat(version(context)).isEqualTo(1);
		});
	}

	@Test
	void aDirectoryThatVanishesUnloadsNothing() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			Path elsewhere = this.path.resolveSibling(this.path.getFileName() + "-elsewhere");
			Files.move(this.path, elsewhere);
			PluginCatalog catalog = context.getBean(PluginCatalog.class);
			assertThatExceptionOfType(IOException.class).isThrownBy(catalog::locations);
			Files.createDirectory(this.path);
			Files.move(elsewhere.resolve("versioned.wat"), this.path.resolve("versioned.wat"));
			Files.delete(elsewhere);
			this.directory.put("sentinel.wat", WatPlugins.version(9));
			assertThat(events(context).next(WasmPluginLoadedEvent.class).getPlugin()).isEqualTo("sentinel");
			assertThat(version(context)).isEqualTo(1);
		});
	}

	@Test
	void aConfigMapCanBeReplacedAgainAndAgain() throws IOException {
		ConfigMap configMap = new ConfigMap(this.path);
		configMap.publish("versioned.wat", WatPlugins.version(1));
		runner().run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			for (int version = 2; version <= 4; version++) {
				configMap.publish("versioned.wat", WatPlugins.version(version));
				events(context).next(WasmPluginReplacedEvent.class);
				assertThat(version(context)).isEqualTo(version);
			}
		});
	}

	@Test
	void theSameContentIsNotLoadedAgain() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			this.directory.put("versioned.wat", WatPlugins.version(1));
			this.directory.put("xsentinel.wat", WatPlugins.version(9));
			assertThat(events(context).next(WasmPluginLoadedEvent.class).getPlugin()).isEqualTo("xsentinel");
			assertThat(status(context).version()).isNotNull().extracting("generation").isEqualTo(1);
		});
	}

	@Test
	void withoutReloadingNothingChangesUntilSomebodyAsks() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().withPropertyValues("wasm.plugins.reload.enabled=false").run((context) -> {
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("wasm-reload");
			this.directory.put("versioned.wat", WatPlugins.version(2));
			assertThat(version(context)).isEqualTo(1);
			WasmPluginReloader reloader = context.getBean(WasmPluginReloader.class);
			assertThat(reloader.reload("versioned")).get().isInstanceOf(SwapResult.Published.class);
			assertThat(version(context)).isEqualTo(2);
			assertThat(reloader.reload("versioned")).get().isInstanceOf(SwapResult.Unchanged.class);
			assertThat(reloader.reload("unknown")).isEmpty();
		});
	}

	@Test
	void aFailingListenerDoesNotStopASwap() {
		this.directory.put("versioned.wat", WatPlugins.version(1));
		runner().withBean(FailingListener.class).run((context) -> {
			events(context).next(WasmPluginLoadedEvent.class);
			this.directory.put("versioned.wat", WatPlugins.version(2));
			events(context).next(WasmPluginReplacedEvent.class);
			assertThat(version(context)).isEqualTo(2);
		});
	}

	static final class FailingListener implements WasmPluginListener {

		@Override
		public void replaced(PluginVersion previous, PluginVersion version) {
			throw new IllegalStateException("as a test");
		}

	}

}
