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
///   more than 24 arguments on the stack   ([J [Ljava/lang/Object; Instance)…    by place: "wide"
/// ```
///
/// Instances come last. Numbers are what they are in Java, every reference is an
/// `Object`, a vector is two `long`s: its lanes in the order of memory, low half first.
/// The first result, of a vector the low half, is the method's; the others are in
/// `ExecutionContext.resultBits` (integers as they are, floating point numbers as their
/// raw bits) or `resultReferences`, each at its *place* among all results: how many
/// values come before it, where a vector counts twice.
public final class GeneratedSignatures {

	/// The most parameter slots (two for a `long` or `double`) that can be passed one by
	/// one. The JVM allows 255, and method handles that are combined from others need
	/// some of those for themselves.
	public static final int MOST_PARAMETER_SLOTS = 240;

	/// How many arguments of a function may lie on the stack. C2 compiles no method to
	/// which, together with what it passes on to any other, more than 64 come (JDK 25 on
	/// x86; not many more than 40 elsewhere), and what leads from one function to another
	/// takes as many as it passes on.
	private static final int MOST_ON_STACK = 24;

	/// How many arguments HotSpot passes in registers on x86, which has the fewest.
	private static final int INTEGER_REGISTERS = 6;

	private static final int FLOAT_REGISTERS = 8;

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
		int integers = 1;
		int floats = 0;
		for (ValueType parameter : type.parameters()) {
			if (parameter == NumberType.F32 || parameter == NumberType.F64) {
				floats++;
			}
			else {
				integers += isVector(parameter) ? 2 : 1;
			}
		}
		int onStack = Math.max(0, integers - INTEGER_REGISTERS) + Math.max(0, floats - FLOAT_REGISTERS);
		return onStack > MOST_ON_STACK;
	}

	/// Whether a Java method can have all the parameters, one by one.
	public static boolean fitsMethod(FunctionType type) {
		int slots = 0;
		for (ValueType parameter : type.parameters()) {
			slots += slots(parameter);
		}
		return slots <= MOST_PARAMETER_SLOTS;
	}

	/// No less than the number of arguments of the method of a function, the instance
	/// left out of account.
	public static int mostArguments(FunctionType type) {
		return isWide(type) ? 2 : 2 * type.parameters().size();
	}

	/// The descriptor of the method of a function.
	/// @param instance the internal name of the class of its last parameter
	public static String descriptor(FunctionType type, String instance) {
		return isWide(type) ? descriptor(WIDE_PARAMETERS, type, instance) : descriptorOneByOne(type, instance);
	}

	/// The descriptor of a method with the parameters of a function one by one, even if
	/// there are too many for the function's own.
	/// @param instance the internal name of the class of its last parameter
	public static String descriptorOneByOne(FunctionType type, String instance) {
		StringBuilder parameters = new StringBuilder();
		type.parameters().forEach((parameter) -> parameters.append(parameterCarriers(parameter)));
		return descriptor(parameters.toString(), type, instance);
	}

	private static String descriptor(String parameters, FunctionType type, String instance) {
		String result = type.results().isEmpty() ? "V" : carrier(type.results().getFirst());
		return "(" + parameters + 'L' + instance + ";)" + result;
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
