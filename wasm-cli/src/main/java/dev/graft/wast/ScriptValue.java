package dev.graft.wast;

import java.io.Serializable;

/// A value that a script passes or expects.
///
/// Floating-point values are kept as bits, so that every NaN stays the one it is.
public sealed interface ScriptValue extends Serializable {

	/// `(i32.const …)`.
	record I32(int value) implements ScriptValue {
	}

	/// `(i64.const …)`.
	record I64(long value) implements ScriptValue {
	}

	/// `(f32.const …)`.
	record F32(int bits) implements ScriptValue {

		/// The bits, and the number for people.
		@Override
		public String toString() {
			return "F32[0x%08x, %s]".formatted(this.bits, Float.intBitsToFloat(this.bits));
		}

	}

	/// `(f64.const …)`.
	record F64(long bits) implements ScriptValue {

		/// The bits, and the number for people.
		@Override
		public String toString() {
			return "F64[0x%016x, %s]".formatted(this.bits, Double.longBitsToDouble(this.bits));
		}

	}

	/// `(v128.const shape …)`.
	/// @param low the lower 64 bits, which hold the first lanes
	/// @param high the upper 64 bits
	record V128(long low, long high) implements ScriptValue {

		/// The bits, highest first.
		@Override
		public String toString() {
			return "V128[0x%016x%016x]".formatted(this.high, this.low);
		}

	}

	/// `(ref.null type)`.
	/// @param heapType the heap type as written, empty if there is none
	record NullReference(String heapType) implements ScriptValue {
	}

	/// `(ref.extern number)`: a reference to something that only the host knows. Two are
	/// the same if their numbers are.
	record ExternReference(int number) implements ScriptValue {
	}

	/// `(ref.host number)`: the same thing as an [ExternReference], seen as an `anyref`.
	record HostReference(int number) implements ScriptValue {
	}

}
