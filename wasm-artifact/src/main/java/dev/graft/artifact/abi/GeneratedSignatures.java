package dev.graft.artifact.abi;

import java.util.List;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;

/// How a function type looks as the type of a Java method.
///
/// ```
///   [i32 f64 externref] -> [i64 i32]      (IDLjava/lang/Object; Instance)J      the second result is in the context
///   [v128] -> [v128 f32]                  (JJ Instance)J                        low half; high at place 1, the f32 at place 2
///   more than 240 slots of parameters     ([J [Ljava/lang/Object; Instance)…    by place: "wide"
/// ```
///
/// Instances come last. Numbers are what they are in Java, every reference is an
/// `Object`, a vector is two `long`s: its lanes in the order of memory, low half first.
/// The first result, of a vector the low half, is the method's; the others are in
/// `ExecutionContext.resultBits` (integers as they are, floating point numbers as their
/// raw bits) or `resultReferences`, each at its *place* among all results: how many
/// values come before it, where a vector counts twice.
public final class GeneratedSignatures {

	/// The most parameter slots (two for a `long` or `double`) that are passed one by
	/// one. The JVM allows 255, and method handles that are combined from others need
	/// some of those for themselves.
	public static final int MOST_PARAMETER_SLOTS = 240;

	private static final String OBJECT = "Ljava/lang/Object;";

	private static final String WIDE_PARAMETERS = "[J[" + OBJECT;

	private GeneratedSignatures() {
	}

	/// The place of a value among values that are kept in arrays: a vector takes two.
	/// @param index which of the types, or how many there are to ask for the length
	public static int place(List<ValueType> types, int index) {
		int place = index;
		for (int before = 0; before < index; before++) {
			place += isVector(types.get(before)) ? 1 : 0;
		}
		return place;
	}

	/// How many places values of these types take in arrays.
	public static int places(List<ValueType> types) {
		return place(types, types.size());
	}

	/// Whether values of a type take two places.
	public static boolean isVector(ValueType type) {
		return type instanceof VectorType;
	}

	/// Whether parameters are passed in two arrays, because there are too many.
	public static boolean isWide(FunctionType type) {
		int slots = 0;
		for (ValueType parameter : type.parameters()) {
			slots += slots(parameter);
		}
		return slots > MOST_PARAMETER_SLOTS;
	}

	/// No less than the number of arguments of the method of a function, the instance
	/// left out of account.
	public static int mostArguments(FunctionType type) {
		return isWide(type) ? 2 : 2 * type.parameters().size();
	}

	/// The descriptor of the method of a function.
	/// @param instance the internal name of the class of its last parameter
	public static String descriptor(FunctionType type, String instance) {
		StringBuilder descriptor = new StringBuilder("(");
		if (isWide(type)) {
			descriptor.append(WIDE_PARAMETERS);
		}
		else {
			type.parameters().forEach((parameter) -> descriptor.append(parameterCarriers(parameter)));
		}
		String result = type.results().isEmpty() ? "V" : carrier(type.results().getFirst());
		return descriptor.append('L').append(instance).append(";)").append(result).toString();
	}

	private static String parameterCarriers(ValueType type) {
		return isVector(type) ? "JJ" : carrier(type);
	}

	/// The descriptor of the Java type of a value type, of a vector that of a half.
	public static String carrier(ValueType type) {
		return switch (type) {
			case NumberType number -> switch (number) {
				case I32 -> "I";
				case I64 -> "J";
				case F32 -> "F";
				case F64 -> "D";
			};
			case ReferenceType reference -> OBJECT;
			case VectorType vector -> "J";
		};
	}

	private static int slots(ValueType type) {
		return isVector(type) ? 4 : (type == NumberType.I64 || type == NumberType.F64) ? 2 : 1;
	}

}
