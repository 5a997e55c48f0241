package dev.graft.engine;

import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.abi.DoubleCell;
import dev.graft.engine.abi.FloatCell;
import dev.graft.engine.abi.GlobalCell;
import dev.graft.engine.abi.IntCell;
import dev.graft.engine.abi.LongCell;
import dev.graft.engine.abi.ReferenceCell;
import dev.graft.engine.abi.VectorCell;
import dev.graft.engine.instance.Allocation;
import dev.graft.engine.link.ExternalInstance;
import org.jspecify.annotations.Nullable;

/// A global.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#global-instances">Execution,
/// "Global Instances"</a>
public final class Global implements Extern {

	private final Store store;

	private final ExternalInstance.Global global;

	Global(Store store, ExternalInstance.Global global) {
		this.store = store;
		this.global = global;
	}

	/// A new global in a store.
	/// @param value what it holds at first, boxed as for [Func#call]
	/// @throws SignatureMismatchException if it cannot hold the value
	public static Global create(Store store, ExternalType.Global type, @Nullable Object value) {
		store.engine().hostFunctions().requireKnown(type.valueType());
		Global global = new Global(store, Allocation.global(store.state(), type));
		global.write(value);
		return global;
	}

	/// Its type.
	public ExternalType.Global type() {
		return this.global.type();
	}

	@Override
	public ExternType.Global externType() {
		return ExternTypes.global(type());
	}

	@Override
	public Store store() {
		return this.store;
	}

	/// What it holds, boxed as for [Func#call].
	public @Nullable Object get() {
		int token = this.store.ownership().hold();
		try {
			return switch (this.global.cell()) {
				case IntCell i32 -> i32.value;
				case LongCell i64 -> i64.value;
				case FloatCell f32 -> f32.value;
				case DoubleCell f64 -> f64.value;
				case VectorCell v128 -> new V128(v128.low, v128.high);
				case ReferenceCell reference -> Values.toHost(type().valueType(), reference.value, this.store);
			};
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	/// Sets it.
	/// @throws SignatureMismatchException if it is immutable or cannot hold the value
	public void set(@Nullable Object value) {
		if (!type().mutable()) {
			throw new SignatureMismatchException("the global is immutable");
		}
		write(value);
	}

	private void write(@Nullable Object value) {
		Object carrier = Values.toCarrier("value", 0, type().valueType(), value, this.store);
		int token = this.store.ownership().hold();
		try {
			write(this.global.cell(), carrier);
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	private static void write(GlobalCell cell, @Nullable Object carrier) {
		switch (cell) {
			case IntCell i32 when carrier instanceof Integer value -> i32.value = value;
			case LongCell i64 when carrier instanceof Long value -> i64.value = value;
			case FloatCell f32 when carrier instanceof Float value -> f32.value = value;
			case DoubleCell f64 when carrier instanceof Double value -> f64.value = value;
			case VectorCell v128 when carrier instanceof V128 value -> {
				v128.low = value.low();
				v128.high = value.high();
			}
			case ReferenceCell reference -> reference.value = carrier;
			default -> throw new IllegalStateException("a value that has been checked does not fit");
		}
	}

	ExternalInstance.Global external() {
		return this.global;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof Global that && this.global.cell() == that.global.cell();
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.global.cell());
	}

	@Override
	public String toString() {
		return externType().toString();
	}

}
