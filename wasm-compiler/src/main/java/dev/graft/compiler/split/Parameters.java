package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Variable;

/// How what a piece needs gets into it: as arguments, or, if there is too much of it,
/// through transfer fields, which costs no more than the stack.
///
/// HotSpot's C2 gives a method up for good if what comes in on the stack and what goes
/// out to some call in it do not fit into its masks together: with JDK 25, some 64
/// arguments on x86, at least 40 elsewhere ("unsupported calling sequence"). The piece
/// and its caller then stay what C1 has made of them. So no call of a piece takes more
/// than half of that.
///
/// @param arguments those that are arguments
/// @param transferred those that are not
record Parameters(List<Variable> arguments, List<Variable> transferred) {

	/// How many arguments may lie on the stack.
	private static final int MOST_ON_STACK = 20;

	/// How many arguments HotSpot passes in registers at most, whatever else there is.
	private static final int INTEGER_REGISTERS = 6;

	private static final int FLOAT_REGISTERS = 8;

	/// The parameters of a piece.
	/// @param contrary whether as many as possible are passed through fields, for tests
	static Parameters of(List<Variable> parameters, boolean contrary) {
		List<Variable> arguments = new ArrayList<>();
		List<Variable> transferred = new ArrayList<>();
		Room room = new Room(contrary ? 0 : MOST_ON_STACK);
		for (Variable parameter : parameters) {
			(room.isFor(parameter.kind()) ? arguments : transferred).add(parameter);
		}
		return new Parameters(arguments, transferred);
	}

	/// How many parameters are passed through fields.
	static int transferred(List<Variable> parameters) {
		return (parameters.size() <= MOST_ON_STACK) ? 0 : of(parameters, false).transferred.size();
	}

	/// What is left of registers and stack.
	private static final class Room {

		private int integers = INTEGER_REGISTERS;

		private int floats = FLOAT_REGISTERS;

		private int stack;

		Room(int stack) {
			this.stack = stack;
		}

		boolean isFor(Kind kind) {
			return switch (kind) {
				case FLOAT, DOUBLE -> this.floats-- > 0 || this.stack-- > 0;
				default -> this.integers-- > 0 || this.stack-- > 0;
			};
		}

	}

}
