package dev.graft.compiler.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.VerifyingLoader;
import dev.graft.compiler.split.MethodLimits;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where functions with loops are cut.
class LoopCutTests {

	/// (if (local.get 1) (then (local.set 0 (i32.add (local.get 0) (i32.const 3)))))
	private static final String STEP = "20 01 04 40 20 00 41 03 6a 21 00 0b";

	private static final String LOOP = "03 40";

	/// (local.set 3 (i32x4.mul (local.get 3) (v128.const i32x4 2 3 4 5)))
	private static final String SCALE = "20 03 fd 0c 02 00 00 00 03 00 00 00 04 00 00 00 05 00 00 00 fd b5 01 21 03";

	/// (if (v128.any_true (local.get 3)) (then (unreachable)))
	private static final String TRAP_IF_ANY = "20 03 fd 53 04 40 00 0b";

	private static final String VECTOR = "02 03 7f 01 7b";

	/// (br_if 0 (i32.lt_u (local.get 0) (local.get 2)))
	private static final String AGAIN = "20 00 20 02 49 0d 00 0b";

	@Test
	void cutsNoLoopInTheMiddleThatFitsIntoAPieceAsAWhole() throws ClassNotFoundException {
		String loop = LOOP + STEP.repeat(500) + AGAIN;
		List<Loop> loops = loops(STEP.repeat(600) + loop + STEP.repeat(600));
		assertThat(loops).singleElement().satisfies((whole) -> {
			assertThat(whole.bytes).isBetween(2_500, MethodLimits.DEFAULT.loop());
			assertThat(whole.calls).isZero();
		});
	}

	@Test
	void leavesAFunctionWholeThatIsSuchALoop() throws ClassNotFoundException {
		List<Loop> loops = loops(LOOP + STEP.repeat(500) + AGAIN);
		assertThat(loops).singleElement().satisfies((whole) -> {
			assertThat(whole.bytes).isBetween(MethodLimits.DEFAULT.most(), MethodLimits.DEFAULT.loop());
			assertThat(whole.calls).isZero();
		});
	}

	@Test
	void cutsNoLoopOfAStraightLineThatFitsIntoAMethod() throws ClassNotFoundException {
		String loop = LOOP + SCALE.repeat(640) + AGAIN;
		List<Loop> loops = loops(VECTOR, STEP.repeat(600) + loop + STEP.repeat(600));
		assertThat(loops).singleElement().satisfies((whole) -> {
			assertThat(whole.bytes).isBetween(5_000, MethodLimits.DEFAULT.line());
			assertThat(whole.calls).isZero();
		});
	}

	@Test
	void cutsLoopsOfAStraightLineThatDoNotFit() throws ClassNotFoundException {
		List<Loop> loops = loops(VECTOR, LOOP + SCALE.repeat(1000) + AGAIN);
		assertThat(loops).singleElement().satisfies((rest) -> {
			assertThat(rest.bytes).isLessThan(MethodLimits.DEFAULT.most());
			assertThat(rest.calls).isPositive();
		});
	}

	/// A loop that fits, but not with what is around it.
	@Test
	void makesNoMethodTooLargeForHotSpotOfALoopOfAStraightLine() throws ClassNotFoundException {
		for (int times = 780; times < 940; times += 10) {
			List<Loop> loops = loops(VECTOR, STEP.repeat(60) + LOOP + SCALE.repeat(times) + AGAIN + STEP.repeat(60));
			assertThat(loops).hasSize(1);
		}
	}

	@Test
	void cutsLoopsThatDoNotFit() throws ClassNotFoundException {
		List<Loop> loops = loops(LOOP + STEP.repeat(900) + AGAIN);
		assertThat(loops).singleElement().satisfies((rest) -> {
			assertThat(rest.bytes).isLessThan(MethodLimits.DEFAULT.most());
			assertThat(rest.calls).isPositive();
		});
	}

	@Test
	void cutsLoopsOutOfOneThatConsistsOfThem() throws ClassNotFoundException {
		String inner = LOOP + STEP.repeat(190) + AGAIN;
		List<Loop> loops = loops(LOOP + inner.repeat(3) + AGAIN);
		assertThat(loops).hasSize(4)
			.allSatisfy((loop) -> assertThat(loop.bytes).isLessThan(MethodLimits.DEFAULT.most()));
		assertThat(loops).filteredOn((loop) -> loop.calls > 0).hasSize(1);
	}

