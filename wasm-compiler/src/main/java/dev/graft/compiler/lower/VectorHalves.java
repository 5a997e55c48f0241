package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Vector;

/// How vectors leave a function, and where they are kept: as two numbers, the lower half
/// first.
final class VectorHalves {

	private VectorHalves() {
	}

	/// The values, and in place of each vector its two halves.
	static Expression[] of(Expression... values) {
		List<Expression> halved = new ArrayList<>(values.length);
		for (Expression value : values) {
			if (value.kind() == Kind.VECTOR) {
				halved.add(Vector.half(0, value));
				halved.add(Vector.half(1, value));
			}
			else {
				halved.add(value);
			}
		}
		return halved.toArray(new Expression[0]);
	}

}
