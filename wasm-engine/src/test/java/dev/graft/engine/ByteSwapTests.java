package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that a program moves one by one, for which the compiler swaps them all at once,
/// are where they belong; and what only looks like a swap is what it was.
class ByteSwapTests {

	private static final long[] CORNERS = { 0, 1, 0xFF, 0x100, 0x80, 0x8000, 0xFF00_FF00L, 0x00FF_00FFL, 0x7FFF_FFFFL,
			0x8000_0000L, 0xFFFF_FFFFL, 0x1_0000_0000L, 0x0102_0304_0506_0708L, 0x8182_8384_8586_8788L, -2, -1,
			Long.MAX_VALUE, Long.MIN_VALUE };

	/// Makes C2 compile the functions.
	private static final int ROUNDS = 100_000;

	private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	/// Ways to spell a swap, and what is nearly one. `x` is the number, `t` and `u` are
	/// variables.
	enum Ints {

		/// LLVM 22.
		ROTATED_PAIRS("(or (rotr (and (x) 0xff00ff) 8) (and (rotr (x) 24) 0xff00ff))", Integer::reverseBytes),

		/// LLVM before that.
		ONE_BY_ONE("""
				(or (or (shl (x) 24) (shl (and (x) 0xff00) 8)) (or (and (shr_u (x) 8) 0xff00) (shr_u (x) 24)))""",
				Integer::reverseBytes),

		/// AssemblyScript.
		ROTATED_BOTH_WAYS("(or (rotl (and (x) 0xff00ff00) 8) (rotr (and (x) 0x00ff00ff) 8))", Integer::reverseBytes),

		/// Go.
		PAIRS_FIRST("""
				(or (shr_u (tee $t (or (and (shr_u (x) 8) 0xff00ff) (shl (and (x) 0xff00ff) 8))) 16)
				    (shl (get $t) 16))""", Integer::reverseBytes),

		PAIRS_LAST("(add (shr_u (and (tee $t (rotl (x) 16)) 0xff00ff00) 8) (shl (and (get $t) 0xff00ff) 8))",
				Integer::reverseBytes),

		SIGNED_SHIFTS("""
				(xor (xor (shl (x) 24) (and (shl (x) 8) 0xff0000))
				     (xor (and (shr_s (x) 8) 0xff00) (and (shr_s (x) 24) 0xff)))""", Integer::reverseBytes),

		/// The variable holds something else as soon as that is possible.
		VARIABLE_USED_AGAIN("""
				(or (shl (x) 24) (or (shl (and (x) 0xff00) 8)
				  (or (and (tee $x (shr_u (x) 8)) 0xff00) (shr_u (x) 16))))""", Integer::reverseBytes),

		LOWER_HALF("(or (shl (and (x) 0xff) 8) (and (shr_u (x) 8) 0xff))",
				(number) -> Short.toUnsignedInt(Short.reverseBytes((short) number))),

		SHORT_NUMBER("(and (or (shl (tee $t (and (x) 0xffff)) 8) (shr_u (get $t) 8)) 0xffff)",
				(number) -> Short.toUnsignedInt(Short.reverseBytes((short) number))),

		BOTH_HALVES("(or (shl (and (x) 0xff00ff) 8) (and (shr_u (x) 8) 0xff00ff))",
				(number) -> Integer.rotateLeft(Integer.reverseBytes(number), 16)),

		WITHOUT_A_BYTE("(or (shl (x) 24) (or (shl (and (x) 0xff00) 8) (shr_u (x) 24)))",
				(number) -> Integer.reverseBytes(number) & 0xFFFF_00FF),

		SHIFTED("(shl (or (rotr (and (x) 0xff00ff) 8) (and (rotr (x) 24) 0xff00ff)) 8)",
				(number) -> Integer.reverseBytes(number) << 8),

		TWICE("""
				(or (rotr (and (tee $t (or (rotr (and (x) 0xff00ff) 8) (and (rotr (x) 24) 0xff00ff))) 0xff00ff) 8)
				    (and (rotr (get $t) 24) 0xff00ff))""", (number) -> number),

		/// What is added may carry to the bytes above.
		CARRIES("(add (add (shl (x) 24) (shl (x) 8)) (add (and (shr_u (x) 8) 0xff00) (shr_u (x) 24)))",
				(number) -> (number << 24) + (number << 8) + (number >>> 8 & 0xFF00) + (number >>> 24)),

		/// What has carried is masked, what it has carried to is not.
		CARRIED("(and (add (add (shl (x) 24) (shl (and (x) 0xff00) 8)) (add (shr_u (x) 24) (shr_u (x) 24))) 0xffffff00)",
				(number) -> (number << 24) + ((number & 0xFF00) << 8) + (number >>> 24) * 2 & 0xFFFF_FF00),

		/// What a signed shift brings in is not masked.
		SIGN_LEFT("(or (or (shl (x) 24) (shl (and (x) 0xff00) 8)) (or (and (shr_u (x) 8) 0xff00) (shr_s (x) 24)))",
				(number) -> number << 24 | (number & 0xFF00) << 8 | number >>> 8 & 0xFF00 | number >> 24),

