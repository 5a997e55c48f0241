package dev.graft.compiler.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.Wat;
import dev.graft.compiler.decode.ModuleDecoder;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The rules; the specification's suite tests them in depth.
class ValidationTests {

	private static void assertValid(String text) {
		assertThatCode(() -> Wat.validate(Wat.decode(text))).as(text).doesNotThrowAnyException();
	}

	private static void assertInvalid(String what, String text) {
		assertThatExceptionOfType(ModuleException.class).as(text)
			.isThrownBy(() -> Wat.validate(Wat.decode(text)))
			.isInstanceOf(InvalidModuleException.class)
			.satisfies((ex) -> assertThat(ex.what()).startsWith(what));
	}

	private static void assertInvalidBody(String what, String body) {
		assertInvalid(what, "(module (memory 1) (table 1 funcref) (func " + body + "))");
	}

	// ---- operands

	@Test
	void checksOperandTypes() {
		assertInvalidBody("type mismatch in i32.add", "i32.const 1 i64.const 1 i32.add drop");
		assertInvalidBody("type mismatch in i32.add", "i32.const 1 i32.add drop");
		assertInvalidBody("type mismatch in drop", "drop");
		assertInvalidBody("type mismatch in end", "i32.const 1");
		assertInvalidBody("type mismatch in select", "ref.null func ref.null func i32.const 1 select drop");
		assertInvalidBody("type mismatch in ref.is_null", "i32.const 1 ref.is_null drop");
		assertInvalidBody("invalid result arity",
				"i32.const 1 i32.const 1 i32.const 1 select (result i32 i32) drop drop");
	}

	@Test
	void letsOperandsOfUnreachableCodeBeWhateverIsNeeded() {
		assertValid("(module (func (result i64) unreachable i32.add i64.extend_i32_u))");
		assertValid("(module (func unreachable select drop))");
		assertValid("(module (func (result i32) unreachable i32.const 1 select i32.eqz))");
		assertInvalidBody("type mismatch in i32.add", "unreachable i64.const 1 i32.add drop");
		assertInvalidBody("type mismatch in end", "unreachable i32.const 1 i32.const 2");
	}

	@Test
	void doesNotReachOperandsBelowABlock() {
		assertInvalidBody("type mismatch in drop", "i32.const 1 block drop end");
		assertInvalidBody("type mismatch in end", "i32.const 1 block (result i32) end drop");
	}

	@Test
	void checksWhatBranchesTakeAlong() {
		assertInvalidBody("type mismatch in br", "block (result i32) br 0 end drop");
		assertInvalidBody("type mismatch in br_if", "block (result i32) i64.const 1 i32.const 1 br_if 0 end drop");
		assertValid("(module (func i32.const 1 loop (param i32) br 0 end))");
		assertInvalidBody("type mismatch in br_table",
				"block (result i32) block i32.const 1 i32.const 0 br_table 0 1 end i32.const 1 end drop");
		assertInvalidBody("unknown label 2", "block br 2 end");
	}

	@Test
	void wantsAnElseWhereParametersAreNotTheResults() {
		assertInvalidBody("type mismatch in end", "i32.const 1 if (result i32) i32.const 1 end drop");
		assertValid("(module (func i32.const 2 i32.const 1 if (param i32) (result i32) end drop))");
	}

	@Test
	void namesThePlaceTheExpectedAndTheFound() {
		assertThatExceptionOfType(InvalidModuleException.class)
			.isThrownBy(() -> Wat.validate(Wat.decode("(module (func nop) (func i64.const 1 i32.eqz drop))")))
			.withMessage("test.wat @0x1e in function 1, type mismatch in i32.eqz: expected i32, found i64");
	}

	// ---- indices

	@Test
	void checksEveryIndex() {
		assertInvalidBody("unknown local 0", "local.get 0 drop");
		assertInvalidBody("unknown global 0", "global.get 0 drop");
		assertInvalidBody("unknown function 3", "call 3");
		assertInvalidBody("unknown table 1", "i32.const 0 table.get 1 drop");
		assertInvalidBody("unknown elem segment 0", "elem.drop 0");
		assertInvalidBody("unknown data segment 0", "data.drop 0");
		assertInvalid("unknown memory 0", "(module (func i32.const 0 i32.load drop))");
		assertInvalid("unknown type 5", "(module (func (type 5)))");
		assertInvalid("unknown function 1", "(module (func) (start 1))");
		assertInvalid("unknown memory 0", "(module (export \"m\" (memory 0)))");
		assertInvalid("unknown table 0", "(module (elem (table 0) (i32.const 0) func))");
		assertInvalid("unknown function 7", "(module (elem func 7))");
	}

	@Test
	void findsLocalsInEveryGroup() {
		String locals = "(param i32 i64) (local f32 f32) (local f64) (local externref)";
		assertValid("(module (func " + locals + " local.get 1 i64.eqz drop local.get 3 f32.neg drop "
				+ "local.get 4 f64.neg drop local.get 5 ref.is_null drop))");
		assertInvalid("unknown local 6", "(module (func " + locals + " local.get 6 drop))");
	}

