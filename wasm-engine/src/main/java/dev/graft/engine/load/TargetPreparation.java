package dev.graft.engine.load;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.graft.artifact.abi.CallTargets;
import dev.graft.engine.abi.CallTarget;
import org.jspecify.annotations.Nullable;

/// Brings what makes call targets to its final state before any guest calls a function
/// through a table. A guest decides how deep the stack is then, and if the stack ends
/// while a class is being initialized, the JVM gives that class up for ever.
///
/// @see dev.graft.engine.abi.AbiPreparation
final class TargetPreparation {

	private static final boolean DONE = prepare();

	private TargetPreparation() {
	}

	/// Prepares, the first time.
	static void run() {
		if (!DONE) {
			throw new IllegalStateException("preparing has failed");
		}
	}

	private static boolean prepare() {
		String kind = CallTargets.ofDescriptor("(IJFDLjava/lang/Object;Linstance;)V");
		String descriptor = CallTargets.descriptor(kind, "instance");
		MethodHandle handle = MethodHandles.zero(CallTarget.class);
		return CallTargets.isAbstractTarget(kind) && TargetClassFile.ofKind(kind, descriptor).length > 0
				&& TargetClassFile.ofFunction(CallTargets.functionTarget(0), kind, "owner", "method",
						descriptor).length > 0
				&& TargetClassFile.ofHandle(CallTargets.handleTarget(kind), kind, descriptor, descriptor).length > 0
				&& FunctionTargets.newTarget(Sample.class, handle.type()) != null && FunctionTargets
					.newTarget(Sample.class, MethodType.methodType(CallTarget.class, MethodHandle.class)) != null;
	}

	/// A class of the two forms that there are.
	public static final class Sample extends CallTarget {

		/// As that of a function.
		public Sample() {
			this(null);
		}

		/// As that of what a handle leads to.
		/// @param handle the handle
		public Sample(@Nullable MethodHandle handle) {
		}

	}

}
