package dev.graft.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import org.junit.jupiter.api.Test;

/// Loops over vectors that go from element to element.
class ElementLoopTests {

	/// Lanes that stay together in a `long` are compared there.
	@Test
	void whatBecomesWiderIsComparedOneByOne() {
		assertThat(masks("load8x8_u", "i16x8")).isPositive();
		assertThat(masks("load", "i8x16")).isZero();
	}

	private static long masks(String load, String lanes) {
		String element = "(v128.%s (local.get $at))".formatted(load);
		String chosen = "(v128.and %1$s (%2$s.gt_s %1$s (%2$s.splat (i32.const 100))))".formatted(element, lanes);
		return elements(loop(chosen, load.equals("load") ? 16 : 8))
			.filter((instruction) -> instruction instanceof OperatorInstruction operator
					&& operator.opcode() == Opcode.ISHR)
			.count();
	}

	@Test
	void whatIsComparedWithoutSignsKeepsThem() {
		String lanes = "(i32x4.lt_u (v128.load (local.get $at)) (v128.load offset=30000 (local.get $at)))";
		assertThat(elements(loop(lanes, 16)).filter(ConstantInstruction.class::isInstance)
			.map((element) -> (Object) ((ConstantInstruction) element).constantValue()))
			.doesNotContain(Integer.MIN_VALUE);
	}

	private static String loop(String vector, int bytes) {
		return """
				(module (memory 1)
				  (func (export "run") (param $at i32) (param $to i32)
				    (loop $again
				      (v128.store (local.get $to) %s)
				      (local.set $to (i32.add (local.get $to) (i32.const 16)))
				      (br_if $again
				        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const %d))) (i32.const 20000))))))
				""".formatted(vector, bytes);
	}

	private static Stream<CodeElement> elements(String module) {
		CompileRequest request = new CompileRequest("elements.wat", module.getBytes(StandardCharsets.UTF_8),
				CompilerSettings.DEFAULT);
		return CompiledClasses.methods(request, MethodLimits.DEFAULT)
			.flatMap((method) -> method.code().stream())
			.flatMap((code) -> code.elementStream());
	}

}
