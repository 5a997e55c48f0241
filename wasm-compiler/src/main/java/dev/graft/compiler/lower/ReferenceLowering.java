package dev.graft.compiler.lower;

import java.util.List;
import java.util.function.IntSupplier;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.Subtyping;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.HeapOperation;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.NumericOp;

/// Lowers what makes, compares, tests, casts and converts references, and unboxed
/// scalars.
///
/// What is known of a reference is used here: a cast that cannot fail is no cast.
final class ReferenceLowering {

	private final Subtyping subtyping;

	private final OperandStack stack;

	private final IntSupplier site;

	/// @param module the module
	/// @param stack where operands come from and results go
	/// @param site tells where the instruction is
	ReferenceLowering(ModuleModel module, OperandStack stack, IntSupplier site) {
		this.subtyping = module.subtyping();
		this.stack = stack;
		this.site = site;
	}

	// Nulls and functions

	/// `ref.null`
	void pushNull() {
		this.stack.push(Constant.zero(Kind.REFERENCE));
	}

	/// `ref.is_null`
	void isNull() {
		this.stack.push(EngineCall.isNull(this.stack.pop()));
	}

	/// `ref.as_non_null`
	void asNonNull() {
		this.stack.push(EngineCall.asNonNull(this.stack.pop(), this.site.getAsInt()));
	}

	/// `ref.func`
	void function(int functionIndex) {
		this.stack.push(EngineCall.function(functionIndex));
	}

	// Scalars and conversions

	/// An instruction on an unboxed scalar, or one that turns references into such of
	/// another hierarchy, which are the same to the JVM.
	void scalar(GcOp op, ValueType operand) {
		boolean nullable = operand instanceof ReferenceType reference && reference.nullable();
		switch (op) {
			case REF_I31 -> convert(op, Kind.REFERENCE, Effects.NONE, 0);
			case I31_GET_S, I31_GET_U ->
				convert(op, Kind.INT, nullable ? Effects.TRAPS : Effects.NONE, nullable ? this.site.getAsInt() : 0);
			case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> {
				// Nothing to do.
			}
			default -> throw new IllegalArgumentException(op + " is something else");
		}
	}

	private void convert(GcOp op, Kind kind, int effects, int site) {
		this.stack.push(HeapOperation.of(op, 0, 0, kind, effects, site, this.stack.pop()));
	}

	/// `ref.eq`
	void same(ReferenceType first, ReferenceType second) {
		Expression[] operands = this.stack.pop(2);
		this.stack.push(EngineCall.same(mayBeScalar(first) && mayBeScalar(second), operands[0], operands[1]));
	}

	private boolean mayBeScalar(ReferenceType type) {
		return this.subtyping.matches(HeapType.Abstract.I31, type.heapType());
	}

	// Tests and casts

	/// `ref.test` or `ref.cast`.
	void cast(GcOp op, ReferenceType operand, ReferenceType target) {
		boolean isTest = op == GcOp.REF_TEST || op == GcOp.REF_TEST_NULL;
		if (!isTest) {
			this.stack.push(cast(this.stack.pop(), operand, target));
			return;
		}
		Expression reference = this.stack.pop();
		if (isLookedAtTwice(operand, target)) {
			reference = this.stack.emitToTemporary(reference);
		}
		List<Expression> alternatives = alternatives(reference, operand, target);
		this.stack.push((alternatives.size() == 1) ? alternatives.getFirst()
				: new Numeric(NumericOp.I32_OR, 0, alternatives.getFirst(), alternatives.getLast()));
	}

	/// Whether there are two ways to pass: by being null, and by the type.
	private boolean isLookedAtTwice(ReferenceType operand, ReferenceType target) {
		return operand.nullable() && target.nullable() && !isKnown(operand, target) && !isBottom(target.heapType());
	}

	/// Whether a reference that is not null is certainly what is looked for.
	private boolean isKnown(ReferenceType operand, ReferenceType target) {
		return this.subtyping.matches(operand.heapType(), target.heapType());
	}

	private boolean isBottom(HeapType type) {
		return this.subtyping.bottom(type).equals(type);
	}

	private Expression cast(Expression reference, ReferenceType operand, ReferenceType target) {
		boolean nullPasses = target.nullable() || !operand.nullable();
		if (isKnown(operand, target)) {
			return nullPasses ? reference : HeapOperation.cast(GcOp.REF_CAST, this.subtyping.top(target.heapType()),
					this.site.getAsInt(), reference);
		}
		return HeapOperation.cast(nullPasses ? GcOp.REF_CAST_NULL : GcOp.REF_CAST, target.heapType(),
				this.site.getAsInt(), reference);
	}

	/// The conditions of which one must hold for the reference on top to pass; it stays
	/// there, and all operands have been settled.
	List<Expression> alternativesOfTop(ReferenceType operand, ReferenceType target) {
		this.stack.settleAll();
		return alternatives(this.stack.peek(0), operand, target);
	}

	/// The conditions of which one must hold for a reference to pass.
	/// @param reference a variable or constant if there are two of them
	private List<Expression> alternatives(Expression reference, ReferenceType operand, ReferenceType target) {
		if (isLookedAtTwice(operand, target)) {
			return List.of(EngineCall.isNull(reference), HeapOperation.test(target.heapType(), reference));
		}
		return List.of(test(reference, operand, target));
	}

	private Expression test(Expression reference, ReferenceType operand, ReferenceType target) {
		boolean nullPasses = target.nullable() || !operand.nullable();
		if (isKnown(operand, target)) {
			return nullPasses ? certainly(1, reference)
					: new Numeric(NumericOp.I32_EQZ, 0, EngineCall.isNull(reference));
		}
		if (isBottom(target.heapType())) {
			return (target.nullable() && operand.nullable()) ? EngineCall.isNull(reference) : certainly(0, reference);
		}
		return HeapOperation.test(target.heapType(), reference);
	}

	private Expression certainly(int result, Expression reference) {
		if (!Effects.isRemovable(reference.effects())) {
			this.stack.emit(new Evaluate(reference));
		}
		return Constant.ofInt(result);
	}

}
