package dev.graft.engine;

import static dev.graft.artifact.type.NumberType.I32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// References to functions of a known type, between modules and at the host's side.
class TypedReferenceTests {

	private static final int MANY = 40;

	private static final String CALLER = """
			(module
			  (type $f (func (result i32)))
			  (table (export "table") 4 (ref null $f))
			  (global (export "global") (mut (ref null $f)) (ref.null $f))
			  (func (export "call") (param (ref $f)) (result i32) (call_ref $f (local.get 0)))
			  (func (export "call nullable") (param (ref null $f)) (result i32) (call_ref $f (local.get 0)))
			  (func (export "seven") (result i32) (i32.const 7))
			  (func (export "wrong") (result i64) (i64.const 7)))
			""";

	private final Engine engine = Engine
		.create(EngineConfig.builder().features(EnumSet.range(Feature.MVP, Feature.EXTENDED_CONST)).build());

	private final Store store = Store.create(this.engine);

	private final Linker linker = Linker.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void callsFunctionsOfItsOwnOfOthersAndOfTheHost() {
		Instance caller = instantiate(CALLER);
		Instance other = instantiate("(module (func (export \"f\") (result i32) (i32.const 8)))");
		Func host = Func.create(this.store, IntSupplier.class, () -> 9);
		assertThat(caller.func("call").call(caller.func("seven"))).containsExactly(7);
		assertThat(caller.func("call").call(other.func("f"))).containsExactly(8);
		assertThat(caller.func("call").call(host)).containsExactly(9);
	}

