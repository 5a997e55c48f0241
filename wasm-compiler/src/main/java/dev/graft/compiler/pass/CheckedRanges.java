package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// What is known at a place of a body: which stretches of memory have been checked on
/// every way there, and which variables are another one and a constant.
///
/// Memories do not shrink, so what has been checked stays so until its variable changes.
/// If it changes by a constant, or if another variable still has the old value, then even
/// longer.
final class CheckedRanges {

	/// Fewer than any function has where looking them all up would take long.
	private static final int MOST = 24;

	private final Map<Variable, Sum> sums;

	/// The newest last.
	private final List<Range> ranges;

	private CheckedRanges(Map<Variable, Sum> sums, List<Range> ranges) {
		this.sums = sums;
		this.ranges = ranges;
	}

	/// Nothing is known.
	static CheckedRanges none() {
		return new CheckedRanges(new LinkedHashMap<>(), new ArrayList<>());
	}

	/// The same, which may change by itself.
	CheckedRanges copy() {
		return new CheckedRanges(new LinkedHashMap<>(this.sums), new ArrayList<>(this.ranges));
	}

	boolean isEmpty() {
		return this.ranges.isEmpty() && this.sums.isEmpty();
	}

	/// An address as a variable and a constant, null if it is something else.
	@Nullable Sum sum(Expression address) {
		return switch (address) {
			case Read read when read.kind() == Kind.INT ->
				this.sums.getOrDefault(read.variable(), new Sum(read.variable(), 0));
			case Numeric numeric when numeric.operandCount() == 2 && numeric.operand(1) instanceof Constant by ->
				switch (numeric.op()) {
					case I32_ADD -> plus(sum(numeric.operand(0)), (int) by.bits());
					case I32_SUB -> plus(sum(numeric.operand(0)), (int) -by.bits());
					default -> null;
				};
			default -> null;
		};
	}

	private static @Nullable Sum plus(@Nullable Sum sum, int by) {
		return (sum != null) ? sum.plus(by) : null;
	}

	/// Whether the memory is known to reach to somewhere behind an address.
	boolean reaches(int memoryIndex, Sum sum, long end) {
		// Asked for each access of a module, so that an iterator counts.
		for (int index = 0; index < this.ranges.size(); index++) {
			if (this.ranges.get(index).reaches(memoryIndex, sum, end)) {
				return true;
			}
		}
		return false;
	}

	/// The newest range at an address, null if there is none.
	@Nullable Range at(int memoryIndex, Sum sum) {
		for (Range range : this.ranges.reversed()) {
			if (range.memoryIndex == memoryIndex && range.sum.equals(sum)) {
				return range;
			}
		}
		return null;
	}

	/// A range has been checked.
	void add(Range added) {
		this.ranges.removeIf((range) -> added.reaches(range.memoryIndex, range.sum, range.end));
		if (this.ranges.size() == MOST) {
			this.ranges.removeFirst();
		}
		this.ranges.add(added);
	}

	/// A variable gets another value.
	/// @param sum what it is from now on, in terms of the values before; null if that is
	/// something else
	void assign(Variable variable, @Nullable Sum sum) {
		if (sum != null && sum.variable == variable) {
			replace(variable, new Sum(variable, -sum.plus));
			return;
		}
		forget(variable);
		if (sum != null) {
			if (this.sums.size() == MOST) {
				this.sums.remove(this.sums.keySet().iterator().next());
			}
			this.sums.put(variable, sum);
		}
	}

	/// Nothing is known about a variable any more.
	void forget(Variable variable) {
		this.sums.remove(variable);
		for (Map.Entry<Variable, Sum> entry : this.sums.entrySet()) {
			if (entry.getValue().variable == variable) {
				Variable other = entry.getKey();
				Sum instead = new Sum(other, -entry.getValue().plus);
				this.sums.remove(other);
				replace(variable, instead);
				return;
			}
		}
		this.ranges.removeIf((range) -> range.sum.variable == variable);
	}

	/// Nothing is known about some variables any more.
	void forgetAll(Predicate<Variable> variables) {
		Set<Variable> mentioned = new LinkedHashSet<>(this.sums.keySet());
		this.sums.values().forEach((sum) -> mentioned.add(sum.variable));
		this.ranges.forEach((range) -> mentioned.add(range.sum.variable));
		mentioned.stream().filter(variables).forEach(this::forget);
	}

	// Where a variable stands in what is known, something else does from now on.
	private void replace(Variable variable, Sum instead) {
		this.sums.replaceAll((holder, sum) -> sum.with(variable, instead));
		this.ranges.replaceAll((range) -> range.with(variable, instead));
	}

	/// What is known if control may come from either place.
	CheckedRanges or(CheckedRanges other) {
		CheckedRanges both = none();
		this.sums.forEach((variable, sum) -> {
			if (sum.equals(other.sums.get(variable))) {
				both.sums.put(variable, sum);
			}
		});
		addCommon(this, other, both);
		addCommon(other, this, both);
		return both;
	}

	private static void addCommon(CheckedRanges one, CheckedRanges other, CheckedRanges both) {
		for (Range range : one.ranges) {
			Sum sum = other.sums.getOrDefault(range.sum.variable, new Sum(range.sum.variable, 0)).plus(range.sum.plus);
			long end = Math.min(range.end, other.end(range.memoryIndex, sum));
			if (end > 0 && !both.reaches(range.memoryIndex, range.sum, end)) {
				both.add(new Range(range.memoryIndex, range.sum, end, Range.NO_CHECK));
			}
		}
	}

	private long end(int memoryIndex, Sum sum) {
		long end = 0;
		for (Range range : this.ranges) {
			if (range.memoryIndex == memoryIndex && range.isBefore(sum)) {
				end = Math.max(end, range.end - range.distance(sum));
			}
		}
		return end;
	}

	/// A variable and a constant, modulo 2^32.
	///
	/// @param variable an `i32`
	/// @param plus the constant
	record Sum(Variable variable, int plus) {

		Sum plus(int by) {
			return new Sum(this.variable, this.plus + by);
		}

		private Sum with(Variable variable, Sum instead) {
			return (this.variable == variable) ? instead.plus(this.plus) : this;
		}

	}

	/// A memory is known to reach to `sum + end`, which is computed without wrapping
	/// around.
	///
	/// @param memoryIndex which memory
	/// @param sum the address where the range begins
	/// @param end the distance to the end of the range, more than 0
	/// @param check the check that has found out, [#NO_CHECK] if there are several
	record Range(int memoryIndex, Sum sum, long end, int check) {

		static final int NO_CHECK = -1;

		boolean reaches(int memoryIndex, Sum sum, long end) {
			return this.memoryIndex == memoryIndex && isBefore(sum) && distance(sum) + end <= this.end;
		}

		// An address within the range is the range's own and the distance, and nothing
		// wraps around on the way, as no memory goes on behind the last address.
		private boolean isBefore(Sum sum) {
			return this.sum.variable == sum.variable && distance(sum) < this.end;
		}

		private long distance(Sum sum) {
			return Integer.toUnsignedLong(sum.plus - this.sum.plus);
		}

		private Range with(Variable variable, Sum instead) {
			return new Range(this.memoryIndex, this.sum.with(variable, instead), this.end, this.check);
		}

	}

}
