package dev.graft.engine;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// An import that the linker cannot satisfy.
///
/// @param module the first part of its name
/// @param name the second part of its name
/// @param expected the type that the module asks for
/// @param found the type of what the linker has under that name, or null if it has
/// nothing
/// @param similar names that the linker does have and that may have been meant, as
/// `module.name`
public record UnsatisfiedImport(String module, String name, ExternType expected, @Nullable ExternType found,
		List<String> similar) {

	/// Copies the list.
	public UnsatisfiedImport {
		similar = List.copyOf(similar);
	}

	/// `env.lgo: expected func [i32] -> [], found nothing (did you mean env.log?)`.
	@Override
	public String toString() {
		String problem = "%s.%s: expected %s, found %s".formatted(this.module, this.name, this.expected,
				(this.found != null) ? this.found : "nothing");
		return this.similar.isEmpty() ? problem : problem + " (did you mean " + String.join(", ", this.similar) + "?)";
	}

}
