package dev.graft.compiler.vector;

import dev.graft.compiler.ir.Expression;

/// A vector, taken apart.
///
/// @param shape its shape
/// @param values a tree for each lane
@SuppressWarnings("ArrayRecordComponent")
record Lanes(Shape shape, Expression[] values) {

	/// The tree of a lane.
	Expression value(int lane) {
		return this.values[lane];
	}

}
