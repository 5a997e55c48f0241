package dev.graft.wast.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.wast.Script;
import dev.graft.wast.runner.ScriptReport;
import dev.graft.wast.runner.ScriptRunner;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The suite, each module compiled when its turn comes.
class SpecSuiteTest {

	@TestFactory
	Stream<DynamicTest> passes() {
		SpecSuite suite = SpecSuite.find();
		Verdict verdict = new Verdict(true);
		FeatureEngines engines = new FeatureEngines(EngineConfig::builder);
		Stream<DynamicTest> files = suite.names()
			.stream()
			.map((file) -> DynamicTest.dynamicTest(file,
					() -> verdict.judge(file, run(engines.of(file), suite, file))));
		DynamicTest document = DynamicTest.dynamicTest("counts what docs/PROPOSALS.md says",
				() -> ProposalMatrix.check(ProposalMatrix.Run.COMPILED, verdict.passedByFile()));
		return Stream.concat(files, Stream.of(document)).onClose(() -> {
			engines.close();
			System.out.println("compiled: " + verdict);
		});
	}

	private static Optional<ScriptReport> run(Engine engine, SpecSuite suite, String file) throws IOException {
		Optional<Script> script = suite.read(file);
		return script.map((commands) -> new ScriptRunner(engine).run(commands));
	}

	@Test
	void excludesOnlyFilesThatExist() {
		assertThat(SpecSuite.find().names()).containsAll(Exclusions.read().mentionedFiles());
	}

}
