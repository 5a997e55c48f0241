package dev.graft.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.compiler.Wat;
import dev.graft.compiler.model.CustomSection;
import dev.graft.compiler.model.ModuleModel;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {

	private static byte[] contents(ModuleModel module, CustomSection section) {
		byte[] contents = new byte[section.length()];
		System.arraycopy(module.bytes(), section.contentOffset(), contents, 0, contents.length);
		return contents;
	}

	private static CustomSection section(ModuleModel module, String name) {
		return module.customSections().stream().filter((each) -> each.name().equals(name)).findFirst().orElseThrow();
	}

	private static String text(ModuleModel module, String name) {
		return new String(contents(module, section(module, name)), StandardCharsets.UTF_8);
	}

	@Test
	void writesCustomSectionsWhereTheySayInTheOrderOfTheText() {
		ModuleModel module = Wat.decode("""
				(module (@custom "last") (@custom "c" (after type) "1" "2") (@custom "b" (before type))
				  (@custom "a" (before first)) (func) (@custom "d" (after type)) (@custom "e" (before global))
				  (@custom "f" (after code)) (@custom "g" (after last) "\\00\\ff"))""");
		assertThat(module.customSections()).extracting(CustomSection::name)
			.containsExactly("a", "b", "c", "d", "e", "f", "last", "g");
		assertThat(text(module, "c")).isEqualTo("12");
		assertThat(contents(module, section(module, "g"))).containsExactly(0, 0xFF);
	}

	@Test
	void letsNamesInAnnotationsStandForIdentifiers() {
		ModuleModel module = Wat.decode(
				"""
						(module $m (@name "the module")
						  (import "a" "b" (func $i (@name "λ imported")))
						  (func (@name "first") (param (@name "p") i32) (local $l (@name "q") i32) (call $second (local.get $l)))
						  (func $second (@name "two") (param i32))
						  (type $t (@name "T") (struct (field (@name "f") i32)))
						  (func $third))""",
				EnumSet.allOf(Feature.class));
		assertThat(module.names().moduleName()).isEqualTo("the module");
		assertThat(List.of(0, 1, 2, 3)).extracting(module.names()::functionName)
			.containsExactly("λ imported", "first", "two", "third");
		assertThat(text(module, "name")).contains("p", "q", "T").doesNotContain("second");
	}

	@Test
	void writesBranchHintsWithTheOffsetsOfInstructions() {
		ModuleModel module = Wat.decode("""
				(module (func) (func (param i32) (local i64)
				  block
				    local.get 0
				    (@metadata.code.branch_hint "\\01") br_if 0
				    (@metadata.code.branch_hint "\\00") (if (local.get 0) (then))
				    (@metadata.code.branch_hint "\\01") (br_if 0 (local.get 0))
				  end))""");
		byte[] hints = contents(module, section(module, "metadata.code.branch_hint"));
		assertThat(HexFormat.of().formatHex(hints)).isEqualTo("0101" + "03" + "070101" + "0b0100" + "100101");
		int body = module.body(1).offset();
		assertThat(HexFormat.of().formatHex(module.bytes(), body, body + 20))
			.isEqualTo("01017e" + "0240" + "2000" + "0d00" + "2000" + "0440" + "0b" + "2000" + "0d00" + "0b0b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(module (func (@name \"a\") (@name \"b\")))", "(module (@name \"a\" \"b\"))",
			"(module (export (@name \"a\") \"f\" (func 0)) (func))", "(module (@name))", "(module (@name \"\\ff\"))",
			"(module (func (param (@name \"a\") i32 i32)))", "(module (memory (@custom \"a\") 1))",
			"(module (@custom \"a\" (before type) (after type)))", "(module (@custom \"a\" (before type func)))",
			"(@custom \"a\") (module)",
			"(module (func (param i32) local.get 0 (@metadata.code.branch_hint \"\\02\") if end))",
			"(module (func (param i32) local.get 0 (@metadata.code.branch_hint) if end))",
			"(module (global i32 (@metadata.code.branch_hint \"\\00\") (i32.const 0)))" })
	void refusesWhatMeansNothing(String module) {
		assertThatExceptionOfType(MalformedModuleException.class).isThrownBy(() -> WatParser.parse("test.wat", module));
	}

	@ParameterizedTest
	@ValueSource(strings = { "(module (func (@metadata.code.branch_hint \"\\00\") nop))",
			"(module (func (@metadata.code.branch_hint \"\\00\") (block)))",
			"(module (func nop (@metadata.code.branch_hint \"\\00\")))" })
	void refusesHintsForWhatDoesNotBranch(String module) {
		assertThatExceptionOfType(InvalidModuleException.class).isThrownBy(() -> WatParser.parse("test.wat", module))
			.withMessageContaining("@metadata.code.branch_hint annotation: invalid target");
	}

	@Test
	void letsAllOtherAnnotationsStandAnywhere() {
		ModuleModel module = Wat.decode(
				"((@a)module(@b (x)) (@metadata.code.other \"\\00\") (func (@\"c d\" [,]) (result (@e) i32) i32.const (@f 1) 7))");
		assertThat(module.customSections()).isEmpty();
		assertThat(module.functionCount()).isEqualTo(1);
	}

}
