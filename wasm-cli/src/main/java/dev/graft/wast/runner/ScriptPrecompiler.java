package dev.graft.wast.runner;

import dev.graft.artifact.spi.ModuleException;
import dev.graft.engine.Engine;
import dev.graft.wast.ModuleSource;
import dev.graft.wast.Script;
import dev.graft.wast.ScriptCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compiles the modules of a script ahead of time, so that the script can be run without
/// a compiler.
///
/// Assertions about malformed and invalid modules are left out: they are about the
/// compiler. Modules that do not compile stay as they are, to fail when the script is
/// run.
public final class ScriptPrecompiler {

	private final Engine engine;

	private final Path directory;

	/// A precompiler.
	/// @param engine an engine with a compiler
	/// @param directory where the artifacts go
	public ScriptPrecompiler(Engine engine, Path directory) {
		this.engine = engine;
		this.directory = directory;
	}

	/// The same script, with artifacts in place of modules.
	/// @throws IOException if an artifact cannot be written
	public Script precompile(Script script) throws IOException {
		return new Script(script.name(), precompile(script.name(), script.commands()));
	}

	private List<ScriptCommand> precompile(String script, List<ScriptCommand> commands) throws IOException {
		List<ScriptCommand> all = new ArrayList<>();
		for (ScriptCommand command : commands) {
			@Nullable ScriptCommand precompiled = precompile(script, command);
			if (precompiled != null) {
				all.add(precompiled);
			}
		}
		return all;
	}

	private @Nullable ScriptCommand precompile(String script, ScriptCommand command) throws IOException {
		return switch (command) {
			case ScriptCommand.AssertMalformed malformed -> null;
			case ScriptCommand.AssertInvalid invalid -> null;
			case ScriptCommand.Definition(int line, String id, ModuleSource source) ->
				new ScriptCommand.Definition(line, id, precompile(script, line, source));
			case ScriptCommand.DefinitionAndInstantiation(int line, String id, ModuleSource source) ->
				new ScriptCommand.DefinitionAndInstantiation(line, id, precompile(script, line, source));
			case ScriptCommand.AssertUnlinkable(int line, ModuleSource source, String message) ->
				new ScriptCommand.AssertUnlinkable(line, precompile(script, line, source), message);
			case ScriptCommand.AssertUninstantiable(int line, ModuleSource source, String message) ->
				new ScriptCommand.AssertUninstantiable(line, precompile(script, line, source), message);
			case ScriptCommand.ThreadStart thread -> new ScriptCommand.ThreadStart(thread.line(), thread.id(),
					thread.shared(), precompile(script, thread.commands()));
			default -> command;
		};
	}

	private ModuleSource precompile(String script, int line, ModuleSource source) throws IOException {
		if (!(source instanceof ModuleSource.Inline inline)) {
			return source;
		}
		try {
			String name = script + ":" + line;
			Path file = this.directory.resolve(name.replace('/', '-').replace(':', '-') + ".graft");
			Files.write(file, this.engine.precompile(name, inline.bytes()));
			return new ModuleSource.Artifact(file.toString());
		}
		catch (ModuleException ex) {
			return source;
		}
	}

}
