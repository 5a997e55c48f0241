package dev.graft.engine;

import static dev.graft.artifact.type.NumberType.F32;
import static dev.graft.artifact.type.NumberType.F64;
import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import java.util.function.UnaryOperator;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Host functions, called by the host through the same adapters as WebAssembly code does.
class HostFunctionTests {

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void infersTheTypeOfLambdas() {
		assertThat(Func.create(this.store, IntBinaryOperator.class, (a, b) -> a + b).type())
			.isEqualTo(FunctionType.of(List.of(I32, I32), I32));
		assertThat(Func.create(this.store, DoubleUnaryOperator.class, (a) -> a).type())
			.isEqualTo(FunctionType.of(List.of(F64), F64));
		assertThat(Func.create(this.store, IntPredicate.class, (a) -> a > 0).type())
			.isEqualTo(FunctionType.of(List.of(I32), I32));
		assertThat(Func.create(this.store, Runnable.class, () -> {
		}).type()).isEqualTo(FunctionType.of(List.of()));
		assertThat(Func.create(this.store, MixedFunction.class, (a, b, c, d, e) -> "").type()).isEqualTo(FunctionType
			.of(List.of(I64, F32, ReferenceType.EXTERNREF, ReferenceType.FUNCREF, I32), ReferenceType.EXTERNREF));
	}

	@Test
	void callsLambdasWithBoxedValues() {
		Func add = Func.create(this.store, IntBinaryOperator.class, (a, b) -> a + b);
		assertThat(add.call(2, 3)).containsExactly(5);
	}

	@Test
	void callsLambdasThroughInterfaces() {
		Func add = Func.create(this.store, IntBinaryOperator.class, (a, b) -> a + b);
		assertThat(add.typed(IntBinaryOperator.class).call().applyAsInt(2, 3)).isEqualTo(5);
		assertThat(add.typed(PrivateAdd.class).call().add(2, 3)).isEqualTo(5);
	}

	@Test
	void convertsBooleansBothWays() {
		Func positive = Func.create(this.store, IntPredicate.class, (a) -> a > 0);
		assertThat(positive.call(7)).containsExactly(1);
		assertThat(positive.typed(IntPredicate.class).call().test(-7)).isFalse();
	}

	@Test
	void convertsBoxesOfGenericInterfaces() {
		FunctionType type = FunctionType.of(List.of(I32), I32);
		Linker linker = Linker.create(this.engine);
		linker.function("env", "next", type, UnaryOperator.class, UnaryOperator.identity());
		assertThat(linker.get("env", "next")).contains(new ExternType.Function(type));
		Func next = Func.create(this.store, type, (caller, arguments) -> (Integer) arguments[0] + 1);
		@SuppressWarnings("unchecked")
		Function<Object, Object> typed = next.typed(Function.class).call();
		assertThat(typed.apply(41)).isEqualTo(42);
		assertThatThrownBy(() -> typed.apply("41")).isInstanceOf(ClassCastException.class)
			.hasMessageContaining("parameter 0 is i32")
			.hasMessageContaining("java.lang.String");
	}

	@Test
	void passesReferencesAsTheyAre() {
		Object object = new Object();
		Func same = Func.create(this.store, UnaryOperator.class, UnaryOperator.identity());
		assertThat(same.call(object)).containsExactly(object);
		assertThat(same.call((Object) null)).containsExactly((Object) null);
	}

	@Test
	void passesFunctionsAsFunctions() {
		Func answer = Func.create(this.store, FunctionType.of(List.of(), I32), (caller, arguments) -> 42);
		Func calling = Func.create(this.store, FunctionTaker.class,
				(function) -> function.typed(IntSupplier.class).call().getAsInt());
		assertThat(calling.type()).isEqualTo(FunctionType.of(List.of(ReferenceType.FUNCREF), I32));
		assertThat(calling.call(answer)).containsExactly(42);
		assertThat(calling.typed(FunctionTaker.class).call().apply(answer)).isEqualTo(42);
	}

