package dev.graft.compiler.validate;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.Subtyping;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.GcOp;
import org.jspecify.annotations.Nullable;

/// The rules of instructions that look at what a reference refers to, or make references
/// of something else.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/instructions.html#reference-instructions">Validation,
/// "Reference Instructions"</a>
final class CastOperands {

	private static final ReferenceType ANY = new ReferenceType(true, HeapType.Abstract.ANY);

	private static final ReferenceType EQ = new ReferenceType(true, HeapType.Abstract.EQ);

	private static final ReferenceType I31 = new ReferenceType(true, HeapType.Abstract.I31);

	private final Subtyping subtyping;

	private final CodeReader code;

	private final CodeErrors errors;

	private final OperandStack operands;

	private final EntityOperands entities;

	CastOperands(ModuleModel module, CodeReader code, CodeErrors errors, OperandStack operands,
			EntityOperands entities) {
		this.subtyping = module.subtyping();
		this.code = code;
		this.errors = errors;
		this.operands = operands;
		this.entities = entities;
	}

	/// An operand of `ref.eq`.
	/// @return its type, null if unknown
	@Nullable ReferenceType popComparable() {
		return (ReferenceType) this.operands.pop(EQ);
	}

	/// What `ref.test` and `ref.cast` look for.
	ReferenceType target(GcOp op) {
		boolean nullable = op == GcOp.REF_TEST_NULL || op == GcOp.REF_CAST_NULL;
		return new ReferenceType(nullable, this.entities.defined(this.code.heapType()));
	}

	/// An operand of `ref.test` or `ref.cast`: anything of the hierarchy of the target.
	/// @return its type, null if unknown
	@Nullable ReferenceType popCastable(ReferenceType target) {
		return (ReferenceType) this.operands.pop(new ReferenceType(true, this.subtyping.top(target.heapType())));
	}

	/// What the operand of `br_on_cast` is said to be.
	ReferenceType branchFrom() {
		this.entities.defined(this.code.castFrom().heapType());
		return this.code.castFrom();
	}

	/// What the operand of `br_on_cast` may turn out to be.
	ReferenceType branchTarget() {
		this.entities.defined(this.code.castTo().heapType());
		if (!this.subtyping.matches(this.code.castTo(), this.code.castFrom())) {
			throw this.errors.mismatch("a target below " + this.code.castFrom(), this.code.castTo().toString());
		}
		return this.code.castTo();
	}

	/// What is left of a type when a cast has failed: null is not, if it would have
	/// passed.
	static ReferenceType difference(ReferenceType type, ReferenceType target) {
		return target.nullable() ? new ReferenceType(false, type.heapType()) : type;
	}

	/// @return the operand's type, null if unknown
	@Nullable ValueType scalar(GcOp op) {
		return switch (op) {
			case REF_I31 -> {
				ValueType operand = this.operands.pop(NumberType.I32);
				this.operands.push(new ReferenceType(false, HeapType.Abstract.I31));
				yield operand;
			}
			case I31_GET_S, I31_GET_U -> {
				ValueType operand = this.operands.pop(I31);
				this.operands.push(NumberType.I32);
				yield operand;
			}
			case ANY_CONVERT_EXTERN -> convert(ReferenceType.EXTERNREF, HeapType.Abstract.ANY);
			case EXTERN_CONVERT_ANY -> convert(ANY, HeapType.Abstract.EXTERN);
			default -> throw new IllegalArgumentException(op + " is something else");
		};
	}

	private @Nullable ValueType convert(ReferenceType from, HeapType to) {
		ValueType operand = this.operands.pop(from);
		this.operands.push(new ReferenceType(operand instanceof ReferenceType type && type.nullable(), to));
		return operand;
	}

}
