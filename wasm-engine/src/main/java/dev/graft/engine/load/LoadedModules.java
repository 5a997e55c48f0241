package dev.graft.engine.load;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// Finds the module that a frame of a stack trace belongs to.
///
/// All that a frame tells about its class is names: those of the class and of its loader.
/// The same module may be loaded more than once, compiled with different settings, so
/// each loader gets a name that no other one has. Modules that nobody uses are forgotten.
/// Thread-safe.
public final class LoadedModules {

	private static final Map<String, Entry> MODULES = new ConcurrentHashMap<>();

	private static final ReferenceQueue<LoadedModule> GARBAGE = new ReferenceQueue<>();

	private static final AtomicLong NUMBERS = new AtomicLong();

	private LoadedModules() {
	}

	/// The module whose code a frame was executing, if it is one.
	public static Optional<LoadedModule> of(StackTraceElement frame) {
		String loaderName = frame.getClassLoaderName();
		Entry entry = (loaderName != null) ? MODULES.get(loaderName) : null;
		return (entry != null) ? Optional.ofNullable(entry.get()) : Optional.empty();
	}

	static LoadedModule register(String name, Function<String, LoadedModule> loading) {
		forgetGarbage();
		String loaderName = name + "@" + NUMBERS.incrementAndGet();
		LoadedModule module = loading.apply(loaderName);
		MODULES.put(loaderName, new Entry(loaderName, module));
		return module;
	}

	private static void forgetGarbage() {
		for (Object garbage = GARBAGE.poll(); garbage != null; garbage = GARBAGE.poll()) {
			MODULES.remove(((Entry) garbage).loaderName);
		}
	}

	private static final class Entry extends WeakReference<LoadedModule> {

		private final String loaderName;

		Entry(String loaderName, LoadedModule module) {
			super(module, GARBAGE);
			this.loaderName = loaderName;
		}

	}

}
