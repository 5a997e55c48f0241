package dev.graft.wasi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

import dev.graft.engine.ExternType;
import dev.graft.engine.ImportType;
import dev.graft.engine.Instance;
import dev.graft.engine.InstancePre;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.SharedMemory;
import dev.graft.engine.Store;
import dev.graft.engine.trap.WasmException;
import org.jspecify.annotations.Nullable;

/// Programs that start threads of their own, by the import `wasi.thread-spawn`.
///
/// Each thread has a store and an instance of the module; what they share is the memory
/// that the module imports. The program ends when its `_start` returns, when a thread
/// calls `proc_exit`, or when one traps; the other threads are interrupted then, for
/// which the engine has to be [interruptible][dev.graft.engine.EngineConfig.Builder].
///
/// ```java
/// WasiPreview1.addTo(linker, config);
/// int exitCode = WasiThreads.run(linker, module, () -> Store.create(engine));
/// ```
///
/// @see <a href="https://github.com/WebAssembly/wasi-threads">WASI threads</a>
public final class WasiThreads {

	/// The name of the import module.
	public static final String MODULE = "wasi";

	/// The name of the imported function.
	public static final String SPAWN = "thread-spawn";

	/// The most threads that a program may have at a time.
	public static final int MOST_THREADS = 1_000;

	private static final String START = "wasi_thread_start";

	/// The error number for "try again", negative as the function's result.
	private static final int TRY_AGAIN = -6;

	private static final long PATIENCE_MILLIS = 2_000;

	private WasiThreads() {
	}

	/// Whether a module imports `wasi.thread-spawn`.
	public static boolean areWantedBy(Module module) {
		return module.imports().stream().anyMatch((each) -> each.module().equals(MODULE) && each.name().equals(SPAWN));
	}

	/// Runs a command with all its threads: calls `_start`. Threads that are still
	/// running when it returns are ended.
	/// @param linker everything that the module imports except its shared memory and the
	/// function that starts threads; it stays as it is
	/// @param stores makes a store for each thread
	/// @return the exit code
	/// @throws dev.graft.engine.NoSuchExportException if it is not a command
	/// @throws dev.graft.engine.trap.Trap if a thread traps
	public static int run(Linker linker, Module module, Supplier<Store> stores) {
		try (Program program = new Program(linker, module, stores)) {
			return program.run();
		}
	}

	/// A program that is running.
	private static final class Program implements AutoCloseable {

		private final Supplier<Store> stores;

		private final Store mainStore;

		private final List<SharedMemory> memories = new ArrayList<>();

		private final InstancePre instances;

		private final List<Worker> workers = new ArrayList<>();

		private int lastThread;

		private boolean ended;

		private boolean mainEnded;

		private @Nullable RuntimeException failure;

		Program(Linker linker, Module module, Supplier<Store> stores) {
			this.stores = stores;
			this.mainStore = stores.get();
			try {
				this.instances = link(linker.copy(), module);
			}
			catch (RuntimeException refused) {
				close();
				throw refused;
			}
		}

		private InstancePre link(Linker complete, Module module) {
			for (ImportType wanted : module.imports()) {
				if (wanted.type() instanceof ExternType.Memory memory && memory.type().shared()) {
					SharedMemory shared = SharedMemory.create(module.engine(), memory.type(),
							this.mainStore.limits().memoryBytes());
					this.memories.add(shared);
					complete.define(wanted.module(), wanted.name(), shared);
				}
			}
			complete.function(MODULE, SPAWN, IntUnaryOperator.class, this::spawn);
			return complete.freeze().instantiatePre(module);
		}

		int run() {
			try {
				int exitCode = WasiPreview1.run(this.instances.instantiate(this.mainStore));
				return end(null) ? exitCode : outcome();
			}
			catch (RuntimeException ex) {
				end(ex);
				return outcome();
			}
		}

		// The program's first end counts.
		private synchronized int outcome() {
			this.mainEnded = true;
			if (this.failure instanceof WasiExitException exit) {
				return exit.code();
			}
			if (this.failure != null) {
				throw this.failure;
			}
			return 0;
		}

		/// Whether the program had not ended before.
		private synchronized boolean end(@Nullable RuntimeException cause) {
			if (this.ended) {
				return false;
			}
			this.ended = true;
			this.failure = cause;
			return true;
		}

		/// Starts a thread.
		/// @return its number, or a negative error number
		private int spawn(int argument) {
			int number = nextThread();
			if (number < 0) {
				return TRY_AGAIN;
			}
			Store store = this.stores.get();
			try {
				Instance instance = this.instances.instantiate(store);
				Thread thread = Thread.ofPlatform()
					.daemon()
					.name("wasi-thread-" + number)
					.unstarted(() -> work(store, instance, number, argument));
				return start(new Worker(thread, store)) ? number : TRY_AGAIN;
			}
			catch (WasmException refused) {
				store.close();
				return TRY_AGAIN;
			}
		}

		private synchronized int nextThread() {
			return (this.ended || this.workers.size() >= MOST_THREADS) ? -1 : ++this.lastThread;
		}

		private synchronized boolean start(Worker worker) {
			if (this.ended) {
				worker.store.close();
				return false;
			}
			this.workers.add(worker);
			worker.thread.start();
			return true;
		}

		private void work(Store store, Instance instance, int number, int argument) {
			try (store) {
				instance.func(START).call(number, argument);
			}
			catch (RuntimeException ex) {
				if (end(ex)) {
					interruptMain();
				}
			}
			finally {
				remove(Thread.currentThread());
			}
		}

		private synchronized void remove(Thread thread) {
			this.workers.removeIf((worker) -> worker.thread.equals(thread));
		}

		// The request counts for the call that is running, which may be about to begin.
		private void interruptMain() {
			while (!hasMainEnded()) {
				this.mainStore.interrupt();
				try {
					TimeUnit.MILLISECONDS.sleep(1);
				}
				catch (InterruptedException ex) {
					return;
				}
			}
		}

		private synchronized boolean hasMainEnded() {
			return this.mainEnded;
		}

		private synchronized List<Worker> running() {
			this.mainEnded = true;
			this.ended = true;
			return List.copyOf(this.workers);
		}

		@Override
		public void close() {
			boolean interrupted = false;
			List<Worker> running = running();
			running.forEach(Worker::interrupt);
			for (Worker worker : running) {
				interrupted |= !worker.end();
			}
			this.mainStore.close();
			this.memories.forEach(SharedMemory::close);
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}

	}

	/// A thread and its store.
	private record Worker(Thread thread, Store store) {

		void interrupt() {
			this.store.interrupt();
			this.thread.interrupt();
		}

		/// Ends the thread. One that blocks in a host function which cannot be
		/// interrupted is left alone; it ends when it comes back.
		/// @return false if the current thread was interrupted meanwhile
		boolean end() {
			long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
			try {
				while (this.thread.isAlive() && System.nanoTime() - deadline < 0) {
					interrupt();
					this.thread.join(1);
				}
				return true;
			}
			catch (InterruptedException ex) {
				return false;
			}
		}

	}

}
