package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// An exception of WebAssembly code, and at the same time the reference to it.
///
/// Guests throw to leave loops and to report what is perfectly normal to them, so this
/// has to be cheap: there is no stack trace, no message and no cause. Generated code
/// catches nothing else, so that traps, exceptions of the host and errors of the JVM pass
/// through all handlers.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#exception-instances">Execution,
/// Runtime Structure, "Exception Instances"</a>
public final class GuestException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final long[] NO_BITS = {};

	private static final @Nullable Object[] NO_REFERENCES = {};

	private final transient TagInstance tag;

	private final transient long @Nullable [] bits;

	private final transient @Nullable Object @Nullable [] references;

	/// An exception with a tag.
	/// @param bits the numbers that it carries, null for none; see
	/// [dev.graft.artifact.abi.PayloadLayout]
	/// @param references the references that it carries, null for none
	@EngineSide
	public GuestException(TagInstance tag, long @Nullable [] bits, @Nullable Object @Nullable [] references) {
		super(null, null, false, false);
		this.tag = tag;
		this.bits = bits;
		this.references = references;
	}

	/// Its tag.
	@EngineSide
	public TagInstance tag() {
		return this.tag;
	}

	/// Whether it has a tag: 1 if so, 0 if not.
	@SuppressWarnings("ReferenceEquality") // a tag is its identity
	public int matches(TagInstance tag) {
		return (this.tag == tag) ? 1 : 0;
	}

	/// The numbers that it carries, as their bits. Never written to.
	public long[] bits() {
		return (this.bits != null) ? this.bits : NO_BITS;
	}

	/// The references that it carries. Never written to.
	public @Nullable Object[] references() {
		return (this.references != null) ? this.references : NO_REFERENCES;
	}

	@Override
	@EngineSide
	public String getMessage() {
		return "an exception with the tag " + this.tag.type();
	}

}
