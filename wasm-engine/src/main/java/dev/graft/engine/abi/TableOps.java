package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// Instructions on tables.
///
/// Operands come in the order in which the instruction takes them from the stack,
/// immediates after them. Indices and counts are unsigned.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#table-instructions">Execution,
/// "Table Instructions"</a>
public final class TableOps {

	private TableOps() {
	}

	/// An unsigned 64-bit index, or number of elements, in 32 bits. Where it does not fit
	/// it becomes the largest number, which no table has room for.
	public static int index(long index) {
		return (index >>> Integer.SIZE == 0) ? (int) index : -1;
	}

	/// `table.get`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-table-get">Execution,
	/// "table.get"</a>
	public static @Nullable Object get(int index, TableInstance table) {
		check(index, table);
		return table.get(index);
	}

	/// `table.set`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-table-set">Execution,
	/// "table.set"</a>
	public static void set(int index, @Nullable Object element, TableInstance table) {
		check(index, table);
		table.set(index, element);
	}

	/// `table.size`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-table-size">Execution,
	/// "table.size"</a>
	public static int size(TableInstance table) {
		return table.size();
	}

	/// `table.grow`.
	/// @return the old size, or -1
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-table-grow">Execution,
	/// "table.grow"</a>
	public static int grow(@Nullable Object initial, int count, TableInstance table) {
		return table.grow(count, initial);
	}

	/// `table.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-table-fill">Execution,
	/// "table.fill"</a>
	public static void fill(int start, @Nullable Object element, int count, TableInstance table) {
		checkRange(start, count, table.size());
		table.fill(start, count, element);
	}

	/// `table.copy`. Traps before it writes anything; the ranges may overlap.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-table-copy">Execution,
	/// "table.copy"</a>
	public static void copy(int start, int sourceStart, int count, TableInstance table, TableInstance source) {
		checkRange(sourceStart, count, source.size());
		checkRange(start, count, table.size());
		table.copy(start, source, sourceStart, count);
	}

	/// `table.init`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-table-init">Execution,
	/// "table.init"</a>
	public static void init(int start, int segmentStart, int count, TableInstance table, int segment,
			ModuleInstance instance) {
		@Nullable Object[] items = instance.items(segment);
		if (items != null) {
			checkRange(segmentStart, count, items.length);
			checkRange(start, count, table.size());
			table.copy(start, items, segmentStart, count);
			return;
		}
		FunctionIndices indices = instance.functionIndices(segment);
		checkRange(segmentStart, count, indices != null ? indices.count() : 0);
		checkRange(start, count, table.size());
		if (indices != null) {
			table.initialise(start, segmentStart, count, indices, instance);
		}
	}

	/// What `call_indirect` calls.
	/// @param firstSlot the first slot of the functions of the type and its subtypes, in
	/// the calling module
	/// @param slots how many these are
	/// @param typeIndex the type, in the calling module
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-indirect">Execution,
	/// "call_indirect"</a>
	@SuppressWarnings("ReferenceEquality") // instances are themselves
	public static CallTarget target(int index, TableInstance table, ModuleInstance caller, int firstSlot, int slots,
			int typeIndex) {
		FunctionReference callee = callee(index, table);
		CallTarget known = callee.target;
		if (known != null && callee.owner == caller
				&& Integer.compareUnsigned(callee.dispatchSlot - firstSlot, slots) < 0) {
			return known;
		}
		return CallOps.checkedTarget(callee, caller, typeIndex);
	}

	/// What `call_indirect` calls through a table of the caller's own, if code has called
	/// through this element before and nothing has been written there since; null says
	/// nothing. Of whatever type the function is: whoever calls finds out.
	public static @Nullable CallTarget linked(int index, TableInstance table) {
		return table.linked(index);
	}

	/// What `call_indirect` calls through a table of the caller's own, remembered for
	/// [#linked] if it is a function of the caller. The operands are those of [#target].
	@SuppressWarnings("ReferenceEquality") // instances are themselves
	public static CallTarget link(int index, TableInstance table, ModuleInstance caller, int firstSlot, int slots,
			int typeIndex) {
		CallTarget target = target(index, table, caller, firstSlot, slots, typeIndex);
		if (callee(index, table).owner == caller) {
			table.link(index, target);
		}
		return target;
	}

	/// The slot of the function that `call_indirect` calls through a table of the
	/// caller's own; -1 if it is not one of the caller's functions.
	public static int slot(int index, TableInstance table, ModuleInstance caller) {
		int known = table.knownSlot(index);
		return (known >= 0) ? known : resolvedSlot(index, table, caller);
	}

	@SuppressWarnings("ReferenceEquality") // instances are themselves
	private static int resolvedSlot(int index, TableInstance table, ModuleInstance caller) {
		FunctionReference callee = callee(index, table);
		if (callee.owner != caller) {
			return -1;
		}
		table.keepSlot(index, callee.dispatchSlot);
		return callee.dispatchSlot;
	}

	/// The function that `call_indirect` calls, its type not yet compared.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-indirect">Execution,
	/// "call_indirect"</a>
	public static FunctionReference callee(int index, TableInstance table) {
		FunctionReference known = table.known(index);
		return (known != null) ? known : resolvedCallee(index, table);
	}

	private static FunctionReference resolvedCallee(int index, TableInstance table) {
		if (Integer.compareUnsigned(index, table.size()) >= 0) {
			throw TrapOps.undefinedElement();
		}
		if (table.get(index) instanceof FunctionReference function) {
			return function;
		}
		throw TrapOps.uninitializedElement();
	}

	private static void check(int index, TableInstance table) {
		if (Integer.compareUnsigned(index, table.size()) >= 0) {
			throw TrapOps.outOfBoundsTableAccess();
		}
	}

	// A range may be empty at the very end, not beyond.
	private static void checkRange(int start, int count, int size) {
		if ((start & 0xFFFF_FFFFL) + (count & 0xFFFF_FFFFL) > size) {
			throw TrapOps.outOfBoundsTableAccess();
		}
	}

}
