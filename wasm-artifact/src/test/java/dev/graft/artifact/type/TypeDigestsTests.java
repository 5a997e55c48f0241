package dev.graft.artifact.type;

import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Equal types have equal digests, wherever they stand, and others have different ones.
class TypeDigestsTests {

	private static final int MANY = 200_000;

	@Test
	void equalGroupsAreEqualWhereverTheyStand() {
		TypeTable table = TypeTable.of(List.of(list(0), RecursiveGroup.of(FunctionType.of(List.of())), list(3)));
		assertThat(TypeDigests.of(table).canonicalIndices()).containsExactly(0, 1, 2, 0, 1);
	}

	@Test
	void aTypeOfAGroupDiffersFromTheSameTypeAlone() {
		SubType function = SubType.of(FunctionType.of(List.of()));
		TypeTable table = TypeTable.of(List.of(new RecursiveGroup(List.of(function)),
				new RecursiveGroup(List.of(function, function)), new RecursiveGroup(List.of(function, function))));
		assertThat(TypeDigests.of(table).canonicalIndices()).containsExactly(0, 1, 2, 1, 2);
	}

	@Test
	void whatATypeRefersToCountsNotItsIndex() {
		TypeTable table = TypeTable.of(List.of(RecursiveGroup.of(FunctionType.of(List.of(I32))),
				RecursiveGroup.of(FunctionType.of(List.of(I32))), RecursiveGroup.of(FunctionType.of(List.of(I64))),
				RecursiveGroup.of(mentioning(0)), RecursiveGroup.of(mentioning(1)), RecursiveGroup.of(mentioning(2))));
		assertThat(TypeDigests.of(table).canonicalIndices()).containsExactly(0, 0, 2, 3, 3, 5);
	}

	@Test
	void rolledUpAndUnrolledTypesDiffer() {
		TypeTable table = TypeTable.of(List.of(RecursiveGroup.of(mentioning(0)), RecursiveGroup.of(mentioning(0)),
				RecursiveGroup.of(mentioning(2))));
		assertThat(TypeDigests.of(table).canonicalIndices()).containsExactly(0, 1, 0);
	}

	@Test
	void everyDetailCounts() {
		ReferenceType nullable = new ReferenceType(true, HeapType.Abstract.EQ);
		ReferenceType some = new ReferenceType(false, HeapType.Abstract.EQ);
		List<SubType> different = List.of(SubType.of(FunctionType.of(List.of())),
				new SubType(false, List.of(), FunctionType.of(List.of())), SubType.of(FunctionType.of(List.of(I32))),
				SubType.of(FunctionType.of(List.of(), I32)), SubType.of(FunctionType.of(List.of(nullable))),
				SubType.of(FunctionType.of(List.of(some))), SubType.of(FunctionType.of(List.of(VectorType.V128))),
				SubType.of(new StructType(List.of())), SubType.of(structure(FieldType.immutable(I32))),
				SubType.of(structure(FieldType.mutable(I32))), SubType.of(structure(FieldType.mutable(PackedType.I8))),
				SubType.of(structure(FieldType.mutable(PackedType.I16))),
				SubType.of(structure(FieldType.mutable(I32), FieldType.mutable(I32))),
				SubType.of(new ArrayType(FieldType.mutable(I32))), SubType.of(new ArrayType(FieldType.immutable(I32))),
				new SubType(true, List.of(1), FunctionType.of(List.of())));
		TypeTable table = TypeTable.of(different.stream().map((type) -> new RecursiveGroup(List.of(type))).toList());
		assertThat(TypeDigests.of(table).canonicalIndices()).doesNotHaveDuplicates();
	}

	@Test
	void refusesTypesThatReferToLaterGroups() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TypeDigests
				.of(TypeTable.of(List.of(RecursiveGroup.of(mentioning(1)), RecursiveGroup.of(mentioning(1))))))
			.withMessageContaining("type 1 is not before type 1");
	}

	@Test
	void areWrittenAsHexadecimalDigits() {
		TypeDigest digest = new TypeDigest(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);
		assertThat(digest).hasToString("0123456789abcdeffedcba9876543210");
		assertThat(TypeDigest.parse(digest.toString())).isEqualTo(digest);
		assertThatIllegalArgumentException().isThrownBy(() -> TypeDigest.parse("0123"));
	}

	/// A long chain of references, and a large group of members that refer to each other:
	/// neither the stack nor time may notice.
	@Test
	void manyTypesTakeSecondsHoweverTheyAreConnected() {
		List<RecursiveGroup> chain = new ArrayList<>(List.of(RecursiveGroup.of(FunctionType.of(List.of()))));
		List<SubType> members = new ArrayList<>();
		for (int index = 0; index < MANY; index++) {
			chain.add(RecursiveGroup.of(mentioning(index)));
			members.add(SubType.of(mentioning(MANY - 1 - index)));
		}
		Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
			assertThat(TypeDigests.of(TypeTable.of(chain)).size()).isEqualTo(MANY + 1);
			int[] canonical = TypeDigests.of(TypeTable.of(List.of(new RecursiveGroup(members)))).canonicalIndices();
			assertThat(canonical[MANY - 1]).isEqualTo(MANY - 1);
		});
	}

	@Test
	void emptyGroupsAreNothing() {
		TypeTable table = TypeTable.of(Collections.nCopies(3, new RecursiveGroup(List.of())));
		assertThat(TypeDigests.of(table).size()).isZero();
	}

	/// A list and its node, of which each refers to the other.
	private static RecursiveGroup list(int first) {
		return new RecursiveGroup(List.of(SubType.of(structure(FieldType.mutable(reference(first + 1)))),
				SubType.of(structure(FieldType.immutable(I32), FieldType.mutable(reference(first))))));
	}

	private static StructType structure(FieldType... fields) {
		return new StructType(List.of(fields));
	}

	private static FunctionType mentioning(int typeIndex) {
		return FunctionType.of(List.of(reference(typeIndex)));
	}

	private static ReferenceType reference(int typeIndex) {
		return new ReferenceType(true, new HeapType.Concrete(typeIndex));
	}

}
