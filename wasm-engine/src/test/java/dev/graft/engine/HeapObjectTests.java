package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Structures, arrays and unboxed scalars that the host and guests make and pass to each
/// other.
class HeapObjectTests {

	private static final ReferenceType ANYREF = new ReferenceType(true, HeapType.Abstract.ANY);

	private static final String LIST = """
			(module
			  (type $node (struct (field $value (mut i32)) (field $next (mut (ref null $node)))))
			  (type $bytes (array (mut i8)))
			  (global (export "head") (mut (ref null $node)) (ref.null $node))
			  (table (export "table") 2 (ref null $node))
			  (func (export "node") (param i32) (param (ref null $node)) (result (ref $node))
			    (struct.new $node (local.get 0) (local.get 1)))
			  (func (export "sum") (param $node (ref null $node)) (result i32) (local $sum i32)
			    (block $end
			      (loop $more
			        (br_if $end (ref.is_null (local.get $node)))
			        (local.set $sum (i32.add (local.get $sum) (struct.get $node $value (local.get $node))))
			        (local.set $node (struct.get $node $next (local.get $node)))
			        (br $more)))
			    (local.get $sum))
			  (func (export "text") (param (ref $bytes)) (result i32)
			    (array.get_u $bytes (local.get 0) (i32.const 0)))
			  (func (export "same") (param anyref) (result anyref) (local.get 0))
			  (func (export "out") (param anyref) (result externref) (extern.convert_any (local.get 0)))
			  (func (export "in") (param externref) (result anyref) (any.convert_extern (local.get 0)))
			  (func (export "equal") (param eqref eqref) (result i32) (ref.eq (local.get 0) (local.get 1)))
			  (func (export "two") (param i32) (result (ref null $node) (ref i31))
			    (struct.new $node (local.get 0) (ref.null $node)) (ref.i31 (local.get 0))))
			""";

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	// ---- structures

	@Test
	void aStructureOfAGuestShowsItsFields() {
		Instance list = instance(LIST);
		StructRef node = (StructRef) Objects.requireNonNull(list.func("node").call(7, null)[0]);
		assertThat(node.size()).isEqualTo(2);
		assertThat(node.get(0)).isEqualTo(7);
		assertThat(node.get(1)).isNull();
		assertThat(node.type()).isEqualTo(list.module().types().getFirst());
		assertThat(node.type().shape()).isInstanceOf(StructType.class);
	}

	@Test
	void aStructureOfTheHostIsOneOfTheGuest() {
		Instance list = instance(LIST);
		DefinedType type = list.module().types().getFirst();
		StructRef last = StructRef.create(this.store, type, 3, null);
		StructRef first = StructRef.create(this.store, type, 4, last);
		assertThat(list.func("sum").call(first)).containsExactly(7);
		last.set(0, 30);
		assertThat(list.func("sum").call(first)).containsExactly(34);
		assertThat(first.get(1)).isEqualTo(last).hasSameHashCodeAs(last).isNotEqualTo(first);
	}

	@Test
	void aTypeOfTheHostIsThatOfEveryModuleWithAnEqualOne() {
		DefinedType pair = DefinedType.of(this.engine,
				new StructType(List.of(FieldType.immutable(NumberType.I32), FieldType.mutable(PackedType.I16))));
		Module module = load("""
				(module (type $pair (struct (field i32) (field (mut i16))))
				  (func (export "high") (param (ref $pair)) (result i32)
				    (struct.get_u $pair 1 (local.get 0))))
				""");
		assertThat(module.types().getFirst()).isEqualTo(pair).hasToString(pair.toString());
		StructRef made = StructRef.create(this.store, pair, 1, -2);
		assertThat(instance(module).func("high").call(made)).containsExactly(0xFFFE);
		assertThat(made.get(1)).isEqualTo(-2);
	}

