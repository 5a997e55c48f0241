package dev.graft.engine.abi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// A table instance: references that code picks by index.
///
/// Modules fill tables with thousands of functions of which a run calls a few. So a table
/// begins as an [image][TableImage], which says what the elements are, and takes no more
/// room for many of them than for few. What is written goes into a map. Only when so much
/// has been read and written that an array would have paid for itself is there an array:
///
/// ```
///   few uses    map: what was written                     image: everything else
///   many uses   array: what was read or written           image: null in the array, or beyond it
/// ```
///
/// In the array and the map, null says nothing about an element; the null reference is
/// [Written#NULL], and a [PendingFunctions] is to be asked.
///
/// What is beyond the size is null in the array, so that whoever finds a function there
/// need not look at the size.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#table-instances">Execution,
/// Runtime Structure, "Table Instances"</a>
public final class TableInstance {

	private static final int SMALLEST_CAPACITY = 16;

	private static final int LARGEST_CAPACITY = Integer.MAX_VALUE - SMALLEST_CAPACITY;

	/// As many elements of an array as are cleared in the time that one use of an element
	/// takes longer without an array.
	private static final int ELEMENTS_PER_USE_LOG2 = 6;

	private static final @Nullable Object[] NO_ARRAY = new @Nullable Object[0];

	private static final @Nullable CallTarget[] NO_LINKS = new @Nullable CallTarget[0];

	private static final int[] NO_SLOTS = new int[0];

	private final int initialSize;

	private final long maximum;

	private final GrowthLimiter limiter;

	private final TableImage image;

	private @Nullable Object[] elements = NO_ARRAY;

	/// What the code of the instance that has defined the table has called through it:
	/// for elements in the array, or shorter. Null says nothing.
	private @Nullable CallTarget[] links = NO_LINKS;

	/// The slots of its own functions that such code has called, or shorter, each plus
	/// one. 0 says nothing.
	private int[] slots = NO_SLOTS;

	private @Nullable Map<Integer, Object> few;

	private int size;

	private long uses;

	/// Whether the segments that it is to be initialised from are there.
	private boolean initialised;

	/// Whether anything has changed since.
	private boolean changed;

	/// A table whose elements are all `initial`.
	/// @param maximum the declared maximum, or the largest size that the engine supports
	/// @param limiter is asked before the table grows
	@EngineSide
	public TableInstance(int size, long maximum, @Nullable Object initial, GrowthLimiter limiter) {
		this.initialSize = size;
		this.size = size;
		this.maximum = maximum;
		this.image = new TableImage(initial);
		this.limiter = limiter;
	}

	/// Makes it again what it was before it was initialised: whoever calls initialises it
	/// again. What has been looked at stays known, as long as nothing has changed.
	@EngineSide
	public void reset() {
		this.initialised = false;
		this.image.restart();
		if (this.changed) {
			if (this.size != this.initialSize) {
				this.limiter.allows(this.size, this.initialSize);
				this.size = this.initialSize;
			}
			forgetElements();
			this.image.forget();
			this.changed = false;
		}
	}

	/// It has been initialised: what happens to it from now on is undone by a reset.
	@EngineSide
	public void endInitialisation() {
		forgetRest();
		this.initialised = true;
	}

	private void forgetRest() {
		if (this.image.forgetRest()) {
			forgetElements();
		}
	}

	private void forgetElements() {
		this.elements = NO_ARRAY;
		this.links = NO_LINKS;
		this.slots = NO_SLOTS;
		this.few = null;
		this.uses = 0;
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
		Object element = (index < this.elements.length) ? this.elements[index] : null;
		return (element == null || element == Written.NULL || element instanceof PendingFunctions) ? resolve(index)
				: element;
	}

	/// The function at an index, if it has been looked at before; null says nothing.
	@Nullable FunctionReference known(int index) {
		@Nullable Object[] elements = this.elements;
		return (index >= 0 && index < elements.length && elements[index] instanceof FunctionReference function)
				? function : null;
	}

	/// What code of the table's own instance calls that picks an index, if that is known;
	/// null says nothing.
	@Nullable CallTarget linked(int index) {
		@Nullable CallTarget[] links = this.links;
		return (index >= 0 && index < links.length) ? links[index] : null;
	}

	/// Keeps what code of the table's own instance calls, until somebody writes there.
	/// Where there is no array of elements yet, one of these would not pay either.
	/// @param index the index of an element that is a function of that instance
	void link(int index, CallTarget target) {
		if (index < this.elements.length) {
			if (index >= this.links.length) {
				this.links = Arrays.copyOf(this.links, this.elements.length);
			}
			this.links[index] = target;
		}
	}

	/// The slot of the function at an index, if it is one of the table's own instance and
	/// code of that has called it; -1 says nothing.
	int knownSlot(int index) {
		int[] slots = this.slots;
		return ((index >= 0 && index < slots.length) ? slots[index] : 0) - 1;
	}

	/// Keeps the slot of a function, until somebody writes there.
	/// @param index the index of an element that is a function of the table's own
	/// instance
	void keepSlot(int index, int slot) {
		if (index < this.elements.length) {
			if (index >= this.slots.length) {
				this.slots = Arrays.copyOf(this.slots, this.elements.length);
			}
			this.slots[index] = slot + 1;
		}
	}

	// What code has called where somebody writes now.
	private void unlink(int start, int end) {
		int linked = Math.min(end, this.links.length);
		if (start < linked) {
			Arrays.fill(this.links, start, linked, null);
		}
		int known = Math.min(end, this.slots.length);
		if (start < known) {
			Arrays.fill(this.slots, start, known, 0);
		}
	}

