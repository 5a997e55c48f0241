package dev.graft.compiler.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where exceptions lead that statements throw: to a label, with the exception in a
/// variable.
///
/// [Statement.Enter] and [Statement.Leave] are brackets around the statements that a
/// region protects. They do nothing when they are executed: what counts is where a
/// statement stands, not how control came there, and only the innermost region counts. A
/// region may be entered in several places.
///
/// ```
///   enter L1                the exceptions of f and g lead to L1
///   v2 = (call f)
///   leave
///   (call g)                not those of g
///   goto L2
///   L1:                     here v3 holds the exception
/// ```
public final class Region {

	/// Exceptions leave the function.
	public static final Region NONE = new Region(null, null);

	private final @Nullable Label handler;

	private final @Nullable Variable exception;

	private Region(@Nullable Label handler, @Nullable Variable exception) {
		this.handler = handler;
		this.exception = exception;
	}

	/// A region whose exceptions lead to a label.
	/// @param handler the label; it stands behind all statements of the region
	/// @param exception the variable that holds the exception there
	public static Region handledAt(Label handler, Variable exception) {
		return new Region(handler, exception);
	}

	/// Whether exceptions lead anywhere within the function.
	public boolean isHandled() {
		return this.handler != null;
	}

	/// Where exceptions lead.
	public Label handler() {
		return Objects.requireNonNull(this.handler);
	}

	/// What holds the exception there.
	public Variable exception() {
		return Objects.requireNonNull(this.exception);
	}

	@Override
	public String toString() {
		return (this.handler != null) ? this.handler + " with " + this.exception : "nowhere";
	}

}
