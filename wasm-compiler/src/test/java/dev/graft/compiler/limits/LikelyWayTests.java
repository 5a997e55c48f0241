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
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What stays in a function that is cut, and what becomes a piece.
class LikelyWayTests {

	private static final int QUESTIONS = 20;

	private static final int CASES = 120;

	/// (local.set 0 (i32.add (i32.mul (local.get 0) (i32.const 7)) (i32.const 3)))
	private static final String WORK = "20 00 41 07 6c 41 03 6a 21 00";

	/// (if (local.get 1) (then …))
	private static final String GUARDED = "20 01 04 40" + WORK.repeat(130) + "0b";

	/// (loop … (br_if 0 (i32.lt_u (local.get 0) (local.get 2))))
	private static final String ROUNDS = "03 40" + WORK.repeat(130) + "20 00 20 02 49 0d 00 0b";

	/// (if (local.get 1) (then … unreachable))
	private static final String FAILURE = "20 01 04 40" + WORK.repeat(130) + "00 0b";

	/// A loop that is left to one of three places, the first two of which fall into the
	/// next.
	private static final String LEFT_IN_THREE_WAYS = "02 40 02 40 02 40 03 40" + WORK.repeat(70) + "20 01 0d 01"
			+ WORK.repeat(70) + "20 01 0d 02" + WORK.repeat(70) + "20 00 20 02 49 0d 00 0b 0c 02 0b" + WORK.repeat(45)
			+ "0b" + WORK.repeat(45) + "0b";

	/// (block … (block (br_table 0 1 … (local.get 1))) … (return)) …
	private static final String INSTRUCTION = "02 40".repeat(CASES + 1) + "20 01 0e" + "%02x".formatted(CASES)
			+ IntStream.rangeClosed(0, CASES).mapToObj("%02x"::formatted).collect(Collectors.joining())
			+ ("0b" + WORK.repeat(45) + "0f0b" + WORK.repeat(8) + "0f").repeat(CASES / 2) + "0b";

	/// All but two, which a second round has taken, as the body was not small enough yet.
	@Test
	void testsStayAndWhatTheyGuardGoes() throws ClassNotFoundException {
		List<Method> methods = methods(GUARDED.repeat(QUESTIONS));
		assertThat(methods).filteredOn(Method::isFunction)
			.singleElement()
			.satisfies((function) -> assertThat(function.questions).isEqualTo(QUESTIONS - 2));
		assertThat(methods).filteredOn((method) -> !method.isFunction())
			.hasSize(QUESTIONS - 2)
			.filteredOn((piece) -> piece.questions > 0)
			.hasSize(1);
	}

	@Test
	void whatFailsGoesAndLoopsStay() throws ClassNotFoundException {
		List<Method> methods = methods(FAILURE + ROUNDS + FAILURE + FAILURE);
		assertThat(methods).filteredOn(Method::isFunction).singleElement().satisfies((function) -> {
			assertThat(function.calls).isEqualTo(2);
			assertThat(function.jumpsBack).isEqualTo(1);
		});
		assertThat(methods).filteredOn((method) -> !method.isFunction())
			.allSatisfy((piece) -> assertThat(piece.jumpsBack).isZero());
	}

	/// What the ways out of a loop that is a piece lead to becomes a piece without it.
	@Test
	void whatFollowsAPieceGoesWithoutIt() throws ClassNotFoundException {
		List<Method> methods = methods(LEFT_IN_THREE_WAYS.repeat(6));
		assertThat(methods).filteredOn((method) -> !method.isFunction() && method.jumpsBack == 0)
			.isNotEmpty()
			.allSatisfy((piece) -> assertThat(piece.calls).isZero());
	}

	/// An interpreter whose loop is elsewhere.
	@Test
	void aSwitchToManyPlacesStaysWithTheCallsOfWhatItLeadsTo() throws ClassNotFoundException {
		List<Method> methods = methods(INSTRUCTION);
		assertThat(methods).filteredOn(Method::isFunction).singleElement().satisfies((function) -> {
			assertThat(function.switches).isEqualTo(1);
			assertThat(function.calls).isEqualTo(methods.size() - 1);
		});
		assertThat(methods).filteredOn((method) -> !method.isFunction()).isNotEmpty().allSatisfy((piece) -> {
			assertThat(piece.switches).isZero();
			assertThat(piece.calls).isZero();
		});
	}

	private static List<Method> methods(String code) throws ClassNotFoundException {
		byte[] body = Bytes.empty().raw("01 03 7f").raw(code).raw("0b").toByteArray();
		byte[] module = Bytes.module().section(1, "01 60 00 00").section(3, "01 00").code(body).toByteArray();
		Map<String, byte[]> classes = CompiledClasses
			.of(new CompileRequest("way.wasm", module, CompilerSettings.DEFAULT), MethodLimits.DEFAULT);
		VerifyingLoader.verify(classes);
		List<Method> methods = new ArrayList<>();
		for (byte[] each : classes.values()) {
			ClassFile.of().parse(each).methods().forEach((method) -> {
				String name = method.methodName().stringValue();
				if (name.startsWith("f")) {
					method.findAttribute(Attributes.code()).ifPresent((found) -> methods.add(method(name, found)));
				}
			});
		}
		return methods;
	}

	private static Method method(String name, CodeAttribute code) {
		int questions = 0;
		int calls = 0;
		int jumpsBack = 0;
		int switches = 0;
		int at = 0;
		for (CodeElement element : code) {
			if (element instanceof InvokeInstruction call && call.name().stringValue().contains("$")) {
				calls++;
			}
			if (element instanceof TableSwitchInstruction) {
				switches++;
			}
			if (element instanceof BranchInstruction jump && code.labelToBci(jump.target()) < at) {
				jumpsBack++;
			}
			else if (element instanceof BranchInstruction jump && jump.opcode() == Opcode.IFEQ) {
				questions++;
			}
			at += (element instanceof Instruction instruction) ? instruction.sizeInBytes() : 0;
		}
		return new Method(name, questions, calls, jumpsBack, switches);
	}

	/// What a method consists of.
	///
	/// @param questions how many jumps it has that are taken if something is zero
	/// @param calls how many calls of pieces it has
	/// @param jumpsBack how many jumps lead back
	/// @param switches how many tables of targets it has
	private record Method(String name, int questions, int calls, int jumpsBack, int switches) {

		boolean isFunction() {
			return !this.name.contains("$");
		}

	}

}
