package dev.graft.bench.jmh;

import dev.graft.engine.Engine;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Calls of the host into WebAssembly, per call.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class HostToWasm {

	private Engine engine;

	private Store store;

	private Func func;

	private Func sixFunc;

	private Runnable nop;

	private IntBinaryOperator add;

	private Six six;

	private Pair pair;

	private int number = 1;

	/// Makes an instance and binds its functions.
	@Setup
	public void bind() {
		this.engine = Engine.create();
		this.store = Store.create(this.engine);
		Linker linker = Linker.create(this.engine);
		linker.function("host", "nop", Runnable.class, () -> {
		});
		linker.function("host", "add", IntBinaryOperator.class, (left, right) -> left + right);
		linker.function("host", "six", Six.class, (a, b, c, d, e, f) -> b + f);
		Instance instance = linker.instantiate(this.store,
				this.engine.load("calls.wat", TestModules.calls().getBytes(StandardCharsets.UTF_8)));
		this.func = instance.func("add");
		this.sixFunc = instance.func("six");
		this.nop = instance.func("nop").typed(Runnable.class).call();
		this.add = this.func.typed(IntBinaryOperator.class).call();
		this.six = this.sixFunc.typed(Six.class).call();
		this.pair = instance.func("pair").typed(Pair.class).call();
	}

	/// Frees the instance.
	@TearDown
	public void close() {
		this.store.close();
		this.engine.close();
	}

	/// No arguments, typed.
	@Benchmark
	public void nop() {
		this.nop.run();
	}

	/// Two arguments and a result, typed.
	@Benchmark
	public int add() {
		return this.add.applyAsInt(this.number, 2);
	}

	/// Six arguments and a result, typed.
	@Benchmark
	public long six() {
		return this.six.apply(this.number, 2, 3, 4, 5, 6);
	}

	/// Two results, as a record.
	@Benchmark
	public long pair() {
		return this.pair.apply(this.number, 2).first();
	}

	/// Two arguments and a result, untyped.
	@Benchmark
	public Object addUntyped() {
		return this.func.call(this.number, 2);
	}

	/// Six arguments and a result, untyped.
	@Benchmark
	public Object sixUntyped() {
		return this.sixFunc.call(this.number, 2L, 3.0F, 4.0, 5, 6L);
	}

	/// A function of six parameters.
	public interface Six {

		/// Calls it.
		long apply(int a, long b, float c, double d, int e, long f);

	}

	/// A function of two results.
	public interface Pair {

		/// Calls it.
		Results apply(int a, long b);

	}

	/// Two results.
	/// @param first the first
	/// @param second the second
	public record Results(long first, int second) {
	}

}
