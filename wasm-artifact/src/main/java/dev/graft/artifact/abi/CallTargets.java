package dev.graft.artifact.abi;

import java.util.regex.Pattern;

import dev.graft.artifact.type.FunctionType;

/// How functions look as Java objects, which whoever has a reference to one calls.
///
/// The engine makes the classes, in the package of the module whose code calls, when code
/// that mentions them is first executed. What they are called tells what they take.
///
/// ```
///   Target_IJL_I            abstract; functions of (i32, i64, a reference) that return an i32
///       call(int, long, Object, Instance)
///   Target17                extends it: function 17 of the same module
///   HandleTarget_IJL_I      extends it: what a method handle leads to
/// ```
///
/// So the JVM keeps account at each call of which functions it has met, and the JIT
/// compiler can inline them.
public final class CallTargets {

	/// The method that calls the function. Its type is that of the function's method.
	public static final String CALL = "call";

	private static final String TARGET = "Target";

	private static final String ABSTRACT_TARGET = TARGET + "_";

	private static final String HANDLE_TARGET = "Handle" + ABSTRACT_TARGET;

	private static final String WIDE = "W";

	private static final Pattern KIND = Pattern.compile(ABSTRACT_TARGET + "(W|[IJFDL]*)_[VIJFDL]");

	private static final String OBJECT = "Ljava/lang/Object;";

	private CallTargets() {
	}

	/// The simple name of the class of functions whose methods have the same type as
	/// those of a function type.
	public static String className(FunctionType type) {
		return ofDescriptor(GeneratedSignatures.descriptor(type, ""));
	}

	/// The simple name of the class of functions whose methods have a type.
	/// @param descriptor the type, the last parameter an instance
	public static String ofDescriptor(String descriptor) {
		StringBuilder name = new StringBuilder(ABSTRACT_TARGET);
		int end = descriptor.indexOf(')');
		int instance = descriptor.lastIndexOf('L', end);
		if (descriptor.startsWith("([")) {
			name.append(WIDE);
		}
		else {
			name.append(descriptor.substring(1, instance).replace(OBJECT, "L"));
		}
		return name.append('_').append(descriptor.charAt(end + 1)).toString();
	}

	/// The simple name of the class of what method handles lead to.
	/// @param abstractTarget the simple name of its superclass
	public static String handleTarget(String abstractTarget) {
		return HANDLE_TARGET + abstractTarget.substring(ABSTRACT_TARGET.length());
	}

	/// The simple name of the class of a function.
	public static String functionTarget(int functionIndex) {
		return TARGET + functionIndex;
	}

	/// Whether a simple name is that of a class which stands for all functions of a kind.
	public static boolean isAbstractTarget(String simpleName) {
		return simpleName.startsWith(ABSTRACT_TARGET) && KIND.matcher(simpleName).matches();
	}

	/// The type of [#CALL].
	/// @param abstractTarget the simple name of the class
	/// @param instance the internal name of the class of its last parameter
	public static String descriptor(String abstractTarget, String instance) {
		int end = abstractTarget.lastIndexOf('_');
		String parameters = abstractTarget.substring(ABSTRACT_TARGET.length(), end);
		String carriers = parameters.equals(WIDE) ? "[J[" + OBJECT : parameters.replace("L", OBJECT);
		String result = abstractTarget.substring(end + 1).replace("L", OBJECT);
		return "(" + carriers + "L" + instance + ";)" + result;
	}

}