	@Test
	void refusesFunctionsOfOtherStores() {
		try (Store other = Store.create(this.engine)) {
			Func foreign = Func.create(other, Runnable.class, () -> {
			});
			Func calling = Func.create(this.store, FunctionTaker.class, (function) -> 0);
			assertThatThrownBy(() -> calling.call(foreign)).isInstanceOf(SignatureMismatchException.class)
				.hasMessageContaining("another store");
		}
	}

	@Test
	void returnsSeveralResultsAsRecordsAndArrays() {
		Func divide = Func.create(this.store, DivideWithRemainder.class, (a, b) -> new Division(a / b, a % b));
		assertThat(divide.type()).isEqualTo(FunctionType.of(List.of(I32, I32), I32, I64));
		assertThat(divide.call(17, 5)).containsExactly(3, 2L);
		assertThat(divide.typed(DivideWithRemainder.class).call().apply(17, 5)).isEqualTo(new Division(3, 2L));
		assertThat(divide.typed(DivideToArray.class).call().apply(17, 5)).containsExactly(3, 2L);
	}

	@Test
	void handsRecordsOfAllKindsOnToTheGuestAndBack() {
		Func answer = Func.create(this.store, FunctionType.of(List.of(), I32), (caller, arguments) -> 42);
		AllKinds all = new AllKinds(V128.ofLongs(1, -2), answer, -3, 4.5, "host", -6.5f, V128.ofLongs(7, 8), -9L);
		Linker linker = Linker.create(this.engine);
		linker.function("host", "make", ToAllKinds.class, () -> all);
		Instance instance = linker.instantiate(this.store, this.engine.load("kinds.wat", """
				(module
				  (type $kinds (func (result v128 funcref i32 f64 externref f32 v128 i64)))
				  (import "host" "make" (func $make (type $kinds)))
				  (func (export "same") (type $kinds) (call $make)))""".getBytes(StandardCharsets.UTF_8)));
		assertThat(instance.func("same").typed(ToAllKinds.class).call().make()).isEqualTo(all);
	}

	@Test
	void checksReferencesInRecords() {
		try (Store other = Store.create(this.engine)) {
			Func foreign = Func.create(other, Runnable.class, () -> {
			});
			Func failing = Func.create(this.store, ToReferences.class, () -> new References(null, foreign));
			assertThatThrownBy(() -> failing.call()).isInstanceOf(SignatureMismatchException.class)
				.hasMessageContaining("another store");
		}
		Func answer = Func.create(this.store, FunctionType.of(List.of(), I32), (caller, arguments) -> 42);
		Func calling = Func.create(this.store, ToReferences.class, () -> new References(answer, null));
		assertThat(calling.typed(ToReferences.class).call().make()).isEqualTo(new References(answer, null));
	}

	@Test
	void readsRecordsBeforeItLeavesTheirComponents() {
		Func three = Func.create(this.store, ToThree.class, () -> new Three(1, 2, 3));
		Func calling = Func.create(this.store, ToCalling.class, () -> new Calling(three, 5, 6));
		assertThat(calling.call()).containsExactly(7, 5, 2);
	}

	@Test
	void returnsRecordsOfManyComponents() {
		Many many = new Many(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
				25, 26, 27, 28, 29, 30, 31, 32);
		Func calling = Func.create(this.store, ToMany.class, () -> many);
		assertThat(calling.typed(ToMany.class).call().make()).isEqualTo(many);
	}

	@Test
	void takesMoreParametersThanJavaMethodsCan() {
		int count = 300;
		FunctionType type = FunctionType.of(Collections.nCopies(count, I64), I64);
		Func sum = Func.create(this.store, type, (caller, arguments) -> {
			long total = 0;
			for (Object argument : arguments) {
				total += (Long) argument;
			}
			return total;
		});
		List<Object> arguments = new ArrayList<>();
		for (long argument = 1; argument <= count; argument++) {
			arguments.add(argument);
		}
		assertThat(sum.call(arguments.toArray())).containsExactly(45_150L);
	}

