package dev.graft.bench.jmh;

import dev.graft.artifact.type.NumberType;
import dev.graft.engine.Engine;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
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

/// The kernels of `wasm-bench/kernels`, one call each. `jmh.sh` compiles them; the system property
/// `kernels` names the module.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class Kernels {

	/// Function and argument.
	@Param({ "matmul 200", "sieve 1000000", "qsort 1000000", "sha256 20000", "nbody 300000", "mandel 300", "vm 2000000",
			"hash 2000000", "fib 32", "strs 4000000", "structs 20000" })
	public String kernel = "";

	private Engine engine;

	private Store store;

	private IntToDoubleFunction function;

	private int argument;

	/// Makes an instance and binds the function.
	@Setup
	public void bind() throws IOException {
		this.engine = Engine.create();
		this.store = Store.builder(this.engine).deadline(null).build();
		Instance instance = Linker.create(this.engine)
			.instantiate(this.store, this.engine.load(Path.of(System.getProperty("kernels", "kernels.wasm"))));
		int space = this.kernel.indexOf(' ');
		Func bound = instance.func(this.kernel.substring(0, space));
		this.function = (bound.type().results().getFirst() == NumberType.F64)
				? bound.typed(IntToDoubleFunction.class).call()
				: bound.typed(IntUnaryOperator.class).call()::applyAsInt;
		this.argument = Integer.parseInt(this.kernel.substring(space + 1));
	}

	/// Frees the instance.
	@TearDown
	public void close() {
		this.store.close();
		this.engine.close();
	}

	/// Calls the kernel.
	@Benchmark
	public double call() {
		return this.function.applyAsDouble(this.argument);
	}

}
