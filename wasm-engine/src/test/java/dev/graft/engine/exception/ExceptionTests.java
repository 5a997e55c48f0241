package dev.graft.engine.exception;

import static dev.graft.artifact.type.NumberType.F64;
import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.ExnRef;
import dev.graft.engine.ExternType;
import dev.graft.engine.Func;
import dev.graft.engine.Global;
import dev.graft.engine.HostFunction;
import dev.graft.engine.Instance;
import dev.graft.engine.LinkException;
import dev.graft.engine.Linker;
import dev.graft.engine.SignatureMismatchException;
import dev.graft.engine.Store;
import dev.graft.engine.Tag;
import dev.graft.engine.ThrownException;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Exceptions between guests and the host.
class ExceptionTests {

	private static final ReferenceType EXNREF = new ReferenceType(true, HeapType.Abstract.EXN);

	private final Engine engine = Engine.create(EngineConfig.builder().features(EnumSet.allOf(Feature.class)).build());

	private final Store store = Store.create(this.engine);

	private final Linker linker = Linker.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	private Instance instantiate(String text) {
		return this.linker.instantiate(this.store, this.engine.load("test.wat", text.getBytes(StandardCharsets.UTF_8)));
	}

	private static ThrownException thrownBy(Func function, Object... arguments) {
		ThrownException thrown = catchThrowableOfType(ThrownException.class, () -> function.call(arguments));
		assertThat(thrown).isNotNull();
		return thrown;
	}

	// ---- to the host

	@Test
	void surfaceWithTheirTagAndWhatTheyCarry() {
		Instance instance = instantiate(
				"""
						(module
						  (tag $e (export "e") (param i32 i64 f32 f64 externref funcref))
						  (tag (export "other") (param i32 i64 f32 f64 externref funcref))
						  (func $f (export "f") (param externref)
						    (throw $e (i32.const -1) (i64.const 2) (f32.const 3.5) (f64.const 4.5) (local.get 0) (ref.func $f))))
						""");
		Object object = new Object();
		ExnRef exception = thrownBy(instance.func("f"), object).exception();
		assertThat(exception.fields()).containsExactly(-1, 2L, 3.5f, 4.5, object, instance.func("f"));
		assertThat(exception.field(1)).isEqualTo(2L);
		assertThat(exception.tag()).isEqualTo(instance.tag("e")).isNotEqualTo(instance.tag("other"));
		assertThat(exception.is(instance.tag("e"))).isTrue();
		assertThat(exception.is(instance.tag("other"))).isFalse();
		assertThat(exception.store()).isSameAs(this.store);
	}

	@Test
	void tellWhatTheyAreAndWhereTheHostWas() {
		ThrownException thrown = thrownBy(instantiate("""
				(module (tag $e (param i32)) (func (export "f") (throw $e (i32.const 1))))
				""").func("f"));
		assertThat(thrown).hasMessage("wasm exception [i32]");
		assertThat(thrown.getStackTrace()).anyMatch((frame) -> frame.getClassName().equals(getClass().getName()));
	}

	@Test
	void surfaceFromFunctionalInterfacesAndStartFunctions() {
		Instance instance = instantiate("""
				(module (tag $e (export "e") (param i32))
				  (func (export "f") (param i32) (result i32) (throw $e (local.get 0))))
				""");
		IntUnaryOperator function = instance.func("f").typed(IntUnaryOperator.class).call();
		assertThatExceptionOfType(ThrownException.class).isThrownBy(() -> function.applyAsInt(7))
			.satisfies((thrown) -> assertThat(thrown.exception().fields()).containsExactly(7));
		assertThatExceptionOfType(ThrownException.class)
			.isThrownBy(() -> instantiate("(module (tag $e) (func $s (throw $e)) (start $s))"));
	}

