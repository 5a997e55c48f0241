package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.pass.MovedBytes.Origin;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a number around at once where a program moves them one by one,
/// because WebAssembly has no instruction for it.
///
/// ```
///     v1 = rotr (v0 & 0xff00ff) 8
///     v2 = v1 | rotr v0 24 & 0xff00ff     ─▶      v2 = reverseBytes v0
/// ```
///
/// No spelling is looked for: [MovedBytes] tell which byte of which variable each byte of
/// a result is. If they are those of one variable the other way round, all or some of them
/// and zeros, the variable is swapped, and then shifted and masked if it has to be; but
/// only where that takes fewer operators. Behind a label nothing is known.
public final class ByteSwaps {

	/// A program that swaps moves bytes twice.
	public static final int FEWEST_SHIFTS = 2;

	private final Body body;

	/// For each variable what it holds; null if it is just a number.
	private final @Nullable MovedBytes[] held;

	/// For each variable in which straight line it has been found out what it holds.
	private final int[] lines;

	/// For each variable how often it has been assigned.
	private final int[] versions;

	private int line;

	/// Whether there is a variable that is read less often now.
	private boolean readsLess;

	private ByteSwaps(Body body) {
		this.body = body;
		int variables = body.variables().size();
		this.held = new MovedBytes[variables];
		this.lines = new int[variables];
		this.versions = new int[variables];
	}

