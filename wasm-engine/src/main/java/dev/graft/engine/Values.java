package dev.graft.engine;

import dev.graft.engine.abi.GuestException;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.link.References;
import dev.graft.engine.link.Results;
import org.jspecify.annotations.Nullable;

/// Boxed values, as the host sees them and as generated code does: they differ in
/// functions, which are [Func]s here and [FunctionReference]s there, in exceptions, which
/// are [ExnRef]s here and [GuestException]s there, and in vectors, which are [V128]s here
/// and two numbers there.
final class Values {

	private Values() {
	}

	/// Checks values against their types and turns them into what generated code takes:
	/// for a vector, its halves.
	/// @param what the values are, for the message
	/// @throws SignatureMismatchException if they do not fit
	static @Nullable Object[] toCarriers(String what, List<ValueType> types, @Nullable Object[] values, Store store) {
		if (values.length != types.size()) {
			throw new SignatureMismatchException(
					"%s: expected %d values %s, found %d".formatted(what, types.size(), types, values.length));
		}
		@Nullable Object[] carriers = new @Nullable Object[GeneratedSignatures.places(types)];
		int place = 0;
		for (int index = 0; index < values.length; index++) {
			Object carrier = toCarrier(what, index, types.get(index), values[index], store);
			if (carrier instanceof V128 vector && GeneratedSignatures.isVector(types.get(index))) {
				carriers[place++] = vector.low();
				carriers[place++] = vector.high();
			}
			else {
				carriers[place++] = carrier;
			}
		}
		return carriers;
	}

	/// Checks a value against its type and turns it into what generated code takes.
	/// @throws SignatureMismatchException if it does not fit
	static @Nullable Object toCarrier(String what, int index, ValueType type, @Nullable Object value, Store store) {
		Object carrier = carrier(type, value, store);
		boolean fits = switch (type) {
			case NumberType number -> isNumber(number, value);
			case ReferenceType reference -> References.isValue(reference, carrier);
			case VectorType vector -> value instanceof V128;
		};
		if (!fits) {
			throw new SignatureMismatchException("%s %d: expected %s, found %s".formatted(what, index, type,
					(value != null) ? value.getClass().getTypeName() : "null"));
		}
		return carrier;
	}

	private static @Nullable Object carrier(ValueType type, @Nullable Object value, Store store) {
		return switch (value) {
			case Func func when isFunction(type) -> func.referenceIn(store);
			case ExnRef exception when isException(type) -> exception.exceptionIn(store);
			case null, default -> value;
		};
	}

	/// Turns a value of generated code into what the host sees.
	static @Nullable Object toHost(ValueType type, @Nullable Object carrier, Store store) {
		return switch (carrier) {
			case FunctionReference reference when isFunction(type) -> store.func(reference);
			case GuestException exception when isException(type) -> new ExnRef(store, exception);
			case Results.Halves halves when GeneratedSignatures.isVector(type) -> new V128(halves.low(), halves.high());
			case null, default -> carrier;
		};
	}

	/// Turns values of generated code, in place, into what the host sees.
	static @Nullable Object[] toHost(List<ValueType> types, @Nullable Object[] carriers, Store store) {
		for (int index = 0; index < carriers.length; index++) {
			carriers[index] = toHost(types.get(index), carriers[index], store);
		}
		return carriers;
	}

	private static boolean isNumber(NumberType type, @Nullable Object value) {
		return switch (type) {
			case I32 -> value instanceof Integer;
			case I64 -> value instanceof Long;
			case F32 -> value instanceof Float;
			case F64 -> value instanceof Double;
		};
	}

	private static boolean isException(ValueType type) {
		return type instanceof ReferenceType reference
				&& (reference.heapType() == HeapType.Abstract.EXN || reference.heapType() == HeapType.Abstract.NOEXN);
	}

	private static boolean isFunction(ValueType type) {
		return type instanceof ReferenceType reference && References.areFunctions(reference);
	}

}
