package dev.graft.bench.jmh;

import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What guests do to get from function to function and from block to block, per step of a
/// loop that does little else.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class Dispatch {

	private static final int STEPS = 10_000;

	/// What is done: the names of functions of the module.
	@Param({ "direct", "indirect1", "indirect2", "indirect8", "indirect16", "indirect64", "indirect1024", "reference",
			"supertype", "global", "multi_value", "br_table4", "br_table64" })
	public String what = "direct";

	private Engine engine;

	private Store store;

	private IntUnaryOperator function;

	/// Makes an instance and binds the function.
	@Setup
	public void bind() {
		this.engine = Engine.create();
		this.store = Store.builder(this.engine).deadline(null).build();
		Instance instance = Linker.create(this.engine)
			.instantiate(this.store,
					this.engine.load("dispatch.wat", DispatchModule.text().getBytes(StandardCharsets.UTF_8)));
		this.function = instance.func(this.what).typed(IntUnaryOperator.class).call();
	}

	/// Frees the instance.
	@TearDown
	public void close() {
		this.store.close();
		this.engine.close();
	}

	/// Runs the loop.
	@Benchmark
	@OperationsPerInvocation(STEPS)
	public int step() {
		return this.function.applyAsInt(STEPS);
	}

}
