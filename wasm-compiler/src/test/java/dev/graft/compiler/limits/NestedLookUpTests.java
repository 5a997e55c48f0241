package dev.graft.compiler.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import java.lang.classfile.CodeElement;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import org.junit.jupiter.api.Test;

/// What is looked up by what has been looked up in a loop, and so on.
class NestedLookUpTests {

	private static final int LOOK_UPS = 18;

	/// (loop (local.set 0 (i32.load8_u (i32.add (local.get 1) (i32.load8_u …)))) (br_if 0
	/// (local.get 0)))
	private static final String LOOP = "03 40" + "20 01".repeat(LOOK_UPS) + "20 00" + "6a 2d 00 00".repeat(LOOK_UPS)
			+ "21 00 20 00 0d 00 0b 20 00";

	@Test
	void areNotRepeatedForEachThatFollows() {
		byte[] module = Bytes.module()
			.section(1, "01 60 02 7f 7f 01 7f")
			.section(3, "01 00")
			.section(5, "01 00 01")
			.code(Bytes.empty().raw("00").raw(LOOP).raw("0b").toByteArray())
			.toByteArray();
		assertThat(loads(module)).isEqualTo(LOOK_UPS);
	}

	private static long loads(byte[] module) {
		return CompiledClasses
			.methods(new CompileRequest("nested.wasm", module, CompilerSettings.DEFAULT), MethodLimits.DEFAULT)
			.filter((method) -> method.code().isPresent())
			.flatMap((method) -> ((CodeAttribute) method.code().orElseThrow()).elementStream())
			.filter(NestedLookUpTests::isAccess)
			.count();
	}

	// The first ones of a method are static calls, the others linked ones.
	private static boolean isAccess(CodeElement element) {
		return element instanceof InvokeInstruction call && call.name().stringValue().contains("I8")
				|| element instanceof InvokeDynamicInstruction;
	}

}
