package dev.graft.wast;

import java.io.Serializable;
import java.util.List;

/// A test script: modules, things to do with them, and what should come of it.
///
/// @param name the name of the file
/// @param commands what to do, in order
public record Script(String name, List<ScriptCommand> commands) implements Serializable {

	/// Copies the list.
	public Script {
		commands = List.copyOf(commands);
	}

}
