package dev.graft.engine.abi;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A table instance: references that code picks by index.
///
/// Modules fill tables with thousands of functions of which a run calls a few. So a table
/// begins as a note of which segments it was initialised from. The first time that an
/// element is looked at there is an array, in which null stands for what nobody has looked
/// at yet; the first time that something is written the array is filled, and from then on
/// null is the null reference.
///
/// ```
///   pristine   no array, or null = ask the segments     what instantiation makes
///   written    array: [PendingFunctions] = ask it, null = null
/// ```
///
/// Elements beyond the size are null, so that whoever finds a function in the array need
/// not look at the size.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#table-instances">Execution,
/// Runtime Structure, "Table Instances"</a>
public final class TableInstance {

	private static final int SMALLEST_CAPACITY = 16;

	/// With more segments, looking for the right one takes longer than filling the table.
	private static final int MOST_SEGMENTS = 8;

	private static final @Nullable Object[] NOTHING = new @Nullable Object[0];

	private static final Filling[] NO_SEGMENTS = new Filling[0];

	private final int initialSize;

	private final @Nullable Object initial;

	private final long maximum;

	private final GrowthLimiter limiter;

	private @Nullable Object[] elements = NOTHING;

	private int size;

	private boolean written;

	/// What the elements are that no segment has set, until something is written.
	private @Nullable Object background;

	/// The segments that it was initialised from. Of those that have an index, the last
	/// counts.
	private Filling[] segments = NO_SEGMENTS;

	/// How many of the segments have been there since the table was made or reset. After
	/// a
	/// reset, it is initialised from the same ones again.
	private int initialised;

	/// A table whose elements are all `initial`.
	/// @param maximum the declared maximum, or the largest size that the engine supports
	/// @param limiter is asked before the table grows
	@EngineSide
	public TableInstance(int size, long maximum, @Nullable Object initial, GrowthLimiter limiter) {
		this.initialSize = size;
		this.size = size;
		this.maximum = maximum;
		this.initial = initial;
		this.background = initial;
		this.limiter = limiter;
	}

	/// Makes it again what it was before it was initialised: whoever calls initialises it
	/// again. What has been looked at stays known, as long as nothing was written.
	@EngineSide
	@SuppressWarnings("ReferenceEquality") // objects of the host are themselves
	public void reset() {
		this.initialised = 0;
		if (this.written || this.background != this.initial) {
			forget();
		}
	}

	private void forget() {
		if (this.size != this.initialSize) {
			this.limiter.allows(this.size, this.initialSize);
			this.size = this.initialSize;
		}
		this.elements = NOTHING;
		this.segments = NO_SEGMENTS;
		this.background = this.initial;
		this.initialised = 0;
		this.written = false;
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
		@Nullable Object[] elements = this.elements;
		if (index < elements.length) {
			Object element = elements[index];
			if (element != null && !(element instanceof PendingFunctions)) {
				return element;
			}
		}
		return resolve(index);
	}

	/// The function at an index, if it has been looked at before; null says nothing.
	@Nullable FunctionReference known(int index) {
		@Nullable Object[] elements = this.elements;
		return (index >= 0 && index < elements.length && elements[index] instanceof FunctionReference function)
				? function : null;
	}

	/// Replaces the element at an index.
	/// @throws IndexOutOfBoundsException if there is none
	@EngineSide
	public void set(int index, @Nullable Object element) {
		Objects.checkIndex(index, this.size);
		write()[index] = element;
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
		if (count != 0) {
			Arrays.fill(this.elements, oldSize, (int) newSize, initial);
			this.size = (int) newSize;
		}
		return oldSize;
	}

	/// Sets `count` elements from `start`, which the caller has checked.
	void fill(int start, int count, @Nullable Object element) {
		if (!this.written && this.initialised == 0 && count == this.size) {
			fillAll(element);
		}
		else if (count != 0) {
			Arrays.fill(write(), start, start + count, element);
		}
	}

	@SuppressWarnings("ReferenceEquality") // objects of the host are themselves
	private void fillAll(@Nullable Object element) {
		if (element != this.background) {
			forget();
			this.background = element;
		}
	}

