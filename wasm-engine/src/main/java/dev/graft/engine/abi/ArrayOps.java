package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// Instructions on arrays, as far as they are more than an access to a Java array.
///
/// Operands come in the order in which the instruction takes them from the stack,
/// immediates after them. Indices and counts are unsigned. Everything that makes an array
/// of a length that the guest computes goes through here, and is held to the limit of the
/// store.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#aggregate-instructions">Execution,
/// "Aggregate Instructions"</a>
public final class ArrayOps {

	private static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final ValueLayout.OfDouble F64 = ValueLayout.JAVA_DOUBLE_UNALIGNED
		.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final int VECTOR_SIZE_LOG2 = 4;

	private ArrayOps() {
	}

	/// The elements of `array.new_default`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static byte[] newBytes(int length, ModuleInstance instance) {
		checkLength(length, 0, instance);
		return new byte[length];
	}

	/// The elements of `array.new_default`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static short[] newShorts(int length, ModuleInstance instance) {
		checkLength(length, 1, instance);
		return new short[length];
	}

	/// The elements of `array.new_default`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static int[] newInts(int length, ModuleInstance instance) {
		checkLength(length, 2, instance);
		return new int[length];
	}

	/// The elements of `array.new_default`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static long[] newLongs(int length, ModuleInstance instance) {
		checkLength(length, 3, instance);
		return new long[length];
	}

	/// The elements of `array.new_default`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static float[] newFloats(int length, ModuleInstance instance) {
		checkLength(length, 2, instance);
		return new float[length];
	}

	/// The elements of `array.new_default`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static double[] newDoubles(int length, ModuleInstance instance) {
		checkLength(length, 3, instance);
		return new double[length];
	}

	/// The elements of `array.new_default`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static @Nullable Object[] newObjects(int length, ModuleInstance instance) {
		checkLength(length, 2, instance);
		return new @Nullable Object[length];
	}

	/// The elements of `array.new`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static byte[] filledBytes(int value, int length, ModuleInstance instance) {
		byte[] elements = newBytes(length, instance);
		if (value != 0) {
			Arrays.fill(elements, (byte) value);
		}
		return elements;
	}

	/// The elements of `array.new`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static short[] filledShorts(int value, int length, ModuleInstance instance) {
		short[] elements = newShorts(length, instance);
		if (value != 0) {
			Arrays.fill(elements, (short) value);
		}
		return elements;
	}

	/// The elements of `array.new`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static int[] filledInts(int value, int length, ModuleInstance instance) {
		int[] elements = newInts(length, instance);
		if (value != 0) {
			Arrays.fill(elements, value);
		}
		return elements;
	}

	/// The elements of `array.new`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static long[] filledLongs(long value, int length, ModuleInstance instance) {
		long[] elements = newLongs(length, instance);
		if (value != 0) {
			Arrays.fill(elements, value);
		}
		return elements;
	}

	/// The elements of `array.new`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static float[] filledFloats(float value, int length, ModuleInstance instance) {
		float[] elements = newFloats(length, instance);
		if (Float.floatToRawIntBits(value) != 0) {
			Arrays.fill(elements, value);
		}
		return elements;
	}

	/// The elements of `array.new`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static double[] filledDoubles(double value, int length, ModuleInstance instance) {
		double[] elements = newDoubles(length, instance);
		if (Double.doubleToRawLongBits(value) != 0) {
			Arrays.fill(elements, value);
		}
		return elements;
	}

	/// The elements of `array.new`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static @Nullable Object[] filledObjects(@Nullable Object value, int length, ModuleInstance instance) {
		@Nullable Object[] elements = newObjects(length, instance);
		if (value != null) {
			Arrays.fill(elements, value);
		}
		return elements;
	}

	/// The elements of `array.new_data`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-data">Execution,
	/// "array.new_data"</a>
	public static byte[] bytesOfData(int start, int length, int segment, ModuleInstance instance) {
		MemorySegment data = data(start, length, 0, segment, instance);
		byte[] elements = new byte[length];
		MemorySegment.copy(data, ValueLayout.JAVA_BYTE, 0, elements, 0, length);
		return elements;
	}

	/// The elements of `array.new_data`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-data">Execution,
	/// "array.new_data"</a>
	public static short[] shortsOfData(int start, int length, int segment, ModuleInstance instance) {
		MemorySegment data = data(start, length, 1, segment, instance);
		short[] elements = new short[length];
		MemorySegment.copy(data, I16, 0, elements, 0, length);
		return elements;
	}

	/// The elements of `array.new_data`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-data">Execution,
	/// "array.new_data"</a>
	public static int[] intsOfData(int start, int length, int segment, ModuleInstance instance) {
		MemorySegment data = data(start, length, 2, segment, instance);
		int[] elements = new int[length];
		MemorySegment.copy(data, I32, 0, elements, 0, length);
		return elements;
	}

	/// The elements of `array.new_data`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-data">Execution,
	/// "array.new_data"</a>
	public static long[] longsOfData(int start, int length, int segment, ModuleInstance instance) {
		MemorySegment data = data(start, length, 3, segment, instance);
		long[] elements = new long[length];
		MemorySegment.copy(data, I64, 0, elements, 0, length);
		return elements;
	}

	/// The elements of `array.new_data`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-data">Execution,
	/// "array.new_data"</a>
	public static float[] floatsOfData(int start, int length, int segment, ModuleInstance instance) {
		MemorySegment data = data(start, length, 2, segment, instance);
		float[] elements = new float[length];
		MemorySegment.copy(data, F32, 0, elements, 0, length);
		return elements;
	}

	/// The elements of `array.new_data`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-data">Execution,
	/// "array.new_data"</a>
	public static double[] doublesOfData(int start, int length, int segment, ModuleInstance instance) {
		MemorySegment data = data(start, length, 3, segment, instance);
		double[] elements = new double[length];
		MemorySegment.copy(data, F64, 0, elements, 0, length);
		return elements;
	}

	/// The elements of `array.new_default` for an array of `v128`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-default">Execution,
	/// "array.new_default"</a>
	public static long[] newVectors(int length, ModuleInstance instance) {
		checkLength(length, VECTOR_SIZE_LOG2, instance);
		return new long[2 * length];
	}

	/// The elements of `array.new` for an array of `v128`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new">Execution,
	/// "array.new"</a>
	public static long[] filledVectors(long low, long high, int length, ModuleInstance instance) {
		long[] elements = newVectors(length, instance);
		fill(elements, 0, low, high, length);
		return elements;
	}

	/// `array.fill` of an array of `v128`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillVectors(@Nullable Object array, int start, long low, long high, int count) {
		VectorArrayReference vectors = (VectorArrayReference) array(array);
		checkRange(start, count, vectors.length());
		fill(vectors.elements, start, low, high, count);
	}

	/// Where the lower half of an element of an array of `v128` is in the Java array.
	public static int place(@Nullable Object array, int index) {
		if (Integer.compareUnsigned(index, array(array).length()) >= 0) {
			throw TrapOps.outOfBoundsArrayAccess();
		}
		return 2 * index;
	}

	private static void fill(long[] elements, int start, long low, long high, int count) {
		for (int index = start; index < start + count; index++) {
			elements[2 * index] = low;
			elements[2 * index + 1] = high;
		}
	}

	/// The elements of `array.new_data` for an array of `v128`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-data">Execution,
	/// "array.new_data"</a>
	public static long[] vectorsOfData(int start, int length, int segment, ModuleInstance instance) {
		MemorySegment data = data(start, length, VECTOR_SIZE_LOG2, segment, instance);
		long[] elements = new long[2 * length];
		MemorySegment.copy(data, I64, 0, elements, 0, elements.length);
		return elements;
	}

	/// The elements of `array.new_elem`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-new-elem">Execution,
	/// "array.new_elem"</a>
	public static @Nullable Object[] objectsOfElements(int start, int length, int segment, ModuleInstance instance) {
		checkElements(start, length, segment, instance);
		@Nullable Object[] elements = new @Nullable Object[length];
		copyElements(start, elements, 0, length, segment, instance);
		return elements;
	}

	/// `array.len` of an array of any type.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-len">Execution,
	/// "array.len"</a>
	public static int length(@Nullable Object array) {
		return array(array).length();
	}

	/// `array.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillBytes(@Nullable Object array, int start, int value, int count) {
		byte[] elements = ((ByteArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		Arrays.fill(elements, start, start + count, (byte) value);
	}

	/// `array.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillShorts(@Nullable Object array, int start, int value, int count) {
		short[] elements = ((ShortArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		Arrays.fill(elements, start, start + count, (short) value);
	}

	/// `array.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillInts(@Nullable Object array, int start, int value, int count) {
		int[] elements = ((IntArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		Arrays.fill(elements, start, start + count, value);
	}

	/// `array.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillLongs(@Nullable Object array, int start, long value, int count) {
		long[] elements = ((LongArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		Arrays.fill(elements, start, start + count, value);
	}

	/// `array.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillFloats(@Nullable Object array, int start, float value, int count) {
		float[] elements = ((FloatArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		Arrays.fill(elements, start, start + count, value);
	}

	/// `array.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillDoubles(@Nullable Object array, int start, double value, int count) {
		double[] elements = ((DoubleArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		Arrays.fill(elements, start, start + count, value);
	}

	/// `array.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-fill">Execution,
	/// "array.fill"</a>
	public static void fillObjects(@Nullable Object array, int start, @Nullable Object value, int count) {
		@Nullable Object[] elements = ((ObjectArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		Arrays.fill(elements, start, start + count, value);
	}

	/// `array.copy`. Traps before it writes anything; the ranges may overlap.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-copy">Execution,
	/// "array.copy"</a>
	@SuppressWarnings("SuspiciousSystemArraycopy") // validation has compared the types
	public static void copy(@Nullable Object target, int start, @Nullable Object source, int sourceStart, int count) {
		ArrayReference to = array(target);
		ArrayReference from = array(source);
		checkRange(start, count, to.length());
		checkRange(sourceStart, count, from.length());
		int scale = (to instanceof VectorArrayReference) ? 1 : 0;
		System.arraycopy(from.storage(), sourceStart << scale, to.storage(), start << scale, count << scale);
	}

	/// `array.init_data`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-init-data">Execution,
	/// "array.init_data"</a>
	public static void initData(@Nullable Object array, int start, int dataStart, int count, int segment,
			ModuleInstance instance) {
		ArrayReference target = array(array);
		checkRange(start, count, target.length());
		MemorySegment data = data(dataStart, count, sizeLog2(target), segment, instance);
		switch (target) {
			case ByteArrayReference i8 -> MemorySegment.copy(data, ValueLayout.JAVA_BYTE, 0, i8.elements, start, count);
			case ShortArrayReference i16 -> MemorySegment.copy(data, I16, 0, i16.elements, start, count);
			case IntArrayReference i32 -> MemorySegment.copy(data, I32, 0, i32.elements, start, count);
			case LongArrayReference i64 -> MemorySegment.copy(data, I64, 0, i64.elements, start, count);
			case FloatArrayReference f32 -> MemorySegment.copy(data, F32, 0, f32.elements, start, count);
			case DoubleArrayReference f64 -> MemorySegment.copy(data, F64, 0, f64.elements, start, count);
			case VectorArrayReference v128 -> MemorySegment.copy(data, I64, 0, v128.elements, 2 * start, 2 * count);
			case ObjectArrayReference references ->
				throw new ClassCastException("validation lets no references be made of data");
		}
	}

	private static int sizeLog2(ArrayReference array) {
		return switch (array) {
			case ByteArrayReference i8 -> 0;
			case ShortArrayReference i16 -> 1;
			case IntArrayReference i32 -> 2;
			case FloatArrayReference f32 -> 2;
			case LongArrayReference i64 -> 3;
			case DoubleArrayReference f64 -> 3;
			case VectorArrayReference v128 -> VECTOR_SIZE_LOG2;
			case ObjectArrayReference references -> 0;
		};
	}

	/// `array.init_elem`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-array-init-elem">Execution,
	/// "array.init_elem"</a>
	public static void initElements(@Nullable Object array, int start, int segmentStart, int count, int segment,
			ModuleInstance instance) {
		@Nullable Object[] elements = ((ObjectArrayReference) array(array)).elements;
		checkRange(start, count, elements.length);
		checkElements(segmentStart, count, segment, instance);
		copyElements(segmentStart, elements, start, count, segment, instance);
	}

	private static ArrayReference array(@Nullable Object reference) {
		if (reference == null) {
			throw TrapOps.nullReference();
		}
		return (ArrayReference) reference;
	}

	private static void checkLength(int length, int sizeLog2, ModuleInstance instance) {
		long bytes = (length & 0xFFFF_FFFFL) << sizeLog2;
		if (bytes > instance.context.largestArrayBytes || length < 0) {
			throw TrapOps.allocationTooLarge();
		}
	}

	// A range may be empty at the very end, not beyond.
	private static void checkRange(int start, int count, int length) {
		if ((start & 0xFFFF_FFFFL) + (count & 0xFFFF_FFFFL) > length) {
			throw TrapOps.outOfBoundsArrayAccess();
		}
	}

	private static MemorySegment data(int start, int count, int sizeLog2, int segment, ModuleInstance instance) {
		MemorySegment data = instance.data(segment);
		long bytes = (count & 0xFFFF_FFFFL) << sizeLog2;
		if ((start & 0xFFFF_FFFFL) + bytes > data.byteSize()) {
			throw TrapOps.outOfBoundsMemoryAccess();
		}
		return data.asSlice(start & 0xFFFF_FFFFL, bytes);
	}

	private static void checkElements(int start, int count, int segment, ModuleInstance instance) {
		@Nullable Object[] items = instance.items(segment);
		FunctionIndices indices = (items == null) ? instance.functionIndices(segment) : null;
		int length = (items != null) ? items.length : (indices != null) ? indices.count() : 0;
		if ((start & 0xFFFF_FFFFL) + (count & 0xFFFF_FFFFL) > length) {
			throw TrapOps.outOfBoundsTableAccess();
		}
	}

	private static void copyElements(int from, @Nullable Object[] elements, int to, int count, int segment,
			ModuleInstance instance) {
		@Nullable Object[] items = instance.items(segment);
		if (items != null) {
			System.arraycopy(items, from, elements, to, count);
			return;
		}
		FunctionIndices indices = instance.functionIndices(segment);
		for (int index = 0; indices != null && index < count; index++) {
			int function = indices.at(from + index);
			elements[to + index] = (function == FunctionIndices.NULL) ? null : instance.functionReference(function);
		}
	}

}
