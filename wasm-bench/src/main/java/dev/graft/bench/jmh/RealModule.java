package dev.graft.bench.jmh;

import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.InstancePre;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import java.io.IOException;
import java.nio.file.Path;
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

/// An instance of a real module in a store of its own, made and closed again. Modules are
/// in the directory that the system property `modules` names; all functions that they import
/// are there, and trap.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class RealModule {

	/// The module: about 1 MB and 30 MB.
	@Param({ "sqlite", "yosys" })
	public String name = "sqlite";

	private Engine engine;

	private InstancePre pre;

	/// Loads the module and links it, once.
	@Setup
	public void link() throws IOException {
		this.engine = Engine.create();
		Module module = this.engine.load(Path.of(System.getProperty("modules", "."), this.name + ".wasm"));
		this.pre = Linker.create(this.engine).defineUnknownImportsAsTraps(module).instantiatePre(module);
	}

	/// Frees what the module needs.
	@TearDown
	public void close() {
		this.engine.close();
	}

	/// Store, instance, and teardown.
	@Benchmark
	public Instance instantiate() {
		try (Store store = Store.create(this.engine)) {
			return this.pre.instantiate(store);
		}
	}

}
