package dev.graft.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.StagedCompilation;
import dev.graft.artifact.spi.StagedCompilation.Part;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compiling a module part by part.
class StagedTests {

	private static final int FUNCTIONS = 900;

	@Test
	void makesTheSameArtifactInAnyOrder() {
		CompileRequest request = request(module());
		StagedCompilation staged = new WasmCompiler().begin(request).orElseThrow();
		List<Integer> order = new ArrayList<>();
		for (int part = 0; part < staged.partCount(); part++) {
			order.add(part);
		}
		assertThat(order).hasSizeGreaterThan(1);
		Collections.reverse(order);
		Part[] parts = new Part[order.size()];
		order.forEach((number) -> parts[number] = staged.compile(number));
		assertThat(staged.complete(List.of(parts))).isEqualTo(new WasmCompiler().compile(request));
	}

	@Test
	void leavesOutOfTheOutlineWhatPartsHave() {
		CompileRequest request = request(module());
		StagedCompilation staged = new WasmCompiler().begin(request).orElseThrow();
		try (Artifact outline = Artifact.of("outline", staged.outline());
				Artifact whole = Artifact.of("whole", new WasmCompiler().compile(request))) {
			outline.verify();
			assertThat(outline.manifest()).isEqualTo(whole.manifest());
			assertThat(outline.metadata()).isEqualTo(whole.metadata());
			for (String name : whole.classNames()) {
				int part = staged.partOf(name);
				assertThat(part >= 0).isEqualTo(outline.classBytes(name) == null);
				if (part >= 0) {
					assertThat(ByteBuffer.wrap(staged.compile(part).classes().get(name)))
						.isEqualTo(whole.classBytes(name));
				}
			}
		}
	}

	@Test
	void knowsWhichPartAFunctionBelongsTo() {
		StagedCompilation staged = new WasmCompiler().begin(request(module())).orElseThrow();
		assertThat(staged.partOf(0)).isEqualTo(-1);
		assertThat(staged.partOf(1)).isZero();
		assertThat(staged.partOf(FUNCTIONS)).isEqualTo(staged.partCount() - 1);
		assertThat(staged.partOf(FUNCTIONS + 1)).isEqualTo(-1);
		assertThat(staged.partOf("graft.wasm.other.Functions0")).isEqualTo(-1);
	}

	@Test
	void compilesModulesWithTailCallsAsAWhole() {
		String text = "(module (type $t (func)) (table 1 funcref) (func (return_call_indirect (type $t) (i32.const 0))))";
		assertThat(new WasmCompiler().begin(request(text))).isEmpty();
	}

	private static CompileRequest request(String text) {
		return new CompileRequest("module.wat", text.getBytes(StandardCharsets.UTF_8), CompilerSettings.DEFAULT);
	}

	private static String module() {
		StringBuilder text = new StringBuilder("""
				(module (import "host" "log" (func $log)) (type $t (func (result i32)))
				(table funcref (elem $f1 $f2)) (memory 1)
				""");
		for (int function = 1; function <= FUNCTIONS; function++) {
			text.append("(func $f%d (result i32) (call $log) (call_indirect (type $t) (i32.load (i32.const %d))))\n"
				.formatted(function, 4 * function));
		}
		return text.append(")").toString();
	}

}
