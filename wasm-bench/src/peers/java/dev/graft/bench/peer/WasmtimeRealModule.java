package dev.graft.bench.peer;

import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.ImportType;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What [dev.graft.bench.jmh.RealModule] does, in Wasmtime through its JNI binding, which makes
/// the imported functions anew for each store.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class WasmtimeRealModule {

	/// The module: about 1 MB and 30 MB.
	@Param({ "sqlite", "yosys" })
	public String name = "sqlite";

	private Engine engine;

	private Module module;

	/// Compiles the module.
	@Setup
	public void compile() throws IOException {
		this.engine = new Engine();
		this.module = Module.fromBinary(this.engine,
				Files.readAllBytes(Path.of(System.getProperty("modules", "."), this.name + ".wasm")));
	}

	/// Frees the module.
	@TearDown
	public void close() {
		this.module.close();
		this.engine.close();
	}

	/// Store, instance, and teardown.
	@Benchmark
	public void instantiate() {
		try (Store<Void> store = new Store<>(null, this.engine);
				Instance instance = new Instance(store, this.module, imports(store))) {
			// That it was made is all.
			assert instance != null;
		}
	}

	private List<Extern> imports(Store<Void> store) {
		List<Extern> imports = new ArrayList<>();
		for (ImportType needed : this.module.imports()) {
			imports.add(Extern.fromFunc(new Func(store, needed.func(), (caller, arguments, results) -> {
				throw new IllegalStateException("is not called");
			})));
		}
		return imports;
	}

}
