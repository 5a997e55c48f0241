package dev.graft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody at a terminal sees.
class CommandLineTests {

	private static final String CALCULATOR = """
			(module $calculator
			  (import "wasi_snapshot_preview1" "random_get" (func (param i32 i32) (result i32)))
			  (memory (export "memory") 1)
			  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
			  (func (export "widen") (param i32) (result i64 f32 f64)
			    (i64.extend_i32_s (local.get 0)) (f32.const 0.5) (f64.const -2.25))
			  (func $quotient (export "divide") (param i64 i64) (result i64)
			    (i64.div_s (local.get 0) (local.get 1)))
			  (func (export "forever") (loop (br 0))))
			""";

	private static final String GREETER = """
			(module
			  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
			  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
			  (memory (export "memory") 1)
			  (data (i32.const 0) "\\08\\00\\00\\00\\06\\00\\00\\00" "hello\\0a")
			  (func (export "_start")
			    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 100)))
			    (call $exit (i32.const 7))))
			""";

	@TempDir
	Path directory;

	@Test
	void runsAProgramAndPassesItsExitCodeOn() throws IOException {
		Execution execution = run(file("greeter.wat", GREETER));
		assertThat(execution.output()).isEqualTo("hello\n");
		assertThat(execution.status()).isEqualTo(7);
	}

	@Test
	void runsAnArtifactLikeTheModuleItWasMadeFrom() throws IOException {
		Path artifact = this.directory.resolve("greeter.artifact");
		assertThat(Execution.of("compile", file("greeter.wat", GREETER), "-o", artifact.toString()).status()).isZero();
		assertThat(Artifact.isArtifact(Files.readAllBytes(artifact))).isTrue();
		Execution execution = run(artifact.toString());
		assertThat(execution.output()).isEqualTo("hello\n");
		assertThat(execution.status()).isEqualTo(7);
	}

	@Test
	void saysWhereTheTimeOfCompilingGoes() throws IOException {
		Path artifact = this.directory.resolve("calculator.artifact");
		String calculator = file("calculator.wat", CALCULATOR);
		Execution timed = Execution.of("compile", "--timings", calculator, "-o", artifact.toString());
		assertThat(timed.status()).isZero();
		assertThat(timed.error()).contains("validate, lower", "analyse, cut", "write", "100.0 %")
			.containsPattern("\\d functions of \\d+ bytes became \\d+ methods")
			.contains("processor time of the process");
		assertThat(Artifact.isArtifact(Files.readAllBytes(artifact))).isTrue();
		assertThat(Execution.of("compile", calculator, "-o", artifact.toString()).error()).isEmpty();
	}

	@Test
	void callsAFunctionAndPrintsItsResultsOnePerLine() throws IOException {
		String calculator = file("calculator.wat", CALCULATOR);
		assertThat(invoke(calculator, "add", "0x7fffffff", "1").output()).isEqualTo("-2147483648\n");
		assertThat(invoke(calculator, "widen", "-3").output()).isEqualTo("-3\n0.5\n-2.25\n");
	}

	@Test
	void reportsATrapWithCodeAndBacktraceAndAborts() throws IOException {
		Execution execution = invoke(file("calculator.wat", CALCULATOR), "divide", "1", "0");
		assertThat(execution.status()).isEqualTo(134);
		assertThat(execution.error()).contains("wasm trap: integer divide by zero").contains("quotient");
		assertThat(execution.output()).isEmpty();
	}

	@Test
	void endsAProgramThatTakesLongerThanItMay() throws IOException {
		Execution execution = Execution.of("run", "--no-cache", "--timeout", "0.05", "--invoke", "forever",
				file("calculator.wat", CALCULATOR));
		assertThat(execution.status()).isEqualTo(134);
		assertThat(execution.error()).contains("interrupt");
	}

	@Test
	void refusesWhatUsesAFeatureThatIsOff() throws IOException {
		String calculator = file("calculator.wat", CALCULATOR);
		Execution execution = Execution.of("run", "--no-cache", "--disable", "simd,multi-value",
				"--disable=relaxed-simd", "--invoke", "add", calculator, "1", "2");
		assertThat(execution.status()).isEqualTo(1);
		assertThat(execution.error()).contains("multi-value is not supported");
		assertThat(Execution.of("compile", "--disable", "all", calculator, "-o", calculator + ".artifact").error())
			.contains("is not supported");
	}

