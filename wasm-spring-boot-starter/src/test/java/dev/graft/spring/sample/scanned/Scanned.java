package dev.graft.spring.sample.scanned;

import dev.graft.spring.WasmPlugin;

/// Found when its package is searched.
@WasmPlugin("versioned")
public interface Scanned {

	/// Answers its number.
	int version();

}
