package dev.graft.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A loop that is cut into strips stands there twice.
class StripTests {

	private static final int LANES = 4;

	@Test
	void aLoopThatComputesLittleWithWhatItLoadsIsCutIntoStrips() {
		assertThat(products(10)).isEqualTo(2 * LANES * 10);
	}

	@Test
	void aLoopThatComputesMuchWithWhatItLoadsIsNot() {
		assertThat(products(70)).isEqualTo(LANES * 70);
	}

	@Test
	void aSumThatALoadAndAStoreShareInALocalIsCutIntoStrips() {
		String module = """
				(module (memory 1)
				  (func (export "run") (param $at i32) (param $row i32) (local $place i32)
				    (loop $again
				      (local.set $place (i32.add (local.get $at) (local.get $row)))
				      (i32.store (local.get $place) (i32.mul (i32.load (local.get $place)) (i32.const 3)))
				      (local.set $place (i32.add (local.get $place) (i32.const 4)))
				      (i32.store (local.get $place) (i32.mul (i32.load (local.get $place)) (i32.const 3)))
				      (br_if $again
				        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 60000))))))
				""";
		assertThat(multiplications(module)).isEqualTo(2 * 2);
	}

	@Test
	void aSumOfFloatsIsCutIfItIsLonger() {
		assertThat(constantsOfSum("f64")).contains(64).doesNotContain(16);
	}

	@Test
	void aSumOfIntegersIsCutFromSixteenRoundsOn() {
		assertThat(constantsOfSum("i64")).contains(16).doesNotContain(64);
	}

	@Test
	void whatHardlyEverRunsHasShortStrips() {
		assertThat(constantsOfSum("i64", "run")).contains(4096).doesNotContain(64);
		assertThat(constantsOfSum("i64", "_start")).contains(64).doesNotContain(4096);
	}

	private static List<Object> constantsOfSum(String type) {
		return constantsOfSum(type, "run");
	}

	private static List<Object> constantsOfSum(String type, String name) {
		String module = """
				(module (memory 1)
				  (func (export "%2$s") (param $at i32) (result %1$s) (local $sum %1$s)
				    (loop $again
				      (local.set $sum (%1$s.add (local.get $sum) (%1$s.load (local.get $at))))
				      (br_if $again
				        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 8))) (i32.const 60000))))
				    (local.get $sum)))
				""".formatted(type, name);
		return elements(module).filter(ConstantInstruction.class::isInstance)
			.map((element) -> (Object) ((ConstantInstruction) element).constantValue())
			.toList();
	}

	/// Lanes that count places are multiplied by what lies between them.
	@Test
	void multiplesOfACounterAreCutIntoStrips() {
		assertThat(multiplications(multiples(70_000))).isEqualTo(2);
		// And where the strip begins.
		assertThat(multiplications(multiples(4))).isEqualTo(2 * 2 + 1);
	}

	/// The other addresses are enough for a strip.
	@Test
	void aMultipleBesideEvenAddressesIsCheckedInEachRound() {
		String module = """
				(module (memory 1)
				  (func (export "run") (param $at i32) (param $to i32)
				    (loop $again
				      (f64.store offset=8 (local.get $to) (f64.load (i32.mul (local.get $at) (i32.const 24))))
				      (f64.store (local.get $to) (f64.load offset=800 (local.get $to)))
				      (local.set $to (i32.add (local.get $to) (i32.const 16)))
				      (br_if $again
				        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 1))) (i32.const 600))))))
				""";
		assertThat(multiplications(module)).isEqualTo(2);
	}

	// Far beyond what a strip may move by in a round they are no even addresses.
	private static String multiples(int factor) {
		return """
				(module (memory 1)
				  (func (export "run") (param $at i32) (local $place i32)
				    (loop $again
				      (local.set $place (i32.mul (local.get $at) (i32.const %d)))
				      (i32.store offset=12 (local.get $place)
				        (i32.mul (i32.load (local.get $place)) (i32.load offset=4 (local.get $place))))
				      (br_if $again
				        (i32.ne (local.tee $at (i32.add (local.get $at) (i32.const 1))) (i32.const 6000))))))
				""".formatted(factor);
	}

	private static long products(int products) {
		String module = """
				(module (memory 1)
				  (func (export "run") (param i32) (result i32) (local v128)
				    (loop $again
				      (local.set 1 (v128.xor (local.get 1) %s(v128.load (local.get 0))%s))
				      (br_if $again
				        (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 16))) (i32.const 60000))))
				    (i32x4.extract_lane 1 (local.get 1))))
				""".formatted("(i32x4.mul (v128.const i32x4 3 5 7 11) ".repeat(products), ")".repeat(products));
		return multiplications(module);
	}

	private static long multiplications(String module) {
		return elements(module)
			.filter((element) -> element instanceof OperatorInstruction operator && operator.opcode() == Opcode.IMUL)
			.count();
	}

	private static Stream<CodeElement> elements(String module) {
		CompileRequest request = new CompileRequest("strip.wat", module.getBytes(StandardCharsets.UTF_8),
				CompilerSettings.DEFAULT);
		return CompiledClasses.methods(request, MethodLimits.DEFAULT)
			.flatMap((method) -> method.code().stream())
			.flatMap((code) -> code.elementStream());
	}

}
