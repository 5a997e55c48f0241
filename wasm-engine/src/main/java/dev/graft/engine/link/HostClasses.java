package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.util.Map;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import org.jspecify.annotations.Nullable;

/// The classes of the embedding API that the signatures of host functions may mention.
/// They are handed in because this package does not know that API.
///
/// Conversions of references take an `ExecutionContext` too, as their objects belong to a
/// store.
///
/// @param callerOf the caller that a host function sees: `(ModuleInstance)Caller`
/// @param toHost what the host sees of a reference: `(Object, ExecutionContext)Object`
/// @param fromHost the reference for an object, once it has been checked:
/// `(ReferenceType, Object, ExecutionContext)Object`
/// @param references what the host sees of functions, exceptions, structures, arrays and
/// unboxed scalars
/// @param vectorOf the object for a vector: `(long low, long high)V128`
/// @param lowOf the lower half of a vector: `(V128)long`
/// @param highOf the upper half of a vector: `(V128)long`
/// @param toGuest what the guest meets of what a host function throws: an exception that
/// the guest can catch, or the same object: `(Throwable, ModuleInstance)Throwable`
public record HostClasses(MethodHandle callerOf, MethodHandle toHost, MethodHandle fromHost,
		Map<HeapType.Abstract, Class<?>> references, MethodHandle vectorOf, MethodHandle lowOf, MethodHandle highOf,
		MethodHandle toGuest) {

	/// Copies the map.
	public HostClasses {
		references = Map.copyOf(references);
	}

	/// The class that stands for a vector.
	Class<?> vectorClass() {
		return this.vectorOf.type().returnType();
	}

	/// The class of the first parameter of a host function that wants to know who calls.
	Class<?> callerClass() {
		return this.callerOf.type().returnType();
	}

	/// What the host sees of references of a type; null if they may be anything.
	@Nullable Class<?> referenceClass(ReferenceType type) {
		HeapType.Abstract kind = CanonicalSubtyping.INSTANCE.kind(type.heapType());
		return this.references.get(switch (kind) {
			case NOFUNC -> HeapType.Abstract.FUNC;
			case NOEXN -> HeapType.Abstract.EXN;
			default -> kind;
		});
	}

	/// The type of references that a class stands for, null if that is none in
	/// particular.
	@Nullable ReferenceType referenceType(Class<?> javaType) {
		for (Map.Entry<HeapType.Abstract, Class<?>> each : this.references.entrySet()) {
			if (each.getValue() == javaType) {
				return new ReferenceType(true, each.getKey());
			}
		}
		return null;
	}

	/// Whether objects of a class are certainly none of those that stand for references.
	boolean isForeign(Class<?> javaType) {
		return this.references.values().stream().noneMatch(javaType::isAssignableFrom);
	}

}
