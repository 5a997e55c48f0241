package dev.graft.spring.plugin;

import java.util.regex.Pattern;

/// The rules for names of plugins: they are file names, property keys, bean names,
/// endpoint paths and meter tags at once.
public final class PluginName {

	private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

	private PluginName() {
	}

	/// Whether it is up to 100 letters, digits, dots, underscores and hyphens, of ASCII,
	/// and starts with a letter or digit.
	public static boolean isValid(String name) {
		return VALID.matcher(name).matches();
	}

	static void check(String name, Class<?> type) {
		if (!isValid(name)) {
			throw new InvalidPluginInterfaceException(type, "'" + name + "' is not a name for a plugin",
					"use letters, digits, '.', '_' and '-', and begin with a letter or digit");
		}
	}

}
