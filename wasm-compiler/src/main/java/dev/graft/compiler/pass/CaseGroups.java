package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.LargeSwitch;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;

/// Puts the cases of a large switch into groups, each behind a switch of its own.
///
/// A switch over thousands of cases fits into no method, and neither do the calls of all
/// that could be cut from it. Cut anywhere, each round of its loop goes through several
/// methods, up and down. So the switch becomes one over the upper bits of its index, and
/// for each stretch of the table there is one over the lower bits, with the cases of that
/// stretch behind it: what is entered at its top only can become a piece. A stretch is as
/// long as the cases in it fit into one.
public final class CaseGroups {

	/// What is longer becomes a piece itself, and this is its call.
	private static final int CALL_BYTES = 24;

	private static final int ENTRY_BYTES = 4;

	/// What part of a piece may be filled, in percent, as sizes are estimates.
	private static final int FILLED = 80;

	/// After looking at so many statements and targets, cases stay where they are. One
	/// switch may well have a tenth of that behind it.
	private static final long MOST_EFFORT = 20_000_000;

	private final Body body;

	private final int budget;

	/// How many switches lead to a label, by its number.
	private final int[] switches;

	/// How many statements and targets may still be looked at.
	private long most;

	private CaseGroups(Body body, int piece) {
		this.body = body;
		this.budget = piece * FILLED / 100;
		this.switches = new int[body.variables().labels()];
		this.most = MOST_EFFORT;
		for (Statement statement : body.statements()) {
			if (statement instanceof Switch table) {
				Arrays.stream(table.targets()).distinct().forEach((target) -> this.switches[target.number()]++);
			}
		}
	}

	/// Takes the large switches of a body apart.
	/// @param body the body
	/// @param piece how many bytes of bytecode a piece may have
	public static void apply(Body body, int piece) {
		List<Statement> statements = body.statements();
		if (statements.stream().noneMatch(CaseGroups::isLarge)) {
			return;
		}
		CaseGroups groups = new CaseGroups(body, piece);
		for (int position = statements.size() - 1; position >= 0; position--) {
			if (isLarge(statements.get(position))) {
				groups.takeApart(position, (Switch) statements.get(position));
			}
		}
	}

	private static boolean isLarge(Statement statement) {
		return statement instanceof Switch table && LargeSwitch.isLarge(table.targets().length);
	}

	private void takeApart(int position, Switch table) {
		List<Statement> statements = this.body.statements();
		CaseBlocks blocks = new CaseBlocks(statements, position, table, this.switches, this.most);
		this.most -= blocks.effort();
		int[] shifts = shifts(table.targets().length, blocks.bytesPerEntry(CALL_BYTES));
		if (shifts.length == 0) {
			return;
		}
		boolean moves = blocks.group(shifts[0]);
		List<Statement> rewritten = new ArrayList<>();
		Expression index = readable(table.index(), rewritten);
		LargeSwitch.emit(this.body.variables(), rewritten, index, table, shifts, (entries) -> {
			if (moves) {
				blocks.add(entries, rewritten);
			}
		});
		if (moves) {
			blocks.addRest(rewritten);
		}
		List<Statement> range = statements.subList(position, moves ? blocks.end() : position + 1);
		range.clear();
		range.addAll(rewritten);
	}

	private Expression readable(Expression index, List<Statement> rewritten) {
		if (index instanceof Read || index instanceof Constant) {
			return index;
		}
		Variable once = this.body.variables().variable(Kind.INT);
		rewritten.add(new Assign(once, index));
		return Read.of(once);
	}

	/// By how much the index is shifted for the switches, the lowest but one first: those
	/// that lead to groups have an entry and a call for each.
	private int[] shifts(int targets, int bytesPerEntry) {
		int lowest = bits(ENTRY_BYTES + bytesPerEntry);
		int upper = bits(ENTRY_BYTES + CALL_BYTES);
		return IntStream
			.iterate(lowest, (shift) -> shift < Integer.SIZE - 1 && targets - 1 >>> shift > 0, (shift) -> shift + upper)
			.toArray();
	}

	private int bits(int bytesPerEntry) {
		int entries = Math.max(2, this.budget / bytesPerEntry);
		return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(entries);
	}

}
