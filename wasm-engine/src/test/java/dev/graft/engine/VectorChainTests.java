package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Chains of vector instructions give what the same instructions give one by one: each in
/// a function of its own, so that the compiler sees no chain.
@ParameterizedClass
@MethodSource("limits")
class VectorChainTests {

	private static final int CASES = 40;

	private static final int CALLS = 12;

	private final Engine engine;

	private final Store store;

	private final Random random = new Random(20261120);

	static List<MethodLimits> limits() {
		return List.of(MethodLimits.DEFAULT, MethodLimits.TINY, MethodLimits.TINY_SECTIONS);
	}

	VectorChainTests(MethodLimits limits) {
		EngineConfig.Builder config = EngineConfig.builder();
		this.engine = Engine.create(config.compiler(new WasmCompiler(limits)).build());
		this.store = Store.builder(this.engine).build();
	}

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	// Only the first four bytes of each store last, and the number is in none of them but
	// those of the last one.
	@Test
	void aNumberThatOnlyTheLastRoundLeaves() {
		String module = """
				(module (memory 1)
				  (func (export "run") (param $n i32) (result i32) (local $x i32) (local $d i32)
				    (local.set $x (i32.const 1))
				    (loop $again
				      (v128.store (local.get $d)
				        (i8x16.eq (i8x16.splat (i32.const 81))
				          (i8x16.narrow_i16x8_s
				            (i16x8.narrow_i32x4_s (v128.const i32x4 1 1 1 1) (i32x4.splat (local.get $x)))
				            (v128.load (i32.const 1024)))))
				      (local.set $x (i32.mul (local.get $x) (i32.const 3)))
				      (local.set $d (i32.add (local.get $d) (i32.const 4)))
				      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
				    (i32.load (local.get $d))))""";
		Module loaded = this.engine.load("last.wat", module.getBytes(StandardCharsets.UTF_8));
		Instance instance = Linker.create(this.engine).instantiate(this.store, loaded);
		assertThat(instance.func("run").call(5)).containsExactly(-1);
	}

	@Test
	void fromBytesThrough16BitsToBytes() {
		compare((number) -> {
			Lanes lanes = masked(16, 3);
			String sign = this.random.nextBoolean() ? "u" : "s";
			return Tree.of("i8x16.narrow_i16x8_" + sign, lanes.part(0, false), lanes.part(1, false));
		});
	}

	@Test
	void fromBytesThrough32BitsToBytes() {
		compare((number) -> {
			Lanes lanes = masked(32, 3);
			boolean shuffled = this.random.nextBoolean();
			Tree low = Tree.of("i16x8.narrow_i32x4_u", lanes.part(0, shuffled), lanes.part(1, shuffled));
			Tree high = Tree.of("i16x8.narrow_i32x4_u", lanes.part(2, shuffled), lanes.part(3, shuffled));
			return Tree.of("i8x16.narrow_i16x8_u", low, high);
		});
	}

	@Test
	void fromBytesThrough32BitsTo16BitsAndBack() {
		compare((number) -> {
			Lanes lanes = masked(32, 2);
			Tree low = Tree.of("i16x8.narrow_i32x4_u", lanes.part(0, false), lanes.part(1, false));
			Tree high = Tree.of("i16x8.narrow_i32x4_u", lanes.part(2, false), lanes.part(3, false));
			String shift = "i16x8.shr_u";
			return Tree.of("i8x16.narrow_i16x8_u", Tree.of(shift, low, number("1")), Tree.of(shift, high, number("1")));
		});
	}

	@Test
	void fromBytesToBytesTwice() {
		compare((number) -> {
			Tree bytes = Tree.of("i8x16.narrow_i16x8_u", splat("i16x8", "17"), splat("i16x8", "34"));
			Tree narrow = Tree.of("i8x16.narrow_i16x8_u", masked(16, 1).part(0, false), masked(16, 1).part(1, false));
			Tree shifted = Tree.of("i16x8.shr_u", narrow, number("8"));
			return Tree.of("i8x16.narrow_i16x8_u", pick(shifted, bytes), pick(shifted, Tree.argument(0)));
		});
	}

	@Test
	void productsOfNeighboursThatAreAdded() {
		compare((number) -> {
			Tree magnitude = Tree.of("i8x16.abs", Tree.argument(1));
			Lanes other = new Bytes(pick(magnitude, Tree.argument(1)), this.random.nextInt(3) == 0, 16);
			Lanes products = new Computed("i16x8.mul", List.of(lanes(16, this.random.nextInt(2)), other));
			String sum = pick("i16x8.add_sat_s", "i16x8.add_sat_s", "i16x8.sub_sat_s", "i16x8.add");
			return Tree.of(sum, everyOther(products, 0), everyOther(products, this.random.nextInt(8) == 0 ? 0 : 1));
		});
	}

