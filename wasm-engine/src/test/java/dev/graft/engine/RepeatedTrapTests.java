package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.WasmFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A trap tells where it comes from however often it has happened: HotSpot leaves out the
/// stack trace of exceptions that compiled code makes by itself, over and over.
class RepeatedTrapTests {

	private static final int CALLS = 120_000;

	private static final int CALLS_PER_TRAP = 8;

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@ParameterizedTest
	@CsvSource({ "i32.div_s", "i32.div_u", "i32.rem_s", "i32.rem_u", "i64.div_s", "i64.div_u", "i64.rem_s",
			"i64.rem_u" })
	void divisionsByZero(String operator) {
		everyTrapHasItsFrame("(%s (local.get $x) (local.get $y))".formatted(operator), operator.substring(0, 3));
	}

	@ParameterizedTest
	@CsvSource({ "(i32.load (i32.sub (local.get $y) (i32.const 1)))",
			"(call_indirect (result i32) (i32.sub (local.get $y) (i32.const 1)))",
			"(if (result i32) (local.get $y) (then (i32.const 1)) (else unreachable))",
			"(i32.trunc_f32_s (f32.div (f32.const 1) (f32.convert_i32_s (local.get $y))))" })
	void whatElseTraps(String tree) {
		everyTrapHasItsFrame(tree, "i32");
	}

	private void everyTrapHasItsFrame(String tree, String type) {
		String text = """
				(module (memory 1) (table funcref (elem $one)) (func $one (result i32) (i32.const 1))
				  (func $f (export "f") (param $x ${type}) (param $y ${type}) (result ${type}) ${tree}))"""
			.replace("${tree}", tree)
			.replace("${type}", type);
		try (Store store = Store.create(this.engine)) {
			Module module = this.engine.load("repeated.wat", text.getBytes(StandardCharsets.UTF_8));
			Func func = Linker.create(this.engine).instantiate(store, module).func("f");
			Object[] harmless = arguments(type, 1);
			Object[] harmful = arguments(type, 0);
			for (int call = 0; call < CALLS; call++) {
				if (call % CALLS_PER_TRAP == 0) {
					assertThat(frames(func, harmful)).as("call %d", call)
						.extracting(WasmFrame::functionName)
						.containsExactly("f");
				}
				else {
					func.call(harmless);
				}
			}
		}
	}

	private static List<WasmFrame> frames(Func func, Object[] arguments) {
		try {
			func.call(arguments);
			return List.of();
		}
		catch (Trap trap) {
			return trap.backtrace().frames();
		}
	}

	private static Object[] arguments(String type, int divisor) {
		return type.equals("i32") ? new Object[] { 5, divisor } : new Object[] { 5L, (long) divisor };
	}

}
