package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// Making exceptions and looking into them.
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

	/// Whether an exception has a tag: 1 if so, 0 if not.
	@SuppressWarnings("ReferenceEquality") // a tag is its identity
	public static int matches(Object exception, TagInstance tag) {
		return (((GuestException) exception).tag() == tag) ? 1 : 0;
	}

	/// The numbers that an exception carries.
	public static long[] bits(Object exception) {
		return ((GuestException) exception).bits();
	}

	/// The references that an exception carries.
	public static @Nullable Object[] references(Object exception) {
		return ((GuestException) exception).references();
	}

}
