package dev.graft.cli;

import dev.graft.artifact.spi.MissingFeatureException;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.WasmException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entry point of `graft.jar`.
///
/// Exit statuses are those of Wasmtime's command line: a trap is 134 (as a process that
/// aborts), a program's own exit code is passed on, 1 is a module that cannot be run and
/// 2 a call that makes no sense.
public final class Graft {

	/// The status of a process whose program trapped: 128 plus SIGABRT.
	static final int TRAPPED = 134;

	private static final int FAILED = 1;

	private static final int MISUSED = 2;

	/*
	 * A guest's recursion uses the stack of the thread that calls it. The JVM's usual
	 * megabyte is less than what native programs get, so the guest runs in a thread of
	 * its own; the memory is only reserved until it is used.
	 */
	private static final long STACK_BYTES = 64L << 20;

	private final Map<String, Command> commands = new LinkedHashMap<>();

	private final Console console;

	Graft(Console console) {
		this.console = console;
		this.commands.put("run", new RunCommand());
		this.commands.put("compile", new CompileCommand());
		this.commands.put("inspect", new InspectCommand());
		this.commands.put("print", new PrintCommand());
		this.commands.put("wast", new WastCommand());
	}

	/// Runs a command and ends the process with its status.
	/// @param arguments the command's name and its arguments
	public static void main(String[] arguments) throws InterruptedException {
		Console console = new Console(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err));
		int[] status = { FAILED };
		Thread thread = new Thread(null, () -> status[0] = new Graft(console).run(List.of(arguments)), "graft",
				STACK_BYTES);
		thread.start();
		thread.join();
		console.output().flush();
		console.error().flush();
		System.exit(status[0]);
	}

	// System.out encodes and flushes line by line; programs write bytes, and flush
	// themselves.
	private static PrintStream stream(FileDescriptor descriptor) {
		return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), false,
				StandardCharsets.UTF_8);
	}

	/// Runs a command.
	/// @return the exit status
	int run(List<String> arguments) {
		if (arguments.isEmpty()) {
			usage(this.console.error());
			return MISUSED;
		}
		String name = arguments.getFirst();
		if (name.equals("help") || name.equals("--help") || name.equals("-h")) {
			usage(this.console.output());
			return 0;
		}
		Command command = this.commands.get(name);
		if (command == null) {
			this.console.error().println("graft: there is no command '%s'".formatted(name));
			usage(this.console.error());
			return MISUSED;
		}
		return run(command, arguments.subList(1, arguments.size()));
	}

	private int run(Command command, List<String> arguments) {
		PrintStream error = this.console.error();
		try {
			return command.run(arguments, this.console);
		}
		catch (UsageException ex) {
			error.println("graft: " + ex.getMessage());
			error.println("usage: graft " + command.usage());
			return MISUSED;
		}
		catch (Trap ex) {
			error.println("graft: " + ex.getMessage());
			return TRAPPED;
		}
		catch (MissingFeatureException ex) {
			error.println("graft: " + ex.getMessage());
			return MISUSED;
		}
		catch (NoSuchFileException ex) {
			error.println("graft: there is no file " + ex.getFile());
			return FAILED;
		}
		catch (ModuleException | WasmException | IOException ex) {
			error.println("graft: " + ex.getMessage());
			return FAILED;
		}
		catch (Exception ex) {
			error.print("graft: ");
			ex.printStackTrace(error);
			return FAILED;
		}
	}

	private void usage(PrintStream to) {
		to.println("usage: graft COMMAND …");
		to.println();
		for (Command command : this.commands.values()) {
			to.println("  graft " + command.usage());
			to.println("      " + command.summary());
		}
		to.println();
		to.println("MODULE is a binary (.wasm), text (.wat) or artifact, told apart by content.");
		to.println(
				"FEATURE is the name of a proposal such as gc, or all. An artifact needs the features it was made with.");
	}

}
