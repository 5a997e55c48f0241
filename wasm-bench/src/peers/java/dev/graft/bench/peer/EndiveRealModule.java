package dev.graft.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;

/// What [dev.graft.bench.jmh.RealModule] does, in Endive with its compiler. Host functions are
/// made once.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class EndiveRealModule {

	/// The module, of about 1 MB. How long `yosys` takes to compile was not tried.
	@Param("sqlite")
	public String name = "sqlite";

	private WasmModule module;

	private Function<Instance, Machine> machines;

	private ImportValues imports;

	/// Compiles the module and makes host functions.
	@Setup
	public void compile() throws IOException {
		this.module = Parser
			.parse(Files.readAllBytes(Path.of(System.getProperty("modules", "."), this.name + ".wasm")));
		this.machines = MachineFactoryCompiler.builder(this.module)
			.withInterpreterFallback(InterpreterFallback.SILENT)
			.compile();
		ImportValues.Builder functions = ImportValues.builder();
		this.module.importSection()
			.stream()
			.filter(FunctionImport.class::isInstance)
			.map(FunctionImport.class::cast)
			.forEach((needed) -> functions.addFunction(hostFunction(needed)));
		this.imports = functions.build();
	}

	private HostFunction hostFunction(FunctionImport needed) {
		return new HostFunction(needed.module(), needed.name(),
				this.module.typeSection().getType(needed.typeIndex()), (instance, arguments) -> {
					throw new IllegalStateException("is not called");
				});
	}

	/// An instance; there is no store and no teardown.
	@Benchmark
	public Instance instantiate() {
		return Instance.builder(this.module)
			.withImportValues(this.imports)
			.withMachineFactory(this.machines)
			.build();
	}

}
