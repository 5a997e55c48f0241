package dev.graft.compiler.validate;

import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.LocalGroup;
import java.util.Arrays;
import java.util.List;

/// The types of a function's parameters and locals, by index, without writing every one
/// of them down: a few bytes of a module can declare thousands.
final class LocalTypes {

	/// Of a constant expression.
	static final LocalTypes NONE = new LocalTypes(List.of(), List.of());

	private final List<ValueType> parameters;

	private final List<LocalGroup> groups;

	/// The index after the last local of each group.
	private final int[] ends;

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

}
