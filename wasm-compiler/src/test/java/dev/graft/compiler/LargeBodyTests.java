package dev.graft.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.split.MethodLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Bodies of every shape that somebody could make large. None of these tests would end if
/// something took quadratic time.
class LargeBodyTests {

	private static final int COUNT = 20_000;

	@Test
	void compilesStraightLines() {
		compile("00", Bytes.empty().raw("41 00 41 07 36 02 00".repeat(COUNT)));
	}

	/// Browsers refuse it.
	@Test
	void compilesTenMegabytes() {
		compile("01 02 7f", Bytes.empty().raw("20 00 20 01 6a 41 05 6c 21 00".repeat(1_000_000)));
	}

	@Test
	void compilesSectionsThatJumpIntoEachOther() {
		int count = 60_000;
		Bytes inwards = Bytes.empty().raw("03 40 20 00 41 07 6a 21 00".repeat(count));
		compile("01 02 7f", inwards.raw("20 01 20 00 46 0d 00 0b".repeat(count)));
	}

	@Test
	void compilesDeepExpressions() {
		compile("00", Bytes.empty().raw("41 01").raw("41 02 6a".repeat(COUNT)).raw("1a"));
		compile("00", Bytes.empty().raw("41 01".repeat(COUNT)).raw("6a".repeat(COUNT - 1)).raw("1a"));
		compile("00", Bytes.empty().raw("41 00").raw("28 02 00".repeat(COUNT)).raw("1a"));
	}

	@Test
	void compilesBlocksInBlocks() {
		for (String block : new String[] { "02 40", "03 40", "41 00 04 40" }) {
			compile("00", Bytes.empty().raw(block.repeat(COUNT)).raw("0b".repeat(COUNT)));
		}
	}

	@Test
	void compilesLoopsAfterLoops() {
		compile("01 01 7f", Bytes.empty().raw("03 40 20 00 0d 00 0b".repeat(COUNT)));
	}

	@Test
	void compilesTablesOfBranches() {
		Bytes near = Bytes.empty().raw("02 40 41 00 0e").unsigned(COUNT);
		Bytes far = Bytes.empty().raw("02 40".repeat(COUNT)).raw("41 00 0e").unsigned(COUNT);
		for (int i = 0; i <= COUNT; i++) {
			near.unsigned(i & 1);
			far.unsigned(i);
		}
		compile("00", near.raw("0b"));
		compile("00", far.raw("0b".repeat(COUNT)));
	}

	@Test
	void compilesFiftyThousandLocalsThatAreAllAlive() {
		Bytes code = Bytes.empty();
		for (int i = 0; i < 50_000; i++) {
			code.raw("20").unsigned(i).raw("41 01 6a 21").unsigned(i * 7919 % 50_000);
		}
		compile("01 d0 86 03 7f", code);
	}

	/// Thousands of groups of loads off one address, each of which is checked at once.
	@Test
	void compilesLoadsOfOneLineNearToEachOther() {
		Bytes code = Bytes.empty();
		for (int i = 0; i < 40_000; i++) {
			int plus = 8192 * (i / 4) + 4 * (i % 4);
			code.raw("20 00 41 %02x %02x %02x %02x 00".formatted(plus & 0x7f | 0x80, plus >> 7 & 0x7f | 0x80,
					plus >> 14 & 0x7f | 0x80, plus >> 21 | 0x80));
			code.raw("6a 28 02 00 1a");
		}
		compile("01 01 7f", code);
	}

	/// What makes the tables of classes and texts of languages that collect garbage.
	@Test
	void compilesArraysOfGlobals() {
		int count = 9_000;
		Bytes code = Bytes.empty().raw("23 00".repeat(count)).raw("fb 08 01").unsigned(count).raw("1a");
		compile(Bytes.module()
			.section(1, "02 60 00 00 5e 7f 01")
			.section(3, "01 00")
			.section(6, "01 7f 00 41 07 0b")
			.section(10, body("00", code)));
	}

	@Test
	void compilesTensOfThousandsOfOperandsThatAreAllAlive() {
		compile("00", Bytes.empty().raw("41 00 40 00".repeat(COUNT)).raw("6a".repeat(COUNT - 1)).raw("1a"));
	}

	@Test
	void compilesHandlersInHandlers() {
		Bytes nested = Bytes.empty().raw("02 40 1f 40 01 02 00".repeat(COUNT / 4)).raw("10 00");
		compile("00", nested.raw("0b 0b 10 00".repeat(COUNT / 4)));
	}

	@Test
	void compilesATableOfBranchesToAsManyPlaces() {
		Bytes code = Bytes.empty().raw("02 40".repeat(COUNT)).raw("20 00 0e").unsigned(5 * COUNT);
		for (int i = 0; i <= 5 * COUNT; i++) {
			code.unsigned(i * 7 % COUNT);
		}
		compile("01 01 7f", code.raw("0b 20 00 41 03 6c 21 00".repeat(COUNT)));
	}

	/// C2 does not compile a method with more, nor one that calls it.
	@Test
	void passesFewArgumentsOnTheStackHoweverMuchIsAlive() {
		int count = 90;
		Bytes code = Bytes.empty();
		for (int i = 0; i < 40 * count; i++) {
			code.raw("20").unsigned(i % count).raw("20").unsigned(i * 7 % count).raw("6a 21").unsigned(i * 31 % count);
		}
		Bytes module = Bytes.module()
			.section(1, "01 60 00 00")
			.section(3, "01 00")
			.section(10, body("01 da 00 7f", code));
		CompileRequest request = new CompileRequest("alive", module.toByteArray(), CompilerSettings.DEFAULT);
		List<Integer> parameters = CompiledClasses.methods(request, MethodLimits.DEFAULT)
			.filter((method) -> method.methodName().stringValue().contains("$"))
			.map((method) -> method.methodTypeSymbol().parameterCount())
			.toList();
		assertThat(parameters).hasSizeGreaterThan(2).allSatisfy((piece) -> assertThat(piece).isBetween(2, 27));
	}

	private static void compile(String locals, Bytes code) {
		compile(Bytes.module()
			.section(1, "01 60 00 00")
			.section(3, "01 00")
			.section(5, "01 00 01")
			.section(10, body(locals, code)));
	}

	private static byte[] body(String locals, Bytes code) {
		byte[] body = Bytes.empty().raw(locals).raw(code.toByteArray()).raw("0b").toByteArray();
		return Bytes.empty().unsigned(1).unsigned(body.length).raw(body).toByteArray();
	}

	private static void compile(Bytes module) {
		CompilerSettings settings = CompilerSettings.DEFAULT.withFeatures(Feature.WASM3);
		byte[] artifact = new WasmCompiler().compile(new CompileRequest("large", module.toByteArray(), settings));
		try (Artifact opened = Artifact.of("large", artifact)) {
			assertThat(opened.classNames()).isNotEmpty();
		}
	}

}
