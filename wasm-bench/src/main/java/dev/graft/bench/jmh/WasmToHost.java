package dev.graft.bench.jmh;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.engine.Caller;
import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
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

/// Calls of WebAssembly to the host, per call, from a loop in WebAssembly.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class WasmToHost {

	private static final int CALLS = 1000;

	/// How the host function is made.
	@Param({ "LAMBDA", "METHOD_HANDLE", "BOXED" })
	public Kind kind = Kind.LAMBDA;

	private Engine engine;

	private Store store;

	private IntConsumer nop;

	private IntUnaryOperator add;

	private IntToLongFunction six;

	private IntUnaryOperator pair;

	/// Makes an instance and binds its functions.
	@Setup
	public void bind() throws ReflectiveOperationException {
		this.engine = Engine.create();
		this.store = Store.create(this.engine);
		Linker linker = Linker.create(this.engine);
		switch (this.kind) {
			case LAMBDA -> lambdas(linker);
			case METHOD_HANDLE -> methodHandles(linker);
			case BOXED -> boxed(linker);
		}
		Instance instance = linker.instantiate(this.store,
				this.engine.load("calls.wat", TestModules.calls().getBytes(StandardCharsets.UTF_8)));
		this.nop = instance.func("callNop").typed(IntConsumer.class).call();
		this.add = instance.func("callAdd").typed(IntUnaryOperator.class).call();
		this.six = instance.func("callSix").typed(IntToLongFunction.class).call();
		Instance several = linker.instantiate(this.store,
				this.engine.load("several.wat", TestModules.severalResults().getBytes(StandardCharsets.UTF_8)));
		this.pair = several.func("callPair").typed(IntUnaryOperator.class).call();
	}

	private static void lambdas(Linker linker) {
		linker.function("host", "nop", Runnable.class, () -> {
		});
		linker.function("host", "add", IntBinaryOperator.class, (left, right) -> left + right);
		linker.function("host", "six", HostToWasm.Six.class, (a, b, c, d, e, f) -> b + f);
		linker.function("host", "pair", Pair.class, WasmToHost::hostPair);
	}

	private static void methodHandles(Linker linker) throws ReflectiveOperationException {
		MethodHandles.Lookup lookup = MethodHandles.lookup();
		linker.function("host", "nop",
				lookup.findStatic(WasmToHost.class, "hostNop", MethodType.methodType(void.class, Caller.class)));
		linker.function("host", "add",
				lookup.findStatic(WasmToHost.class, "hostAdd", MethodType.methodType(int.class, int.class, int.class)));
		linker.function("host", "six", lookup.findStatic(WasmToHost.class, "hostSix", MethodType.methodType(long.class,
				int.class, long.class, float.class, double.class, int.class, long.class)));
		linker.function("host", "pair", lookup.findStatic(WasmToHost.class, "hostPair",
				MethodType.methodType(Results.class, int.class, int.class)));
	}

	private static void boxed(Linker linker) {
		linker.function("host", "nop", FunctionType.of(List.of()), (caller, arguments) -> null);
		linker.function("host", "add", FunctionType.of(List.of(NumberType.I32, NumberType.I32), NumberType.I32),
				(caller, arguments) -> (Integer) arguments[0] + (Integer) arguments[1]);
		linker.function("host", "six",
				FunctionType.of(List.of(NumberType.I32, NumberType.I64, NumberType.F32, NumberType.F64, NumberType.I32,
						NumberType.I64), NumberType.I64),
				(caller, arguments) -> (Long) arguments[1] + (Long) arguments[5]);
		linker.function("host", "pair",
				FunctionType.of(List.of(NumberType.I32, NumberType.I32), NumberType.I32, NumberType.I64),
				(caller, arguments) -> new Object[] { arguments[0], (long) (Integer) arguments[1] });
	}

	/// The host's function without parameters; the caller is not one.
	static void hostNop(Caller caller) {
	}

	/// The host's function of two parameters.
	static int hostAdd(int left, int right) {
		return left + right;
	}

	/// The host's function of six parameters.
	static long hostSix(int a, long b, float c, double d, int e, long f) {
		return b + f;
	}

	/// The host's function of two results.
	static Results hostPair(int left, int right) {
		return new Results(left + right, right);
	}

	/// Frees the instance.
	@TearDown
	public void close() {
		this.store.close();
		this.engine.close();
	}

	/// No arguments.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public void nop() {
		this.nop.accept(CALLS);
	}

	/// Two arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int add() {
		return this.add.applyAsInt(CALLS);
	}

	/// Six arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public long six() {
		return this.six.applyAsLong(CALLS);
	}

	/// Two arguments and two results: a record, or an array of boxes.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int pair() {
		return this.pair.applyAsInt(CALLS);
	}

	/// A function of two results.
	@FunctionalInterface
	public interface Pair {

		/// Calls it.
		Results call(int left, int right);

	}

	/// What it returns.
	public record Results(int first, long second) {
	}

	/// Ways to make a host function.
	public enum Kind {

		/// A lambda of a functional interface.
		LAMBDA,

		/// A method handle.
		METHOD_HANDLE,

		/// A function of boxed values.
		BOXED

	}

}