	/// A factor that is another one when the same bytes are multiplied again.
	@Test
	void productsOfNeighboursByAFactorThatChanges() {
		String products = """
				(i16x8.mul (i16x8.extend_low_i8x16_s (local.get $x)) (local.get $factor))
				(i16x8.mul (i16x8.extend_high_i8x16_s (local.get $x)) (local.get $factor))
				""";
		String sum = "(i16x8.add (i8x16.shuffle 0 1 4 5 8 9 12 13 16 17 20 21 24 25 28 29 %1$s)"
			.concat("(i8x16.shuffle 2 3 6 7 10 11 14 15 18 19 22 23 26 27 30 31 %1$s))")
			.formatted(products);
		String rounds = """
				(func (export "%s") (param $x v128) (param $factor v128) (param $other v128) (result v128)
				  (local $sum v128) (local $round i32)
				  (loop $again
				    (local.set $sum (i16x8.add (i16x8.shl (local.get $sum) (i32.const 1)) %2$s))
				    (local.set $factor (local.get $other))
				    (local.set $sum (i16x8.add (i16x8.shl (local.get $sum) (i32.const 1)) %2$s))
				    (local.set $other (i16x8.neg (local.get $x)))
				    (br_if $again
				      (i32.lt_u (local.tee $round (i32.add (local.get $round) (i32.const 1))) (i32.const 3))))
				  (local.get $sum))
				""";
		String called = "(call $sum (local.get $x) (local.get $factor))";
		String module = "(module (func $sum (param $x v128) (param $factor v128) (result v128) %s) %s %s)"
			.formatted(sum, rounds.formatted("at once", sum), rounds.formatted("one by one", called));
		Instance instance = Linker.create(this.engine)
			.instantiate(this.store, this.engine.load("factors.wat", module.getBytes(StandardCharsets.UTF_8)));
		for (int call = 0; call < CALLS; call++) {
			Object[] arguments = { bytes(), bytes(), bytes() };
			assertThat(instance.func("at once").call(arguments))
				.containsExactly(instance.func("one by one").call(arguments));
		}
	}

	@Test
	void sumsThatMayHaveToBeSaturated() {
		compare((number) -> {
			String op = pick("i16x8.add_sat_s", "i16x8.sub_sat_s");
			return Tree.of(op, limited(), Tree.of(pick("i16x8.add", "i16x8.mul", "v128.or"), limited(), limited()));
		});
	}

	// Lanes of which it may be known how large they are.
	private Tree limited() {
		Tree source = pick(Tree.argument(0), Tree.argument(1), Tree.of("i8x16.abs", Tree.argument(1)));
		return switch (this.random.nextInt(5)) {
			case 0 -> Tree.of("v128.and", source, splat("i16x8", pick("0xff", "0x7fff", "0x80ff", "128", "-1")));
			case 1 -> Tree.of("i16x8.shr_u", source, number(pick("0", "1", "8", "16", "24")));
			case 2 -> Tree.of("i16x8.shr_s", source, number(pick("0", "1", "8", "15")));
			case 3 -> Tree.of("i16x8.extend_low_i8x16_" + pick("s", "u"), source);
			default -> splat("i16x8", pick("32767", "-32768", "1", "-1", "0"));
		};
	}

	private static Tree everyOther(Lanes lanes, int first) {
		String places = IntStream.range(0, 16)
			.mapToObj((place) -> Integer.toString(place / 2 * 4 + 2 * first + place % 2))
			.collect(Collectors.joining(" ", "i8x16.shuffle ", ""));
		return Tree.of(places, lanes.part(0, false), lanes.part(1, false));
	}

	@Test
	void floatsThatAreLimited() {
		compare((number) -> {
			Tree limit = splat("f32x4", pick("255", "-0", "0", "-1.5", "inf", "nan", "nan:0x200000", "0x1p-149"));
			Tree sum = Tree.of("f32x4.add", Tree.argument(0), Tree.argument(1));
			Tree value = pick(Tree.argument(0), Tree.of("f32x4.convert_i32x4_s", Tree.argument(1)),
					Tree.of("f32x4.abs", sum));
			String op = pick("f32x4.pmin", "f32x4.pmax");
			return this.random.nextBoolean() ? Tree.of(op, value, limit) : Tree.of(op, limit, value);
		});
	}

	@Test
	void floatsThatAreLimitedAndBecomeIntegers() {
		IntFunction<Tree> trees = (number) -> {
			Tree value = pick(Tree.argument(0), Tree.argument(0), Tree.argument(0),
					Tree.of("f32x4.convert_i32x4_s", Tree.of("i32x4.shr_s", Tree.argument(1), number("23"))),
					splat("f32x4", pick("nan", "-0.75", "300.5")));
			for (int limits = this.random.nextInt(4); limits > 0; limits--) {
				value = limited(value);
			}
			Tree integers = Tree.of("i32x4.trunc_sat_f32x4_" + pick("u", "u", "s"), value);
			Tree narrow = Tree.of("i16x8.narrow_i32x4_" + pick("u", "s"), integers, integers);
			return pick(integers, Tree.of("i8x16.narrow_i16x8_" + pick("u", "s"), narrow, narrow));
		};
		for (int times = 0; times < 6; times++) {
			compare(trees);
		}
	}

	private Tree limited(Tree value) {
		String some = "f32x4"
				+ pick(" 255 255 0 1.5", " -1 -1.5 -0.5 -0", " 0 0 0.5 0", " 1 0 -1 2", " 255 nan 255 255");
		String same = pick("255", "255", "127", "-128", "-0", "0", "0", "0.75", "1", "-1.5", "inf", "-inf", "nan",
				"0x1p31", "0x1p31", "0x1p31", "-0x1p31", "0x1.fffffep30", "65535");
		Tree limit = pick(splat("f32x4", same), splat("f32x4", same),
				new Tree("v128.const " + some, "(result v128)", List.of()));
		if (pick(true, true, false)) {
			return chosen(value, limit);
		}
		String op = "f32x4" + pick(".pmin", ".pmax", ".min", ".max");
		return this.random.nextBoolean() ? Tree.of(op, value, limit) : Tree.of(op, limit, value);
	}

	// As x86's minima and maxima are spelled, or nearly so.
	private Tree chosen(Tree value, Tree limit) {
		Tree kept = Tree.of("local.tee 2", value);
		Tree compared = Tree.argument(2);
		String op = "f32x4" + pick(".lt", ".gt", ".le", ".ge", ".eq");
		boolean swapped = this.random.nextBoolean();
		Tree mask = swapped ? Tree.of(op, limit, compared) : Tree.of(op, compared, limit);
		return pick(Tree.of("v128.bitselect", kept, limit, mask), Tree.of("v128.bitselect", kept, limit, mask),
				Tree.of("v128.bitselect", Tree.of("v128.and", kept, compared), limit, mask),
				Tree.of("v128.and", kept, mask), Tree.of("v128.andnot", kept, mask));
	}