	/// C1 would need a number for each of the values at each of the calls, and has not so
	/// many.
	@Test
	void cutsLoopsThatKeepMuchAliveOverManyCalls() throws ClassNotFoundException {
		int locals = 80;
		StringBuilder change = new StringBuilder();
		for (int local = 0; local < locals; local++) {
			// (local.set (i32.add (local.get) (i32.const 3))) (call 0)
			change.append("20 %02x 41 03 6a 21 %02x 10 00 ".formatted(local, local));
		}
		List<Loop> loops = loops("01 50 7f", LOOP + STEP.repeat(330) + change + AGAIN);
		assertThat(loops).singleElement().satisfies((rest) -> {
			assertThat(rest.bytes).isLessThan(MethodLimits.DEFAULT.most());
			assertThat(rest.calls).isPositive();
		});
		String withoutCalls = change.toString().replace("10 00", "01");
		List<Loop> others = loops("01 50 7f", LOOP + STEP.repeat(480) + withoutCalls + AGAIN);
		assertThat(others).singleElement().satisfies((whole) -> {
			assertThat(whole.bytes).isBetween(MethodLimits.DEFAULT.most(), MethodLimits.DEFAULT.loop());
			assertThat(whole.calls).isZero();
		});
	}

	@Test
	void leavesAStraightLineOverVectorsWholeThatFitsIntoAMethod() throws ClassNotFoundException {
		assertThat(largest(compiled(VECTOR, SCALE.repeat(500) + TRAP_IF_ANY)))
			.isBetween(MethodLimits.DEFAULT.most() + 1, MethodLimits.DEFAULT.line());
		assertThat(largest(compiled(VECTOR, SCALE.repeat(1000) + TRAP_IF_ANY))).isLessThan(MethodLimits.DEFAULT.most());
		assertThat(largest(compiled(VECTOR, SCALE.repeat(500) + TRAP_IF_ANY + LOOP + AGAIN)))
			.isLessThan(MethodLimits.DEFAULT.most());
	}

	private static int largest(Map<String, byte[]> classes) {
		return classes.values()
			.stream()
			.flatMap((each) -> ClassFile.of().parse(each).methods().stream())
			.flatMap((method) -> method.findAttribute(Attributes.code()).stream())
			.mapToInt(CodeAttribute::codeLength)
			.max()
			.orElseThrow();
	}

	private static List<Loop> loops(String code) throws ClassNotFoundException {
		return loops("01 03 7f", code);
	}

	private static Map<String, byte[]> compiled(String locals, String code) throws ClassNotFoundException {
		byte[] body = Bytes.empty().raw(locals).raw(code).raw("0b").toByteArray();
		byte[] module = Bytes.module().section(1, "01 60 00 00").section(3, "01 00").code(body).toByteArray();
		Map<String, byte[]> classes = CompiledClasses
			.of(new CompileRequest("loops.wasm", module, CompilerSettings.DEFAULT), MethodLimits.DEFAULT);
		VerifyingLoader.verify(classes);
		return classes;
	}

	private static List<Loop> loops(String locals, String code) throws ClassNotFoundException {
		Map<String, byte[]> classes = compiled(locals, code);
		List<Loop> loops = new ArrayList<>();
		for (byte[] each : classes.values()) {
			ClassFile.of()
				.parse(each)
				.methods()
				.forEach((method) -> method.findAttribute(Attributes.code())
					.ifPresent((found) -> addLoops(found, loops)));
		}
		return loops;
	}

	private static void addLoops(CodeAttribute code, List<Loop> loops) {
		assertThat(code.codeLength()).isLessThanOrEqualTo(MethodLimits.MOST_COMPILED);
		List<Integer> calls = new ArrayList<>();
		int at = 0;
		for (CodeElement element : code) {
			if (element instanceof InvokeInstruction call && call.name().stringValue().contains("$")) {
				calls.add(at);
			}
			if (element instanceof BranchInstruction jump && code.labelToBci(jump.target()) < at) {
				int from = code.labelToBci(jump.target());
				loops.add(new Loop(at - from, (int) calls.stream().filter((call) -> call > from).count()));
			}
			at += (element instanceof Instruction instruction) ? instruction.sizeInBytes() : 0;
		}
	}

	/// A jump back.
	///
	/// @param bytes how far
	/// @param calls how many calls of pieces it jumps over
	private record Loop(int bytes, int calls) {
	}

}
