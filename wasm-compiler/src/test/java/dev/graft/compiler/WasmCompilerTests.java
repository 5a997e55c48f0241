package dev.graft.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.abi.AbiVersion;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.ModuleCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasmCompilerTests {

	private static final String MODULE = """
			;; adds
			(module $sums
			  (import "env" "log" (func $log (param i32)))
			  (memory (export "memory") 1)
			  (data (i32.const 16) "hello")
			  (func $add (export "add") (param i32 i32) (result i32)
			    (call $log (local.get 0))
			    (i32.add (local.get 0) (local.get 1))))
			""";

	private static CompileRequest request(String text) {
		return new CompileRequest("sums.wat", text.getBytes(StandardCharsets.UTF_8), CompilerSettings.DEFAULT);
	}

	private static byte[] compile(String text) {
		return new WasmCompiler().compile(request(text));
	}

	@Test
	void isFoundByServiceLoader() {
		assertThat(ServiceLoader.load(ModuleCompiler.class)).hasExactlyElementsOfTypes(WasmCompiler.class);
	}

	@Test
	void makesTheSameBytesOfTheSameModule() {
		assertThat(compile(MODULE)).isEqualTo(compile(MODULE));
	}

	/// A vector loop collects four totals, which a set of variables would keep in any
	/// order.
	@Test
	void makesTheSameBytesOfSeveralTotals() {
		StringBuilder totals = new StringBuilder();
		StringBuilder rounds = new StringBuilder();
		StringBuilder sums = new StringBuilder("(i32.const 0)");
		for (String total : List.of("a", "b", "c", "d")) {
			totals.append("(local $%s v128)".formatted(total));
			rounds.append("(local.set $%1$s (i32x4.add (local.get $%1$s) (local.get $now)))".formatted(total));
			String lanes = """
					(i32.add (i32.add (i32x4.extract_lane 0 (local.get $@)) (i32x4.extract_lane 1 (local.get $@)))
					  (i32.add (i32x4.extract_lane 2 (local.get $@)) (i32x4.extract_lane 3 (local.get $@))))
					""".replace("@", total);
			sums.insert(0, "(i32.xor " + lanes).append(")");
		}
		String module = """
				(module (memory 1)
				  (func (export "sum") (param $at i32) (param $end i32) (result i32) (local $now v128) %s
				    (loop $next
				      (local.set $now (v128.load (local.get $at)))
				      %s
				      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
				    %s))
				"""
			.formatted(totals, rounds, sums);
		assertThat(Stream.generate(() -> compile(module)).limit(10)).containsOnly(compile(module));
	}

	/// Each of eight conditions decides two choices, before any of them changes.
	@Test
	void makesTheSameBytesOfSeveralSharedConditions() {
		StringBuilder conditions = new StringBuilder();
		StringBuilder choices = new StringBuilder("(local.get $x)");
		for (String condition : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
			conditions.append("(param $%s i32)".formatted(condition));
			choices.insert(0, """
					(select (i32.add (local.get $x) (i32.const 1)) (local.get $x) (local.get $@))
					(select (local.get $x) (i32.const 5) (local.get $@)) i32.xor
					""".replace("@", condition)).append(" i32.xor");
		}
		String module = "(module (func (export \"choose\") (param $x i32) %s (result i32) %s))".formatted(conditions,
				choices);
		assertThat(compile(module)).isEqualTo(compile(module));
	}

	@Test
	void writesTheSameBytesToAFileAndLeavesNothingBesideIt(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("sums.artifact");
		String functions = "(func (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3)))\n".repeat(2_000);
		String module = MODULE.replace("(func $add", functions + "(func $add");
		new WasmCompiler().compile(request(module), file);
		assertThat(Files.readAllBytes(file)).isEqualTo(compile(module));
		try (Stream<Path> files = Files.list(directory)) {
			assertThat(files).hasSize(1);
		}
	}

	@Test
	void leavesNothingBesideAFileThatItCannotMake(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("broken.artifact");
		CompileRequest broken = request("(module (func (result i32)))");
		assertThatExceptionOfType(InvalidModuleException.class)
			.isThrownBy(() -> new WasmCompiler().compile(broken, file));
		try (Stream<Path> files = Files.list(directory)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void writesAnArtifactThatCanBeOpened() {
		try (Artifact artifact = Artifact.of("sums", compile(MODULE))) {
			assertThat(artifact.manifest())
				.isEqualTo(request(MODULE).manifest(AbiVersion.CURRENT, new WasmCompiler().version()));
			assertThat(artifact.metadata().name()).isEqualTo("sums");
			assertThat(artifact.metadata().imports()).extracting((each) -> each.module() + "." + each.name())
				.containsExactly("env.log");
			assertThat(artifact.metadata().exports()).extracting((each) -> each.kind() + " " + each.name())
				.containsExactlyInAnyOrder("memory memory", "function add");
			assertThat(artifact.metadata().dataSegments()).containsExactly(new DataSegment(0, 5, true));
			assertThat(artifact.metadata().memoryImages()).hasSize(1);
			assertThat(artifact.names().functionName(1)).isEqualTo("add");
			assertThat(artifact.functions().size()).isEqualTo(2);
			assertThat(artifact.classNames()).contains(artifact.metadata().code().instanceClass());
		}
	}

	@Test
	void leavesNamesOutIfAskedTo() {
		CompileRequest request = new CompileRequest("sums.wat", MODULE.getBytes(StandardCharsets.UTF_8),
				CompilerSettings.DEFAULT.withDebugNames(false));
		try (Artifact artifact = Artifact.of("test", new WasmCompiler().compile(request))) {
			assertThat(artifact.names().functionName(1)).isNull();
		}
	}

	@Test
	void keepsDebugSections() {
		byte[] module = Bytes.module().section(0, "0b 2e 64 65 62 75 67 5f 6c 69 6e 65 01 02 03").toByteArray();
		CompileRequest request = new CompileRequest("debug.wasm", module, CompilerSettings.DEFAULT);
		try (Artifact artifact = Artifact.of("test", new WasmCompiler().compile(request))) {
			assertThat(artifact.sections()).anyMatch((section) -> section.name().equals(".wasm.debug_line"));
		}
	}

	@Test
	void namesLinesOfTextsInMessages() {
		assertThatExceptionOfType(InvalidModuleException.class)
			.isThrownBy(() -> compile("(module\n  (func (result i32)\n    i64.const 1\n    i32.eqz))"))
			.withMessage("sums.wat 4:5 in function 0, type mismatch in i32.eqz: expected i32, found i64");
	}

	@Test
	void reportsTheFirstOfSeveralWrongFunctions() {
		String wrong = "(func (result i32))".repeat(2000);
		for (int round = 0; round < 10; round++) {
			assertThatExceptionOfType(InvalidModuleException.class).isThrownBy(() -> compile("(module " + wrong + ")"))
				.satisfies((ex) -> assertThat(ex.location()).endsWith("in function 0"));
		}
	}

	@Test
	void saysThatOtherFilesAreNotModules() {
		assertThatExceptionOfType(MalformedModuleException.class)
			.isThrownBy(() -> new WasmCompiler()
				.compile(new CompileRequest("a.png", Bytes.hex("89 50 4e 47 0d 0a 1a 0a"), CompilerSettings.DEFAULT)))
			.withMessage("a.png @0x0, magic header not detected: expected 00 61 73 6d, found 89 50 4e 47");
	}

}