	/// Programs for x86 multiply small numbers of 32 bits as pairs of 16 bits, of which
	/// one is zero.
	@Test
	void weightedSumsOfBytesInInts() {
		IntFunction<Tree> trees = (number) -> {
			Tree sum = weighted();
			for (int addends = this.random.nextInt(3); addends > 0; addends--) {
				sum = Tree.of("i32x4.add", sum, weighted());
			}
			sum = Tree.of("i32x4.shr_u", sum, number(pick("0", "8", "8", "7", "9")));
			Tree narrow = Tree.of("i16x8.narrow_i32x4_" + pick("s", "u"), sum, pick(sum, weighted()));
			return pick(narrow, Tree.of("i8x16.narrow_i16x8_" + pick("s", "u"), narrow, narrow));
		};
		for (int times = 0; times < 4; times++) {
			compare(trees);
		}
	}

	/// Each mask leaves small numbers, both together larger ones.
	@Test
	void productsOfWhatTwoMasksLeave() {
		compare((number) -> {
			Tree one = Tree.of("v128.and", Tree.argument(0), splat("i16x8", "128"));
			Tree other = Tree.of("v128.and", Tree.argument(1), splat("i16x8", "127"));
			Tree both = Tree.of(pick("v128.or", "v128.xor", "i16x8.add"), one, other);
			return Tree.of("i16x8.mul", both, splat("i16x8", pick("400", "258", "511", "257")));
		});
	}

	private Tree weighted() {
		Tree lane = Tree.of("i32x4.shr_u", Tree.argument(this.random.nextInt(2)), number(pick("0", "8", "16", "24")));
		String mask = pick("255", "255", "127", "256", "65535", "65536");
		Tree value = Tree.of("v128.and", lane, splat("i32x4", mask));
		Tree weight = pick(splat("i32x4", pick("77", "150", "29", "256", "257", "65535", "65537", "-1")),
				splat("i16x8", "77"), Tree.argument(1));
		return Tree.of(pick("i16x8.mul", "i16x8.mul", "i32x4.mul", "i32x4.dot_i16x8_s"), value, weight);
	}

	@Test
	void integersThatAreLimited() {
		compare((number) -> {
			String shape = pick("i16x8", "i32x4");
			Tree value = pick(Tree.argument(0),
					Tree.of(shape + ".shr_s", Tree.argument(0), number(pick("7", "8", "9"))));
			for (int limits = 1 + this.random.nextInt(2); limits > 0; limits--) {
				Tree limit = pick(splat(shape, pick("0", "255", "127", "-1", "1", "-128")), Tree.argument(1),
						Tree.of(shape + ".shr_u", Tree.argument(1), number(pick("1", "8"))));
				value = Tree.of(shape + pick(".min_s", ".max_s", ".min_u", ".max_u"), value, limit);
			}
			String narrow = shape.equals("i16x8") ? "i8x16.narrow_i16x8_" : "i16x8.narrow_i32x4_";
			return Tree.of(narrow + pick("u", "s"), value, Tree.argument(2));
		});
	}

	/// Compilers keep a constant in a local that they use several times, and anything
	/// else later.
	@Test
	void constantsInLocals() {
		compare((number) -> {
			Tree mask = this.random.nextBoolean()
					? Tree.of("local.tee 2", splat("i32x4", pick("0xff", "0x7f", "0xffff"))) : Tree.argument(2);
			Tree low = Tree.of("v128.and", Tree.argument(0), mask);
			Tree other = pick(Tree.of("local.tee 2", Tree.argument(1)), Tree.argument(1), Tree.argument(2));
			Tree high = Tree.of("v128.and", other, Tree.argument(2));
			Tree narrow = Tree.of("i16x8.narrow_i32x4_u", low, high);
			return Tree.of("i8x16.narrow_i16x8_u", narrow, Tree.of("v128.xor", narrow, Tree.argument(2)));
		});
	}

	/// Also where it only looks like it: another limit, another sum.
	@RepeatedTest(4)
	void bytesThatStayBytes(RepetitionInfo repetition) {
		this.random.setSeed(repetition.getCurrentRepetition());
		compare((number) -> {
			boolean wide = this.random.nextBoolean();
			IntFunction<Tree> lanes = limited(wide ? "i32x4" : "i16x8", 1 + this.random.nextInt(2));
			String sign = pick("u", "u", "u", "s");
			if (!wide) {
				return Tree.of("i8x16.narrow_i16x8_" + sign, lanes.apply(0), lanes.apply(1));
			}
			String narrow = "i16x8.narrow_i32x4_" + pick("u", "u", "s");
			return Tree.of("i8x16.narrow_i16x8_" + sign, Tree.of(narrow, lanes.apply(0), lanes.apply(1)),
					Tree.of(narrow, lanes.apply(2), lanes.apply(3)));
		});
	}

	/// Each vector is read twice: nobody has the time to look at every way to the bytes.
	@Test
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void bytesThatAreReadTwiceOverAndOver() {
		String half = "(local.set %1$s (i16x8.avgr_u (local.get %1$s) (v128.or (local.get %1$s) (local.get %1$s))))";
		for (int length : new int[] { 3, 40, 400 }) {
			String module = """
					(module (func (export "same") (param $x v128) (result v128) (local $l v128) (local $h v128)
					  (local.set $l (i16x8.extend_low_i8x16_u (local.get $x)))
					  (local.set $h (i16x8.extend_high_i8x16_u (local.get $x)))
					  %s
					  (i8x16.narrow_i16x8_u (local.get $l) (local.get $h))))"""
				.formatted((half.formatted("$l") + half.formatted("$h")).repeat(length));
			Instance instance = Linker.create(this.engine)
				.instantiate(this.store, this.engine.load("same.wat", module.getBytes(StandardCharsets.UTF_8)));
			V128 bytes = bytes();
			assertThat(instance.func("same").call(bytes)).containsExactly(bytes);
		}
	}