	@Test
	void tellsWhatDoesNotFit() {
		Func add = Func.create(this.store, IntBinaryOperator.class, (a, b) -> a + b);
		assertThatThrownBy(() -> add.call(1)).isInstanceOf(SignatureMismatchException.class)
			.hasMessage("argument: expected 2 values [i32, i32], found 1");
		assertThatThrownBy(() -> add.call(1, 2L)).isInstanceOf(SignatureMismatchException.class)
			.hasMessage("argument 1: expected i32, found java.lang.Long");
		assertThatThrownBy(() -> add.typed(DoubleUnaryOperator.class)).isInstanceOf(SignatureMismatchException.class)
			.hasMessageContaining("func [i32 i32] -> [i32] as java.util.function.DoubleUnaryOperator");
		assertThatThrownBy(() -> add.typed(Supplier.class)).isInstanceOf(SignatureMismatchException.class);
		assertThatThrownBy(() -> add.typed(List.class)).isInstanceOf(SignatureMismatchException.class)
			.hasMessageContaining("not a functional interface");
	}

	@Test
	void surfacesExceptionsOfTheHostUnmangled() {
		IndexOutOfBoundsException own = new IndexOutOfBoundsException("mine");
		Func failing = Func.create(this.store, Runnable.class, () -> {
			throw own;
		});
		assertThatThrownBy(() -> failing.call()).isSameAs(own);
		assertThatThrownBy(() -> failing.typed(Runnable.class).call().run()).isSameAs(own);
		Exception checked = new Exception("checked");
		Func throwing = Func.create(this.store, FunctionType.of(List.of()), (caller, arguments) -> {
			throw checked;
		});
		assertThatThrownBy(() -> throwing.call()).isSameAs(checked);
	}

	@Test
	void turnsAnExhaustedStackIntoATrap() {
		Func[] self = new Func[1];
		self[0] = Func.create(this.store, Runnable.class, () -> self[0].call());
		assertThatThrownBy(() -> self[0].call()).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.STACK_EXHAUSTED));
		Func add = Func.create(this.store, IntBinaryOperator.class, (a, b) -> a + b);
		assertThat(add.call(2, 3)).containsExactly(5);
		this.store.close();
		assertThat(this.store.isClosed()).isTrue();
	}

	@Test
	void tellsHostFunctionsThatTheHostCalls() {
		Func asking = Func.create(this.store, CallerAsking.class,
				(caller) -> caller.instance().isEmpty() && caller.store() == this.store);
		assertThat(asking.type()).isEqualTo(FunctionType.of(List.of(), I32));
		assertThat(asking.call()).containsExactly(1);
	}

	interface MixedFunction {

		String apply(long a, float b, String c, Func d, boolean e);

	}

	interface FunctionTaker {

		int apply(Func function);

	}

	interface CallerAsking {

		boolean ask(Caller caller);

	}

	private interface PrivateAdd {

		int add(int a, int b);

	}

	interface DivideWithRemainder {

		Division apply(int a, int b);

	}

	interface DivideToArray {

		Object[] apply(int a, int b);

	}

	record Division(int quotient, long remainder) {
	}

	interface ToAllKinds {

		AllKinds make();

	}

	record AllKinds(V128 first, Func function, int number, double real, Object reference, float single, V128 vector,
			long last) {
	}

	interface ToReferences {

		References make();

	}

	record References(@Nullable Func first, @Nullable Func second) {
	}

	interface ToThree {

		Three make();

	}

	record Three(int first, int second, int third) {
	}

	interface ToCalling {

		Calling make();

	}

	/// Reading its last component calls a function with several results.
	record Calling(int first, int second, int third) {

		private static final ThreadLocal<Func> CALLED = new ThreadLocal<>();

		Calling(Func called, int second, int third) {
			this(7, second, third);
			CALLED.set(called);
		}

		@Override
		public int third() {
			return requireNonNull((Integer) CALLED.get().call()[1]);
		}

	}

	interface ToMany {

		Many make();

	}

	record Many(int n0, int n1, int n2, int n3, int n4, int n5, int n6, int n7, int n8, int n9, int n10, int n11,
			int n12, int n13, int n14, int n15, int n16, int n17, int n18, int n19, int n20, int n21, int n22, int n23,
			int n24, int n25, int n26, int n27, int n28, int n29, int n30, int n31, int n32) {
	}

}
