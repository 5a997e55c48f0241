package dev.graft.artifact.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.type.HeapType.Abstract;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The subtype relation, rule by rule.
class SubtypingTests {

	private static final Map<Abstract, Set<Abstract>> SUPERTYPES = Map.ofEntries(Map.entry(Abstract.ANY, Set.of()),
			Map.entry(Abstract.EQ, Set.of(Abstract.ANY)), Map.entry(Abstract.I31, Set.of(Abstract.ANY, Abstract.EQ)),
			Map.entry(Abstract.STRUCT, Set.of(Abstract.ANY, Abstract.EQ)),
			Map.entry(Abstract.ARRAY, Set.of(Abstract.ANY, Abstract.EQ)),
			Map.entry(Abstract.NONE, Set.of(Abstract.ANY, Abstract.EQ, Abstract.I31, Abstract.STRUCT, Abstract.ARRAY)),
			Map.entry(Abstract.FUNC, Set.of()), Map.entry(Abstract.NOFUNC, Set.of(Abstract.FUNC)),
			Map.entry(Abstract.EXTERN, Set.of()), Map.entry(Abstract.NOEXTERN, Set.of(Abstract.EXTERN)),
			Map.entry(Abstract.EXN, Set.of()), Map.entry(Abstract.NOEXN, Set.of(Abstract.EXN)));

	/// 0 a structure, 1 below it, 2 below that, 3 equal to 0, 4 an array, 5 a function, 6
	/// below it.
	private final ModuleSubtyping types = new ModuleSubtyping(TypeTable.of(List.of(open(new StructType(List.of())),
			open(new StructType(List.of(FieldType.immutable(NumberType.I32))), 0),
			open(new StructType(List.of(FieldType.immutable(NumberType.I32))), 1), open(new StructType(List.of())),
			open(new ArrayType(FieldType.mutable(NumberType.I32))), open(FunctionType.of(List.of())),
			open(FunctionType.of(List.of()), 5))));

	@Test
	void abstractTypesFormFourHierarchies() {
		for (Abstract type : Abstract.values()) {
			for (Abstract other : Abstract.values()) {
				boolean expected = type == other || SUPERTYPES.getOrDefault(type, Set.of()).contains(other);
				assertThat(this.types.matches(type, (HeapType) other)).as(type + " <: " + other).isEqualTo(expected);
			}
		}
	}

	@Test
	void definedTypesAreSubtypesOfWhatTheyDeclare() {
		assertThat(matches(2, 0)).isTrue();
		assertThat(matches(2, 1)).isTrue();
		assertThat(matches(2, 3)).as("a type equal to a supertype").isTrue();
		assertThat(matches(0, 3)).isTrue();
		assertThat(matches(3, 0)).isTrue();
		assertThat(matches(0, 1)).isFalse();
		assertThat(matches(5, 0)).isFalse();
		assertThat(matches(6, 5)).isTrue();
	}

	@Test
	void definedTypesStandBetweenTheirKindAndTheBottom() {
		assertThat(this.types.matches(new HeapType.Concrete(0), Abstract.STRUCT)).isTrue();
		assertThat(this.types.matches(new HeapType.Concrete(0), Abstract.EQ)).isTrue();
		assertThat(this.types.matches(new HeapType.Concrete(0), Abstract.ARRAY)).isFalse();
		assertThat(this.types.matches(new HeapType.Concrete(4), Abstract.ARRAY)).isTrue();
		assertThat(this.types.matches(new HeapType.Concrete(5), Abstract.FUNC)).isTrue();
		assertThat(this.types.matches(new HeapType.Concrete(5), Abstract.ANY)).isFalse();
		assertThat(this.types.matches(Abstract.NONE, new HeapType.Concrete(0))).isTrue();
		assertThat(this.types.matches(Abstract.NOFUNC, new HeapType.Concrete(5))).isTrue();
		assertThat(this.types.matches(Abstract.NOFUNC, new HeapType.Concrete(0))).isFalse();
		assertThat(this.types.matches(Abstract.STRUCT, new HeapType.Concrete(0))).isFalse();
	}

	@Test
	void nullCannotStandWhereItIsNotAllowed() {
		assertThat(this.types.matches(reference(false, 1), reference(true, 0))).isTrue();
		assertThat(this.types.matches(reference(true, 1), reference(false, 0))).isFalse();
		assertThat(this.types.matches(NumberType.I32, NumberType.I32)).isTrue();
		assertThat(this.types.matches(NumberType.I32, reference(true, 0))).isFalse();
	}

	@Test
	void functionsAreContravariantInTheirParameters() {
		FunctionType type = FunctionType.of(List.of(reference(true, 1)), reference(true, 1));
		assertThat(this.types.matches(FunctionType.of(List.of(reference(true, 0)), reference(true, 2)), type)).isTrue();
		assertThat(this.types.matches(FunctionType.of(List.of(reference(true, 2)), reference(true, 1)), type))
			.isFalse();
		assertThat(this.types.matches(FunctionType.of(List.of(reference(true, 1)), reference(true, 0)), type))
			.isFalse();
		assertThat(this.types.matches(FunctionType.of(List.of()), type)).isFalse();
	}

	@Test
	void fieldsThatCanBeSetMustBeEqual() {
		assertThat(matches(FieldType.immutable(reference(false, 1)), FieldType.immutable(reference(true, 0)))).isTrue();
		assertThat(matches(FieldType.mutable(reference(false, 1)), FieldType.mutable(reference(true, 0)))).isFalse();
		assertThat(matches(FieldType.mutable(reference(true, 3)), FieldType.mutable(reference(true, 0)))).isTrue();
		assertThat(matches(FieldType.mutable(NumberType.I32), FieldType.immutable(NumberType.I32))).isFalse();
		assertThat(matches(FieldType.immutable(PackedType.I8), FieldType.immutable(NumberType.I32))).isFalse();
	}

	@Test
	void structuresGrowAtTheEnd() {
		FieldType first = FieldType.immutable(NumberType.I32);
		FieldType second = FieldType.immutable(NumberType.I64);
		StructType one = new StructType(List.of(first));
		assertThat(this.types.matches(new StructType(List.of(first, second)), one)).isTrue();
		assertThat(this.types.matches(new StructType(List.of(second, first)), one)).isFalse();
		assertThat(this.types.matches(new StructType(List.of()), one)).isFalse();
	}

	private boolean matches(FieldType actual, FieldType expected) {
		return this.types.matches(actual, expected);
	}

	private boolean matches(int actual, int expected) {
		return this.types.matches(new HeapType.Concrete(actual), new HeapType.Concrete(expected));
	}

	private static ReferenceType reference(boolean nullable, int typeIndex) {
		return new ReferenceType(nullable, new HeapType.Concrete(typeIndex));
	}

	private static RecursiveGroup open(CompositeType composite, Integer... supertypes) {
		return new RecursiveGroup(List.of(new SubType(false, List.of(supertypes), composite)));
	}

}
