package dev.graft.wast.runner;

import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.engine.Engine;
import dev.graft.engine.LinkException;
import dev.graft.engine.ThrownException;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.wast.Action;
import dev.graft.wast.ResultPattern;
import dev.graft.wast.Script;
import dev.graft.wast.ScriptCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs scripts. A command that fails does not end the script, but commands that need
/// what it should have made are blocked.
///
/// Traps have to be of the kind that the script expects. For modules that are malformed,
/// invalid or unlinkable the kind of exception decides; texts differ between
/// implementations, so a different one is only noted.
public final class ScriptRunner {

	private final Engine engine;

	/// A runner on an engine.
	public ScriptRunner(Engine engine) {
		this.engine = engine;
	}

	/// Runs a script, in a store of its own.
	public ScriptReport run(Script script) {
		List<Outcome> outcomes = new ArrayList<>();
		try (ScriptSession session = new ScriptSession(this.engine, script.name())) {
			perform(script.commands(), session, outcomes);
		}
		return new ScriptReport(script.name(), outcomes);
	}

	/// Performs commands, and waits for the threads that nobody has waited for.
	private static void perform(List<ScriptCommand> commands, ScriptSession session, List<Outcome> outcomes) {
		for (ScriptCommand command : commands) {
			outcomes.add(run(command, session));
			if (command instanceof ScriptCommand.ThreadJoin join) {
				outcomes.addAll(session.join(join));
			}
		}
		outcomes.addAll(session.joinAll());
	}

	private static void start(ScriptCommand.ThreadStart command, ScriptSession session) {
		ScriptSession own = session.share(command.shared());
		List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
		session.start(command, () -> {
			try (own) {
				perform(command.commands(), own, outcomes);
			}
		}, outcomes);
	}

	private static Outcome run(ScriptCommand command, ScriptSession session) {
		try {
			return outcome(command, Outcome.Status.PASSED, perform(command, session));
		}
		catch (BlockedException ex) {
			return outcome(command, Outcome.Status.BLOCKED, String.valueOf(ex.getMessage()));
		}
		catch (AssertionFailure ex) {
			return outcome(command, Outcome.Status.FAILED, String.valueOf(ex.getMessage()));
		}
		// Whatever else an engine under test throws, the script goes on and the report
		// tells.
		catch (Exception | LinkageError | StackOverflowError | AssertionError ex) {
			return outcome(command, Outcome.Status.FAILED, ex.toString());
		}
	}

	private static Outcome outcome(ScriptCommand command, Outcome.Status status, String detail) {
		return new Outcome(command.line(), kind(command), status, detail);
	}

	/// Performs a command. Returns a note, or an empty text.
	private static String perform(ScriptCommand command, ScriptSession session) throws Exception {
		switch (command) {
			case ScriptCommand.Definition definition -> session.define(definition);
			case ScriptCommand.Instantiation instantiation -> session.instantiate(instantiation);
			case ScriptCommand.DefinitionAndInstantiation both -> session.defineAndInstantiate(both);
			case ScriptCommand.Registration registration -> session.register(registration);
			case ScriptCommand.ThreadStart thread -> start(thread, session);
			case ScriptCommand.ThreadJoin join -> session.requireThread(join);
			case ScriptCommand.Perform perform -> session.act(perform.action());
			case ScriptCommand.AssertReturn expected ->
				checkResults(expected.results(), session.act(expected.action()));
			case ScriptCommand.AssertTrap expected -> {
				return checkTrap(expected.message(), () -> session.act(expected.action()));
			}
			case ScriptCommand.AssertExhaustion expected -> {
				return checkTrap(TrapCode.STACK_EXHAUSTED.text(), () -> session.act(expected.action()));
			}
			case ScriptCommand.AssertException expected -> checkException(expected.action(), session);
			case ScriptCommand.AssertMalformed expected -> {
				return checkThrows(MalformedModuleException.class, expected.message(),
						() -> session.load(expected.source(), expected.line()), session);
			}
			case ScriptCommand.AssertInvalid expected -> {
				return checkThrows(InvalidModuleException.class, expected.message(),
						() -> session.load(expected.source(), expected.line()), session);
			}
			case ScriptCommand.AssertUnlinkable expected -> {
				return checkThrows(LinkException.class, expected.message(),
						() -> session.instantiate(session.load(expected.source(), expected.line())), session);
			}
			case ScriptCommand.AssertUninstantiable expected -> {
				return checkTrap(expected.message(),
						() -> session.instantiate(session.load(expected.source(), expected.line())));
			}
		}
		return "";
	}

