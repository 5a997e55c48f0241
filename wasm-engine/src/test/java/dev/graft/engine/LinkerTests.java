package dev.graft.engine;

import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How imports are found.
class LinkerTests {

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	private final Linker linker = Linker.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void reportsEverythingThatIsMissingOrDoesNotMatchAtOnce() {
		Module module = load("""
				(module
				  (import "env" "lgo" (func (param i32)))
				  (import "env" "add" (func (param i32 i32) (result i64)))
				  (import "env" "memory" (memory 2))
				  (import "wasi" "exit" (func (param i32)))
				  (import "env" "limit" (global i32)))
				""");
		this.linker.function("env", "log", IntConsumer.class, (value) -> {
		});
		this.linker.function("env", "add", IntBinaryOperator.class, (a, b) -> a + b);
		this.linker.define("env", "memory", Memory.create(this.store, ExternalType.Memory.of(Limits.from(1))));
		this.linker.define("env", "limit", Global.create(this.store, new ExternalType.Global(I32, false), 7));
		assertThatThrownBy(() -> this.linker.instantiatePre(module))
			.isInstanceOfSatisfying(UnsatisfiedImportsException.class, (unsatisfied) -> {
				assertThat(unsatisfied.imports()).map(UnsatisfiedImport::toString)
					.containsExactly("env.lgo: expected func [i32] -> [], found nothing (did you mean env.log?)",
							"env.add: expected func [i32 i32] -> [i64], found func [i32 i32] -> [i32]",
							"env.memory: expected memory 2.., found memory 1..",
							"wasi.exit: expected func [i32] -> [], found nothing");
				assertThat(unsatisfied).hasMessageContaining("test.wat: unknown import, 4 of its imports");
			});
	}

	@Test
	void callsLambdasWithoutBoxing() {
		List<Integer> logged = new ArrayList<>();
		this.linker.function("env", "log", IntConsumer.class, logged::add);
		this.linker.function("env", "add", IntBinaryOperator.class, (a, b) -> a + b);
		Instance instance = instantiate("""
				(module
				  (import "env" "log" (func $log (param i32)))
				  (import "env" "add" (func $add (param i32 i32) (result i32)))
				  (func (export "run") (param i32) (result i32)
				    (call $log (local.get 0))
				    (call $add (local.get 0) (i32.const 1))))
				""");
		assertThat(instance.func("run").typed(IntUnaryOperator.class).call().applyAsInt(41)).isEqualTo(42);
		assertThat(logged).containsExactly(41);
	}

	@Test
	void callsMethodHandles() throws ReflectiveOperationException {
		this.linker.function("math", "floor_mod", MethodHandles.publicLookup()
			.findStatic(Math.class, "floorMod", MethodType.methodType(int.class, int.class, int.class)));
		Instance instance = instantiate("""
				(module
				  (import "math" "floor_mod" (func (param i32 i32) (result i32)))
				  (export "mod" (func 0)))
				""");
		assertThat(instance.func("mod").call(-1, 5)).containsExactly(4);
	}

