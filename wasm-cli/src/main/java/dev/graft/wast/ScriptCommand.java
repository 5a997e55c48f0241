package dev.graft.wast;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One command of a script.
///
/// Modules and instances share their identifiers. Commands without one mean the latest.
///
/// @see <a href="https://github.com/WebAssembly/spec/tree/main/interpreter#scripts">the
/// reference interpreter, "Scripts"</a>
public sealed interface ScriptCommand extends Serializable {

	/// The line of the script that the command begins in, from 1.
	int line();

	/// `(module definition $id …)`: loads a module.
	record Definition(int line, @Nullable String id, ModuleSource source) implements ScriptCommand {
	}

	/// `(module instance $id $definition)`: instantiates a module loaded before.
	record Instantiation(int line, @Nullable String id, @Nullable String definition) implements ScriptCommand {
	}

	/// `(module $id …)`: loads a module and instantiates it.
	record DefinitionAndInstantiation(int line, @Nullable String id, ModuleSource source) implements ScriptCommand {
	}

	/// `(register "name" $id)`: lets later modules import from an instance.
	record Registration(int line, String name, @Nullable String id) implements ScriptCommand {
	}

	/// An action whose results do not matter.
	record Perform(int line, Action action) implements ScriptCommand {
	}

	/// `(assert_return action pattern*)`.
	record AssertReturn(int line, Action action, List<ResultPattern> results) implements ScriptCommand {

		/// Copies the list.
		public AssertReturn {
			results = List.copyOf(results);
		}

	}

	/// `(assert_trap action "message")`.
	record AssertTrap(int line, Action action, String message) implements ScriptCommand {
	}

	/// `(assert_exhaustion action "message")`.
	record AssertExhaustion(int line, Action action, String message) implements ScriptCommand {
	}

	/// `(assert_exception action)`.
	record AssertException(int line, Action action) implements ScriptCommand {
	}

	/// `(assert_malformed module "message")`: the module cannot be decoded or parsed.
	record AssertMalformed(int line, ModuleSource source, String message) implements ScriptCommand {
	}

	/// `(assert_invalid module "message")`: the module breaks a rule of validation.
	record AssertInvalid(int line, ModuleSource source, String message) implements ScriptCommand {
	}

	/// `(assert_unlinkable module "message")`: the module's imports cannot be satisfied.
	record AssertUnlinkable(int line, ModuleSource source, String message) implements ScriptCommand {
	}

	/// `(assert_trap module "message")`: instantiating the module traps.
	record AssertUninstantiable(int line, ModuleSource source, String message) implements ScriptCommand {
	}

	/// `(thread $id (shared (module $m))* command*)`: runs commands in a thread of its
	/// own, which sees nothing of the script but the instances that it shares.
	/// @param shared the identifiers of these instances
	record ThreadStart(int line, @Nullable String id, List<SharedInstance> shared,
			List<ScriptCommand> commands) implements ScriptCommand {

		/// Copies the lists.
		public ThreadStart {
			shared = List.copyOf(shared);
			commands = List.copyOf(commands);
		}

	}

	/// `(wait $id)`: waits until a thread has performed its commands.
	record ThreadJoin(int line, @Nullable String id) implements ScriptCommand {
	}

	/// `(module $id as $inner)`: an instance of the script and its name in the thread.
	record SharedInstance(String id, String inner) implements Serializable {
	}

}
