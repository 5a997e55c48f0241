package dev.graft.compiler.validate;

import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.LocalGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A function's parameters and locals, by index: their types, without writing every one
/// of them down, for a few bytes of a module can declare thousands; and whether those
/// that begin without a value, as references that cannot be null do, have got one.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/algorithm.html#control-stack">Appendix,
/// Validation Algorithm, "Data Structures"</a>
final class LocalTypes {

	private final List<ValueType> parameters;

	private final List<LocalGroup> groups;

	/// The index after the last local of each group.
	private final int[] ends;

	/// Of the locals that begin without a value those that have one.
	private final BitSet initialized = new BitSet();

	/// The same ones in the order in which they got it.
	private final List<Integer> order = new ArrayList<>();

	private LocalTypes(List<ValueType> parameters, List<LocalGroup> groups) {
		this.parameters = parameters;
		this.groups = groups;
		this.ends = new int[groups.size()];
		int end = parameters.size();
		for (int i = 0; i < this.ends.length; i++) {
			end += groups.get(i).count();
			this.ends[i] = end;
		}
	}

	static LocalTypes of(List<ValueType> parameters, FunctionBody body) {
		return new LocalTypes(parameters, body.locals());
	}

	/// Of a constant expression.
	static LocalTypes none() {
		return new LocalTypes(List.of(), List.of());
	}

	/// How many there are, parameters included.
	int count() {
		return (this.ends.length > 0) ? this.ends[this.ends.length - 1] : this.parameters.size();
	}

	/// The type of a local that exists.
	ValueType get(int localIndex) {
		if (localIndex < this.parameters.size()) {
			return this.parameters.get(localIndex);
		}
		int found = Arrays.binarySearch(this.ends, localIndex + 1);
		return this.groups.get((found >= 0) ? found : -found - 1).type();
	}

	/// Whether a local that begins without a value, unless it is a parameter, has one.
	boolean isInitialized(int localIndex) {
		return localIndex < this.parameters.size() || this.initialized.get(localIndex);
	}

	/// A local that begins without a value gets one.
	void initialize(int localIndex) {
		if (!isInitialized(localIndex)) {
			this.initialized.set(localIndex);
			this.order.add(localIndex);
		}
	}

	/// How many locals that begin without a value have one.
	int initializedCount() {
		return this.order.size();
	}

	/// A block ends: what was initialized in it may not be after it.
	/// @param count how many had a value before it
	void forget(int count) {
		while (this.order.size() > count) {
			this.initialized.clear(this.order.removeLast());
		}
	}

}
