package dev.graft.cli;

import java.util.List;

/// One of the things that `graft` can do.
interface Command {

	/// How it is called, without `graft`: `compile MODULE -o FILE`.
	String usage();

	/// What it does, in a sentence.
	String summary();

	/// Does it.
	/// @param arguments what stands behind the command's name
	/// @param console where to write to
	/// @return the exit status of the process
	/// @throws UsageException if the arguments make no sense
	/// @throws Exception if it fails; the message is meant for the user
	int run(List<String> arguments, Console console) throws Exception;

}
