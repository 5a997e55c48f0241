package dev.graft.compiler.pass;

import java.util.Arrays;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Mark;

/// Where the loops of a body are: from a label to the last jump back to it. Loops nest,
/// or lie one behind the other.
public final class Loops {

	private final int[] ends;

	private final int[] depths;

	private Loops(int statements) {
		this.ends = new int[statements];
		this.depths = new int[statements];
	}

	/// The loops of a body.
	public static Loops of(Body body) {
		List<Statement> statements = body.statements();
		Loops loops = new Loops(statements.size());
		int[] marks = new int[body.variables().labels()];
		Arrays.fill(marks, -1);
		for (int position = 0; position < statements.size(); position++) {
			int from = position;
			if (statements.get(position) instanceof Mark mark) {
				marks[mark.label().number()] = position;
			}
			else {
				statements.get(position).forEachTarget((target) -> loops.addJump(marks, target, from));
			}
		}
		loops.findDepths();
		return loops;
	}

	private void addJump(int[] marks, Label target, int from) {
		int header = marks[target.number()];
		if (header >= 0) {
			this.ends[header] = from + 1;
		}
	}

	private void findDepths() {
		int[] changes = new int[this.ends.length + 1];
		for (int position = 0; position < this.ends.length; position++) {
			if (this.ends[position] > 0) {
				changes[position]++;
				changes[this.ends[position]]--;
			}
		}
		int depth = 0;
		for (int position = 0; position < this.ends.length; position++) {
			depth += changes[position];
			this.depths[position] = depth;
		}
	}

	/// Whether the statement at a position is the label of a loop.
	public boolean isHeader(int position) {
		return this.ends[position] > 0;
	}

	/// The position behind the last jump back to the header at a position.
	public int end(int header) {
		return this.ends[header];
	}

	/// How many loops a statement is in.
	public int depth(int position) {
		return this.depths[position];
	}

}
