package dev.graft.compiler.emit;

import java.util.List;

/// The functions of a type and its subtypes that can become references, if a method with
/// a switch over them is small enough to be inlined.
///
/// @param firstSlot the number of the first one; the others have the next
/// @param functions their indices, in the order of their numbers
public record FewFunctions(int firstSlot, List<Integer> functions) {

	/// Whether calls of several functions would share what HotSpot learns of them.
	boolean areSeveral() {
		return this.functions.size() > 1;
	}

}
