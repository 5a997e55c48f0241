package dev.graft.fuzz.c;

import dev.graft.fuzz.c.CProgram.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compiles programs by clang and lld, of which any version from 14 on will do.
final class Clang {

	/// The system property with the path of clang.
	private static final String CLANG = "graft.fuzz.clang";

	/// Arrays may overlap as they like, sums wrap, and what is too large for an integer
	/// becomes some number, so that what is computed is what stands there (a loop over
	/// undefined numbers need not end); and code that can be seen, not calls of a
	/// library.
	private static final List<String> FLAGS = List.of("-std=c11", "-msimd128", "-mbulk-memory", "-ffreestanding",
			"-fwrapv", "-fno-strict-aliasing", "-fno-strict-float-cast-overflow", "-fno-math-errno",
			"-ffp-contract=off", "-fno-crash-diagnostics", "-w");

	private static final List<String> LINK = List.of("--no-entry", "-z", "stack-size=16384",
			"--initial-memory=" + CallPlan.MEMORY_BYTES, "--max-memory=" + CallPlan.MEMORY_BYTES);

	private final Path clang;

	private final String linker;

	private final Path directory;

	private Clang(Path clang, String linker, Path directory) {
		this.clang = clang;
		this.linker = linker;
		this.directory = directory;
	}

	/// The compiler, if a system property says where it is.
	static Optional<Clang> in(Path directory) throws IOException, InterruptedException {
		String clang = System.getProperty(CLANG, "");
		if (clang.isEmpty()) {
			return Optional.empty();
		}
		String linker = run(List.of(clang, "-print-prog-name=wasm-ld")).strip();
		return Optional.of(new Clang(Path.of(clang), linker, directory));
	}

	/// Compiles a program to `NAME.wasm`.
	/// @return false if the compiler failed, as older ones do now and then
	/// @throws IllegalStateException if there is a mistake in the program
	boolean compile(CProgram program, String name) throws IOException, InterruptedException {
		Path source = Files.writeString(this.directory.resolve(name + ".c"), program.source());
		Path object = this.directory.resolve(name + ".o");
		List<String> command = new ArrayList<>(List.of(this.clang.toString(), "--target=" + triple(program.target()),
				program.optimization(), "-I" + CProgram.FILES, "-c", source.toString(), "-o", object.toString()));
		command.addAll(FLAGS);
		if (program.target() == Target.SHARED) {
			command.addAll(List.of("-pthread", "-matomics"));
		}
		try {
			run(command);
		}
		catch (FailedException ex) {
			return false;
		}
		link(program, object, this.directory.resolve(name + ".wasm"));
		Files.delete(object);
		return true;
	}

	// By itself, since clang has the wasm-opt that it finds change what has been linked.
	private void link(CProgram program, Path object, Path module) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(this.linker, object.toString(), "-o", module.toString()));
		command.addAll(LINK);
		if (program.target() == Target.WASM64) {
			command.add("-mwasm64");
		}
		if (program.target() == Target.SHARED) {
			command.add("--shared-memory");
		}
		run(command);
	}

	private static String triple(Target target) {
		return (target == Target.WASM64) ? "wasm64" : "wasm32";
	}

	private static String run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int exit = process.waitFor();
		if (exit == 0) {
			return output;
		}
		String message = "%s:%n%s".formatted(String.join(" ", command), output);
		throw (exit == 1) ? new IllegalStateException(message) : new FailedException(message);
	}

	/// A tool that ended for a reason of its own.
	private static final class FailedException extends IllegalStateException {

		private static final long serialVersionUID = 1;

		FailedException(String message) {
			super(message);
		}

	}

}
