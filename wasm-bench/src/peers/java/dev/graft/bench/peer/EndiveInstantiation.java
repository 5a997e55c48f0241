package dev.graft.bench.peer;

import dev.graft.bench.jmh.Instantiation;
import dev.graft.bench.jmh.TestModules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/// What [dev.graft.bench.jmh.Instantiation] does, in Endive with its compiler. Host functions are
/// made once.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class EndiveInstantiation {

	/// Which module.
	@Param({ "EMPTY", "IMPORTS", "PAGE", "TABLE" })
	public Instantiation.Kind kind = Instantiation.Kind.EMPTY;

	private WasmModule module;

	private Function<Instance, Machine> machines;

	private ImportValues imports;

	/// Compiles the module and makes host functions.
	@Setup
	public void compile() {
		this.module = Parser.parse(Binaries.of(this.kind.text()));
		this.machines = MachineFactoryCompiler.compile(this.module);
		ImportValues.Builder functions = ImportValues.builder();
		if (this.kind == Instantiation.Kind.IMPORTS) {
			for (int number = 0; number < TestModules.IMPORTS; number++) {
				functions.addFunction(new HostFunction("host", "f" + number,
						FunctionType.of(types(TestModules.parameters(number)), List.of()),
						(instance, arguments) -> new long[0]));
			}
		}
		this.imports = functions.build();
	}

	private static List<ValType> types(String[] names) {
		return Arrays.stream(names).map((name) -> switch (name.toUpperCase(Locale.ROOT)) {
			case "I32" -> ValType.I32;
			case "I64" -> ValType.I64;
			case "F32" -> ValType.F32;
			default -> ValType.F64;
		}).toList();
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
