package dev.graft.compiler.print;

import dev.graft.compiler.model.ModuleModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What functions are called: by the name section's names as far as they tell functions
/// apart, otherwise by their indices.
final class FunctionNames {

	private static final String PUNCTUATION = "!#$%&'*+-./:<=>?@\\^_`|~";

	private final Map<Integer, String> identifiers = new HashMap<>();

	FunctionNames(ModuleModel module) {
		Set<String> seen = new HashSet<>();
		for (int function = 0; function < module.functionCount(); function++) {
			String name = module.names().functionName(function);
			if (name != null && seen.add(name)) {
				this.identifiers.put(function, identifier(name));
			}
		}
	}

	/// An identifier, in quotes if its characters ask for them.
	private static String identifier(String name) {
		boolean plain = !name.isEmpty() && name.chars().allMatch(FunctionNames::isPlain);
		return "$" + (plain ? name : Literals.string(name));
	}

	private static boolean isPlain(int character) {
		return character >= '0' && character <= '9' || character >= 'A' && character <= 'Z'
				|| character >= 'a' && character <= 'z' || PUNCTUATION.indexOf(character) >= 0;
	}

	/// How to refer to a function.
	String reference(int function) {
		return this.identifiers.getOrDefault(function, Integer.toUnsignedString(function));
	}

	/// What stands where a function is defined: ` $name (;3;)`, or its index alone.
	String definition(int function) {
		String identifier = this.identifiers.get(function);
		return ((identifier != null) ? " " + identifier : "") + " (;" + function + ";)";
	}

}
