package dev.graft.spring.plugin;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import dev.graft.engine.Engine;
import dev.graft.engine.InstancePre;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/// Loads modules into slots, and replaces what was there.
final class SwapCoordinator {

	/*
	 * A swap runs in five steps. The old generation keeps serving until the new one has
	 * been checked; then one volatile write publishes it, and the old one drains. Callers
	 * are never blocked: one that has looked up the old generation either enters it
	 * before it retires, and then ends on it, or is refused and looks again. See
	 * RATIONALE, "How can a plugin be replaced without losing a call?".
	 *
	 * STAGED ──check──▶ CHECKED ──publish──▶ ACTIVE ──next swap──▶ DRAINING ──last
	 * call──▶ CLOSED └──────────────── reject (the old one stays ACTIVE) ──▶ CLOSED
	 *
	 * Check means: decode, validate, compile, link, bind the Java interfaces,
	 * instantiate, run the start function and _initialize under a deadline.
	 */

	private static final Log logger = LogFactory.getLog(SwapCoordinator.class);

	private final Engine engine;

	private final Linker linker;

	private final PluginSettings.Source settings;

	private final PluginListeners listeners;

	private final CallListeners callListeners;

	SwapCoordinator(Engine engine, Linker linker, PluginSettings.Source settings, PluginListeners listeners,
			CallListeners callListeners) {
		this.engine = engine;
		this.linker = linker.freeze();
		this.settings = settings;
		this.listeners = listeners;
		this.callListeners = callListeners;
	}

	/// Loads a module into a slot, unless it is what serves there already. Swaps of one
	/// slot follow one another.
	SwapResult swap(PluginSlot slot, PluginSource source) {
		slot.swapLock().lock();
		try {
			PluginGeneration serving = slot.current();
			if (serving != null && serving.version().digest().equals(source.digest())) {
				slot.forgetFailure();
				return new SwapResult.Unchanged(serving.version());
			}
			return checkAndPublish(slot, source);
		}
		finally {
			slot.swapLock().unlock();
		}
	}

	/// Whatever a module does wrong ends here, in a refusal. A compiler or a start
	/// function that is driven too deep, or generated code that does not link, is such a
	/// module's doing too.
	private SwapResult checkAndPublish(PluginSlot slot, PluginSource source) {
		PluginGeneration next = null;
		try {
			next = stage(slot, source);
			next.warmUp();
			return publish(slot, next);
		}
		catch (Exception | LinkageError | StackOverflowError ex) {
			if (next != null) {
				next.retire();
			}
			return refuse(slot, new PluginFailure(Instant.now(), source.origin(), ex));
		}
	}

	private PluginGeneration stage(PluginSlot slot, PluginSource source) {
		PluginSettings settings = this.settings.of(slot.name());
		checkPin(settings, source);
		Module module = this.engine.load(source.fileName(), source.bytes());
		InstancePre linked = this.linker.instantiatePre(module);
		PluginVersion version = new PluginVersion(slot.name(), slot.generations() + 1, source.digest(), source.origin(),
				Instant.now());
		PluginGeneration generation = new PluginGeneration(version, module, source.bytes().length, settings,
				observed(slot.name(), new InstanceFactory(this.engine, linked, slot.name(), settings)));
		slot.bind(generation);
		return generation;
	}

	private Supplier<PluginInstance> observed(String plugin, InstanceFactory factory) {
		return this.callListeners.isEmpty() ? factory : () -> this.callListeners.observe(plugin, factory);
	}

	private static void checkPin(PluginSettings settings, PluginSource source) {
		String pinned = settings.sha256();
		if (pinned != null && !pinned.toLowerCase(Locale.ROOT).equals(source.digest())) {
			throw new PinnedDigestException(source, pinned);
		}
	}

	private SwapResult publish(PluginSlot slot, PluginGeneration next) {
		PluginGeneration previous = slot.publish(next);
		if (previous == null) {
			logger.info(LogMessage.format("Plugin %s serves, from %s", next.version(), next.version().origin()));
			this.listeners.tell((listener) -> listener.loaded(next.version()));
			return new SwapResult.Published(next.version(), null);
		}
		previous.retire();
		logger.info(LogMessage.format("Plugin %s serves in place of %s, from %s", next.version(), previous.version(),
				next.version().origin()));
		this.listeners.tell((listener) -> listener.replaced(previous.version(), next.version()));
		return new SwapResult.Published(next.version(), previous.version());
	}

	/// Records and tells that a module cannot be had.
	SwapResult refuse(PluginSlot slot, PluginFailure failure) {
		slot.fail(failure);
		PluginGeneration current = slot.current();
		PluginVersion serving = (current != null) ? current.version() : null;
		logger.warn(LogMessage.format("Plugin '%s': %s is refused, and %s: %s", slot.name(), failure.origin(),
				(serving != null) ? serving + " goes on serving" : "there is no other version", failure.cause()));
		logger.debug("The reason in full:", failure.cause());
		this.listeners.tell((listener) -> listener.refused(slot.name(), failure, serving));
		return new SwapResult.Refused(failure, serving);
	}

	/// Lets a slot serve no more.
	/// @return the version that served, if one did; it is draining
	Optional<PluginGeneration> unload(PluginSlot slot, String why) {
		slot.swapLock().lock();
		try {
			Optional<PluginGeneration> previous = Optional.ofNullable(slot.remove());
			previous.ifPresent((generation) -> retire(generation, why));
			return previous;
		}
		finally {
			slot.swapLock().unlock();
		}
	}

	private void retire(PluginGeneration generation, String why) {
		generation.retire();
		logger.info(LogMessage.format("Plugin %s serves no more: %s", generation.version(), why));
		this.listeners.tell((listener) -> listener.unloaded(generation.version()));
	}

}
