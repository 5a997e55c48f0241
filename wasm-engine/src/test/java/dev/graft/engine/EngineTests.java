package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntBinaryOperator;
import java.util.function.IntSupplier;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.format.ArtifactException;
import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How modules come into an engine.
class EngineTests {

	private static final byte[] ADD = text("""
			(module (func (export "add") (param i32 i32) (result i32)
			  (i32.add (local.get 0) (local.get 1))))
			""");

	@Test
	void runsTextBinaryAndArtifactAlike(@TempDir Path directory) throws IOException {
		try (Engine engine = Engine.create()) {
			Path artifact = Files.write(directory.resolve("add.graft"), engine.precompile("add.wat", ADD));
			Path text = Files.write(directory.resolve("add.wat"), ADD);
			Path binary = Files.write(directory.resolve("add.wasm"), emptyModule());
			assertThat(add(engine, engine.load(text))).isEqualTo(5);
			assertThat(add(engine, engine.load(artifact))).isEqualTo(5);
			assertThat(engine.load(binary).exports()).isEmpty();
			assertThat(engine.load(text).name()).isEqualTo("add.wat");
			assertThat(engine.load(artifact).origin()).isEqualTo(ModuleOrigin.PRECOMPILED);
			assertThat(engine.load(artifact).artifactFile()).contains(artifact);
		}
	}

	@Test
	void loadsPrecompiledModulesWithoutACompiler() {
		byte[] artifact;
		try (Engine compiling = Engine.create()) {
			artifact = compiling.precompile("add.wat", ADD);
		}
		EngineConfig config = EngineConfig.builder().compilation(false).build();
		try (Engine engine = Engine.create(config)) {
			assertThat(add(engine, engine.load("add", artifact))).isEqualTo(5);
			assertThatThrownBy(() -> engine.load("add.wat", ADD)).isInstanceOf(CompilerMissingException.class)
				.hasMessageContaining("add.wat")
				.hasMessageContaining("load a precompiled artifact");
		}
	}

	@Test
	void sharesTheClassesOfModulesThatAreLoadedAgain() {
		try (Engine engine = Engine.create()) {
			Module first = engine.load("add.wat", ADD);
			Module second = engine.load("add.wat", ADD);
			assertThat(first.origin()).isEqualTo(ModuleOrigin.COMPILED);
			assertThat(second.origin()).isEqualTo(ModuleOrigin.MEMORY_CACHE);
			assertThat(second.shared()).isSameAs(first.shared());
			byte[] artifact = engine.precompile("add.wat", ADD);
			assertThat(engine.load("add", artifact).shared()).isSameAs(engine.load("add", artifact).shared())
				.isNotSameAs(first.shared());
			assertThat(engine.statistics().modules()).isEqualTo(2);
		}
	}

	@Test
	void unloadsModulesThatNobodyUses() throws InterruptedException {
		try (Engine engine = Engine.create(EngineConfig.builder().cacheMemoryBytes(0).build())) {
			WeakReference<Class<?>> generated = useAndForget(engine);
			for (int attempt = 0; attempt < 100 && generated.get() != null; attempt++) {
				System.gc();
				Thread.sleep(10);
			}
			assertThat(generated.get()).isNull();
			assertThat(engine.statistics().modules()).isZero();
		}
	}

	private static WeakReference<Class<?>> useAndForget(Engine engine) {
		Module module = engine.load("add.wat", ADD);
		try (Store store = Store.create(engine)) {
			Instance instance = Linker.create(engine).instantiate(store, module);
			assertThat(instance.func("add").typed(IntBinaryOperator.class).call().applyAsInt(1, 1)).isEqualTo(2);
			Object generated = Objects.requireNonNull(instance.func("add").reference().owner);
			return new WeakReference<>(generated.getClass());
		}
	}

	@Test
	void findsArtifactsOfEarlierProcessesInTheCacheDirectory(@TempDir Path directory) {
		EngineConfig config = EngineConfig.builder().cacheDirectory(directory).build();
		try (Engine first = Engine.create(config)) {
			assertThat(first.load("add.wat", ADD).origin()).isEqualTo(ModuleOrigin.COMPILED);
		}
		try (Engine second = Engine.create(config)) {
			Module module = second.load("add.wat", ADD);
			assertThat(module.origin()).isEqualTo(ModuleOrigin.DISK_CACHE);
			assertThat(module.artifactFile()).get().satisfies((file) -> assertThat(file).startsWith(directory));
			assertThat(add(second, module)).isEqualTo(5);
			assertThat(second.statistics().compilations()).isZero();
			assertThat(second.statistics().diskCacheHits()).isEqualTo(1);
		}
	}

