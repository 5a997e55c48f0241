package dev.graft.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.Wat;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.timing.StageClock;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RareFunctionsTests {

	private static List<Integer> rare(String fields) {
		return RareFunctions.of(Wat.decode("(module " + fields + ")", EnumSet.allOf(Feature.class)))
			.stream()
			.boxed()
			.toList();
	}

	@Test
	void areWhatACommandCalls() {
		assertThat(rare("""
				(import "m" "f" (func))
				(func (export "_start") (call 0) (call 2)) (func (if (i32.const 1) (then (call 3)))) (func) (func)"""))
			.containsExactly(1, 2, 3);
	}

	@Test
	void areWhatTheStartFunctionCalls() {
		assertThat(rare("(start 1) (func) (func (return_call 0))")).containsExactly(0, 1);
	}

	@Test
	void areNoneWhereNothingIsRunOnce() {
		assertThat(rare("(func (export \"run\") (call 1)) (func)")).isEmpty();
	}

	@Test
	void areNotCalledInLoops() {
		assertThat(rare("""
				(func (export "_start") (loop (block (call 1))) (call 2)) (func (call 3)) (func (call 3)) (func)"""))
			.containsExactly(0, 2);
	}

	@Test
	void areNotCalledByOthers() {
		assertThat(rare("""
				(func (export "_start") (call 1) (call 2)) (func) (func) (func (call 4)) (func (call 1))"""))
			.containsExactly(0, 2);
	}

	@Test
	void areNotKnownToAnybodyElse() {
		assertThat(rare("""
				(table 1 funcref) (elem (i32.const 0) 1)
				(func (export "_start") (call 1) (call 2) (call 3)) (func) (func (export "run")) (func)"""))
			.containsExactly(0, 3);
	}

	@Test
	void doNotCallThemselves() {
		assertThat(rare("""
				(func (export "_start") (call 1) (call 2)) (func (call 1)) (func (call 3)) (func (call 2))"""))
			.containsExactly(0);
	}

	@Test
	void areCalledSeldom() {
		String calls = "(call 1)".repeat(10);
		assertThat(rare("(func (export \"_start\") " + calls + ") (func " + "(call 2)".repeat(10) + ") (func)"))
			.containsExactly(0, 1, 2);
		assertThat(rare("(func (export \"_start\") " + calls + ") (func " + "(call 2)".repeat(11) + ") (func)"))
			.containsExactly(0, 1);
	}

	/// The constants are written like calls of function 1.
	@Test
	void areNotCalledByNumbers() {
		assertThat(
				rare("(func (export \"_start\") (call 1)) (func) (func (drop (i32.const 144)) (drop (i64.const 272)))"))
			.containsExactly(0, 1);
	}

	/// Whose functions are compiled when they are called has made its fields before.
	@ParameterizedTest
	@CsvSource({ "f32, 16", "f64, 40", "i32, 110", "i64, 32", "externref, 6" })
	void findRoomForWhatTheirLoopsPass(String type, int locals) {
		StringBuilder results = new StringBuilder();
		StringBuilder rotation = new StringBuilder();
		for (int local = 1; local <= locals; local++) {
			results.append("(local.get ").append(local).append(')');
			rotation.append("(local.set ").append(local).append(" (local.get ").append(local % locals + 1).append("))");
		}
		String again = "(br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))";
		String types = (" " + type).repeat(locals);
		ModuleModel module = Wat.decode(
				"(module (func (export \"_start\") (param i32) (result" + types + ") (local" + types
						+ ") (loop (loop (loop " + rotation + again.repeat(3) + results + "))",
				EnumSet.allOf(Feature.class));
		ModuleEmitter emitter = ModuleEmitter.of(module, CompilerSettings.DEFAULT, "graft.wasm.rare", (data) -> false,
				MethodLimits.DEFAULT, StageClock.NONE);
		assertThat(emitter.fitsOutline(emitter.compile(0))).isTrue();
	}

}
