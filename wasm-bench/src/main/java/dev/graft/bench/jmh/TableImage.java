package dev.graft.bench.jmh;

import dev.graft.engine.Engine;
import dev.graft.engine.InstancePre;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// An instance with a table of eighty thousand functions, in a store of its own: made, called
/// to use some entries of the table, and closed again.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class TableImage {

	/// What is done with the entries.
	@Param({ "call", "get", "set" })
	public String use = "call";

	/// How many entries are used.
	@Param({ "1", "100", "10000" })
	public int entries;

	private Engine engine;

	private InstancePre pre;

	/// Loads the module and links it, once.
	@Setup
	public void link() {
		this.engine = Engine.create();
		this.pre = Linker.create(this.engine)
			.instantiatePre(this.engine.load("table.wat", TestModules.table().getBytes(StandardCharsets.UTF_8)));
	}

	/// Frees what the module needs.
	@TearDown
	public void close() {
		this.engine.close();
	}

	/// Store, instance, call, and teardown.
	@Benchmark
	public int use() {
		try (Store store = Store.create(this.engine)) {
			return this.pre.instantiate(store)
				.func(this.use)
				.typed(IntUnaryOperator.class)
				.call()
				.applyAsInt(this.entries);
		}
	}

}
