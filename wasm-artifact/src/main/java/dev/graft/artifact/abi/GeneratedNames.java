package dev.graft.artifact.abi;

import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/// How the classes, methods and fields of generated code are named. The compiler writes
/// these names and the engine finds things by them.
///
/// ```
///   graft.wasm.m3fa9c2d1e07b5a46        a package for each module, by its digest
///     Instance                          memory0, table0, g0 …; constructor (InstanceSeed)
///     Initializer                       initialize(Instance)
///     Functions0, Functions1 …          resize_image#17(params…, Instance), its second piece resize_image#17$1
///     Dispatch0 …                       call_t3_0: call_indirect of type 3 through table 0
///     Polls                             SITE: whether functions look for interruptions; made by the engine
/// ```
public final class GeneratedNames {

	/// What the package of every module starts with.
	public static final String PACKAGE_PREFIX = "graft.wasm.m";

	/// The simple name of the class that extends `ModuleInstance`.
	public static final String INSTANCE = "Instance";

	/// The superclasses of the instance begin with this, where it has more fields than a
	/// class should.
	public static final String INSTANCE_PART = INSTANCE + "_";

	/// What the simple names of classes of functions begin with. The number of the group
	/// follows, and behind an underscore that of a further class for the same group.
	public static final String FUNCTIONS = "Functions";

	/// The simple name of the class that initializes an instance.
	public static final String INITIALIZER = "Initializer";

	/// The name of the static method of [#INITIALIZER], of type `(Instance)void`.
	public static final String INITIALIZE = "initialize";

	/// The simple name of the class by which functions know whether to look for
	/// interruptions. The engine makes it.
	public static final String POLLS = "Polls";

	/// The static field of [#POLLS], a `MutableCallSite`.
	public static final String POLL_SITE = "SITE";

	/// The class file version of generated classes, that of Java 25.
	public static final int CLASS_FILE_VERSION = 69;

	/// What generated code masks the base of a memory with before it adds to it. It
	/// changes nothing, as no address of a process is larger; but the JIT compiler sees
	/// by it that the sum is not negative, and leaves the segment's own check out.
	public static final long BASE_MASK = 0x7fff_ffff_ffffL;

	private static final int PACKAGE_DIGITS = 16;

	private static final int LONGEST_NAME = 80;

	private static final char INDEX_MARK = '#';

	private static final char PIECE_MARK = '$';

	private GeneratedNames() {
	}

	/// The package of a module.
	/// @param moduleDigest the digest of the module in hexadecimal digits
	public static String packageName(String moduleDigest) {
		return PACKAGE_PREFIX + moduleDigest.substring(0, PACKAGE_DIGITS);
	}

	/// The simple name of the class that holds a group of functions.
	public static String functions(int group) {
		return FUNCTIONS + group;
	}

	/// The simple name of a class that holds dispatchers of indirect calls.
	public static String dispatch(int group) {
		return "Dispatch" + group;
	}

	/// The simple name of the class that goes on where functions have left for others.
	public static final String TAIL_CALLS = "TailCalls";

	/// The method of [#TAIL_CALLS], of type `(Instance)result`, that calls functions of
	/// its own instance until none of them leaves for another one.
	/// @param result the first character of the descriptor of its result
	public static String resume(char result) {
		return "resume_" + result;
	}

	/// The simple name of the class that leaves the arguments of a type in the context.
	public static String tailArguments(int typeIndex) {
		return "TailArguments" + typeIndex;
	}

	/// The method of that class.
	public static final String TAIL_ARGUMENTS = "leave";

	/// The method that calls a function of a type through a table.
	public static String dispatcher(int typeIndex, int tableIndex) {
		return "call_t" + typeIndex + "_" + tableIndex;
	}

	/// The method that calls a function of a type by its reference.
	public static String referenceDispatcher(int typeIndex) {
		return "call_t" + typeIndex;
	}