	@Test
	void areLostWhenSerialized() throws Exception {
		ThrownException thrown = Tag.create(this.store, List.of()).exception().thrown();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(thrown);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			ThrownException read = (ThrownException) in.readObject();
			assertThat(read).hasMessage(thrown.getMessage());
			assertThatIllegalStateException().isThrownBy(read::exception);
		}
	}

	// ---- tags

	@Test
	void haveTagsOfWhichEveryInstanceMakesItsOwn() {
		String text = "(module (tag (export \"e\") (param i32)))";
		Tag one = instantiate(text).tag("e");
		Tag other = instantiate(text).tag("e");
		assertThat(one).isNotEqualTo(other).isEqualTo(one.exception(1).tag()).hasSameHashCodeAs(one.exception(1).tag());
		assertThat(one.type()).isEqualTo(other.type()).isEqualTo(FunctionType.of(List.of(I32)));
		assertThat(one.externType()).isEqualTo(new ExternType.Tag(FunctionType.of(List.of(I32))));
		assertThat(one).hasToString("tag [i32] -> []");
	}

	@Test
	void areCaughtByWhoeverSharesTheirTag() {
		this.linker.define("m", "e", Tag.create(this.store, List.of(I32)));
		Instance thrower = instantiate("""
				(module (import "m" "e" (tag $e (param i32))) (export "e" (tag $e))
				  (func (export "f") (param i32) (throw $e (local.get 0))))
				""");
		this.linker.instance("thrower", thrower);
		Instance catcher = instantiate("""
				(module (import "m" "e" (tag $e (param i32)))
				  (import "thrower" "e" (tag $same (param i32)))
				  (import "thrower" "f" (func $f (param i32)))
				  (tag $own (param i32))
				  (func (export "g") (param i32) (result i32)
				    (block $o (result i32)
				      (block $h (result i32)
				        (try_table (catch $own $o) (catch $same $h) (call $f (local.get 0)))
				        (return (i32.const -1)))
				      (return (i32.add (i32.const 1)))))
				  )
				""");
		assertThat(catcher.func("g").call(41)).containsExactly(42);
	}

	@Test
	void areNotLinkedToTagsOfOtherTypes() {
		this.linker.define("m", "e", Tag.create(this.store, List.of(I32)));
		assertThatExceptionOfType(LinkException.class)
			.isThrownBy(() -> instantiate("(module (import \"m\" \"e\" (tag (param i64))))"))
			.withMessageContaining("tag [i64] -> []")
			.withMessageContaining("tag [i32] -> []");
		assertThatExceptionOfType(LinkException.class)
			.isThrownBy(() -> instantiate("(module (import \"m\" \"e\" (func (param i32))))"));
	}

	@Test
	void carryOnlyWhatTheirTagSays() {
		Tag tag = Tag.create(this.store, List.of(I32, F64));
		assertThat(tag.exception(1, 2.0).fields()).containsExactly(1, 2.0);
		assertThatExceptionOfType(SignatureMismatchException.class).isThrownBy(() -> tag.exception(1));
		assertThatExceptionOfType(SignatureMismatchException.class).isThrownBy(() -> tag.exception(1, 2L));
	}

	// ---- from the host

	private Instance withHost(FunctionType type, HostFunction function) {
		this.linker.define("h", "e", Tag.create(this.store, List.of(I32, I64)));
		this.linker.function("h", "f", type, function);
		return instantiate("""
				(module (import "h" "e" (tag $e (param i32 i64))) (export "e" (tag $e))
				  (import "h" "f" (func $f (param i32) (result i32)))
				  (func (export "catch") (param i32) (result i32 i64)
				    (block $h (result i32 i64)
				      (try_table (catch $e $h) (drop (call $f (local.get 0))))
				      (i32.const 0) (i64.const 0)))
				  (func (export "catch_all") (param i32) (result i32)
				    (block $h
				      (try_table (catch_all $h) (return (call $f (local.get 0)))))
				    (i32.const -1))
				  (func (export "catch_ref") (param i32) (result exnref)
				    (block $h (result exnref)
				      (try_table (catch_all_ref $h) (drop (call $f (local.get 0))))
				      (ref.null exn)))
				  (func (export "throw") (param i32) (throw $e (local.get 0) (i64.const 7)))
				  (func (export "throw_ref") (param exnref) (throw_ref (local.get 0)))
				  (func (export "overflow") (result i32)
				    (block $h (try_table (catch_all $h) (return (call $deep (i32.const 0))))) (i32.const -1))
				  (func $deep (param i32) (result i32)
				    (i32.add (call $deep (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
				  (func (export "stubborn")
				    (loop $again
				      (block $h (try_table (catch_all $h) (throw $e (i32.const 1) (i64.const 1))))
				      (br $again))))
				""");
	}

	private static final FunctionType I32_TO_I32 = FunctionType.of(List.of(I32), I32);

	@Test
	void areThrownByHostFunctionsForGuestsToCatch() {
		Instance[] instance = new Instance[1];
		instance[0] = withHost(I32_TO_I32, (caller, arguments) -> {
			throw instance[0].tag("e").exception(arguments[0], 5L).thrown();
		});
		assertThat(instance[0].func("catch").call(3)).containsExactly(3, 5L);
		assertThat(instance[0].func("catch_all").call(3)).containsExactly(-1);
	}

	@Test
	void arriveAsThemselves() {
		Instance[] instance = new Instance[1];
		ExnRef[] thrown = new ExnRef[1];
		instance[0] = withHost(I32_TO_I32, (caller, arguments) -> {
			thrown[0] = instance[0].tag("e").exception(1, 2L);
			throw thrown[0].thrown();
		});
		Object caught = instance[0].func("catch_ref").call(3)[0];
		assertThat(caught).isEqualTo(thrown[0]).hasSameHashCodeAs(thrown[0]);
		assertThat(thrownBy(instance[0].func("throw_ref"), caught).exception()).isEqualTo(caught);
	}

	@Test
	void passThroughHostFunctionsThatLetThem() {
		Instance[] instance = new Instance[1];
		instance[0] = withHost(I32_TO_I32, (caller, arguments) -> instance[0].func("throw").call(arguments)[0]);
		assertThat(instance[0].func("catch").call(3)).containsExactly(3, 7L);
	}

	@Test
	void areCaughtByHostFunctions() {
		Instance[] instance = new Instance[1];
		instance[0] = withHost(I32_TO_I32, (caller, arguments) -> {
			try {
				instance[0].func("throw").call(arguments);
				return 0;
			}
			catch (ThrownException thrown) {
				assertThat(thrown.getStackTrace()).as("thrown on the way").isEmpty();
				return thrown.exception().field(0);
			}
		});
		assertThat(instance[0].func("catch_all").call(3)).containsExactly(3);
	}

	@Test
	void travelFromGuestToGuestThroughTheHost() {
		Instance[] inner = new Instance[1];
		Instance outer = withHost(I32_TO_I32, (caller, arguments) -> inner[0].func("f").call(arguments)[0]);
		this.linker.instance("outer", outer);
		inner[0] = instantiate("""
				(module (import "outer" "e" (tag $e (param i32 i64)))
				  (func (export "f") (param i32) (result i32) (throw $e (local.get 0) (i64.const 9))))
				""");
		assertThat(outer.func("catch").call(3)).containsExactly(3, 9L);
	}

	// ---- references

	@Test
	void areReferredToInGlobalsTablesAndSignatures() {
		Tag tag = Tag.create(this.store, List.of(I32));
		ExnRef exception = tag.exception(1);
		this.linker.define("h", "e", tag);
		this.linker.define("h", "g", Global.create(this.store, new ExternalType.Global(EXNREF, true), exception));
		this.linker.function("h", "same", SameException.class, (given) -> given);
		Instance instance = instantiate("""
				(module (import "h" "e" (tag $e (param i32))) (import "h" "g" (global $g (mut exnref)))
				  (import "h" "same" (func $same (param exnref) (result exnref)))
				  (table (export "t") 2 exnref)
				  (func (export "f") (param exnref) (result exnref)
				    (table.set 0 (i32.const 1) (global.get $g))
				    (global.set $g (call $same (local.get 0)))
				    (table.get 0 (i32.const 1))))
				""");
		ExnRef other = tag.exception(2);
		assertThat(instance.func("f").call(other)).containsExactly(exception);
		assertThat(instance.table("t").get(0)).isNull();
		assertThat(instance.table("t").get(1)).isEqualTo(exception);
		instance.table("t").set(0, other);
		assertThat(instance.func("f").typed(SameException.class).call().of(exception)).isEqualTo(other);
		assertThatExceptionOfType(SignatureMismatchException.class)
			.isThrownBy(() -> instance.func("f").call("no exception"));
	}

	/// A function on exceptions.
	@FunctionalInterface
	public interface SameException {

		/// Gives what it is given.
		ExnRef of(ExnRef exception);

	}

	@Test
	void trapIfTheyAreNull() {
		Instance instance = withHost(I32_TO_I32, (caller, arguments) -> 0);
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> instance.func("throw_ref").call(new Object[] { null }))
			.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.NULL_EXCEPTION_REFERENCE))
			.withMessageContaining("null exception reference");
	}

	// ---- what is none

	@Test
	void areNotExceptionsOfTheHost() {
		Instance instance = withHost(I32_TO_I32, (caller, arguments) -> {
			throw new IllegalArgumentException("of the host");
		});
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> instance.func("catch_all").call(1))
			.withMessage("of the host");
	}

	@Test
	void areNotTraps() {
		Instance instance = withHost(I32_TO_I32, (caller, arguments) -> 0);
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> instance.func("overflow").call())
			.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.STACK_EXHAUSTED));
	}

	@Test
	void doNotSaveAGuestFromItsDeadline() {
		Instance instance = withHost(I32_TO_I32, (caller, arguments) -> 0);
		this.store.setDeadline(Duration.ofMillis(100));
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> instance.func("stubborn").call())
			.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
		assertThat(instance.func("catch_all").call(1)).containsExactly(0);
	}

	@Test
	void doNotGetIntoOtherStores() {
		try (Store another = Store.create(this.engine)) {
			Tag foreign = Tag.create(another, List.of(I32));
			Instance instance = withHost(I32_TO_I32, (caller, arguments) -> {
				throw foreign.exception(1).thrown();
			});
			assertThat(thrownBy(instance.func("catch_all"), 1).exception().tag()).isEqualTo(foreign);
			assertThatExceptionOfType(SignatureMismatchException.class)
				.isThrownBy(() -> instance.func("throw_ref").call(foreign.exception(1)));
		}
	}

	@Test
	void leaveTheStoreUsable() {
		Instance instance = withHost(I32_TO_I32, (caller, arguments) -> 0);
		for (int round = 0; round < 3; round++) {
			assertThat(thrownBy(instance.func("throw"), round).exception().field(0)).isEqualTo(round);
		}
		this.store.setDeadline(null);
	}

}