	@Test
	void saysWhichFeaturesThereAreAndWhatTheyNeed() throws IOException {
		String calculator = file("calculator.wat", CALCULATOR);
		Execution unknown = Execution.of("wast", "--enable", "coffee", calculator);
		assertThat(unknown.status()).isEqualTo(2);
		assertThat(unknown.error()).contains("there is no feature 'coffee'").contains("tail-call");
		Execution incomplete = Execution.of("wast", "--disable", "simd", calculator);
		assertThat(incomplete.status()).isEqualTo(2);
		assertThat(incomplete.error()).contains("relaxed-simd is on, and needs simd");
	}

	@Test
	void listsImportsExportsAndSections() throws IOException {
		Execution execution = Execution.of("inspect", file("calculator.wat", CALCULATOR));
		assertThat(execution.status()).isZero();
		assertThat(execution.output()).contains("module     calculator")
			.contains("functions  1 imported, 4 defined")
			.contains("wasi_snapshot_preview1.random_get: func [i32 i32] -> [i32]")
			.contains("add: func [i32 i32] -> [i32]")
			.contains("memory: memory 1..")
			.contains(".wasm.manifest")
			.contains(".wasm.classes")
			.containsPattern("methods +\\d+, [\\d,]+ bytes of bytecode; the largest:\\R +\\d+ bytes  \\w+\\.");
	}

	@Test
	void saysWhereAModuleIsWrong() throws IOException {
		Execution execution = run(file("wrong.wat", "(module\n  (func (result i32)\n    i64.const 1))"));
		assertThat(execution.status()).isEqualTo(1);
		assertThat(execution.error()).startsWith("graft: wrong.wat 3:").contains("type mismatch");
	}

	@Test
	void saysWhichImportsAreMissing() throws IOException {
		Execution execution = run(file("needy.wat", """
				(module (import "shop" "price" (func (param i32) (result f64))) (import "shop" "stock" (func)))"""));
		assertThat(execution.status()).isEqualTo(1);
		assertThat(execution.error()).contains("shop").contains("price").contains("[i32] -> [f64]").contains("stock");
	}

	@Test
	void refusesArgumentsThatDoNotFitTheFunction() throws IOException {
		String calculator = file("calculator.wat", CALCULATOR);
		assertThat(invoke(calculator, "add", "1")).satisfies((execution) -> {
			assertThat(execution.status()).isEqualTo(2);
			assertThat(execution.error()).contains("add takes 2 arguments [i32 i32] -> [i32], 1 were given");
		});
		assertThat(invoke(calculator, "add", "1", "4294967296").error()).contains("'4294967296' is not an i32");
		assertThat(invoke(calculator, "subtract").error()).contains("no function 'subtract'").contains("add [i32 i32]");
	}

	@Test
	void explainsItselfWhenTheCallMakesNoSense() {
		assertThat(Execution.of().status()).isEqualTo(2);
		assertThat(Execution.of("frobnicate").error()).contains("no command 'frobnicate'").contains("graft run");
		assertThat(Execution.of("run").error()).contains("MODULE is missing").contains("usage: graft run");
		assertThat(Execution.of("compile", "a.wasm").error()).contains("-o FILE is missing");
		assertThat(Execution.of("help").status()).isZero();
	}

	@Test
	void saysThatAFileIsNotThere() {
		Execution execution = run(this.directory.resolve("nowhere.wasm").toString());
		assertThat(execution.status()).isEqualTo(1);
		assertThat(execution.error()).contains("there is no file").contains("nowhere.wasm");
	}

	private String file(String name, String text) throws IOException {
		Path file = this.directory.resolve(name);
		Files.write(file, text.getBytes(StandardCharsets.UTF_8));
		return file.toString();
	}

	private static Execution run(String module) {
		return Execution.of("run", "--no-cache", module);
	}

	private static Execution invoke(String module, String function, String... arguments) {
		String[] all = new String[5 + arguments.length];
		System.arraycopy(new String[] { "run", "--no-cache", "--invoke", function, module }, 0, all, 0, 5);
		System.arraycopy(arguments, 0, all, 5, arguments.length);
		return Execution.of(all);
	}

}
