package dev.graft.wast.spec;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.wast.Script;
import dev.graft.wast.runner.ScriptReport;
import dev.graft.wast.runner.ScriptRunner;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The suite once more, with every function cut into pieces of a hundred bytes, and divided
/// into sections first: cutting must change nothing.
class SplitSpecSuiteTest {

	@TestFactory
	Stream<DynamicTest> passes() {
		return passes(MethodLimits.TINY);
	}

	@TestFactory
	Stream<DynamicTest> passesInSections() {
		return passes(MethodLimits.TINY_SECTIONS);
	}

	private static Stream<DynamicTest> passes(MethodLimits limits) {
		SpecSuite suite = SpecSuite.find();
		Verdict verdict = new Verdict(true);
		FeatureEngines engines = new FeatureEngines(() -> EngineConfig.builder().compiler(new WasmCompiler(limits)));
		Stream<DynamicTest> files = suite.names()
			.stream()
			.map((file) -> DynamicTest.dynamicTest(file,
					() -> verdict.judge(file, run(engines.of(file), suite, file))));
		DynamicTest document = DynamicTest.dynamicTest("counts what docs/PROPOSALS.md says",
				() -> ProposalMatrix.check(ProposalMatrix.Run.IN_PIECES, verdict.passedByFile()));
		return Stream.concat(files, Stream.of(document)).onClose(() -> {
			engines.close();
			System.out.println("cut into pieces: " + verdict);
		});
	}

	private static Optional<ScriptReport> run(Engine engine, SpecSuite suite, String file) throws IOException {
		Optional<Script> script = suite.read(file);
		return script.map((commands) -> new ScriptRunner(engine).run(commands));
	}

}
