package dev.graft.engine.abi;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A table instance: references that code picks by index.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#table-instances">Execution,
/// Runtime Structure, "Table Instances"</a>
public final class TableInstance {

	private static final int SMALLEST_CAPACITY = 16;

	private final long maximum;

	private final GrowthLimiter limiter;

	private @Nullable Object[] elements;

	private int size;

	/// A table whose elements are all `initial`.
	/// @param maximum the declared maximum, or the largest size that the engine supports
	/// @param limiter is asked before the table grows
	@EngineSide
	public TableInstance(int size, long maximum, @Nullable Object initial, GrowthLimiter limiter) {
		this.elements = new @Nullable Object[size];
		this.size = size;
		this.maximum = maximum;
		this.limiter = limiter;
		if (initial != null) {
			Arrays.fill(this.elements, initial);
		}
	}

	/// The number of elements.
	@EngineSide
	public int size() {
		return this.size;
	}

	/// The number of elements that it may never exceed.
	@EngineSide
	public long maximum() {
		return this.maximum;
	}

	/// The element at an index.
	/// @throws IndexOutOfBoundsException if there is none
	@EngineSide
	public @Nullable Object get(int index) {
		Objects.checkIndex(index, this.size);
		Object element = this.elements[index];
		return element instanceof PendingFunctions pending ? resolve(index, pending) : element;
	}

	/// Replaces the element at an index.
	/// @throws IndexOutOfBoundsException if there is none
	@EngineSide
	public void set(int index, @Nullable Object element) {
		Objects.checkIndex(index, this.size);
		this.elements[index] = element;
	}

	/// Adds elements at the end.
	/// @return the old size, or -1 if a limit does not allow it
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/modules.html#growing-tables">Execution,
	/// Modules, "Growing tables"</a>
	@EngineSide
	public int grow(int count, @Nullable Object initial) {
		int oldSize = this.size;
		long newSize = oldSize + (count & 0xFFFF_FFFFL);
		if (newSize > this.maximum || newSize > Integer.MAX_VALUE - SMALLEST_CAPACITY) {
			return -1;
		}
		if (count != 0 && !(this.limiter.allows(oldSize, newSize) && reserve((int) newSize))) {
			return -1;
		}
		Arrays.fill(this.elements, oldSize, (int) newSize, initial);
		this.size = (int) newSize;
		return oldSize;
	}

	/// Sets `count` elements from `start`, which the caller has checked.
	void fill(int start, int count, @Nullable Object element) {
		Arrays.fill(this.elements, start, start + count, element);
	}

	/// Copies `count` elements of a table, possibly this one, to `start`; the caller has
	/// checked both ranges.
	void copy(int start, TableInstance source, int sourceStart, int count) {
		source.resolve(sourceStart, count);
		System.arraycopy(source.elements, sourceStart, this.elements, start, count);
	}

	/// Copies `count` items to `start`; the caller has checked both ranges.
	void copy(int start, @Nullable Object[] items, int itemsStart, int count) {
		System.arraycopy(items, itemsStart, this.elements, start, count);
	}

	@Nullable Object resolve(int index, PendingFunctions pending) {
		Object element = pending.resolve(index);
		this.elements[index] = element;
		return element;
	}

	private void resolve(int start, int count) {
		for (int index = start; index < start + count; index++) {
			if (this.elements[index] instanceof PendingFunctions pending) {
				resolve(index, pending);
			}
		}
	}

	// Doubling keeps a guest that grows by one element in a loop linear. A host that has
	// no room for the array makes table.grow fail, as the specification allows.
	private boolean reserve(int size) {
		if (size <= this.elements.length) {
			return true;
		}
		long doubled = Math.min(this.maximum, Math.max(2L * this.elements.length, SMALLEST_CAPACITY));
		int capacity = (int) Math.max(size, Math.min(doubled, Integer.MAX_VALUE - SMALLEST_CAPACITY));
		try {
			this.elements = Arrays.copyOf(this.elements, capacity);
			return true;
		}
		catch (OutOfMemoryError noRoom) {
			return false;
		}
	}

}
