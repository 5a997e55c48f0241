package dev.graft.engine;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.engine.link.CanonicalTypes;
import dev.graft.engine.link.ModuleTypes;
import dev.graft.engine.memory.LinearMemories;
import org.jspecify.annotations.Nullable;

/// The loaded modules of an engine that are in use. Thread-safe.
///
/// Sharing goes by what is known for sure: modules from the cache by their manifest,
/// which the cache has checked; artifacts that somebody handed in by the digest of their
/// bytes, as their manifest could claim anything; mapped files never.
final class SharedModules {

	private final CanonicalTypes types;

	private final LinearMemories memories;

	private final MemoryAccess access;

	private final Map<Key, Entry> shared = new HashMap<>();

	private final Set<Entry> all = new HashSet<>();

	private final ReferenceQueue<SharedModule> garbage = new ReferenceQueue<>();

	/// @param access what code may reach memories by, at most
	SharedModules(CanonicalTypes types, LinearMemories memories, MemoryAccess access) {
		this.types = types;
		this.memories = memories;
		this.access = access;
	}

	/// A module that was compiled, now or earlier.
	SharedModule ofSource(String name, Artifact artifact) {
		return share(new Key(name, artifact.manifest()), artifact, null);
	}

	/// A module that is being compiled.
	SharedModule ofLazy(String name, Artifact outline, LazyCode code) {
		return share(new Key(name, outline.manifest()), outline, code);
	}

	/// A module that was handed in as an artifact.
	/// @param digest the digest of the artifact
	SharedModule ofArtifact(String name, Artifact artifact, String digest) {
		return share(new Key(name, digest), artifact, null);
	}

	/// A module whose artifact is mapped from somebody's file.
	SharedModule ofFile(String name, Artifact artifact) {
		return add(name, null, artifact, null, this.types.of(artifact.metadata().types()));
	}

	/// How many there are.
	synchronized int count() {
		forgetGarbage();
		return (int) this.all.stream().filter((entry) -> !entry.refersTo(null)).count();
	}

	private SharedModule share(Key key, Artifact artifact, @Nullable LazyCode code) {
		SharedModule known = known(key);
		return (known != null) ? known : add(key.name, key, artifact, code, this.types.of(artifact.metadata().types()));
	}

	private synchronized @Nullable SharedModule known(Key key) {
		Entry entry = this.shared.get(key);
		return (entry != null) ? entry.get() : null;
	}

	/// Adds a module unless somebody else has just done so. A module may define a million
	/// types, which nobody has to wait for, so they are known before.
	private synchronized SharedModule add(String name, @Nullable Key key, Artifact artifact, @Nullable LazyCode code,
			ModuleTypes types) {
		SharedModule meanwhile = (key != null) ? known(key) : null;
		if (meanwhile != null) {
			return meanwhile;
		}
		forgetGarbage();
		SharedModule module = new SharedModule(name, artifact, code, types, this.memories, this.access);
		Entry entry = new Entry(module, key, this.garbage);
		this.all.add(entry);
		if (key != null) {
			this.shared.put(key, entry);
		}
		return module;
	}

	private void forgetGarbage() {
		for (Object dead = this.garbage.poll(); dead != null; dead = this.garbage.poll()) {
			Entry entry = (Entry) dead;
			this.all.remove(entry);
			if (entry.key != null) {
				this.shared.remove(entry.key, entry);
			}
		}
	}

	/// What makes two modules the same.
	/// @param name what they were loaded as
	/// @param contents a manifest, or a digest of an artifact
	private record Key(String name, Object contents) {
	}

	private static final class Entry extends WeakReference<SharedModule> {

		private final @Nullable Key key;

		Entry(SharedModule module, @Nullable Key key, ReferenceQueue<SharedModule> garbage) {
			super(module, garbage);
			this.key = key;
		}

	}

}
