package dev.graft.compiler.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.Wat;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// Type definitions, and references whose type is known.
class TypeValidationTests {

	@Test
	void typesReferToTheirGroupAndToWhatIsBeforeIt() {
		valid("(rec (type $a (struct (field (ref $b)))) (type $b (array (ref $a)))) (type (func (param (ref $b))))");
		invalid("(type (struct (field (ref 1)))) (type (struct))", "unknown type 1 in type 0");
		invalid("(type (func (result (ref 0xffffffff))))", "unknown type 4294967295 in type 0");
		invalid("(rec (type (sub 1 (func))) (type (sub (func))))", "unknown type 1 in type 0");
	}

	@Test
	void supertypesAreOpenAndOfTheSameShape() {
		valid("(type $a (sub (struct))) (type $b (sub final $a (struct (field i8))))");
		invalid("(type $a (struct)) (type (sub $a (struct)))", "sub type 1 does not match supertype 0");
		invalid("(type $a (sub (struct))) (type (sub $a (array i8)))", "sub type 1 does not match supertype 0");
		invalid("(type $a (sub (func))) (type $b (sub (func))) (type (sub $a $b (func)))", "sub type in type 2");
	}

	@Test
	void noTypeHasMoreThan63Supertypes() {
		StringBuilder chain = new StringBuilder("(type (sub (func)))");
		for (int type = 1; type <= 63; type++) {
			chain.append("(type (sub %d (func)))".formatted(type - 1));
		}
		valid(chain.toString());
		chain.append("(type (sub 63 (func)))");
		assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(() -> validate(chain.toString()))
			.withMessageContaining("more than 63 supertypes");
	}

	@Test
	void everyMentionOfATypeIsLookedUp() {
		invalid("(import \"m\" \"g\" (global (ref null 7)))", "unknown type 7");
		invalid("(import \"m\" \"t\" (table 1 (ref null 7)))", "unknown type 7");
		invalid("(table 1 (ref null 7))", "unknown type 7");
		invalid("(global (ref null 7) (ref.null func))", "unknown type 7");
		invalid("(elem (ref null 7))", "unknown type 7");
		invalid("(func (local (ref null 7)))", "unknown type 7");
		invalid("(func block (result (ref null 7)) unreachable end drop)", "unknown type 7");
		invalid("(func (select (result (ref 7)) (unreachable)) drop)", "unknown type 7");
		invalid("(func ref.null 7 drop)", "unknown type 7");
		invalid("(func unreachable call_ref 7)", "unknown type 7");
		invalid("(func (type 0)) (type (struct))", "type mismatch: type 0 is no function type");
		invalid("(type (struct)) (func block (type 0) end)", "type mismatch");
		invalid("(type (struct)) (func unreachable call_ref 0)", "type mismatch");
	}

	@Test
	void aLocalThatCannotBeNullIsSetBeforeItIsRead() {
		invalid("(func (local (ref func)) local.get 0 drop)", "uninitialized local");
		valid("(func (param (ref func)) local.get 0 drop)");
		valid("(func $f (local (ref func)) ref.func $f local.set 0 local.get 0 drop) (elem declare func $f)");
		valid("(func $f (local (ref func)) ref.func $f local.tee 0 drop block local.get 0 drop end)"
				+ "(elem declare func $f)");
		invalid("(func $f (local (ref func)) block ref.func $f local.set 0 end local.get 0 drop)"
				+ "(elem declare func $f)", "uninitialized local");
		invalid("(func $f (local (ref func)) i32.const 1 if ref.func $f local.set 0 else local.get 0 drop end)"
				+ "(elem declare func $f)", "uninitialized local");
		invalid("(func $f (local (ref func) (ref func)) ref.func $f local.set 1 unreachable local.get 0 drop)"
				+ "(elem declare func $f)", "uninitialized local");
	}

	@Test
	void referencesToFunctionsHaveExactlyTheirType() {
		valid("(type $t (func)) (func $f (type $t)) (global (ref $t) (ref.func $f))");
		valid("(type $s (sub (func))) (type $t (sub $s (func))) (func $f (type $t)) (global (ref $s) (ref.func $f))");
		invalid("(type $t (func)) (func $f (param i32)) (global (ref $t) (ref.func $f))", "type mismatch");
	}

	@Test
	void itemsOfSegmentsHaveTheTypeOfTheSegment() {
		valid("(type $t (func)) (func $f) (elem (ref $t) (ref.func $f))");
		valid("(table 1 (ref func) (ref.func $f)) (func $f) (elem (i32.const 0) func $f)");
		invalid("(type $t (func)) (func $f (param i32)) (elem (ref null $t) (ref.func $f))", "type mismatch");
		invalid("(type $t (func)) (table 1 (ref null $t)) (func $f) (elem (i32.const 0) func $f)", "type mismatch");
		invalid("(func $f) (elem (ref null extern) (ref.func $f))", "type mismatch");
	}

	@Test
	void branchesOnNullKnowMoreAfterwards() {
		valid("(func (param funcref) (result (ref func)) block local.get 0 br_on_null 0 return end unreachable)");
		valid("(func (param funcref) (result (ref func))"
				+ "block (result (ref func)) local.get 0 br_on_non_null 0 unreachable end)");
		invalid("(func (param i32) block local.get 0 br_on_null 0 drop end)", "type mismatch in br_on_null");
		invalid("(func (param funcref) block local.get 0 br_on_non_null 0 end)", "type mismatch in br_on_non_null");
		invalid("(func block (result i32) unreachable br_on_non_null 0 i32.const 0 end drop)",
				"type mismatch in br_on_non_null");
	}

	@Test
	void deadCodeKeepsReferencesApartFromNumbers() {
		valid("(func unreachable ref.as_non_null drop)");
		valid("(func (result externref) unreachable ref.as_non_null)");
		invalid("(func unreachable ref.as_non_null i32.eqz drop)", "type mismatch in i32.eqz");
		invalid("(func block unreachable br_on_null 0 f32.neg drop end)", "type mismatch in f32.neg");
	}

	@Test
	void namesTheFeatureThatIsMissing() {
		EnumSet<Feature> withoutGc = EnumSet.allOf(Feature.class);
		withoutGc.remove(Feature.GC);
		for (String module : new String[] { "(module (type (struct)))", "(module (type (sub (func))))",
				"(module (rec (type (func)) (type (func))))", "(module (func (param eqref)))" }) {
			assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(() -> Wat.decode(module, withoutGc))
				.satisfies((refused) -> assertThat(refused.feature()).isEqualTo("gc"));
		}
	}

	private static void valid(String fields) {
		assertThatCode(() -> validate(fields)).as(fields).doesNotThrowAnyException();
	}

	private static void invalid(String fields, String message) {
		assertThatExceptionOfType(InvalidModuleException.class).as(fields)
			.isThrownBy(() -> validate(fields))
			.withMessageContaining(message);
	}

	private static void validate(String fields) {
		Wat.validate(Wat.decode("(module " + fields + ")", EnumSet.allOf(Feature.class)));
	}

}
