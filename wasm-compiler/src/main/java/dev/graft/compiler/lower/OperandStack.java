package dev.graft.compiler.lower;

import java.util.Arrays;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import org.jspecify.annotations.Nullable;

/// Wasm's operand stack while a function is lowered. Its entries are trees that have not
/// been evaluated yet.
///
/// Wasm evaluates an entry when it is pushed, we evaluate it when it is used, in the
/// statement that uses it. That makes no difference as long as nothing that is emitted in
/// between minds. Where something does (it assigns a variable that the entry reads, it
/// stores and the entry loads, both can trap …) the entry is *settled* first: evaluated
/// into a temporary, which takes its place.
///
/// To keep the work per statement constant, only the topmost [#OPEN_ENTRIES] entries are
/// left open; and trees are cut when they grow deep or large, so that emitting them needs
/// little stack and no statement is too large for a method.
final class OperandStack {

	private static final int OPEN_ENTRIES = 48;

	private static final int LARGEST_DEPTH = 32;

	private static final int LARGEST_TREE = 64;

	private final Body.Variables variables;

	private final List<Statement> statements;

	private @Nullable Expression[] entries = new @Nullable Expression[16];

	private int size;

	/// Whether what is emitted is protected by a region: then a handler may see which
	/// variables had been assigned when an exception was thrown.
	private boolean inRegion;

	/// All entries below are constants or temporaries.
	private int settled;

	OperandStack(Body.Variables variables, List<Statement> statements) {
		this.variables = variables;
		this.statements = statements;
	}

	int size() {
		return this.size;
	}

	/// Says whether what is emitted from here on is protected by a region.
	void inRegion(boolean inRegion) {
		this.inRegion = inRegion;
	}

	/// Pushes a tree that is to be evaluated after all entries.
	void push(Expression entry) {
		if (entry.kind() == Kind.VECTOR && !isVectorAtHand(entry)) {
			push(emitToTemporary(entry));
			return;
		}
		if (entry.depth() > LARGEST_DEPTH || entry.nodes() > LARGEST_TREE) {
			push(emitToTemporary(entry));
			return;
		}
		if (this.size == this.entries.length) {
			this.entries = Arrays.copyOf(this.entries, this.size * 2);
		}
		this.entries[this.size++] = entry;
		if (this.size - this.settled > OPEN_ENTRIES) {
			settleBelow(this.size - OPEN_ENTRIES / 2);
		}
	}

	// Vectors are taken apart into several values, each of which the same tree would
	// compute.
	private static boolean isVectorAtHand(Expression entry) {
		return entry instanceof Read || entry instanceof VectorConstant;
	}

	Expression pop() {
		this.size--;
		this.settled = Math.min(this.settled, this.size);
		Expression entry = at(this.size);
		this.entries[this.size] = null;
		return entry;
	}

	/// Pops operands; the last one is on top. What is made of them is one tree, hence not
	/// too large.
	Expression[] pop(int count) {
		int nodes = 0;
		for (int index = this.size - count; index < this.size; index++) {
			nodes += at(index).nodes();
		}
		if (nodes > LARGEST_TREE && count > 2) {
			settleAll();
		}
		Expression[] operands = new Expression[count];
		for (int index = count - 1; index >= 0; index--) {
			operands[index] = pop();
		}
		return operands;
	}

	/// An entry, from the top.
	Expression peek(int fromTop) {
		return at(this.size - 1 - fromTop);
	}

	/// Drops entries until that many are left. They are never evaluated.
	void cut(int size) {
		Arrays.fill(this.entries, size, Math.max(size, this.size), null);
		this.size = size;
		this.settled = Math.min(this.settled, size);
	}

	/// Emits a statement that is to be executed after all entries have been evaluated.
	void emit(Statement statement) {
		settle(statement.effects(), (statement instanceof Assign assign) ? assign.variable() : null);
		this.statements.add(statement);
	}

	/// Evaluates a tree now and returns what its value can be had by.
	Expression emitToTemporary(Expression value) {
		Variable temporary = this.variables.temporary(value.kind());
		emit(new Assign(temporary, value));
		return Read.of(temporary);
	}

	/// Evaluates those of several values now that have effects, in their order.
	/// @return what the values can be had by
	Expression[] evaluateNow(Expression[] values) {
		Expression[] kept = new Expression[values.length];
		for (int index = 0; index < values.length; index++) {
			boolean lasts = values[index].effects() == Effects.NONE;
			kept[index] = lasts ? values[index] : emitToTemporary(values[index]);
		}
		return kept;
	}

	/// Settles every entry: what a block needs, as variables may change in it on one way
	/// and not on another.
	void settleAll() {
		settleBelow(this.size);
	}

	/// Settles what is below the topmost entries, so that those can be evaluated one by
	/// one, in their order, by statements that leave everything alone that they read.
	void settleUnder(int topmost) {
		settleBelow(this.size - topmost);
	}

	private void settleBelow(int limit) {
		for (int index = this.settled; index < limit; index++) {
			settleEntry(index);
		}
		this.settled = limit;
	}

	private void settleEntry(int index) {
		Expression entry = at(index);
		if (!entry.isStable()) {
			Variable temporary = this.variables.temporary(entry.kind());
			this.statements.add(new Assign(temporary, entry));
			this.entries[index] = Read.of(temporary);
		}
	}

	/// Settles those of the topmost entries that have to be evaluated before something
	/// else that is to come before all the others.
	/// @param effects of what is to come before them
	/// @param topmost how many entries there are to look at
	void settleBefore(int effects, int topmost) {
		long marked = 0;
		int moved = Effects.NONE;
		for (int index = this.size - 1; index >= this.settled; index--) {
			int entry = at(index).effects();
			// Those below stay before it, and only have to come before what moves up.
			boolean passed = index >= this.size - topmost && Effects.conflict(entry, effects);
			if (passed || Effects.conflict(entry, moved)) {
				marked |= 1L << (index - this.settled);
				moved |= entry;
			}
		}
		settle(marked);
	}

	// From the top down, as settling an entry means that it is evaluated before the ones
	// below that stay open; then evaluates from the bottom up, which is the order in
	// which they were pushed.
	private void settle(int effects, @Nullable Variable assigned) {
		long marked = 0;
		int passed = effects;
		boolean visible = this.inRegion && assigned != null && !assigned.isTemporary();
		for (int index = this.size - 1; index >= this.settled; index--) {
			Expression entry = at(index);
			if (Effects.conflict(entry.effects(), passed) || assigned != null && entry.reads(assigned)
					|| visible && (entry.effects() & Effects.THROWS) != 0) {
				marked |= 1L << (index - this.settled);
				passed |= entry.effects();
			}
		}
		settle(marked);
	}

	private void settle(long marked) {
		int first = this.settled;
		for (long left = marked; left != 0; left &= left - 1) {
			settleEntry(first + Long.numberOfTrailingZeros(left));
		}
	}

	private Expression at(int index) {
		Expression entry = this.entries[index];
		if (entry == null) {
			throw new IllegalStateException("no operand at " + index + " of " + this.size);
		}
		return entry;
	}

}
