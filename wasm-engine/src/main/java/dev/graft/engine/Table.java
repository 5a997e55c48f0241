package dev.graft.engine;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.engine.instance.Allocation;
import dev.graft.engine.instance.OverrunException;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;

/// A table of references. An access that leaves the table is a
/// [trap][dev.graft.engine.trap.TrapCode#TABLE_OUT_OF_BOUNDS].
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#table-instances">Execution,
/// "Table Instances"</a>
public final class Table implements Extern {

	private final Store store;

	private final ExternalInstance.Table table;

	Table(Store store, ExternalInstance.Table table) {
		this.store = store;
		this.table = table;
	}

	/// A new table in a store.
	/// @param initial what all elements are at first: a [Func] for a table of functions,
	/// any object for a table of `externref`, or null
	/// @throws LimitExceededException if the store's limits do not allow it
	/// @throws SignatureMismatchException if the table cannot hold the element
	public static Table create(Store store, ExternalType.Table type, @Nullable Object initial) {
		store.engine().hostFunctions().requireKnown(type.elementType());
		int token = store.ownership().hold();
		try {
			Object element = Values.toCarrier("element", 0, type.elementType(), initial, store);
			return new Table(store, new ExternalInstance.Table(Allocation.table(store.state(), type, element), type,
					store.state().context()));
		}
		catch (OverrunException exceeded) {
			throw LimitExceededException.of("a table", exceeded);
		}
		finally {
			store.ownership().release(token);
		}
	}

	/// Its type; the minimum is its current size.
	public ExternalType.Table type() {
		return this.table.type();
	}

	@Override
	public ExternType.Table externType() {
		return ExternTypes.table(type());
	}

	@Override
	public Store store() {
		return this.store;
	}

	/// Its current size.
	public long size() {
		int token = hold();
		try {
			return this.table.table().size();
		}
		finally {
			release(token);
		}
	}

	/// An element: a [Func], any object of a table of `externref`, or null.
	public @Nullable Object get(long index) {
		int token = hold();
		try {
			return Values.toHost(elementType(), this.table.table().get(checked(index)), this.store);
		}
		finally {
			release(token);
		}
	}

	/// Sets an element.
	/// @throws SignatureMismatchException if the table cannot hold it
	public void set(long index, @Nullable Object element) {
		Object carrier = carrier(element);
		int token = hold();
		try {
			this.table.table().set(checked(index), carrier);
		}
		finally {
			release(token);
		}
	}

	/// Grows it.
	/// @param count by how many elements
	/// @param element what the new elements are
	/// @return the old size, or -1 if a limit does not allow it
	/// @throws SignatureMismatchException if the table cannot hold the element
	public long grow(long count, @Nullable Object element) {
		Object carrier = carrier(element);
		int token = hold();
		try {
			boolean possible = count >= 0 && count <= Integer.MAX_VALUE;
			return possible ? this.table.table().grow((int) count, carrier) : -1;
		}
		finally {
			release(token);
		}
	}

	private ReferenceType elementType() {
		return this.table.declared().elementType();
	}

	private @Nullable Object carrier(@Nullable Object element) {
		return Values.toCarrier("element", 0, elementType(), element, this.store);
	}

	private int checked(long index) {
		int size = this.table.table().size();
		if (index < 0 || index >= size) {
			throw this.store.engine()
				.traps()
				.here(TrapCode.TABLE_OUT_OF_BOUNDS, "element %d, the table has %d".formatted(index, size), null);
		}
		return (int) index;
	}

	private int hold() {
		return this.store.ownership().hold();
	}

	private void release(int token) {
		this.store.ownership().release(token);
	}

	ExternalInstance.Table external() {
		return this.table;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof Table that && this.table.table() == that.table.table();
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.table.table());
	}

	@Override
	public String toString() {
		return externType().toString();
	}

}
