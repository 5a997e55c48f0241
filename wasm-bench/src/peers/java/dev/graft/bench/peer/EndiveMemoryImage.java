package dev.graft.bench.peer;

import dev.graft.bench.jmh.TestModules;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.openjdk.jmh.annotations.Warmup;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/// What [dev.graft.bench.jmh.MemoryImage] does, in Endive with its compiler.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class EndiveMemoryImage {

	/// To how many pages of 4 KiB the guest writes.
	@Param({ "0", "1", "8", "32", "272" })
	public int pages;

	private WasmModule module;

	private Function<Instance, Machine> machines;

	/// Compiles the module.
	@Setup
	public void compile() {
		this.module = Parser.parse(Binaries.of(TestModules.image()));
		this.machines = MachineFactoryCompiler.compile(this.module);
	}

	/// An instance, and a call.
	@Benchmark
	public Instance touch() {
		Instance instance = Instance.builder(this.module).withMachineFactory(this.machines).build();
		instance.export("touch").apply(this.pages);
		return instance;
	}

}
