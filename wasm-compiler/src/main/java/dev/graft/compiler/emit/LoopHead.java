package dev.graft.compiler.emit;

import java.util.List;

import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.Switch;

/// The straight line that a loop begins with.
///
/// C2 reads the first basic block of a loop twice if one way leads from it back into the
/// loop and at most one out of it: once in front of the loop and once at its end
/// (`ciTypeFlow::clone_loop_heads`). That turns a loop that asks at its beginning into one
/// that asks at its end. A loop that is one block is copied as a whole, for nothing. What
/// the copy loads and stores counts for the [limit][OperatorForm] behind which accesses stay
/// calls, and it comes first, so they stay in the loop itself.
final class LoopHead {

	/// From so many accesses on two copies make more than C2 inlines at once.
	static final int LONG = OperatorForm.MANY / 2;

	private LoopHead() {
	}

	/// Whether a block of its own, in front of everything else in the line, is cheaper to
	/// read twice than the line.
	/// @param line the statements of the line
	static boolean isLong(List<Statement> line) {
		int accesses = 0;
		for (Statement statement : line) {
			if (statement instanceof Poll || statement instanceof Switch) {
				return false;
			}
			accesses += (statement instanceof Store) ? 1 : 0;
			for (int number = 0; number < statement.operandCount(); number++) {
				accesses += loads(statement.operand(number));
			}
		}
		return accesses >= LONG;
	}

	private static int loads(Expression tree) {
		int loads = (tree instanceof Load) ? 1 : 0;
		for (int number = 0; number < tree.operandCount(); number++) {
			loads += loads(tree.operand(number));
		}
		return loads;
	}

}
