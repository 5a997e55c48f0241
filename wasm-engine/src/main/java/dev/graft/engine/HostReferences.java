package dev.graft.engine;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.engine.abi.ArrayReference;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.GuestException;
import dev.graft.engine.abi.I31Reference;
import dev.graft.engine.abi.StructReference;
import dev.graft.engine.link.CanonicalSubtyping;
import dev.graft.engine.link.References;
import org.jspecify.annotations.Nullable;

/// References, as the host sees them and as generated code does.
///
/// | | host | generated code |
/// |---|---|---|
/// | function | [Func] | [FunctionReference] |
/// | structure | [StructRef] | [StructReference] |
/// | array | [ArrayRef] | [ArrayReference] |
/// | exception | [ExnRef] | [GuestException] |
/// | unboxed scalar | [I31Ref] | [I31Reference] |
/// | anything else | itself | itself |
///
/// The objects of the host know their store, so that none gets into another one.
final class HostReferences {

	private HostReferences() {
	}

	/// What the host sees of a reference of generated code.
	static @Nullable Object toHost(@Nullable Object carrier, Store store) {
		return switch (carrier) {
			case FunctionReference function -> store.func(function);
			case StructReference structure -> new StructRef(store, structure);
			case ArrayReference array -> new ArrayRef(store, array);
			case I31Reference scalar -> new I31Ref(scalar.value);
			case GuestException exception -> new ExnRef(store, exception);
			case null, default -> carrier;
		};
	}

	/// What generated code takes for a reference of the host.
	/// @param what what the value is, for the message
	/// @throws SignatureMismatchException if it is not of the type, or lives in another
	/// store
	static @Nullable Object toCarrier(String what, ReferenceType type, @Nullable Object value, Store store) {
		if (type.heapType() instanceof HeapType.Concrete) {
			throw new SignatureMismatchException(type + " is known by the index of a type in some module only");
		}
		Object carrier = carrier(type, value, store);
		if (!References.isValue(type, carrier)) {
			throw mismatch(what, type, value);
		}
		return carrier;
	}

	/// What generated code takes for a reference of the host, whatever its type: to be
	/// checked.
	/// @param type where it goes to; outside of functions and exceptions, their objects
	/// are nothing but objects of the host
	/// @throws SignatureMismatchException if it lives in another store
	static @Nullable Object carrier(ReferenceType type, @Nullable Object value, Store store) {
		return switch (value) {
			case Func func when isOf(HeapType.Abstract.FUNC, type) -> func.referenceIn(store);
			case ExnRef exception when isOf(HeapType.Abstract.EXN, type) -> exception.exceptionIn(store);
			case StructRef structure -> structure.referenceIn(store);
			case ArrayRef array -> array.referenceIn(store);
			case I31Ref scalar -> I31Reference.of(scalar.value());
			case null, default -> value;
		};
	}

	private static boolean isOf(HeapType.Abstract hierarchy, ReferenceType type) {
		return CanonicalSubtyping.INSTANCE.top(type.heapType()) == hierarchy;
	}

	/// The error for a value that is not of a type.
	static SignatureMismatchException mismatch(String what, Object type, @Nullable Object value) {
		return new SignatureMismatchException("%s: expected %s, found %s".formatted(what, type, describe(value)));
	}

	private static String describe(@Nullable Object value) {
		return switch (value) {
			case null -> "null";
			case Func func -> func.toString();
			case StructRef structure -> structure.toString();
			case ArrayRef array -> array.toString();
			default -> value.getClass().getTypeName();
		};
	}

}
