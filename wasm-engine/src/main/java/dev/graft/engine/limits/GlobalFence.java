package dev.graft.engine.limits;

import java.lang.foreign.Arena;

/// A memory fence that one thread executes on behalf of all others.
///
/// Where one side of a protocol is frequent and the other one rare, the frequent side can
/// do without a fence of its own between what it writes and what it reads next:
///
/// ```
///     frequent                         rare
///     mine = true   (opaque)           theirs = true
///                                      GlobalFence.execute()
///     read theirs   (opaque)           read mine
/// ```
///
/// At least one of them sees what the other one has written. RATIONALE, "How does a store
/// know its thread without an atomic instruction?".
public final class GlobalFence {

	private GlobalFence() {
	}

	/// Returns when every thread has executed a full fence since the call began. Takes
	/// tens of microseconds, and longer with many threads or where processors are busy.
	///
	/// Closing a shared arena makes HotSpot stop every thread for a moment at a place
	/// where its memory accesses are complete (a handshake), and all that wait or run
	/// native code pass a fence before they go on.
	public static void execute() {
		Arena.ofShared().close();
	}

}
