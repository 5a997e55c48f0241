package dev.graft.compiler.ir;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	private static final int BYTE = 0xFF;

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
			Expression high = new Numeric(NumericOp.I32_SHL, 0, bytes(chosen, Byte.SIZE), Constant.ofInt(Byte.SIZE));
			this.statements.add(new Assign(number, new Numeric(NumericOp.I32_OR, 0, high, bytes(chosen, 0))));
			this.statements.add(new Jump(found));
		}
		this.statements.add(new Mark(found));
		emitInCode(this.variables, this.statements, Read.of(number), numbers.keySet().toArray(new Label[0]),
				this.otherwise);
	}

	private Expression placeInString() {
		return new Numeric(NumericOp.I32_AND, 0, this.index, Constant.ofInt((1 << STRING_BITS) - 1));
	}

	private Expression bytes(int[] numbers, int shift) {
		StringBuilder table = new StringBuilder(numbers.length);
		for (int number : numbers) {
			table.append((char) (number >>> shift & BYTE));
		}
		return new Lookup(table.toString(), placeInString());
	}

	private static void emitInCode(Body.Variables variables, List<Statement> statements, Expression index,
			Label[] targets, Label otherwise) {
		int shift = 0;
		while (((targets.length - 1) >>> shift) >= MOST_TARGETS) {
			shift += BITS;
		}
		new LargeSwitch(variables, statements, index, otherwise).emit(targets, shift, -1);
	}

	// The mask leaves the bits that switches further up have not looked at.
	private void emit(Label[] targets, int shift, int mask) {
		Expression masked = (mask == -1) ? this.index
				: new Numeric(NumericOp.I32_AND, 0, this.index, Constant.ofInt(mask));
		if (shift == 0) {
			this.statements.add(new Switch(masked, targets, this.otherwise));
			return;
		}
		int stretch = 1 << shift;
		Label[] stretches = new Label[(targets.length + stretch - 1) / stretch];
		for (int number = 0; number < stretches.length; number++) {
			boolean uniform = isUniform(targets, number * stretch, stretch);
			stretches[number] = uniform ? targets[number * stretch] : this.variables.label(false);
		}
		Expression upper = new Numeric(NumericOp.I32_SHR_U, 0, masked, Constant.ofInt(shift));
		this.statements.add(new Switch(upper, stretches, this.otherwise));
		for (int number = 0; number < stretches.length; number++) {
			int from = number * stretch;
			if (!isUniform(targets, from, stretch)) {
				this.statements.add(new Mark(stretches[number]));
				Label[] part = Arrays.copyOfRange(targets, from, Math.min(from + stretch, targets.length));
				emit(part, shift - BITS, stretch - 1);
			}
		}
	}

	private boolean isUniform(Label[] targets, int from, int count) {
		if (from + count > targets.length) {
			return false;
		}
		for (int number = from + 1; number < from + count; number++) {
			if (targets[number] != targets[from]) {
				return false;
			}
		}
		return true;
	}

}
