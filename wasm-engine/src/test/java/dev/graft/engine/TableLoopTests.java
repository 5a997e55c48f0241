package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops that look something up in tables, whose places the compiler asks for in front of
/// them: they find what they should, and trap in the round in which they should, wherever
/// the tables begin, end, and wrap around, and whatever a round has stored before.
class TableLoopTests {

	private static final int PAGE = 65_536;

	/// Where the indices are.
	private static final int INDICES = 4_096;

	private static final int ROUNDS = 40;

	/// Where each round stores its number before it looks anything up.
	private static final int NUMBER = 8;

	/// How far the greatest access reaches from most tables: 255 times 4, and from there
	/// 24.
	private static final int REACH = 255 * 4 + 24;

	private static final int[] TABLES = { 0, 100, PAGE - REACH, PAGE - REACH + 1, PAGE - 24, PAGE - 23, PAGE, -1, -4,
			-8, -20, -24, -28, -REACH, -REACH - 1, -2_000, Integer.MAX_VALUE - 500, Integer.MIN_VALUE + 4 };

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	/// What a round does with the address of what it looks up.
	enum Round {

		/// Several loads at one address, a store between them.
		LOADS("""
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=8 ${element})))
				(i32.store8 offset=12 (i32.const 0) (local.get $sum))
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=20 ${element})))"""),

		/// What is looked up first lies behind what is looked up next.
		BELOW("""
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=20 ${element})))
				(local.set $sum (i32.add (local.get $sum) (i32.load (i32.sub ${element} (i32.const 40)))))"""),

		/// A store of what has been loaded there.
		STORE("""
				(i32.store offset=8 (local.tee $p ${element})
				  (i32.add (i32.load offset=20 (local.get $p)) (i32.const 3)))
				(local.set $sum (i32.load offset=8 (local.get $p)))"""),

		/// The address has been given to a variable in a branch, in one round out of two;
		/// in the other it holds something else.
		BRANCH("""
				(local.set $p (i32.add (local.get $table) (i32.mul (local.get $round) (i32.const 5000))))
				(if (i32.and (local.get $round) (i32.const 1)) (then (local.set $p ${element})))
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=8 (local.get $p))))
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=20 (local.get $p))))"""),

		/// Of the memory that has grown in the round.
		GROWN("""
				(if (i32.eq (local.get $round) (i32.const 20)) (then (drop (memory.grow (i32.const 1)))))
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=8 ${element})))
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=20 ${element})))"""),

		/// A jump out of the middle of a round, on what has been looked up.
		LEFT("""
				(br_if $end (i32.eq (i32.load offset=8 ${element}) (i32.const 0x07070707)))
				(local.set $sum (i32.add (local.get $sum) (i32.load offset=20 ${element})))""");

		private final String text;

		Round(String text) {
			this.text = text;
		}

	}

	// If something is added to the address of which nothing is known, each access is
	// checked where it is.
	private static byte[] text(Round round, String index, String memory, boolean known) {
		String address = "(i32.add (local.get $table) " + index + ")";
		return """
				(module
				  (memory (export "memory") ${memory})
				  (global $zero (mut i32) (i32.const 0))
				  (func (export "run") (param $table i32) (param $rounds i32) (result i32)
				    (local $round i32) (local $at i32) (local $p i32) (local $sum i32)
				    (local.set $at (i32.const ${indices}))
				    (block $end
				      (loop $again
				        (i32.store8 offset=${number} (i32.const 0) (local.get $round))
				        ${round}
				        (local.set $at (i32.add (local.get $at) (i32.const 1)))
				        (br_if $again
				          (i32.lt_u (local.tee $round (i32.add (local.get $round) (i32.const 1)))
				            (local.get $rounds)))))
				    (local.get $sum)))
				""".replace("${round}", round.text)
			.replace("${element}", known ? address : "(i32.add (global.get $zero) " + address + ")")
			.replace("${number}", String.valueOf(NUMBER))
			.replace("${indices}", String.valueOf(INDICES))
			.replace("${memory}", memory)
			.getBytes(StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(i32.shl (i32.load8_u (local.get $at)) (i32.const 2))",
			"(i32.mul (i32.and (i32.load (local.get $at)) (i32.const 31)) (i32.const 12))",
			"(i32.sub (i32.shr_u (i32.shl (i32.load8_u (local.get $at)) (i32.const 4)) (i32.const 2)) (i32.const 24))",
			"(i32.shl (i32.load16_u (local.get $at)) (i32.const 1))",
			"(i32.add (i32.rem_u (i32.load (local.get $at)) (i32.const 250)) (i32.mul (local.get $rounds) (i32.const 3)))",
			"(select (i32.const 900) (i32.load8_u (local.get $at)) (local.get $round))",
			"(i32.xor (i32.load8_u (local.get $at)) (i32.const 1000))" })
	void findWhatIsThere(String index) {
		for (Round round : Round.values()) {
			compare(round, index, "1");
		}
	}

