package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// Stands in a table for the references that an element segment will put there when they
/// are read.
///
/// Modules fill tables with thousands of functions of which a run calls a few. So
/// initialising a table writes the same stand-in to all elements, and an element turns
/// into its reference when it is first read.
final class PendingFunctions {

	private final ModuleInstance owner;

	private final FunctionIndices indices;

	private final int shift;

	/// @param shift what to add to the index in the table to get the index in the segment
	PendingFunctions(ModuleInstance owner, FunctionIndices indices, int shift) {
		this.owner = owner;
		this.indices = indices;
		this.shift = shift;
	}

	/// Whether it stands for the same elements.
	@SuppressWarnings("ReferenceEquality") // an instance is itself
	boolean isSame(PendingFunctions other) {
		return this.owner == other.owner && this.shift == other.shift && this.indices.isAt(other.indices);
	}

	/// What the element at an index of the table really is.
	@Nullable Object resolve(int tableIndex) {
		int functionIndex = this.indices.at(tableIndex + this.shift);
		return functionIndex == FunctionIndices.NULL ? null : this.owner.functionReference(functionIndex);
	}

}
