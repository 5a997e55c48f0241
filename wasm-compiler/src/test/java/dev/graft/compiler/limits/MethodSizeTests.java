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
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// However large a function is, all of its methods are such as HotSpot compiles, and
/// valid.
///
/// Each test prints its largest method.
class MethodSizeTests {

	/// HotSpot interprets what is larger, for ever (`-XX:-DontCompileHugeMethods` apart).
	private static final int MOST_BYTES = 8_000;

	private static final String NOTHING = "00";

	private static final String LOAD_0 = "20 00";

	@Test
	void cutsStraightLines(TestInfo test) throws ClassNotFoundException {
		// (i32.store (local.get 0) (i32.add (i32.load offset=4 (local.get 0)) (local.get
		// 1)))
		check(test, "01 02 7f", Bytes.empty().raw("20 00 20 00 28 02 04 20 01 6a 36 02 00".repeat(200_000 / 13)));
	}

	@Test
	void cutsStraightLinesOfCalls(TestInfo test) throws ClassNotFoundException {
		check(test, "01 02 7f", Bytes.empty().raw("20 00 20 01 10 01 21 00 20 00 20 00 10 01 21 01".repeat(10_000)));
	}

	@Test
	void cutsThousandsOfBranches(TestInfo test) throws ClassNotFoundException {
		// (if (local.get 0) (then (local.set 1 (i32.add (local.get 1) (i32.const 3))))
		// (else (local.set 0 …)))
		check(test, "01 02 7f", Bytes.empty().raw("20 00 04 40 20 01 41 03 6a 21 01 05 20 01 21 00 0b".repeat(5_000)));
	}

	@Test
	void cutsTheCasesOfAnInterpreter(TestInfo test) throws ClassNotFoundException {
		for (int bodyLength : new int[] { 1, 4, 40 }) {
			check(test, "01 04 7f", interpreter(500, bodyLength));
		}
	}

	/// A loop around 500 blocks and a br_table, with something to do behind each of the
	/// blocks.
	private static Bytes interpreter(int cases, int bodyLength) {
		Bytes code = Bytes.empty().raw("03 40").raw("02 40".repeat(cases + 1));
		// The opcode is at the address in local 0.
		code.raw("20 00 2d 00 00 0e").unsigned(cases);
		for (int each = 0; each <= cases; each++) {
			code.unsigned(each);
		}
		for (int each = 0; each < cases; each++) {
			code.raw("0b");
			for (int step = 0; step < bodyLength; step++) {
				// (local.set 1 (call 1 (i32.load offset=… (local.get 2)) (local.get 1)))
				code.raw("20 02 28 02").unsigned(each).raw("20 01 10 01 21 01");
			}
			code.raw("20 00 41 01 6a 21 00 0c").unsigned(cases - each);
		}
		return code.raw("0b 0b");
	}

	@Test
	void cutsInterpretersWithManyLocals(TestInfo test) throws ClassNotFoundException {
		int cases = 500;
		int locals = 60;
		Bytes code = Bytes.empty().raw("03 40").raw("02 40".repeat(cases + 1)).raw("20 00 0e").unsigned(cases);
		for (int each = 0; each <= cases; each++) {
			code.unsigned(each);
		}
		for (int each = 0; each < cases; each++) {
			code.raw("0b");
			for (int step = 0; step < 10; step++) {
				code.raw("20").unsigned((each + step) % locals).raw("20").unsigned(each * 7 % locals);
				code.raw("6a 21").unsigned(each * step % locals);
			}
			code.raw("0c").unsigned(cases - each);
		}
		check(test, "01 3c 7f", code.raw("0b 0b"));
	}

	@Test
	void holdsThousandsOfLocals(TestInfo test) throws ClassNotFoundException {
		int locals = 4_000;
		Bytes code = Bytes.empty();
		for (int each = 0; each < locals; each++) {
			code.raw("20").unsigned(each).raw("41 01 6a 21").unsigned(each * 7919 % locals);
		}
		check(test, "01 a0 1f 7f", code);
	}

	@Test
	void keepsHundredsOfLocalsAlive(TestInfo test) throws ClassNotFoundException {
		for (int locals : new int[] { 100, 250, 300, 400, 1_000 }) {
			check(test, locals(locals), allAlive(locals));
		}
	}

	/// Where every second statement is a jump to somewhere else, only jumps through a
	/// router help.
	@Test
	void cutsWhereEverybodyJumpsEverywhere(TestInfo test) throws ClassNotFoundException {
		check(test, locals(1), nest("03 40"));
		check(test, locals(1), loopsInLoops(3_000));
	}