	/// Rewrites a body.
	public static void apply(Body body) {
		ByteSwaps swaps = new ByteSwaps(body);
		swaps.rewrite();
		if (swaps.readsLess) {
			swaps.dropUnread();
		}
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		int begin = 0;
		int shifts = 0;
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Mark) {
				rewriteLine(statements.subList(begin, position), shifts);
				begin = position;
				shifts = 0;
			}
			shifts += shifts(statements.get(position));
		}
		rewriteLine(statements.subList(begin, statements.size()), shifts);
	}

	private static int shifts(Statement statement) {
		int shifts = 0;
		for (int number = 0; number < statement.operandCount(); number++) {
			shifts += shifts(statement.operand(number));
		}
		return shifts;
	}

	private static int shifts(Expression tree) {
		int shifts = (tree instanceof Numeric numeric && isByteShift(numeric)) ? 1 : 0;
		for (int number = 0; number < tree.operandCount(); number++) {
			if (tree.operand(number).operandCount() > 0) {
				shifts += shifts(tree.operand(number));
			}
		}
		return shifts;
	}

	private static boolean isByteShift(Numeric numeric) {
		return switch (numeric.op()) {
			case I32_SHL, I64_SHL, I32_SHR_U, I64_SHR_U, I32_SHR_S, I64_SHR_S, I32_ROTL, I32_ROTR, I64_ROTL, I64_ROTR ->
				numeric.operand(1) instanceof Constant by && by.bits() % Byte.SIZE == 0;
			default -> false;
		};
	}

	private void rewriteLine(List<Statement> line, int shifts) {
		if (shifts >= FEWEST_SHIFTS) {
			this.line++;
			line.replaceAll(this::rewrite);
		}
	}

	// What was computed on the way to bytes that are swapped at once now. To know what is
	// alive where would take longer than all the rest.
	private void dropUnread() {
		int[] reads = new int[this.versions.length];
		List<Statement> statements = this.body.statements();
		statements.forEach((statement) -> statement.forEachRead((variable) -> reads[variable.index()]++));
		List<Statement> kept = new ArrayList<>(statements.size());
		for (Statement statement : statements.reversed()) {
			if (statement instanceof Assign assign && reads[assign.variable().index()] == 0
					&& Effects.isRemovable(assign.effects())) {
				statement.forEachRead((variable) -> reads[variable.index()]--);
			}
			else {
				kept.add(statement);
			}
		}
		statements.clear();
		statements.addAll(kept.reversed());
	}

	private Statement rewrite(Statement statement) {
		if (statement instanceof Assign(Variable variable, Expression value)) {
			Term term = rewrite(value);
			assign(variable, term.bytes);
			return (term.tree != value) ? new Assign(variable, term.tree) : statement;
		}
		return statement.map((tree) -> rewrite(tree).tree);
	}

	private void assign(Variable variable, MovedBytes value) {
		int index = variable.index();
		Kind kind = variable.kind();
		this.versions[index]++;
		this.lines[index] = this.line;
		if (!isNumber(kind)) {
			return;
		}
		Origin origin = value.origin();
		if (origin != null && value.areKnown(kind)) {
			this.held[index] = value;
			if (variable.isTemporary() && kind == origin.variable().kind() && value.places() == origin.places()) {
				origin.keepIn(variable, this.versions[index]);
			}
		}
		else {
			this.held[index] = MovedBytes.of(origin(variable, MovedBytes.whole(value.places())));
		}
	}

	private Origin origin(Variable variable, long bits) {
		return new Origin(variable, this.versions[variable.index()], bits);
	}

	private static boolean isNumber(Kind kind) {
		return kind == Kind.INT || kind == Kind.LONG;
	}

	private MovedBytes read(Variable variable) {
		int index = variable.index();
		if (!isNumber(variable.kind())) {
			return MovedBytes.ANYTHING;
		}
		MovedBytes known = (this.lines[index] == this.line) ? this.held[index] : null;
		Origin origin = (known != null) ? known.origin() : null;
		if (known == null || origin == null || !origin.isHeld(this.versions[origin.variable().index()])) {
			known = MovedBytes.of(origin(variable, (known != null) ? MovedBytes.whole(known.places()) : -1));
			this.held[index] = known;
			this.lines[index] = this.line;
		}
		return known;
	}

	private Term rewrite(Expression tree) {
		if (tree instanceof Read read) {
			return new Term(tree, read(read.variable()), 0);
		}
		Expression[] operands = new Expression[tree.operandCount()];
		MovedBytes[] bytes = new MovedBytes[operands.length];
		boolean changed = false;
		int operators = (operands.length > 1) ? 1 : 0;
		for (int number = 0; number < operands.length; number++) {
			Term operand = rewrite(tree.operand(number));
			operands[number] = operand.tree;
			bytes[number] = operand.bytes;
			operators += operand.operators;
			changed |= operand.tree != tree.operand(number);
		}
		MovedBytes moved = MovedBytes.of(tree, bytes);
		Expression swapped = swapped(tree, moved, operators);
		if (swapped != null) {
			return new Term(swapped, moved, operators);
		}
		return new Term(changed ? tree.with(operands) : tree, moved, operators);
	}

	// What has been swapped may be shifted further: that is one operator, however many
	// there are with those of the variables that it reads.
	private @Nullable Expression swapped(Expression tree, MovedBytes moved, int operators) {
		Origin origin = moved.origin();
		if (origin == null || moved.steps() < FEWEST_SHIFTS || !moved.areKnown(tree.kind())
				|| !Effects.isRemovable(tree.effects())) {
			return null;
		}
		Swap swap = Swap.of(tree.kind(), origin, moved.places());
		if (swap == null || swap.steps() >= moved.steps() || swap.steps() > operators) {
			return null;
		}
		tree.forEachRead((variable) -> this.readsLess |= variable != origin.variable());
		return swap.tree();
	}

	/// A tree and the bytes of what it computes.
	///
	/// @param tree the tree, with swaps
	/// @param bytes the bytes
	/// @param operators how many operators of two operands there were in it
	private record Term(Expression tree, MovedBytes bytes, int operators) {
	}

	/// The bytes of a number the other way round, as a whole or in part.
	///
	/// @param kind of which kind the result is
	/// @param number what is swapped
	/// @param rotated whether that is rotated then, not shifted
	/// @param left by how many bits it is shifted to the left, or to the right if that is
	/// negative
	/// @param mask the bits that are left of it
	private record Swap(Kind kind, Expression number, boolean rotated, int left, long mask) {

		private static final long FOUR_LOWEST = 0x0303_0303L;

		private static final long NONE_BEYOND = 0x0808_0808L;

		/// What puts bytes of an origin into certain places, null if no swap does.
		static @Nullable Swap of(Kind kind, Origin origin, long allPlaces) {
			long places = allPlaces & MovedBytes.bits(kind);
			if (Long.bitCount(MovedBytes.whole(places)) <= Byte.SIZE) {
				return null;
			}
			Expression number = Read.of(origin.variable());
			if (kind == Kind.INT && number.kind() == Kind.LONG && (places + FOUR_LOWEST & NONE_BEYOND) == 0) {
				number = new Numeric(NumericOp.I32_WRAP_I64, 0, number);
			}
			int size = (number.kind() == Kind.INT) ? Integer.SIZE : Long.SIZE;
			long swapped = Long.reverseBytes(origin.places()) >>> (Long.SIZE - size);
			int lowest = Long.numberOfTrailingZeros(places) / Byte.SIZE * Byte.SIZE;
			int place = (int) (places >>> lowest) & 0xFF;
			int left = lowest + place * Byte.SIZE - size;
			long mask = MovedBytes.whole(places);
			long shifted = ((left < 0) ? swapped >>> -left : swapped << left) & MovedBytes.bits(widest(kind, number));
			if ((shifted & MovedBytes.bits(kind)) == places) {
				return new Swap(kind, number, false, left, -1);
			}
			long rotated = (size == Integer.SIZE) ? Integer.rotateLeft((int) swapped, left)
					: Long.rotateLeft(swapped, left);
			if (number.kind() == widest(kind, number) && (rotated & MovedBytes.bits(kind)) == places) {
				return new Swap(kind, number, true, left & (size - 1), -1);
			}
			return ((shifted & mask) == places) ? new Swap(kind, number, false, left, mask) : null;
		}

		private static Kind widest(Kind kind, Expression number) {
			return (kind == Kind.LONG) ? Kind.LONG : number.kind();
		}

		/// How many operators that takes.
		int steps() {
			return 1 + ((this.left != 0) ? 1 : 0) + ((this.mask != -1) ? 1 : 0);
		}

		/// What computes it.
		Expression tree() {
			Kind widest = widest(this.kind, this.number);
			Expression tree = new Computed((this.number.kind() == Kind.INT) ? JavaBaseMember.I32_REVERSE_BYTES
					: JavaBaseMember.I64_REVERSE_BYTES, this.number);
			if (tree.kind() != widest) {
				tree = new Numeric(NumericOp.I64_EXTEND_I32_U, 0, tree);
			}
			if (this.left != 0) {
				tree = moved(tree);
			}
			if (tree.kind() != this.kind) {
				tree = new Numeric(NumericOp.I32_WRAP_I64, 0, tree);
			}
			return (this.mask != -1) ? node(NumericOp.I32_AND, NumericOp.I64_AND, tree, this.mask) : tree;
		}

		private Expression moved(Expression tree) {
			if (this.rotated) {
				return node(NumericOp.I32_ROTL, NumericOp.I64_ROTL, tree, this.left);
			}
			return (this.left > 0) ? node(NumericOp.I32_SHL, NumericOp.I64_SHL, tree, this.left)
					: node(NumericOp.I32_SHR_U, NumericOp.I64_SHR_U, tree, -this.left);
		}

		private static Expression node(NumericOp ints, NumericOp longs, Expression tree, long constant) {
			boolean isInt = tree.kind() == Kind.INT;
			Expression by = isInt ? Constant.ofInt((int) constant) : Constant.of(Kind.LONG, constant);
			return new Numeric(isInt ? ints : longs, 0, tree, by);
		}

	}

}
