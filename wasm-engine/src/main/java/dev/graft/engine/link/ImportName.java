package dev.graft.engine.link;

import java.util.Comparator;

/// The name of something that can be imported.
///
/// @param module the first part
/// @param name the second part
public record ImportName(String module, String name) implements Comparable<ImportName> {

	private static final Comparator<ImportName> ORDER = Comparator.comparing(ImportName::module)
		.thenComparing(ImportName::name);

	@Override
	public int compareTo(ImportName other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.module + "." + this.name;
	}

}