	/// What Go makes of a function: a loop around a table of all places where it may go
	/// on, and jumps from anywhere to there.
	@Test
	void cutsFunctionsThatCanBeResumedAnywhere(TestInfo test) throws ClassNotFoundException {
		int places = 2_000;
		Bytes code = Bytes.empty().raw("03 40").raw("02 40".repeat(places + 1)).raw("20 00 0e").unsigned(places);
		for (int each = 0; each <= places; each++) {
			code.unsigned(each);
		}
		for (int each = 0; each < places; each++) {
			// (local.set 1 (call 1 (local.get 1) (local.get 2)))
			code.raw("0b 20 01 20 02 10 01 21 01");
			// (if (local.get 1) (then (local.set 0 (i32.const …)) (br …)))
			code.raw("20 01 04 40 41").unsigned(each * 7 % 64).raw("21 00 0c").unsigned(places - each + 1).raw("0b");
		}
		check(test, locals(3), code.raw("0b 0b"));
	}

	private static Bytes locals(int count) {
		return Bytes.empty().raw("01").unsigned(count).raw("7f");
	}

	/// A loop of calls whose results replace one local after the other, in no order.
	private static Bytes allAlive(int locals) {
		Bytes code = Bytes.empty().raw("03 40");
		for (int each = 0; each < 10_000; each++) {
			code.raw("20").unsigned(each * 31 % locals).raw("20").unsigned(each % locals);
			code.raw("10 01 21").unsigned(each * 7919 % locals);
		}
		return code.raw("20 00 0d 00 0b");
	}

	@Test
	void holdsThousandsOfConstants(TestInfo test) throws ClassNotFoundException {
		Bytes code = Bytes.empty();
		for (int each = 0; each < 20_000; each++) {
			// i64.const with six bytes of which the first ones differ, added to local 0
			code.raw("42").unsigned(0x0800_0000 + each * 4_099).raw(LOAD_0).raw("7c 21 00");
		}
		check(test, "01 01 7e", code);
	}

	@Test
	void cutsDeepNests(TestInfo test) throws ClassNotFoundException {
		check(test, "01 01 7f", nest("02 40"));
		check(test, "01 01 7f", nest("20 00 04 40"));
	}

	/// Blocks in blocks, with something to do in each and a branch out of half of those
	/// around it.
	private static Bytes nest(String block) {
		int depth = 3_000;
		Bytes code = Bytes.empty();
		for (int each = 0; each < depth; each++) {
			code.raw(block).raw("20 00 41 01 6a 21 00 20 00 0d").unsigned(each / 2);
		}
		return code.raw("0b".repeat(depth));
	}

	@Test
	void cutsLoopsInLoops(TestInfo test) throws ClassNotFoundException {
		check(test, "01 01 7f", loopsInLoops(200));
	}

	private static Bytes loopsInLoops(int depth) {
		Bytes code = Bytes.empty().raw("03 40 20 00 41 01 6a 21 00".repeat(depth));
		return code.raw("20 00 0d 00 0b".repeat(depth));
	}

	@Test
	void cutsDeepExpressions(TestInfo test) throws ClassNotFoundException {
		int depth = 20_000;
		check(test, "01 01 7f", Bytes.empty().raw(LOAD_0).raw("28 02 00".repeat(depth)).raw("21 00"));
		check(test, NOTHING, Bytes.empty().raw("41 01".repeat(depth)).raw("6a".repeat(depth - 1)).raw("1a"));
	}

	private static void check(TestInfo test, String locals, Bytes code) throws ClassNotFoundException {
		check(test, Bytes.empty().raw(locals), code);
	}

	private static void check(TestInfo test, Bytes locals, Bytes code) throws ClassNotFoundException {
		assertThat(print(test, locals, code)).as("bytes of the largest method").isLessThan(MOST_BYTES);
	}

	/// Compiles and verifies a function.
	/// @return the bytes of its largest method
	private static int print(TestInfo test, Bytes locals, Bytes code) throws ClassNotFoundException {
		byte[] body = locals.raw(code.toByteArray()).raw("0b").toByteArray();
		byte[] other = Bytes.hex("00 20 00 20 01 6a 0b");
		byte[] module = Bytes.module()
			.section(1, "02 60 00 00 60 02 7f 7f 01 7f")
			.section(3, "02 00 01")
			.section(5, "01 00 01")
			.code(body, other)
			.toByteArray();
		Map<String, byte[]> classes = CompiledClasses
			.of(new CompileRequest("large.wasm", module, CompilerSettings.DEFAULT), MethodLimits.DEFAULT);
		VerifyingLoader.verify(classes);
		int largest = largestMethod(classes.values());
		System.out.printf("%s: %,d bytes of Wasm, %d classes, the largest method has %,d bytes%n",
				test.getDisplayName(), body.length, classes.size(), largest);
		return largest;
	}

	private static int largestMethod(Collection<byte[]> classes) {
		int largest = 0;
		for (byte[] each : classes) {
			ClassModel model = ClassFile.of().parse(each);
			for (MethodModel method : model.methods()) {
				largest = Math.max(largest,
						method.findAttribute(Attributes.code()).map((code) -> code.codeLength()).orElse(0));
			}
		}
		return largest;
	}

}
