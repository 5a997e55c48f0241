package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.reroll.ByteWindows.Weights;
import dev.graft.compiler.reroll.ByteWindows.Window;
import org.jspecify.annotations.Nullable;

/// Writes sums of products of bytes and constants.
///
/// Every other byte of a `long` is in a lane of 16 bits when the others have been masked.
/// Multiplied by four constants in the opposite order, the uppermost lane is the sum of
/// all four products, and what is added before it is taken out need not be taken out:
///
/// ```
///                     | b6 | b4 | b2 | b0 |
///                   * | c0 | c2 | c4 | c6 |
///     b6 * c6 + b4 * c4 + b2 * c2 + b0 * c0 | …
/// ```
///
/// No lane below it may exceed 16 bits, which is so while the sum of the constants does
/// not exceed [ByteWindows#LARGEST_SUM].
final class WindowSums {

	private static final long EVEN = 0x00FF_00FF_00FF_00FFL;

	private static final long ONES = 0x0001_0001_0001_0001L;

	private static final int LANE_BITS = 16;

	private static final int UPPERMOST = Long.SIZE - LANE_BITS;

	private final Function<Window, Expression> load;

	private final Function<Expression, Variable> let;

	private final Map<Window, Variable> loaded = new HashMap<>();

	private final Map<Window, Variable> even = new HashMap<>();

	private final Map<Window, Variable> odd = new HashMap<>();

	private final Map<Window, Variable> pairs = new HashMap<>();

	/// @param load makes a load of the `long` in a window
	/// @param let holds a `long`
	WindowSums(Function<Window, Expression> load, Function<Expression, Variable> let) {
		this.load = load;
		this.let = let;
	}

	/// Numbers that make the sum together.
	List<Expression> of(List<Weights> windows) {
		List<Expression> sums = new ArrayList<>();
		List<Weights> together = new ArrayList<>();
		long sum = 0;
		for (Weights weights : windows) {
			if (sum + weights.sum() > ByteWindows.LARGEST_SUM) {
				sums.add(sum(together));
				together.clear();
				sum = 0;
			}
			together.add(weights);
			sum += weights.sum();
		}
		if (!together.isEmpty()) {
			sums.add(sum(together));
		}
		return sums;
	}

	private Expression sum(List<Weights> windows) {
		Expression products = null;
		Map<Long, Expression> same = new LinkedHashMap<>();
		for (Weights weights : windows) {
			if (weights.areSame()) {
				same.merge(weights.number(0), Read.of(pairs(weights.window())), WindowSums::plus);
			}
			else {
				products = plus(products, product(weights, 0, even(weights.window())));
				products = plus(products, product(weights, 1, odd(weights.window())));
			}
		}
		for (Map.Entry<Long, Expression> each : same.entrySet()) {
			products = plus(products, node(NumericOp.I64_MUL, each.getValue(), longOf(each.getKey() * ONES)));
		}
		if (products == null) {
			throw new IllegalArgumentException("no windows");
		}
		return new Numeric(NumericOp.I32_WRAP_I64, 0, node(NumericOp.I64_SHR_U, products, longOf(UPPERMOST)));
	}

	private static @Nullable Expression product(Weights weights, int first, Variable bytes) {
		long reversed = 0;
		for (int at = first; at < ByteWindows.BYTES; at += 2) {
			reversed = reversed << LANE_BITS | weights.number(at);
		}
		return (reversed == 0) ? null : node(NumericOp.I64_MUL, Read.of(bytes), longOf(reversed));
	}

	private static @Nullable Expression plus(@Nullable Expression one, @Nullable Expression other) {
		return (one == null) ? other : (other == null) ? one : node(NumericOp.I64_ADD, one, other);
	}

	private Variable loaded(Window window) {
		return this.loaded.computeIfAbsent(window, (each) -> this.let.apply(this.load.apply(each)));
	}

	private Variable even(Window window) {
		Expression loaded = Read.of(loaded(window));
		return this.even.computeIfAbsent(window, (_) -> this.let.apply(node(NumericOp.I64_AND, loaded, longOf(EVEN))));
	}

	private Variable odd(Window window) {
		Expression shifted = node(NumericOp.I64_SHR_U, Read.of(loaded(window)), longOf(Byte.SIZE));
		return this.odd.computeIfAbsent(window, (_) -> this.let.apply(node(NumericOp.I64_AND, shifted, longOf(EVEN))));
	}

	private Variable pairs(Window window) {
		Expression sum = node(NumericOp.I64_ADD, Read.of(even(window)), Read.of(odd(window)));
		return this.pairs.computeIfAbsent(window, (_) -> this.let.apply(sum));
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

	private static Constant longOf(long value) {
		return Constant.of(Kind.LONG, value);
	}

}
