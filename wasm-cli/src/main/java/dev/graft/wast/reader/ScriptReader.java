package dev.graft.wast.reader;

import dev.graft.compiler.text.Lexer;
import dev.graft.compiler.text.SourceText;
import dev.graft.compiler.text.TokenCursor;
import dev.graft.compiler.text.TokenKind;
import dev.graft.wast.Action;
import dev.graft.wast.ModuleSource;
import dev.graft.wast.Script;
import dev.graft.wast.ScriptCommand;
import dev.graft.wast.ScriptValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads scripts.
///
/// @see <a href="https://github.com/WebAssembly/spec/tree/main/interpreter#scripts">the
/// reference interpreter, "Scripts"</a>
public final class ScriptReader {

	private final SourceText source;

	private final TokenCursor cursor;

	private final ModuleSourceReader modules;

	private final ValueReader values;

	private ScriptReader(SourceText source) {
		this.source = source;
		this.cursor = new TokenCursor(Lexer.tokenize(source), 0);
		this.modules = new ModuleSourceReader(this.cursor);
		this.values = new ValueReader(this.cursor);
	}

	/// Reads a script.
	/// @param name what to call it, usually the file's name
	/// @param utf8 the text
	/// @throws dev.graft.artifact.spi.MalformedModuleException if it is not a script
	public static Script read(String name, byte[] utf8) {
		return new ScriptReader(new SourceText(name, utf8)).script();
	}

	private Script script() {
		List<ScriptCommand> commands = new ArrayList<>();
		if (this.modules.atInlineModule()) {
			commands.add(new ScriptCommand.DefinitionAndInstantiation(1, null, this.modules.wholeText()));
			return new Script(this.source.name(), commands);
		}
		while (!this.cursor.at(TokenKind.END)) {
			commands.add(command());
		}
		return new Script(this.source.name(), commands);
	}

	private ScriptCommand command() {
		int opening = this.cursor.token();
		int line = this.source.position(this.cursor.textOffset()).line();
		if (this.cursor.atForm("module")) {
			return module(line);
		}
		this.cursor.take(TokenKind.LEFT_PARENTHESIS, "a command");
		String keyword = this.cursor.text();
		this.cursor.skip();
		ScriptCommand command = switch (keyword) {
			case "register" -> new ScriptCommand.Registration(line, this.cursor.takeName(), identifier());
			case "invoke", "get" -> {
				this.cursor.moveTo(opening);
				yield new ScriptCommand.Perform(line, action());
			}
			case "assert_return" -> new ScriptCommand.AssertReturn(line, action(), this.values.patterns());
			case "assert_trap" -> assertTrap(line);
			case "assert_exhaustion" -> new ScriptCommand.AssertExhaustion(line, action(), this.cursor.takeName());
			case "assert_exception" -> new ScriptCommand.AssertException(line, action());
			case "assert_malformed", "assert_malformed_custom" ->
				new ScriptCommand.AssertMalformed(line, moduleSource(), this.cursor.takeName());
			case "assert_invalid", "assert_invalid_custom" ->
				new ScriptCommand.AssertInvalid(line, moduleSource(), this.cursor.takeName());
			case "assert_unlinkable" ->
				new ScriptCommand.AssertUnlinkable(line, moduleSource(), this.cursor.takeName());
			case "thread" -> thread(line);
			case "wait" -> new ScriptCommand.ThreadJoin(line, identifier());
			default -> {
				this.cursor.moveTo(opening + 1);
				throw this.cursor.unexpected("a command");
			}
		};
		if (!(command instanceof ScriptCommand.Perform)) {
			this.cursor.close();
		}
		return command;
	}

	private ScriptCommand module(int line) {
		int opening = this.cursor.token();
		this.cursor.openForm("module");
		if (this.cursor.tryKeyword("instance")) {
			@Nullable String id = identifier();
			@Nullable String definition = identifier();
			this.cursor.close();
			return new ScriptCommand.Instantiation(line, id, definition);
		}
		boolean definitionOnly = this.cursor.tryKeyword("definition");
		@Nullable String id = identifier();
		this.cursor.moveTo(opening);
		ModuleSource module = moduleSource();
		return definitionOnly ? new ScriptCommand.Definition(line, id, module)
				: new ScriptCommand.DefinitionAndInstantiation(line, id, module);
	}

	private ModuleSource moduleSource() {
		return this.modules.read();
	}

	/// @see <a
	/// href="https://github.com/WebAssembly/threads/tree/main/interpreter#scripts">the
	/// threads proposal's interpreter, "Scripts"</a>
	private ScriptCommand thread(int line) {
		@Nullable String id = identifier();
		List<ScriptCommand.SharedInstance> shared = new ArrayList<>();
		while (this.cursor.tryForm("shared")) {
			while (this.cursor.tryForm("module")) {
				String outer = this.cursor.takeIdentifier();
				String inner = this.cursor.tryKeyword("as") ? this.cursor.takeIdentifier() : outer;
				shared.add(new ScriptCommand.SharedInstance(outer, inner));
				this.cursor.close();
			}
			this.cursor.close();
		}
		List<ScriptCommand> commands = new ArrayList<>();
		while (!this.cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
			commands.add(command());
		}
		return new ScriptCommand.ThreadStart(line, id, shared, commands);
	}

	private ScriptCommand assertTrap(int line) {
		if (this.cursor.atForm("module")) {
			return new ScriptCommand.AssertUninstantiable(line, moduleSource(), this.cursor.takeName());
		}
		return new ScriptCommand.AssertTrap(line, action(), this.cursor.takeName());
	}

	private Action action() {
		boolean invoke = this.cursor.tryForm("invoke");
		if (!invoke) {
			this.cursor.openForm("get");
		}
		@Nullable String instance = identifier();
		String name = this.cursor.takeName();
		List<ScriptValue> arguments = invoke ? this.values.values() : List.of();
		this.cursor.close();
		return invoke ? new Action.Invoke(instance, name, arguments) : new Action.Get(instance, name);
	}

	private @Nullable String identifier() {
		return this.cursor.at(TokenKind.IDENTIFIER) ? this.cursor.takeIdentifier() : null;
	}

}