	// What is taken away makes an address no greater, and an index may have a sign, or
	// wrap around by itself.
	@ParameterizedTest
	@ValueSource(strings = { "(i32.sub (i32.const 100) (i32.load8_u (local.get $at)))",
			"(i32.sub (i32.shl (i32.load8_u (local.get $at)) (i32.const 2)) (i32.load8_u offset=1 (local.get $at)))",
			"(i32.mul (i32.load8_u (local.get $at)) (i32.const -1))", "(i32.load8_s (local.get $at))",
			"(i32.shl (i32.load8_u (local.get $at)) (i32.const 30))",
			"(i32.mul (i32.load8_u (local.get $at)) (i32.const 0x01000001))",
			"(i32.rem_u (i32.load8_u (local.get $at)) (i32.sub (i32.load8_u (local.get $at)) (i32.const 1000)))",
			"(i32.or (i32.load8_u (local.get $at)) (i32.const -8))",
			"(i32.sub (i32.const 0) (local.tee $p (i32.load8_u (local.get $at))))" })
	void findWhatIsThereByOtherIndices(String index) {
		for (Round round : Round.values()) {
			compare(round, index, "1");
		}
	}

	// Sums wrap around there, and lie within the memory all the same.
	@ParameterizedTest
	@EnumSource
	void findWhatIsThereInFourGibibytes(Round round) {
		compare(round, "(i32.shl (i32.load8_u (local.get $at)) (i32.const 2))", "65536");
	}

	@ParameterizedTest
	@EnumSource
	void findWhatIsThereInASharedMemory(Round round) {
		compare(round, "(i32.shl (i32.load8_u (local.get $at)) (i32.const 2))", "1 3 shared");
	}

	// Each look-up leads to the next one.
	@ParameterizedTest
	@EnumSource
	void findWhatWhatIsThereLeadsTo(Round round) {
		compare(round, "(i32.shl (i32.load8_u (i32.add (local.get $table) (i32.load8_u (i32.add"
				+ " (local.get $table) (i32.load8_u (local.get $at)))))) (i32.const 2))", "1");
	}

	// A load in front of it in the same statement checks for that of the index, too. Both
	// trap; what is said of it tells whether the index has been read from beyond the
	// memory.
	@ParameterizedTest
	@ValueSource(ints = { PAGE - 8, PAGE, 0x1000_0000 })
	void trapWhereAnIndexIsBeyondTheMemory(int at) {
		Module module = this.engine.load("index.wat", """
				(module
				  (memory 1)
				  (func (export "run") (param $at i32) (param $table i32) (result i32)
				    (local $sum i32)
				    (loop $again
				      (local.set $sum
				        (i32.add (i32.load8_u (local.get $at))
				          (i32.load (i32.add (local.get $table)
				            (i32.shl (i32.load8_u offset=8 (local.get $at)) (i32.const 2))))))
				      (br_if $again (local.tee $at (i32.mul (local.get $at) (i32.const 3)))))
				    (local.get $sum)))
				""".getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Func run = Linker.create(this.engine).instantiate(store, module).func("run");
			assertThatExceptionOfType(Trap.class).isThrownBy(() -> run.call(at, 2 * PAGE))
				.withMessageNotContaining("address " + 2 * PAGE);
		}
	}

	private void compare(Round round, String index, String memory) {
		Module module = this.engine.load("tables.wat", text(round, index, memory, true));
		Module reference = this.engine.load("reference.wat", text(round, index, memory, false));
		for (int table : TABLES) {
			try (Store store = Store.builder(this.engine).deadline(null).limits(StoreLimits.UNLIMITED).build()) {
				Instance instance = Linker.create(this.engine).instantiate(store, module);
				Instance other = Linker.create(this.engine).instantiate(store, reference);
				for (int step : new int[] { 0, 1, 5, -6 }) {
					String place = "%s %s from %d in steps of %d".formatted(round, index, table, step);
					assertThat(run(instance, table, step)).as(place).isEqualTo(run(other, table, step));
					assertThat(instance.memory("memory").read(0, PAGE)).as(place)
						.isEqualTo(other.memory("memory").read(0, PAGE));
				}
			}
		}
	}

	private static String run(Instance instance, int table, int step) {
		byte[] bytes = new byte[PAGE];
		for (int at = 0; at < bytes.length; at++) {
			bytes[at] = (byte) ((at < INDICES || at > 2 * INDICES) ? at * 7 % 11 : at * step);
		}
		instance.memory("memory").write(0, bytes);
		StringJoiner results = new StringJoiner(" ");
		for (int rounds : new int[] { 1, ROUNDS }) {
			try {
				results.add(Arrays.toString(instance.func("run").call(table, rounds)));
			}
			catch (Trap trap) {
				results.add(trap.code().toString());
			}
		}
		return results.toString();
	}

}
