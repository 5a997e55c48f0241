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
import java.util.ArrayList;
import java.util.List;
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

/// From an artifact on disk to the first instance, and to the first call, in a JVM that is warm:
/// it has done the same thirty times before anything is measured, whatever JMH's options say. The
/// engine is new each time. `COLD` means that the file's pages were taken out of the page cache
/// (`posix_fadvise`), which works once nobody maps them any more; so there are a few copies of
/// the file, which take turns, with a collection before each.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1)
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

	private static final int COPIES = 3;

	private static final int WARM_UP = 30;

	private final List<Path> copies = new ArrayList<>();

	private Path directory;

	private Path file;

	private int shots;

	private Engine engine;

	/// Compiles the module, writes the files, and warms up.
	@Setup
	public void prepare() throws IOException {
		this.directory = Files.createTempDirectory("loading");
		try (Engine compiler = Engine.create()) {
			byte[] artifact = compiler.precompile(this.module, source());
			for (int copy = 0; copy < ((this.cache == Cache.COLD) ? COPIES : 1); copy++) {
				this.copies.add(Files.write(this.directory.resolve("module%d.elf".formatted(copy)), artifact));
			}
		}
		for (int shot = 0; shot < WARM_UP; shot++) {
			begin();
			call();
			end();
		}
	}

	private byte[] source() throws IOException {
		if (Character.isDigit(this.module.charAt(0))) {
			return TestModules.large(Integer.parseInt(this.module)).getBytes(StandardCharsets.UTF_8);
		}
		return Files.readAllBytes(Path.of(System.getProperty("modules", "."), this.module + ".wasm"));
	}

	/// Chooses a file, and takes it out of the page cache.
	@Setup(Level.Invocation)
	public void begin() throws IOException {
		this.file = this.copies.get(this.shots++ % this.copies.size());
		if (this.cache == Cache.COLD) {
			System.gc();
			PageCache.drop(this.file);
		}
		this.engine = Engine.create();
	}

	/// Closes the engine. What is mapped lives on until it is collected.
	@TearDown(Level.Invocation)
	public void end() {
		this.engine.close();
	}

	/// Deletes the files.
	@TearDown
	public void close() throws IOException {
		for (Path copy : this.copies) {
			Files.delete(copy);
		}
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

		/// The file was read before.
		WARM,

		/// The kernel was asked to drop it.
		COLD

	}

}
