package dev.graft.compiler.emit;

import java.util.function.IntSupplier;

import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.op.MemoryAccessOp;

/// Access through operators of the engine: the first ones of a method by static calls,
/// further ones through constant method handles.
///
/// C1 and the interpreter call an operator, which C2 has compiled, without a detour, where
/// a handle takes them through seven methods with counters. C2 inlines both, but static
/// methods only up to limits, of which one counts nodes (an access makes some 690 of
/// 18,000) and the other bytes of the method itself and of what has been inlined (some 150
/// of 8,000); what a method handle leads to it inlines in any case.
final class OperatorForm implements MemoryForm {

	private static final int MOST_DIRECT = 12;

	/// From this size on all go through handles: loops that have been left whole and the
	/// switches of interpreters are long in C2's code, and nothing in them must stay a
	/// call.
	private static final int LARGE = 4_000;

	/// How many bytes less a method has to have for one more static call.
	private static final int BYTES_OF_ONE = 100;

	/// What a static call has less. Limits and cuts are measured with handles.
	private static final int GET_STATIC = 3;

	private final Bytecode code;

	private final IntSupplier size;

	/// How many static calls there may still be; -1 before the first access, as a method
	/// without any need not be measured.
	private int direct = -1;

	/// The form of accesses in a method.
	/// @param size measures how large it is going to be
	OperatorForm(Bytecode code, IntSupplier size) {
		this.code = code;
		this.size = size;
	}

	@Override
	public Pending begin(MemoryAccessOp op) {
		MemoryCarrier.Operator operator = MemoryCarrier.operator(op);
		if (this.direct < 0) {
			this.direct = Math.clamp((LARGE - this.size.getAsInt()) / BYTES_OF_ONE, 0, MOST_DIRECT);
		}
		if (this.direct > 0) {
			this.direct--;
			this.code.weigh(GET_STATIC);
			return () -> this.code.use(operator.method());
		}
		this.code.use(operator.handle());
		return () -> this.code.invokeExact(operator.method().descriptor());
	}

	// The operator masks the base.
	@Override
	public void base() {
	}

	@Override
	public void join() {
	}

}
