package dev.graft.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/// The body of a function that moves the bytes of its argument at random, and what it
/// computes for some arguments: swaps in random spellings, what is nearly one, and trees
/// of anything.
final class RandomByteMoves {

	private static final int INTS = 3;

	private final Random random;

	/// What each local holds for each argument: `i32`s first, `i64`s behind them.
	private final long[][] locals;

	private final String text;

	private final long[] results;

	/// @param arguments what the function is called with, `i64`s
	RandomByteMoves(Random random, long[] arguments) {
		this.random = random;
		this.locals = new long[2 * INTS][arguments.length];
		this.locals[INTS] = arguments.clone();
		StringBuilder body = new StringBuilder(
				"(param $l3 i64) (result i64) (local $l0 i32) (local $l1 i32) (local $l2 i32) (local $l4 i64) (local $l5 i64)\n");
		for (int statement = random.nextInt(4); statement >= 0; statement--) {
			boolean isInt = random.nextBoolean();
			Tree tree = random.nextBoolean() ? moved(isInt) : any(isInt, 4);
			int local = local(isInt);
			this.locals[local] = tree.values;
			body.append("(local.set $l").append(local).append(' ').append(tree.text).append(")\n");
		}
		Tree last = moved(random.nextBoolean());
		Tree result = last.isInt ? extended(last, random.nextBoolean()) : last;
		this.text = body.append(result.text).toString();
		this.results = result.values;
	}

	/// Parameters, locals and instructions.
	String text() {
		return this.text;
	}

	/// What it computes for each argument.
	long[] results() {
		return this.results;
	}

	private int local(boolean isInt) {
		return this.random.nextInt(INTS) + (isInt ? 0 : INTS);
	}

	private Tree get(int local) {
		return new Tree(local < INTS, "(local.get $l" + local + ")", this.locals[local]);
	}

	private boolean isRare() {
		return this.random.nextInt(16) == 0;
	}

	// The bytes of a number the other way round, if nothing goes wrong.
	private Tree moved(boolean isInt) {
		int size = isInt ? Integer.BYTES : Long.BYTES;
		int source = local(this.random.nextInt(4) != 0 == isInt);
		int skipped = this.random.nextInt(5) * Byte.SIZE;
		int shortened = (this.random.nextInt(3) == 0) ? this.random.nextInt(size) : 0;
		List<Tree> bytes = new ArrayList<>();
		for (int to = shortened; to < size; to++) {
			if (isRare()) {
				continue;
			}
			int from = isRare() ? this.random.nextInt(size) : size - 1 - to;
			int local = isRare() ? local(this.random.nextBoolean()) : source;
			bytes.add(moved(source(isInt, local, skipped), from * Byte.SIZE, to * Byte.SIZE));
			if (isRare()) {
				source = tee(bytes, source);
			}
		}
		while (bytes.size() > 1) {
			Tree one = bytes.remove(0);
			// Text is evaluated in the order in which it has been made up.
			bytes.set(0, joined(one, bytes.get(0)));
		}
		if (bytes.isEmpty()) {
			return any(isInt, 3);
		}
		return (this.random.nextInt(4) == 0) ? masked(bytes.getFirst(), mask()) : bytes.getFirst();
	}

	// What comes next is taken from a local that holds what has been moved last.
	private int tee(List<Tree> bytes, int source) {
		Tree last = bytes.removeLast();
		int local = local(last.isInt);
		this.locals[local] = last.values;
		bytes.add(new Tree(last.isInt, "(local.tee $l" + local + " " + last.text + ")", last.values));
		return this.random.nextBoolean() ? source : local;
	}

	private Tree source(boolean isInt, int local, int skipped) {
		Tree number = get(local);
		if (number.isInt == isInt) {
			return number;
		}
		return isInt ? wrapped((skipped == 0) ? number : shifted("shr_u", number, skipped)) : extended(number, false);
	}

	private Tree moved(Tree number, int from, int to) {
		int left = to - from;
		int bits = number.isInt ? Integer.SIZE : Long.SIZE;
		long mask = isRare() ? 0xFFFF : 0xFF;
		long maskBefore = mask << from;
		long maskAfter = mask << to;
		return switch (this.random.nextInt(6)) {
			case 0 -> (left < 0) ? shifted("shr_u", masked(number, maskBefore), -left)
					: shifted("shl", masked(number, maskBefore), left);
			case 1 -> masked((left < 0) ? shifted("shr_u", number, -left) : shifted("shl", number, left), maskAfter);
			case 2 -> masked(shifted("rotl", number, left + (isRare() ? bits : 0)), maskAfter);
			case 3 -> shifted("rotr", masked(number, maskBefore), -left);
			case 4 -> shifted(isRare() ? "shr_s" : "shr_u", shifted("shl", number, bits - Byte.SIZE - from),
					bits - Byte.SIZE - to);
			default -> masked((left < 0) ? shifted("shr_s", number, -left) : shifted("shl", number, left),
					isRare() ? maskAfter * 3 : maskAfter);
		};
	}

