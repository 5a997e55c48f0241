package dev.graft.compiler.split;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The ranges that could be cut out, the one first that has the least price; of two with
/// the same price the one that was added first.
///
/// There are millions of them in a large module, so none is an object: a heap of prices
/// and numbers, and arrays by number.
final class ColdCandidates {

	private int[] starts = new int[64];

	private int[] ends = new int[64];

	private double[] calls = new double[64];

	/// The heap: a price is no more than those at twice its place and behind that.
	private double[] prices = new double[64];

	private int[] numbers = new int[64];

	private int count;

	private int waiting;

	/// What is known exactly, by number.
	private final Map<Integer, Range> ranges = new HashMap<>();

	/// Adds a range; the queue is in order only after [#order].
	/// @param from the position of its first statement
	/// @param to the position behind its last
	/// @param calls how often control comes into it
	/// @param price how many calls each byte costs that it saves, at least
	void add(int from, int to, double calls, double price) {
		if (this.count == this.starts.length) {
			grow(this.count * 2);
		}
		this.starts[this.count] = from;
		this.ends[this.count] = to;
		this.calls[this.count] = calls;
		this.prices[this.count] = price;
		this.numbers[this.count] = this.count;
		this.count++;
		this.waiting = this.count;
	}

	private void grow(int length) {
		this.starts = Arrays.copyOf(this.starts, length);
		this.ends = Arrays.copyOf(this.ends, length);
		this.calls = Arrays.copyOf(this.calls, length);
		this.prices = Arrays.copyOf(this.prices, length);
		this.numbers = Arrays.copyOf(this.numbers, length);
	}

	/// Puts all into their order.
	void order() {
		for (int place = this.waiting / 2 - 1; place >= 0; place--) {
			sink(place, this.prices[place], this.numbers[place]);
		}
	}

	boolean isEmpty() {
		return this.waiting == 0;
	}

	/// The number of the first.
	int first() {
		return this.numbers[0];
	}

	/// Takes the first out.
	void removeFirst() {
		this.waiting--;
		sink(0, this.prices[this.waiting], this.numbers[this.waiting]);
	}

	/// Gives the first the price that it has exactly.
	/// @param range what is known of it now
	void reprice(Range range) {
		int first = first();
		this.ranges.put(first, range);
		sink(0, this.calls[first] / (range.bytes() - range.cost()), first);
	}

	private void sink(int from, double price, int number) {
		int place = from;
		int below = least(place);
		while (below < this.waiting && isBefore(this.prices[below], this.numbers[below], price, number)) {
			this.prices[place] = this.prices[below];
			this.numbers[place] = this.numbers[below];
			place = below;
			below = least(place);
		}
		this.prices[place] = price;
		this.numbers[place] = number;
	}

	// The place of the first of the two below a place.
	private int least(int place) {
		int left = 2 * place + 1;
		int right = left + 1;
		boolean rightIsFirst = right < this.waiting
				&& isBefore(this.prices[right], this.numbers[right], this.prices[left], this.numbers[left]);
		return rightIsFirst ? right : left;
	}

	private static boolean isBefore(double price, int number, double otherPrice, int otherNumber) {
		int order = Double.compare(price, otherPrice);
		return order < 0 || order == 0 && number < otherNumber;
	}

	/// The position of the first statement of a range.
	int from(int number) {
		return this.starts[number];
	}

	/// The position behind the last statement of a range.
	int to(int number) {
		return this.ends[number];
	}

	/// A range; null as long as only jumps across its borders are known.
	@Nullable Range range(int number) {
		return this.ranges.get(number);
	}

}
