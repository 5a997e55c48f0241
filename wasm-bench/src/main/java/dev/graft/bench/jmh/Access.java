package dev.graft.bench.jmh;

import dev.graft.artifact.spi.Feature;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
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

/// Ways to walk through four megabytes of linear memory, per access. The guest's loop does little else.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class Access {

	private static final int ACCESSES = 100_000;

	/// The type of addresses.
	@Param({ "i32", "i64" })
	public String addresses = "i32";

	private Engine engine;

	private Store store;

	private IntUnaryOperator sequential;

	private IntUnaryOperator strided;

	private IntUnaryOperator random;

	private IntUnaryOperator list;

	private IntUnaryOperator fields;

	private IntUnaryOperator stores;

	/// Makes an instance and binds its functions.
	@Setup
	public void bind() {
		this.engine = Engine.create(EngineConfig.builder().feature(Feature.MEMORY64, true).build());
		this.store = Store.builder(this.engine).deadline(null).build();
		Instance instance = Linker.create(this.engine)
			.instantiate(this.store,
					this.engine.load("access.wat", AccessModule.text(this.addresses).getBytes(StandardCharsets.UTF_8)));
		instance.func("prepare").typed(Runnable.class).call().run();
		this.sequential = bound(instance, "sequential");
		this.strided = bound(instance, "strided");
		this.random = bound(instance, "random");
		this.list = bound(instance, "list");
		this.fields = bound(instance, "fields");
		this.stores = bound(instance, "stores");
	}

	private static IntUnaryOperator bound(Instance instance, String name) {
		return instance.func(name).typed(IntUnaryOperator.class).call();
	}

	/// Frees the instance.
	@TearDown
	public void close() {
		this.store.close();
		this.engine.close();
	}

	/// Sums up neighbouring numbers.
	@Benchmark
	@OperationsPerInvocation(ACCESSES)
	public int sequential() {
		return this.sequential.applyAsInt(ACCESSES);
	}

	/// Sums up every 64th number, around and around.
	@Benchmark
	@OperationsPerInvocation(ACCESSES)
	public int strided() {
		return this.strided.applyAsInt(ACCESSES);
	}

	/// Sums up numbers here and there.
	@Benchmark
	@OperationsPerInvocation(ACCESSES)
	public int random() {
		return this.random.applyAsInt(ACCESSES);
	}

	/// Follows a list whose nodes are next to each other.
	@Benchmark
	@OperationsPerInvocation(ACCESSES)
	public int list() {
		return this.list.applyAsInt(ACCESSES);
	}

	/// Sums up four fields of each of a row of structures, and writes the sum to a fifth.
	@Benchmark
	@OperationsPerInvocation(ACCESSES)
	public int fields() {
		return this.fields.applyAsInt(ACCESSES);
	}

	/// Writes neighbouring numbers.
	@Benchmark
	@OperationsPerInvocation(ACCESSES)
	public int stores() {
		return this.stores.applyAsInt(ACCESSES);
	}

}