	private Tree any(boolean isInt, int depth) {
		if (depth == 0 || this.random.nextInt(6) == 0) {
			return get(local(isInt));
		}
		return switch (this.random.nextInt(8)) {
			case 0, 1 -> joined(any(isInt, depth - 1), any(isInt, depth - 1));
			case 2 ->
				isInt ? wrapped(any(false, depth - 1)) : extended(any(true, depth - 1), this.random.nextBoolean());
			case 3 -> masked(any(isInt, depth - 1), mask());
			case 4 -> {
				Tree value = any(isInt, depth - 1);
				int local = local(isInt);
				this.locals[local] = value.values;
				yield new Tree(isInt, "(local.tee $l" + local + " " + value.text + ")", value.values);
			}
			case 5 -> unary(isInt, "extend16_s", any(isInt, depth - 1), (value) -> (short) value);
			default -> shifted(List.of("shl", "shr_u", "shr_s", "rotl", "rotr").get(this.random.nextInt(5)),
					any(isInt, depth - 1), isRare() ? this.random.nextInt(70) : this.random.nextInt(10) * Byte.SIZE);
		};
	}

	private long mask() {
		long mask = 0;
		for (int number = 0; number < Long.BYTES; number++) {
			mask = mask << Byte.SIZE | (isRare() ? this.random.nextInt(0x100) : this.random.nextBoolean() ? 0xFF : 0);
		}
		return mask;
	}

	private Tree joined(Tree one, Tree other) {
		return switch (this.random.nextInt(8)) {
			case 0 -> binary("xor", one, other, (left, right) -> left ^ right);
			case 1 -> binary("add", one, other, Long::sum);
			default -> binary("or", one, other, (left, right) -> left | right);
		};
	}

	private static Tree masked(Tree number, long mask) {
		return binary("and", number, constant(number, mask), (left, right) -> left & right);
	}

	private static Tree shifted(String op, Tree number, long by) {
		boolean isInt = number.isInt;
		int count = (int) by;
		LongBinaryOperator meaning = switch (op) {
			case "shl" -> (value, bits) -> isInt ? (int) value << count : value << count;
			case "shr_u" -> (value, bits) -> isInt ? (int) value >>> count : value >>> count;
			case "shr_s" -> (value, bits) -> isInt ? (int) value >> count : value >> count;
			case "rotl" ->
				(value, bits) -> isInt ? Integer.rotateLeft((int) value, count) : Long.rotateLeft(value, count);
			default ->
				(value, bits) -> isInt ? Integer.rotateRight((int) value, count) : Long.rotateRight(value, count);
		};
		return binary(op, number, constant(number, by), meaning);
	}

	private static Tree constant(Tree like, long value) {
		long constant = like.isInt ? (int) value : value;
		long[] values = new long[like.values.length];
		Arrays.fill(values, constant);
		return new Tree(like.isInt, "(" + like.type() + ".const " + constant + ")", values);
	}

	private static Tree binary(String op, Tree one, Tree other, LongBinaryOperator meaning) {
		long[] values = new long[one.values.length];
		for (int number = 0; number < values.length; number++) {
			long value = meaning.applyAsLong(one.values[number], other.values[number]);
			values[number] = one.isInt ? (int) value : value;
		}
		return new Tree(one.isInt, "(" + one.type() + "." + op + " " + one.text + " " + other.text + ")", values);
	}

	private static Tree unary(boolean isInt, String op, Tree operand, LongUnaryOperator meaning) {
		long[] values = Arrays.stream(operand.values).map(meaning).toArray();
		return new Tree(isInt, "(" + (isInt ? "i32." : "i64.") + op + " " + operand.text + ")", values);
	}

	private static Tree wrapped(Tree wide) {
		return unary(true, "wrap_i64", wide, (value) -> (int) value);
	}

	private static Tree extended(Tree narrow, boolean signed) {
		return signed ? unary(false, "extend_i32_s", narrow, (value) -> value)
				: unary(false, "extend_i32_u", narrow, (value) -> value & 0xFFFF_FFFFL);
	}

	/// A tree and what it computes for each argument, an `i32` with its sign.
	@SuppressWarnings("ArrayRecordComponent")
	private record Tree(boolean isInt, String text, long[] values) {

		String type() {
			return this.isInt ? "i32" : "i64";
		}

	}

}
