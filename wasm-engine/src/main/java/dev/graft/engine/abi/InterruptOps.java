package dev.graft.engine.abi;

/// What generated code calls when it finds [ExecutionContext#interruption] set.
public final class InterruptOps {

	private InterruptOps() {
	}

	/// Traps if it is the running call that is to be interrupted. The request stays, so
	/// that a guest cannot get around it. A request that was meant for an earlier call
	/// and came too late is dropped.
	public static void poll(ExecutionContext context) {
		int interrupted = context.interruption;
		if (interrupted == context.callNumber) {
			throw TrapOps.interrupt();
		}
		context.withdrawInterruption(interrupted);
	}

}
