package dev.graft.compiler.plan;

import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;

/// Which functions share a class. A class is loaded and verified as a whole when the
/// first of its functions is called, so classes are kept small; functions that stand side
/// by side in the binary often belong together.
///
/// The limits are in bytes of Wasm, because every class has to know where all functions
/// are before any is compiled. They leave room in the constant pool even if nearly every
/// byte of a body asked for an entry.
final class FunctionGroups {

	private static final int MOST_BYTES = 40_000;

	private static final int MOST_FUNCTIONS = 400;

	private final int[] groups;

	private final int[] starts;

	private FunctionGroups(int[] groups, int count) {
		this.groups = groups;
		this.starts = new int[count + 1];
		for (int function = groups.length - 1; function >= 0; function--) {
			this.starts[groups[function]] = function;
		}
		this.starts[count] = groups.length;
	}

	static FunctionGroups of(ModuleModel module) {
		int[] groups = new int[module.definedFunctionCount()];
		int group = -1;
		int bytes = 0;
		int functions = MOST_FUNCTIONS;
		for (int function = 0; function < groups.length; function++) {
			FunctionBody body = module.body(module.importedFunctionCount() + function);
			int size = body.endOffset() - body.offset();
			if (functions == MOST_FUNCTIONS || bytes + size > MOST_BYTES && functions > 0) {
				group++;
				bytes = 0;
				functions = 0;
			}
			groups[function] = group;
			bytes += size;
			functions++;
		}
		return new FunctionGroups(groups, group + 1);
	}

	/// The group of each defined function.
	int[] groups() {
		return this.groups;
	}

	/// How many groups there are.
	int count() {
		return this.starts.length - 1;
	}

	/// The first defined function of a group, counted from the first that is not
	/// imported.
	int start(int group) {
		return this.starts[group];
	}

	/// What comes behind the last one.
	int end(int group) {
		return this.starts[group + 1];
	}

}