	@Test
	void tellsHostFunctionsWhoCalls() {
		this.linker.function("env", "read", Reader.class, (caller, address) -> caller.memory().readInt(address));
		Instance instance = instantiate("""
				(module
				  (import "env" "read" (func $read (param i32) (result i32)))
				  (memory (export "memory") 1)
				  (data (i32.const 8) "\\2a\\00\\00\\00")
				  (func (export "run") (result i32) (call $read (i32.const 8)))
				  (func (export "beyond") (result i32) (call $read (i32.const 65533))))
				""");
		assertThat(instance.func("run").call()).containsExactly(42);
		assertThatThrownBy(() -> instance.func("beyond").call()).isInstanceOfSatisfying(Trap.class, (trap) -> {
			assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS);
			assertThat(trap.backtrace().frames()).hasSize(1);
		});
	}

	@Test
	void surfacesExceptionsOfHostFunctionsUnmangled() {
		RuntimeException own = new ArithmeticException("by the host");
		this.linker.function("env", "fail", Runnable.class, () -> {
			throw own;
		});
		Instance instance = instantiate("""
				(module (import "env" "fail" (func $fail)) (func $outer (export "run") (call $fail)))
				""");
		assertThatThrownBy(() -> instance.func("run").call()).isSameAs(own);
		assertThatThrownBy(() -> instance.func("run").typed(Runnable.class).call().run()).isSameAs(own);
		assertThat(this.engine.statistics().traps()).isEmpty();
	}

	@Test
	void linksInstancesWithEachOther() {
		Instance counter = instantiate("""
				(module
				  (memory (export "memory") 1 2)
				  (table (export "table") 1 funcref)
				  (global $count (export "count") (mut i32) (i32.const 0))
				  (func (export "next") (result i32)
				    (global.set $count (i32.add (global.get $count) (i32.const 1)))
				    (global.get $count)))
				""");
		this.linker.instance("counter", counter);
		Instance user = instantiate("""
				(module
				  (import "counter" "next" (func $next (result i32)))
				  (import "counter" "count" (global $count (mut i32)))
				  (import "counter" "memory" (memory 1))
				  (import "counter" "table" (table 1 funcref))
				  (elem (i32.const 0) $next)
				  (export "memory" (memory 0))
				  (export "next" (func $next))
				  (func (export "twice") (result i32)
				    (drop (call $next))
				    (call_indirect (result i32) (i32.const 0)))
				  (func (export "store") (i32.store (i32.const 0) (global.get $count))))
				""");
		assertThat(user.func("twice").call()).containsExactly(2);
		user.func("store").call();
		assertThat(counter.memory("memory").readInt(0)).isEqualTo(2);
		assertThat(user.memory("memory")).isEqualTo(counter.memory("memory"));
		assertThat(user.func("next")).isEqualTo(counter.func("next")).isEqualTo(counter.table("table").get(0));
		counter.global("count").set(10);
		assertThat(user.func("twice").call()).containsExactly(12);
	}

	@Test
	void keepsImportsInTheirStore() {
		this.linker.define("env", "memory", Memory.create(this.store, ExternalType.Memory.of(Limits.from(1))));
		InstancePre pre = this.linker.instantiatePre(load("(module (import \"env\" \"memory\" (memory 1)))"));
		pre.instantiate(this.store);
		try (Store other = Store.create(this.engine)) {
			assertThatThrownBy(() -> pre.instantiate(other)).isInstanceOf(LinkException.class)
				.hasMessageContaining("another store");
		}
	}

	@Test
	void definesANameOnlyOnceUnlessTold() {
		this.linker.function("env", "one", IntSupplier.class, () -> 1);
		assertThatThrownBy(() -> this.linker.function("env", "one", IntSupplier.class, () -> 2))
			.isInstanceOf(LinkException.class)
			.hasMessageContaining("env.one");
		this.linker.allowShadowing(true).function("env", "one", IntSupplier.class, () -> 2);
		Instance instance = instantiate(
				"(module (import \"env\" \"one\" (func (result i32))) (export \"f\" (func 0)))");
		assertThat(instance.func("f").call()).containsExactly(2);
	}

	@Test
	void isImmutableOnceFrozen() {
		this.linker.function("env", "one", IntSupplier.class, () -> 1).freeze();
		assertThat(this.linker.isFrozen()).isTrue();
		assertThatThrownBy(() -> this.linker.function("env", "two", IntSupplier.class, () -> 2))
			.isInstanceOf(IllegalStateException.class);
		Linker copy = this.linker.copy().function("env", "two", IntSupplier.class, () -> 2);
		assertThat(copy.names()).containsExactly("env.one", "env.two");
		assertThat(this.linker.names()).containsExactly("env.one");
	}

	@Test
	void givesSecondNames() {
		this.linker.function("env", "one", IntSupplier.class, () -> 1).alias("env", "one", "other", "uno");
		assertThat(this.linker.get("other", "uno")).contains(new ExternType.Function(FunctionType.of(List.of(), I32)));
		assertThatThrownBy(() -> this.linker.alias("env", "two", "env", "zwei")).isInstanceOf(LinkException.class);
	}

	@Test
	void letsUnknownImportsTrapWhenTheyAreCalled() {
		Module module = load("""
				(module
				  (import "env" "known" (func $known (result i32)))
				  (import "env" "unknown" (func $unknown (param i64)))
				  (func (export "known") (result i32) (call $known))
				  (func (export "unknown") (call $unknown (i64.const 1))))
				""");
		this.linker.function("env", "known", IntSupplier.class, () -> 1).defineUnknownImportsAsTraps(module);
		Instance instance = this.linker.instantiate(this.store, module);
		assertThat(instance.func("known").call()).containsExactly(1);
		assertThatThrownBy(() -> instance.func("unknown").call()).isInstanceOf(Trap.class)
			.hasMessageContaining("unknown import (env.unknown)");
	}

	@Test
	void tellsWhichLambdaDoesNotFit() {
		FunctionType type = FunctionType.of(List.of(I32), I32);
		assertThatThrownBy(
				() -> this.linker.function("env", "next", type, LongUnaryOperator.class, (value) -> value + 1))
			.isInstanceOf(SignatureMismatchException.class)
			.hasMessage("env.next: parameter 0 is i32, which cannot be long in Java");
		assertThatThrownBy(() -> this.linker.function("env", "next", FunctionType.of(List.of(I64), I32),
				IntUnaryOperator.class, (value) -> value + 1))
			.isInstanceOf(SignatureMismatchException.class);
	}

	private Instance instantiate(String text) {
		return this.linker.instantiate(this.store, load(text));
	}

	private Module load(String text) {
		return this.engine.load("test.wat", text.getBytes(StandardCharsets.UTF_8));
	}

	interface Reader {

		int read(Caller caller, int address);

	}

}
