package dev.graft.compiler.emit;

import java.util.function.IntSupplier;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.op.MemoryAccessOp;
import org.jspecify.annotations.Nullable;

/// Access through operators of the engine: the first ones of a method by static calls,
/// further ones through call sites that are linked when they are first run.
///
/// C1 and the interpreter call an operator, which C2 has compiled, without a detour, where
/// a call site takes them through three methods with counters. C2 inlines both, but static
/// methods only up to limits, of which one counts nodes (an access makes some 690 of
/// 18,000) and the other bytes of the method itself and of what has been inlined (some 150
/// of 8,000); what a call site leads to it inlines in any case, but for one access: the one
/// during which it reaches the first of these limits. Where that matters, a method
/// [is made so long][#FULL] that all accesses are put off until the rest has been read.
///
/// In a module with much code, of which C1 takes seconds to compile what is run, further
/// accesses are static calls, too, if they are outside of loops and not far into a long
/// straight line. There, what is a static call outside of loops leaves the check to the
/// operator, as C1 and the interpreter like short code, too.
final class OperatorForm implements MemoryForm {

	static final int MOST_DIRECT = 12;

	/// From this size on all go through call sites: loops that have been left whole and
	/// the switches of interpreters are long in C2's code, and nothing in them must stay
	/// a call.
	static final int LARGE = 4_000;

	/// A method of so many bytes C2 still compiles, but puts off whatever it can.
	static final int FULL = 7_999;

	/// Sizes are measured without what switches are aligned by.
	static final int MARGIN = 500;

	/// From so many accesses on C2 may make 18,000 nodes while it inlines one of them.
	static final int MANY = 24;

	/// From so many bytes of a module's code on further accesses may be static calls.
	private static final int MUCH_CODE = 4_000_000;

	/// Accesses of a straight line beyond this go through call sites: all of them are
	/// always run, and would be more than C2 inlines.
	private static final int MOST_IN_LINE = 16;

	/// How many bytes less a method has to have for one more static call.
	static final int BYTES_OF_ONE = 100;

	/// How many bytes either form counts where a body is measured.
	private static final int MEASURED = 6;

	private static final int STATIC_CALL = 3;

	private static final int CALL_SITE = 5;

	private final Bytecode code;

	private final @Nullable IntSupplier size;

	private final Whereabouts whereabouts;

	private final boolean muchCode;

	/// The straight line that the last access was in, and how many there were in it.
	private int line;

	private int inLine;

	/// How many static calls there may still be; -1 before the first access, as a method
	/// without any need not be measured.
	private int direct = -1;

	/// Whether those that are cold may be static calls beyond that.
	private boolean further;

	/// The form of accesses in a method.
	/// @param size measures how large it is going to be; up to
	/// [FunctionEmitter#SMALL] any bound will do; null while that is done
	/// @param whereabouts where what is emitted is in it
	/// @param moduleBytes how much code the module has
	OperatorForm(Bytecode code, @Nullable IntSupplier size, Whereabouts whereabouts, int moduleBytes) {
		this.code = code;
		this.size = size;
		this.whereabouts = whereabouts;
		this.muchCode = moduleBytes >= MUCH_CODE;
	}

	@Override
	public Pending begin(MemoryAccessOp op) {
		AbiMethod operator = MemoryCarrier.operator(op);
		if (isDirect()) {
			this.code.weigh(MEASURED - STATIC_CALL);
			return () -> this.code.use(operator);
		}
		this.code.weigh(MEASURED - CALL_SITE);
		return () -> this.code.useLinked(operator);
	}

	// Sizes are measured as those of accesses that check in place, so that cutting does
	// not depend on it.
	@Override
	public boolean checksInside() {
		return this.muchCode && this.size != null && !this.whereabouts.isInLoop() && isDirect();
	}

	private boolean isDirect() {
		if (this.direct < 0) {
			int bytes = (this.size != null) ? this.size.getAsInt() : 0;
			this.direct = Math.clamp((LARGE - bytes) / BYTES_OF_ONE, 0, MOST_DIRECT);
			this.further = this.muchCode && bytes < LARGE;
		}
		boolean soonInLine = this.further && countInLine() <= MOST_IN_LINE;
		if (this.direct > 0) {
			this.direct--;
			return true;
		}
		return soonInLine && !this.whereabouts.isInLoop();
	}

	private int countInLine() {
		int now = this.whereabouts.line();
		if (now != this.line) {
			this.line = now;
			this.inLine = 0;
		}
		return ++this.inLine;
	}

	// The operator masks the base.
	@Override
	public void base() {
	}

	@Override
	public void join() {
	}

}
