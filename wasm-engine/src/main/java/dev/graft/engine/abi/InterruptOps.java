package dev.graft.engine.abi;

/// What generated code calls at loop headers and function entries while its [Polls] are
/// on.
public final class InterruptOps {

	private InterruptOps() {
	}

	/// Looks whether there is a request to interrupt a call.
	public static void poll(ModuleInstance instance) {
		ExecutionContext context = instance.context;
		if (context.interruption != 0) {
			answer(context);
		}
	}

	/// Waits if it is the running call that is to pause, and traps if it is the running
	/// call that is to end. The request to end stays, so
	/// that a guest cannot get around it. A request that was meant for an earlier call
	/// and came too late is dropped.
	static void answer(ExecutionContext context) {
		int interrupted = context.interruption;
		if (interrupted == context.callNumber) {
			context.awaitPause();
			check(context);
			if (context.closelyWatched) {
				return;
			}
		}
		context.withdrawInterruption(interrupted);
		// Whoever ends a call says so first and sets the field then, so if this has just
		// cleared the field, it sees why.
		check(context);
	}

	private static void check(ExecutionContext context) {
		if (context.isInterrupted()) {
			throw context.interruptionTrap();
		}
	}

}
