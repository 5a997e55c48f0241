package dev.graft.engine.abi;

import java.lang.management.ManagementFactory;

import com.sun.management.HotSpotDiagnosticMXBean;

/// Whether threads in compiled loops come to a safepoint soon, whatever the loop does.
/// With some garbage collectors HotSpot leaves safepoints out of loops that count an
/// `int`, and a thread can stay in one for seconds.
final class LoopSafepoints {

	private static final String THREAD_NAME = "graft-safepoints";

	private static final String WANTED = "UseCountedLoopSafepoints";

	/// A compiler that has rules of its own.
	private static final String OTHER_COMPILER = "UseJVMCICompiler";

	private LoopSafepoints() {
	}

	/// Finds out, by a thread of its own: the first question to the JVM's management
	/// takes tens of milliseconds.
	static void ask(Answer answer) {
		StartThread.run(THREAD_NAME, () -> answer.given(areKept()));
	}

	// Who does not know is careful.
	private static boolean areKept() {
		try {
			HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
			return machine != null && isSet(machine, WANTED) && !isSet(machine, OTHER_COMPILER);
		}
		catch (LinkageError missing) {
			return false;
		}
	}

	private static boolean isSet(HotSpotDiagnosticMXBean machine, String option) {
		try {
			return Boolean.parseBoolean(machine.getVMOption(option).getValue());
		}
		catch (IllegalArgumentException unknown) {
			return false;
		}
	}

	/// What happens when the answer is there.
	interface Answer {

		/// @param kept whether loops have safepoints
		void given(boolean kept);

	}

}
