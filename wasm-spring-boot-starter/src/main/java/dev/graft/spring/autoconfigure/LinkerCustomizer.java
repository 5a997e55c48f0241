package dev.graft.spring.autoconfigure;

import dev.graft.engine.Linker;

/// Adds to what plugins can import, after host modules and WASI have been added. Names
/// that are taken can be replaced by [allowing that][Linker#allowShadowing] first.
@FunctionalInterface
public interface LinkerCustomizer {

	/// Changes the linker.
	void customize(Linker linker);

}
