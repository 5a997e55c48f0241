package dev.graft.engine;

import dev.graft.artifact.type.ExternalType;
import org.jspecify.annotations.Nullable;

/// A global.
///
/// @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#global-instances">Execution, "Global
/// Instances"</a>
public final class Global implements Extern {

	private Global() {
	}

	/// A new global in a store.
	/// @param value what it holds at first, boxed as for [Func#call]
	/// @throws SignatureMismatchException if it cannot hold the value
	public static Global create(Store store, ExternalType.Global type, @Nullable Object value) {
		return Pending.body();
	}

	/// Its type.
	public ExternalType.Global type() {
		return Pending.body();
	}

	@Override
	public ExternType.Global externType() {
		return Pending.body();
	}

	@Override
	public Store store() {
		return Pending.body();
	}

	/// What it holds, boxed as for [Func#call].
	public @Nullable Object get() {
		return Pending.body();
	}

	/// Sets it.
	/// @throws SignatureMismatchException if it is immutable or cannot hold the value
	public void set(@Nullable Object value) {
		Pending.body();
	}

}
