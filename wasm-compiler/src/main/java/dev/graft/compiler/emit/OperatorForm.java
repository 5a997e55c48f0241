package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
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

	private static final int MOST_DIRECT = 16;

	private static final int BYTES_OF_ALL = 8_000;

	/// What an access adds to them, with some room for other methods.
	private static final int BYTES_OF_ONE = 200;

	private static final int GET_STATIC = 3;

	/// What an access had more when all of it but the last step was spelled out. Limits and
	/// cuts are measured for that: what it costs to compile it has not become less.
	private static final int SPELLED_OUT = 14;

	private final Bytecode code;

	private int direct;

	private OperatorForm(Bytecode code, int direct) {
		this.code = code;
		this.direct = direct;
	}

	/// The form of accesses in a method.
	/// @param size how large it is going to be
	static OperatorForm of(Bytecode code, int size) {
		return new OperatorForm(code, Math.clamp((BYTES_OF_ALL - size) / BYTES_OF_ONE, 0, MOST_DIRECT));
	}

	@Override
	public boolean checks() {
		return true;
	}

	@Override
	public Pending begin(MemoryAccessOp op, boolean checking) {
		if (checking) {
			this.code.weigh(SPELLED_OUT);
		}
		MemoryCarrier.Operator operator = checking ? MemoryCarrier.checking(op) : MemoryCarrier.checked(op);
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
