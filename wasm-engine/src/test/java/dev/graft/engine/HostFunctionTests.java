package dev.graft.engine;

import static dev.graft.artifact.type.NumberType.F32;
import static dev.graft.artifact.type.NumberType.F64;
import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

}