	private static String kind(ScriptCommand command) {
		return switch (command) {
			case ScriptCommand.Definition definition -> "module definition";
			case ScriptCommand.Instantiation instantiation -> "module instance";
			case ScriptCommand.DefinitionAndInstantiation both -> "module";
			case ScriptCommand.Registration registration -> "register";
			case ScriptCommand.ThreadStart thread -> "thread";
			case ScriptCommand.ThreadJoin join -> "wait";
			case ScriptCommand.Perform perform -> "action";
			case ScriptCommand.AssertReturn expected -> "assert_return";
			case ScriptCommand.AssertTrap expected -> "assert_trap";
			case ScriptCommand.AssertExhaustion expected -> "assert_exhaustion";
			case ScriptCommand.AssertException expected -> "assert_exception";
			case ScriptCommand.AssertMalformed expected -> "assert_malformed";
			case ScriptCommand.AssertInvalid expected -> "assert_invalid";
			case ScriptCommand.AssertUnlinkable expected -> "assert_unlinkable";
			case ScriptCommand.AssertUninstantiable expected -> "assert_uninstantiable";
		};
	}

	private static void checkResults(List<ResultPattern> expected, @Nullable Object[] found) {
		if (expected.size() != found.length) {
			throw new AssertionFailure("expected %d results, found %d".formatted(expected.size(), found.length));
		}
		for (int i = 0; i < found.length; i++) {
			if (!ResultMatcher.matches(expected.get(i), found[i])) {
				throw new AssertionFailure(
						"expected %s, found %s".formatted(expected.get(i), ResultMatcher.describe(found[i])));
			}
		}
	}

	/// The suite states only the beginning of some texts, and details behind others.
	private static String checkTrap(String expected, CheckedAction action) throws Exception {
		try {
			action.run();
		}
		catch (Trap trap) {
			String text = trap.code().text();
			if (text.startsWith(expected) || expected.startsWith(text) || areAboutNull(expected, text)) {
				return "";
			}
			throw new AssertionFailure("expected the trap \"%s\", found %s".formatted(expected, trap.getMessage()),
					trap);
		}
		throw new AssertionFailure("expected the trap \"%s\", found none".formatted(expected));
	}

	/// Where a null reference is found by the way, nobody knows any more what it should
	/// have referred to: "null reference" stands for "null function reference" and so on.
	private static boolean areAboutNull(String expected, String found) {
		return expected.startsWith("null ") && expected.endsWith("reference") && found.startsWith("null ")
				&& found.endsWith("reference");
	}

	/// An exception of WebAssembly, not a trap.
	private static void checkException(Action action, ScriptSession session) {
		try {
			session.act(action);
		}
		catch (Trap trap) {
			throw new AssertionFailure("expected an exception, found " + trap.getMessage(), trap);
		}
		catch (ThrownException ex) {
			return;
		}
		throw new AssertionFailure("expected an exception, found none");
	}

	/// A feature that is off is refused by its name, whatever the script thinks of it.
	private static String checkThrows(Class<? extends Exception> type, String message, CheckedAction action,
			ScriptSession session) throws Exception {
		try {
			action.run();
		}
		catch (UnsupportedFeatureException ex) {
			if (!session.isOff(ex.feature())) {
				throw ex;
			}
			return "";
		}
		catch (ModuleException | LinkException ex) {
			if (!type.isInstance(ex)) {
				throw new AssertionFailure("expected \"%s\", found %s".formatted(message, ex), ex);
			}
			String found = String.valueOf(ex.getMessage());
			return found.contains(rule(message)) ? "" : "expected \"%s\", found %s".formatted(message, found);
		}
		throw new AssertionFailure("expected \"%s\", found nothing wrong".formatted(message));
	}

	/// What is behind a colon are the words of the reference interpreter.
	private static String rule(String message) {
		int colon = message.indexOf(": ");
		return (colon > 0) ? message.substring(0, colon) : message;
	}

	/// Something that may throw.
	@FunctionalInterface
	private interface CheckedAction {

		void run() throws Exception;

	}

}
