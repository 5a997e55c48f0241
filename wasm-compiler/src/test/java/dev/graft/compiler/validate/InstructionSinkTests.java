package dev.graft.compiler.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.Wat;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a lowering is told.
class InstructionSinkTests {

	private static List<String> events(String body) {
		return events("(module (memory 1) (table 1 funcref) (func " + body + "))", 0);
	}

	private static List<String> events(String module, int functionIndex) {
		return record(Wat.decode(module, EnumSet.allOf(Feature.class)), functionIndex).events;
	}

	private static RecordingSink record(ModuleModel module, int functionIndex) {
		RecordingSink sink = new RecordingSink();
		new FunctionValidator(module).validateBody(functionIndex, sink);
		return sink;
	}

	// ---- types

	@Test
	void resolvesWhatOnlyOperandsTell() {
		assertThat(events("f32.const 0 drop  i64.const 1 i64.const 2 i32.const 3 select drop"))
			.containsSubsequence("drop f32", "select i64", "drop i64");
		assertThat(events("ref.null extern ref.is_null drop")).containsExactly("ref.null externref",
				"ref.is_null externref", "drop i32", "end, fallen into");
	}

	@Test
	void resolvesBlockTypes() {
		assertThat(events("i32.const 7 block (param i32) (result i32 i32) i32.const 8 end drop drop"))
			.contains("block [i32] -> [i32 i32]");
		assertThat(events("loop (result f64) f64.const 0 end drop")).contains("loop [] -> [f64]");
		assertThat(events("block end")).contains("block [] -> []");
	}

	@Test
	void tellsIndicesInOneOrder() {
		String module = """
				(module (memory 1) (table $t 1 funcref) (table $u 1 funcref) (elem $e func) (data $d "x")
				  (func i32.const 0 i32.const 0 i32.const 0 table.init $u $e
				        i32.const 0 i32.const 0 i32.const 0 table.copy $u $t
				        i32.const 0 i32.const 0 i32.const 0 memory.init $d
				        elem.drop $e data.drop $d))""";
		assertThat(events(module, 0)).contains("table.init 1 0", "table.copy 1 0", "memory.init 0 0", "elem.drop 0 0",
				"data.drop 0 0");
	}

	@Test
	void tellsCallsWithTheirTypes() {
		String module = """
				(module (type $t (func (param i32) (result i64))) (import "m" "f" (func (type $t))) (table 1 funcref)
				  (func (result i64) i32.const 1 call 0 drop i32.const 2 i32.const 3 call_indirect (type $t)))""";
		assertThat(events(module, 1)).contains("call 0 [i32] -> [i64]", "call_indirect 0 in 0 [i32] -> [i64]");
	}

	@Test
	void tellsConstantsAsBits() {
		assertThat(events("i32.const -1 drop i64.const -1 drop f32.const -0 drop f64.const -0 drop"))
			.contains("i32.const -1", "i64.const -1", "f32.const " + Integer.MIN_VALUE, "f64.const " + Long.MIN_VALUE);
	}

	@Test
	void tellsVectorsWithTheirLanes() {
		String shuffle = "i8x16.shuffle 15 1 2 3 4 5 6 7 8 9 10 11 12 13 14 31";
		assertThat(events("v128.const i32x4 1 -1 2 0 v128.const i8x16 -1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0x80 " + shuffle
				+ " i16x8.extract_lane_u 7 drop"))
			.contains("v128.const ffffffff00000001 2", "v128.const ff 8000000000000000",
					"i8x16.shuffle [15, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 31]", "i16x8.extract_lane_u 7");
	}

	@Test
	void tellsTheLaneOfAnAccessFromItsMemory() {
		String module = """
				(module (memory 1) (memory 1) (func (param v128) i32.const 0 local.get 0 v128.store8_lane 15
				  i32.const 0 local.get 0 v128.store8_lane 1 15 i32.const 0 local.get 0 v128.store8_lane 1 offset=3 2))""";
		assertThat(events(module, 0)).contains("v128.store8_lane 0 0 15", "v128.store8_lane 1 0 15",
				"v128.store8_lane 1 3 2");
	}

