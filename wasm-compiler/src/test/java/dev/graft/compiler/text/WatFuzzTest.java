package dev.graft.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.ModuleException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random input: whatever it is, the answer is a module or a typed exception. The seeds
/// are fixed, so every run is the same.
class WatFuzzTest {

	private static final int ROUNDS = 20_000;

	private static final List<String> SEEDS = List.of("""
			(module $m (type $t (func (param i32) (result i32)))
			  (import "a" "b" (func $i (type $t)))
			  (table $tab 1 10 funcref) (memory (export "mem") 1 2) (global $g (mut f64) (f64.const -0x1.8p-3))
			  (elem $e (table $tab) (offset (i32.const 0)) func $i $f) (data $d (i32.const 0) "a\\00\\u{1F600}")
			  (func $f (export "f") (type $t) (local $x i64)
			    (block $l (result i32) (br_table $l 0 (i32.const 1) (local.get 0)))
			    if (result i32) i32.const 0x7fff_ffff else (i32.load8_u offset=4 align=1 (i32.const 2)) end
			    (drop (select (result f32) (f32.const nan:0x123) (f32.const 1e10) (i32.const 0)))
			    (call_indirect $tab (type $t) (i32.const 1) (i32.const 0)) i32.add)
			  (start $s) (func $s))""",
			"""
					(table funcref (elem (ref.func 0) (item ref.null func))) (memory (data "x" "y"))
					(func (export "") (import "" "")) (@note (x "y")) (; c ;) (rec (type (sub final (func))))
					(func (if (i32.eqz (i32.const 1)) (then (return)) (else unreachable)) (loop $a (br_if $a (i32.const 0))))
					(elem declare externref (ref.null extern)) (tag (param i32)) (global i64 i64.const -9223372036854775808)""");

	private static final List<String> WORDS = List.of("(", ")", "(module", "(func", "end", "else", "(then", "block",
			"$l", "0", "-1", "0x1p", "nan", "nan:0x", "i32.const", "(result i32)", "(param", "\"", "\"\\", "(;", ";)",
			";;", "(@a", "(type 0)", "(ref null 0)", "br_table", "offset=", "align=3", "18446744073709551616",
			"1e999999999", "(import \"\" \"\"", "(export \"a\"", "\u00e9", "\0", "(elem", "(data", "(offset", "(item",
			"select", "{", "$");

	private static void parse(byte[] text) {
		try {
			assertThat(WatParser.parse("fuzz.wat", text).binary()).startsWith(0, 'a', 's', 'm');
		}
		catch (ModuleException ex) {
			assertThat(ex.location()).matches("\\d+:\\d+");
		}
	}

	@Test
	void survivesRandomBytes() {
		Random random = new Random(1);
		for (int i = 0; i < ROUNDS; i++) {
			byte[] text = new byte[random.nextInt(100)];
			random.nextBytes(text);
			parse(text);
		}
	}

	@Test
	void survivesRandomWords() {
		Random random = new Random(2);
		for (int i = 0; i < ROUNDS; i++) {
			StringBuilder text = new StringBuilder();
			for (int words = random.nextInt(30); words > 0; words--) {
				text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
			}
			parse(text.toString().getBytes(StandardCharsets.UTF_8));
		}
	}

	@Test
	void survivesDamagedModules() {
		Random random = new Random(3);
		for (int i = 0; i < ROUNDS; i++) {
			StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
			for (int damages = 1 + random.nextInt(4); damages > 0; damages--) {
				damage(text, random);
			}
			parse(text.toString().getBytes(StandardCharsets.UTF_8));
		}
	}

	private static void damage(StringBuilder text, Random random) {
		int at = random.nextInt(text.length());
		switch (random.nextInt(4)) {
			case 0 -> text.deleteCharAt(at);
			case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
			case 2 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
			default -> text.setCharAt(at, (char) random.nextInt(' ', 127));
		}
		if (text.isEmpty()) {
			text.append(' ');
		}
	}

	@Test
	void survivesAnyDepthOfNesting() {
		int depth = 200_000;
		parse(("(func" + " (block".repeat(depth) + ")".repeat(depth) + ")").getBytes(StandardCharsets.UTF_8));
		parse(("(func (result i32)" + " (i32.eqz".repeat(depth) + " (i32.const 0)" + ")".repeat(depth) + ")")
			.getBytes(StandardCharsets.UTF_8));
		parse(("(func" + " (if (i32.const 0) (then".repeat(depth) + "))".repeat(depth) + ")")
			.getBytes(StandardCharsets.UTF_8));
		parse("(".repeat(depth).getBytes(StandardCharsets.UTF_8));
		parse("(;".repeat(depth).getBytes(StandardCharsets.UTF_8));
		parse("(@a".repeat(depth).getBytes(StandardCharsets.UTF_8));
	}

}
