package dev.graft.engine;

/// Something that a module needs.
///
/// @param module the first part of its name
/// @param name the second part of its name
/// @param type its type
public record ImportType(String module, String name, ExternType type) {

	@Override
	public String toString() {
		return this.module + "." + this.name + ": " + this.type;
	}

}