		/// A mask tears a byte apart.
		ODD_MASK("(or (rotr (and (x) 0xfe00ff) 8) (and (rotr (x) 24) 0xff00ff))",
				(number) -> Integer.rotateRight(number & 0xFE_00FF, 8) | Integer.rotateRight(number, 24) & 0xFF_00FF),

		ODD_SHIFT("(or (rotr (and (x) 0xff00ff) 9) (and (rotr (x) 24) 0xff00ff))",
				(number) -> Integer.rotateRight(number & 0xFF_00FF, 9) | Integer.rotateRight(number, 24) & 0xFF_00FF),

		/// Bytes cancel each other out.
		CANCELLED("(xor (or (rotr (and (x) 0xff00ff) 8) (and (rotr (x) 24) 0xff00ff)) (and (x) 0xff0000))",
				(number) -> Integer.reverseBytes(number) ^ number & 0xFF_0000),

		WRONG_PLACES("(or (rotr (and (x) 0xff00ff) 8) (and (rotr (x) 8) 0xff00ff))",
				(number) -> Integer.rotateRight(number & 0xFF_00FF, 8) | Integer.rotateRight(number, 8) & 0xFF_00FF),

		/// Half of another number.
		TWO_NUMBERS("(or (rotr (and (x) 0xff00ff) 8) (and (rotr (tee $x (add (x) 1)) 24) 0xff00ff))",
				(number) -> Integer.rotateRight(number & 0xFF_00FF, 8)
						| Integer.rotateRight(number + 1, 24) & 0xFF_00FF);

		private final String body;

		@SuppressWarnings("ImmutableEnumChecker")
		private final IntUnaryOperator meaning;

		Ints(String body, IntUnaryOperator meaning) {
			this.body = body;
			this.meaning = meaning;
		}

	}

	/// The same for longs; `y` is a variable of 32 bits.
	enum Longs {

		/// LLVM.
		ONE_BY_ONE("""
				(or (or (or (shl (x) 56) (shl (and (x) 0xff00) 40))
				        (or (shl (and (x) 0xff0000) 24) (shl (and (x) 0xff000000) 8)))
				    (or (or (and (shr_u (x) 8) 0xff000000) (and (shr_u (x) 24) 0xff0000))
				        (or (and (shr_u (x) 40) 0xff00) (shr_u (x) 56))))""", Long::reverseBytes),

		/// AssemblyScript.
		PAIRS_THEN_HALVES("""
				(rotr (or (and (shr_u (tee $t (or (and (shr_u (x) 8) 0x00ff00ff00ff00ff)
				                                  (shl (and (x) 0x00ff00ff00ff00ff) 8))) 16) 0x0000ffff0000ffff)
				          (shl (and (get $t) 0x0000ffff0000ffff) 16)) 32)""", Long::reverseBytes),

		ROTATED("""
				(or (or (and (rotl (x) 8) 0x000000ff000000ff) (and (rotl (x) 24) 0x0000ff000000ff00))
				    (or (and (rotr (x) 24) 0x00ff000000ff0000) (rotr (and (x) 0x000000ff000000ff) 8)))""",
				Long::reverseBytes),

		TWO_INTS("""
				(or (shl (i64.extend_i32_u (i32.or
				      (i32.rotr (i32.and (local.tee $y (i32.wrap_i64 (x))) (i32.const 0xff00ff)) (i32.const 8))
				      (i32.and (i32.rotr (local.get $y) (i32.const 24)) (i32.const 0xff00ff)))) 32)
				    (i64.extend_i32_u (i32.or
				      (i32.rotr (i32.and (local.tee $y (i32.wrap_i64 (shr_u (x) 32))) (i32.const 0xff00ff))
				        (i32.const 8))
				      (i32.and (i32.rotr (local.get $y) (i32.const 24)) (i32.const 0xff00ff)))))""",
				Long::reverseBytes),

		LOWER_INT("""
				(or (or (and (shl (x) 24) 0xff000000) (shl (and (x) 0xff00) 8))
				    (or (and (shr_u (x) 8) 0xff00) (and (shr_u (x) 24) 0xff)))""",
				(number) -> Integer.toUnsignedLong(Integer.reverseBytes((int) number))),

		EXTENDED_INT("""
				(i64.extend_i32_s (i32.or
				  (i32.rotr (i32.and (local.tee $y (i32.wrap_i64 (shr_u (x) 16))) (i32.const 0xff00ff)) (i32.const 8))
				  (i32.and (i32.rotr (local.get $y) (i32.const 24)) (i32.const 0xff00ff))))""",
				(number) -> Integer.reverseBytes((int) (number >>> 16))),

		UPPER_BYTES("(or (shl (x) 56) (or (shl (and (x) 0xff00) 40) (shl (and (x) 0xff0000) 24)))",
				(number) -> Long.reverseBytes(number) & 0xFFFF_FF00_0000_0000L),

		/// The highest byte is extended, not moved.
		SIGN_LEFT("""
				(or (or (and (shl (x) 24) 0xff000000) (shl (and (x) 0xff00) 8))
				    (or (and (shr_u (x) 8) 0xff00) (i64.extend8_s (shr_u (x) 24))))""",
				(number) -> Integer.toUnsignedLong(Integer.reverseBytes((int) number)) | (byte) (number >>> 24)),

