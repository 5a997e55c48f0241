package dev.graft.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTests {

	@Test
	void runsWhatModulesExportOrWhatAFileBesideThemSays(@TempDir Path directory) throws IOException {
		Files.createFile(directory.resolve("lua.wasm"));
		Files.createFile(directory.resolve("kernels.wasm"));
		Files.createFile(directory.resolve("README.md"));
		Files.writeString(directory.resolve("kernels.runs"), "fib 32\nsieve 1000\n");
		assertThat(Program.in(directory)).extracting(Program::name, Program::function, Program::argument)
			.containsExactly(tuple("kernels:fib", "fib", 32), tuple("kernels:sieve", "sieve", 1000),
					tuple("lua", "run", 0));
	}

	@Test
	void runsCommandsByTheNumbersOfTheirLines(@TempDir Path directory) throws IOException {
		Files.createFile(directory.resolve("gzip.wasm"));
		Files.writeString(directory.resolve("gzip.command"), "-1 < text\n-9 < text\n");
		assertThat(Program.in(directory)).extracting(Program::name, Program::function, Program::argument)
			.containsExactly(tuple("gzip", "_start", 1), tuple("gzip:2", "_start", 2));
	}

	@Test
	void isCalledByItsNameOrThatOfItsModule() {
		Program program = new Program("kernels:fib", Path.of("kernels.wasm"), "fib", 32);
		assertThat(program.isCalled("kernels")).isTrue();
		assertThat(program.isCalled("kernels:fib")).isTrue();
		assertThat(program.isCalled("kern")).isFalse();
	}

}
