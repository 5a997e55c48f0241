package dev.graft.memory;

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
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the specification's suite does not say about memories, as scripts: compiled as
/// usual, and with every function cut into pieces.
class MemoryScriptsTests {

	@ParameterizedTest
	@CsvSource({ "atomics.wast, false", "atomics.wast, true", "mixed.wast, false", "mixed.wast, true" })
	void pass(String script, boolean inPieces) throws IOException {
		EngineConfig config = EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(new WasmCompiler(inPieces ? MethodLimits.TINY : MethodLimits.DEFAULT))
			.build();
		try (Engine engine = Engine.create(config);
				InputStream file = Objects.requireNonNull(MemoryScriptsTests.class.getResourceAsStream(script))) {
			ScriptReport report = new ScriptRunner(engine).run(ScriptReader.read(script, file.readAllBytes()));
			assertThat(report.outcomes()).isNotEmpty()
				.allSatisfy((outcome) -> assertThat(outcome.detail()).as("line %d", outcome.line()).isEmpty());
		}
	}

}