	// By part: two of 16-bit lanes, four of 32-bit lanes.
	private IntFunction<Tree> limited(String lanes, int depth) {
		if (depth == 0) {
			return extended(lanes, Tree.argument(this.random.nextInt(3)));
		}
		IntFunction<Tree> one = limited(lanes, depth - 1);
		IntFunction<Tree> other = limited(lanes, this.random.nextInt(depth));
		boolean above = this.random.nextBoolean();
		Tree limit = splat(lanes, above ? pick("255", "255", "254", "256") : pick("0", "0", "1", "-1"));
		String sum = lanes + pick(".add", ".sub", above ? ".add" : ".sub");
		String round = pick("1", "1", "2");
		String count = pick("1", "1", "2");
		String shift = lanes + pick(".shr_u", ".shr_s");
		String extreme = lanes + (above ? pick(".min_u", ".min_s") : pick(".max_s", ".max_s", ".max_u"));
		String plain = pick("v128.and", "v128.or", "v128.xor", lanes.equals("i16x8") ? "i16x8.avgr_u" : "v128.xor");
		return switch (this.random.nextInt(6)) {
			case 0, 1 -> (part) -> Tree.of(extreme, Tree.of(sum, one.apply(part), other.apply(part)), limit);
			case 2 -> (part) -> Tree.of(shift, Tree.of(lanes + ".add", splat(lanes, round),
					Tree.of(lanes + ".add", one.apply(part), other.apply(part))), number(count));
			case 3 -> (part) -> Tree.of(extreme, one.apply(part), other.apply(part));
			case 4 -> (part) -> Tree.of(plain, one.apply(part), other.apply(part));
			default -> (part) -> Tree.of(sum, one.apply(part), other.apply(part));
		};
	}

	private IntFunction<Tree> extended(String lanes, Tree bytes) {
		String sign = pick("u", "u", "u", "u", "s");
		if (lanes.equals("i16x8")) {
			return (part) -> Tree.of("i16x8.extend_" + ((part == 0) ? "low" : "high") + "_i8x16_" + sign, bytes);
		}
		String further = pick("u", "s");
		return (part) -> Tree.of("i32x4.extend_" + ((part % 2 == 0) ? "low" : "high") + "_i16x8_" + further,
				Tree.of("i16x8.extend_" + ((part < 2) ? "low" : "high") + "_i8x16_" + sign, bytes));
	}

	/// Also where what is chosen has changed since.
	@Test
	void choicesByTheSameComparison() {
		compare((number) -> {
			String lanes = pick("f32x4", "f64x2", "i32x4", "i64x2");
			String relation = lanes + pick(".gt", ".lt", ".ge", ".le") + (lanes.startsWith("i") ? "_s" : "");
			Tree mask = Tree.of("local.tee 2",
					Tree.of(relation, Tree.argument(0), Tree.of(lanes + ".abs", Tree.argument(1))));
			Tree chosen = pick(Tree.argument(0), Tree.of(lanes + ".neg", Tree.argument(0)));
			Tree changed = pick(Tree.argument(0), Tree.of("local.tee 0", Tree.of("i32x4.neg", Tree.argument(1))));
			Tree again = pick(Tree.argument(2), Tree.argument(2), Tree.of("local.tee 2", Tree.argument(0)));
			Tree first = Tree.of("v128.bitselect", chosen, Tree.argument(1), mask);
			Tree second = Tree.of("v128.bitselect", changed, Tree.argument(1), again);
			Tree third = Tree.of("v128.bitselect", Tree.of("i32x4.add", Tree.argument(1), splat("i32x4", "4")),
					Tree.argument(0), Tree.argument(2));
			Tree joined = Tree.of("v128.xor", Tree.of(lanes + ".neg", first), Tree.of("i32x4.neg", second));
			return this.random.nextBoolean() ? joined : Tree.of("i32x4.sub", joined, third);
		});
	}

	/// Neighbours first, then pairs of them, and what came before; also where one of the
	/// steps is another one.
	@Test
	void sumsOfAllLanesUpToEach() {
		compare((number) -> {
			String lanes = pick("i8x16", "i16x8", "i32x4", "i32x4", "i64x2", "f32x4", "f64x2");
			int laneBytes = switch (lanes) {
				case "i8x16" -> 1;
				case "i16x8" -> 2;
				case "i32x4", "f32x4" -> 4;
				default -> 8;
			};
			Tree sum = summand(lanes, 0);
			for (int bytes = laneBytes; bytes < 16; bytes *= 2) {
				int by = this.random.nextInt(6) == 0 ? laneBytes : bytes;
				Tree before = Tree.of(places((place) -> 16 - by + place), splat("i32x4", "0"), sum);
				String op = lanes + (this.random.nextInt(8) == 0 ? ".sub" : ".add");
				sum = Tree.of(op, pick(before, Tree.of("local.tee 1", before)), sum);
			}
			Tree last = Tree.of(places((place) -> 16 - laneBytes + place % laneBytes), summand(lanes, 2),
					Tree.argument(pick(1, 2)));
			return Tree.of(lanes + ".add", pick(sum, Tree.of("local.tee 2", sum)), last);
		});
	}