	@Test
	void tellsOffsetsOfInstructions() {
		ModuleModel module = Wat.decode("(module (func nop i32.const 1000 drop))");
		int start = module.body(0).codeOffset();
		assertThat(record(module, 0).offsets).containsExactly(start, start + 1, start + 4, start + 5);
	}

	// ---- what cannot be reached

	@Test
	void leavesOutWhatFollowsABranch() {
		assertThat(events("block br 0 i32.const 1 i32.const 1 i32.add drop end nop")).containsExactly("block [] -> []",
				"br 0", "end", "end, fallen into");
	}

	@Test
	void leavesOutWholeBlocksThatCannotBeReached() {
		assertThat(events("unreachable block loop br 1 end end if else end")).containsExactly("unreachable",
				"end, dead after");
	}

	@Test
	void knowsThatAnEndIsDeadIfNothingGoesThere() {
		assertThat(events("block block br 1 end i32.const 1 drop end")).containsExactly("block [] -> []",
				"block [] -> []", "br 1", "end, dead after", "end", "end, fallen into");
	}

	@Test
	void doesNotTakeABranchToALoopForOneToItsEnd() {
		assertThat(events("loop br 0 end i32.const 1 drop")).containsExactly("loop [] -> []", "br 0", "end, dead after",
				"end, dead after");
	}

	@Test
	void doesNotCountBranchesThatAreThemselvesDead() {
		assertThat(events("block return br 0 end")).containsExactly("block [] -> []", "return", "end, dead after",
				"end, dead after");
	}

	@Test
	void reachesTheElseAndTheEndByEitherWay() {
		assertThat(events("i32.const 1 if return else nop end")).containsSubsequence("if [] -> []", "return", "else",
				"end, fallen into", "end, fallen into");
		assertThat(events("i32.const 1 if nop else return end")).containsSubsequence("if [] -> []", "else, fallen into",
				"return", "end", "end, fallen into");
		assertThat(events("i32.const 1 if return else return end")).containsSubsequence("return", "else", "return",
				"end, dead after", "end, dead after");
		assertThat(events("i32.const 1 if return end")).containsSubsequence("if [] -> []", "return", "end",
				"end, fallen into");
	}

	@Test
	void reachesEveryTargetOfATable() {
		assertThat(events("block block i32.const 0 br_table 0 1 end nop end")).containsExactly("block [] -> []",
				"block [] -> []", "i32.const 0", "br_table [0] 1", "end", "end, fallen into", "end, fallen into");
	}

	// ---- exceptions

	@Test
	void tellsTheClausesOfATable() {
		assertThat(events("block try_table (catch_all 0) nop end end")).containsExactly("block [] -> []",
				"try_table [] -> [] (catch_all 0)", "end, fallen into", "end, fallen into", "end, fallen into");
	}

	@Test
	void reachesWhatAClauseBranchesTo() {
		assertThat(events("block try_table (catch_all 0) return end unreachable end i32.const 1 drop")).containsExactly(
				"block [] -> []", "try_table [] -> [] (catch_all 0)", "return", "end, dead after", "end", "i32.const 1",
				"drop i32", "end, fallen into");
	}

	@Test
	void reachesHandlersWhateverTheirTryDoes() {
		assertThat(events("try return catch_all nop end")).containsExactly("try [] -> []", "return", "catch_all",
				"end, fallen into", "end, fallen into");
		assertThat(events("try nop catch_all rethrow 0 end")).containsExactly("try [] -> []", "catch_all, fallen into",
				"rethrow 0", "end", "end, fallen into");
	}

	@Test
	void endsATryByADelegate() {
		assertThat(events("block try nop delegate 0 end")).containsExactly("block [] -> []", "try [] -> []",
				"delegate 0, fallen into", "end, fallen into", "end, fallen into");
		assertThat(events("try return delegate 0")).containsExactly("try [] -> []", "return", "delegate 0, dead after",
				"end, dead after");
	}

	// ---- constant expressions

	@Test
	void tellsConstantExpressionsLikeCode() {
		ModuleModel module = Wat.decode("(module (import \"m\" \"g\" (global i32)) (global i32 (global.get 0)))");
		RecordingSink sink = new RecordingSink();
		new FunctionValidator(module).validateConstant(module.globals().getFirst().initializer(), NumberType.I32, sink);
		assertThat(sink.events).containsExactly("global.get 0 i32", "end, fallen into");
	}

