package dev.graft.engine;

import java.util.List;
import java.util.stream.Collectors;

/// A module needs what the linker does not have. Lists every such import, not only the
/// first.
public final class UnsatisfiedImportsException extends LinkException {

	private static final long serialVersionUID = 1L;

	/// A module may import a million things, and its author decides what they are called.
	private static final int MOST_SHOWN = 100;

	private final String module;

	private final transient List<UnsatisfiedImport> imports;

	UnsatisfiedImportsException(String module, List<UnsatisfiedImport> imports) {
		super(message(module, imports));
		this.module = module;
		this.imports = List.copyOf(imports);
	}

	private static String message(String module, List<UnsatisfiedImport> imports) {
		boolean typesOnly = imports.stream().allMatch((unsatisfied) -> unsatisfied.found() != null);
		return "%s: %s, %d of its imports cannot be satisfied:%n  ".formatted(module,
				typesOnly ? "incompatible import type" : "unknown import", imports.size())
				+ imports.stream()
					.limit(MOST_SHOWN)
					.map(UnsatisfiedImport::toString)
					.collect(Collectors.joining("\n  "))
				+ ((imports.size() > MOST_SHOWN) ? "\n  and %d more".formatted(imports.size() - MOST_SHOWN) : "");
	}

	/// The name of the module.
	public String module() {
		return this.module;
	}

	/// All imports that cannot be satisfied, in the module's order.
	public List<UnsatisfiedImport> imports() {
		return this.imports;
	}

}