	/// The method beside a call of a reference that calls a function of a type.
	/// @param number which one it is in its class
	public static String referenceDispatcher(int typeIndex, int number) {
		return "call_t" + typeIndex + "_" + number;
	}

	/// The method beside a call of a reference that finds what is to be called.
	/// @param number which one it is in its class
	public static String referenceFinder(int typeIndex, int number) {
		return "find_t" + typeIndex + "_" + number;
	}

	/// The field of a memory.
	public static String memory(int memoryIndex) {
		return "memory" + memoryIndex;
	}

	/// The field of a table.
	public static String table(int tableIndex) {
		return "table" + tableIndex;
	}

	/// The fields of the globals that have no fields: the bits of numbers,
	/// references, and the cells of all that are visible outside.
	public static final String GLOBAL_BITS = "globalBits";

	/// See [#GLOBAL_BITS].
	public static final String GLOBAL_REFERENCES = "globalReferences";

	/// See [#GLOBAL_BITS].
	public static final String GLOBAL_CELLS = "globalCells";

	/// The field of a global.
	public static String global(int globalIndex) {
		return "g" + globalIndex;
	}

	/// The field of the upper half of a global that holds a vector; the field of the
	/// global itself holds the lower one.
	public static String globalHigh(int globalIndex) {
		return global(globalIndex) + "h";
	}

	/// The `SourceFile` of a module's classes, which Java stack traces show.
	/// @param moduleName the name in the module's name section, if there is one
	public static String sourceFile(@Nullable String moduleName, String packageName) {
		String name = (moduleName != null && !moduleName.isEmpty()) ? shortened(moduleName)
				: packageName.substring(packageName.lastIndexOf('.') + 1);
		return name + ".wasm";
	}

	/// The method of a function: a readable name if there is one, and its index, which
	/// makes it unique.
	/// @param debugName the name in the module's name section, if there is one
	public static String function(int functionIndex, @Nullable String debugName) {
		String readable = (debugName != null && !debugName.isEmpty()) ? sanitized(shortened(debugName)) : "f";
		return readable + INDEX_MARK + functionIndex;
	}

	/// The method of a piece that was split off a large function.
	/// @param function the name of the function's own method
	/// @param piece the number of the piece, from 1
	public static String piece(String function, int piece) {
		return function + PIECE_MARK + piece;
	}

	/// The index of the function that a method is, or is a piece of.
	/// @return empty for a method that is not a function
	public static OptionalInt functionIndex(String methodName) {
		int start = methodName.lastIndexOf(INDEX_MARK) + 1;
		int piece = methodName.indexOf(PIECE_MARK, start);
		int end = (piece < 0) ? methodName.length() : piece;
		if (start == 0 || start == end) {
			return OptionalInt.empty();
		}
		try {
			return OptionalInt.of(Integer.parseUnsignedInt(methodName, start, end, 10));
		}
		catch (NumberFormatException notAnIndex) {
			return OptionalInt.empty();
		}
	}

	/// Whether a method is a piece of a function and not its beginning.
	public static boolean isPiece(String methodName) {
		return methodName.indexOf(PIECE_MARK, methodName.lastIndexOf(INDEX_MARK) + 1) >= 0
				&& functionIndex(methodName).isPresent();
	}

	private static String shortened(String name) {
		if (name.length() <= LONGEST_NAME) {
			return name;
		}
		boolean splitsPair = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
		return name.substring(0, splitsPair ? LONGEST_NAME - 1 : LONGEST_NAME);
	}

	// A method name may have every character but these (JVMS 4.2.2).
	private static String sanitized(String name) {
		StringBuilder legal = new StringBuilder(name);
		for (int index = 0; index < legal.length(); index++) {
			switch (legal.charAt(index)) {
				case '.', ';', '[', '/', '<', '>' -> legal.setCharAt(index, '_');
				default -> {
				}
			}
		}
		return legal.toString();
	}

}
