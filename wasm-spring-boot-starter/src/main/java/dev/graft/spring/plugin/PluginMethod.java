package dev.graft.spring.plugin;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import dev.graft.spring.canonical.CanonicalSignature;
import dev.graft.spring.canonical.Names;
import dev.graft.spring.canonical.UnsupportedTypeException;
import org.jspecify.annotations.Nullable;

/// A method that a plugin implements.
///
/// @param method the method
/// @param exports the names that its export may have, the likeliest first
/// @param signature its type, or null if it has one that cannot cross
/// @param problem why it has no signature, or null
record PluginMethod(Method method, List<String> exports, @Nullable CanonicalSignature signature,
		@Nullable String problem) {

	static PluginMethod of(Method method, List<String> exports) {
		try {
			CanonicalSignature signature = CanonicalSignature.of(Arrays.asList(method.getParameterTypes()),
					method.getReturnType());
			return new PluginMethod(method, exports, signature, null);
		}
		catch (UnsupportedTypeException ex) {
			return new PluginMethod(method, exports, null, ex.getMessage());
		}
	}

	/// Whether nothing but numbers cross.
	boolean isNumeric() {
		return this.signature != null && this.signature.isNumeric();
	}

	/// `Pricing.linePrice(String, int)`.
	String describe() {
		return Names.describe(this.method);
	}

}
