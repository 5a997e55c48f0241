package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// An unboxed scalar: 31 bits that look like a reference.
///
/// Small ones exist once, others are made anew each time, as a JIT compiler mostly sees
/// that they go nowhere. So who compares them looks at the value: [ReferenceOps#same].
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#values">Execution,
/// Runtime Structure, "Values"</a>
public final class I31Reference extends EqReference {

	private static final int FIRST_SHARED = -128;

	private static final I31Reference[] SHARED = shared(1024 - FIRST_SHARED);

	/// The value, sign-extended.
	public final int value;

	private I31Reference(int value) {
		this.value = value;
	}

	private static I31Reference[] shared(int count) {
		I31Reference[] shared = new I31Reference[count];
		for (int index = 0; index < count; index++) {
			shared[index] = new I31Reference(index + FIRST_SHARED);
		}
		return shared;
	}

	/// `ref.i31`: the lower 31 bits of a number.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-i31">Execution,
	/// "ref.i31"</a>
	public static I31Reference of(int number) {
		int value = number << 1 >> 1;
		int index = value - FIRST_SHARED;
		return (index >= 0 && index < SHARED.length) ? SHARED[index] : new I31Reference(value);
	}

	@Override
	@EngineSide
	public boolean equals(@Nullable Object other) {
		return other instanceof I31Reference that && that.value == this.value;
	}

	@Override
	@EngineSide
	public int hashCode() {
		return this.value;
	}

	@Override
	@EngineSide
	public String toString() {
		return "i31 " + this.value;
	}

}
