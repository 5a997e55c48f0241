package dev.graft.wast.runner;

import java.util.List;

/// A thread that a script has started.
final class ScriptThread {

	// As much as the thread that runs the script has on the command line.
	private static final long STACK_BYTES = 64L << 20;

	private final Thread thread;

	private final List<Outcome> outcomes;

	private ScriptThread(Thread thread, List<Outcome> outcomes) {
		this.thread = thread;
		this.outcomes = outcomes;
	}

	/// Starts a thread.
	/// @param commands performs the thread's commands
	/// @param outcomes where they put what came of them
	static ScriptThread start(String name, Runnable commands, List<Outcome> outcomes) {
		Thread thread = new Thread(null, commands, name, STACK_BYTES);
		thread.setDaemon(true);
		thread.start();
		return new ScriptThread(thread, outcomes);
	}

	/// Waits until the thread has ended, and tells what came of its commands.
	List<Outcome> join() {
		boolean interrupted = false;
		while (true) {
			try {
				this.thread.join();
				break;
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return List.copyOf(this.outcomes);
	}

}
