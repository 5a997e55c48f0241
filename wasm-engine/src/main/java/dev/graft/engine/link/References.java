package dev.graft.engine.link;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.engine.abi.ArrayReference;
import dev.graft.engine.abi.EqReference;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.GuestException;
import dev.graft.engine.abi.I31Reference;
import dev.graft.engine.abi.StructReference;
import org.jspecify.annotations.Nullable;

/// Which references of generated code are values of which types: what the host hands over
/// has to be checked, for code relies on types.
public final class References {

	private References() {
	}

	/// Whether a reference is a value of a type.
	/// @param type a type without indices of a module
	/// @param reference the reference as generated code has it
	public static boolean isValue(ReferenceType type, @Nullable Object reference) {
		if (reference == null) {
			return type.nullable();
		}
		return switch (type.heapType()) {
			case CanonicalType defined -> isInstance(defined, reference);
			case HeapType.Abstract named -> isInstance(named, reference);
			case HeapType.Resolved _, HeapType.Concrete _ ->
				throw new IllegalArgumentException(type + " is a type of some module only");
		};
	}

	private static boolean isInstance(CanonicalType type, Object reference) {
		return type.isFunction() ? reference instanceof FunctionReference function && function.type.isSubtypeOf(type)
				: type.objectClass().isInstance(reference);
	}

	private static boolean isInstance(HeapType.Abstract type, Object reference) {
		return switch (type) {
			case FUNC -> reference instanceof FunctionReference;
			case EQ -> reference instanceof EqReference;
			case I31 -> reference instanceof I31Reference;
			case STRUCT -> reference instanceof StructReference;
			case ARRAY -> reference instanceof ArrayReference;
			case EXN -> reference instanceof GuestException;
			case ANY, EXTERN -> true;
			case NONE, NOFUNC, NOEXTERN, NOEXN -> false;
		};
	}

	/// Whether every reference of generated code is a value of a type, functions aside.
	static boolean isAnything(ReferenceType type) {
		return type.nullable()
				&& (type.heapType() == HeapType.Abstract.EXTERN || type.heapType() == HeapType.Abstract.ANY);
	}

	static @Nullable Object checked(ReferenceType type, String place, @Nullable Object reference) {
		if (!isValue(type, reference)) {
			throw new ClassCastException("%s is %s, found %s".formatted(place, type, describe(reference)));
		}
		return reference;
	}

	private static String describe(@Nullable Object reference) {
		return (reference == null) ? "null" : (reference instanceof FunctionReference function)
				? "a function of type " + function.type : reference.getClass().getTypeName();
	}

}
