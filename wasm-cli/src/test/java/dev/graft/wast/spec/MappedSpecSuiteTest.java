package dev.graft.wast.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.wast.Script;
import dev.graft.wast.runner.ScriptPrecompiler;
import dev.graft.wast.runner.ScriptReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The suite again, from artifacts that are mapped by an engine that knows no compiler.
class MappedSpecSuiteTest {

	@TempDir
	Path artifacts;

	@TestFactory
	Stream<DynamicTest> passes() throws Exception {
		SpecSuite suite = SpecSuite.find();
		Verdict verdict = new Verdict(false);
		FeatureEngines compiling = new FeatureEngines(EngineConfig::builder);
		IsolatedRunner isolated = new IsolatedRunner();
		Stream<DynamicTest> files = suite.names()
			.stream()
			.map((file) -> DynamicTest.dynamicTest(file,
					() -> verdict.judge(file, run(compiling.of(file), isolated, suite.read(file)))));
		DynamicTest document = DynamicTest.dynamicTest("counts what docs/PROPOSALS.md says",
				() -> ProposalMatrix.check(ProposalMatrix.Run.MAPPED, verdict.passedByFile()));
		return Stream.concat(files, Stream.of(document)).onClose(() -> {
			compiling.close();
			isolated.close();
			System.out.println("mapped: " + verdict);
		});
	}

	private Optional<ScriptReport> run(Engine compiling, IsolatedRunner isolated, Optional<Script> script)
			throws IOException {
		if (script.isEmpty()) {
			return Optional.empty();
		}
		Path folder = Files.createDirectories(this.artifacts.resolve(script.get().name()));
		Script precompiled = new ScriptPrecompiler(compiling, folder).precompile(script.get());
		return Optional.of(isolated.run(precompiled));
	}

	@Test
	void seesNeitherCompilerNorAsm() throws Exception {
		try (IsolatedRunner isolated = new IsolatedRunner()) {
			assertThat(isolated.load("dev.graft.engine.Engine")).isNotEqualTo(Engine.class);
			for (String absent : new String[] { "dev.graft.compiler.WasmCompiler", "dev.graft.compiler.text.WatParser",
					"dev.graft.wast.reader.ScriptReader", "org.objectweb.asm.ClassWriter" }) {
				assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> isolated.load(absent));
			}
		}
	}

}
