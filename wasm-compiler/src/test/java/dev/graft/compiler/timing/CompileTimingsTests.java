package dev.graft.compiler.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.WasmCompiler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompileTimingsTests {

	private static final CompileRequest REQUEST = new CompileRequest("test.wat", """
			(module
				(func (export "seven") (result i32) i32.const 7)
				(func (export "double") (param i32) (result i32)
					local.get 0 local.get 0 i32.add))
			""".getBytes(StandardCharsets.UTF_8), CompilerSettings.DEFAULT);

	@Test
	void everyStageTakesTimeAndEveryFunctionIsCounted() {
		CompileTimings timings = new CompileTimings();
		new WasmCompiler(timings).compile(REQUEST);
		for (Stage stage : Stage.values()) {
			assertThat(timings.of(stage)).as(stage.title()).isGreaterThan(Duration.ZERO);
		}
		assertThat(timings.functions()).isEqualTo(2);
		assertThat(timings.methods()).isEqualTo(2);
	}

	@Test
	void theArtifactIsTheSameWhetherTimeIsTakenOrNot() {
		assertThat(new WasmCompiler(new CompileTimings()).compile(REQUEST))
			.isEqualTo(new WasmCompiler().compile(REQUEST));
	}

	@Test
	void theReportNamesTheLargestFunction() {
		CompileTimings timings = new CompileTimings();
		timings.function(3, 100, 1, timings.now());
		timings.function(4, 2_000, 5, timings.now());
		timings.function(5, 10, 1, timings.now());
		assertThat(timings.report()).contains("3 functions of 2,110 bytes became 7 methods")
			.anySatisfy((line) -> assertThat(line).startsWith("the largest:")
				.contains("function 4, 2,000 bytes, 5 methods"));
	}

	@Test
	void aModuleWithoutFunctionsHasAReport() {
		assertThat(new CompileTimings().report()).hasSize(Stage.values().length + 2)
			.last()
			.isEqualTo("0 functions of 0 bytes became 0 methods");
	}

}
