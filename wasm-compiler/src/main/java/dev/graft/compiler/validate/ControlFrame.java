package dev.graft.compiler.validate;

import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.op.ControlOp;
import java.util.List;

/// A block that has been entered and not yet left. Frames are used again and again.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/algorithm.html#data-structures">Appendix,
/// Validation Algorithm, "Data Structures"</a>
final class ControlFrame {

	/// What it is: `block`, `loop`, `if`, `try` or `try_table`; in a part that is not the
	/// first, `else`, `catch` or `catch_all`.
	ControlOp op = ControlOp.BLOCK;

	/// What it begins with.
	List<ValueType> parameters = List.of();

	/// What it ends with.
	List<ValueType> results = List.of();

	/// The height of the operand stack below its parameters.
	int height;

	/// Whether the operand stack was polymorphic around it.
	boolean outerPolymorphic;

	/// Whether its beginning can be reached.
	boolean live;

	/// How many locals had been initialized where it begins.
	int initialized;

	/// Whether its end can be reached other than by falling into it.
	boolean targeted;

	/// The offset of the last `br_table` that has checked this label's types, so that it
	/// checks each label once.
	int checkedAt;

	/// What a branch to its label takes along.
	List<ValueType> labelTypes() {
		return (this.op == ControlOp.LOOP) ? this.parameters : this.results;
	}

}
