package dev.graft.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.graft.artifact.abi.PayloadLayout;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.GuestException;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.WideArguments;
import org.jspecify.annotations.Nullable;

/// What exceptions carry, as the host sees it and as generated code does.
final class Payload {

	private Payload() {
	}

	/// An exception that carries values of the host.
	/// @throws SignatureMismatchException if they do not fit the tag
	static GuestException exception(Tag tag, @Nullable Object[] values) {
		List<ValueType> types = tag.type().parameters();
		@Nullable Object[] carriers = Values.toCarriers("value", types, values, tag.store());
		PayloadLayout layout = PayloadLayout.of(types);
		long[] bits = new long[layout.bits()];
		@Nullable Object[] references = new @Nullable Object[layout.references()];
		for (int index = 0; index < carriers.length; index++) {
			int place = layout.place(index);
			if (types.get(index).isReference()) {
				references[place] = carriers[index];
			}
			else if (carriers[index] instanceof V128 vector) {
				bits[place] = vector.low();
				bits[place + 1] = vector.high();
			}
			else {
				bits[place] = WideArguments.bits(carriers[index]);
			}
		}
		return new GuestException(tag.external().tag(), bits, references);
	}

	/// What an exception carries.
	static List<@Nullable Object> values(GuestException exception, Store store) {
		List<ValueType> types = ((CanonicalType) exception.tag().type()).functionType().parameters();
		PayloadLayout layout = PayloadLayout.of(types);
		List<@Nullable Object> values = new ArrayList<>(types.size());
		for (int index = 0; index < types.size(); index++) {
			int place = layout.place(index);
			ValueType type = types.get(index);
			values.add(switch (type) {
				case ReferenceType reference -> Values.toHost(reference, exception.references()[place], store);
				case VectorType vector -> new V128(exception.bits()[place], exception.bits()[place + 1]);
				case NumberType number -> number(number, exception.bits()[place]);
			});
		}
		return Collections.unmodifiableList(values);
	}

	private static Object number(NumberType type, long bits) {
		return switch (type) {
			case I32 -> (Object) (int) bits;
			case I64 -> bits;
			case F32 -> Float.intBitsToFloat((int) bits);
			case F64 -> Double.longBitsToDouble(bits);
		};
	}

}
