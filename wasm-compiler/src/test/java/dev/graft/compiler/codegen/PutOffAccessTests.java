package dev.graft.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// While C2 reads a method, it inlines accesses to memory until it has made 18,000 nodes,
/// and leaves a call of the one that it is at then, and of all static calls behind it. A
/// method of 8,000 bytes it reads to the end first.
class PutOffAccessTests {

	private static final int FULL = 7_999;

	@Test
	void aMethodWithManyLanesInMemoryIsAsLongAsHotSpotCompiles() {
		CodeAttribute code = code(sums(8, ""));
		assertThat(code.codeLength()).isEqualTo(FULL);
		assertThat(staticAccesses(code)).isZero();
	}

	@Test
	void aMethodWithFewLanesInMemoryHasNoMoreThanItsOwnBytes() {
		CodeAttribute code = code(sums(2, ""));
		assertThat(code.codeLength()).isLessThan(FULL);
		assertThat(staticAccesses(code)).isPositive();
	}

	// A call of another function would no longer be inlined.
	@Test
	void aMethodThatCallsHasNoMoreThanItsOwnBytes() {
		assertThat(code(sums(8, "(call $other)")).codeLength()).isLessThan(FULL);
	}

	@Test
	void aModuleOfManySuchFunctionsDoesNotBecomeManyTimesAsLarge() {
		String code = IntStream.range(0, 6).mapToObj((number) -> """
				(v128.store offset=%1$d (local.get 0) (i32x4.neg (v128.load offset=%1$d (local.get 0))))
				""".formatted(16 * number)).collect(Collectors.joining());
		String functions = IntStream.range(0, 100)
			.mapToObj((number) -> "(func $run%d (param i32) %s)".formatted(number, code))
			.collect(Collectors.joining("\n"));
		long full = methods("(module (memory 1) %s)".formatted(functions))
			.filter((method) -> ((CodeAttribute) method.code().orElseThrow()).codeLength() == FULL)
			.count();
		assertThat(full).isEqualTo(32);
	}

	private static String sums(int vectors, String call) {
		String loads = IntStream.range(0, vectors)
			.mapToObj((number) -> "(local.set 1 (f32x4.add (local.get 1) (v128.load offset=%d (local.get 0))))"
				.formatted(Short.MAX_VALUE * number))
			.collect(Collectors.joining("\n"));
		return """
				(module (memory 16)
				  (func $other)
				  (func $run (export "run") (param i32) (result f32) (local v128)
				    (loop $again %s %s
				      (br_if $again (local.tee 0 (i32.sub (local.get 0) (i32.const 16)))))
				    (f32x4.extract_lane 0 (local.get 1))))
				""".formatted(loads, call);
	}

	private static CodeAttribute code(String module) {
		return (CodeAttribute) methods(module).findFirst().orElseThrow().code().orElseThrow();
	}

	private static Stream<MethodModel> methods(String module) {
		CompileRequest request = new CompileRequest("sums.wat", module.getBytes(StandardCharsets.UTF_8),
				CompilerSettings.DEFAULT);
		return CompiledClasses.methods(request, MethodLimits.DEFAULT)
			.filter((method) -> method.methodName().stringValue().startsWith("run"));
	}

	private static long staticAccesses(CodeModel code) {
		return code.elementStream()
			.filter((element) -> element instanceof InvokeInstruction call
					&& call.owner().asInternalName().endsWith("/MemoryAccessOps"))
			.count();
	}

}
