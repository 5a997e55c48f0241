package dev.graft.compiler.print;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.BlockType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.VectorMemoryOp;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Prints instructions, none of them folded.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/instructions.html">Text
/// Format, "Instructions"</a>
final class CodePrinter {

	/// Deeper blocks are not indented further, so that the text grows no faster than the
	/// code.
	private static final int DEEPEST = 32;

	private static final String STEP = "  ";

	private final ModuleModel module;

	private final FunctionNames names;

	CodePrinter(ModuleModel module, FunctionNames names) {
		this.module = module;
		this.names = names;
	}

	/// The instructions of a body, a line each.
	/// @param indentation what the lines begin with
	void body(int function, String indentation, StringBuilder to) {
		CodeReader code = CodeReader.ofBody(this.module, function);
		int depth = 0;
		while (code.hasNext()) {
			Op op = code.next();
			boolean closes = closes(op);
			depth -= closes ? 1 : 0;
			if (depth < 0) {
				return;
			}
			to.append('\n').append(indentation).append(STEP.repeat(Math.min(depth, DEEPEST)));
			to.append(instruction(op, code));
			depth += opens(op) ? 1 : 0;
		}
	}

	private static boolean closes(Op op) {
		return op == ControlOp.END || op == ControlOp.ELSE || op == ControlOp.CATCH || op == ControlOp.CATCH_ALL
				|| op == ControlOp.DELEGATE;
	}

	private static boolean opens(Op op) {
		return op == ControlOp.BLOCK || op == ControlOp.LOOP || op == ControlOp.IF || op == ControlOp.ELSE
				|| op == ControlOp.TRY_TABLE || op == ControlOp.TRY || op == ControlOp.CATCH
				|| op == ControlOp.CATCH_ALL;
	}

	/// The instructions of a constant expression, on one line.
	String expression(ConstantExpression expression) {
		CodeReader code = CodeReader.of(this.module, expression);
		StringJoiner instructions = new StringJoiner(" ");
		for (Op op = code.next(); op != ControlOp.END; op = code.next()) {
			instructions.add(instruction(op, code));
		}
		return instructions.toString();
	}

	private String instruction(Op op, CodeReader code) {
		return op.mnemonic() + switch (op.immediates()) {
			case NONE, RESERVED_BYTE -> "";
			case BLOCK_TYPE -> blockType(code.blockType());
			case TRY_TABLE -> blockType(code.blockType()) + catches(code.catches());
			case LABEL, TAG, LOCAL, GLOBAL, ELEMENT, DATA, TYPE -> " " + unsigned(code.index());
			case FUNCTION -> " " + this.names.reference(code.index());
			case LABEL_TABLE -> labels(code);
			case TYPE_AND_TABLE -> unlessZero(code.secondIndex()) + " (type " + unsigned(code.index()) + ")";
			case VALUE_TYPES -> results(code.valueTypes());
			case TABLE, MEMORY -> unlessZero(code.index());
			case TABLE_AND_TABLE, MEMORY_AND_MEMORY -> (code.index() == 0 && code.secondIndex() == 0) ? "" : two(code);
			case ELEMENT_AND_TABLE, DATA_AND_MEMORY -> unlessZero(code.secondIndex()) + " " + unsigned(code.index());
			case TYPE_AND_FIELD, TYPE_AND_COUNT, TYPE_AND_DATA, TYPE_AND_ELEMENT, TYPE_AND_TYPE -> two(code);
			case MEMORY_ARGUMENT -> memoryArgument(op, code);
			case MEMORY_ARGUMENT_AND_LANE -> memoryArgument(op, code) + " " + code.lane();
			case I32, I64 -> " " + code.number();
			case F32 -> " " + Literals.f32((int) code.number());
			case F64 -> " " + Literals.f64(code.number());
			case V128 -> " i64x2 0x%x 0x%x".formatted(code.number(), code.highBits());
			case LANE -> " " + code.lane();
			case LANES -> lanes(code.lanes());
			case HEAP_TYPE -> " " + heapType(code.heapType());
			case CAST -> " " + new ReferenceType(op == GcOp.REF_TEST_NULL || op == GcOp.REF_CAST_NULL, code.heapType());
			case LABEL_AND_CAST -> " " + unsigned(code.index()) + " " + code.castFrom() + " " + code.castTo();
		};
	}

	private static String unsigned(int index) {
		return Integer.toUnsignedString(index);
	}

	private static String unlessZero(int index) {
		return (index != 0) ? " " + unsigned(index) : "";
	}

	private static String two(CodeReader code) {
		return " " + unsigned(code.index()) + " " + unsigned(code.secondIndex());
	}

	private static String heapType(HeapType type) {
		return type.toString();
	}

	private static String blockType(BlockType type) {
		return switch (type) {
			case BlockType.Empty empty -> "";
			case BlockType.Value value -> " (result " + value.type() + ")";
			case BlockType.Index index -> " (type " + unsigned(index.typeIndex()) + ")";
		};
	}

	private static String results(List<ValueType> types) {
		return types.stream().map((type) -> " " + type).collect(Collectors.joining("", " (result", ")"));
	}

	private static String catches(List<CatchClause> clauses) {
		StringBuilder text = new StringBuilder();
		for (CatchClause clause : clauses) {
			text.append(" (").append(clause.kind().keyword());
			text.append(clause.kind().hasTag() ? " " + unsigned(clause.tagIndex()) : "");
			text.append(' ').append(unsigned(clause.label())).append(')');
		}
		return text.toString();
	}

	private static String labels(CodeReader code) {
		StringBuilder text = new StringBuilder();
		for (int label : code.labels()) {
			text.append(' ').append(unsigned(label));
		}
		return text.append(' ').append(unsigned(code.index())).toString();
	}

	private static String lanes(byte[] lanes) {
		StringBuilder text = new StringBuilder();
		for (byte lane : lanes) {
			text.append(' ').append(lane & 0xFF);
		}
		return text.toString();
	}

	private static String memoryArgument(Op op, CodeReader code) {
		String offset = (code.number() != 0) ? " offset=" + Long.toUnsignedString(code.number()) : "";
		boolean natural = code.alignmentLog2() == naturalAlignmentLog2(op);
		return unlessZero(code.index()) + offset
				+ (natural ? "" : " align=" + Long.toUnsignedString(1L << code.alignmentLog2()));
	}

	private static int naturalAlignmentLog2(Op op) {
		return switch (op) {
			case MemoryAccessOp access -> access.naturalAlignmentLog2();
			case VectorMemoryOp access -> access.naturalAlignmentLog2();
			case AtomicOp atomic -> atomic.alignmentLog2();
			default -> 0;
		};
	}

}
