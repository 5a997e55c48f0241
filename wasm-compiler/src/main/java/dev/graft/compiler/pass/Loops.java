package dev.graft.compiler.pass;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Mark;

/// Where the loops of a body are: from a label to the last jump back to it, and if that
/// jump is in another loop, which began later, then to the end of that. So loops nest, or
/// lie one behind the other. Control enters a module's own loops at their headers; into
/// those of [JumpThreading] a jump may lead.
public final class Loops {

	/// After looking at so many statements for jumps into loops, any loop may have some.
	/// No body that a compiler has made comes near.
	private static final long MOST_EFFORT = 50_000_000;

	private final int[] ends;

	private final int[] depths;

	/// For the label at a position, the first and the last jump that leads there.
	private final int[] firstJumps;

	private final int[] lastJumps;

	private long effort;

	private Loops(int statements) {
		this.ends = new int[statements];
		this.depths = new int[statements];
		this.firstJumps = new int[statements];
		this.lastJumps = new int[statements];
		Arrays.fill(this.firstJumps, Integer.MAX_VALUE);
		Arrays.fill(this.lastJumps, -1);
	}

	/// The loops of a body.
	public static Loops of(Body body) {
		List<Statement> statements = body.statements();
		Loops loops = new Loops(statements.size());
		int[] marks = new int[body.variables().labels()];
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Mark mark) {
				marks[mark.label().number()] = position;
			}
		}
		int[] from = new int[1];
		Consumer<Label> onTarget = (target) -> loops.addJump(from[0], marks[target.number()]);
		for (int position = 0; position < statements.size(); position++) {
			from[0] = position;
			statements.get(position).forEachTarget(onTarget);
		}
		loops.findDepths();
		loops.nest();
		return loops;
	}

	/// Whether a body has any.
	public static boolean areIn(Body body) {
		return body.statements()
			.stream()
			.anyMatch((statement) -> statement instanceof Mark mark && mark.label().isLoop());
	}

	private void addJump(int from, int to) {
		if (to < from) {
			this.ends[to] = from + 1;
		}
		this.firstJumps[to] = Math.min(this.firstJumps[to], from);
		this.lastJumps[to] = Math.max(this.lastJumps[to], from);
	}

	private void findDepths() {
		for (int position = 0; position < this.ends.length; position++) {
			if (this.ends[position] > 0) {
				this.depths[position]++;
				if (this.ends[position] < this.depths.length) {
					this.depths[this.ends[position]]--;
				}
			}
		}
		int depth = 0;
		for (int position = 0; position < this.depths.length; position++) {
			depth += this.depths[position];
			this.depths[position] = depth;
		}
	}

	// What an inner loop does behind the last jump back to an outer one happens in rounds
	// of the outer one, too.
	private void nest() {
		Deque<Integer> following = new ArrayDeque<>();
		for (int header = this.ends.length - 1; header >= 0; header--) {
			if (isHeader(header)) {
				while (!following.isEmpty() && following.element() < this.ends[header]) {
					this.ends[header] = Math.max(this.ends[header], this.ends[following.pop()]);
				}
				following.push(header);
			}
		}
	}

	/// Whether the statement at a position is the label of a loop.
	public boolean isHeader(int position) {
		return this.ends[position] > 0;
	}

	/// The position behind all that happens in rounds of the loop with the header at a
	/// position.
	public int end(int header) {
		return this.ends[header];
	}

	/// Whether a jump from elsewhere leads into the loop whose header is at a position,
	/// past the header. What is known there is not known in all of the loop then.
	public boolean isEnteredAside(int header) {
		this.effort += this.ends[header] - header;
		if (this.effort > MOST_EFFORT) {
			return true;
		}
		for (int position = header + 1; position < this.ends[header]; position++) {
			if (this.firstJumps[position] < header || this.lastJumps[position] >= this.ends[header]) {
				return true;
			}
		}
		return false;
	}

	/// Whether control enters a loop from the statement before its header only, so that
	/// what comes before the header comes before every round.
	public boolean isEnteredFromAbove(int header) {
		return this.firstJumps[header] > header && !isEnteredAside(header);
	}

	/// How many loops a statement is in, each of them up to its own last jump back.
	public int depth(int position) {
		return this.depths[position];
	}

}