	@Test
	void callsWhereSoManyFunctionsHaveTheTypeThatNoSwitchKnowsThem() {
		StringBuilder functions = new StringBuilder();
		for (int number = 0; number < MANY; number++) {
			functions.append("(func (export \"%d\") (result i32) (i32.const %<d))%n".formatted(number));
		}
		String many = CALLER.stripTrailing().replaceFirst("\\)$", functions + ")");
		Instance one = instantiate(many);
		Instance other = instantiate(many);
		Func host = Func.create(this.store, IntSupplier.class, () -> -1);
		for (int round = 0; round < 3; round++) {
			for (int number = 0; number < MANY; number++) {
				assertThat(one.func("call").call(one.func(String.valueOf(number)))).containsExactly(number);
				assertThat(one.func("call").call(other.func(String.valueOf(number)))).containsExactly(number);
				assertThat(other.func("call nullable").call(other.func(String.valueOf(number))))
					.containsExactly(number);
			}
			assertThat(one.func("call").call(host)).containsExactly(-1);
			assertThat(other.func("call").call(host)).containsExactly(-1);
		}
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> one.func("call nullable").call((Object) null))
			.satisfies((trap) -> {
				assertThat(trap.code()).isEqualTo(TrapCode.NULL_REFERENCE);
				assertThat(trap.backtrace().frames()).hasSize(1);
			});
	}

	@Test
	void callingNullIsATrapWithABacktrace() {
		Func call = instantiate(CALLER).func("call nullable");
		for (int round = 0; round < 20_000; round++) {
			assertThatExceptionOfType(Trap.class).isThrownBy(() -> call.call((Object) null)).satisfies((trap) -> {
				assertThat(trap.code()).isEqualTo(TrapCode.NULL_REFERENCE);
				assertThat(trap.backtrace().frames()).isNotEmpty();
			});
		}
	}

	@Test
	void refusesArgumentsOfAnotherType() {
		Instance caller = instantiate(CALLER);
		refuses(() -> caller.func("call").call((Object) null),
				"argument 0: expected (ref (func (result i32))), found null");
		refuses(() -> caller.func("call").call(caller.func("wrong")), "argument 0: expected (ref (func (result i32)))");
		refuses(() -> caller.func("call").call("seven"), "found java.lang.String");
	}

	@Test
	void tablesAndGlobalsHoldTheirTypeOnly() {
		Instance caller = instantiate(CALLER);
		Table table = caller.table("table");
		Global global = caller.global("global");
		table.set(0, caller.func("seven"));
		global.set(caller.func("seven"));
		assertThat(table.get(0)).isEqualTo(caller.func("seven"));
		assertThat(global.get()).isEqualTo(caller.func("seven"));
		refuses(() -> table.set(1, caller.func("wrong")), "expected (ref null (func (result i32)))");
		refuses(() -> table.grow(1, caller.func("wrong")), "expected (ref null (func (result i32)))");
		refuses(() -> global.set(caller.func("wrong")), "expected (ref null (func (result i32)))");
		assertThat(table.externType()).hasToString("table 4.. (ref null (func (result i32)))");
		assertThat(global.externType()).hasToString("global mut (ref null (func (result i32)))");
	}

	@Test
	void resultsOfHostFunctionsAreChecked() {
		Module module = load("""
				(module
				  (type $f (func (result i32)))
				  (import "host" "get" (func $get (result (ref $f))))
				  (import "host" "pair" (func $pair (result (ref $f) (ref $f))))
				  (func (export "run") (result i32) (call_ref $f (call $get)))
				  (func (export "both") (result i32)
				    (call $pair) (drop) (call_ref $f)))
				""");
		ReferenceType wanted = (ReferenceType) ((ExternType.Function) module.imports().getFirst().type()).type()
			.results()
			.getFirst();
		Instance functions = instantiate(CALLER);
		Object[] next = { functions.func("seven") };
		this.linker.function("host", "get", FunctionType.of(List.of(), wanted), Supplier.class, () -> next[0]);
		this.linker.function("host", "pair", FunctionType.of(List.of(), wanted, wanted),
				(caller, arguments) -> new Object[] { functions.func("seven"), next[0] });
		Instance instance = this.linker.instantiate(this.store, module);
		assertThat(instance.func("run").call()).containsExactly(7);
		assertThat(instance.func("both").call()).containsExactly(7);
		next[0] = functions.func("wrong");
		for (String name : new String[] { "run", "both" }) {
			assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> instance.func(name).call())
				.withMessageContaining("(ref (func (result i32))), found a function of type (func (result i64))");
		}
	}

	@Test
	void importsMatchDeclaredSubtypes() {
		String types = "(type $base (sub (func (result i32)))) (type $sub (sub $base (func (result i32))))";
		Instance giver = instantiate("(module " + types + """
				(func (export "base") (type $base) (i32.const 1))
				(func (export "sub") (type $sub) (i32.const 2))
				(func (export "plain") (result i32) (i32.const 3))
				(global (export "g") (ref $sub) (ref.func 1)))""");
		this.linker.instance("giver", giver);
		String wantsBase = "(module " + types + "(import \"giver\" \"%s\" (func $f (type $base)))"
				+ "(func (export \"run\") (result i32) (call $f)))";
		assertThat(instantiate(wantsBase.formatted("base")).func("run").call()).containsExactly(1);
		assertThat(instantiate(wantsBase.formatted("sub")).func("run").call()).containsExactly(2);
		assertThatExceptionOfType(UnsatisfiedImportsException.class)
			.isThrownBy(() -> instantiate(wantsBase.formatted("plain")))
			.withMessageMatching(
					"(?s).*expected func \\[] -> \\[i32], type \\$[0-9a-f]{8}, found func \\[] -> \\[i32].*");
		instantiate("(module " + types + "(import \"giver\" \"g\" (global (ref null $base))))");
		assertThatExceptionOfType(UnsatisfiedImportsException.class)
			.isThrownBy(() -> instantiate("(module " + types + "(import \"giver\" \"g\" (global (mut (ref $sub)))))"));
	}

	@Test
	void indirectCallsAcceptSubtypesOfAllModules() {
		String types = "(type $base (sub (func (result i32)))) (type $sub (sub $base (func (result i32))))";
		Instance instance = instantiate("(module " + types + """
				(table (export "table") 3 funcref)
				(elem (i32.const 0) func $base $sub)
				(func $sub (type $sub) (i32.const 2))
				(func $base (type $base) (i32.const 1))
				(func (export "as base") (param i32) (result i32) (call_indirect (type $base) (local.get 0)))
				(func (export "as sub") (param i32) (result i32) (call_indirect (type $sub) (local.get 0))))""");
		Instance other = instantiate("(module " + types + "(func (export \"f\") (type $sub) (i32.const 3)))");
		instance.table("table").set(2, other.func("f"));
		assertThat(instance.func("as base").call(0)).containsExactly(1);
		assertThat(instance.func("as base").call(1)).containsExactly(2);
		assertThat(instance.func("as base").call(2)).containsExactly(3);
		assertThat(instance.func("as sub").call(1)).containsExactly(2);
		assertThat(instance.func("as sub").call(2)).containsExactly(3);
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> instance.func("as sub").call(0))
			.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INDIRECT_CALL_TYPE_MISMATCH));
	}

	@Test
	void recursionThroughReferencesEnds() {
		Instance instance = instantiate("""
				(module
				  (type $f (func (param i32) (result i32)))
				  (elem declare func $deep $wide)
				  (func $deep (export "deep") (type $f)
				    (i32.add (i32.const 1) (call_ref $f (local.get 0) (ref.func $deep))))
				  (func $wide (export "wide") (type $f)
				    (if (result i32) (local.get 0)
				      (then (i32.add
				        (call_ref $f (i32.sub (local.get 0) (i32.const 1)) (ref.func $wide))
				        (call_ref $f (i32.sub (local.get 0) (i32.const 1)) (ref.func $wide))))
				      (else (i32.const 1)))))""");
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> instance.func("deep").call(0))
			.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.STACK_EXHAUSTED));
		assertThat(instance.func("wide").call(10)).containsExactly(1024);
		try (Store hurried = Store.builder(this.engine).deadline(Duration.ofMillis(20)).build()) {
			Func wide = this.linker.instantiate(hurried, instance.module()).func("wide");
			assertThatExceptionOfType(Trap.class).isThrownBy(() -> wide.call(60))
				.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
		}
	}

	@Test
	void functionsWithManyParametersAreCalledByReference() {
		String parameters = "i64 ".repeat(299) + "funcref";
		String arguments = "(i64.const 1)".repeat(298) + "(i64.const 41) (ref.func $wide)";
		String caller = """
				(module
				  (type $wide (func (param %s) (result i64)))
				  (import "host" "wide" (func $host (type $wide)))
				  (elem declare func $wide $host)
				  (func $wide (export "wide") (type $wide) (i64.add (local.get 0) (local.get 298)))
				  (func (export "own") (result i64) (call_ref $wide %s (ref.func $wide)))
				  (func (export "host's") (result i64) (call_ref $wide %s (ref.func $host))))
				""".formatted(parameters, arguments, arguments);
		List<ValueType> types = new ArrayList<>(Collections.nCopies(299, NumberType.I64));
		types.add(ReferenceType.FUNCREF);
		this.linker.function("host", "wide", FunctionType.of(types, NumberType.I64),
				(whose, values) -> (values[299] instanceof Func) ? values[298] : -1L);
		Instance instance = instantiate(caller);
		assertThat(instance.func("own").call()).containsExactly(42L);
		assertThat(instance.func("host's").call()).containsExactly(41L);
	}

	@Test
	void tablesWithoutNullsBeginAndGrowWithAFunction() {
		Instance instance = instantiate("""
				(module
				  (type $f (func (result i32)))
				  (table $t (export "table") 3 10 (ref $f) (ref.func $one))
				  (elem (table $t) (i32.const 1) (ref $f) (ref.func $two))
				  (func $one (export "one") (type $f) (i32.const 1))
				  (func $two (type $f) (i32.const 2))
				  (func (export "call") (param i32) (result i32) (call_ref $f (table.get $t (local.get 0))))
				  (func (export "grow") (result i32) (table.grow $t (ref.func $two) (i32.const 1))))""");
		assertThat(instance.func("grow").call()).containsExactly(3);
		assertThat(List.of(0, 1, 2, 3)).map((index) -> instance.func("call").call(index)[0])
			.containsExactly(1, 2, 1, 2);
		refuses(() -> instance.table("table").set(0, null), "expected (ref (func (result i32))), found null");
		refuses(() -> instance.table("table").grow(1, null), "expected (ref (func (result i32))), found null");
		assertThat(instance.table("table").grow(1, instance.func("one"))).isEqualTo(4);
		assertThat(instance.func("call").call(4)).containsExactly(1);
		ReferenceType element = instance.table("table").type().elementType();
		refuses(() -> Table.create(this.store, new ExternalType.Table(AddressType.I32, Limits.from(1), element), null),
				"found null");
	}

	@Test
	void unknownImportsOfAnyTypeCanTrap() {
		Module module = load("""
				(module
				  (type $open (sub (func (result i32))))
				  (import "nobody" "knows" (func $f (type $open)))
				  (func (export "run") (result i32) (call $f)))""");
		Instance instance = this.linker.defineUnknownImportsAsTraps(module).instantiate(this.store, module);
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> instance.func("run").call())
			.withMessageContaining("unknown import");
	}

	@Test
	void typesOfTheHostMeanSomethingInItsEngine() {
		ReferenceType relative = new ReferenceType(true, new HeapType.Concrete(0));
		refuses(() -> Table.create(this.store, new ExternalType.Table(AddressType.I32, Limits.from(1), relative), null),
				"states a type by its index in some module");
		refuses(() -> Global.create(this.store, new ExternalType.Global(relative, true), null),
				"states a type by its index in some module");
		refuses(() -> Func.create(this.store, FunctionType.of(List.of(relative), I32), (caller, values) -> 1),
				"states a type by its index in some module");
		ReferenceType known = instantiate(CALLER).table("table").externType().elementType();
		Table table = Table.create(this.store, new ExternalType.Table(AddressType.I32, Limits.from(4), known), null);
		this.linker.define("host", "table", table);
		instantiate("(module (type $f (func (result i32))) (import \"host\" \"table\" (table 4 (ref null $f))))");
	}

	private static void refuses(ThrowingCallable call, String message) {
		assertThatExceptionOfType(SignatureMismatchException.class).isThrownBy(call).withMessageContaining(message);
	}

	private Instance instantiate(String text) {
		return this.linker.instantiate(this.store, load(text));
	}

	private Module load(String text) {
		return this.engine.load("test.wat", text.getBytes(StandardCharsets.UTF_8));
	}

}