	// Which NaN a sum of them is, is nobody's business.
	private static Tree summand(String lanes, int number) {
		Tree argument = Tree.argument(number);
		return switch (lanes) {
			case "f32x4" -> Tree.of("f32x4.convert_i32x4_s", argument);
			case "f64x2" -> Tree.of("f64x2.convert_low_i32x4_s", argument);
			default -> argument;
		};
	}

	private static String places(IntUnaryOperator lane) {
		return IntStream.range(0, 16)
			.map(lane)
			.mapToObj(Integer::toString)
			.collect(Collectors.joining(" ", "i8x16.shuffle ", ""));
	}

	@Test
	void sumsOfSomeOfTheBytesInMemory() {
		compare((number) -> {
			String comparison = pick("i8x16.eq", "i8x16.gt_u", "i8x16.lt_s", "i8x16.ne");
			String mask = pick("1", "1", "3", "0x3f", "0x40", "0xff");
			Tree limit = pick(Tree.argument(1), splat("i8x16", "100"), splat("i32x4", "0x40302010"));
			Tree sum = Tree.argument(0);
			for (int part = 0; part < 4; part++) {
				Tree bytes = Tree.of(comparison, loaded(part), limit);
				Tree extended = Tree.of("i32x4.extend_low_i16x8_u", Tree.of("i16x8.extend_low_i8x16_u", bytes));
				Tree small = Tree.of("v128.and", extended, splat("i32x4", mask));
				sum = Tree.of("i32x4.add", sum, small);
			}
			return sum;
		});
	}

	@Test
	void partsOfWhatHasBeenLoaded() {
		compare((number) -> Tree.of("i8x16.add", Tree.of("i8x16.sub", loaded(0), loaded(3)),
				Tree.of("v128.xor", loaded(2), loaded(1 + this.random.nextInt(3)))));
	}

	@Test
	void lanesOfOtherVectorsThatHaveBeenLoaded() {
		compare((number) -> {
			Tree sum = Tree.argument(0);
			for (int loads = 2 + this.random.nextInt(5); loads > 0; loads--) {
				Tree vector = overlapping();
				sum = Tree.of(pick("i32x4.add", "i32x4.mul", "i64x2.sub", "i16x8.add", "i8x16.sub", "v128.xor"), sum,
						pick(vector, Tree.of("i32x4.abs", vector)));
			}
			return sum;
		});
	}

	private Tree overlapping() {
		Tree place = new Tree("i32.const " + pick("0", "4", "8", "12", "16", "1", "2"), "(result i32)", List.of());
		Tree sum = new Tree("i32.add", "(param i32 i32) (result i32)", List.of(Tree.argument(3), place));
		String load = "v128.load offset=" + pick("8", "12", "16", "20", "9");
		return new Tree(load, "(param i32) (result v128)", List.of(pick(sum, Tree.argument(3))));
	}

	@Test
	void tablesThatAreConstants() {
		compare((number) -> {
			String table = IntStream.range(0, 16)
				.mapToObj((lane) -> Integer.toString(this.random.nextInt(-128, 128)))
				.collect(Collectors.joining(" ", "v128.const i8x16 ", ""));
			Tree indices = switch (this.random.nextInt(3)) {
				case 0 -> Tree.of("i8x16.shr_u", Tree.argument(0), number("4"));
				case 1 -> Tree.of("v128.and", Tree.argument(0), splat("i8x16", "15"));
				default -> Tree.of("v128.and", Tree.argument(0), splat("i8x16", pick("0x1f", "0x8f", "-1")));
			};
			return Tree.of("i8x16.swizzle", new Tree(table, "(result v128)", List.of()), indices);
		});
	}

	@Test
	void sumsOfLanesThatAreNotFull() {
		compare((number) -> {
			String shape = pick("i8x16", "i16x8", "i32x4");
			String bits = pick("0x0f", "0x7f", "0x70");
			Tree one = Tree.of("v128.and", Tree.argument(0), splat(shape, bits));
			Tree other = pick(Tree.of("v128.and", Tree.argument(1), splat(shape, bits)), Tree.argument(2));
			String op = shape + pick(".add", ".min_u", ".max_u");
			return Tree.of(shape + ".add", Tree.of(op, one, other), Tree.of(shape + ".shr_u", one, number("2")));
		});
	}

	/// Two lanes of which are one lane of what has been computed before.
	@Test
	void lanesThatCarryIntoTheNextOnes() {
		compare((number) -> {
			String op = pick(".add", ".sub", ".min_u", ".max_u", ".min_s", ".max_s", ".shr_u", ".shr_s", ".shl");
			Tree one = pick(Tree.argument(0), Tree.of("i16x8.extend_low_i8x16_u", Tree.argument(0)));
			Tree other = op.startsWith(".sh") ? number(pick("1", "2", "8", "15", "30"))
					: pick(Tree.argument(1), Tree.of("i16x8.extend_high_i8x16_u", Tree.argument(0)));
			Tree wide = Tree.of("i32x4" + op, one, other);
			Tree mask = splat("i16x8", pick("15", "0x7f", "0xff"));
			Tree low = pick(wide, Tree.of("v128.and", wide, mask));
			Tree high = pick(low, low, Tree.of("v128.and", wide, splat("i16x8", "1")));
			return Tree.of("i8x16.narrow_i16x8_" + pick("s", "u"), low, high);
		});
	}

	/// Every other lane of which is zero.
	@Test
	void lanesThatAreExtendedTwiceAndNarrowedOnce() {
		compare((number) -> {
			String half = pick("low", "high");
			String mask = pick("1", "0x7f", "0xff");
			List<Tree> halves = Stream.of("low", "high")
				.map((first) -> Tree.of("i16x8.extend_%s_i8x16_u".formatted(first), Tree.argument(0)))
				.map((shorts) -> Tree.of("i32x4.extend_%s_i16x8_%s".formatted(half, pick("u", "s")), shorts))
				.map((ints) -> Tree.of("v128.and", ints, splat("i16x8", mask)))
				.toList();
			return Tree.of("i8x16.narrow_i16x8_" + pick("s", "u"), halves.getFirst(), halves.getLast());
		});
	}

