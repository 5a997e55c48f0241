package dev.graft.compiler.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.VerifyingLoader;
import dev.graft.compiler.split.MethodLimits;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.FieldInstruction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What pieces pass on where far more is alive at once than fits into registers, and calls
/// keep it from having homes.
class CrowdedBodyTests {

	private static final int LOCALS = 240;

	/// As many as a body may keep in its frame, and what pieces find out for each other.
	private static final int MOST_PASSED_ON = 72;

	@Test
	void piecesDoNotPassOnEverything() throws ClassNotFoundException {
		List<MethodModel> methods = methods(LOCALS, 3_000);
		assertThat(methods).hasSizeGreaterThan(5)
			.noneSatisfy(
					(method) -> assertThat(written(method, "Instance", "transferI" + MOST_PASSED_ON)).isPositive());
		assertThat(methods)
			.anySatisfy(
					(method) -> assertThat(written(method, "Instance", "transferI" + MOST_PASSED_ON / 2)).isPositive())
			.anySatisfy((method) -> assertThat(written(method, "CallFrame", "i0")).isPositive());
	}

	@Test
	void whatFitsIntoOneMethodStaysInItsFrame() throws ClassNotFoundException {
		assertThat(methods(LOCALS, 120)).hasSize(2)
			.allSatisfy((method) -> assertThat(written(method, "CallFrame", "i0")).isZero());
	}

	@Test
	void whoKeepsLessAliveNeedsNoFrame() throws ClassNotFoundException {
		assertThat(methods(60, 3_000)).hasSizeGreaterThan(5)
			.allSatisfy((method) -> assertThat(written(method, "CallFrame", "i0")).isZero());
	}

	private static long written(MethodModel method, String owner, String name) {
		return ((CodeAttribute) method.code().orElseThrow()).elementStream()
			.filter((element) -> element instanceof FieldInstruction field && field.opcode().bytecode() == 0xb5
					&& field.owner().asInternalName().endsWith(owner) && field.name().equalsString(name))
			.count();
	}

	/// The methods of a function that replaces its locals in a loop by what a call makes
	/// of two others, in no order, and of the one that it calls.
	private static List<MethodModel> methods(int locals, int steps) throws ClassNotFoundException {
		Bytes code = Bytes.empty().raw("01").unsigned(locals).raw("7f 03 40");
		for (int each = 0; each < steps; each++) {
			code.raw("20").unsigned(each * 31 % locals).raw("20").unsigned(each % locals);
			code.raw("10 01 21").unsigned(each * 7919 % locals);
		}
		byte[] module = Bytes.module()
			.section(1, "02 60 00 00 60 02 7f 7f 01 7f")
			.section(3, "02 00 01")
			.section(5, "01 00 01")
			.code(code.raw("20 00 0d 00 0b 0b").toByteArray(), Bytes.hex("00 20 00 20 01 6a 0b"))
			.toByteArray();
		Map<String, byte[]> classes = CompiledClasses
			.of(new CompileRequest("crowded.wasm", module, CompilerSettings.DEFAULT), MethodLimits.DEFAULT);
		VerifyingLoader.verify(classes);
		return classes.values()
			.stream()
			.flatMap((each) -> ClassFile.of().parse(each).methods().stream())
			.filter(CrowdedBodyTests::isOfFunction)
			.toList();
	}

	private static boolean isOfFunction(MethodModel method) {
		return method.methodName().stringValue().startsWith("f#") && method.code().isPresent();
	}

}
