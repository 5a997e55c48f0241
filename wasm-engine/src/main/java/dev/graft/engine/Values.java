package dev.graft.engine;

import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.link.Results;
import org.jspecify.annotations.Nullable;

/// Boxed values, as the host sees them and as generated code does: they differ in
/// references, see [HostReferences], and in vectors, which are [V128]s here and two
/// numbers there.
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
		if (type instanceof ReferenceType reference) {
			return HostReferences.toCarrier(what + " " + index, reference, value, store);
		}
		boolean fits = (type instanceof NumberType number) ? isNumber(number, value) : value instanceof V128;
		if (!fits) {
			throw HostReferences.mismatch(what + " " + index, type, value);
		}
		return value;
	}

	/// Turns a value of generated code into what the host sees.
	static @Nullable Object toHost(ValueType type, @Nullable Object carrier, Store store) {
		return switch (type) {
			case ReferenceType reference -> HostReferences.toHost(carrier, store);
			case VectorType vector when carrier instanceof Results.Halves halves ->
				new V128(halves.low(), halves.high());
			case VectorType vector -> carrier;
			case NumberType number -> carrier;
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

}
