package dev.graft.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.wast.reader.ScriptReader;
import dev.graft.wast.runner.ScriptReport;
import dev.graft.wast.runner.ScriptRunner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the fuzzers have found, as scripts, so that it stays found: compiled as usual,
/// with every function cut into pieces, and divided into sections first.
class FindsTests {

	@TestFactory
	Stream<DynamicTest> doNotComeBack() throws IOException, URISyntaxException {
		return scripts()
			.map((script) -> DynamicTest.dynamicTest(name(script), () -> run(script, MethodLimits.DEFAULT)));
	}

	@TestFactory
	Stream<DynamicTest> doNotComeBackInPieces() throws IOException, URISyntaxException {
		return scripts().map((script) -> DynamicTest.dynamicTest(name(script), () -> run(script, MethodLimits.TINY)));
	}

	@TestFactory
	Stream<DynamicTest> doNotComeBackInSections() throws IOException, URISyntaxException {
		return scripts()
			.map((script) -> DynamicTest.dynamicTest(name(script), () -> run(script, MethodLimits.TINY_SECTIONS)));
	}

	private static Stream<Path> scripts() throws IOException, URISyntaxException {
		Path folder = Path.of(Objects.requireNonNull(FindsTests.class.getResource("finds")).toURI());
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList().stream();
		}
	}

	private static String name(Path script) {
		return String.valueOf(script.getFileName());
	}

	private static void run(Path script, MethodLimits limits) throws IOException {
		EngineConfig config = EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(new WasmCompiler(limits))
			.build();
		try (Engine engine = Engine.create(config)) {
			ScriptReport report = new ScriptRunner(engine)
				.run(ScriptReader.read(name(script), Files.readAllBytes(script)));
			assertThat(report.outcomes()).isNotEmpty().allSatisfy((outcome) -> {
				assertThat(outcome.detail()).as("line %d", outcome.line()).isEmpty();
			});
		}
	}

}
