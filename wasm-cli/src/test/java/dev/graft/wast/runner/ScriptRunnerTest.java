package dev.graft.wast.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.engine.Engine;
import dev.graft.wast.reader.ScriptReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A judge that never says no is worthless: most of these scripts are wrong, and the
/// runner has to notice.
class ScriptRunnerTest {

	private static final Engine ENGINE = Engine.create();

	private static final String MODULE = """
			(module $m
			  (global (export "g") i32 (i32.const 7))
			  (func (export "one") (result i32) (i32.const 1))
			  (func (export "two") (result i32 i64) (i32.const 1) (i64.const 2))
			  (func (export "nan") (result f32) (f32.const nan:0x200001))
			  (func (export "zero") (result f64) (f64.const -0))
			  (func (export "self") (result funcref) (ref.func 0))
			  (func (export "id") (param externref) (result externref) (local.get 0))
			  (func (export "trap") unreachable)
			  (func $deep (export "deep") (call $deep)))
			""";

	private static ScriptReport run(String commands) {
		return new ScriptRunner(ENGINE)
			.run(ScriptReader.read("test.wast", (MODULE + commands).getBytes(StandardCharsets.UTF_8)));
	}

	@AfterAll
	static void closeEngine() {
		ENGINE.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(assert_return (invoke \"one\") (i32.const 1))",
			"(assert_return (invoke \"two\") (i32.const 1) (i64.const 2))",
			"(assert_return (get $m \"g\") (i32.const 7))", "(assert_return (invoke \"nan\") (f32.const nan:0x200001))",
			"(assert_return (invoke \"zero\") (f64.const -0))", "(assert_return (invoke \"self\") (ref.func))",
			"(assert_return (invoke \"id\" (ref.extern 3)) (ref.extern 3))",
			"(assert_return (invoke \"id\" (ref.null extern)) (ref.null extern))",
			"(assert_return (invoke \"one\") (either (i32.const 0) (i32.const 1)))",
			"(assert_trap (invoke \"trap\") \"unreachable\")",
			"(assert_exhaustion (invoke \"deep\") \"call stack exhausted\")",
			"(assert_malformed (module quote \"(func\") \"unexpected token\")",
			"(assert_invalid (module (func (result i32))) \"type mismatch\")",
			"(assert_unlinkable (module (import \"no\" \"thing\" (func))) \"unknown import\")",
			"(assert_trap (module (func $f unreachable) (start $f)) \"unreachable\")",
			"(assert_return (invoke \"id\" (ref.host 3)) (ref.extern 3))",
			"(thread $t (module (func (export \"f\") (result i32) i32.const 3)) (assert_return (invoke \"f\") (i32.const 3))) (wait $t)",
			"(register \"m\" $m) (module (import \"m\" \"one\" (func (result i32))))",
			"(module definition $d (func)) (module instance $i $d) (module instance $d)" })
	void acceptsWhatIsTrue(String commands) {
		ScriptReport report = run(commands);
		assertThat(report.outcomes()).allMatch((outcome) -> outcome.status() == Outcome.Status.PASSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(assert_return (invoke \"one\") (i32.const 2))", "(assert_return (invoke \"one\"))",
			"(assert_return (invoke \"one\") (i64.const 1))",
			"(assert_return (invoke \"one\") (i32.const 1) (i32.const 1))",
			"(assert_return (invoke \"nan\") (f32.const nan:canonical))",
			"(assert_return (invoke \"nan\") (f32.const nan:arithmetic))",
			"(assert_return (invoke \"zero\") (f64.const 0))", "(assert_return (invoke \"self\") (ref.null func))",
			"(assert_return (invoke \"id\" (ref.extern 3)) (ref.extern 4))",
			"(assert_return (invoke \"id\" (ref.extern 3)) (ref.func))", "(assert_return (invoke \"trap\"))",
			"(assert_return (invoke \"absent\"))", "(assert_return (get \"g\") (i32.const 8))",
			"(assert_return (invoke \"one\") (either (i32.const 0) (i32.const 2)))",
			"(assert_trap (invoke \"one\") \"unreachable\")", "(assert_trap (invoke \"trap\") \"integer overflow\")",
			"(assert_exhaustion (invoke \"trap\") \"call stack exhausted\")", "(assert_exception (invoke \"trap\"))",
			"(assert_exception (invoke \"one\"))", "(assert_malformed (module quote \"(func)\") \"unexpected token\")",
			"(assert_malformed (module (func (result i32))) \"unexpected token\")",
			"(assert_invalid (module (func)) \"type mismatch\")",
			"(assert_invalid (module quote \"(func\") \"type mismatch\")",
			"(assert_unlinkable (module) \"unknown import\")", "(assert_trap (module) \"unreachable\")",
			"(thread $t (assert_invalid (module) \"\")) (wait $t)",
			"(thread (module (func (export \"f\"))) (assert_trap (invoke \"f\") \"unreachable\"))",
			"(module (func nonsense))", "(invoke \"trap\")" })
	void noticesWhatIsNot(String commands) {
		ScriptReport report = run(commands);
		assertThat(report.outcomes().getLast().status()).isEqualTo(Outcome.Status.FAILED);
		assertThat(report.passed()).isFalse();
	}

	@Test
	void blocksWhatNeedsAModuleThatFailed() {
		ScriptReport report = run("""
				(module $bad (func nonsense))
				(assert_return (invoke $bad "f"))
				(register "bad" $bad)
				(module (import "bad" "f" (func)))
				(assert_return (invoke $m "one") (i32.const 1))
				""");
		assertThat(report.outcomes()).extracting(Outcome::status)
			.containsExactly(Outcome.Status.PASSED, Outcome.Status.FAILED, Outcome.Status.BLOCKED,
					Outcome.Status.BLOCKED, Outcome.Status.BLOCKED, Outcome.Status.PASSED);
	}

}