	/// Also with limits that what is saturated meets, and of what is narrowed without a
	/// sign.
	@Test
	void comparisonsOfWhatIsNarrowed() {
		compare((number) -> {
			boolean bytes = this.random.nextBoolean();
			String relation = pick(".eq", ".ne", ".lt_s", ".gt_s", ".le_s", ".ge_s", ".lt_u", ".ge_u");
			String limit = bytes ? pick("0", "127", "126", "-128", "-127", "1", "255")
					: pick("0", "32767", "32766", "-32768", "-32767", "-1", "127");
			Tree limits = pick(splat(bytes ? "i8x16" : "i16x8", limit), splat(bytes ? "i8x16" : "i16x8", limit),
					splat("i32x4", "0x01807f00"));
			Tree mask = Tree.of((bytes ? "i8x16" : "i16x8") + relation, bytes ? bytesOfInts() : shortsOfInts(), limits);
			return pick(mask, bits(mask, bytes), Tree.of("v128.bitselect", Tree.argument(0), Tree.argument(1), mask));
		});
	}

	@Test
	void signsOfWhatIsNarrowed() {
		compare((number) -> {
			boolean bytes = this.random.nextBoolean();
			return bits(bytes ? bytesOfInts() : shortsOfInts(), bytes);
		});
	}

	@Test
	void masksThatAreNarrowed() {
		compare((number) -> {
			Tree low = mask("i16x8");
			Tree narrow = Tree.of("i8x16.narrow_i16x8_" + pick("s", "s", "u"),
					pick(low, Tree.of("i16x8.narrow_i32x4_" + pick("s", "s", "u"), mask("i32x4"), mask("f32x4"))), low);
			return pick(narrow, Tree.of("i8x16.sub", Tree.argument(2), narrow), bits(narrow, true));
		});
	}

	// Or nearly one.
	private Tree mask(String lanes) {
		String sign = lanes.startsWith("f") ? "" : "_s";
		Tree one = Tree.of(lanes + pick(".eq", ".ne", ".gt" + sign, ".le" + sign), Tree.argument(0), Tree.argument(1));
		Tree other = pick(Tree.of("i8x16.gt_u", Tree.argument(1), Tree.argument(2)), splat("i16x8", pick("-1", "0xff")),
				Tree.of("i64x2.eq", Tree.argument(0), Tree.argument(1)), Tree.argument(2));
		return switch (this.random.nextInt(5)) {
			case 0 -> Tree.of(pick("v128.and", "v128.or", "v128.xor", "v128.andnot"), one, other);
			case 1 -> Tree.of("v128.not", one);
			case 2 -> Tree.of("v128.bitselect", one, other, pick(one, other));
			case 3 -> Tree.of(places((place) -> (place + pick(1, 2, 4, 8)) % 32), one, one);
			default -> one;
		};
	}

	private Tree bytesOfInts() {
		String sign = pick("s", "s", "s", "u");
		return Tree.of("i8x16.narrow_i16x8_" + sign,
				pick(shortsOfInts(), Tree.of("i16x8.shr_s", Tree.argument(2), number("7"))), shortsOfInts());
	}

	private Tree shortsOfInts() {
		return Tree.of("i16x8.narrow_i32x4_" + pick("s", "s", "s", "u"), ints(0), ints(1));
	}

	private Tree ints(int argument) {
		String bits = pick("0", "8", "15", "16", "23", "24", "25");
		return Tree.of("i32x4.shr_s", Tree.argument(argument), number(bits));
	}

	private static Tree bits(Tree lanes, boolean bytes) {
		String shape = bytes ? "i8x16" : "i16x8";
		Tree bits = new Tree(shape + ".bitmask", "(param v128) (result i32)", List.of(lanes));
		return new Tree("i32x4.splat", "(param i32) (result v128)", List.of(bits));
	}

	/// One of whose products is zero, or may be none.
	@Test
	void sumsOfTwoProducts() {
		compare((number) -> {
			Tree factor = switch (this.random.nextInt(5)) {
				case 0 -> Tree.of("v128.and", Tree.argument(0), splat("i32x4", pick("0xffff", "0x7fff", "0x1ffff")));
				case 1 -> Tree.of("i32x4.shr_u", Tree.argument(0), number(pick("15", "16", "17")));
				case 2 -> splat("i32x4", pick("0x8000", "0xffff", "0x7fff", "0x10000", "3"));
				case 3 -> replaced();
				default -> Tree.argument(0);
			};
			Tree other = pick(Tree.argument(1), Tree.of("local.tee 2", Tree.argument(1)));
			String dot = "i32x4.dot_i16x8_s";
			return this.random.nextBoolean() ? Tree.of(dot, factor, other) : Tree.of(dot, other, factor);
		});
	}

	// A number of 16 bits, or of more, that is repeated.
	private Tree replaced() {
		Tree value = new Tree(pick("i32.load16_u", "i32.load8_u", "i32.load16_s", "i32.load"),
				"(param i32) (result i32)", List.of(Tree.argument(3)));
		Tree lane = new Tree("i32x4.replace_lane 0", "(param v128 i32) (result v128)",
				List.of(splat("i32x4", "0"), value));
		return Tree.of(places((place) -> place % 4), lane, splat("i32x4", "0"));
	}