	@Test
	void fieldsOfEveryTypeKeepTheirValues() {
		DefinedType all = DefinedType.of(this.engine,
				new StructType(List.of(FieldType.mutable(PackedType.I8), FieldType.mutable(PackedType.I16),
						FieldType.mutable(NumberType.I32), FieldType.mutable(NumberType.I64),
						FieldType.mutable(NumberType.F32), FieldType.mutable(NumberType.F64),
						FieldType.mutable(VectorType.V128), FieldType.mutable(ANYREF),
						FieldType.mutable(ReferenceType.FUNCREF), FieldType.mutable(ReferenceType.EXTERNREF))));
		Func func = Func.create(this.store, Runnable.class, () -> {
		});
		Object[] values = { -1, 300, 3, 4L, 5.5f, 6.5, new V128(7, 8), new I31Ref(9), func, "host" };
		StructRef made = StructRef.create(this.store, all, values);
		for (int field = 0; field < values.length; field++) {
			assertThat(made.get(field)).isEqualTo(values[field]);
		}
		StructRef empty = StructRef.createDefault(this.store, all);
		for (int field = 0; field < values.length; field++) {
			empty.set(field, values[field]);
			assertThat(empty.get(field)).isEqualTo(values[field]);
		}
		empty.set(0, 0x1FF);
		assertThat(empty.get(0)).isEqualTo(-1);
		assertThat(StructRef.createDefault(this.store, all).get(6)).isEqualTo(V128.ZERO);
	}

