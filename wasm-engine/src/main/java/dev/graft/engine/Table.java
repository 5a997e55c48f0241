package dev.graft.engine;

import dev.graft.artifact.type.ExternalType;
import org.jspecify.annotations.Nullable;

/// A table of references. An access that leaves the table is a
/// [trap][dev.graft.engine.trap.TrapCode#TABLE_OUT_OF_BOUNDS].
///
/// @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#table-instances">Execution, "Table
/// Instances"</a>
public final class Table implements Extern {

	private Table() {
	}

	/// A new table in a store.
	/// @param initial what all elements are at first: a [Func] for a table of functions,
	/// any object for a table of
	/// `externref`, or null
	/// @throws LimitExceededException if the store's limits do not allow it
	/// @throws SignatureMismatchException if the table cannot hold the element
	public static Table create(Store store, ExternalType.Table type, @Nullable Object initial) {
		return Pending.body();
	}

	/// Its type; the minimum is its current size.
	public ExternalType.Table type() {
		return Pending.body();
	}

	@Override
	public ExternType.Table externType() {
		return Pending.body();
	}

	@Override
	public Store store() {
		return Pending.body();
	}

	/// Its current size.
	public long size() {
		return Pending.body();
	}

	/// An element: a [Func], any object of a table of `externref`, or null.
	public @Nullable Object get(long index) {
		return Pending.body();
	}

	/// Sets an element.
	/// @throws SignatureMismatchException if the table cannot hold it
	public void set(long index, @Nullable Object element) {
		Pending.body();
	}

	/// Grows it.
	/// @param count by how many elements
	/// @param element what the new elements are
	/// @return the old size, or -1 if a limit does not allow it
	/// @throws SignatureMismatchException if the table cannot hold the element
	public long grow(long count, @Nullable Object element) {
		return Pending.body();
	}

}
