package dev.graft.wast.spec;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.graft.artifact.spi.ModuleException;
import dev.graft.wast.Script;
import dev.graft.wast.reader.ScriptReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder with the suite's scripts.
final class SpecSuite {

	private static final String FOLDER = "graft.spec.dir";

	private static final String REQUIRED = "graft.spec.required";

	/// Surefire does not print why a test was skipped.
	private static boolean told;

	private final Path folder;

	private SpecSuite(Path folder) {
		this.folder = folder;
	}

	/// The suite. Skips the test if it is not there, or fails it if `graft.spec.required`
	/// is set.
	static synchronized SpecSuite find() {
		Path folder = Path.of(System.getProperty(FOLDER, "../../shared/spec"));
		boolean present = Files.isRegularFile(folder.resolve("i32.wast"));
		String absent = "There is no WebAssembly test suite in %s; clone https://github.com/WebAssembly/testsuite and name its folder with -D%s=DIR."
			.formatted(folder, FOLDER);
		if (!present && Boolean.getBoolean(REQUIRED)) {
			fail(absent);
		}
		if (!present && !told) {
			told = true;
			System.out.println("Skipped: " + absent);
		}
		assumeTrue(present, absent);
		return new SpecSuite(folder);
	}

	/// The names of all scripts, relative to the folder.
	List<String> names() {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(".wast"))
				.map((file) -> this.folder.relativize(file).toString().replace('\\', '/'))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A script, or nothing if it contains commands or values that the reader does not
	/// know.
	Optional<Script> read(String name) throws IOException {
		try {
			return Optional.of(ScriptReader.read(name, Files.readAllBytes(this.folder.resolve(name))));
		}
		catch (ModuleException ex) {
			return Optional.empty();
		}
	}

}
