package dev.graft.engine.diagnostics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.engine.abi.TrapException;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;

/// Turns what Java code throws when a guest traps into a [Trap].
///
/// Operators throw a [TrapException] that says what it is. For the rest the JVM checks
/// what WebAssembly has to check anyway, and its exceptions stand for traps:
///
/// | thrown | by | stands for |
/// |---|---|---|
/// | `IndexOutOfBoundsException` | `Objects.checkIndex`, of a load or store | out of bounds memory access |
/// | `ArrayIndexOutOfBoundsException` | an access to a Java array | out of bounds array access |
/// | `NullPointerException` | an access to a structure or array | null reference |
/// | `ClassCastException` | `checkcast`, of `ref.cast` | cast failure |
/// | `ArithmeticException` | `idiv`, `irem` …, of artifacts of earlier versions | integer divide by zero |
/// | `StackOverflowError` | any call | call stack exhausted |
/// | `OutOfMemoryError` | any allocation | out of memory |
///
/// This is sound only for exceptions that come out of generated code itself. Those of
/// host functions must have been wrapped on their way in, so that they never come here.
public final class TrapTranslation {

	private static final Pattern INDEX = Pattern.compile("Index (-?\\d+) out of bounds");

	private final BacktraceBuilder backtraces;

	private final Trap heapIsFull = new Trap(TrapCode.OUT_OF_MEMORY, "no room is left even for a backtrace");

	/// A translation whose backtraces have at most so many frames.
	public TrapTranslation(int backtraceFrames) {
		this.backtraces = new BacktraceBuilder(backtraceFrames);
	}

	/// The trap that a throwable stands for; empty if it is something else, an error in
	/// Graft or in the JVM.
	public Optional<Trap> translate(Throwable thrown) {
		TrapCode code = code(thrown);
		if (code == null) {
			return Optional.empty();
		}
		Trap trap = new Trap(code, detail(thrown), this.backtraces.build(thrown.getStackTrace()), thrown);
		return Optional.of(trap);
	}

	/// The trap for when there is no room on the heap even for the exception that tells
	/// so.
	public Trap heapIsFull() {
		return this.heapIsFull;
	}

	/// A trap that happens here: the host raises it on behalf of the guest, whose
	/// functions are on the stack.
	/// @param detail what else is known
	/// @param cause why the host raises it, or null
	public Trap here(TrapCode code, String detail, @Nullable Throwable cause) {
		return new Trap(code, detail, this.backtraces.build(Thread.currentThread().getStackTrace()), cause);
	}

	private static @Nullable TrapCode code(Throwable thrown) {
		return switch (thrown) {
			case TrapException trap -> trap.code();
			case ArrayIndexOutOfBoundsException outside -> TrapCode.ARRAY_OUT_OF_BOUNDS;
			case NullPointerException missing -> isOfGeneratedCode(missing) ? TrapCode.NULL_REFERENCE : null;
			case ClassCastException unsuited -> isOfGeneratedCode(unsuited) ? TrapCode.CAST_FAILURE : null;
			case IndexOutOfBoundsException outside -> TrapCode.MEMORY_OUT_OF_BOUNDS;
			case ArithmeticException division -> TrapCode.INTEGER_DIVIDE_BY_ZERO;
			case StackOverflowError overflow -> TrapCode.STACK_EXHAUSTED;
			case OutOfMemoryError exhausted -> TrapCode.OUT_OF_MEMORY;
			default -> null;
		};
	}

	// The JVM leaves out the stack trace of exceptions that compiled code makes again and
	// again.
	private static boolean isOfGeneratedCode(RuntimeException thrown) {
		StackTraceElement[] trace = thrown.getStackTrace();
		return trace.length == 0 || trace[0].getClassName().startsWith(GeneratedNames.PACKAGE_PREFIX);
	}

	private static @Nullable String detail(Throwable thrown) {
		return switch (thrown) {
			case ArrayIndexOutOfBoundsException outside -> outside.getMessage();
			case IndexOutOfBoundsException outside -> address(String.valueOf(outside.getMessage()));
			case OutOfMemoryError exhausted -> exhausted.getMessage();
			case TrapException trap -> trap.detail();
			default -> null;
		};
	}

	// The offset is part of the address in memories with 32-bit addresses only.
	// The Java platform says "Index 65538 out of bounds for length 65533", of which the
	// length would only confuse: it is the size less the width of the access.
	private static @Nullable String address(String message) {
		Matcher index = INDEX.matcher(message);
		return index.lookingAt() ? "address " + Long.toUnsignedString(Long.parseLong(index.group(1))) : null;
	}

}
