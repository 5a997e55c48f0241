package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import java.util.List;
import java.util.Set;

/// A module that a seed gave, and what can be done with it.
///
/// @param seed the seed
/// @param features what it may use
/// @param bytes the binary
/// @param functions the exported functions that any host can call, by name
/// @param globals the exported globals that any host can read, as `g0:i32`
/// @param memories how many memories there are, exported as `m0`, `m1`, …
/// @param tables the names of the exported tables that any host can read
@SuppressWarnings("ArrayRecordComponent") // never compared
record GeneratedModule(long seed, Set<Feature> features, byte[] bytes, List<Export> functions, List<String> globals,
		int memories, List<String> tables) {

	/// An exported function.
	record Export(String name, FunctionType type) {
	}

}
