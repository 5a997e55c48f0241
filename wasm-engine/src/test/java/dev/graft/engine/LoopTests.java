package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Loops over memory that count, which the compiler cuts into strips: they do as many
/// rounds as they should, and trap in the round in which they should, wherever they
/// begin, end, and wrap around.
class LoopTests {

	private static final int PAGE = 65_536;

	/// Where a comparison begins with what does not change.
	private static final String LIMIT_FIRST = "limit ";

	private static final int[] STARTS = { 0, 7, 30_001, PAGE - 1_000, PAGE, -1, -5, -20_000, Integer.MAX_VALUE - 50,
			Integer.MIN_VALUE + 100 };

	private static final long[] LONG_STARTS = { 0, 7, 30_001, PAGE - 1_000, PAGE, -1, -5, -20_000, 1L << 32,
			0x7FFF_FFFF_FFFFL - 40, Long.MAX_VALUE - 50, Long.MIN_VALUE + 100 };

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	// Each round counts in a local and stores at two addresses, one before the variable
	// changes and one after.
	private static byte[] text(String relation, int stride, int constant) {
		return text("", "i32", relation, stride, constant);
	}

	private static byte[] text(String addresses, String type, String relation, int stride, int constant) {
		return """
				(module
				  (memory (export "memory") ${addresses} 1)
				  (global $rounds (export "rounds") (mut i32) (i32.const 0))
				  (func (export "run") (param $at ${type}) (param $limit ${type}) (local $rounds i32)
				    (loop $again
				      (global.set $rounds (local.get $rounds))
				      (i32.store8 (${type}.add (local.get $at) (${type}.const ${constant})) (local.get $rounds))
				      (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
				      (local.set $at (${type}.add (local.get $at) (${type}.const ${stride})))
				      (i32.store8 offset=3 (local.get $at)
				        (i32.add (i32.load8_u (${type}.add (local.get $at) (${type}.const 2))) (i32.const 1)))
				      (br_if $again ${condition}))))
				""".replace("${addresses}", addresses)
			.replace("${condition}", condition(relation))
			.replace("${type}", type)
			.replace("${stride}", String.valueOf(stride))
			.replace("${constant}", String.valueOf(constant))
			.getBytes(StandardCharsets.UTF_8);
	}

	// LLVM negates comparisons of 64 bits for equality, and begins with either.
	private static String condition(String relation) {
		if (relation.startsWith(LIMIT_FIRST)) {
			return "(${type}.%s (local.get $limit) (local.get $at))"
				.formatted(relation.substring(LIMIT_FIRST.length()));
		}
		String comparison = "(${type}.%s (local.get $at) (local.get $limit))";
		return relation.equals("not eq") ? "(i32.eqz %s)".formatted(comparison.formatted("eq"))
				: comparison.formatted(relation);
	}