	/// An operand that is a half of each lane of 64 bits, or nearly so.
	@Test
	void halvesOfLanesThatAreExtended() {
		compare((number) -> {
			String half = pick("low", "high");
			String sign = pick("s", "u");
			String op = this.random.nextInt(4) == 0 ? "extend" : "extmul";
			String name = "i64x2.%s_%s_i32x4_%s".formatted(op, half, sign);
			return op.equals("extend") ? Tree.of(name, ints()) : Tree.of(name, ints(), pick(ints(), Tree.argument(2)));
		});
	}

	private Tree ints() {
		int first = this.random.nextInt(2);
		int[] lanes = { first, first + 2, first, first + 2 };
		if (this.random.nextInt(3) == 0) {
			lanes[this.random.nextInt(4)] = this.random.nextInt(8);
		}
		String places = Arrays.stream(lanes)
			.flatMap((lane) -> IntStream.range(4 * lane, 4 * lane + 4))
			.mapToObj(Integer::toString)
			.collect(Collectors.joining(" ", "i8x16.shuffle ", ""));
		return Tree.of(places, Tree.argument(0), Tree.argument(this.random.nextInt(2)));
	}

	/// Whose operands and results are `int`s, floats, or lanes of 16 bits.
	@Test
	void joinedHalvesOfInts() {
		compare((number) -> {
			Tree joined = Tree.of(shorts(), wide(0), wide(1));
			Tree again = Tree.of(shorts(), joined, pick(joined, wide(2), splat("i32x4", "0")));
			Tree result = pick(joined, again);
			return switch (this.random.nextInt(5)) {
				case 0 -> result;
				case 1 -> Tree.of("i32x4.add", result, wide(2));
				case 2 -> Tree.of("f32x4.convert_i32x4_u", result);
				case 3 -> Tree.of("i16x8.add", result, wide(2));
				default -> Tree.of("v128.or", result, Tree.of("v128.and", Tree.argument(0), splat("i32x4", "7")));
			};
		});
	}

	private Tree wide(int number) {
		Tree argument = Tree.argument(number);
		return pick(argument, Tree.of("f32x4.convert_i32x4_s", argument),
				Tree.of("i32x4.shl", argument, number(pick("16", "5"))),
				Tree.of("i32x4.mul", argument, splat("i32x4", "77777")),
				Tree.of("i16x8.mul", argument, splat("i16x8", "77")));
	}

	// As x86 interleaves and packs them, or any.
	private String shorts() {
		int[] lanes = pick(new int[] { 0, 8, 1, 9, 2, 10, 3, 11 }, new int[] { 4, 12, 5, 13, 6, 14, 7, 15 },
				new int[] { 0, 2, 4, 6, 8, 10, 12, 14 }, new int[] { 1, 3, 5, 7, 9, 11, 13, 15 },
				this.random.ints(8, 0, 16).toArray());
		return places((place) -> 2 * lanes[place / 2] + place % 2);
	}

	private Tree loaded(int part) {
		String load = switch (part) {
			case 0 -> "v128.load";
			case 2 -> "v128.load64_zero";
			default -> "v128.load32_zero";
		};
		Tree place = new Tree("i32.const " + (100 + 4 * part), "(result i32)", List.of());
		Tree address = new Tree("i32.add", "(param i32 i32) (result i32)", List.of(Tree.argument(3), place));
		return new Tree(load, "(param i32) (result v128)", List.of(address));
	}

	// Of 8 bits in the end, or rarely of a few more.
	private Lanes masked(int bits, int depth) {
		String shape = (bits == 16) ? "i16x8" : "i32x4";
		return new Computed("v128.and",
				List.of(lanes(bits, depth), new Same(splat(shape, pick("0xff", "0x7f", "127")))));
	}

	private Lanes lanes(int bits, int depth) {
		String shape = (bits == 16) ? "i16x8" : "i32x4";
		if (depth == 0 || this.random.nextInt(6) == 0) {
			return switch (this.random.nextInt(5)) {
				case 0 -> new Same(splat(shape, pick("1", "255", "0x101", "40000")));
				case 1 -> new Same(Tree.argument(2));
				default -> new Bytes(Tree.argument(this.random.nextInt(2)), this.random.nextInt(4) == 0, bits);
			};
		}
		Lanes one = lanes(bits, depth - 1);
		String by = Integer.toString(this.random.nextInt(bits));
		String small = pick("1", "2", "3", "8");
		return switch (this.random.nextInt(9)) {
			case 0, 1, 2 -> new Computed(shape + pick(".add", ".sub"), List.of(one, lanes(bits, depth - 1)));
			case 3 -> new Computed(pick("v128.and", "v128.or", "v128.xor", "v128.andnot"),
					List.of(one, lanes(bits, depth - 1)));
			case 4 -> new Computed(shape + pick(".min_u", ".max_u", ".min_s", ".max_s"),
					List.of(one, lanes(bits, depth - 1)));
			case 5, 6 ->
				new Computed(shape + pick(".shl", ".shr_u", ".shr_s"), List.of(one, new Same(number(pick(small, by)))));
			case 7 -> (bits == 16) ? new Computed("i16x8" + pick(".add_sat_u", ".sub_sat_s", ".avgr_u", ".sub_sat_u"),
					List.of(one, lanes(bits, depth - 1))) : new Computed("i32x4.neg", List.of(one));
			default -> new Computed("v128.bitselect", List.of(one, lanes(bits, 0), lanes(bits, 0)));
		};
	}