	// ---- every instruction

	/// Each instruction of the table, in code that cannot be reached, where operands are
	/// whatever is needed.
	@Test
	void validatesEveryInstructionOfTheTable() {
		for (Op op : OpTable.all()) {
			String code = sample(op);
			String module = """
					(module (type (func)) (type (struct (field (mut i32)))) (type (array (mut i32)))
					  (type (array (mut funcref))) (type (struct (field i8))) (type (array i8)) (tag)
					  (memory 1) (table 1 funcref) (global (mut i32) (i32.const 0)) (elem func 0)
					  (data "x") (func $f (local i32) block unreachable %s unreachable end))""".formatted(code);
			Wat.validate(Wat.decode(module, EnumSet.allOf(Feature.class)));
		}
	}

	private static String sample(Op op) {
		return switch (op.immediates()) {
			case NONE -> switch (op.mnemonic()) {
				case "end" -> "block end";
				case "else" -> "if else end";
				case "catch_all" -> "try catch_all end";
				default -> op.mnemonic();
			};
			case BLOCK_TYPE, TRY_TABLE -> op.mnemonic() + " end";
			case TAG -> op.mnemonic().equals("catch") ? "try catch 0 end" : op.mnemonic() + " 0";
			case LABEL -> switch (op.mnemonic()) {
				case "delegate" -> "try delegate 0";
				case "rethrow" -> "try catch_all rethrow 0 end";
				case "br_on_non_null" -> "block (result funcref) unreachable br_on_non_null 0 unreachable end drop";
				default -> op.mnemonic() + " 0";
			};
			case FUNCTION, LOCAL, GLOBAL, TABLE, ELEMENT, DATA -> op.mnemonic() + " 0";
			case TABLE_AND_TABLE, LABEL_TABLE -> op.mnemonic() + " 0 0";
			case TYPE_AND_TABLE -> op.mnemonic() + " (type 0)";
			case VALUE_TYPES -> op.mnemonic() + " (result externref)";
			case MEMORY_ARGUMENT, RESERVED_BYTE, MEMORY, MEMORY_AND_MEMORY -> op.mnemonic();
			case ELEMENT_AND_TABLE, DATA_AND_MEMORY -> op.mnemonic() + " 0";
			case I32, I64, F32, F64 -> op.mnemonic() + " 1";
			case V128 -> op.mnemonic() + " i64x2 1 2";
			case LANE, MEMORY_ARGUMENT_AND_LANE -> op.mnemonic() + " 1";
			case LANES -> op.mnemonic() + " 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 31";
			case HEAP_TYPE -> op.mnemonic() + " func";
			case TYPE, TYPE_AND_FIELD, TYPE_AND_COUNT, TYPE_AND_DATA, TYPE_AND_ELEMENT, TYPE_AND_TYPE, CAST,
					LABEL_AND_CAST ->
				aggregate(op);
		};
	}

	/// Types 1 and 2 are a structure and an array of `i32`, 3 is an array of functions, 4
	/// and 5 are a structure and an array of `i8`.
	private static String aggregate(Op op) {
		boolean packed = op.mnemonic().endsWith("_s") || op.mnemonic().endsWith("_u");
		String array = packed ? " 5" : " 2";
		return switch (op.immediates()) {
			case TYPE -> op.mnemonic()
					+ (op.mnemonic().startsWith("struct") ? " 1" : op.mnemonic().startsWith("array") ? array : " 0");
			case TYPE_AND_FIELD -> op.mnemonic() + (packed ? " 4 0" : " 1 0");
			case TYPE_AND_ELEMENT -> op.mnemonic() + " 3 0";
			case CAST -> op.mnemonic() + (op.opcode() % 2 == 0 ? " (ref i31)" : " i31ref");
			case LABEL_AND_CAST -> "block (result anyref) unreachable " + op.mnemonic() + " 0 anyref i31ref end";
			case TYPE_AND_TYPE -> op.mnemonic() + " 2 2";
			default -> op.mnemonic() + " 2 0";
		};
	}

}
