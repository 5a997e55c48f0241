package dev.graft.actuator;

import dev.graft.spring.WasmPlugin;

/// A plugin that answers its number, unless it is told to trap.
@WasmPlugin("versioned")
public interface Versioned {

	/// Answers its number.
	int version();

	/// Traps.
	void fail();

}
