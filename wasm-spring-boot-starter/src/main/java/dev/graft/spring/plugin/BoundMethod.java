package dev.graft.spring.plugin;

import dev.graft.spring.canonical.CanonicalSignature;
import dev.graft.spring.canonical.Lifting;
import dev.graft.spring.canonical.Lowering;
import org.jspecify.annotations.Nullable;

/// A method of an interface with the export of a module that implements it. Compared by
/// identity.
final class BoundMethod {

	private final String export;

	private final @Nullable String postReturn;

	private final boolean numeric;

	private final boolean usesMemory;

	private final Lowering lowering;

	private final Lifting lifting;

	/// @param plugin the plugin's name, for messages
	/// @param export the export's name
	/// @param postReturn the export to be called when the result has been read, or null
	/// @param signature the method's type
	/// @param resultLimitBytes how long a string or byte array may be that it returns
	BoundMethod(String plugin, String export, @Nullable String postReturn, CanonicalSignature signature,
			int resultLimitBytes) {
		this.export = export;
		this.postReturn = postReturn;
		this.numeric = signature.isNumeric();
		this.usesMemory = !this.numeric || postReturn != null;
		this.lowering = new Lowering(plugin + "." + export, signature);
		this.lifting = new Lifting(plugin + "." + export, signature, resultLimitBytes);
	}

	String export() {
		return this.export;
	}

	@Nullable String postReturn() {
		return this.postReturn;
	}

	/// Whether more than one call into the guest may be needed.
	boolean usesMemory() {
		return this.usesMemory;
	}

	/// Whether its values can be passed by their bits.
	boolean isNumeric() {
		return this.numeric;
	}

	Lowering lowering() {
		return this.lowering;
	}

	Lifting lifting() {
		return this.lifting;
	}

}
