package dev.graft.artifact.abi;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;

/// How a function type looks as the type of a Java method.
///
/// ```
///   [i32 f64 externref] -> [i64 i32]      (IDLjava/lang/Object; Instance)J      the second result is in the context
///   more than 240 slots of parameters     ([J [Ljava/lang/Object; Instance)…    by parameter number: "wide"
/// ```
///
/// Instances come last. Numbers are what they are in Java, every reference is an
/// `Object`. The first result is the method's; the others are in
/// `ExecutionContext.resultBits` (integers as they are, floating point numbers as their
/// raw bits) or `resultReferences`, each at its index among all results.
public final class GeneratedSignatures {

	/// The most parameter slots (two for a `long` or `double`) that are passed one by
	/// one. The JVM allows 255, and method handles that are combined from others need
	/// some of those for themselves.
	public static final int MOST_PARAMETER_SLOTS = 240;

	private static final String OBJECT = "Ljava/lang/Object;";

	private static final String WIDE_PARAMETERS = "[J[" + OBJECT;

	private GeneratedSignatures() {
	}

	/// Whether parameters are passed in two arrays, because there are too many.
	public static boolean isWide(FunctionType type) {
		int slots = 0;
		for (ValueType parameter : type.parameters()) {
			slots += slots(parameter);
		}
		return slots > MOST_PARAMETER_SLOTS;
	}

	/// The descriptor of the method of a function.
	/// @param instance the internal name of the class of its last parameter
	public static String descriptor(FunctionType type, String instance) {
		StringBuilder descriptor = new StringBuilder("(");
		if (isWide(type)) {
			descriptor.append(WIDE_PARAMETERS);
		}
		else {
			type.parameters().forEach((parameter) -> descriptor.append(carrier(parameter)));
		}
		String result = type.results().isEmpty() ? "V" : carrier(type.results().getFirst());
		return descriptor.append('L').append(instance).append(";)").append(result).toString();
	}

	/// The descriptor of the Java type of a value type.
	/// @throws IllegalArgumentException for vectors, which are not one Java value
	public static String carrier(ValueType type) {
		return switch (type) {
			case NumberType number -> switch (number) {
				case I32 -> "I";
				case I64 -> "J";
				case F32 -> "F";
				case F64 -> "D";
			};
			case ReferenceType reference -> OBJECT;
			case VectorType vector -> throw new IllegalArgumentException(vector + " has no single Java type");
		};
	}

	private static int slots(ValueType type) {
		return (type == NumberType.I64 || type == NumberType.F64) ? 2 : 1;
	}

}