		WRONG_BYTE("""
				(or (or (or (shl (x) 56) (shl (and (x) 0xff00) 40))
				        (or (shl (and (x) 0xff0000) 24) (shl (and (x) 0xff000000) 8)))
				    (or (or (and (shr_u (x) 8) 0xff000000) (and (shr_u (x) 16) 0xff0000))
				        (or (and (shr_u (x) 40) 0xff00) (shr_u (x) 56))))""",
				(number) -> Long.reverseBytes(number) & ~0xFF_0000L | number >>> 16 & 0xFF_0000);

		private final String body;

		@SuppressWarnings("ImmutableEnumChecker")
		private final LongUnaryOperator meaning;

		Longs(String body, LongUnaryOperator meaning) {
			this.body = body;
			this.meaning = meaning;
		}

	}

	@ParameterizedTest
	@EnumSource
	void intsAreWhatTheyAreSpelledAs(Ints spelling) {
		IntUnaryOperator meaning = spelling.meaning;
		compare("i32", spelling.body, (number) -> meaning.applyAsInt((int) number), true);
	}

	@ParameterizedTest
	@EnumSource
	void longsAreWhatTheyAreSpelledAs(Longs spelling) {
		compare("i64", spelling.body, spelling.meaning, false);
	}

	private void compare(String type, String body, LongUnaryOperator meaning, boolean isInt) {
		String text = """
				(module
				  (func $once (export "once") (param $x ${t}) (result ${t}) (local $t ${t}) (local $y i32)
				    ${body})
				  (func (export "often") (param $x ${t}) (param $rounds i32) (result ${t})
				    (loop $again
				      (local.set $x (${t}.mul (${t}.const ${factor})
				        (${t}.add (call $once (local.get $x)) (${t}.extend16_s (local.get $x)))))
				      (br_if $again (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
				    (local.get $x)))
				""".replace("${body}", spelled(body))
			.replace("${factor}", Long.toString(isInt ? (int) FACTOR : FACTOR))
			.replace("${t}", type);
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine)
				.instantiate(store, this.engine.load("swap.wat", text.getBytes(StandardCharsets.UTF_8)));
			Func once = instance.func("once");
			for (long corner : CORNERS) {
				assertThat(call(once, corner, isInt)).isEqualTo(meaning.applyAsLong(corner));
			}
			Random random = new Random(22);
			for (int number = 0; number < 1_000; number++) {
				long any = random.nextLong();
				assertThat(call(once, any, isInt)).isEqualTo(meaning.applyAsLong(any));
			}
			long often = CORNERS[12];
			for (int round = 0; round < ROUNDS; round++) {
				often = FACTOR * (meaning.applyAsLong(often) + (short) often);
			}
			assertThat(call(instance.func("often"), CORNERS[12], isInt, ROUNDS)).isEqualTo(isInt ? (int) often : often);
		}
	}

	// Constants are written without, operators and locals with what the text format
	// wants.
	private static String spelled(String body) {
		return body.replace("(x)", "(get $x)")
			.replaceAll("\\((get|tee) ", "(local.$1 ")
			.replaceAll("\\((or|xor|and|add|shl|shr_u|shr_s|rotl|rotr) ", "(\\${t}.$1 ")
			.replaceAll(" (0x[0-9a-f]+|[0-9]+)\\)", " (\\${t}.const $1))")
			.replaceAll("const \\(\\$\\{t}\\.const ([^)]*)\\)", "const $1");
	}

	private static long call(Func function, long number, boolean isInt, Object... more) {
		Object[] arguments = new Object[more.length + 1];
		arguments[0] = isInt ? (Object) (int) number : (Object) number;
		System.arraycopy(more, 0, arguments, 1, more.length);
		return ((Number) Objects.requireNonNull(function.call(arguments)[0])).longValue();
	}

	/// Whatever a tree of shifts, masks and sums does to bytes, in the right places or
	/// not.
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void treesThatMoveBytesComputeWhatTheySay(long seed) {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder("(module\n");
		long[] inputs = new long[24];
		for (int number = 0; number < inputs.length; number++) {
			inputs[number] = (number < 4) ? CORNERS[12 + number] : random.nextLong();
		}
		int functions = 150;
		long[][] results = new long[functions][];
		for (int number = 0; number < functions; number++) {
			RandomByteMoves moves = new RandomByteMoves(random, inputs);
			results[number] = moves.results();
			text.append("(func (export \"").append(number).append("\") ").append(moves.text()).append(")\n");
		}
		text.append(")");
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine)
				.instantiate(store, this.engine.load("moves.wat", text.toString().getBytes(StandardCharsets.UTF_8)));
			for (int number = 0; number < functions; number++) {
				Func function = instance.func(Integer.toString(number));
				for (int input = 0; input < inputs.length; input++) {
					assertThat(call(function, inputs[input], false)).as("function %d of seed %d", number, seed)
						.isEqualTo(results[number][input]);
				}
			}
		}
	}

}