	@Test
	void checksMemoryAccesses() {
		assertInvalidBody("alignment must not be larger than natural", "i32.const 0 i32.load align=8 drop");
		assertInvalidBody("offset out of range", "i32.const 0 i32.load offset=4294967296 drop");
		assertValid("(module (memory 1) (func i32.const 0 i32.load offset=4294967295 drop))");
	}

	@Test
	void checksElementTypes() {
		assertInvalid("type mismatch", "(module (type (func)) (table 1 externref) (func i32.const 0 call_indirect))");
		assertInvalid("type mismatch", "(module (table 1 externref) (elem (i32.const 0) funcref))");
		assertInvalid("type mismatch in table.copy", "(module (table 1 funcref) (table 1 externref) "
				+ "(func i32.const 0 i32.const 0 i32.const 0 table.copy 0 1))");
	}

	@Test
	void wantsReferencesToFunctionsToBeDeclared() {
		assertInvalid("undeclared function reference", "(module (func ref.func 0 drop))");
		assertValid("(module (func ref.func 0 drop) (export \"f\" (func 0)))");
		assertValid("(module (func ref.func 0 drop) (elem declare func 0))");
		assertValid("(module (func ref.func 0 drop) (global funcref (ref.func 0)))");
	}

	@Test
	void wantsADataCountSectionForInstructionsOnDataSegments() {
		byte[] module = Bytes.module()
			.section(1, "01 60 00 00")
			.section(3, "01 00")
			.section(10, "01 05 00 fc 09 00 0b")
			.section(11, "01 01 00")
			.toByteArray();
		assertThatExceptionOfType(MalformedModuleException.class)
			.isThrownBy(() -> Wat.validate(ModuleDecoder.decode("test", module, Feature.WASM2)))
			.satisfies((ex) -> assertThat(ex.what()).isEqualTo("data count section required"));
	}

	// ---- modules

	@Test
	void checksConstantExpressions() {
		assertInvalid("constant expression required", "(module (global i32 (i32.eqz (i32.const 0))))");
		assertInvalid("constant expression required",
				"(module (global (mut i32) (i32.const 0)) (global i32 (global.get 0)))");
		assertInvalid("unknown global 0", "(module (global i32 (global.get 0)))");
		assertInvalid("type mismatch", "(module (global i32 (i64.const 0)))");
		assertInvalid("type mismatch", "(module (global i32 (i32.const 0) (i32.const 0)))");
		assertInvalid("type mismatch", "(module (memory 1) (data (offset)))");
		assertValid("(module (global i32 (i32.const 1)) (global i32 (global.get 0)))");
	}

	@Test
	void letsConstantsBeAddedWhereThatIsOn() {
		String module = "(module (global i32 (i32.add (i32.const 1) (i32.const 2))))";
		Set<Feature> extended = EnumSet.copyOf(Feature.WASM2);
		extended.add(Feature.EXTENDED_CONST);
		assertThatCode(() -> Wat.validate(Wat.decode(module, extended))).doesNotThrowAnyException();
	}

	@Test
	void checksLimits() {
		assertInvalid("memory size", "(module (memory 65537))");
		assertInvalid("memory size", "(module (memory 0 65537))");
		assertInvalid("size minimum must not be greater than maximum", "(module (memory 2 1))");
		assertInvalid("size minimum must not be greater than maximum", "(module (table 2 1 funcref))");
		assertInvalid("memory size", "(module (import \"m\" \"m\" (memory 65537)))");
		assertValid("(module (memory 65536 65536))");
	}

	@Test
	void checksExportsStartAndAssignments() {
		assertInvalid("duplicate export name", "(module (func (export \"a\") (export \"a\")))");
		assertInvalid("start function", "(module (func (param i32)) (start 0))");
		assertInvalid("immutable global", "(module (global i32 (i32.const 1)) (func i32.const 1 global.set 0))");
	}

	@Test
	void refusesSecondMemoriesByName() {
		assertThatExceptionOfType(UnsupportedFeatureException.class)
			.isThrownBy(() -> Wat.validate(Wat.decode("(module (memory 1) (memory 1))")))
			.satisfies((ex) -> assertThat(ex.feature()).isEqualTo("multi-memory"));
	}

	@Test
	void refusesInstructionsOfFeaturesThatAreOffByName() {
		Set<Feature> features = EnumSet.copyOf(Feature.WASM2);
		features.remove(Feature.SIGN_EXTENSION);
		assertThatExceptionOfType(UnsupportedFeatureException.class)
			.isThrownBy(() -> Wat.validate(Wat.decode("(module (func i32.const 1 i32.extend8_s drop))", features)))
			.satisfies((ex) -> assertThat(ex.feature()).isEqualTo("sign-extension"));
	}

}
