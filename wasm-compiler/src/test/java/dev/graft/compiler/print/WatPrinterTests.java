package dev.graft.compiler.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.Wat;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// Modules come back as the text format writes them. That nothing gets lost on the way is
/// what the round trips of wasm-cli show, with the suite's modules and generated ones.
class WatPrinterTests {

	@Test
	void printsOneInstructionPerLine() {
		assertThat(print("""
				(module (memory 1) (func $add (export "add") (param i32) (result i32)
				  (if (result i32) (i32.load offset=4 (local.get 0)) (then (i32.const -1)) (else (unreachable)))))"""))
			.isEqualTo("""
					(module
					  (type (;0;) (func (param i32) (result i32)))
					  (func $add (;0;) (type 0) (param i32) (result i32)
					    local.get 0
					    i32.load offset=4
					    if (result i32)
					      i32.const -1
					    else
					      unreachable
					    end)
					  (memory (;0;) 1)
					  (export "add" (func $add)))
					""");
	}

	@Test
	void namesFunctionsOnlyByWhatTellsThemApart() {
		assertThat(print("(module (func $a (call $\"two words\") (call 2)) (func $\"two words\") (func))"))
			.contains("(func $a (;0;)", "call $\"two words\"", "call 2", "(func (;2;)");
	}

	@Test
	void keepsTheBitsOfNumbers() {
		assertThat(
				print("""
						(module
						  (global f32 (f32.const -nan:0x200001)) (global f64 (f64.const nan)) (global f64 (f64.const -inf))
						  (global f32 (f32.const 0x1p-149)) (global f64 (f64.const -0)) (global i64 (i64.const 0x8000000000000000)))"""))
			.contains("f32.const -nan:0x200001", "f64.const nan)", "f64.const -inf", "f32.const 0x0.000002p-126",
					"f64.const -0x0.0p0", "i64.const -9223372036854775808");
	}

	@Test
	void escapesWhatIsNotPrintable() {
		assertThat(print("(module (memory 1) (data (i32.const 0) \"a\\\"\\\\\\00\\ff~\"))"))
			.contains("(data (;0;) (memory 0) (offset i32.const 0) \"a\\22\\5c\\00\\ff~\")");
	}

	@Test
	void printsRecursiveTypesAndWhatTheyExtend() {
		assertThat(print("""
				(module (rec (type $node (sub (struct (field (ref null $leaf)))))
				             (type $leaf (sub final $node (struct (field (ref null $leaf)) (field (mut i8)))))))"""))
			.contains("""
					  (rec
					    (type (;0;) (sub (struct (field (ref null 1)))))
					    (type (;1;) (sub final 0 (struct (field (ref null 1)) (field (mut i8)))))
					  ))
					""");
	}

	@Test
	void doesNotIndentDeepBlocksForEver() {
		int depth = 10_000;
		String nested = "(module (func " + "block ".repeat(depth) + "end ".repeat(depth) + "))";
		assertThat(print(nested).length()).isLessThan(depth * 200);
	}

	private static String print(String text) {
		return WatPrinter.print(Wat.decode(text, EnumSet.allOf(Feature.class)));
	}

}
