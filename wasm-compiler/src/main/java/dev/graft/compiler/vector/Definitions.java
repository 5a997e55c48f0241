package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// What vectors are computed by, as far as that holds at a place in a straight line of
/// statements, and what is known of them.
final class Definitions {

	private static final int BYTES = 16;

	/// So many shuffles are looked behind: a chain of thousands would be walked along for
	/// each of its vectors.
	private static final int MOST_SHUFFLES = 64;

	private final Body.Variables variables;

	private final LaneWidths widths;

	private final Map<Variable, Vector> definitions = new HashMap<>();

	/// Which definitions read a variable that can change.
	private final Map<Variable, List<Variable>> readers = new HashMap<>();

	/// The temporaries or constants that other variables hold.
	private final Map<Variable, Expression> current = new HashMap<>();

	Definitions(Body body) {
		this.variables = body.variables();
		this.widths = LaneWidths.ofLocals(body);
	}

	/// Control may come from elsewhere.
	void forget() {
		this.definitions.clear();
		this.readers.clear();
		this.current.clear();
	}

	/// How large lanes can be.
	LaneWidths widths() {
		return this.widths;
	}

	/// What computes a vector; null if that is not known, or not by an operator.
	@Nullable Vector of(Expression vector) {
		return (vector instanceof Read read) ? this.definitions.get(read.variable()) : null;
	}

	/// The same with temporaries and constants in place of variables that hold them.
	Expression resolved(Expression value) {
		if (value instanceof Read read) {
			return this.current.getOrDefault(read.variable(), read);
		}
		if (!(value instanceof Vector vector)) {
			return value;
		}
		Expression[] operands = new Expression[vector.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			Expression operand = vector.operand(number);
			operands[number] = (operand.kind() == Kind.VECTOR) ? resolved(operand) : operand;
		}
		return vector.with(operands);
	}

	/// Remembers what a vector is computed by.
	void assigned(Variable target, Expression value) {
		if (target.isTemporary()) {
			if (value instanceof Vector vector) {
				this.widths.assign(target, vector);
				define(target, vector);
			}
			return;
		}
		changed(target);
		this.current.remove(target);
		if (value instanceof VectorConstant || value instanceof Read read && read.variable().isTemporary()) {
			this.current.put(target, value);
		}
	}

	private void define(Variable temporary, Vector value) {
		this.definitions.put(temporary, value);
		value.forEachRead((variable) -> {
			if (!variable.isTemporary()) {
				this.readers.computeIfAbsent(variable, (key) -> new ArrayList<>()).add(temporary);
			}
		});
	}

	/// A variable is assigned: what has been computed from it cannot be computed again.
	void changed(Variable variable) {
		List<Variable> affected = this.readers.remove(variable);
		if (affected != null) {
			affected.forEach(this.definitions::remove);
		}
	}

	/// A temporary that holds a vector.
	Assign temporary(Vector value) {
		Variable temporary = this.variables.temporary(Kind.VECTOR);
		this.widths.assign(temporary, value);
		return new Assign(temporary, value);
	}

	/// Where a byte of a vector comes from, behind the shuffles in front of it.
	@Nullable Origin origin(Expression vector, int place) {
		Expression from = vector;
		int at = place;
		for (int steps = 0; steps < MOST_SHUFFLES; steps++) {
			Vector shuffle = of(from);
			if (shuffle == null || shuffle.op() != VectorOp.I8X16_SHUFFLE) {
				break;
			}
			int lane = shuffle.lane(at);
			from = shuffle.operand(lane / BYTES);
			at = lane % BYTES;
		}
		return (from instanceof Read read) ? new Origin(read.variable(), at) : null;
	}

	static boolean isSame(Expression one, Expression other) {
		return one instanceof Read read && other instanceof Read second && read.variable() == second.variable();
	}

	/// A byte of a vector.
	///
	/// @param vector the vector
	/// @param place which of its bytes
	record Origin(Variable vector, int place) {
	}

}
