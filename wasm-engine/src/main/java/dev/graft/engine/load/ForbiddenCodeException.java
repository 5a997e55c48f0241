package dev.graft.engine.load;

import dev.graft.engine.trap.WasmException;
import org.jspecify.annotations.Nullable;

/// A class of an artifact contains something that generated code never contains: the
/// artifact was not made by Graft's compiler, or was changed since. The class was not
/// defined.
public final class ForbiddenCodeException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final String className;

	private final String member;

	private final String reason;

	/// A refusal.
	/// @param className the class that was refused
	/// @param member what is wrong with it: a member that it has or refers to, or a part
	/// of the class file
	/// @param reason why that is not allowed
	public ForbiddenCodeException(String className, String member, String reason) {
		this(className, member, reason, null);
	}

	/// A refusal for which the Java platform has given a reason.
	public ForbiddenCodeException(String className, String member, String reason, @Nullable Throwable cause) {
		super("class %s was refused: %s %s; the artifact was not made by this compiler or was changed, compile the module again"
			.formatted(className, member, reason), cause);
		this.className = className;
		this.member = member;
		this.reason = reason;
	}

	/// A refusal by the Java platform, when it defines a class or when code that runs
	/// first refers to something.
	/// @param where the class or module in question
	public static ForbiddenCodeException unlinkable(String where, LinkageError refused) {
		return new ForbiddenCodeException(where, "something that it refers to",
				"cannot be linked: " + refused.getMessage(), refused);
	}

	/// The class that was refused.
	public String className() {
		return this.className;
	}

	/// What is wrong with it.
	public String member() {
		return this.member;
	}

	/// Why that is not allowed.
	public String reason() {
		return this.reason;
	}

}