	/// Sets `count` elements from `start`, which the caller has checked, to what stands
	/// in a segment.
	/// @param segmentStart where in the segment the first of them is
	void initialise(int start, int segmentStart, int count, FunctionIndices indices, ModuleInstance owner) {
		if (count == 0 || isInitialisedAgain(start, segmentStart, count, indices, owner)) {
			return;
		}
		PendingFunctions functions = new PendingFunctions(owner, indices, segmentStart - start);
		if (!this.written && this.elements.length == 0 && this.initialised == this.segments.length
				&& this.initialised < MOST_SEGMENTS) {
			this.segments = Arrays.copyOf(this.segments, this.initialised + 1);
			this.segments[this.initialised++] = new Filling(start, count, functions);
		}
		else {
			Arrays.fill(write(), start, start + count, functions);
		}
	}

	private boolean isInitialisedAgain(int start, int segmentStart, int count, FunctionIndices indices,
			ModuleInstance owner) {
		if (this.written || this.initialised >= this.segments.length) {
			return false;
		}
		Filling expected = this.segments[this.initialised];
		if (expected.start != start || expected.count != count
				|| !expected.functions.isOf(owner, indices, segmentStart - start)) {
			return false;
		}
		this.initialised++;
		return true;
	}

	/// Copies `count` elements of a table, possibly this one, to `start`; the caller has
	/// checked both ranges.
	void copy(int start, TableInstance source, int sourceStart, int count) {
		if (count != 0) {
			source.write();
			source.resolve(sourceStart, count);
			System.arraycopy(source.elements, sourceStart, write(), start, count);
		}
	}

	/// Copies `count` items to `start`; the caller has checked both ranges.
	void copy(int start, @Nullable Object[] items, int itemsStart, int count) {
		if (count != 0) {
			System.arraycopy(items, itemsStart, write(), start, count);
		}
	}

	private @Nullable Object resolve(int index) {
		if (!this.written) {
			return lookAt(index);
		}
		Object element = this.elements[index];
		if (element instanceof PendingFunctions pending) {
			element = pending.resolve(index);
			this.elements[index] = element;
		}
		return element;
	}

	private @Nullable Object lookAt(int index) {
		Object element = pristine(index);
		if (element != null) {
			if (this.elements.length == 0) {
				this.elements = new @Nullable Object[this.size];
			}
			this.elements[index] = element;
		}
		return element;
	}

	private @Nullable Object pristine(int index) {
		for (int last = this.segments.length - 1; last >= 0; last--) {
			Filling segment = this.segments[last];
			if (index >= segment.start && index - segment.start < segment.count) {
				return segment.functions.resolve(index);
			}
		}
		return this.background;
	}

	private void resolve(int start, int count) {
		for (int index = start; index < start + count; index++) {
			if (this.elements[index] instanceof PendingFunctions) {
				resolve(index);
			}
		}
	}

	/// The array to write to, which from now on tells everything.
	private @Nullable Object[] write() {
		if (!this.written) {
			this.elements = filled(this.size);
			this.written = true;
		}
		return this.elements;
	}

	private @Nullable Object[] filled(int capacity) {
		@Nullable Object[] all = new @Nullable Object[capacity];
		if (this.background != null) {
			Arrays.fill(all, 0, this.size, this.background);
		}
		for (Filling segment : this.segments) {
			Arrays.fill(all, segment.start, segment.start + segment.count, segment.functions);
		}
		return all;
	}

	// Doubling keeps a guest that grows by one element in a loop linear. A host that has
	// no room for the array makes table.grow fail, as the specification allows.
	private boolean reserve(int size) {
		if (this.written && size <= this.elements.length) {
			return true;
		}
		int present = Math.max(this.size, this.written ? this.elements.length : 0);
		long doubled = Math.min(this.maximum, Math.max(2L * present, SMALLEST_CAPACITY));
		int capacity = (int) Math.max(size, Math.min(doubled, Integer.MAX_VALUE - SMALLEST_CAPACITY));
		try {
			this.elements = this.written ? Arrays.copyOf(this.elements, capacity) : filled(capacity);
			this.written = true;
			return true;
		}
		catch (OutOfMemoryError noRoom) {
			return false;
		}
	}

	/// A segment from which a part of the table was initialised.
	/// @param start the first of the elements
	/// @param count how many they are
	/// @param functions what they are
	private record Filling(int start, int count, PendingFunctions functions) {
	}

}
