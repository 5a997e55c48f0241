package dev.graft.engine.abi;

/// Does something that the start of an engine need not wait for, once in a process.
final class StartThread {

	private StartThread() {
	}

	/// Does it, by a thread of its own that keeps nothing of the caller's alive and no
	/// JVM from ending.
	static void run(String name, Runnable task) {
		Thread thread = Thread.ofPlatform().daemon().inheritInheritableThreadLocals(false).name(name).unstarted(task);
		thread.setContextClassLoader(null);
		thread.start();
	}

}
