package dev.graft.artifact;

import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.type.TypeTable;
import java.util.List;
import java.util.OptionalInt;

/// The module of eight bytes.
final class EmptyModule {

	static final ModuleMetadata METADATA = new ModuleMetadata(null, TypeTable.EMPTY, List.of(), List.of(), 0, List.of(),
			List.of(), List.of(), List.of(), OptionalInt.empty(), List.of(), List.of(), List.of(),
			new CodeLayout("graft.wasm.m0", "graft.wasm.m0.Instance", null, List.of()));

	private EmptyModule() {
	}

}
