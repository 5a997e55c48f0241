package dev.graft.compiler.plan;

import java.util.List;

import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.FunctionTable;

/// What the back end makes of a module.
///
/// @param classes all classes, in the order in which they belong into the artifact
/// @param layout what they are called
/// @param functions where each function is
/// @param addresses from line numbers to offsets in the binary
public record EmittedModule(List<GeneratedClass> classes, CodeLayout layout, FunctionTable functions,
		AddressMap addresses) {

	/// Copies the list.
	public EmittedModule {
		classes = List.copyOf(classes);
	}

}
