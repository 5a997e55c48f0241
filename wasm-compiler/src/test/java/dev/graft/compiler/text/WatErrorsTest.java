package dev.graft.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.MalformedModuleException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about text that is not a module: where, what, what was expected, what was
/// found.
class WatErrorsTest {

	private static MalformedModuleException refusal(String text) {
		return assertThatExceptionOfType(MalformedModuleException.class)
			.isThrownBy(() -> WatParser.parse("bad.wat", text))
			.actual();
	}

	@Test
	void namesFileLineColumnExpectedAndFound() {
		MalformedModuleException refusal = refusal("(module\n  (func\n    i32.konst 1))");
		assertThat(refusal)
			.hasMessage("bad.wat 3:5, unknown operator i32.konst: expected an instruction, found i32.konst");
		assertThat(refusal.location()).isEqualTo("3:5");
		assertThat(refusal.found()).isEqualTo("i32.konst");
	}

	@Test
	void countsCharactersNotBytes() {
		assertThat(refusal("(; äöü 😀 ;) oops").location()).isEqualTo("1:13");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			value = { "(func (i32.const))|unexpected token", "(func (block $a) end $a)|unexpected token",
					"(func block $a end $b)|mismatching label", "(func br $l)|unknown label",
					"(func (local.get $x))|unknown local", "(func $f) (func $f)|duplicate func",
					"(func (param $x i32) (local $x i32))|duplicate local",
					"(func) (import @@ @@ (func))|import after function",
					"(memory 1) (func (import @@ @@))|import after memory",
					"(start 0) (start 0) (func)|multiple start sections",
					"(type (func)) (func (type 0) (param i32))|inline function type",
					"(func (type 3) (param i32))|unknown type",
					"(memory 1) (func (i32.load align=3))|alignment must be a power of two",
					"(func (if (i32.const 0)))|unexpected token", "(func (i32.const 1) (then))|unexpected token",
					"(func \"a\"\"b\")|unknown operator", "(module) (module)|unexpected token",
					"(module|unexpected token", "(func $)|empty identifier", "(@)|empty annotation id",
					"(@x|unclosed annotation", "(; |unclosed comment", "(export \"x|unclosed string",
					"(export \"\\q\" (func 0))|illegal escape", "(export \"\\ff\" (func 0))|malformed UTF-8 encoding",
					"(func (result i32) (param i32))|unexpected token", "(table 1 anyfunc)|unknown operator anyfunc" })
	void saysWhatIsWrongInTheWordsOfTheSpecificationsTests(String text, String what) {
		assertThat(refusal(text.replace("@@", "\"\"")).what()).startsWith(what);
	}

	@Test
	void saysWhereBytesAreNotUtf8() {
		byte[] text = "(func)\n;; \u00e9".getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(MalformedModuleException.class).isThrownBy(() -> WatParser.parse("bad.wat", text))
			.withMessageContaining("2:4")
			.withMessageContaining("malformed UTF-8 encoding");
	}

}
