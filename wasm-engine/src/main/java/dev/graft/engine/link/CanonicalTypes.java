package dev.graft.engine.link;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

import dev.graft.artifact.type.FunctionType;
import org.jspecify.annotations.Nullable;

/// All function types of an engine, each of them once. Forgets those that nothing uses
/// any more. Thread-safe.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/conventions.html#rolling-and-unrolling">Validation,
/// Conventions, on the equality of types</a>
public final class CanonicalTypes {

	private final Map<FunctionType, WeakReference<CanonicalType>> types = new WeakHashMap<>();

	/// The one object for all types that are equal to this one.
	public synchronized CanonicalType of(FunctionType type) {
		WeakReference<CanonicalType> known = this.types.get(type);
		CanonicalType canonical = (known != null) ? known.get() : null;
		return (canonical != null) ? canonical : add(type);
	}

	// The canonical type holds the map's key, so the entry stays as long as the type is
	// in use.
	private CanonicalType add(FunctionType type) {
		@Nullable WeakReference<CanonicalType> gone = this.types.remove(type);
		CanonicalType canonical = new CanonicalType(type);
		this.types.put(type, new WeakReference<>(canonical));
		assert gone == null || gone.get() == null;
		return canonical;
	}

}
