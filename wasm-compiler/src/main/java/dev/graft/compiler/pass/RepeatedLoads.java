package dev.graft.compiler.pass;

import java.util.Arrays;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.op.NumericOp;

/// Guesses whether a body loads again and again what it has at hand, as code does that
/// was compiled without optimizing; finding out takes much longer.
///
/// It goes through the statements as they stand, as if there were no jumps, and only
/// remembers what has been accessed last.
final class RepeatedLoads {

	/// How many accesses are remembered, a power of two.
	private static final int REMEMBERED = 1 << 8;

	/// One load of so many has to be repeated.
	private static final int FEW = 16;

	/// Odd, and without a pattern.
	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	private static final int CONSTANT = -1;

	private static final int UNKNOWN = -2;

	private final long[] places = new long[REMEMBERED];

	/// When each of them has been accessed.
	private final int[] times = new int[REMEMBERED];

	private int now = 1;

	/// When memory was last written to at an address of which nothing is known.
	private int written;

	/// The variable of the address of the last store, when that was, and when the last
	/// one with another variable was.
	private int root = UNKNOWN;

	private int stored;

	private int storedElsewhere;

	private int loads;

	private int repeated;

	private RepeatedLoads() {
		Arrays.fill(this.places, -1);
	}

	/// Whether there are many in a body.
	static boolean areMany(Body body) {
		RepeatedLoads loads = new RepeatedLoads();
		for (Statement statement : body.statements()) {
			loads.find(statement);
		}
		return loads.repeated > 0 && loads.repeated * FEW >= loads.loads;
	}

	private void find(Statement statement) {
		for (int number = 0; number < statement.operandCount(); number++) {
			find(statement.operand(number));
		}
		if (statement instanceof Store store) {
			store(store.access(), store.address());
		}
		if (statement.endsLine()) {
			this.written = this.now++;
		}
	}

	private void find(Expression tree) {
		if (tree.effects() == Effects.NONE) {
			return;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			find(tree.operand(number));
		}
		switch (tree) {
			case Load load -> load(load.access(), load.operand(0));
			case Numeric _, Select _ -> {
			}
			default -> {
				if ((tree.effects() & Effects.WRITES_MEMORY) != 0) {
					this.written = this.now++;
				}
			}
		}
	}

	private void load(Access access, Expression address) {
		this.loads++;
		int of = root(address);
		if (of != UNKNOWN) {
			int last = access(access, address, of);
			int disturbed = (of == this.root) ? this.storedElsewhere : this.stored;
			this.repeated += (last > Math.max(disturbed, this.written)) ? 1 : 0;
		}
	}

	private void store(Access access, Expression address) {
		int of = root(address);
		if (of == UNKNOWN) {
			this.written = this.now++;
			return;
		}
		if (of != this.root) {
			this.storedElsewhere = this.stored;
			this.root = of;
		}
		this.stored = this.now++;
		access(access, address, of);
	}

	/// Remembers an access.
	/// @return when the same was made before, 0 if never or long ago
	private int access(Access access, Expression address, int root) {
		long place = (long) (root + 1) << Integer.SIZE ^ access.offset() + plus(address);
		int at = (int) (place * SPREAD >>> (Long.SIZE - Integer.numberOfTrailingZeros(REMEMBERED)));
		int last = (this.places[at] == place) ? this.times[at] : 0;
		this.places[at] = place;
		this.times[at] = this.now++;
		return last;
	}

	private static int root(Expression address) {
		return switch (address) {
			case Read read -> read.variable().index();
			case Constant _ -> CONSTANT;
			case Numeric sum when sum.op() == NumericOp.I32_ADD && sum.operand(0) instanceof Read read
					&& sum.operand(1) instanceof Constant ->
				read.variable().index();
			default -> UNKNOWN;
		};
	}

	private static long plus(Expression address) {
		return switch (address) {
			case Constant constant -> constant.bits();
			case Numeric sum when sum.operand(1) instanceof Constant constant -> constant.bits();
			default -> 0;
		};
	}

}
