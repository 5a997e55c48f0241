package dev.graft.fuzz;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Ends the JVM, with a word about why, when something takes longer than it may: a loop
/// that does not end cannot be told otherwise.
public final class Watch implements AutoCloseable {

	private static final long PATIENCE_MILLIS = 120_000;

	private final AtomicReference<@Nullable String> current = new AtomicReference<>();

	private final Thread watched = Thread.currentThread();

	private final Thread thread = Thread.ofPlatform().daemon().name("watch").start(this::watch);

	private volatile long since;

	/// Something begins.
	/// @param what what to do to repeat it
	public void begin(String what) {
		this.since = System.currentTimeMillis();
		this.current.set(what);
	}

	private void watch() {
		try {
			while (true) {
				Thread.sleep(PATIENCE_MILLIS / 20);
				String what = this.current.get();
				if (what != null && System.currentTimeMillis() - this.since > PATIENCE_MILLIS) {
					System.err.println("This does not end: " + what);
					for (StackTraceElement frame : this.watched.getStackTrace()) {
						System.err.println("\tat " + frame);
					}
					Runtime.getRuntime().halt(3);
				}
			}
		}
		catch (InterruptedException end) {
			// Nothing to watch any more.
		}
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
