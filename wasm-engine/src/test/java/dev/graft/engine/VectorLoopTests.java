package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Loops over vectors give what the same rounds give in a function that a loop calls, so
/// that the compiler sees no loop over memory.
class VectorLoopTests {

	private static final int CASES = 60;

	private static final int CALLS = 10;

	private static final int MEMORY_BYTES = 65_536;

	private static final int LONGEST = 40;

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).build();

	private final Random random = new Random(20261121);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void storesOfBytes() {
		compare(1, "i8x16");
	}

	@Test
	void storesOf16BitNumbers() {
		compare(2, "i16x8");
	}

	@Test
	void storesOf32BitNumbers() {
		compare(2, "i32x4");
	}

	@Test
	void sums() {
		compare(0, "i32x4");
	}

	@Test
	void storesThatTheNextRoundStoresOver() {
		compare((number) -> {
			String shuffle = "i8x16.shuffle 2 1 0 6 5 4 10 9 8 14 13 12 16 16 16 16 ";
			String value = "(" + shuffle + tree("i8x16", 2).replace("@", "0") + " (v128.const i64x2 0 0))";
			return new Round(16, pick(12, 12, 16), "(v128.store (local.get $q) " + value + ")", "v128.or", "lt_u");
		});
	}

	@Test
	void lanesThatAreHandedOn() {
		compare((number) -> {
			String lanes = pick("i8x16", "i16x8", "i32x4");
			int bytes = lanes.equals("i8x16") ? 1 : lanes.equals("i16x8") ? 2 : 4;
			String now = tree(lanes, pick(0, 1)).replace("@", "0");
			String shuffle = IntStream.range(16 - bytes, 32 - bytes)
				.mapToObj(Integer::toString)
				.collect(Collectors.joining(" ", "(i8x16.shuffle ", " (local.get $sum) %s)".formatted(now)));
			String op = pick("(%s.sub %s %s)", "(%s.add %s %s)").formatted(lanes, now, shuffle);
			String store = "(v128.store (local.get $%s) %s)".formatted(pick("p", "q"), op);
			return new Round(16, pick(16, 16, 32), store + "(local.set $sum " + now + ")", "v128.or", "lt_u");
		});
	}

	/// Eight bytes a round, of which two rounds before are needed; what fills the upper
	/// half is read behind some of the loops.
	@Test
	void bytesThatAreHandedOnBesideOthers() {
		compare((number) -> {
			String shuffle = "(i8x16.shuffle " + pick("7 16 17 18 19 20 21 22", "7 16 17 18 19 20 21 22",
					"6 16 17 18 19 20 21 22", "7 16 17 18 19 20 23 22");
			String fill = " 0".repeat(8);
			String other = pick(fill, fill, fill.replace("0", "" + this.random.nextInt(32)));
			String bytes = "(i8x16.%s (i8x16.%s (local.get $t) (local.get $now)) (local.get $u))"
				.formatted(pick("add", "sub", "avgr_u", "max_u"), pick("sub", "sub_sat_s", "min_s", "add"));
			String products = """
					(i8x16.narrow_i16x8_u (i16x8.shr_u (i16x8.add (i16x8.%s @t @now) (i16x8.abs (i16x8.sub @u @now)))
					  (i32.const 7)) @t)""".formatted(pick("mul", "mul", "add"))
				.replaceAll("@(\\w+)", "(i16x8.extend_low_i8x16_u (local.get \\$$1))");
			String value = pick(bytes, products, products);
			String statements = """
					(local.set $now (v128.load64_zero (local.get $p)))
					(local.set $t %s (local.get $a) (local.get $now)))
					(local.set $u %s (local.get $b) (local.get $t)))
					(i64.store (local.get $q) (i64x2.extract_lane 0 %s))
					(local.set $a (local.get $now))
					(local.set $b (local.get $t))""".formatted(shuffle + fill, shuffle + other, value);
			String read = "(i8x16.extract_lane_s %d (local.get $%s))";
			return new Handed(statements,
					pick("(i32.const 0)", "(i32.const 0)", read.formatted(this.random.nextInt(8), pick("a", "b")),
							read.formatted(this.random.nextInt(16), pick("a", "b"))));
		});
	}

	/// What is added is computed from a byte that the round before has handed on.
	@Test
	void countsOfNeighboursThatCompare() {
		compare((number) -> {
			String mask = "(i8x16.%s (local.get $t) (local.get $now))"
				.formatted(pick("eq", "ne", "lt_u", "gt_s", "sub"));
			String half = "(i32x4.extend_%s_i16x8_%s (i16x8.extend_low_i8x16_%s (local.get $u)))";
			String sign = pick("s", "u");
			String collected = pick("i32x4.sub", "i32x4.add", "i32x4.add");
			String statements = """
					(local.set $now (v128.load64_zero (local.get $p)))
					(local.set $t (i8x16.shuffle 7 16 17 18 19 20 21 22 0 0 0 0 0 0 0 0 (local.get $a) (local.get $now)))
					(local.set $u %1$s)
					(local.set $b (%2$s (%2$s (local.get $b) %3$s) %4$s))
					(local.set $a (local.get $now))"""
				.formatted(mask, collected, half.formatted("low", sign, sign), half.formatted("high", sign, sign));
			String total = IntStream.range(0, 4)
				.mapToObj("(i32x4.extract_lane %d (local.get $b))"::formatted)
				.reduce((one, other) -> "(i32.add " + one + " " + other + ")")
				.orElseThrow();
			return new Handed(statements, pick(total, total, total, "(i32x4.extract_lane 0 (local.get $b))"));
		});
	}

	/// No NaNs, whose bits may differ.
	@Test
	void floats() {
		compare((number) -> {
			String value = reals(3).replace("@", "0");
			return new Round(16, 16, "(v128.store (local.get $" + pick("p", "q", "q") + ") " + value + ")", "v128.or",
					pick("ne", "lt_u", "lt_s"));
		});
	}

	@Test
	void floatsThatAreNarrowed() {
		compare((number) -> {
			String real = limited(reals(2));
			String integers = pick("(i32x4.trunc_sat_f32x4_s " + real + ")", "(i32x4.trunc_sat_f32x4_u " + real + ")");
			String shorts = "(i16x8.narrow_i32x4_%s %s %s)".formatted(pick("s", "u"), integers.replace("@", "0"),
					integers.replace("@", "16"));
			return new Round(32, 16, "(v128.store (local.get $q) " + shorts + ")", "v128.or", pick("ne", "lt_u"));
		});
	}

	/// Four structures at a time, as clang loads them one by one, at addresses that are a
	/// multiple of what is counted.
	@Test
	void fieldsOfStructures() {
		compare((number) -> {
			String address = pick("(i32.shl (local.get $p) (i32.const 1))", "(i32.mul (local.get $p) (i32.const 2))",
					"(i32.shl (local.get $p) (i32.const 1))");
			String one = field(address, 0);
			String other = field(address, pick(4, 8));
			String value = pick("(f32x4.mul %s %s)", "(f32x4.add %s (f32x4.abs %s))", "(i32x4.mul %s %s)")
				.formatted(one, other);
			int wrong = pick(0, 0, 0, 4);
			String stores = IntStream.range(0, 4)
				.mapToObj((lane) -> "(f32.store (i32.add %s (i32.const %d)) (f32x4.extract_lane %d (local.get $sum)))"
					.formatted(address, 12 + 16 * lane + ((lane == 3) ? wrong : 0), lane))
				.collect(Collectors.joining("\n  "));
			return new Round(32, 16, "(local.set $sum " + value + ")\n  " + stores, "v128.or", pick("ne", "lt_u"));
		});
	}

	private static String field(String address, int offset) {
		String vector = "(v128.const i64x2 0 0)";
		for (int lane = 0; lane < 4; lane++) {
			vector = "(i32x4.replace_lane %d %s (i32.shr_s (i32.load (i32.add %s (i32.const %d))) (i32.const 9)))"
				.formatted(lane, vector, address, offset + 16 * lane);
		}
		return "(f32x4.convert_i32x4_s " + vector + ")";
	}

	private String reals(int depth) {
		if (depth == 0) {
			return "(f32x4.convert_i32x4_%s (i32x4.shr_%1$s (v128.load offset=@ (local.get $p)) (i32.const 21)))"
				.formatted(pick("s", "u"));
		}
		String one = reals(depth - 1);
		return switch (this.random.nextInt(6)) {
			case 0 -> "(f32x4.sqrt (f32x4.abs " + one + "))";
			case 1 -> "(f32x4.div (f32x4.neg " + one + ") (v128.const f32x4 3 3 3 3))";
			default -> "(f32x4.%s %s %s)".formatted(pick("add", "sub", "mul"), one, reals(this.random.nextInt(depth)));
		};
	}

	private String limited(String real) {
		String least = "(v128.const f32x4 -100 -100 -100 -100)";
		String most = "(v128.const f32x4 3000 3000 3000 3000)";
		return pick(real, "(f32x4.min (f32x4.max " + real + " " + least + ") " + most + ")",
				"(f32x4.pmin " + most + " (f32x4.pmax " + least + " " + real + "))");
	}

	@Test
	void differencesOfBits() {
		compare((number) -> {
			String bits = "(i8x16.popcnt (%s %s %s))".formatted(pick("v128.xor", "v128.and", "v128.or"),
					tree("i8x16", 0), tree("i8x16", pick(0, 1)));
			String sums = pick("(i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u %s))",
					"(i32x4.extadd_pairwise_i16x8_s (i16x8.extadd_pairwise_i8x16_s %s))")
				.formatted(bits.replace("@", "0"));
			return new Round(16, 16, "(local.set $sum (i32x4.add (local.get $sum) " + sums + "))", "i32x4.add", "ne");
		});
	}

	@Test
	void sumsBesideStores() {
		compare(1, "i32x4");
	}

	/// By a number that is given, which may be anything, or by one another.
	@Test
	void comparedNumbers() {
		compare((number) -> {
			int width = pick(8, 16, 32, 32);
			String value = (width == 32) ? comparison("i32x4", tree("i32x4", 1), tree("i32x4", 0))
					: (width == 16) ? comparison("i16x8", tree("i16x8", 1), tree("i16x8", 0)) : comparedBytes();
			return new Round(16, 16, "(v128.store (local.get $q) " + value.replace("@", "0") + ")", "v128.or", "ne");
		});
	}

	@Test
	void countsOfWhatCompares() {
		compare((number) -> {
			String op = pick("i32x4.sub", "i32x4.add", "v128.or");
			String extension = pick("_s", "_u");
			String bytes = ("(i32x4.extend_low_i16x8%s (i16x8.extend_%s_i8x16%1$s "
					+ "(v128.load offset=@ (local.get $p))))")
				.formatted(extension, pick("low", "high"));
			String value = comparison("i32x4", pick(bytes, tree("i32x4", 0)), pick(bytes, "(local.get $given)"));
			return new Round(16, 16, "(local.set $sum (" + op + " (local.get $sum) " + value.replace("@", "0") + "))",
					op.equals("v128.or") ? op : "i32x4.add", "lt_u");
		});
	}

	/// Two or four of which are loaded as an `int`.
	@Test
	void sumsOfNarrowNumbersThatCompare() {
		compare((number) -> {
			boolean bytes = this.random.nextBoolean();
			int parts = pick(1, 2, 4);
			String load = (bytes
					? "(i32x4.extend_low_i16x8_%1$s (i16x8.extend_low_i8x16_%1$s (v128.load32_zero offset=@ (local.get $p))))"
					: "(v128.load16x4_%1$s offset=@ (local.get $p))")
				.formatted(pick("s", "u", "u"));
			String op = pick("i32x4.sub", "i32x4.add");
			String value = comparison("i32x4", load,
					pick("(local.get $given)", "(v128.const i32x4 77 77 77 77)", "(v128.const i32x4 -9 -9 -9 -9)"));
			int stride = bytes ? 4 : 8;
			String sums = IntStream.range(0, parts)
				.mapToObj((part) -> "(local.set $sum (%s (local.get $sum) %s))".formatted(op,
						value.replace("@", "" + stride * part)))
				.collect(Collectors.joining("\n  "));
			return new Round(stride * parts, stride * parts, sums, "i32x4.add", pick("ne", "lt_u"));
		});
	}

	/// Of which the upper byte or half is used beside all of it.
	@Test
	void partsOfNumbers() {
		compare((number) -> {
			String load = "(v128.load offset=%d (local.get $p))".formatted(pick(0, 1, 16));
			String part = pick("(i32x4.shr_u %s (i32.const 24))", "(i32x4.shr_u %s (i32.const 16))",
					"(v128.and %s (v128.const i32x4 255 255 255 255))",
					"(v128.and (i32x4.shr_u %s (i32.const 8)) (v128.const i32x4 255 255 255 255))",
					"(i32x4.extend_low_i16x8_s (i8x16.shuffle 0 1 4 5 8 9 12 13 0 1 4 5 8 9 12 13 %1$s %1$s))",
					"(i32x4.extend_low_i16x8_s (i8x16.shuffle 2 3 6 7 10 11 14 15 0 1 2 3 4 5 6 7 %1$s %1$s))")
				.formatted(load);
			String value = "(i32x4.%s %s (i32x4.mul %2$s %s))".formatted(pick("add", "sub"), load, part);
			String store = "(v128.store offset=%d (local.get %s) %s)".formatted(pick(0, 0, 3, 32), pick("$p", "$q"),
					value);
			return new Round(16, 16, store, "v128.or", pick("ne", "lt_u"));
		});
	}

	/// As C compilers store four or two bytes of a vector of them.
	@Test
	void lanesOfNarrowerOnesThatAreStored() {
		compare((number) -> {
			String shift = "(i16x8.shr_u (v128.load64_zero offset=@ (local.get $p)) (i32.const %d))"
				.formatted(pick(1, 5, 8));
			String bytes = comparison("i8x16", "(i8x16.narrow_i16x8_u %1$s %1$s)".formatted(shift),
					"(v128.const i8x16 63 63 63 63 63 63 63 63 63 63 63 63 63 63 63 63)");
			boolean ints = this.random.nextBoolean();
			String store = (ints ? "(v128.store32_lane offset=%d %d (local.get $q) %s)"
					: "(v128.store16_lane offset=%d %d (local.get $q) %s)");
			int parts = pick(1, 2);
			String stores = IntStream.range(0, parts)
				.mapToObj((part) -> ints ? store.formatted(4 * part, pick(0, 1), bytes.replace("@", "" + 8 * part))
						: store.formatted(4 * part, 0, bytes.replace("@", "" + 8 * part)) + "\n  "
								+ store.formatted(4 * part + 2, 1, bytes.replace("@", "" + 8 * part)))
				.collect(Collectors.joining("\n  "));
			return new Round(8 * parts, 4 * parts, stores, "v128.or", pick("ne", "lt_u"));
		});
	}

	/// As C compilers count bytes, four at a time: the first of them are loaded with all.
	@Test
	void bytesThatAreCountedFourAtATime() {
		compare((number) -> {
			int parts = pick(2, 2, 4);
			String relation = pick("eq", "lt_s", "gt_u", "add");
			boolean loaded = this.random.nextBoolean();
			boolean odd = pick(false, false, false, true);
			StringBuilder sums = new StringBuilder();
			for (int part = 0; part < parts; part++) {
				String load = (part > 0) ? "v128.load32_zero" : (parts == 2) ? "v128.load64_zero" : "v128.load";
				String bytes = "(%s (i32.add (local.get $p) (i32.const %d)))".formatted(load,
						(odd ? pick(1, 5) : 4) * part);
				String other = loaded ? bytes.replace("$p", "$q")
						: "(v128.const i64x2 0x2020202020202020 0x2020202020202020)";
				String mask = "(i8x16.%s %s %s)".formatted(relation, bytes, other);
				String signed = "(i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_%s %s))"
					.formatted(pick("s", "s", "s", "s", "s", "u"), mask);
				sums.append("(local.set $sum (i32x4.%s (local.get $sum) %s))\n"
					.formatted(pick("sub", "sub", "sub", "sub", "sub", "add"), signed));
			}
			return new Round(16, 16, sums.toString(), "i32x4.add", "lt_u");
		});
	}

	/// Four bytes of the eight that have been loaded, but not of those behind them, and
	/// not after a store.
	@Test
	void partsOfEightBytesThatHaveBeenLoaded() {
		String module = """
				(module (memory 1) (data (i32.const 0) "\\00\\01\\02\\03\\04\\05\\06\\07\\08\\09\\0a\\0b")
				  (func (export "run") (param $p i32) (result i32) (local $sum v128)
				    (local.set $sum
				      (i32x4.add (v128.load64_zero (local.get $p))
				        (v128.load32_zero (i32.add (local.get $p) (i32.const ${distance})))))
				    ${store}
				    (local.set $sum
				      (i32x4.sub (local.get $sum)
				        (v128.load32_zero (i32.add (local.get $p) (i32.const ${distance})))))
				    (i32x4.extract_lane 0
				      (i32x4.sub
				        (v128.load32_zero (i32.add (local.get $p) (i32.const ${distance})))
				        (local.get $sum)))))""";
		for (int distance = 0; distance < 8; distance++) {
			for (String store : List.of("", "(i32.store8 (i32.add (local.get $p) (i32.const 5)) (i32.const 99))")) {
				String text = module.replace("${distance}", "" + distance).replace("${store}", store);
				Instance instance = Linker.create(this.engine)
					.instantiate(this.store, this.engine.load("parts.wat", text.getBytes(StandardCharsets.UTF_8)));
				int first = 0x03020100;
				int before = first + distance * 0x01010101;
				int place = 5 - distance;
				boolean changed = !store.isEmpty() && place >= 0 && place < 4;
				int after = changed ? before + (99 - 5 << 8 * place) : before;
				assertThat(instance.func("run").call(0)).containsExactly(after - (first + before - after));
			}
		}
	}

	/// Of bytes that are masked twice, only what both masks leave counts.
	@Test
	void bytesThatAreMaskedTwice() {
		compare((number) -> {
			StringBuilder sums = new StringBuilder();
			for (int part = 0; part < 2; part++) {
				String load = (part == 0) ? "(v128.load64_zero (local.get $p))"
						: "(v128.load32_zero (i32.add (local.get $p) (i32.const 4)))";
				String ints = "(i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u " + load + "))";
				String masked = "(v128.and (v128.and " + ints
						+ " (v128.const i32x4 3 3 3 3)) (v128.const i32x4 1 1 1 1))";
				sums.append("(local.set $sum (i32x4.add (local.get $sum) %s))\n".formatted(masked));
			}
			return new Round(16, 16, sums.toString(), "i32x4.add", "lt_u");
		});
	}

	/// Two numbers that no round changes, with nothing or a gap between all that they can
	/// be.
	@Test
	void comparedNumbersThatStay() {
		compare((number) -> {
			String small = "(i32x4.shr_u (local.get $given) (i32.const 28))";
			String far = "(i32x4.add " + small + " (v128.const i32x4 %1$d %1$d %1$d %1$d))";
			String other = far.formatted(pick(2, 15, 16, 17, 100, -16, -17, -100));
			String mask = "(i32x4.%s %s %s)".formatted(pick("lt_s", "gt_s", "le_s", "ge_u", "eq", "ne"), small, other);
			return new Round(16, 16, "(v128.store (local.get $q) (v128.and " + mask + " (v128.load (local.get $p))))",
					"v128.or", "ne");
		});
	}

	/// What looks like a limit of floats, but takes the limit by what does not compare.
	@Test
	void numbersThatALimitChooses() {
		compare((number) -> {
			String limit = "(v128.const f32x4 255 255 255 255)";
			String mask = "(" + pick("v128.not", "f32x4.abs", "i32x4.neg") + " " + limit + ")";
			return new Round(16, 16, "(v128.store (local.get $q) (i32x4.trunc_sat_f32x4_s (v128.bitselect " + limit
					+ " (v128.load (local.get $p)) " + mask + ")))", "v128.or", "ne");
		});
	}

	// What a C compiler makes of bytes that are compared with an `int`.
	private String comparedBytes() {
		String one = "(v128.load (local.get $p))";
		String other = pick("(v128.load offset=16 (local.get $p))", "(v128.load offset=900 (local.get $p))");
		String least = pick("", "%s");
		String quarter = comparison("i32x4", "(i32x4.extend_$1_i16x8_$u (i16x8.extend_$2_i8x16_$u " + one + "))",
				least.isEmpty() ? "(local.get $given)"
						: "(i32x4.extend_$1_i16x8_$u (i16x8.extend_$2_i8x16_$u " + other + "))")
			.replace("$u", pick("u", "s"));
		String half = "(i16x8.narrow_i32x4_%s %s %s)".formatted(pick("u", "s"), masked(quarter).replace("$1", "low"),
				masked(quarter).replace("$1", "high"));
		return "(i8x16.narrow_i16x8_%s %s %s)".formatted(pick("u", "s"), half.replace("$2", "low"),
				half.replace("$2", "high"));
	}

	private String masked(String value) {
		return pick("(v128.and %s (v128.const i32x4 255 255 255 255))", "%s").formatted(value);
	}

	private String comparison(String lanes, String one, String other) {
		String relation = pick("lt_s", "gt_s", "le_s", "ge_s", "lt_u", "gt_u", "le_u", "ge_u", "eq", "ne");
		String mask = "(%s.%s %s %s)".formatted(lanes, relation, one, other);
		return pick("%s", "(v128.not %s)", "(v128.bitselect %2$s %3$s %1$s)", "(v128.and %2$s %1$s)",
				"(v128.andnot %3$s %1$s)", "(" + lanes + ".sub %2$s %1$s)", "(" + lanes + ".neg %s)")
			.formatted(mask, one, other);
	}

	/// Of which several elements are added up at once, where numbers become wider or are
	/// added as they are.
	@Test
	void sumsOfNumbersInMemory() {
		compare((number) -> {
			List<String> begin = IntStream.range(0, 3).mapToObj((each) -> vector("i32x4", 4, 1 << 30)).toList();
			boolean wider = this.random.nextBoolean();
			return new Sums(begin,
					Stream.of("$a", "$b", "$s")
						.limit(pick(1, 2, 3))
						.map((sum) -> "(local.set %s (i32x4.add (local.get %1$s) %s))".formatted(sum,
								wider ? widened() : load()))
						.collect(Collectors.joining("\n  ")));
		});
	}

	private String load() {
		return "(v128.load offset=%d (i32.add (local.get $p) (i32.const %d)))".formatted(pick(0, 0, 16, 2),
				pick(0, 0, 0, 900, -40));
	}

	private String widened() {
		String form = pick("(i32x4.dot_i16x8_s %s %s)",
				"(i32x4.extadd_pairwise_i16x8_s (i16x8.extadd_pairwise_i8x16_u %s))",
				"(i32x4.extadd_pairwise_i16x8_u (i16x8.sub %s %s))",
				"(i32x4.add (i32x4.extmul_low_i16x8_u %1$s %2$s) (i32x4.extmul_high_i16x8_u %1$s %2$s))",
				"(i32x4.add (i32x4.extend_low_i16x8_s %1$s) (i32x4.extend_high_i16x8_s %1$s))", "(i32x4.mul %s %s)");
		return form.formatted(load(), load());
	}

	@Test
	void sumsOfBytesAndOfSums() {
		compare((number) -> new Sums(IntStream.range(0, 3).mapToObj((each) -> vector("i32x4", 4, 1 << 30)).toList(),
				sumsOfARound()));
	}

	// In any order, and what is added to a sum may have its lanes turned, or not be all
	// of it.
	private String sumsOfARound() {
		String turned = pick("(local.get %s)", "(local.get %s)",
				"(i8x16.shuffle 0 1 2 3 0 1 2 3 8 9 10 11 12 13 14 15 (local.get %1$s) (local.get %1$s))",
				"(v128.and (local.get %s) (v128.const i32x4 -1 0 0 0))",
				"(i32x4.add (local.get %1$s) (v128.and (local.get %1$s) (v128.const i32x4 -1 -1 0 0)))",
				"(i8x16.shuffle 4 5 6 7 8 9 10 11 12 13 14 15 0 1 2 3 (local.get %1$s) (local.get %1$s))");
		List<String> sums = new ArrayList<>();
		sums.add("(local.set $a (i32x4.add (local.get $a) %s))".formatted(pick(bytes(), pairs())));
		sums.add("(local.set $b (i32x4.add %s (local.get $b)))".formatted(products()));
		sums.add("(local.set $s (i32x4.add (local.get $s) %s))"
			.formatted(turned.formatted(pick("$a", "$a", "$a", "$b"))));
		if (this.random.nextBoolean()) {
			sums.add("(local.set $s (i32x4.add (local.get $s) (v128.load32_splat (local.get $p))))");
		}
		Collections.shuffle(sums, this.random);
		return String.join("\n  ", sums);
	}

	private String bytes() {
		return "(i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_%s (v128.load offset=%d (local.get $p))))"
			.formatted(pick("u", "u", "u", "s"), pick(0, 0, 16, 900));
	}

	private String pairs() {
		String pair = "(i32x4.extend_%1$s_i16x8_u (i16x8.extend_%2$s_i8x16_u (v128.load (local.get $p))))";
		return "(i32x4.add %s %s)".formatted(pair.formatted("low", pick("low", "high")),
				pair.formatted("high", pick("low", "high")));
	}

	private String products() {
		int most = pick(10, 16, 40, 300);
		String product = "(i16x8.mul (i16x8.extend_%s_i8x16_u (v128.load (local.get $p))) %s)";
		return "(i32x4.extadd_pairwise_i16x8_u (i16x8.add %s %s))".formatted(
				product.formatted("low", vector("i16x8", 8, most)),
				product.formatted("high", vector("i16x8", 8, most)));
	}

	/// More sums than fit into registers, of a row and of columns that lie side by side,
	/// which end up in the lanes of one vector, though some of them not as a whole.
	@Test
	void sumsOfColumns() {
		compare((number) -> new Columns(pick(4, 5, 8), product(), pick("0 1 2 3", "0 1 2 3", "8 9 10 11", "4 5 6 7")));
	}

	private String product() {
		String product = "(i16x8.extmul_%1$s_i8x16_s (v128.load (local.get $p)) (v128.load offset=@ (local.get $q)))";
		return pick("(i32x4.dot_i16x8_s (v128.load (local.get $p)) (v128.load offset=@ (local.get $q)))",
				"(i32x4.extadd_pairwise_i16x8_s (i16x8.add %s %s))".formatted(product.formatted("low"),
						product.formatted("high")),
				"(i32x4.mul (v128.load (local.get $p)) (v128.load offset=@ (local.get $q)))",
				"(i32x4.sub (v128.load (local.get $p)) (v128.load offset=@ (i32.sub (local.get $q) (i32.const 9))))");
	}

	private String vector(String lanes, int count, int most) {
		String numbers = IntStream.range(0, count)
			.mapToObj((lane) -> String.valueOf(this.random.nextInt(most)))
			.collect(Collectors.joining(" "));
		return "(v128.const " + lanes + " " + numbers + ")";
	}

	/// The least and the greatest of narrow numbers, however their lanes come together.
	@Test
	void extremesOfNarrowNumbers() {
		compare((number) -> {
			String lanes = pick("i8x16", "i16x8", "i16x8", "i32x4");
			int vectors = pick(1, 1, 2);
			List<String> statements = new ArrayList<>();
			List<String> ops = new ArrayList<>();
			for (String total : List.of("$a", "$b")) {
				String op = lanes + pick(".min_s", ".max_s", ".min_u", ".max_u");
				ops.add(op);
				for (int vector = 0; vector < vectors; vector++) {
					String load = "(v128.load offset=@ (local.get $p))";
					String numbers = (rarely() ? tree(lanes, 1).replace("(local.get $given)", splat(lanes)) : load)
						.replace("@", "" + 16 * vector);
					String sum = pick("(%s (local.get %s) %s)", "(%1$s %3$s (local.get %2$s))");
					statements.add("(local.set " + total + " "
							+ sum.formatted(rarely() ? lanes + ".add" : op, total, numbers) + ")");
				}
			}
			String begin = Stream.of("$a", "$b")
				.map((total) -> "(local.set %s %s)".formatted(total,
						counted(lanes, this.random.nextInt(), this.random.nextInt(), -1, 0)))
				.collect(Collectors.joining(" "));
			// Nearly the same: the loop and what is behind it may take signs for
			// different.
			String other = ops.get(1).endsWith("s") ? ops.get(1).replaceFirst("s$", "u")
					: ops.get(1).replaceFirst("u$", "s");
			String end = together("$a", ops.get(0)) + together("$b", rarely() ? other : ops.get(1));
			return new Counted(16 * vectors, begin, String.join("\n  ", statements), end);
		});
	}

	/// Every other lane collects numbers with a sign, the ones between them numbers
	/// without.
	@Test
	void extremesOfBothSigns() {
		compare((number) -> {
			String extreme = "(i16x8.%s_%s (local.get $a) (v128.load (local.get $p)))";
			String op = pick("max", "min");
			boolean first = this.random.nextBoolean();
			String value = "(i8x16.shuffle 0 1 18 19 4 5 22 23 8 9 26 27 12 13 30 31 %s %s)"
				.formatted(extreme.formatted(op, first ? "s" : "u"), extreme.formatted(op, first ? "u" : "s"));
			String begin = "(local.set $a (i16x8.splat (i32.const %d)))".formatted(pick(0, 1, -1, 32767, -32768));
			return new Counted(16, begin, "(local.set $a " + value + ")",
					together("$a", "i16x8." + op + pick("_s", "_s", "_u")));
		});
	}

	// All lanes by shuffles, or one by one by choices; then nobody looks at the others,
	// or somebody does.
	private String together(String total, String op) {
		String lanes = op.substring(0, op.indexOf('.'));
		int count = count(lanes);
		String keep = rarely() ? "(local.set $given (v128.xor (local.get $given) (local.get %s)))".formatted(total)
				: "";
		if (this.random.nextBoolean()) {
			StringBuilder turns = new StringBuilder(keep);
			for (int bytes = 8; bytes >= 16 / count; bytes /= 2) {
				int turn = bytes;
				String shuffle = IntStream.range(0, 16)
					.mapToObj((lane) -> "" + (lane + turn) % 16)
					.collect(Collectors.joining(" "));
				turns.append(
						"(local.set %1$s (%2$s (local.get %1$s) (i8x16.shuffle %3$s (local.get %1$s) (local.get %1$s))))"
							.formatted(total, op, shuffle));
			}
			return turns + "(local.set %s (%s.splat (%s (local.get %1$s))))".formatted(total, lanes, extraction(op, 0));
		}
		String sign = lanes.equals("i32x4") ? op.substring(op.length() - 1) : pick("s", op.substring(op.length() - 1));
		String relation = (op.contains("max") ? pick("gt_", "ge_") : pick("lt_", "le_")) + sign;
		StringBuilder choices = new StringBuilder(
				keep + "(local.set $one (%s (local.get %s)))".formatted(extraction(op, 0), total));
		int most = rarely() ? count - 1 : count;
		int turned = rarely() ? this.random.nextInt(count) : 0;
		for (int lane = 1; lane < most; lane++) {
			choices.append("""
					(local.set $other (%s (local.get %s)))
					(local.set $one (select (local.get $one) (local.get $other) (i32.%s %s)))""".formatted(
					extraction(op, lane), total, relation,
					(lane == turned) ? "(local.get $other) (local.get $one)" : "(local.get $one) (local.get $other)"));
		}
		return choices + "(local.set %s (%s.splat (local.get $one)))".formatted(total, lanes);
	}

	private boolean rarely() {
		return this.random.nextInt(12) == 0;
	}

	private static String extraction(String op, int lane) {
		String sign = op.startsWith("i32x4") ? "" : op.substring(op.length() - 2);
		return op.substring(0, op.indexOf('.')) + ".extract_lane" + sign + " " + lane;
	}

	/// Lanes that each round adds the same to, one step apart or nearly.
	@Test
	void countedLanes() {
		compare((number) -> {
			String lanes = pick("i32x4", "i32x4", "i16x8", "i8x16");
			int count = count(lanes);
			int vectors = pick(1, 1, 2);
			int step = pick(1, 2, 8, -1, -3, 0, 127, 1 << 30, this.random.nextInt());
			int wrong = (this.random.nextInt(5) == 0) ? this.random.nextInt(2 * count) : -1;
			int off = pick(1, 1 << 7, 1 << 15);
			String increment = splat(lanes, vectors * count * step + pick(0, 0, 0, 0, 0, 1, off));
			String before = counted(lanes, this.random.nextInt(), step, wrong, off);
			String next = pick("(local.get $b)",
					"(%s.add (local.get $a) %s)".formatted(lanes, splat(lanes, count * step)),
					"(%s.sub (local.get $a) %s)".formatted(lanes, splat(lanes, -count * step)));
			boolean given = this.random.nextInt(3) == 0;
			String by = given ? "(local.get $given)" : increment;
			String begin = "(local.set $a %s) (local.set $b (%s.add (local.get $a) %s)) (local.set $given %s)"
				.formatted(before, lanes, splat(lanes, count * step), increment);
			List<String> statements = new ArrayList<>();
			for (int vector = 0; vector < vectors; vector++) {
				String loaded = "(v128.load offset=%d (local.get $p))".formatted(16 * vector);
				String value = (vector == 0) ? "(local.get $a)" : next;
				statements.add("(v128.store offset=%d (local.get $q) %s)".formatted(16 * vector,
						computed(lanes, loaded, value)));
				if (lanes.equals("i32x4") && this.random.nextInt(4) == 0) {
					statements
						.add("(local.set $s (i32x4.add (local.get $s) (i32x4.mul %s %s)))".formatted(loaded, value));
				}
			}
			statements.add("(local.set $a (%s.add (local.get $a) %s))".formatted(lanes, by));
			statements.add("(local.set $b (%s.add %s (local.get $b)))".formatted(lanes, by));
			return new Counted(16 * vectors, begin, String.join("\n  ", statements), "");
		});
	}

	/// What numbers of 16 bits are multiplied by becomes more with each.
	@Test
	void countedFactors() {
		compare((number) -> {
			int step = pick(1, 8, -5, 1 << 20, this.random.nextInt());
			String begin = "(local.set $a %s) (local.set $given (i32x4.splat (i32.const %d))) %s".formatted(
					counted("i32x4", this.random.nextInt(1 << 16), step, -1, 0), 4 * step + pick(0, 0, 0, 0, 1),
					"(local.set $b (i32x4.add (local.get $a) (local.get $given)))");
			String added = "(i32x4.add (local.get $a) (local.get $given))";
			String next = pick("(local.get $b)", added);
			String product = "(i32x4.shr_s (i32x4.mul (i32x4.extend_%s_i16x8_s (v128.load (local.get $p))) %s) (i32.const %d))";
			int down = pick(0, 9, 15);
			String value = "(i16x8.narrow_i32x4_%s %s %s)".formatted(pick("s", "u"),
					product.formatted("low", "(local.get $a)", down), product.formatted("high", next, down));
			return new Counted(16, begin, """
					(v128.store (local.get $q) %s)
					(local.set $a (i32x4.add (i32x4.add (local.get $a) (local.get $given)) (local.get $given)))
					(local.set $b (i32x4.add (i32x4.add (local.get $b) (local.get $given)) (local.get $given)))"""
				.formatted(value), "");
		});
	}

	private String computed(String lanes, String loaded, String counted) {
		String tree = switch (lanes) {
			case "i8x16" ->
				pick("(i8x16.add %s %s)", "(i8x16.max_u %s %s)", "(i8x16.add_sat_s %s %s)", "(i8x16.gt_u %s %s)");
			case "i16x8" ->
				pick("(i16x8.mul %s %s)", "(i16x8.sub_sat_u %s %s)", "(i16x8.min_s %s %s)", "(i16x8.eq %s %s)");
			default -> pick("(i32x4.mul %s %s)", "(i32x4.max_u %s %s)", "(i32x4.sub %s %s)", "(v128.xor %s %s)",
					"(i32x4.lt_s %s %s)");
		};
		return tree.formatted(loaded, counted);
	}

	private static int count(String lanes) {
		return Integer.parseInt(lanes.substring(lanes.indexOf('x') + 1));
	}

	private static String splat(String lanes, int number) {
		return "(%s.splat (i32.const %d))".formatted(lanes, number);
	}

	// A step from lane to lane, but for one of them.
	private static String counted(String lanes, int begin, int step, int wrong, int off) {
		int unused = Integer.SIZE - 128 / count(lanes);
		return IntStream.range(0, count(lanes))
			.map((lane) -> begin + lane * step + ((lane == wrong) ? off : 0))
			.mapToObj((number) -> String.valueOf(number << unused >> unused))
			.collect(Collectors.joining(" ", "(v128.const " + lanes + " ", ")"));
	}

	private void compare(int stores, String lanes) {
		compare((number) -> round(stores, lanes));
	}

	private void compare(IntFunction<? extends Case> cases) {
		List<Case> rounds = IntStream.range(0, CASES).<Case>mapToObj(cases).toList();
		String functions = IntStream.range(0, CASES)
			.mapToObj((number) -> rounds.get(number).functions(number))
			.collect(Collectors.joining("\n"));
		String text = "(module (memory (export \"memory\") 1)\n" + functions + ")";
		Instance instance = Linker.create(this.engine)
			.instantiate(this.store, this.engine.load("loops.wat", text.getBytes(StandardCharsets.UTF_8)));
		Memory memory = instance.memory("memory");
		byte[] before = new byte[MEMORY_BYTES];
		this.random.nextBytes(before);
		// Sums are greatest of these.
		Arrays.fill(before, 0, MEMORY_BYTES / 8, (byte) 0xFF);
		for (int number = 0; number < CASES; number++) {
			for (int call = 0; call < CALLS; call++) {
				Object[] arguments = arguments(rounds.get(number));
				Outcome inline = outcome(instance.func("inline" + number), memory, before, arguments);
				Outcome called = outcome(instance.func("called" + number), memory, before, arguments);
				assertThat(inline.result).as(rounds.get(number).functions(number)).isEqualTo(called.result);
				assertThat(inline.memory).as(rounds.get(number).functions(number)).isEqualTo(called.memory);
			}
		}
	}

	// Where to begin, where to store relative to that, and how many rounds.
	private Object[] arguments(Case round) {
		int length = 1 + this.random.nextInt(LONGEST);
		int from = switch (this.random.nextInt(8)) {
			case 0 -> MEMORY_BYTES - round.stride() * length - this.random.nextInt(80);
			case 1 -> -round.stride();
			default -> this.random.nextInt(MEMORY_BYTES / 2);
		};
		int distance = switch (this.random.nextInt(4)) {
			case 0 -> this.random.nextInt(65) - 32;
			case 1 -> 0;
			default -> 5_000 + this.random.nextInt(20_000);
		};
		return new Object[] { from, from + distance, from + round.stride() * length };
	}

	private static Outcome outcome(Func function, Memory memory, byte[] before, Object[] arguments) {
		memory.write(0, before);
		Object result;
		try {
			result = List.of(function.call(arguments));
		}
		catch (Trap trap) {
			result = trap.code();
		}
		return new Outcome(result, memory.read(0, MEMORY_BYTES));
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Outcome(Object result, byte[] memory) {
	}

	private Round round(int stores, String lanes) {
		int vectors = pick(1, 1, 2);
		List<String> statements = new ArrayList<>();
		boolean same = this.random.nextBoolean();
		int offset = 16 * this.random.nextInt(3) + pick(0, 0, 0, 1);
		String op = tree(lanes, 3);
		for (int store = 0; store < stores; store++) {
			int apart = pick(0, 7_000);
			for (int vector = 0; vector < vectors; vector++) {
				statements.add("(v128.store offset=%d (local.get %s) %s)".formatted(
						apart * store + offset + 16 * vector, same ? "$p" : "$q", op.replace("@", "" + 16 * vector)));
			}
		}
		if (stores == 0 || lanes.equals("i32x4")) {
			String collect = pick("i32x4.add", "i32x4.add", "i32x4.max_s", "i32x4.min_s", "v128.xor");
			String addend = tree("i32x4", 2);
			for (int vector = 0; vector < vectors; vector++) {
				statements.add("(local.set $sum (%s (local.get $sum) %s))".formatted(collect,
						addend.replace("@", "" + 16 * vector)));
			}
			return new Round(16 * vectors, pick(16 * vectors, 32 * vectors), String.join("\n  ", statements), collect,
					pick("ne", "lt_u", "lt_s"));
		}
		return new Round(16 * vectors, pick(16 * vectors, 32 * vectors), String.join("\n  ", statements), "v128.or",
				pick("ne", "lt_u", "lt_s"));
	}

	// What is at @ from $p, and something computed from it.
	private String tree(String lanes, int depth) {
		if (depth == 0) {
			String load = "(v128.load offset=@ (local.get $p))";
			String far = "(v128.load offset=@ (i32.add (local.get $p) (i32.const %d)))".formatted(pick(0, 16, 900));
			return pick(load, load, load, load, far, "(local.get $given)", splat(lanes));
		}
		String one = tree(lanes, depth - 1);
		String other = tree(lanes, this.random.nextInt(depth));
		return switch (lanes) {
			case "i8x16" ->
				pick("(i8x16.add %s %s)", "(i8x16.add_sat_u %s %s)", "(i8x16.sub_sat_s %s %s)", "(v128.xor %s %s)",
						"(i8x16.avgr_u %s %s)", "(i8x16.max_u %s %s)", NARROWED, PRODUCTS, FOUND)
					.formatted(one, other);
			case "i16x8" -> pick("(i16x8.mul %s %s)", "(i16x8.sub %s %s)", "(i16x8.add_sat_s %s %s)",
					"(i16x8.min_s %s %s)", "(v128.and %s (i16x8.shr_u %s (i32.const 3)))",
					"(i16x8.add %s (i16x8.extadd_pairwise_i8x16_u %s))", SHORTS)
				.formatted(one, other);
			default -> pick("(i32x4.mul %s %s)", "(i32x4.sub %s %s)", "(i32x4.max_u %s %s)",
					"(v128.or %s (i32x4.shl %s (i32.const 5)))", "(i32x4.dot_i16x8_s %s %s)",
					"(i32x4.add %s (i32x4.shr_s %s (i32.const 9)))")
				.formatted(one, other);
		};
	}

	private static final String NARROWED = "(i8x16.narrow_i16x8_u (i16x8.extend_low_i8x16_s %1$s) "
			+ "(i16x8.extend_high_i8x16_s %1$s))";

	private static final String PRODUCTS = "(i8x16.narrow_i16x8_u (i16x8.shr_u (i16x8.extmul_low_i8x16_u %1$s %2$s) "
			+ "(i32.const 8)) (i16x8.shr_u (i16x8.extmul_high_i8x16_u %1$s %2$s) (i32.const 8)))";

	private static final String FOUND = "(i8x16.add (i8x16.swizzle (v128.const i8x16 3 1 4 1 5 9 2 6 -5 3 5 8 9 7 9 3) "
			+ "(i8x16.shr_u %1$s (i32.const 4))) %1$s)";

	private static final String SHORTS = "(i16x8.narrow_i32x4_s (i32x4.extmul_low_i16x8_s %1$s %2$s) "
			+ "(i32x4.extmul_high_i16x8_s %1$s %2$s))";

	private static String splat(String lanes) {
		return "(" + lanes + ".splat (i32.const 77))";
	}

	@SafeVarargs
	private <T> T pick(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	/// A function with a loop, and the same with the round in another function.
	private interface Case {

		/// How far a round goes.
		int stride();

		/// The text of both.
		String functions(int number);

	}

	/// What two vectors hand on.
	///
	/// @param statements what a round does
	/// @param result what is read behind the loop
	private record Handed(String statements, String result) implements Case {

		private static final String LOCALS = " (local $t v128) (local $u v128) (local $now v128) ";

		@Override
		public int stride() {
			return 8;
		}

		@Override
		public String functions(int number) {
			String round = "(call $round%d (local.get $p) (local.get $q) (local.get $a) (local.get $b)) %s"
				.formatted(number, "(local.set $b) (local.set $a)");
			return loop("inline" + number, this.statements) + loop("called" + number, round) + """

					(func $round%d (param $p i32) (param $q i32) (param $a v128) (param $b v128) (result v128 v128) %s
					  %s
					  (local.get $a) (local.get $b))""".formatted(number, LOCALS, this.statements);
		}

		private String loop(String name, String round) {
			return """
					(func (export "%s") (param $p i32) (param $q i32) (param $end i32) (result i32)
					  (local $a v128) (local $b v128) %s
					  (local.set $a (i8x16.splat (i32.load8_u (i32.const 100))))
					  (local.set $b (i8x16.splat (i32.load8_u (i32.const 9000))))
					  (loop $next
					  %s
					  (local.set $q (i32.add (local.get $q) (i32.const 8)))
					  (br_if $next (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 8))) (local.get $end))))
					  %s)""".formatted(name, LOCALS, round, this.result);
		}

	}

	/// Stores of what is counted.
	///
	/// @param stride how far a round goes
	/// @param begin what the locals begin with
	/// @param statements what a round does
	/// @param end what is done behind the loop
	private record Counted(int stride, String begin, String statements, String end) implements Case {

		private static final String VECTORS = " (%s $a v128) (%1$s $b v128) (%1$s $s v128) ";

		@Override
		public String functions(int number) {
			String round = "(call $round%d (local.get $p) (local.get $q) %s) %s".formatted(number,
					"(local.get $a) (local.get $b) (local.get $s) (local.get $given)",
					"(local.set $s) (local.set $b) (local.set $a)");
			return loop("inline" + number, this.statements) + loop("called" + number, round) + """

					(func $round%d (param $p i32) (param $q i32) %s (param $given v128) (result v128 v128 v128)
					  %s
					  (local.get $a) (local.get $b) (local.get $s))""".formatted(number, VECTORS.formatted("param"),
					this.statements);
		}

		private String loop(String name, String round) {
			String hash = "(local.get $hash)";
			for (String vector : List.of("$a", "$b", "$given")) {
				for (int lane = 0; lane < 4; lane++) {
					hash = "(i32.add (i32.mul %s (i32.const 31)) (i32x4.extract_lane %d (local.get %s)))"
						.formatted(hash, lane, vector);
				}
			}
			String total = IntStream.range(0, 4)
				.mapToObj("(i32x4.extract_lane %d (local.get $s))"::formatted)
				.reduce("(i32.const 0)", (one, other) -> "(i32.add " + one + " " + other + ")");
			return """
					(func (export "%s") (param $p i32) (param $q i32) (param $end i32) (result i32)
					  %s (local $given v128) (local $hash i32) (local $one i32) (local $other i32)
					  %s
					  (loop $next
					  %s
					  (local.set $q (i32.add (local.get $q) (i32.const %d)))
					  (br_if $next (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const %d))) (local.get $end))))
					  %s
					  (local.set $hash %s)
					  %s)""".formatted(name, VECTORS.formatted("local"), this.begin, round, this.stride, this.stride,
					this.end, total, hash);
		}

	}

	/// Sums of a row and several columns.
	///
	/// @param count how many columns
	/// @param product what a round adds to each
	/// @param first which bytes are first where lanes are added in pairs
	private record Columns(int count, String product, String first) implements Case {

		private String each(String text, String between) {
			return IntStream.range(0, this.count)
				.mapToObj((column) -> text.replace("#", "" + column))
				.collect(Collectors.joining(between));
		}

		@Override
		public int stride() {
			return 16;
		}

		@Override
		public String functions(int number) {
			String statements = IntStream.range(0, this.count)
				.mapToObj((column) -> "(local.set $s%d (i32x4.add %s (local.get $s%1$d)))".formatted(column,
						this.product.replace("@", "" + 16 * column)))
				.collect(Collectors.joining("\n  "));
			List<String> results = IntStream.range(0, this.count).mapToObj("(local.set $s%d)"::formatted).toList();
			String round = "(call $round%d (local.get $p) (local.get $q) %s) %s".formatted(number,
					each("(local.get $s#)", " "), String.join(" ", results.reversed()));
			return loop("inline" + number, statements) + loop("called" + number, round) + """

					(func $round%d (param $p i32) (param $q i32) %s (result %s)
					  %s
					  %s)""".formatted(number, each("(param $s# v128)", " "), each("v128", " "), statements,
					each("(local.get $s#)", " "));
		}

		private String pairs(String one, String other) {
			return "(i32x4.add (i8x16.shuffle %s 8 9 10 11 16 17 18 19 24 25 26 27 %s %s) ".formatted(this.first, one,
					other) + "(i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 %s %s))".formatted(one, other);
		}

		private String loop(String name, String round) {
			String four = pairs(pairs("(local.get $s0)", "(local.get $s1)"),
					pairs("(local.get $s2)", "(local.get $s3)"));
			String hash = "(local.get $q)";
			for (int lane = 0; lane < 4; lane++) {
				hash = "(i32.add (i32.mul %s (i32.const 31)) (i32x4.extract_lane %d (local.get $all)))".formatted(hash,
						lane);
			}
			for (int column = 4; column < this.count; column++) {
				String total = IntStream.range(0, 4)
					.mapToObj(("(i32x4.extract_lane %d (local.get $s" + column + "))")::formatted)
					.reduce("(i32.const 0)", (one, other) -> "(i32.add " + one + " " + other + ")");
				hash = "(i32.add (i32.mul %s (i32.const 31)) %s)".formatted(hash, total);
			}
			return """
					(func (export "%s") (param $p i32) (param $q i32) (param $end i32) (result i32)
					  %s (local $all v128)
					  (loop $next
					  %s
					  (local.set $q (i32.add (local.get $q) (i32.const %d)))
					  (br_if $next (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (local.get $end))))
					  (local.set $all (f32x4.convert_i32x4_s %s))
					  %s)""".formatted(name, each("(local $s# v128)", " "), round, 16 * this.count, four, hash);
		}

	}

	/// Three sums.
	///
	/// @param begin what they begin with
	/// @param statements what a round adds
	private record Sums(List<String> begin, String statements) implements Case {

		private static final String VECTORS = " (%s $a v128) (%1$s $b v128) (%1$s $s v128) ";

		@Override
		public int stride() {
			return 16;
		}

		@Override
		public String functions(int number) {
			String round = "(call $round%d (local.get $p) (local.get $a) (local.get $b) (local.get $s)) %s"
				.formatted(number, "(local.set $s) (local.set $b) (local.set $a)");
			return loop("inline" + number, this.statements) + loop("called" + number, round) + """

					(func $round%d (param $p i32) %s (result v128 v128 v128)
					  %s
					  (local.get $a) (local.get $b) (local.get $s))""".formatted(number, VECTORS.formatted("param"),
					this.statements);
		}

		private String loop(String name, String round) {
			String total = IntStream.range(0, 4)
				.mapToObj((lane) -> "(i32x4.extract_lane %d (local.get $%%s))".formatted(lane))
				.reduce("(i32.const 0)", (one, other) -> "(i32.add " + one + " " + other + ")");
			return """
					(func (export "%s") (param $p i32) (param $q i32) (param $end i32) (result i32) %s
					  (local.set $a %s) (local.set $b %s) (local.set $s %s)
					  (loop $next
					  %s
					  (br_if $next (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 16))) (local.get $end))))
					  (i32.add (i32.mul (i32.const 3) %s) (i32.add (i32.mul (i32.const 5) %s) %s)))""".formatted(name,
					VECTORS.formatted("local"), this.begin.get(0), this.begin.get(1), this.begin.get(2), round,
					total.replace("%s", "a"), total.replace("%s", "b"), total.replace("%s", "s"));
		}

	}

	/// A round.
	///
	/// @param stride how far it goes
	/// @param storeStride how far the stores go
	/// @param statements what it does
	/// @param collect what combines lanes of the sum
	/// @param relation on what the loop goes on
	private record Round(int stride, int storeStride, String statements, String collect,
			String relation) implements Case {

		@Override
		public String functions(int number) {
			String parameters = "(param $p i32) (param $q i32)";
			String given = "(local.set $given (i8x16.splat (i32.const 0x15)))";
			String total = """
					(local.set $sum (%1$s (local.get $sum) (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7
					  (local.get $sum) (local.get $sum))))
					(i32x4.extract_lane 0 (%1$s (local.get $sum)
					  (i8x16.shuffle 4 5 6 7 0 1 2 3 0 0 0 0 0 0 0 0 (local.get $sum) (local.get $given))))"""
				.formatted(this.collect);
			String loop = """
					(func (export "%s%d") %s (param $end i32) (result i32) (local $sum v128) (local $given v128)
					  %s
					  (loop $next
					  %s
					  (local.set $q (i32.add (local.get $q) (i32.const %d)))
					  (br_if $next (i32.%s (local.tee $p (i32.add (local.get $p) (i32.const %d))) (local.get $end))))
					  %s)""";
			String inline = loop.formatted("inline", number, parameters, given, this.statements, this.storeStride,
					this.relation, this.stride, total);
			String call = "(local.set $sum (call $round%d (local.get $p) (local.get $q) (local.get $sum)))"
				.formatted(number);
			String called = loop.formatted("called", number, parameters, given, call, this.storeStride, this.relation,
					this.stride, total);
			return inline + "\n" + called + """

					(func $round%d %s (param $sum v128) (result v128) (local $given v128)
					  %s
					  %s
					  (local.get $sum))""".formatted(number, parameters, given, this.statements);
		}

	}

}
