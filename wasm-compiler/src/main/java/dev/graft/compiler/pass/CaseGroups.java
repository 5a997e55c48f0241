package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.LargeSwitch;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

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

	private final Body body;

	private final int budget;

	private CaseGroups(Body body, int piece) {
		this.body = body;
		this.budget = piece * FILLED / 100;
	}

	/// Takes the large switches of a body apart.
	/// @param body the body
	/// @param piece how many bytes of bytecode a piece may have
	public static void apply(Body body, int piece) {
		CaseGroups groups = new CaseGroups(body, piece);
		List<Statement> statements = body.statements();
		for (int position = statements.size() - 1; position >= 0; position--) {
			if (statements.get(position) instanceof Switch table && LargeSwitch.isLarge(table.targets().length)) {
				groups.takeApart(position, table);
			}
		}
	}

	private void takeApart(int position, Switch table) {
		List<Statement> statements = this.body.statements();
		CaseBlocks blocks = CaseBlocks.of(statements, position, table);
		int[] shifts = shifts(table.targets().length, blocks.bytesPerEntry(CALL_BYTES));
		if (shifts.length == 0) {
			return;
		}
		boolean moves = blocks.group(shifts[0]);
		List<Statement> rewritten = new ArrayList<>();
		new Stretches(table, shifts, moves ? blocks : null, rewritten).emit();
		List<Statement> range = statements.subList(position, moves ? blocks.end() : position + 1);
		range.clear();
		range.addAll(rewritten);
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

	/// Switches over stretches of a table.
	private final class Stretches {

		private final Switch table;

		private final int[] shifts;

		private final @Nullable CaseBlocks blocks;

		private final List<Statement> statements;

		private final Expression index;

		/// @param blocks what the table leads to, if it can be moved
		/// @param statements what comes into the place of the switch and the blocks
		Stretches(Switch table, int[] shifts, @Nullable CaseBlocks blocks, List<Statement> statements) {
			this.table = table;
			this.shifts = shifts;
			this.blocks = blocks;
			this.statements = statements;
			this.index = readable(table.index());
		}

		private Expression readable(Expression index) {
			if (index instanceof Read || index instanceof Constant) {
				return index;
			}
			Variable once = CaseGroups.this.body.variables().variable(Kind.INT);
			this.statements.add(new Assign(once, index));
			return Read.of(once);
		}

		void emit() {
			emit(this.shifts.length, 0, this.table.targets().length, -1);
			if (this.blocks != null) {
				this.blocks.addRest(this.statements);
			}
		}

		// The mask leaves the bits that switches further up have not looked at.
		private void emit(int level, int from, int to, int mask) {
			Expression masked = (mask == -1) ? this.index
					: new Numeric(NumericOp.I32_AND, 0, this.index, Constant.ofInt(mask));
			if (level == 0) {
				Label[] targets = Arrays.copyOfRange(this.table.targets(), from, to);
				this.statements.add(new Switch(masked, targets, this.table.otherwise()));
				return;
			}
			int shift = this.shifts[level - 1];
			int stretch = 1 << shift;
			Label[] tops = new Label[(to - from - 1 >>> shift) + 1];
			Arrays.setAll(tops, (number) -> top(from + (number << shift), stretch));
			Expression upper = new Numeric(NumericOp.I32_SHR_U, 0, masked, Constant.ofInt(shift));
			this.statements.add(new Switch(upper, tops, this.table.otherwise()));
			if (mask == -1 && this.blocks != null) {
				this.blocks.addBefore(this.statements);
			}
			for (int number = 0; number < tops.length; number++) {
				int begin = from + (number << shift);
				int end = Math.min(to, begin + stretch);
				if (!isUniform(begin, stretch)) {
					this.statements.add(new Mark(tops[number]));
					emit(level - 1, begin, end, stretch - 1);
				}
				if (this.blocks != null) {
					this.blocks.addGroup(end - 1 >>> this.shifts[0], this.statements);
				}
			}
		}

		private Label top(int from, int length) {
			return isUniform(from, length) ? this.table.targets()[from] : CaseGroups.this.body.variables().label(false);
		}

		private boolean isUniform(int from, int length) {
			Label[] targets = this.table.targets();
			return from + length <= targets.length
					&& Arrays.stream(targets, from, from + length).allMatch((target) -> target == targets[from]);
		}

	}

}
