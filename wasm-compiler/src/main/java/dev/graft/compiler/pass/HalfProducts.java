package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Kind;

/// The ways in which programs put the product of two whole numbers together from products
/// of their halves, which are numbers of `h` bits. With `u = uh 2^h + ul`, `v` alike,
/// `low = ul vl`, `x = uh vl`, `y = ul vh` and `high = uh vh`, the product is
/// `high 2^2h + (x + y) 2^h + low`; the ways differ in how carries are found.
final class HalfProducts {

	private final LineValues values;

	private final Kind kind;

	private final int half;

	private final int low;

	private final int high;

	private final int lowHigh;

	private final List<Sums> ways = new ArrayList<>();

	/// @param values the line's
	/// @param one the halves of a factor, each of which has at most half of the bits
	/// @param other those of the other factor
	HalfProducts(LineValues values, Halves one, Halves other) {
		this.values = values;
		this.kind = values.get(one.high).kind();
		this.half = LineValues.size(this.kind) / 2;
		this.low = values.product(one.low, other.low);
		this.high = values.product(one.high, other.high);
		this.lowHigh = values.right(this.low, this.half);
		int x = values.product(one.high, other.low);
		int y = values.product(one.low, other.high);
		both(x, y);
		oneByOne(x, y);
		oneByOne(y, x);
		halves(x, y);
	}

	/// The ways.
	List<Sums> ways() {
		return this.ways;
	}

	/*
	 * Both products are added, which may leave a carry: by itself, or what the lowest
	 * product has in its upper half as well, which makes no difference to that.
	 */
	private void both(int x, int y) {
		int middle = this.values.sum(x, y, this.lowHigh);
		int without = this.values.sum(x, y);
		int sum = this.values.sum(this.low, left(without));
		for (int part : new int[] { x, y }) {
			way(List.of(left(less(middle, part)), right(middle)), List.of(left(middle), low(this.low)));
			for (int term : new int[] { this.low, left(without) }) {
				way(List.of(left(less(without, part)), right(without), less(sum, term)),
						List.of(this.low, left(without)));
			}
		}
	}

	/*
	 * One product is added to the upper half of the lowest one, which leaves no carry.
	 * The lower half of that is added to the other product, which leaves none either. Or
	 * the lower half of one product is, with both others, or whole sums are made and
	 * compared.
	 */
	private void oneByOne(int x, int y) {
		int first = this.values.sum(x, this.lowHigh);
		int second = this.values.sum(y, low(first));
		way(List.of(right(first), right(second)), List.of(left(second), low(this.low)));
		int middle = this.values.sum(low(x), y, this.lowHigh);
		way(List.of(right(x), right(middle)), List.of(left(middle), low(this.low)));
		int begun = this.values.sum(this.low, left(x));
		int whole = this.values.sum(begun, left(y));
		for (int term : new int[] { this.low, left(x) }) {
			for (int last : new int[] { begun, left(y) }) {
				way(List.of(right(x), right(y), less(begun, term), less(whole, last)),
						List.of(this.low, left(x), left(y)));
			}
		}
	}

	// The lower halves of both products are added to the upper half of the lowest one.
	private void halves(int x, int y) {
		int middle = this.values.sum(low(x), low(y), this.lowHigh);
		way(List.of(right(x), right(y), right(middle)), List.of(left(middle), low(this.low)));
	}

	private void way(List<Integer> upper, List<Integer> lower) {
		List<Integer> all = terms(upper);
		all.add(this.high);
		this.ways.add(new Sums(all, terms(lower)));
	}

	private List<Integer> terms(List<Integer> values) {
		List<Integer> terms = new ArrayList<>();
		values.forEach((value) -> terms.addAll(this.values.terms(value)));
		return terms;
	}

	private int left(int value) {
		return this.values.left(value, this.half);
	}

	private int right(int value) {
		return this.values.right(value, this.half);
	}

	private int low(int value) {
		return this.values.low(value, this.half);
	}

	private int less(int one, int other) {
		return this.values.less(this.kind, one, other);
	}

	/// The halves of a number.
	///
	/// @param high the upper one
	/// @param low the lower one
	record Halves(int high, int low) {
	}

	/// Which terms add up to the upper half of a product, and which to the lower one.
	///
	/// @param upper the terms of the upper half
	/// @param lower those of the lower half
	record Sums(List<Integer> upper, List<Integer> lower) {
	}

}
