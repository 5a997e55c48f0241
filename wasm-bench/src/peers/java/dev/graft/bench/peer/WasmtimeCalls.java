package dev.graft.bench.peer;

import dev.graft.bench.jmh.TestModules;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.FuncType;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What [dev.graft.bench.jmh.HostToWasm] and [dev.graft.bench.jmh.WasmToHost] do, in Wasmtime
/// through its JNI binding: calls of the host per call, and of a guest from a loop, per call.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class WasmtimeCalls {

	private static final int CALLS = 1000;

	private Engine engine;

	private Store<Void> store;

	private Module module;

	private Instance instance;

	private Func nop;

	private Func add;

	private Func six;

	private Func callNop;

	private Func callAdd;

	private Func callSix;

	/// Makes an instance and gets its functions.
	@Setup
	public void bind() {
		this.engine = new Engine();
		this.store = new Store<>(null, this.engine);
		this.module = Module.fromBinary(this.engine, Binaries.of(TestModules.calls()));
		Val.Type i32 = Val.Type.I32;
		Val.Type i64 = Val.Type.I64;
		Func hostNop = new Func(this.store, FuncType.empty(), (caller, arguments, results) -> {
		});
		Func hostAdd = new Func(this.store, new FuncType(new Val.Type[] { i32, i32 }, new Val.Type[] { i32 }),
				(caller, arguments, results) -> results[0] = Val.fromI32(arguments[0].i32() + arguments[1].i32()));
		Func hostSix = new Func(this.store,
				new FuncType(new Val.Type[] { i32, i64, Val.Type.F32, Val.Type.F64, i32, i64 }, new Val.Type[] { i64 }),
				(caller, arguments, results) -> results[0] = Val.fromI64(arguments[1].i64() + arguments[5].i64()));
		this.instance = new Instance(this.store, this.module,
				List.of(Extern.fromFunc(hostNop), Extern.fromFunc(hostAdd), Extern.fromFunc(hostSix)));
		this.nop = func("nop");
		this.add = func("add");
		this.six = func("six");
		this.callNop = func("callNop");
		this.callAdd = func("callAdd");
		this.callSix = func("callSix");
	}

	private Func func(String name) {
		return this.instance.getFunc(this.store, name).orElseThrow();
	}

	/// Frees the instance.
	@TearDown
	public void close() {
		this.instance.close();
		this.module.close();
		this.store.close();
		this.engine.close();
	}

	/// The host calls: no arguments.
	@Benchmark
	public Object nop() {
		return this.nop.call(this.store);
	}

	/// The host calls: two arguments and a result.
	@Benchmark
	public Object add() {
		return this.add.call(this.store, Val.fromI32(1), Val.fromI32(2));
	}

	/// The host calls: six arguments and a result.
	@Benchmark
	public Object six() {
		return this.six.call(this.store, Val.fromI32(1), Val.fromI64(2), Val.fromF32(3), Val.fromF64(4), Val.fromI32(5),
				Val.fromI64(6));
	}

	/// The guest calls: no arguments.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public Object hostNop() {
		return this.callNop.call(this.store, Val.fromI32(CALLS));
	}

	/// The guest calls: two arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public Object hostAdd() {
		return this.callAdd.call(this.store, Val.fromI32(CALLS));
	}

	/// The guest calls: six arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public Object hostSix() {
		return this.callSix.call(this.store, Val.fromI32(CALLS));
	}

}
