package dev.graft.bench.peer;

import dev.graft.bench.jmh.TestModules;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
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

/// What [dev.graft.bench.jmh.MemoryImage] does, in Wasmtime through its JNI binding.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class WasmtimeMemoryImage {

	/// To how many pages of 4 KiB the guest writes.
	@Param({ "0", "1", "8", "32", "272" })
	public int pages;

	private Engine engine;

	private Module module;

	/// Compiles the module.
	@Setup
	public void compile() {
		this.engine = new Engine();
		this.module = Module.fromBinary(this.engine, Binaries.of(TestModules.image()));
	}

	/// Frees the module.
	@TearDown
	public void close() {
		this.module.close();
		this.engine.close();
	}

	/// Store, instance, call, and teardown.
	@Benchmark
	public void touch() {
		try (Store<Void> store = new Store<>(null, this.engine);
				Instance instance = new Instance(store, this.module, List.of());
				Func touch = instance.getFunc(store, "touch").orElseThrow()) {
			touch.call(store, Val.fromI32(this.pages));
		}
	}

}
