package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops that are left in the middle, after the rounds of a cipher, go as often around as
/// they say, and HotSpot's compilers take them.
class MiddleExitTests {

	private static final int[] NUMBERS = { 0, 1, 2, 7, 24, 25, -1, -2, -24, Integer.MAX_VALUE, Integer.MAX_VALUE - 1,
			Integer.MIN_VALUE, Integer.MIN_VALUE + 1 };

	private static final int MOST_ROUNDS = 40;

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	/// Mixes two numbers, goes on for at most so many rounds, and says how many there
	/// were.
	private static String module(String relation) {
		return """
				(module (memory 1)
				  (func $rounds (export "rounds") (param $i i32) (param $limit i32) (param $most i32) (result i32)
				    (local $a i32) (local $b i32) (local $rounds i32)
				    (block $out
				      (loop $round
				        %s
				        (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
				        (br_if $out (%s (local.get $i) (local.get $limit)))
				        (br_if $out (i32.eq (local.get $rounds) (local.get $most)))
				        (local.set $a (i32.xor (local.get $a) (i32.load (i32.and (local.get $b) (i32.const 1023)))))
				        (local.set $i (i32.add (local.get $i) (i32.const STEP)))
				        (br $round)))
				    (i32.store (i32.and (local.get $a) (i32.const 1023)) (local.get $b))
				    (local.get $rounds)))
				""".formatted("""
				(local.set $a (i32.xor (i32.shl (local.get $a) (i32.const 3)) (local.get $b)))
				(local.set $b (i32.xor (i32.rotl (local.get $b) (i32.const 5)) (local.get $a)))
				""".repeat(20), relation);
	}

	@ParameterizedTest
	@ValueSource(strings = { "eq", "ne", "lt_s", "le_s", "gt_s", "ge_s", "lt_u", "le_u", "gt_u", "ge_u" })
	void goAroundAsOftenAsTheySay(String relation) {
		for (int step : new int[] { 1, 8, -1, -24 }) {
			String text = module("i32." + relation).replace("STEP", Integer.toString(step));
			Module module = this.engine.load("rounds.wat", text.getBytes(StandardCharsets.UTF_8));
			try (Store store = Store.create(this.engine)) {
				Func rounds = Linker.create(this.engine).instantiate(store, module).func("rounds");
				for (int from : NUMBERS) {
					for (int limit : NUMBERS) {
						assertThat(rounds.call(from, limit, MOST_ROUNDS)).as("%d, %d, %d", from, limit, step)
							.containsExactly(rounds(relation, from, limit, step));
					}
				}
			}
		}
	}

	private static int rounds(String relation, int from, int limit, int step) {
		int rounds = 1;
		for (int i = from; !holds(relation, i, limit) && rounds < MOST_ROUNDS; i += step) {
			rounds++;
		}
		return rounds;
	}

	private static boolean holds(String relation, int one, int other) {
		return switch (relation) {
			case "eq" -> one == other;
			case "ne" -> one != other;
			case "lt_s" -> one < other;
			case "le_s" -> one <= other;
			case "gt_s" -> one > other;
			case "ge_s" -> one >= other;
			case "lt_u" -> Integer.compareUnsigned(one, other) < 0;
			case "le_u" -> Integer.compareUnsigned(one, other) <= 0;
			case "gt_u" -> Integer.compareUnsigned(one, other) > 0;
			default -> Integer.compareUnsigned(one, other) >= 0;
		};
	}

	@Test
	void areCompiled() throws IOException, InterruptedException {
		List<String> log = compilations();
		assertThat(log).anyMatch((line) -> line.matches(".* 4 +.*::rounds#.*"));
		assertThat(log).noneMatch((line) -> line.contains("COMPILE SKIPPED"));
	}

	/// What HotSpot says of compiling the function in a JVM of its own.
	private static List<String> compilations() throws IOException, InterruptedException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(java, "-XX:+PrintCompilation", "-Xbatch",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				Calls.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		return output.lines().filter((line) -> line.contains("::rounds#")).toList();
	}

	/// What runs there.
	static final class Calls {

		private static final int CALLS = 30_000;

		private Calls() {
		}

		public static void main(String[] arguments) {
			String text = module("i32.eq").replace("STEP", "8");
			try (Engine engine = Engine.create(); Store store = Store.create(engine)) {
				Module module = engine.load("rounds.wat", text.getBytes(StandardCharsets.UTF_8));
				Func rounds = Linker.create(engine).instantiate(store, module).func("rounds");
				for (int call = 0; call < CALLS; call++) {
					rounds.call(0, 24, MOST_ROUNDS);
				}
			}
		}

	}

}
