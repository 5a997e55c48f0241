package dev.graft.wast.misc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.wast.Script;
import dev.graft.wast.reader.ScriptReader;
import dev.graft.wast.runner.ScriptPrecompiler;
import dev.graft.wast.runner.ScriptRunner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Our own scripts pass: compiled as usual, with every function cut into pieces, and from
/// mapped artifacts.
class ScriptsTests {

	@TempDir
	Path artifacts;

	@TestFactory
	Stream<DynamicTest> pass() throws Exception {
		return tests((script) -> run(script, MethodLimits.DEFAULT));
	}

	@TestFactory
	Stream<DynamicTest> passInPieces() throws Exception {
		return tests((script) -> run(script, MethodLimits.TINY));
	}

	@TestFactory
	Stream<DynamicTest> passFromArtifacts() throws Exception {
		return tests((script) -> {
			try (Engine compiling = engine(MethodLimits.DEFAULT)) {
				Path folder = Files.createDirectories(this.artifacts.resolve(script.name()));
				run(new ScriptPrecompiler(compiling, folder).precompile(script), MethodLimits.DEFAULT);
			}
		});
	}

	private static Stream<DynamicTest> tests(Judge judge) throws IOException, URISyntaxException {
		return scripts().stream()
			.map((file) -> DynamicTest.dynamicTest(name(file),
					() -> judge.judge(ScriptReader.read(name(file), Files.readAllBytes(file)))));
	}

	private static List<Path> scripts() throws IOException, URISyntaxException {
		Path first = Path.of(Objects.requireNonNull(ScriptsTests.class.getResource("gc-casts.wast")).toURI());
		try (Stream<Path> files = Files.list(Objects.requireNonNull(first.getParent()))) {
			return files.filter((file) -> name(file).endsWith(".wast")).sorted().toList();
		}
	}

	private static String name(Path file) {
		return String.valueOf(file.getFileName());
	}

	private static void run(Script script, MethodLimits limits) {
		try (Engine engine = engine(limits)) {
			assertThat(new ScriptRunner(engine).run(script).outcomes()).isNotEmpty()
				.allSatisfy((outcome) -> assertThat(outcome.detail()).as("line %d", outcome.line()).isEmpty());
		}
	}

	private static Engine engine(MethodLimits limits) {
		return Engine.create(EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(new WasmCompiler(limits))
			.build());
	}

	/// What is done with a script.
	@FunctionalInterface
	private interface Judge {

		void judge(Script script) throws Exception;

	}

}
