package dev.graft.spring.plugin;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.graft.spring.plugin.WasmPluginMismatchException.Mismatch;
import org.jspecify.annotations.Nullable;

/// The place of a plugin: which version serves, if any, and what went wrong last.
///
/// Callers read one volatile field. Everything that changes it holds the slot's lock, so
/// swaps of one plugin follow one another, and an interface is never bound to a version
/// that is just being replaced.
final class PluginSlot {

	private final String name;

	private final Runnable beforeFirstCall;

	private final Supplier<String> whyAbsent;

	private final CallListeners listeners;

	private final ReentrantLock swapLock = new ReentrantLock();

	private final Map<Class<?>, PluginInterface> interfaces = new ConcurrentHashMap<>();

	private volatile @Nullable PluginGeneration current;

	private volatile @Nullable PluginFailure lastFailure;

	private volatile int generations;

	/// @param name the plugin's name
	/// @param beforeFirstCall loads plugins if that has not been done
	/// @param whyAbsent what to tell callers when there is nothing
	/// @param listeners those who want to know of calls
	PluginSlot(String name, Runnable beforeFirstCall, Supplier<String> whyAbsent, CallListeners listeners) {
		this.name = name;
		this.beforeFirstCall = beforeFirstCall;
		this.whyAbsent = whyAbsent;
		this.listeners = listeners;
	}

	String name() {
		return this.name;
	}

	/// Calls a method on the version that serves now.
	@Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) {
		PluginGeneration generation = enter();
		try {
			BoundMethod bound = generation.method(method);
			return this.listeners.isEmpty() ? generation.call(bound, arguments)
					: this.listeners.observe(this.name, bound.export(), () -> generation.call(bound, arguments));
		}
		finally {
			generation.leave();
		}
	}

	CallListeners listeners() {
		return this.listeners;
	}

	/// A generation that refuses has been replaced or removed already, so the next look
	/// finds another one, or none.
	///
	/// @return the version that serves now, which the caller must
	/// [leave][PluginGeneration#leave]
	PluginGeneration enter() {
		if (this.current == null) {
			this.beforeFirstCall.run();
		}
		while (true) {
			PluginGeneration generation = this.current;
			if (generation == null) {
				throw unavailable();
			}
			if (generation.enter()) {
				return generation;
			}
			Thread.onSpinWait();
		}
	}

	private WasmPluginUnavailableException unavailable() {
		PluginFailure failure = this.lastFailure;
		return (failure != null)
				? new WasmPluginUnavailableException(this.name, failure.origin() + " was refused", failure.cause())
				: new WasmPluginUnavailableException(this.name, this.whyAbsent.get(), null);
	}

	/// Adds an interface, and binds it to the version that serves.
	/// @throws WasmPluginMismatchException if that does not have what the interface asks
	/// for
	synchronized void addInterface(PluginInterface type) {
		PluginGeneration generation = this.current;
		List<Mismatch> mismatches = (generation != null) ? generation.bind(List.of(type)) : List.of();
		if (!mismatches.isEmpty()) {
			throw new WasmPluginMismatchException(mismatches);
		}
		this.interfaces.put(type.type(), type);
	}

	Collection<PluginInterface> interfaces() {
		return this.interfaces.values();
	}

	/// Held by whoever loads, replaces or removes a version.
	ReentrantLock swapLock() {
		return this.swapLock;
	}

	/// How many versions have served.
	int generations() {
		return this.generations;
	}

	@Nullable PluginGeneration current() {
		return this.current;
	}

	/// Binds all interfaces to a version.
	/// @throws WasmPluginMismatchException if they do not fit
	synchronized void bind(PluginGeneration generation) {
		List<Mismatch> mismatches = generation.bind(this.interfaces.values());
		if (!mismatches.isEmpty()) {
			throw new WasmPluginMismatchException(mismatches);
		}
	}

	/// Lets a version serve. Interfaces that came after it was staged are bound now.
	/// @return the version that served until now, or null; to be retired
	/// @throws WasmPluginMismatchException if an interface does not fit
	synchronized @Nullable PluginGeneration publish(PluginGeneration next) {
		bind(next);
		PluginGeneration previous = this.current;
		this.current = next;
		this.generations++;
		this.lastFailure = null;
		return previous;
	}

	/// Lets no version serve.
	/// @return the version that served until now, or null; to be retired
	synchronized @Nullable PluginGeneration remove() {
		PluginGeneration previous = this.current;
		this.current = null;
		this.lastFailure = null;
		return previous;
	}

	/// What was refused is not there any more.
	void forgetFailure() {
		this.lastFailure = null;
	}

	void fail(PluginFailure failure) {
		this.lastFailure = failure;
	}

	PluginStatus status() {
		PluginGeneration generation = this.current;
		PluginFailure failure = this.lastFailure;
		List<Class<?>> types = new ArrayList<>(this.interfaces.keySet());
		if (generation == null) {
			return new PluginStatus(this.name, (failure != null) ? PluginState.FAILED : PluginState.ABSENT, null,
					failure, types, null, null);
		}
		return new PluginStatus(this.name, PluginState.ACTIVE, generation.version(), failure, types,
				generation.moduleFacts(), generation.instanceFacts());
	}

}
