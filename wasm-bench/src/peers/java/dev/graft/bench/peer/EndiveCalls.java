package dev.graft.bench.peer;

import dev.graft.bench.jmh.TestModules;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/// What [dev.graft.bench.jmh.HostToWasm] and [dev.graft.bench.jmh.WasmToHost] do, in Endive with
/// its compiler: calls of the host per call, and of a guest from a loop, per call.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class EndiveCalls {

	private static final int CALLS = 1000;

	private ExportFunction nop;

	private ExportFunction add;

	private ExportFunction six;

	private ExportFunction callNop;

	private ExportFunction callAdd;

	private ExportFunction callSix;

	/// Makes an instance and gets its functions.
	@Setup
	public void bind() {
		WasmModule module = Parser.parse(Binaries.of(TestModules.calls()));
		List<ValType> types = List.of(ValType.I32, ValType.I64, ValType.F32, ValType.F64, ValType.I32, ValType.I64);
		ImportValues imports = ImportValues.builder()
			.addFunction(
					new HostFunction("host", "nop", FunctionType.empty(), (instance, arguments) -> new long[0]),
					new HostFunction("host", "add",
							FunctionType.of(List.of(ValType.I32, ValType.I32), List.of(ValType.I32)),
							(instance, arguments) -> new long[] { (int) (arguments[0] + arguments[1]) }),
					new HostFunction("host", "six", FunctionType.of(types, List.of(ValType.I64)),
							(instance, arguments) -> new long[] { arguments[1] + arguments[5] }))
			.build();
		Instance instance = Instance.builder(module)
			.withImportValues(imports)
			.withMachineFactory(MachineFactoryCompiler.compile(module))
			.build();
		this.nop = instance.export("nop");
		this.add = instance.export("add");
		this.six = instance.export("six");
		this.callNop = instance.export("callNop");
		this.callAdd = instance.export("callAdd");
		this.callSix = instance.export("callSix");
	}

	/// The host calls: no arguments.
	@Benchmark
	public Object nop() {
		return this.nop.apply();
	}

	/// The host calls: two arguments and a result.
	@Benchmark
	public Object add() {
		return this.add.apply(1, 2);
	}

	/// The host calls: six arguments and a result.
	@Benchmark
	public Object six() {
		return this.six.apply(1, 2, Float.floatToRawIntBits(3), Double.doubleToRawLongBits(4), 5, 6);
	}

	/// The guest calls: no arguments.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public Object hostNop() {
		return this.callNop.apply(CALLS);
	}

	/// The guest calls: two arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public Object hostAdd() {
		return this.callAdd.apply(CALLS);
	}

	/// The guest calls: six arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public Object hostSix() {
		return this.callSix.apply(CALLS);
	}

}
