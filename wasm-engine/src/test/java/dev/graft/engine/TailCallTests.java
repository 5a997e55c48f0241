package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.engine.trap.WasmFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls in tail position: constant stack whatever is called, and nothing else differs
/// from ordinary calls.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ParameterizedClass
@EnumSource
class TailCallTests {

	private static final int MANY = 10_000_000;

	private final Setup setup;

	private final Engine engine;

	private final Engine compiling;

	private final Store store;

	private final Linker linker;

	TailCallTests(Setup setup) {
		this.setup = setup;
		EngineConfig.Builder config = features();
		this.compiling = Engine.create(
				((setup == Setup.IN_PIECES) ? config.compiler(new WasmCompiler(MethodLimits.TINY)) : config).build());
		this.engine = (setup == Setup.MAPPED) ? Engine.create(features().compilation(false).build()) : this.compiling;
		this.store = Store.builder(this.engine).build();
		this.linker = Linker.create(this.engine).allowShadowing(true);
	}

	private static EngineConfig.Builder features() {
		return EngineConfig.builder().feature(Feature.SIMD, true);
	}

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
		this.compiling.close();
	}

	private Instance instance(String module) {
		byte[] source = module.getBytes(StandardCharsets.UTF_8);
		byte[] loaded = (this.setup == Setup.MAPPED) ? this.compiling.precompile("test.wat", source) : source;
		return this.linker.instantiate(this.store, this.engine.load("test.wat", loaded));
	}

	private int call(Instance instance, String function, int argument) {
		return instance.func(function).typed(IntUnaryOperator.class).call().applyAsInt(argument);
	}

	@Test
	void functionsOfAModuleCallEachOther() {
		Instance instance = instance("""
				(module
				  (func $even (export "even") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.const 1))))
				    (return_call $odd (i32.sub (local.get 0) (i32.const 1))))
				  (func $odd (export "odd") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.const 0))))
				    (return_call $even (i32.sub (local.get 0) (i32.const 1)))))
				""");
		assertThat(call(instance, "even", MANY)).isEqualTo(1);
		assertThat(call(instance, "odd", MANY)).isZero();
	}

	@Test
	void aFunctionCallsItself() {
		Instance instance = instance(
				"""
						(module
						  (func $sum (export "sum") (param i32) (result i32) (return_call $add (local.get 0) (i32.const 0)))
						  (func $add (param $n i32) (param $sum i32) (result i32) (local $seen i32)
						    (if (local.get $seen) (then (return (i32.const -1))))
						    (local.set $seen (i32.const 1))
						    (if (i32.eqz (local.get $n)) (then (return (local.get $sum))))
						    (return_call $add (i32.sub (local.get $n) (i32.const 1)) (i32.add (local.get $sum) (local.get $n)))))
						""");
		assertThat(call(instance, "sum", MANY)).isEqualTo((int) ((long) MANY * (MANY + 1) / 2));
	}

	@Test
	void parametersAreExchangedAllAtOnce() {
		Instance instance = instance("""
				(module
				  (func $gcd (param i32 i32) (result i32)
				    (if (i32.eqz (local.get 1)) (then (return (local.get 0))))
				    (return_call $gcd (local.get 1) (i32.rem_u (local.get 0) (local.get 1))))
				  (func (export "gcd") (param i32) (result i32) (call $gcd (local.get 0) (i32.const 1071))))
				""");
		assertThat(call(instance, "gcd", 462)).isEqualTo(21);
	}

	@Test
	void localsInArraysBeginAgainAsZero() {
		Instance instance = instance("""
				(module
				  (func $f (export "f") (param i32) (result i32) (local %s)
				    (if (local.get 900) (then (return (i32.const -1))))
				    (local.set 900 (i32.const 1))
				    (if (i32.eqz (local.get 0)) (then (return (local.get 900))))
				    (return_call $f (i32.sub (local.get 0) (i32.const 1)))))
				""".formatted("i32 ".repeat(1000)));
		assertThat(call(instance, "f", 1000)).isEqualTo(1);
	}

	@Test
	void modulesCallEachOtherAndTheHost() {
		this.linker.function("host", "end", IntUnaryOperator.class, (n) -> n + 42);
		this.linker.function("even", "even", IntUnaryOperator.class, (n) -> -1);
		String text = """
				(module
				  (import "host" "end" (func $end (param i32) (result i32)))
				  (table (export "others") 1 funcref)
				  (type $t (func (param i32) (result i32)))
				  (func $run (export "run") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return_call $end (local.get 0))))
				    (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0))))
				""";
		Instance one = instance(text);
		this.linker.instance("one", one);
		Instance other = instance("""
				(module
				  (import "one" "run" (func $run (param i32) (result i32)))
				  (func (export "other") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.const 7))))
				    (return_call $run (i32.sub (local.get 0) (i32.const 1)))))
				""");
		one.table("others").set(0, other.func("other"));
		assertThat(call(one, "run", MANY)).isEqualTo(42);
		assertThat(call(one, "run", MANY + 1)).isEqualTo(7);
		assertThat(call(other, "other", MANY)).isEqualTo(7);
	}

	@Test
	void instancesOfOneModuleCallEachOther() {
		String text = """
				(module
				  (global $id (export "id") (mut i32) (i32.const 0))
				  (table (export "others") 1 funcref)
				  (type $t (func (param i32) (result i32)))
				  (func (export "run") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (global.get $id))))
				    (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0))))
				""";
		Instance one = instance(text);
		Instance other = instance(text);
		one.global("id").set(1);
		other.global("id").set(2);
		one.table("others").set(0, other.func("run"));
		other.table("others").set(0, one.func("run"));
		assertThat(call(one, "run", MANY)).isEqualTo(1);
		assertThat(call(one, "run", MANY + 1)).isEqualTo(2);
	}

	@Test
	void referencesAreFollowed() {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32) (result i32)))
				  (global $next (mut (ref null $t)) (ref.null $t))
				  (elem declare func $ping $pong $end)
				  (func $ping (export "ping") (type $t)
				    (if (i32.eqz (local.get 0)) (then (return_call_ref $t (i32.const 6) (ref.func $end))))
				    (return_call_ref $t (i32.sub (local.get 0) (i32.const 1)) (ref.func $pong)))
				  (func $pong (type $t) (return_call_ref $t (local.get 0) (ref.func $ping)))
				  (func $end (type $t) (i32.mul (local.get 0) (i32.const 7)))
				  (func (export "null") (type $t) (return_call_ref $t (local.get 0) (global.get $next)))
				  (func (export "f") (type $t) (return_call $ping (local.get 0))))
				""");
		assertThat(call(instance, "ping", MANY)).isEqualTo(42);
		assertThatThrownBy(() -> call(instance, "null", 0)).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.NULL_REFERENCE));
		assertThat(call(instance, "f", 1000)).isEqualTo(42);
	}

	@Test
	void everyKindOfArgumentAndResultArrives() {
		Instance instance = instance(
				"""
						(module
						  (type $t (func (param i32 i32 i64 f32 f64 externref funcref) (result externref i64 f32 f64 funcref i32)))
						  (table funcref (elem $ping $pong))
						  (func $ping (export "ping") (type $t)
						    (return_call $pong (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4)
						      (local.get 5) (local.get 6)))
						  (func $pong (type $t)
						    (if (i32.eqz (local.get 0))
						      (then (return (local.get 5) (local.get 2) (local.get 3) (local.get 4) (local.get 6) (local.get 1))))
						    (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (local.get 1) (local.get 2)
						      (local.get 3) (local.get 4) (local.get 5) (local.get 6) (i32.const 0))))
						""");
		Func ping = instance.func("ping");
		assertThat(ping.call(100_000, -5, Long.MIN_VALUE + 1, -1.5f, -0.0, "thing", ping)).containsExactly("thing",
				Long.MIN_VALUE + 1, -1.5f, -0.0, ping, -5);
	}

	@Test
	void functionsOfEveryKindOfResultCallEachOther() {
		for (NumberType type : NumberType.values()) {
			Instance instance = instance("""
					(module
					  (func $f (export "f") (param i32) (result T)
					    (if (i32.eqz (local.get 0)) (then (return (T.const 3))))
					    (return_call $g (i32.sub (local.get 0) (i32.const 1))))
					  (func $g (param i32) (result T) (return_call $f (local.get 0))))
					""".replace("T", type.toString()));
			assertThat(instance.func("f").call(100_000)[0]).isInstanceOfSatisfying(Number.class,
					(result) -> assertThat(result.intValue()).isEqualTo(3));
		}
		Instance instance = instance("""
				(module
				  (global $n (export "n") (mut i32) (i32.const 0))
				  (func $f (export "f") (param i32)
				    (global.set $n (i32.add (global.get $n) (i32.const 1)))
				    (br_if 0 (i32.eqz (local.get 0)))
				    (return_call $g (i32.sub (local.get 0) (i32.const 1))))
				  (func $g (param i32) (return_call $f (local.get 0))))
				""");
		instance.func("f").call(100_000);
		assertThat(instance.global("n").get()).isEqualTo(100_001);
	}

	@Test
	void parametersThatDoNotFitAJavaMethodArrive() {
		String locals = IntStream.range(0, 300)
			.mapToObj((index) -> "(local.get " + index + ")")
			.collect(Collectors.joining(" "));
		String fewer = locals.replace("(local.get 0)", "(i32.sub (local.get 0) (i32.const 1))");
		Instance instance = instance("""
				(module
				  (type $t (func (param %s externref) (result i32 externref)))
				  (table funcref (elem $f $g))
				  (func $f (export "f") (type $t)
				    (if (i32.eqz (local.get 0)) (then (return (local.get 299) (local.get 300))))
				    (return_call $g %s (local.get 300)))
				  (func $g (type $t)
				    (return_call_indirect (type $t) %s (local.get 300) (i32.const 0))))
				""".formatted("i32 ".repeat(300), locals, fewer));
		Object[] arguments = new Object[301];
		Arrays.setAll(arguments, (index) -> index);
		arguments[0] = 10_000;
		assertThat(instance.func("f").call(arguments)).containsExactly(299, 300);
	}

	/// In pieces, some of these end with a statement that is larger than a part, behind
	/// which nothing is reached.
	@Test
	void argumentsThatTakeAPieceOrMoreArrive() {
		String functions = IntStream.rangeClosed(1, 40)
			.mapToObj((count) -> """
					(func $last%1$d (param %2$s i32) (result i32) (i32.add (local.get %1$d) (i32.const %1$d)))
					(func $f%1$d (param %2$s i32) (result i32) (return_call $last%1$d %3$s (local.get %1$d)))
					(func (export "f%1$d") (param i32) (result i32) (call $f%1$d %4$s (local.get 0)))
					""".formatted(count, "externref ".repeat(count),
					IntStream.range(0, count).mapToObj("(local.get %d)"::formatted).collect(Collectors.joining(" ")),
					"(ref.null extern) ".repeat(count)))
			.collect(Collectors.joining());
		Instance instance = instance("(module " + functions + ")");
		for (int count = 1; count <= 40; count++) {
			assertThat(call(instance, "f" + count, 100)).isEqualTo(100 + count);
		}
	}

	@Test
	void moreFunctionsThanASwitchHasCasesCallEachOther() {
		String functions = IntStream.range(0, 700).mapToObj((index) -> """
				(func $f%d (param i32) (result i32)
				  (if (i32.eqz (local.get 0)) (then (return (i32.const %d))))
				  (return_call $f%d (i32.sub (local.get 0) (i32.const 1))))
				""".formatted(index, index, (index + 1) % 700)).collect(Collectors.joining());
		Instance instance = instance("(module (export \"f\" (func $f0))" + functions + ")");
		assertThat(call(instance, "f", 699)).isEqualTo(699);
		assertThat(call(instance, "f", 100_000)).isEqualTo(100_000 % 700);
	}

	@Test
	void ordinaryCallsInsideOfChainsHaveChainsOfTheirOwn() {
		Instance instance = instance("""
				(module
				  (func $f (export "f") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.const 1))))
				    (return_call $g (i32.sub (local.get 0) (i32.const 1)) (call $inner (i32.const 100))))
				  (func $g (param i32 i32) (result i32)
				    (if (i32.ne (local.get 1) (i32.const 5)) (then unreachable))
				    (return_call $f (local.get 0)))
				  (func $inner (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.const 5))))
				    (return_call $inner2 (i32.sub (local.get 0) (i32.const 1))))
				  (func $inner2 (param i32) (result i32) (return_call $inner (local.get 0))))
				""");
		assertThat(call(instance, "f", 10_000)).isEqualTo(1);
	}

	@Test
	void handlersDoNotSeeWhatIsThrownAfterTheirFunctionHasLeft() {
		this.linker.function("host", "fail", IntUnaryOperator.class, (n) -> 1 / n);
		Instance instance = instance("""
				(module
				  (import "host" "fail" (func $host (param i32) (result i32)))
				  (tag $e (param i32))
				  (type $t (func (param i32) (result i32)))
				  (table funcref (elem $throw $loop))
				  (elem declare func $throw)
				  (func $throw (type $t) (throw $e (local.get 0)))
				  (func $loop (type $t)
				    (if (i32.eqz (local.get 0)) (then (return_call $throw (i32.const 5))))
				    (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.const 1)))
				  (func $direct (type $t)
				    (block (try_table (catch_all 0) (return_call $throw (local.get 0)))) (i32.const -1))
				  (func $leaving (type $t)
				    (block (try_table (catch_all 0) (return_call $loop (local.get 0)))) (i32.const -1))
				  (func $indirect (type $t)
				    (block (try_table (catch_all 0) (return_call_indirect (type $t) (local.get 0) (i32.const 0))))
				    (i32.const -1))
				  (func $reference (type $t)
				    (block (try_table (catch_all 0) (return_call_ref $t (local.get 0) (ref.func $throw))))
				    (i32.const -1))
				  (func $argument (type $t)
				    (block (try_table (catch_all 0) (return_call $direct (call $throw (local.get 0))))) (i32.const 77))
				  (func $self (type $t)
				    (if (i32.eqz (local.get 0)) (then (throw $e (i32.const 3))))
				    (block (try_table (catch_all 0) (return_call $self (i32.sub (local.get 0) (i32.const 1)))))
				    (i32.const -1))
				  (table $all funcref (elem $direct $leaving $indirect $reference $argument $self))
				  (func (export "thrown") (param $which i32) (result i32)
				    (block $caught (result i32)
				      (try_table (result i32) (catch $e $caught)
				        (call_indirect $all (type $t) (i32.const 9) (local.get $which))))))
				""");
		assertThat(IntStream.range(0, 6).map((which) -> call(instance, "thrown", which))).containsExactly(9, 5, 9, 9,
				77, 3);
	}

	@Test
	void vectorsTravelAsTheirHalves() {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32 v128 i64 v128) (result v128 i32 v128)))
				  (table funcref (elem $f $g))
				  (func $f (export "f") (type $t)
				    (if (i32.eqz (local.get 0))
				      (then (return (local.get 3) (i32.wrap_i64 (local.get 2)) (local.get 1))))
				    (return_call $g (i32.sub (local.get 0) (i32.const 1)) (local.get 1) (local.get 2)
				      (i64x2.add (local.get 3) (v128.const i64x2 1 2))))
				  (func $g (type $t)
				    (return_call_indirect (type $t) (local.get 0) (local.get 1) (local.get 2) (local.get 3)
				      (i32.const 0)))
				  (func $self (export "self") (param i32 v128) (result v128) (local v128)
				    (if (v128.any_true (local.get 2)) (then unreachable))
				    (local.set 2 (local.get 1))
				    (if (i32.eqz (local.get 0)) (then (return (local.get 2))))
				    (return_call $self (i32.sub (local.get 0) (i32.const 1))
				      (i64x2.add (local.get 1) (v128.const i64x2 1 2)))))
				""");
		assertThat(instance.func("f").call(1000, new V128(7, 8), 5L, new V128(100, 200)))
			.containsExactly(new V128(1100, 2200), 5, new V128(7, 8));
		assertThat(instance.func("self").call(1000, new V128(100, 200))).containsExactly(new V128(1100, 2200));
	}

	@Test
	void chainsThatEndAreOrdinaryCalls() {
		byte[] artifact = this.compiling.precompile("test.wat", """
				(module
				  (func $one (param i32) (result i32) (local.get 0))
				  (func $two (param i32) (result i32) (return_call $one (local.get 0)))
				  (func (export "three") (param i32) (result i32) (return_call $two (local.get 0)))
				  (func $self (export "self") (param i32) (return_call $self (local.get 0))))
				""".getBytes(StandardCharsets.UTF_8));
		try (dev.graft.artifact.Artifact read = dev.graft.artifact.Artifact.of("test", artifact)) {
			assertThat(read.classNames()).noneMatch((name) -> name.contains("Tail"));
		}
	}

	@Test
	void endlessChainsEndAtTheirDeadline() {
		String text = """
				(module
				  (type $t (func (param i32)))
				  (table funcref (elem $self $ping $pong $through))
				  (func $self (export "self") (param i32) (return_call $self (local.get 0)))
				  (func $ping (export "ping") (param i32) (return_call $pong (local.get 0)))
				  (func $pong (param i32) (return_call $ping (local.get 0)))
				  (func $through (export "through") (param i32)
				    (return_call_indirect (type $t) (local.get 0) (local.get 0))))
				""";
		Module module = this.compiling.load("test.wat", text.getBytes(StandardCharsets.UTF_8));
		try (Store limited = Store.builder(this.compiling).deadline(Duration.ofMillis(50)).build()) {
			Instance instance = Linker.create(this.compiling).instantiate(limited, module);
			for (String function : List.of("self", "ping", "through")) {
				assertThatThrownBy(() -> instance.func(function).call(3)).isInstanceOfSatisfying(Trap.class,
						(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
			}
		}
	}

	@Test
	void backtracesNameWhoIsThereAndNotWhoHasLeft() {
		Instance instance = instance("""
				(module
				  (func (export "run") (param i32) (result i32) (i32.add (call $first (local.get 0)) (i32.const 1)))
				  (func $first (param i32) (result i32) (return_call $second (local.get 0)))
				  (func $second (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.div_s (i32.const 1) (local.get 0)))))
				    (return_call $first (i32.sub (local.get 0) (i32.const 1)))))
				""");
		for (int steps : new int[] { 0, 1, 1000 }) {
			assertThatThrownBy(() -> call(instance, "run", steps)).isInstanceOfSatisfying(Trap.class, (trap) -> {
				assertThat(trap.code()).isEqualTo(TrapCode.INTEGER_DIVIDE_BY_ZERO);
				assertThat(trap.backtrace().frames()).extracting(WasmFrame::functionIndex).containsExactly(2, 0);
				assertThat(trap.backtrace().frames()).allMatch((frame) -> frame.offset().isPresent());
			});
		}
	}

	@Test
	void theStoreIsAsGoodAsNewAfterATrapInAChain() {
		this.linker.function("host", "fail", Runnable.class, () -> {
			throw new IllegalStateException("on purpose");
		});
		Instance instance = instance("""
				(module
				  (import "host" "fail" (func $fail))
				  (type $t (func (param i32) (result i32)))
				  (type $other (func))
				  (table 4 funcref) (elem (i32.const 0) $f $g $deep)
				  (func $f (export "f") (param i32) (result i32)
				    (if (i32.eqz (local.get 0)) (then (return (i32.const 9))))
				    (return_call $g (i32.sub (local.get 0) (i32.const 1))))
				  (func $g (param i32) (result i32) (return_call $f (local.get 0)))
				  (func $deep (export "deep") (param i32) (result i32)
				    (drop (call $deep (local.get 0)))
				    (return_call $f (local.get 0)))
				  (func (export "any") (param i32) (result i32)
				    (return_call_indirect (type $t) (i32.const 0) (local.get 0)))
				  (func (export "wrong") (param i32) (result i32)
				    (call $leave (local.get 0)) (i32.const 0))
				  (func $leave (param i32) (return_call_indirect (type $other) (local.get 0)))
				  (func (export "fail") (return_call $fail)))
				""");
		expect(instance, "deep", 0, TrapCode.STACK_EXHAUSTED);
		expect(instance, "any", 3, TrapCode.UNINITIALIZED_ELEMENT);
		expect(instance, "any", 4, TrapCode.UNDEFINED_ELEMENT);
		expect(instance, "wrong", 0, TrapCode.INDIRECT_CALL_TYPE_MISMATCH);
		assertThatThrownBy(() -> instance.func("fail").call()).hasMessage("on purpose");
		assertThat(call(instance, "f", 100_000)).isEqualTo(9);
	}

	private void expect(Instance instance, String function, int argument, TrapCode code) {
		assertThatThrownBy(() -> call(instance, function, argument)).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(code));
		assertThat(call(instance, "f", 1000)).isEqualTo(9);
	}

	@Test
	void theStackMayEndAtAnyStepOfACall() {
		Instance instance = instance("""
				(module
				  (type $t (func (param i32) (result i32)))
				  (table funcref (elem $leaf $again))
				  (func $down (export "down") (param i32) (result i32)
				    (if (result i32) (local.get 0)
				      (then (call $down (i32.sub (local.get 0) (i32.const 1))))
				      (else (i32.add (call $leave (local.get 0)) (i32.const 1)))))
				  (func $leave (type $t) (return_call_indirect (type $t) (local.get 0) (i32.const 1)))
				  (func $again (type $t)
				    (if (local.get 0) (then (return_call_indirect (type $t) (local.get 0) (i32.const 0))))
				    (i32.add (call $leave (local.get 0)) (i32.const 1)))
				  (func $leaf (export "f") (type $t)
				    (if (local.get 0) (then (return (local.get 0))))
				    (return_call_indirect (type $t) (local.get 0) (i32.const 0))))
				""");
		for (int depth = 0; depth < 100; depth++) {
			int frames = depth;
			assertThatThrownBy(() -> call(instance, "down", frames)).isInstanceOfSatisfying(Trap.class,
					(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.STACK_EXHAUSTED));
			assertThat(call(instance, "f", 5)).isEqualTo(5);
		}
	}

	@Test
	void hostFunctionsSeeWhoCallsThem() {
		Instance[] seen = new Instance[1];
		this.linker.function("host", "look", FunctionType.of(List.of(), NumberType.I32), (caller, arguments) -> {
			seen[0] = caller.instance().orElseThrow();
			return 5;
		});
		Instance instance = instance("""
				(module
				  (import "host" "look" (func $look (result i32)))
				  (func (export "run") (param i32) (result i32) (return_call $look)))
				""");
		assertThat(call(instance, "run", 0)).isEqualTo(5);
		assertThat(seen[0]).isSameAs(instance);
	}

	@Test
	void exportsTablesAndTheStartFunctionAreEntered() {
		Instance instance = instance("""
				(module
				  (global $n (export "n") (mut i32) (i32.const 0))
				  (func $start (return_call $count (i32.const 1000)))
				  (func $count (param i32)
				    (br_if 0 (i32.eqz (local.get 0)))
				    (global.set $n (i32.add (global.get $n) (i32.const 1)))
				    (return_call $again (i32.sub (local.get 0) (i32.const 1))))
				  (func $again (param i32) (return_call $count (local.get 0)))
				  (table (export "t") funcref (elem $count))
				  (type $t (func (param i32)))
				  (func (export "through") (param i32) (call_indirect (type $t) (local.get 0) (i32.const 0)))
				  (start $start))
				""");
		assertThat(instance.global("n").get()).isEqualTo(1000);
		((Func) Objects.requireNonNull(instance.table("t").get(0))).call(500);
		instance.func("through").call(500);
		assertThat(instance.global("n").get()).isEqualTo(2000);
	}

	/// How the code comes into being.
	enum Setup {

		COMPILED, IN_PIECES, MAPPED

	}

}