	@Test
	void refusesWhatIsNoModule() {
		try (Engine engine = Engine.create()) {
			assertThatThrownBy(() -> engine.load("random.wasm", new byte[] { 1, 2, 3 }))
				.isInstanceOf(ModuleException.class)
				.hasMessageContaining("random.wasm");
			assertThatThrownBy(() -> engine.load("bad.wat", text("(module (func (result i32)))")))
				.isInstanceOf(ModuleException.class)
				.hasMessageContaining("bad.wat")
				.hasMessageContaining("type mismatch");
		}
	}

	@Test
	void refusesDamagedAndForeignArtifacts() {
		try (Engine engine = Engine.create()) {
			byte[] artifact = engine.precompile("add.wat", ADD);
			byte[] damaged = artifact.clone();
			int name = new String(artifact, StandardCharsets.ISO_8859_1).indexOf("Functions0");
			damaged[name] ^= 1;
			assertThatThrownBy(() -> engine.load("damaged", damaged)).isInstanceOf(ArtifactException.class)
				.hasMessageContaining("damaged");
			EngineConfig other = EngineConfig.builder().interruptible(false).build();
			try (Engine uninterruptible = Engine.create(other)) {
				byte[] foreign = uninterruptible.precompile("add.wat", ADD);
				assertThat(uninterruptible.compatibilityHash()).isNotEqualTo(engine.compatibilityHash());
				assertThatThrownBy(() -> engine.load("foreign", foreign))
					.isInstanceOf(IncompatibleArtifactException.class);
			}
		}
	}

	@Test
	void compilesToTheSameBytesAgain() {
		try (Engine engine = Engine.create(); Engine other = Engine.create()) {
			byte[] artifact = engine.precompile("add.wat", ADD);
			assertThat(Artifact.isArtifact(artifact)).isTrue();
			assertThat(other.precompile("add.wat", ADD)).isEqualTo(artifact);
			assertThat(other.compatibilityHash()).isEqualTo(engine.compatibilityHash());
		}
	}

	@Test
	void tellsListenersWhatHappens() {
		List<String> heard = new ArrayList<>();
		try (Engine engine = Engine.create(); Store store = Store.create(engine)) {
			EngineListener listener = new Recorder(heard);
			engine.addListener(listener);
			byte[] module = text("(module (func (export \"stop\") (result i32) unreachable))");
			Instance instance = Linker.create(engine).instantiate(store, engine.load("stop.wat", module));
			IntSupplier stop = instance.func("stop").typed(IntSupplier.class).call();
			assertThatThrownBy(stop::getAsInt);
			assertThatThrownBy(() -> engine.load("bad.wat", text("(module")));
			engine.removeListener(listener);
			assertThatThrownBy(stop::getAsInt);
			assertThat(heard).containsExactly("compiled stop.wat", "loaded stop.wat", "instantiated stop.wat",
					"trapped stop.wat: unreachable", "failed bad.wat");
			EngineStatistics statistics = engine.statistics();
			assertThat(statistics.traps()).containsOnlyKeys(TrapCode.UNREACHABLE).containsValue(2L);
			assertThat(statistics.compilations()).isEqualTo(1);
			assertThat(statistics.instantiations()).isEqualTo(1);
			assertThat(statistics.instances()).isEqualTo(1);
			assertThat(statistics.compileNanos()).isPositive();
		}
	}

	private static int add(Engine engine, Module module) {
		try (Store store = Store.create(engine)) {
			Instance instance = Linker.create(engine).instantiate(store, module);
			return instance.func("add").typed(IntBinaryOperator.class).call().applyAsInt(2, 3);
		}
	}

	private static byte[] text(String module) {
		return module.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] emptyModule() {
		return new byte[] { 0, 'a', 's', 'm', 1, 0, 0, 0 };
	}

	private record Recorder(List<String> heard) implements EngineListener {

		@Override
		public void compiled(String module, Duration duration, long sourceBytes, long artifactBytes) {
			assertThat(duration).isPositive();
			assertThat(artifactBytes).isGreaterThan(sourceBytes);
			this.heard.add("compiled " + module);
		}

		@Override
		public void compilationFailed(String module, Duration duration, RuntimeException problem) {
			this.heard.add("failed " + module);
		}

		@Override
		public void loaded(Module module, Duration duration) {
			this.heard.add("loaded " + module.name());
		}

		@Override
		public void instantiated(Module module, Duration duration) {
			this.heard.add("instantiated " + module.name());
		}

		@Override
		public void trapped(Module module, TrapCode code) {
			this.heard.add("trapped " + module.name() + ": " + code);
		}

	}

}
