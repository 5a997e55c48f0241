package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ConstantExpression.Form;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.VariableOp;
import java.util.Set;

/// Decodes constant expressions: finds where they end, and what they say if that is a
/// single instruction.
///
/// Any instruction may be in an expression as far as the grammar goes; which ones are
/// constant is a matter of validation.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#expressions">Binary
/// Format, "Expressions"</a>
final class ConstantExpressionDecoder {

	private static final Form COMPUTED = new Form.Computed();

	private final ByteCursor cursor;

	private final int sectionEnd;

	private final Set<Feature> features;

	private final ModuleModel.Builder module;

	/// @param cursor what is being read
	/// @param sectionEnd where the section ends; no expression goes beyond it
	/// @param module what is told about functions that are referred to
	ConstantExpressionDecoder(ByteCursor cursor, int sectionEnd, Set<Feature> features, ModuleModel.Builder module) {
		this.cursor = cursor;
		this.sectionEnd = sectionEnd;
		this.features = features;
		this.module = module;
	}

	/// Decodes an expression.
	ConstantExpression decode() {
		int start = this.cursor.position();
		CodeReader code = new CodeReader(this.cursor.over(start, Math.max(start, this.sectionEnd)), this.sectionEnd,
				this.features);
		int depth = 1;
		int instructions = 0;
		Form form = COMPUTED;
		while (depth > 0) {
			Op op = code.next();
			depth += nesting(op);
			if (depth > 0) {
				form = (instructions++ == 0) ? form(op, code) : COMPUTED;
				if (op == ReferenceOp.REF_FUNC) {
					this.module.declareReference(code.index());
				}
			}
		}
		this.cursor.skip(code.nextOffset() - start);
		return new ConstantExpression(start, code.nextOffset(), form);
	}

	private static int nesting(Op op) {
		return switch (op) {
			case ControlOp.BLOCK, ControlOp.LOOP, ControlOp.IF -> 1;
			case ControlOp.END -> -1;
			default -> 0;
		};
	}

	private static Form form(Op op, CodeReader code) {
		return switch (op) {
			case ConstantOp.V128_CONST -> new Form.VectorValue(code.number(), code.highBits());
			case ConstantOp constant -> new Form.NumberValue((NumberType) constant.type(), code.number());
			case VariableOp.GLOBAL_GET -> new Form.GlobalValue(code.index());
			case ReferenceOp.REF_FUNC -> new Form.Function(code.index());
			case ReferenceOp.REF_NULL -> new Form.Null(code.heapType());
			default -> COMPUTED;
		};
	}

}
