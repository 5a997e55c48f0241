package dev.graft.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// What the text format means, shown by the bytes it stands for.
class WatParserTest {

	private static final String HEADER = "0061736d01000000";

	private static String binary(String text) {
		return HexFormat.of().formatHex(WatParser.parse("test.wat", text).binary());
	}

	private static void same(String text, String other) {
		assertThat(binary(text)).as(text).isEqualTo(binary(other));
	}

	@Test
	void encodesAModuleWithoutFields() {
		assertThat(binary("(module)")).isEqualTo(HEADER);
	}

	@Test
	void takesFieldsWithoutAModuleAroundThem() {
		same("(memory 1) (func)", "(module (memory 1) (func))");
	}

	@Test
	void encodesAFunctionSectionBySection() {
		assertThat(binary("(module (func (param i32) (result i32) local.get 0))"))
			.isEqualTo(HEADER + "0106" + "0160017f017f" + "0302" + "0100" + "0a06" + "01" + "0400" + "20000b");
	}

	@Test
	void putsOperandsBeforeFoldedOperators() {
		same("(func (result i32) (i32.sub (i32.const 1) (i32.mul (i32.const 2) (i32.const 3))))",
				"(func (result i32) i32.const 1 i32.const 2 i32.const 3 i32.mul i32.sub)");
	}

	@Test
	void unfoldsConditionsAndBranches() {
		same("(func (if (i32.const 1) (i32.eqz) (then nop) (else (unreachable))))",
				"(func i32.const 1 i32.eqz if nop else unreachable end)");
		same("(func (block (loop (br 1))))", "(func block loop br 1 end end)");
	}

	@Test
	void countsLabelsFromTheInside() {
		same("(func (block $a (block $b (br $a) (br $b) (block $a (br $a)))))",
				"(func block block br 1 br 0 block br 0 end end end)");
	}

	@Test
	void letsConditionsSeeOnlyOuterLabels() {
		same("(func (block $l (if $l (br_if $l (i32.const 0)) (i32.const 1) (then (br $l)))))",
				"(func block i32.const 0 br_if 0 i32.const 1 if br 0 end end)");
	}

	@Test
	void resolvesNamesOfLaterFields() {
		assertThat(binary(
				"(module (func $a (call $b)) (func $b (global.set $g (i32.const 1))) (global $g (mut i32) i32.const 0))"))
			.contains("10010b");
	}

	@Test
	void treatsQuotedAndPlainIdentifiersAlike() {
		assertThat(binary("(func $\"a\\62\" (call $ab))")).contains("10000b");
	}

	@Test
	void addsTheTypesThatFunctionsSpellOutBehindTheDefinedOnes() {
		same("(module (func $f (result f64) (f64.const 0)) (func $g (param i32)) (type $t (func (param i32))))",
				"(module (type $t (func (param i32))) (type (func (result f64))) (func $f (type 1) (f64.const 0)) (func $g (type 0)))");
	}

	@Test
	void expandsInlineExportsAndImports() {
		assertThat(binary("(module (func (export \"a\") (export \"b\") (import \"m\" \"n\")))"))
			.isEqualTo(HEADER + "0104" + "01600000" + "0207" + "01016d016e0000" + "0709" + "02016100000162" + "0000");
	}

	@Test
	void sizesTablesAndMemoriesByTheirInlineContents() {
		same("(module (table funcref (elem $f $f)) (func $f))",
				"(module (table 2 2 funcref) (elem (table 0) (offset i32.const 0) func $f $f) (func $f))");
		same("(module (memory (data \"abc\" \"\\00\")))", "(module (memory 1 1) (data (i32.const 0) \"abc\\00\"))");
	}

	@Test
	void choosesTheShortestFormOfAnElementSegment() {
		assertThat(binary("(elem func 0)")).endsWith("0905" + "01" + "01000100");
		assertThat(binary("(elem declare funcref (item ref.null func))")).endsWith("0907" + "01" + "0770" + "01d0700b");
	}

	@Test
	void countsDataSegmentsWhenAnInstructionRefersToOne() {
		assertThat(binary("(memory 1) (data \"x\") (func (data.drop 0))")).contains("0c0101");
		assertThat(binary("(memory 1) (data \"x\") (func)")).doesNotContain("0c0101");
	}

	@Test
	void infersAlignmentAndIndicesThatAreNotStated() {
		same("(memory 1) (func (drop (i64.load (i32.const 0))))",
				"(memory 1) (func (drop (i64.load 0 offset=0 align=8 (i32.const 0))))");
		same("(table 1 funcref) (elem func) (func (table.init 0 (i32.const 0) (i32.const 0) (i32.const 0)))",
				"(table 1 funcref) (elem func) (func (table.init 0 0 (i32.const 0) (i32.const 0) (i32.const 0)))");
	}

	@Test
	void writesSegmentAndTableInTheOrderOfTheBinaryFormat() {
		assertThat(binary("(func (table.init 1 2 (i32.const 0) (i32.const 0) (i32.const 0)))")).contains("fc0c0201");
	}

	@Test
	void usesTheShortFormsOfBlockTypes() {
		assertThat(binary("(func (block) (drop (block (result i64) (i64.const 0))))")).contains("02400b027e42000b1a");
		assertThat(binary("(type (func (param i32) (result i32))) (func (drop (block (type 0) (i32.const 0))))"))
			.contains("0200");
	}

	@Test
	void tellsTheFormsOfSelectApart() {
		assertThat(binary("(func i32.const 0 i32.const 0 i32.const 0 select drop)")).contains("1b1a");
		assertThat(binary("(func i32.const 0 i32.const 0 i32.const 0 select (result i32) drop)")).contains("1c017f1a");
	}

	@Test
	void keepsIdentifiersInTheNameSection() {
		assertThat(binary("(module $m (func $f (param $x i32) (local i32)))"))
			.endsWith("046e616d65" + "000201" + "6d" + "010401" + "000166" + "020601" + "00010001" + "78");
	}

	@Test
	void skipsCommentsAndAnnotations() {
		same("(module (; a (; nested ;) comment ;) (@other \"x\" (anything)) ;; line\n (func))", "(module (func))");
	}

	@Test
	void acceptsSegmentsInTheSyntaxOfTheFirstVersion() {
		same("(table 1 funcref) (elem 0 (i32.const 0) $f) (func $f)",
				"(table 1 funcref) (elem (i32.const 0) $f) (func $f)");
		same("(memory 1) (data 0 (i32.const 0) \"a\")", "(memory 1) (data (memory 0) (i32.const 0) \"a\")");
	}

	@Test
	void acceptsTheTypeSyntaxOfLaterVersions() {
		same("(table 1 (ref null func)) (global (ref null extern) (ref.null extern))",
				"(table 1 funcref) (global externref (ref.null extern))");
		assertThat(binary("(table 1 (ref func) (ref.func 0)) (func)")).contains("0140006470" + "0001" + "d2000b");
	}

}