	@Test
	void refusesValuesThatDoNotFit() {
		DefinedType type = instance(LIST).module().types().getFirst();
		DefinedType fixed = DefinedType.of(this.engine, new StructType(List.of(FieldType.immutable(NumberType.I32))));
		DefinedType strict = DefinedType.of(this.engine,
				new StructType(List.of(FieldType.immutable(fixed.reference()))));
		StructRef node = StructRef.create(this.store, type, 1, null);
		assertMismatch(() -> StructRef.create(this.store, type, 1));
		assertMismatch(() -> StructRef.create(this.store, type, 1L, null));
		assertMismatch(() -> StructRef.create(this.store, type, 1, "text"));
		assertMismatch(() -> StructRef.create(this.store, type, 1, StructRef.createDefault(this.store, fixed)));
		assertMismatch(() -> StructRef.createDefault(this.store, strict));
		assertMismatch(() -> StructRef.create(this.store, strict, (Object) null));
		assertMismatch(() -> node.set(0, null));
		assertMismatch(() -> StructRef.create(this.store, fixed, 1).set(0, 2));
		assertMismatch(() -> ArrayRef.create(this.store, type, 1, 0));
		assertThatThrownBy(() -> node.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> node.set(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
	}

	@Test
	void refusesWhatLivesElsewhere() {
		DefinedType type = load(LIST).types().getFirst();
		try (Store other = Store.create(this.engine); Engine otherEngine = Engine.create()) {
			StructRef foreign = StructRef.create(other, type, 1, null);
			assertMismatch(() -> instance(LIST).func("sum").call(foreign));
			assertMismatch(() -> instance(LIST).func("in").call(foreign));
			assertMismatch(() -> StructRef.create(this.store, type, 1, foreign));
			try (Store abroad = Store.create(otherEngine)) {
				assertMismatch(() -> StructRef.create(abroad, type, 1, null));
			}
			assertThatThrownBy(() -> DefinedType.of(otherEngine, type.heapType()))
				.isInstanceOf(IllegalArgumentException.class);
		}
	}

	// ---- arrays

	@Test
	void anArrayOfTheHostIsOneOfTheGuest() {
		Instance list = instance(LIST);
		ArrayRef text = ArrayRef.of(this.store, list.module().types().get(1), "grün".getBytes(StandardCharsets.UTF_8));
		assertThat(list.func("text").call(text)).containsExactly((int) 'g');
		assertThat(text.length()).isEqualTo(5);
		assertThat(text.get(2)).isEqualTo((int) (byte) 0xC3);
		text.set(0, 0xFF);
		assertThat(list.func("text").call(text)).containsExactly(0xFF);
		assertThat((byte[]) text.toArray()).startsWith(-1, 'r');
	}

	@Test
	void arraysOfEveryTypeKeepTheirElements() {
		assertElements(PackedType.I8, new byte[] { 1, -2 }, 1, -2);
		assertElements(PackedType.I16, new short[] { 1, -2 }, 1, -2);
		assertElements(NumberType.I32, new int[] { 1, -2 }, 1, -2);
		assertElements(NumberType.I64, new long[] { 1, -2 }, 1L, -2L);
		assertElements(NumberType.F32, new float[] { 1, -2 }, 1f, -2f);
		assertElements(NumberType.F64, new double[] { 1, -2 }, 1.0, -2.0);
		assertElements(VectorType.V128, new long[] { 1, 2, 3, 4 }, new V128(1, 2), new V128(3, 4));
		assertElements(ReferenceType.EXTERNREF, new Object[] { "a", "b" }, "a", "b");
		assertElements(ANYREF, new Object[] { new I31Ref(1), new I31Ref(2) }, new I31Ref(1), new I31Ref(2));
	}

	private void assertElements(StorageType type, Object elements, Object... values) {
		DefinedType array = DefinedType.of(this.engine, new ArrayType(FieldType.mutable(type)));
		ArrayRef made = ArrayRef.of(this.store, array, elements);
		assertThat(made.get(0)).isEqualTo(values[0]);
		assertThat(made.get(1)).isEqualTo(values[1]);
		assertThat(made.toArray()).isEqualTo(elements);
		ArrayRef filled = ArrayRef.create(this.store, array, 3, values[1]);
		filled.set(0, values[0]);
		assertThat(filled.get(0)).isEqualTo(values[0]);
		assertThat(filled.get(2)).isEqualTo(values[1]);
		filled.copyFrom(1, elements, 0, 2);
		assertThat(filled.get(1)).isEqualTo(values[0]);
		assertThat(filled.get(2)).isEqualTo(values[1]);
	}

	@Test
	void refusesAccessesThatDoNotFit() {
		DefinedType ints = DefinedType.of(this.engine, new ArrayType(FieldType.mutable(NumberType.I32)));
		DefinedType fixed = DefinedType.of(this.engine, new ArrayType(FieldType.immutable(ReferenceType.EXTERNREF)));
		ArrayRef array = ArrayRef.of(this.store, ints, new int[3]);
		assertThatThrownBy(() -> array.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> array.set(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> array.copyTo(1, new int[9], 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> array.copyFrom(0, new int[2], 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> array.copyTo(Integer.MAX_VALUE, new int[2], 0, 1))
			.isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> ArrayRef.create(this.store, ints, -1, 0)).isInstanceOf(IllegalArgumentException.class);
		assertMismatch(() -> array.set(0, 1L));
		assertMismatch(() -> array.copyTo(0, new long[3], 0, 3));
		assertMismatch(() -> array.copyFrom(0, "text", 0, 1));
		assertMismatch(() -> ArrayRef.of(this.store, ints, new byte[3]));
		assertMismatch(() -> ArrayRef.of(this.store, ints, 3));
		assertMismatch(() -> ArrayRef.create(this.store, fixed, 1, "a").set(0, "b"));
		assertMismatch(() -> ArrayRef.create(this.store, fixed, 1, "a").copyFrom(0, new Object[] { "b" }, 0, 1));
	}

	// ---- any reference

	@Test
	void everyReferenceComesBackAsItWas() {
		Func same = instance(LIST).func("same");
		StructRef structure = StructRef.create(this.store, load(LIST).types().getFirst(), 1, null);
		ArrayRef array = ArrayRef.of(this.store, load(LIST).types().get(1), new byte[2]);
		for (Object reference : new Object[] { structure, array, new I31Ref(5), new I31Ref(I31Ref.MIN_VALUE),
				"host" }) {
			assertThat(same.call(reference)).containsExactly(reference);
			assertThat(instance(LIST).func("out").call(reference)).containsExactly(reference);
			assertThat(instance(LIST).func("in").call(reference)).containsExactly(reference);
		}
		assertThat(same.call((Object) null)).containsExactly((Object) null);
	}

	@Test
	void scalarsAreEqualByValue() {
		Func equal = instance(LIST).func("equal");
		assertThat(equal.call(new I31Ref(1 << 20), new I31Ref(1 << 20))).containsExactly(1);
		assertThat(equal.call(new I31Ref(1), new I31Ref(2))).containsExactly(0);
		assertThat(I31Ref.wrapping(-1).unsignedValue()).isEqualTo(Integer.MAX_VALUE);
		assertThat(I31Ref.wrapping(1 << 30)).isEqualTo(new I31Ref(I31Ref.MIN_VALUE));
		assertThatThrownBy(() -> new I31Ref(1 << 30)).isInstanceOf(IllegalArgumentException.class);
		assertMismatch(() -> equal.call("host", null));
	}

	@Test
	void severalResultsCarryReferences() {
		@Nullable Object[] results = instance(LIST).func("two").call(6);
		assertThat(results[0]).isInstanceOfSatisfying(StructRef.class, (node) -> assertThat(node.get(0)).isEqualTo(6));
		assertThat(results[1]).isEqualTo(new I31Ref(6));
		Two two = instance(LIST).func("two").typed(ToTwo.class).call().of(8);
		assertThat(two.node().get(0)).isEqualTo(8);
		assertThat(two.scalar()).isEqualTo(new I31Ref(8));
	}

	/// What `two` returns.
	record Two(StructRef node, I31Ref scalar) {
	}

	/// Calls `two`.
	@FunctionalInterface
	interface ToTwo {

		Two of(int value);

	}

	@Test
	void globalsAndTablesHoldThem() {
		Instance list = instance(LIST);
		StructRef node = StructRef.create(this.store, list.module().types().getFirst(), 1, null);
		Global head = list.global("head");
		head.set(node);
		assertThat(head.get()).isEqualTo(node);
		assertMismatch(() -> head.set(new I31Ref(1)));
		Table table = list.table("table");
		table.set(1, node);
		assertThat(table.get(1)).isEqualTo(node);
		assertMismatch(() -> table.set(0, "text"));
		ReferenceType type = list.module().types().getFirst().nullableReference();
		Table own = Table.create(this.store, new ExternalType.Table(AddressType.I32, Limits.from(1), type), node);
		assertThat(own.get(0)).isEqualTo(node);
		assertThat(Global.create(this.store, new ExternalType.Global(type, false), node).get()).isEqualTo(node);
	}

	@Test
	void hostFunctionsTakeAndGiveThem() {
		Linker linker = Linker.create(this.engine);
		linker.function("host", "swap", FunctionType.of(List.of(ANYREF), ANYREF), UnaryOperator.class,
				(Object given) -> (given instanceof StructRef node) ? Objects.requireNonNull(node.get(1))
						: new I31Ref(4));
		linker.function("host", "value", FunctionType.of(List.of(ANYREF), NumberType.I32), (caller, arguments) -> {
			return (arguments[0] instanceof StructRef node) ? Objects.requireNonNull(node.get(0)) : -1;
		});
		Instance instance = linker.instantiate(this.store, load("""
				(module (type $node (struct (field i32) (field anyref)))
				  (func $swap (import "host" "swap") (param anyref) (result anyref))
				  (func $value (import "host" "value") (param anyref) (result i32))
				  (func (export "run") (result i32)
				    (i32.add
				      (i31.get_s (ref.cast (ref i31) (call $swap (ref.i31 (i32.const 1)))))
				      (call $value (call $swap
				        (struct.new $node (i32.const 1) (struct.new $node (i32.const 50) (ref.null any))))))))
				"""));
		assertThat(instance.func("run").call()).containsExactly(54);
	}

	@Test
	@SuppressWarnings("unchecked")
	void functionalInterfacesCarryThem() {
		Instance list = instance(LIST);
		Function<Object, Object> same = list.func("same").typed(Function.class).call();
		StructRef node = StructRef.create(this.store, list.module().types().getFirst(), 1, null);
		assertThat(same.apply(node)).isEqualTo(node);
		Sum sum = list.func("sum").typed(Sum.class).call();
		assertThat(sum.of(node)).isEqualTo(1);
		assertThat(sum.of(null)).isZero();
		assertThat(Func.create(this.store, Sum.class, (given) -> 0).type())
			.isEqualTo(FunctionType.of(List.of(new ReferenceType(true, HeapType.Abstract.STRUCT)), NumberType.I32));
	}

	/// A function that takes a structure.
	@FunctionalInterface
	interface Sum {

		int of(@Nullable StructRef node);

	}

	@Test
	void valuesKnowTheirTypes() {
		Instance list = instance(LIST);
		List<Val> results = list.func("two").call(List.of(new Val.I32(5)));
		assertThat(results).extracting(Val::type).isEqualTo(list.func("two").type().results());
		assertThat(results.getFirst()).isInstanceOfSatisfying(Val.Ref.class, (node) -> assertThat(node.value())
			.isInstanceOfSatisfying(StructRef.class, (struct) -> assertThat(struct.get(0)).isEqualTo(5)));
		assertThat(list.func("sum").call(List.of(results.getFirst()))).containsExactly(new Val.I32(5));
		Object[] boxed = { 1, 2L, 3f, 4.0, new V128(5, 6), null };
		List<ValueType> types = List.of(NumberType.I32, NumberType.I64, NumberType.F32, NumberType.F64, VectorType.V128,
				ANYREF);
		for (int index = 0; index < boxed.length; index++) {
			Val value = Val.of(types.get(index), boxed[index]);
			assertThat(value.boxed()).isEqualTo(boxed[index]);
			assertThat(value.type()).isEqualTo(types.get(index));
		}
		assertMismatch(() -> Val.of(NumberType.I32, 1L));
		assertMismatch(() -> Val.of(VectorType.V128, null));
		assertMismatch(() -> Val.of(new ReferenceType(false, HeapType.Abstract.ANY), null));
		assertMismatch(() -> list.func("sum").call(List.of(new Val.F32(1))));
	}

	// ---- types

	@Test
	void typesOfTheHostCanBeRecursiveAndHaveSubtypes() {
		ReferenceType next = new ReferenceType(true, new HeapType.Concrete(0));
		List<DefinedType> types = DefinedType.define(this.engine, TypeTable.of(List.of(new RecursiveGroup(List.of(
				new SubType(false, List.of(), new StructType(List.of(FieldType.mutable(next)))),
				new SubType(true, List.of(0),
						new StructType(List.of(FieldType.mutable(next), FieldType.mutable(NumberType.I64)))))))));
		DefinedType node = types.getFirst();
		DefinedType labelled = types.get(1);
		assertThat(labelled.supertype()).contains(node);
		assertThat(labelled.isSubtypeOf(node)).isTrue();
		assertThat(node.isSubtypeOf(labelled)).isFalse();
		assertThat(labelled.isFinal()).isTrue();
		StructRef made = StructRef.create(this.store, labelled, null, 5L);
		StructRef above = StructRef.create(this.store, node, made);
		assertThat(above.get(0)).isEqualTo(made);
		assertMismatch(() -> StructRef.create(this.store, labelled, "text", 5L));
		ReferenceType field = (ReferenceType) ((StructType) node.shape()).fields().getFirst().storage();
		assertThat(DefinedType.of(this.engine, field.heapType())).contains(node);
		assertThat(DefinedType.of(this.engine, HeapType.Abstract.EQ)).isEqualTo(Optional.empty());
	}

	@Test
	void refusesTypesThatNoModuleCouldDefine() {
		StructType ints = new StructType(List.of(FieldType.mutable(NumberType.I32)));
		StructType longs = new StructType(List.of(FieldType.mutable(NumberType.I64)));
		assertThatThrownBy(() -> define(new SubType(true, List.of(), ints), new SubType(true, List.of(0), ints)))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> define(new SubType(false, List.of(), ints), new SubType(true, List.of(0), longs)))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> define(new SubType(false, List.of(1), ints), new SubType(false, List.of(), ints)))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> DefinedType.of(this.engine,
				new ArrayType(FieldType.mutable(new ReferenceType(true, new HeapType.Concrete(7))))))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private void define(SubType... members) {
		DefinedType.define(this.engine, TypeTable.of(List.of(new RecursiveGroup(List.of(members)))));
	}

	@Test
	void classesOfTypesGoWithTheLastOneThatUsesThem() throws InterruptedException {
		WeakReference<Class<?>> objectClass = useAndForget();
		for (int round = 0; round < 50 && objectClass.get() != null; round++) {
			System.gc();
			Thread.sleep(20);
		}
		assertThat(objectClass.get()).isNull();
	}

	private WeakReference<Class<?>> useAndForget() {
		try (Store own = Store.create(this.engine)) {
			DefinedType type = DefinedType.of(this.engine,
					new StructType(List.of(FieldType.mutable(NumberType.F32), FieldType.immutable(NumberType.F64))));
			StructRef made = StructRef.create(own, type, 1f, 2.0);
			return new WeakReference<>(made.referenceIn(own).getClass());
		}
	}

	// ---- limits

	@Test
	void anArrayThatIsTooLargeIsATrap() {
		Instance instance = instance("""
				(module (type $ints (array (mut i32)))
				  (func (export "ints") (param i32) (result i32)
				    (array.len (array.new_default $ints (local.get 0))))
				  (func (export "filled") (param i32) (result i32)
				    (array.len (array.new $ints (i32.const 1) (local.get 0))))
				  (func (export "huge") (result i32)
				    (array.len (array.new_default $ints (i32.const 0x7fffffff)))))
				""");
		int most = (int) (StoreLimits.DEFAULT.arrayBytes() / 4);
		assertThat(instance.func("ints").call(most)).containsExactly(most);
		for (int length : new int[] { most + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1 }) {
			assertTrap(TrapCode.ALLOCATION_TOO_LARGE, () -> instance.func("ints").call(length));
			assertTrap(TrapCode.ALLOCATION_TOO_LARGE, () -> instance.func("filled").call(length));
		}
		assertTrap(TrapCode.ALLOCATION_TOO_LARGE, () -> instance.func("huge").call());
	}

	@Test
	void withoutALimitTheHeapIsOne() {
		Module module = load("""
				(module (type $ints (array (mut i32)))
				  (func (export "ints") (param i32) (result i32)
				    (array.len (array.new_default $ints (local.get 0)))))
				""");
		try (Store unlimited = Store.builder(this.engine).limits(StoreLimits.UNLIMITED).build()) {
			Func ints = Linker.create(this.engine).instantiate(unlimited, module).func("ints");
			assertTrap(TrapCode.OUT_OF_MEMORY, () -> ints.call(Integer.MAX_VALUE));
			assertTrap(TrapCode.ALLOCATION_TOO_LARGE, () -> ints.call(-1));
			assertThat(ints.call(3)).containsExactly(3);
		}
	}

	@Test
	void aStoreMayAllowLess() {
		Module module = load("""
				(module (type $longs (array i64)) (data $d "0123456789abcdef")
				  (func (export "longs") (param i32) (result i32)
				    (array.len (array.new_default $longs (local.get 0)))))
				""");
		StoreLimits limits = StoreLimits.DEFAULT.withArrayBytes(80);
		try (Store small = Store.builder(this.engine).limits(limits).build()) {
			Func longs = Linker.create(this.engine).instantiate(small, module).func("longs");
			assertThat(longs.call(10)).containsExactly(10);
			assertTrap(TrapCode.ALLOCATION_TOO_LARGE, () -> longs.call(11));
		}
	}

	@Test
	void aTypeThatIsFirstUsedWhereTheStackEndsIsNotLost() {
		int types = 200;
		StringBuilder text = new StringBuilder("(module ");
		StringBuilder uses = new StringBuilder();
		for (int type = 0; type < types; type++) {
			text.append("(type $t%d (struct (field i32) %s))".formatted(type, "(field i64)".repeat(type)));
			uses.append("(func $u%d (result i32) (struct.get $t%d 0 (struct.new_default $t%d)))".formatted(type, type,
					type));
		}
		text.append("(type $use (func (result i32)))").append(uses).append("(table funcref (elem ");
		for (int type = 0; type < types; type++) {
			text.append("$u").append(type).append(' ');
		}
		text.append(
				"""
						))
						(func $deep (export "deep") (param $depth i32) (param $type i32) (result i32)
						  (if (result i32) (local.get $depth)
						    (then (i32.add (call $deep (i32.sub (local.get $depth) (i32.const 1)) (local.get $type)) (i32.const 1)))
						    (else (call_indirect (type $use) (local.get $type))))))
						""");
		Func deep = instance(text.toString()).func("deep");
		int depth = 100;
		while (returns(deep, depth, 0)) {
			depth *= 2;
		}
		for (int type = 0; type < types; type++) {
			returns(deep, depth / 2 + depth / 2 * type / types, type);
		}
		for (int type = 0; type < types; type++) {
			assertThat(deep.call(3, type)).containsExactly(3);
		}
	}

	private static boolean returns(Func deep, int depth, int type) {
		try {
			deep.call(depth, type);
			return true;
		}
		catch (Trap trap) {
			assertThat(trap.code()).isEqualTo(TrapCode.STACK_EXHAUSTED);
			return false;
		}
	}

	// ---- how traps look when the JVM has compiled the code

	@Test
	void trapsStayWhatTheyAreWhenTheyAreFrequent() {
		Instance instance = instance("""
				(module (type $s (struct (field i32))) (type $a (array i32)) (type $t (struct (field i64)))
				  (func (export "field") (param (ref null $s)) (result i32) (struct.get $s 0 (local.get 0)))
				  (func (export "element") (param (ref null $a) i32) (result i32)
				    (array.get $a (local.get 0) (local.get 1)))
				  (func (export "cast") (param anyref) (result i32)
				    (struct.get $s 0 (ref.cast (ref null $s) (local.get 0)))))
				""");
		Func field = instance.func("field");
		Func element = instance.func("element");
		Func cast = instance.func("cast");
		StructRef other = StructRef.create(this.store, instance.module().types().get(2), 1L);
		ArrayRef array = ArrayRef.of(this.store, instance.module().types().get(1), new int[1]);
		StructRef right = StructRef.create(this.store, instance.module().types().getFirst(), 1);
		for (int round = 0; round < 40_000; round++) {
			field.call(right);
			element.call(array, 0);
			cast.call(right);
			if (round % 20 != 0) {
				continue;
			}
			assertTrap(TrapCode.NULL_REFERENCE, () -> field.call((Object) null));
			assertTrap(TrapCode.NULL_REFERENCE, () -> element.call(null, 0));
			assertTrap(TrapCode.ARRAY_OUT_OF_BOUNDS, () -> element.call(array, 1));
			assertTrap(TrapCode.CAST_FAILURE, () -> cast.call(other));
		}
	}

	private static void assertTrap(TrapCode code, Runnable action) {
		try {
			action.run();
		}
		catch (Trap trap) {
			assertThat(trap.code()).isEqualTo(code);
			return;
		}
		throw new AssertionError("no trap, where there should be: " + code);
	}

	private static void assertMismatch(ThrowingCallable action) {
		assertThatThrownBy(action).isInstanceOf(SignatureMismatchException.class);
	}

	private Instance instance(String text) {
		return instance(load(text));
	}

	private Instance instance(Module module) {
		return Linker.create(this.engine).instantiate(this.store, module);
	}

	private Module load(String text) {
		return this.engine.load("test.wat", text.getBytes(StandardCharsets.UTF_8));
	}

}
