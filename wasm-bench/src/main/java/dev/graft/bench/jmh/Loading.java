package dev.graft.bench.jmh;

import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// From an artifact on disk to the first instance, and to the first call, in a JVM that is warm,
/// in an engine that is new each time. Every time it is another file, as pages that are
/// mapped stay in the page cache; `COLD` means that the kernel was asked to drop the file's
/// pages (`posix_fadvise`, after writing them to the disk).
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 30)
@Measurement(iterations = 40)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class Loading {

	/// How large the module is, in kilobytes of binary code; `yosys` is a real one of 30
	/// MB, in the directory that the system property `modules` names.
	@Param({ "100", "1000", "5000", "yosys" })
	public String module = "100";

	/// Whether the file is in the page cache.
	@Param({ "WARM", "COLD" })
	public Cache cache = Cache.WARM;

	private byte[] artifact;

	private Path directory;

	private Path file;

	private Engine engine;

	/// Compiles the module.
	@Setup
	public void compile() throws IOException {
		this.directory = Files.createTempDirectory("loading");
		try (Engine compiler = Engine.create()) {
			this.artifact = compiler.precompile(this.module, source());
		}
	}

	private byte[] source() throws IOException {
		if (Character.isDigit(this.module.charAt(0))) {
			return TestModules.large(Integer.parseInt(this.module)).getBytes(StandardCharsets.UTF_8);
		}
		return Files.readAllBytes(Path.of(System.getProperty("modules", "."), this.module + ".wasm"));
	}

	/// Writes another file.
	@Setup(Level.Invocation)
	public void write() throws IOException {
		this.file = Files.createTempFile(this.directory, "module", ".elf");
		Files.write(this.file, this.artifact);
		if (this.cache == Cache.COLD) {
			PageCache.drop(this.file);
		}
		this.engine = Engine.create();
	}

	/// Deletes the file. What is mapped of it lives on until it is collected.
	@TearDown(Level.Invocation)
	public void delete() throws IOException {
		this.engine.close();
		Files.delete(this.file);
	}

	/// Deletes the directory.
	@TearDown
	public void close() throws IOException {
		Files.delete(this.directory);
	}

	/// Until there is an instance.
	@Benchmark
	public Instance instance() throws IOException {
		try (Store store = Store.create(this.engine)) {
			return instantiate(store);
		}
	}

	/// Until a function of it has answered.
	@Benchmark
	public int call() throws IOException {
		try (Store store = Store.create(this.engine)) {
			Instance instance = instantiate(store);
			return this.module.equals("yosys") ? 0
					: instance.func("run").typed(IntUnaryOperator.class).call().applyAsInt(1);
		}
	}

	private Instance instantiate(Store store) throws IOException {
		Module loaded = this.engine.load(this.file);
		return Linker.create(this.engine).defineUnknownImportsAsTraps(loaded).instantiate(store, loaded);
	}

	/// States of the page cache.
	public enum Cache {

		/// The file has just been written.
		WARM,

		/// The kernel was asked to drop it.
		COLD

	}

}
