package dev.graft.compiler.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpTableTests {

	/// The number of instructions in the index of instructions: 172 of version 1.0, and
	/// those that came with proposals.
	@Test
	void holdsEveryInstructionOfAFeature() {
		assertThat(count(Feature.MVP)).isEqualTo(172);
		assertThat(count(Feature.SIGN_EXTENSION)).isEqualTo(5);
		assertThat(count(Feature.SATURATING_FLOAT_TO_INT)).isEqualTo(8);
		assertThat(count(Feature.BULK_MEMORY)).isEqualTo(7);
		assertThat(count(Feature.REFERENCE_TYPES)).isEqualTo(9);
		assertThat(count(Feature.FUNCTION_REFERENCES)).isEqualTo(4);
		assertThat(count(Feature.SIMD)).isEqualTo(236);
		assertThat(count(Feature.RELAXED_SIMD)).isEqualTo(20);
		assertThat(count(Feature.TAIL_CALL)).isEqualTo(3);
	}

	/// 31 behind the prefix `0xFB`, and `ref.eq`.
	@Test
	void holdsEveryInstructionOnStructuresAndArrays() {
		assertThat(count(Feature.GC)).isEqualTo(32);
	}

	/// Those of version 3.0, and the deprecated ones.
	@Test
	void holdsEveryInstructionThatHandlesExceptions() {
		assertThat(count(Feature.EXCEPTION_HANDLING)).isEqualTo(3);
		assertThat(count(Feature.LEGACY_EXCEPTIONS)).isEqualTo(5);
	}

	private static long count(Feature feature) {
		return OpTable.all().stream().filter((op) -> op.feature() == feature).count();
	}

	@Test
	void givesEveryOpcodeToOneInstruction() {
		Set<Integer> opcodes = new HashSet<>();
		assertThat(OpTable.all()).allMatch((op) -> opcodes.add(op.opcode()));
	}

	@Test
	void findsEveryInstructionByItsOpcode() {
		for (Op op : OpTable.all()) {
			Op found = op.isPrefixed() ? OpTable.byPrefixedOpcode(op.prefix(), op.subOpcode())
					: OpTable.byByte(op.opcode());
			assertThat(found).isSameAs(op);
		}
	}

	@Test
	void findsEveryInstructionByItsMnemonic() {
		for (Op op : OpTable.all()) {
			assertThat(OpTable.byMnemonic(op.mnemonic())).isSameAs(spelledLike(op));
		}
	}

	private static Op spelledLike(Op op) {
		return switch (op) {
			case ParametricOp.SELECT_TYPED -> ParametricOp.SELECT;
			case GcOp.REF_TEST_NULL -> GcOp.REF_TEST;
			case GcOp.REF_CAST_NULL -> GcOp.REF_CAST;
			default -> op;
		};
	}

	@Test
	void knowsNothingElse() {
		assertThat(OpTable.byByte(0x27)).isNull();
		assertThat(OpTable.byPrefixedOpcode(0xFC, 18)).isNull();
		assertThat(OpTable.byPrefixedOpcode(0xFC, -1)).isNull();
		assertThat(OpTable.byPrefixedOpcode(0xFC, 0x10000)).isNull();
		assertThat(OpTable.byMnemonic("i32.frobnicate")).isNull();
	}

	@Test
	void namesRowsAfterTheirMnemonics() {
		assertThat(OpTable.all()).filteredOn((op) -> op == spelledLike(op))
			.allSatisfy(
					(op) -> assertThat(((Enum<?>) op).name()).isEqualToIgnoringCase(op.mnemonic().replace('.', '_')));
	}

	@Test
	void letsNoLoadOrStoreTouchMoreThanItsTypeHolds() {
		for (MemoryAccessOp op : MemoryAccessOp.values()) {
			int typeBytes = op.type().toString().endsWith("64") ? 8 : 4;
			boolean partial = op.bytes() < typeBytes;
			boolean extended = op.extension() != MemoryAccessOp.Extension.NONE;
			assertThat(op.bytes()).isLessThanOrEqualTo(typeBytes);
			assertThat(extended).as(op.mnemonic()).isEqualTo(partial && op.access() == MemoryAccessOp.Access.LOAD);
		}
	}

}