	@ParameterizedTest
	@CsvSource({ "ne, 1, 0", "ne, 4, 0", "not eq, 4, 0", "ne, 3, 5", "ne, -1, 0", "ne, -4, 20000", "ne, 1, 50000",
			"lt_s, 1, 0", "lt_s, 4, 16", "le_s, 3, 0", "lt_u, 4, 0", "le_u, 1, 30000", "gt_s, -1, 0", "ge_s, -4, 0",
			"gt_u, -3, 9", "ge_u, -1, 40000", "limit ne, 4, 0", "limit gt_s, 1, 0", "limit ge_s, 3, 0",
			"limit gt_u, 4, 0", "limit ge_u, 1, 30000", "limit lt_s, -1, 0", "limit le_s, -4, 0", "limit lt_u, -3, 9",
			"limit le_u, -1, 40000" })
	void doWhatTheySay(String relation, int stride, int constant) {
		Module module = this.engine.load("loop.wat", text(relation, stride, constant));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			for (int start : STARTS) {
				for (int distance : new int[] { 0, 1, 7, 9, 64, 5_000, -1 }) {
					Model model = new Model(PAGE);
					int limit = start + distance * stride + distance % 3;
					boolean traps = model.run(new Narrow(), relation, start, limit, stride, constant);
					compare(instance, model, traps, start, limit);
				}
			}
		}
	}

	// Far limits, too: how far they are may be more than a number holds.
	@ParameterizedTest
	@CsvSource({ "ne, 1, 0", "ne, 4, 0", "not eq, 4, 0", "ne, 3, 5", "ne, -1, 0", "ne, -4, 20000", "ne, 1, 50000",
			"lt_s, 1, 0", "lt_s, 4, 16", "le_s, 3, 0", "lt_u, 4, 0", "le_u, 1, 30000", "gt_s, -1, 0", "ge_s, -4, 0",
			"gt_u, -3, 9", "ge_u, -1, 40000" })
	void doWhatTheySayWithAddressesOf64Bits(String relation, int stride, int constant) {
		Module module = this.engine.load("loop.wat", text("i64", "i64", relation, stride, constant));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			for (long start : LONG_STARTS) {
				for (long distance : new long[] { 0, 1, 7, 9, 64, 5_000, -1, Long.MAX_VALUE, Long.MIN_VALUE }) {
					Model model = new Model(PAGE);
					long limit = start + distance * stride + distance % 3;
					boolean traps = model.run(new Wide(), relation, start, limit, stride, constant);
					compare(instance, model, traps, start, limit);
				}
			}
		}
	}

	// What does not change is added on one side or the other, and may take addresses
	// around the end of the numbers. It may be more than one number.
	@ParameterizedTest
	@CsvSource({ "i32, 1, false", "i32, 4, false", "i32, -4, false", "i32, 4, true", "i64, 1, false", "i64, -4, false",
			"i64, 4, true" })
	void addWhatDoesNotChange(String type, int stride, boolean twice) {
		addWhatDoesNotChange(type, stride, twice, """
				(i32.store8 (${type}.add (local.get $at) ${row}) (local.get $rounds))
				(local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
				(local.set $at (${type}.add (local.get $at) (${type}.const ${stride})))
				(i32.store8 offset=3 (${type}.add ${row} (local.get $at))
				  (i32.add (i32.const 1)
				    (i32.load8_u (${type}.add (${type}.add (local.get $at) (${type}.const 2)) ${row}))))
				""");
	}

	// What several accesses have in common is in a local, which each of them moves on, or
	// which only some rounds do.
	@ParameterizedTest
	@CsvSource({ "i32, 1", "i32, 4", "i32, -4", "i32, 96", "i64, 1", "i64, -4", "i64, 96" })
	void keepASumInALocal(String type, int stride) {
		addWhatDoesNotChange(type, stride, false, """
				(local.set $place (${type}.add (local.get $at) (${type}.const 100)))
				(local.set $place (${type}.add (local.get $place) (local.get $row)))
				(local.set $place (${type}.add (local.get $place) (${type}.const -100)))
				(i32.store8 (local.get $place) (local.get $rounds))
				(local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
				(local.set $at (${type}.add (local.get $at) (${type}.const ${stride})))
				(local.set $place (${type}.add ${row} (local.get $at)))
				(if (i32.and (local.get $rounds) (i32.const 1)) (then
				  (local.set $place (${type}.add (local.get $at) ${row}))))
				(i32.store8 offset=3 (local.get $place)
				  (i32.add (i32.const 1)
				    (i32.load8_u (local.tee $other (${type}.add (local.get $place) (${type}.const 2))))))
				(i32.store8 offset=1 (local.get $other) (i32.load8_u offset=1 (local.get $other)))
				""");
	}

	private void addWhatDoesNotChange(String type, int stride, boolean twice, String round) {
		String text = """
				(module
				  (memory (export "memory") ${addresses} 1)
				  (global $rounds (export "rounds") (mut i32) (i32.const 0))
				  (func (export "run") (param $at ${type}) (param $limit ${type}) (param $row ${type}) (local $rounds i32)
				    (local $half ${type}) (local $place ${type}) (local $other ${type})
				    (local.set $half (${type}.div_s (local.get $row) (${type}.const 2)))
				    (loop $again
				      (global.set $rounds (local.get $rounds))
				      ${round}
				      (br_if $again (${type}.ne (local.get $at) (local.get $limit))))))
				"""
			.replace("${round}", round)
			.replace("${row}", twice ? "(${type}.add (local.get $half) (local.get $half))" : "(local.get $row)")
			.replace("${type}", type)
			.replace("${addresses}", type.equals("i64") ? "i64" : "")
			.replace("${stride}", String.valueOf(stride));
		Module module = this.engine.load("loop.wat", text.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			for (long place : LONG_STARTS) {
				for (long row : new long[] { 0, 1, 5_000, -1, -7_000, Integer.MIN_VALUE, 1L << 33, Long.MIN_VALUE }) {
					addWhatDoesNotChange(instance, type.equals("i64"), place, twice ? row & -2 : row, stride);
				}
			}
		}
	}

	private static void addWhatDoesNotChange(Instance instance, boolean wide, long place, long row, int stride) {
		for (int rounds : new int[] { 1, 7, 9, 700 }) {
			Model model = new Model(PAGE);
			boolean traps = model.run(wide ? new Wide() : new Narrow(), "ne", place, place + (long) rounds * stride,
					stride, 0);
			long start = place - row;
			long limit = start + (long) rounds * stride;
			if (wide) {
				compare(instance, model, traps, start, limit, row);
			}
			else {
				compare(instance, model, traps, (int) start, (int) limit, (int) row);
			}
		}
	}

	// The sum of a local and itself, again and again, has more addends than anybody can
	// count.
	@Test
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void doubleALocalAgainAndAgain() {
		String text = """
				(module
				  (memory (export "memory") 1)
				  (global $rounds (export "rounds") (mut i32) (i32.const 0))
				  (func (export "run") (param $at i32) (param $limit i32) (local $place i32)
				    (loop $again
				      (local.set $place (i32.add (local.get $at) (i32.const 1)))
				      ${doubled}
				      (i32.store8 (local.get $place) (i32.const 1))
				      (i32.store8 (local.get $at) (i32.const 2))
				      (i32.store8 offset=1 (local.get $at) (i32.const 3))
				      (local.set $at (i32.add (local.get $at) (i32.const 1)))
				      (br_if $again (i32.ne (local.get $at) (local.get $limit))))))
				""".replace("${doubled}",
				"(local.set $place (i32.add (local.get $place) (local.get $place)))\n".repeat(60));
		Module module = this.engine.load("loop.wat", text.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			Model model = new Model(PAGE);
			for (int at = 5; at < 1_000; at++) {
				model.bytes[0] = 1;
				model.bytes[at] = 2;
				model.bytes[at + 1] = 3;
			}
			compare(instance, model, false, 5, 1_000);
		}
	}

	@ParameterizedTest
	@CsvSource({ "4, 3200", "3, -8", "-6, 4", "6, 9", "1, 32767", "-2, -2", "5, 0" })
	void moveByDifferentAmounts(int one, int other) {
		String text = """
				(module
				  (memory (export "memory") 1)
				  (global $rounds (export "rounds") (mut i32) (i32.const 0))
				  (func (export "run") (param $at i32) (param $limit i32) (param $other i32) (local $rounds i32)
				    (loop $again
				      (global.set $rounds (local.get $rounds))
				      (i32.store8 (local.get $at) (local.get $rounds))
				      (i32.store8 offset=2 (local.get $other)
				        (i32.add (i32.load8_u (local.get $at)) (i32.load8_u (local.get $other))))
				      (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
				      (local.set $at (i32.add (local.get $at) (i32.const ${one})))
				      (local.set $other (i32.add (local.get $other) (i32.const ${other})))
				      (br_if $again (i32.ne (local.get $at) (local.get $limit))))))
				""".replace("${one}", String.valueOf(one)).replace("${other}", String.valueOf(other));
		Module module = this.engine.load("loop.wat", text.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			for (int at : new int[] { 0, 9_000, PAGE - 40, PAGE - 1, -20 }) {
				for (int place : new int[] { 0, 12_000, PAGE - 3, PAGE - 3_300, -9 }) {
					for (int rounds : new int[] { 1, 8, 17, 1_500 }) {
						Model model = new Model(PAGE);
						boolean traps = model.run(at, place, one, other, rounds);
						compare(instance, model, traps, at, at + rounds * one, place);
					}
				}
			}
		}
	}

	// C compilers let an unsigned number begin a stride before zero.
	@ParameterizedTest
	@CsvSource({ "i32, lt_u", "i32, le_u", "i64, lt_u", "i64, le_u" })
	void beginBeforeZero(String type, String relation) {
		Module module = this.engine.load("loop.wat", text(type.equals("i64") ? "i64" : "", type, relation, 4, 4));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			for (int limit : new int[] { 0, 1, 3, 4, 7, 32, 33, 5_000, PAGE - 8, PAGE, -1, -4, -5 }) {
				Model model = new Model(PAGE);
				boolean wide = type.equals("i64");
				boolean traps = model.run(wide ? new Wide() : new Narrow(), relation, -4, limit, 4, 4);
				if (wide) {
					compare(instance, model, traps, -4L, (long) limit);
				}
				else {
					compare(instance, model, traps, -4, limit);
				}
			}
		}
	}

	// As many rounds as it takes the counter to zero, from zero all around.
	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	void countToZero(int step) {
		String text = """
				(module
				  (memory 1)
				  (func $round (param $rounds i32) (result i32)
				    (i32.store (i32.and (local.get $rounds) (i32.const 0xFFC)) (local.get $rounds))
				    (i32.add (local.get $rounds) (i32.const 1)))
				  (func (export "all") (param $count i32) (result i32) (local $rounds i32)
				    (loop $again
				      (i32.store (i32.and (local.get $rounds) (i32.const 0xFFC)) (local.get $rounds))
				      (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
				      (br_if $again (local.tee $count (i32.add (local.get $count) (i32.const ${step})))))
				    (i32.add (i32.mul (local.get $count) (i32.const 1000)) (local.get $rounds)))
				  (func (export "until") (param $count i32) (param $last i32) (result i32) (local $rounds i32)
				    (block $out
				      (loop $again
				        (local.set $rounds (call $round (local.get $rounds)))
				        (br_if $out (i32.eq (local.get $rounds) (local.get $last)))
				        (local.set $count (i32.add (local.get $count) (i32.const ${step})))
				        (br_if $again (i32.ne (local.get $count) (i32.const 0)))))
				    (local.get $rounds)))
				""".replace("${step}", String.valueOf(step));
		Module module = this.engine.load("loop.wat", text.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			for (int rounds : new int[] { 1, 2, 7, 8, 9, 5_000 }) {
				assertThat(instance.func("all").call(-step * rounds)).containsExactly(rounds);
				assertThat(instance.func("until").call(-step * rounds, 10_000)).containsExactly(rounds);
				assertThat(instance.func("until").call(-step * rounds, 5)).containsExactly(Math.min(rounds, 5));
			}
			assertThat(instance.func("until").call(0, 10_000)).containsExactly(10_000);
			assertThat(instance.func("until").call(step * Integer.MAX_VALUE, 10_000)).containsExactly(10_000);
		}
	}

	// A variable counts for the others, which are read once or more often, in the loop,
	// behind it, where it is left, and by a handler.
	@ParameterizedTest
	@CsvSource({ "1, 4", "1, -8", "2, 2", "-1, 4", "-2, -4", "1, 3", "4, 1", "1, 1073741824" })
	void countForOthersWhereSomethingIsCalled(int stride, int change) {
		String text = """
				(module
				  (tag $stop)
				  (global $seen (mut i32) (i32.const 0))
				  (func $see (param $what i32) (param $stop i32)
				    (global.set $seen (i32.add (i32.mul (global.get $seen) (i32.const 31)) (local.get $what)))
				    (if (i32.eq (local.get $what) (local.get $stop)) (then (throw $stop))))
				  (func (export "run") (param $count i32) (param $limit i32) (param $once i32) (param $twice i32)
				      (param $left i32) (param $stop i32) (result i32)
				    (global.set $seen (i32.const 0))
				    (block $caught
				      (try_table (catch $stop $caught)
				        (block $out
				          (loop $again
				            (call $see (local.get $twice) (local.get $stop))
				            (br_if $out (i32.eq (local.get $twice) (local.get $left)))
				            (call $see (local.get $once) (i32.const 1))
				            (local.set $once (i32.add (local.get $once) (i32.const ${change})))
				            (local.set $twice (i32.add (local.get $twice) (i32.const ${change})))
				            (local.set $count (i32.add (local.get $count) (i32.const ${stride})))
				            (br_if $again (i32.ne (local.get $limit) (local.get $count))))
				          (call $see (local.get $once) (i32.const 1)))
				        (call $see (local.get $twice) (i32.const 1))))
				    (call $see (local.get $twice) (i32.const 1))
				    (global.get $seen)))
				""".replace("${stride}", String.valueOf(stride)).replace("${change}", String.valueOf(change));
		Module module = this.engine.load("count.wat", text.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Func run = Linker.create(this.engine).instantiate(store, module).func("run");
			for (int start : new int[] { 0, 5, -3, Integer.MAX_VALUE - 2, Integer.MIN_VALUE }) {
				for (int rounds : new int[] { 1, 2, 7 }) {
					for (int special : new int[] { -1, 0, 3 }) {
						int limit = start + rounds * stride;
						int left = 100 + special * change;
						int stop = 100 + (special + 2) * change;
						assertThat(run.call(start, limit, 50, 100, left, 7)).as("left, from %d to %d", start, limit)
							.containsExactly(counted(rounds, change, left, 7));
						assertThat(run.call(start, limit, 50, 100, 7, stop)).as("stopped, from %d to %d", start, limit)
							.containsExactly(counted(rounds, change, 7, stop));
					}
				}
			}
		}
	}

	private static int counted(int rounds, int change, int left, int stop) {
		int seen = 0;
		int once = 50;
		int twice = 100;
		boolean leaves = false;
		for (int round = 0; round < rounds && !leaves; round++) {
			seen = seen * 31 + twice;
			if (twice == stop) {
				return seen * 31 + twice;
			}
			leaves = twice == left;
			if (!leaves) {
				seen = seen * 31 + once;
				once += change;
				twice += change;
			}
		}
		seen = leaves ? seen : seen * 31 + once;
		seen = seen * 31 + twice;
		return seen * 31 + twice;
	}

	private static void compare(Instance instance, Model model, boolean traps, Object... arguments) {
		Memory memory = instance.memory("memory");
		memory.write(0, new byte[PAGE]);
		String place = "from, to, and more: " + Arrays.toString(arguments);
		if (traps) {
			assertThatThrownBy(() -> instance.func("run").call(arguments)).as(place).isInstanceOf(Trap.class);
		}
		else {
			instance.func("run").call(arguments);
		}
		assertThat(instance.global("rounds").get()).as(place).isEqualTo(model.rounds);
		assertThat(memory.read(0, PAGE)).as(place).isEqualTo(model.bytes);
	}

	/// What a loop should do.
	private static final class Model {

		private final byte[] bytes;

		private int rounds;

		Model(long size) {
			this.bytes = new byte[(int) size];
		}

		/// Whether it traps.
		boolean run(Width width, String relation, long start, long limit, int stride, int constant) {
			long at = start;
			int count = 0;
			do {
				this.rounds = count;
				long first = width.address(at + constant, 0);
				if (first < 0 || first >= this.bytes.length) {
					return true;
				}
				this.bytes[(int) first] = (byte) count;
				count++;
				at += stride;
				long read = width.address(at + 2, 0);
				long written = width.address(at, 3);
				if (read < 0 || read >= this.bytes.length || written < 0 || written >= this.bytes.length) {
					return true;
				}
				this.bytes[(int) written] = (byte) (this.bytes[(int) read] + 1);
			}
			while (holds(relation, width.signed(at), width.signed(limit)));
			return false;
		}

		/// The same with two places that move by different amounts.
		boolean run(int start, int startOfOther, int stride, int strideOfOther, int count) {
			long at = start;
			long place = startOfOther;
			for (this.rounds = 0; this.rounds < count; this.rounds++, at += stride, place += strideOfOther) {
				long one = at & 0xFFFF_FFFFL;
				long other = place & 0xFFFF_FFFFL;
				if (one >= this.bytes.length) {
					return true;
				}
				this.bytes[(int) one] = (byte) this.rounds;
				if (other + 2 >= this.bytes.length) {
					return true;
				}
				this.bytes[(int) other + 2] = (byte) (this.bytes[(int) one] + this.bytes[(int) other]);
			}
			this.rounds--;
			return false;
		}

		private static boolean holds(String relation, long one, long other) {
			if (relation.startsWith(LIMIT_FIRST)) {
				return holds(relation.substring(LIMIT_FIRST.length()), other, one);
			}
			int signed = Long.compare(one, other);
			int unsigned = Long.compareUnsigned(one, other);
			return switch (relation) {
				case "ne", "not eq" -> one != other;
				case "lt_s" -> signed < 0;
				case "le_s" -> signed <= 0;
				case "gt_s" -> signed > 0;
				case "ge_s" -> signed >= 0;
				case "lt_u" -> unsigned < 0;
				case "le_u" -> unsigned <= 0;
				case "gt_u" -> unsigned > 0;
				case "ge_u" -> unsigned >= 0;
				default -> throw new IllegalArgumentException(relation);
			};
		}

	}

	/// What numbers are addresses.
	private sealed interface Width {

		/// Where the offset behind a number leads, negative if nowhere.
		long address(long number, int offset);

		/// The number that the bits are.
		long signed(long bits);

	}

	private record Narrow() implements Width {

		@Override
		public long address(long number, int offset) {
			return (number & 0xFFFF_FFFFL) + offset;
		}

		@Override
		public long signed(long bits) {
			return (int) bits;
		}

	}

	private record Wide() implements Width {

		@Override
		public long address(long number, int offset) {
			return (number < 0 || number + offset < 0) ? -1 : number + offset;
		}

		@Override
		public long signed(long bits) {
			return bits;
		}

	}

}
