package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Quotients and remainders of constants, which are products of their reciprocals, against
/// Java's.
class ConstantDivisionTests {

	private static final int SMALL_DIVISORS = 260;

	private static final int RANDOM_DIVISORS = 150;

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	/// What is compared.
	enum Division {

		I32_DIV_S("i32.div_s"), I32_DIV_U("i32.div_u"), I32_REM_S("i32.rem_s"), I32_REM_U("i32.rem_u"),
		I64_DIV_S("i64.div_s"), I64_DIV_U("i64.div_u"), I64_REM_S("i64.rem_s"), I64_REM_U("i64.rem_u");

		private final String operator;

		Division(String operator) {
			this.operator = operator;
		}

		private Number result(long one, long other) {
			return switch (this) {
				case I32_DIV_S -> (int) one / (int) other;
				case I32_DIV_U -> Integer.divideUnsigned((int) one, (int) other);
				case I32_REM_S -> (int) one % (int) other;
				case I32_REM_U -> Integer.remainderUnsigned((int) one, (int) other);
				case I64_DIV_S -> one / other;
				case I64_DIV_U -> Long.divideUnsigned(one, other);
				case I64_REM_S -> one % other;
				case I64_REM_U -> Long.remainderUnsigned(one, other);
			};
		}

		private boolean isInt() {
			return this.operator.startsWith("i32");
		}

		private Number number(long value) {
			if (isInt()) {
				return (int) value;
			}
			return value;
		}

	}

	@ParameterizedTest
	@EnumSource
	void isWhatADivisionWouldBe(Division division) {
		Random random = new Random(division.operator.hashCode());
		List<Long> divisors = divisors(division, random);
		Module module = this.engine.load("division.wat", text(division, divisors));
		try (Store store = Store.builder(this.engine).deadline(null).build()) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			for (int number = 0; number < divisors.size(); number++) {
				compare(division, divisors.get(number), instance.func("f" + number), random);
			}
		}
	}

	private static void compare(Division division, long divisor, Func function, Random random) {
		for (long dividend : dividends(division, divisor, random)) {
			assertThat(function.call(division.number(dividend))).as("%s %d %d", division, dividend, divisor)
				.containsExactly(division.result(dividend, divisor));
		}
	}

	// What is near a power of two, small or anything, positive and negative.
	private static List<Long> divisors(Division division, Random random) {
		int bits = division.isInt() ? Integer.SIZE : Long.SIZE;
		List<Long> divisors = new ArrayList<>();
		for (int bit = 0; bit < bits; bit++) {
			for (int near = -2; near <= 2; near++) {
				divisors.add((1L << bit) + near);
			}
		}
		for (long small = 1; small < SMALL_DIVISORS; small++) {
			divisors.add(small);
			divisors.add(-small);
		}
		for (int number = 0; number < RANDOM_DIVISORS; number++) {
			divisors.add(random.nextLong() >>> random.nextInt(bits));
		}
		return divisors.stream()
			.map((divisor) -> division.number(divisor).longValue())
			.filter((divisor) -> divisor != 0 && divisor != -1)
			.distinct()
			.toList();
	}

	// The ends of the range, multiples and what is beside them, and anything.
	private static List<Long> dividends(Division division, long divisor, Random random) {
		List<Long> dividends = new ArrayList<>();
		for (long end : new long[] { 0, Integer.MIN_VALUE, Long.MIN_VALUE }) {
			for (long near = -2; near <= 2; near++) {
				dividends.add(end + near);
			}
		}
		long greatest = division.isInt() ? Long.divideUnsigned(0xFFFF_FFFFL, divisor & 0xFFFF_FFFFL)
				: Long.divideUnsigned(-1, divisor);
		for (long factor : new long[] { 1, -1, greatest, greatest / 2, greatest / 2 + 1, random.nextLong() }) {
			for (long near = -1; near <= 1; near++) {
				dividends.add(factor * divisor + near);
			}
		}
		dividends.add(random.nextLong());
		dividends.add(random.nextLong() >>> random.nextInt(Long.SIZE));
		return dividends;
	}

	private static byte[] text(Division division, List<Long> divisors) {
		String type = division.isInt() ? "i32" : "i64";
		return IntStream.range(0, divisors.size())
			.mapToObj((
					number) -> "(func (export \"f%d\") (param %2$s) (result %2$s) (%3$s (local.get 0) (%2$s.const %4$d)))"
						.formatted(number, type, division.operator, divisors.get(number)))
			.collect(Collectors.joining("\n", "(module\n", ")"))
			.getBytes(StandardCharsets.UTF_8);
	}

}
