package dev.graft.engine.abi;

/// What generated code calls when it finds [ExecutionContext#interruption] set.
public final class InterruptOps {

	private InterruptOps() {
	}

	/// Traps. Called only when the interruption is not zero; the flag stays set, so that
	/// a
	/// guest cannot get around it. Whoever set it clears it.
	public static void poll(ExecutionContext context) {
		if (context.interruption != 0) {
			throw TrapOps.interrupt();
		}
	}

}
