package dev.graft.spring.plugin;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.graft.engine.ExportType;
import dev.graft.engine.ImportType;
import dev.graft.engine.Module;
import dev.graft.spring.plugin.PluginStatus.InstanceFacts;
import dev.graft.spring.plugin.PluginStatus.ModuleFacts;
import dev.graft.spring.plugin.WasmPluginMismatchException.Mismatch;
import org.jspecify.annotations.Nullable;

/// One version of a plugin with its instances, from the moment it has been linked until
/// its last call has returned.
///
/// Calls enter and leave; retiring lets no further call enter, and when the last one has
/// left, the instances are closed. Whoever is refused entry finds the next generation in
/// the slot, since a generation is retired only after it has been replaced there.
public final class PluginGeneration {

	/// Added to the number of calls when retired, so that one comparison tells both.
	private static final int RETIRED = Integer.MIN_VALUE;

	private final PluginVersion version;

	private final Module module;

	private final PluginSettings settings;

	private final long sourceBytes;

	private final InstancePool pool;

	private volatile Map<Method, BoundMethod> methods = Map.of();

	private final AtomicInteger calls = new AtomicInteger();

	private final CompletableFuture<Void> drained = new CompletableFuture<>();

	/// @param version which it is
	/// @param module its module
	/// @param sourceBytes how large its file is
	/// @param settings how it is run
	/// @param instances makes an instance
	PluginGeneration(PluginVersion version, Module module, long sourceBytes, PluginSettings settings,
			Supplier<PluginInstance> instances) {
		this.version = version;
		this.module = module;
		this.sourceBytes = sourceBytes;
		this.settings = settings;
		this.pool = new InstancePool(version.plugin(), settings.instances(), instances);
	}

	/// Which version it is.
	public PluginVersion version() {
		return this.version;
	}

	/// How it is run.
	public PluginSettings settings() {
		return this.settings;
	}

	/// Binds interfaces to its exports.
	/// @return all that does not fit; if that is nothing, the interfaces are bound
	List<Mismatch> bind(Iterable<PluginInterface> types) {
		InterfaceBinder binder = new InterfaceBinder(this.module, this.version, this.settings.resultLimitBytes());
		types.forEach(binder::bind);
		List<Mismatch> mismatches = new ArrayList<>(binder.mismatches());
		if (mismatches.isEmpty()) {
			addMethods(binder.bound());
		}
		return mismatches;
	}

	private synchronized void addMethods(Map<Method, BoundMethod> bound) {
		Map<Method, BoundMethod> all = new HashMap<>(this.methods);
		all.putAll(bound);
		this.methods = Map.copyOf(all);
	}

	/// Makes a first instance, and so runs the module's start function and `_initialize`.
	void warmUp() {
		this.pool.warmUp();
	}

	/// Whether a call may begin; it then must [#leave].
	boolean enter() {
		int now = this.calls.get();
		while (now >= 0) {
			if (this.calls.compareAndSet(now, now + 1)) {
				return true;
			}
			now = this.calls.get();
		}
		return false;
	}

	/// A call has ended.
	void leave() {
		if (this.calls.decrementAndGet() == RETIRED) {
			finish();
		}
	}

	/// The method's export in this version.
	BoundMethod method(Method method) {
		BoundMethod bound = this.methods.get(method);
		if (bound == null) {
			throw new IllegalStateException("%s is not bound to %s".formatted(method, this.version));
		}
		return bound;
	}

	@Nullable Object call(BoundMethod method, @Nullable Object @Nullable [] arguments) {
		PluginInstance instance = this.pool.acquire();
		boolean completed = false;
		try {
			Object result = instance.call(method, arguments);
			completed = true;
			return result;
		}
		finally {
			this.pool.release(instance, completed);
		}
	}

	/// An instance for one call, which must have [entered][#enter].
	PluginInstance acquire() {
		return this.pool.acquire();
	}

	/// Gives an instance back.
	/// @param reusable whether its call went well
	void release(PluginInstance instance, boolean reusable) {
		this.pool.release(instance, reusable);
	}

	/// Lets no further call begin. Calls that have begun end on this version; those that
	/// last longer than the drain timeout end with a trap.
	void retire() {
		int now = this.calls.getAndUpdate((calls) -> (calls >= 0) ? calls + RETIRED : calls);
		if (now == 0) {
			finish();
		}
		else if (now > 0) {
			interruptIfLate();
		}
	}

	/// Completed when it has been retired, the last call has left and the instances are
	/// closed.
	CompletableFuture<Void> drained() {
		return this.drained;
	}

	private void interruptIfLate() {
		this.drained.copy()
			.orTimeout(Math.max(1, this.settings.drainTimeout().toMillis()), TimeUnit.MILLISECONDS)
			.exceptionally((timeout) -> {
				this.pool.interrupt();
				return null;
			});
	}

	private void finish() {
		this.pool.close();
		this.drained.complete(null);
	}

	ModuleFacts moduleFacts() {
		return new ModuleFacts(this.module.exports().stream().map(ExportType::toString).toList(),
				this.module.imports().stream().map(ImportType::toString).toList(), this.module.artifactFile(),
				this.module.artifactSizeBytes(), this.sourceBytes);
	}

	InstanceFacts instanceFacts() {
		return this.pool.facts();
	}

}