	/// Replaces the element at an index.
	/// @throws IndexOutOfBoundsException if there is none
	@EngineSide
	public void set(int index, @Nullable Object element) {
		Objects.checkIndex(index, this.size);
		write(index, element);
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
		if (newSize > this.maximum || newSize > LARGEST_CAPACITY) {
			return -1;
		}
		if (count != 0 && !(this.limiter.allows(oldSize, newSize) && growTo((int) newSize, initial))) {
			return -1;
		}
		return oldSize;
	}

	// A host that has no room for the array makes table.grow fail, as the specification
	// allows. No array is needed where the image says what the elements are.
	@SuppressWarnings("ReferenceEquality") // objects of the host are themselves
	private boolean growTo(int size, @Nullable Object initial) {
		if (initial != this.image.background()) {
			if (!reserve(size)) {
				return false;
			}
			Arrays.fill(this.elements, this.size, size, stored(initial));
		}
		this.size = size;
		this.changed = true;
		return true;
	}

	/// Sets `count` elements from `start`, which the caller has checked.
	void fill(int start, int count, @Nullable Object element) {
		if (count == this.size) {
			forgetElements();
			this.image.fill(element);
			this.changed = true;
		}
		else {
			store(start, count, stored(element));
		}
	}

	/// Sets `count` elements from `start`, which the caller has checked, to what stands
	/// in a segment.
	/// @param segmentStart where in the segment the first of them is
	void initialise(int start, int segmentStart, int count, FunctionIndices indices, ModuleInstance owner) {
		if (count == 0) {
			return;
		}
		PendingFunctions functions = new PendingFunctions(owner, indices, segmentStart - start);
		if (this.image.repeats(start, count, functions)) {
			return;
		}
		forgetRest();
		boolean untouched = this.elements.length == 0 && this.few == null;
		if (untouched && this.image.add(start, count, functions)) {
			this.changed |= this.initialised;
		}
		else {
			store(start, count, functions);
		}
	}

	/// Copies `count` elements of a table, possibly this one, to `start`; the caller has
	/// checked both ranges.
	void copy(int start, TableInstance source, int sourceStart, int count) {
		use(count);
		source.use(count);
		int step = (start <= sourceStart) ? 1 : -1;
		int first = (step > 0) ? 0 : count - 1;
		for (int index = first; index >= 0 && index < count; index += step) {
			write(start + index, source.get(sourceStart + index));
		}
	}

	/// Copies `count` items to `start`; the caller has checked both ranges.
	void copy(int start, @Nullable Object[] items, int itemsStart, int count) {
		use(count);
		for (int index = 0; index < count; index++) {
			write(start + index, items[itemsStart + index]);
		}
	}

	private @Nullable Object resolve(int index) {
		use(1);
		Object stored = (index < this.elements.length) ? this.elements[index] : fewAt(index);
		if (stored == Written.NULL) {
			return null;
		}
		if (stored != null && !(stored instanceof PendingFunctions)) {
			return stored;
		}
		Object element = (stored instanceof PendingFunctions functions) ? functions.resolve(index)
				: this.image.at(index);
		if (index < this.elements.length) {
			this.elements[index] = stored(element);
		}
		return element;
	}

	private @Nullable Object fewAt(int index) {
		return (this.few != null) ? this.few.get(index) : null;
	}

	private void write(int index, @Nullable Object element) {
		this.changed = true;
		if (index < this.elements.length) {
			this.elements[index] = stored(element);
			unlink(index, index + 1);
		}
		else {
			store(index, 1, stored(element));
		}
	}

	// Where there is an array, it holds everything that is written.
	private void store(int start, int count, Object stored) {
		if (count == 0) {
			return;
		}
		this.changed = true;
		use(count);
		if (this.elements.length != 0) {
			reach(start + count);
			Arrays.fill(this.elements, start, start + count, stored);
			unlink(start, start + count);
			return;
		}
		if (this.few == null) {
			this.few = new HashMap<>();
		}
		for (int index = start; index < start + count; index++) {
			this.few.put(index, stored);
		}
	}

	/// Accounts for uses of elements that an array would make faster. There is an array
	/// as soon as it would have paid.
	private void use(int count) {
		if (this.elements.length == 0) {
			this.uses += count;
			if (this.uses > this.size >> ELEMENTS_PER_USE_LOG2) {
				reach(this.size);
			}
		}
	}

	private boolean reserve(int size) {
		try {
			reach(size);
			return true;
		}
		catch (OutOfMemoryError noRoom) {
			return false;
		}
	}

	/// Makes the array at least so long. Doubling keeps a guest that grows by one element
	/// in a loop linear.
	private void reach(int length) {
		int present = this.elements.length;
		if (length <= present) {
			return;
		}
		if (present == 0 && length == this.initialSize) {
			begin(length);
			return;
		}
		long doubled = Math.min(this.maximum, Math.max(2L * Math.max(present, this.size), SMALLEST_CAPACITY));
		int capacity = (int) Math.max(length, Math.min(doubled, LARGEST_CAPACITY));
		if (present == 0) {
			begin(capacity);
		}
		else {
			this.elements = Arrays.copyOf(this.elements, capacity);
		}
	}

	private void begin(int capacity) {
		@Nullable Object[] elements = new @Nullable Object[capacity];
		if (this.few != null) {
			this.few.forEach((index, stored) -> elements[index] = stored);
			this.few = null;
		}
		this.elements = elements;
	}

	private static Object stored(@Nullable Object element) {
		return (element != null) ? element : Written.NULL;
	}

	/// What stands for an element that was written, where null says that nothing was.
	private enum Written {

		/// The null reference.
		NULL

	}

}
