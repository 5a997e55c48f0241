package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// An element segment as it stands in the artifact: little-endian function indices, read
/// in place.
///
/// @param bytes four bytes for each element
@EngineSide
public record FunctionIndices(MemorySegment bytes) {

	/// The index that stands for the null reference.
	public static final int NULL = -1;

	private static final ValueLayout.OfInt INDEX = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	/// How many elements there are.
	public int count() {
		return (int) (this.bytes.byteSize() / Integer.BYTES);
	}

	/// A function index, or [#NULL].
	public int at(int element) {
		return this.bytes.get(INDEX, (long) element * Integer.BYTES);
	}

	/// Whether these are the same indices, in the same place.
	boolean isAt(FunctionIndices other) {
		return this.bytes.address() == other.bytes.address() && this.bytes.byteSize() == other.bytes.byteSize();
	}

}
