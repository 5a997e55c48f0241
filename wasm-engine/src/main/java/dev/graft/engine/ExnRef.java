package dev.graft.engine;

import dev.graft.engine.abi.GuestException;
import dev.graft.engine.link.ExternalInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An exception of WebAssembly: what an `exnref` refers to. Immutable. Two are equal if
/// they are the same exception.
///
/// ```java
/// catch (ThrownException thrown) {
///     if (thrown.exception().is(instance.tag("error"))) {
///         int code = (Integer) thrown.exception().field(0);
///     }
/// }
/// ```
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#exception-instances">Execution,
/// "Exception Instances"</a>
public final class ExnRef {

	private final Store store;

	private final GuestException exception;

	ExnRef(Store store, GuestException exception) {
		this.store = store;
		this.exception = exception;
	}

	/// Its tag.
	public Tag tag() {
		return new Tag(this.store, new ExternalInstance.Tag(this.exception.tag()));
	}

	/// Whether it has a tag.
	@SuppressWarnings("ReferenceEquality")
	public boolean is(Tag tag) {
		return this.exception.tag() == tag.external().tag();
	}

	/// What it carries, boxed as for [Func#call].
	public List<@Nullable Object> fields() {
		return Payload.values(this.exception, this.store);
	}

	/// One of the values that it carries.
	/// @throws IndexOutOfBoundsException if there is no such value
	public @Nullable Object field(int index) {
		return fields().get(index);
	}

	/// Where it lives, with its tag and the functions that it may carry.
	public Store store() {
		return this.store;
	}

	/// What a host function throws so that WebAssembly code can catch the exception.
	public ThrownException thrown() {
		return new ThrownException(this, true);
	}

	/// The exception, for use in a store.
	/// @throws SignatureMismatchException if it lives in another store
	@SuppressWarnings("ReferenceEquality")
	GuestException exceptionIn(Store store) {
		if (this.store != store) {
			throw new SignatureMismatchException("the exception " + this + " lives in another store");
		}
		return this.exception;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof ExnRef that && this.exception == that.exception;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.exception);
	}

	@Override
	public String toString() {
		return "exception " + tag().type().parameters();
	}

}
