package dev.graft.engine;

/// Something that a module offers.
///
/// @param name its name
/// @param type its type
public record ExportType(String name, ExternType type) {

	@Override
	public String toString() {
		return this.name + ": " + this.type;
	}

}