	@SafeVarargs
	private <T> T pick(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	private static Tree number(String value) {
		return new Tree("i32.const " + value, "(result i32)", List.of());
	}

	private static Tree splat(String shape, String value) {
		String type = switch (shape) {
			case "i8x16" -> "i8x16" + (" " + value).repeat(16);
			case "i16x8" -> "i16x8" + (" " + value).repeat(8);
			case "f32x4" -> "f32x4" + (" " + value).repeat(4);
			default -> "i32x4" + (" " + value).repeat(4);
		};
		return new Tree("v128.const " + type, "(result v128)", List.of());
	}

	private void compare(IntFunction<Tree> trees) {
		StringBuilder module = new StringBuilder("(module (memory 1)");
		Map<String, String> single = new LinkedHashMap<>();
		List<String> texts = new ArrayList<>();
		String parameters = "(param v128 v128 v128 i32) (result v128)";
		for (int number = 0; number < CASES; number++) {
			Tree tree = trees.apply(number);
			texts.add(tree.text());
			module.append("\n(func (export \"chain%d\") %s %s)".formatted(number, parameters, tree.text()))
				.append("\n(func (export \"single%d\") %s %s)".formatted(number, parameters, tree.calls(single)));
		}
		single.values().forEach((function) -> module.append('\n').append(function));
		module.append("\n(data (i32.const 0) \"")
			.append(IntStream.range(0, 300)
				.mapToObj((place) -> "\\%02x".formatted(this.random.nextInt(256)))
				.collect(Collectors.joining()))
			.append("\"))");
		Instance instance = Linker.create(this.engine)
			.instantiate(this.store,
					this.engine.load("chains.wat", module.toString().getBytes(StandardCharsets.UTF_8)));
		for (int number = 0; number < CASES; number++) {
			Func chain = instance.func("chain" + number);
			Func calls = instance.func("single" + number);
			for (int call = 0; call < CALLS; call++) {
				Object[] arguments = { bytes(), bytes(), bytes(), this.random.nextInt(150) };
				assertThat(chain.call(arguments)).as(texts.get(number)).containsExactly(calls.call(arguments));
			}
		}
	}

	// Half of the bytes are where something begins or ends, sometimes all of them.
	private V128 bytes() {
		if (this.random.nextInt(4) == 0) {
			int same = 0x0101_0101 * pick(0, 1, 0x7F, 0x80, 0xFF);
			return V128.ofInts(same, same, same, same);
		}
		int[] ints = new int[4];
		for (int place = 0; place < 16; place++) {
			int value = this.random.nextBoolean() ? this.random.nextInt(256) : pick(0, 1, 15, 16, 127, 128, 254, 255);
			ints[place / 4] |= value << place % 4 * 8;
		}
		return V128.ofInts(ints[0], ints[1], ints[2], ints[3]);
	}

	/// Sixteen lanes, of which a vector holds eight or four.
	private interface Lanes {

		Tree part(int number, boolean shuffled);

	}

	private record Same(Tree tree) implements Lanes {

		@Override
		public Tree part(int number, boolean shuffled) {
			return this.tree;
		}

	}

	private record Computed(String op, List<Lanes> operands) implements Lanes {

		@Override
		public Tree part(int number, boolean shuffled) {
			return Tree.of(this.op,
					this.operands.stream().map((lanes) -> lanes.part(number, shuffled)).toArray(Tree[]::new));
		}

	}

	private record Bytes(Tree bytes, boolean signed, int bits) implements Lanes {

		@Override
		public Tree part(int number, boolean shuffled) {
			String sign = this.signed ? "_s" : "_u";
			if (this.bits == 16) {
				return Tree.of("i16x8.extend_" + half(number) + "_i8x16" + sign, this.bytes);
			}
			if (shuffled) {
				String lanes = IntStream.range(0, 16)
					.mapToObj((lane) -> Integer.toString((lane < 4) ? 4 * number + lane : 0))
					.collect(Collectors.joining(" ", "i8x16.shuffle ", ""));
				Tree moved = Tree.of(lanes, this.bytes, this.bytes);
				return Tree.of("i32x4.extend_low_i16x8" + sign, Tree.of("i16x8.extend_low_i8x16" + sign, moved));
			}
			Tree shorts = Tree.of("i16x8.extend_" + half(number / 2) + "_i8x16" + sign, this.bytes);
			return Tree.of("i32x4.extend_" + half(number % 2) + "_i16x8" + sign, shorts);
		}

		private static String half(int number) {
			return (number == 0) ? "low" : "high";
		}

	}

	/// An expression of the text format.
	///
	/// @param op the instruction with its immediates
	/// @param type its parameters and results
	/// @param operands its operands
	private record Tree(String op, String type, List<Tree> operands) {

		static Tree of(String op, Tree... operands) {
			String parameters = List.of(operands)
				.stream()
				.map((operand) -> operand.type.contains("(result i32)") ? "i32" : "v128")
				.collect(Collectors.joining(" ", "(param ", ")"));
			return new Tree(op, parameters + " (result v128)", List.of(operands));
		}

		static Tree argument(int number) {
			return new Tree("local.get " + number, (number == 3) ? "(result i32)" : "(result v128)", List.of());
		}

		String text() {
			return "(" + this.op + this.operands.stream().map((tree) -> " " + tree.text()).collect(Collectors.joining())
					+ ")";
		}

		// With a function for each instruction that computes something.
		String calls(Map<String, String> functions) {
			if (this.operands.isEmpty()) {
				return text();
			}
			if (this.op.startsWith("local.tee ")) {
				return "(" + this.op + " " + this.operands.getFirst().calls(functions) + ")";
			}
			String name = functions.computeIfAbsent(this.op + this.type, (key) -> {
				String reads = IntStream.range(0, this.operands.size())
					.mapToObj((number) -> "(local.get " + number + ")")
					.collect(Collectors.joining(" "));
				return "(func $f%d %s (%s %s))".formatted(functions.size(), this.type, this.op, reads);
			});
			return "(call " + name.split(" ", 3)[1]
					+ this.operands.stream().map((tree) -> " " + tree.calls(functions)).collect(Collectors.joining())
					+ ")";
		}

	}

}
