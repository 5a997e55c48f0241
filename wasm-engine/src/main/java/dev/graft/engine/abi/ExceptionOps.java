package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// Making and throwing exceptions.
///
/// A reference to an exception is the [GuestException] itself.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-throw">Execution,
/// "throw", "throw_ref" and "try_table"</a>
public final class ExceptionOps {

	private ExceptionOps() {
	}

	/// A new exception, for `throw`.
	/// @param bits the numbers that it carries, null for none
	/// @param references the references that it carries, null for none
	public static GuestException create(TagInstance tag, long @Nullable [] bits,
			@Nullable Object @Nullable [] references) {
		return new GuestException(tag, bits, references);
	}

	/// What `throw_ref` throws.
	public static GuestException thrown(@Nullable Object exception) {
		if (exception == null) {
			throw TrapOps.nullExceptionReference();
		}
		return (GuestException) exception;
	}

}
