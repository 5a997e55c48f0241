package dev.graft.compiler.ir;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.op.NumericOp;

/// A switch that may have so many targets that one `tableswitch` would fill a method: then
/// a switch over the upper bits of the index, and below it one over the next lower bits
/// for each different stretch of the table. A table beyond all measure is looked up in
/// strings, which takes two bytes for an entry and not four of code and many more for
/// cutting that: what is switched over is the number of the target.
public final class LargeSwitch {

	private static final int BITS = 8;

	/// A switch with more targets is taken apart.
	private static final int MOST_TARGETS = 1 << BITS;

	/// A switch with more targets, most of which are there more than once, is looked up.
	private static final int MOST_IN_CODE = 1 << 16;

	/// How many bits of an index select from one string.
	private static final int STRING_BITS = 14;

	/// Numbers of targets have two bytes.
	private static final int MOST_NUMBERS = 1 << 16;

	private final Body.Variables variables;

	private final List<Statement> statements;

	private final Expression index;

	private final Label otherwise;

	private LargeSwitch(Body.Variables variables, List<Statement> statements, Expression index, Label otherwise) {
		this.variables = variables;
		this.statements = statements;
		this.index = index;
		this.otherwise = otherwise;
	}

	/// Whether a switch has so many targets that it is taken apart.
	public static boolean isLarge(int targets) {
		return targets > MOST_TARGETS;
	}

	/// Whether a table is so large that it is looked up in strings.
	public static boolean isInStrings(Label[] targets) {
		return targets.length > MOST_IN_CODE
				&& Arrays.stream(targets).distinct().count() <= Math.min(MOST_NUMBERS, targets.length / 2);
	}

	/// Emits a switch.
	/// @param index an `i32`, unsigned; can be computed many times if there are many
	/// targets
	public static void emit(Body.Variables variables, List<Statement> statements, Expression index, Label[] targets,
			Label otherwise) {
		if (isInStrings(targets)) {
			new LargeSwitch(variables, statements, index, otherwise).lookUp(targets, numbers(targets));
		}
		else {
			emitInCode(variables, statements, index, targets, otherwise);
		}
	}

	private static Map<Label, Integer> numbers(Label[] targets) {
		Map<Label, Integer> numbers = new LinkedHashMap<>();
		for (Label target : targets) {
			numbers.putIfAbsent(target, numbers.size());
		}
		return numbers;
	}

	// Each string has its place, and all of them are followed by the switch over what is
	// found there.
	private void lookUp(Label[] targets, Map<Label, Integer> numbers) {
		Label found = this.variables.label(false);
		Variable number = this.variables.variable(Kind.INT);
		Label[] strings = new Label[((targets.length - 1) >>> STRING_BITS) + 1];
		Arrays.setAll(strings, (_) -> this.variables.label(false));
		int last = strings.length - 1;
		int inLast = targets.length - (last << STRING_BITS);
		Expression upper = new Numeric(NumericOp.I32_SHR_U, 0, this.index, Constant.ofInt(STRING_BITS));
		emitInCode(this.variables, this.statements, upper, strings, this.otherwise);
		for (int string = 0; string <= last; string++) {
			int from = string << STRING_BITS;
			int to = Math.min(from + (1 << STRING_BITS), targets.length);
			this.statements.add(new Mark(strings[string]));
			if (string == last && inLast < 1 << STRING_BITS) {
				Expression within = new Numeric(NumericOp.I32_LT_U, 0, placeInString(), Constant.ofInt(inLast));
				this.statements.add(new JumpIf(within, false, this.otherwise));
			}
			int[] chosen = IntStream.range(from, to).map((entry) -> numbers.getOrDefault(targets[entry], 0)).toArray();
			this.statements.add(new Assign(number, Lookup.number(chosen, placeInString())));
			this.statements.add(new Jump(found));
		}
		this.statements.add(new Mark(found));
		emitInCode(this.variables, this.statements, Read.of(number), numbers.keySet().toArray(new Label[0]),
				this.otherwise);
	}

	private Expression placeInString() {
		return new Numeric(NumericOp.I32_AND, 0, this.index, Constant.ofInt((1 << STRING_BITS) - 1));
	}

	private static void emitInCode(Body.Variables variables, List<Statement> statements, Expression index,
			Label[] targets, Label otherwise) {
		int[] shifts = IntStream.iterate(BITS, (shift) -> targets.length - 1 >>> shift > 0, (shift) -> shift + BITS)
			.toArray();
		new LargeSwitch(variables, statements, index, otherwise).emit(targets, shifts, (_) -> {
		});
	}

	/// Emits a switch in so many levels.
	/// @param index an `i32`, unsigned; can be computed many times
	/// @param shifts by how much the index is shifted for each level, the lowest but one
	/// first
	/// @param behind is told how many entries of the table are done: none behind the
	/// uppermost switch, and so many behind each stretch
	public static void emit(Body.Variables variables, List<Statement> statements, Expression index, Switch table,
			int[] shifts, IntConsumer behind) {
		new LargeSwitch(variables, statements, index, table.otherwise()).emit(table.targets(), shifts, behind);
	}

	private void emit(Label[] targets, int[] shifts, IntConsumer behind) {
		new Stretches(targets, shifts, behind).emit(shifts.length, 0, targets.length, -1);
	}

	/// Switches over stretches of a table.
	private final class Stretches {

		private final Label[] targets;

		private final int[] shifts;

		private final IntConsumer behind;

		Stretches(Label[] targets, int[] shifts, IntConsumer behind) {
			this.targets = targets;
			this.shifts = shifts;
			this.behind = behind;
		}

		// The mask leaves the bits that switches further up have not looked at.
		void emit(int level, int from, int to, int mask) {
			Expression index = LargeSwitch.this.index;
			List<Statement> statements = LargeSwitch.this.statements;
			Expression masked = (mask == -1) ? index : new Numeric(NumericOp.I32_AND, 0, index, Constant.ofInt(mask));
			if (level == 0) {
				Label[] part = Arrays.copyOfRange(this.targets, from, to);
				statements.add(new Switch(masked, part, LargeSwitch.this.otherwise));
				return;
			}
			int shift = this.shifts[level - 1];
			int stretch = 1 << shift;
			Label[] tops = new Label[(to - from - 1 >>> shift) + 1];
			Arrays.setAll(tops, (number) -> top(from + (number << shift), stretch));
			Expression upper = new Numeric(NumericOp.I32_SHR_U, 0, masked, Constant.ofInt(shift));
			statements.add(new Switch(upper, tops, LargeSwitch.this.otherwise));
			if (mask == -1) {
				this.behind.accept(0);
			}
			for (int number = 0; number < tops.length; number++) {
				int begin = from + (number << shift);
				int end = Math.min(to, begin + stretch);
				if (!isUniform(begin, stretch)) {
					statements.add(new Mark(tops[number]));
					emit(level - 1, begin, end, stretch - 1);
				}
				this.behind.accept(end);
			}
		}

		private Label top(int from, int length) {
			return isUniform(from, length) ? this.targets[from] : LargeSwitch.this.variables.label(false);
		}

		private boolean isUniform(int from, int length) {
			return from + length <= this.targets.length && Arrays.stream(this.targets, from, from + length)
				.allMatch((target) -> target == this.targets[from]);
		}

	}

}
