package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Numbers what a straight line computes: equal numbers are equal values, however they are
/// spelled. Sums are numbered by their terms, in whichever order and through however many
/// variables they are added, modulo 2^32 or 2^64 as the line does.
final class LineValues {

	/// A sum of more terms is a term itself where it is added to something.
	private static final int MOST_TERMS = 12;

	private static final int ALL_BITS = Long.SIZE;

	private final UnsignedLimits limits;

	private final List<Value> values = new ArrayList<>();

	private final Map<Value, Integer> numbers = new HashMap<>();

	/// For each value that is computed in a way that does not matter how many bits of it
	/// may be set, if not all.
	private final Map<Integer, Integer> bits = new HashMap<>();

	private final Map<Variable, Integer> held = new HashMap<>();

	private final Map<Integer, Home> homes = new HashMap<>();

	/// @param limits what holds wherever one looks
	LineValues(UnsignedLimits limits) {
		this.limits = limits;
	}

	/// How many there are.
	int size() {
		return this.values.size();
	}

	/// A value.
	Value get(int number) {
		return this.values.get(number);
	}

	/// Where a value is at hand, null if it is nowhere.
	@Nullable Home home(int number) {
		return this.homes.get(number);
	}

	/// Goes on behind an assignment.
	/// @param position which statement of the line it is
	/// @param value what it assigns
	void assign(Assign assign, int position, int value) {
		this.held.put(assign.variable(), value);
		this.homes.putIfAbsent(value, new Home(assign.variable(), position));
	}

	/// The number of what a tree computes here.
	/// @param operands the numbers of its operands
	int of(Expression tree, List<Integer> operands) {
		return limited(valueOf(tree, operands), this.limits.bits(tree));
	}

	private int valueOf(Expression tree, List<Integer> operands) {
		return switch (tree) {
			case Constant constant -> number(new Value(tree.kind(), Form.CONSTANT, constant.bits(), List.of()));
			case Read read -> read(read.variable());
			case Select _ -> select(tree.kind(), operands);
			case Numeric numeric -> of(numeric, operands);
			default -> unknown(tree.kind());
		};
	}

	private int of(Numeric numeric, List<Integer> operands) {
		return switch (numeric.op()) {
			case I32_ADD, I64_ADD -> sum(operands.get(0), operands.get(1));
			case I32_OR, I64_OR -> either(operands.get(0), operands.get(1));
			case I32_MUL, I64_MUL -> product(operands.get(0), operands.get(1));
			case I32_SHL, I64_SHL -> shifted(Form.LEFT, operands);
			case I32_SHR_U, I64_SHR_U -> shifted(Form.RIGHT, operands);
			case I32_AND, I64_AND -> masked(operands.get(0), operands.get(1));
			case I32_LT_U, I64_LT_U -> less(Kind.INT, operands.get(0), operands.get(1));
			case I32_GT_U, I64_GT_U -> less(Kind.INT, operands.get(1), operands.get(0));
			case I64_EXTEND_I32_U, I64_EXTEND_I32_S -> extended(operands.get(0));
			default -> unknown(numeric.kind());
		};
	}

	private int read(Variable variable) {
		Integer known = this.held.get(variable);
		if (known != null) {
			return known;
		}
		int value = unknown(variable.kind());
		this.held.put(variable, value);
		this.homes.put(value, new Home(variable, -1));
		return value;
	}

	private int unknown(Kind kind) {
		this.values.add(new Value(kind, Form.UNKNOWN, 0, List.of()));
		return this.values.size() - 1;
	}

	private int limited(int value, int bits) {
		if (bits < ALL_BITS) {
			this.bits.merge(value, bits, Math::min);
		}
		return value;
	}

	private int number(Value value) {
		return this.numbers.computeIfAbsent(value, (each) -> {
			this.values.add(each);
			return this.values.size() - 1;
		});
	}

	/// The terms of a value, itself if it is no sum.
	List<Integer> terms(int value) {
		Value sum = get(value);
		return (sum.form == Form.SUM) ? sum.operands : List.of(value);
	}

	/// A sum.
	int sum(int... terms) {
		List<Integer> all = new ArrayList<>();
		for (int term : terms) {
			all.addAll(terms(term));
		}
		Kind kind = get(all.getFirst()).kind;
		if (all.size() > MOST_TERMS) {
			return unknown(kind);
		}
		Collections.sort(all);
		return number(new Value(kind, Form.SUM, 0, List.copyOf(all)));
	}

	/// A product.
	int product(int one, int other) {
		return number(new Value(get(one).kind, Form.PRODUCT, 0, List.of(Math.min(one, other), Math.max(one, other))));
	}

	/// A value that is shifted to the left. Of a sum that is a sum.
	int left(int value, int by) {
		Kind kind = get(value).kind;
		int[] terms = terms(value).stream()
			.mapToInt((term) -> number(new Value(kind, Form.LEFT, by, List.of(term))))
			.toArray();
		return (terms.length > 1) ? sum(terms) : terms[0];
	}

	/// A value that is shifted to the right, and zeros from the left.
	int right(int value, int by) {
		Kind kind = get(value).kind;
		return limited(number(new Value(kind, Form.RIGHT, by, List.of(value))), size(kind) - by);
	}

	/// The lower bits of a value.
	int low(int value, int bits) {
		return limited(number(new Value(get(value).kind, Form.LOW, bits, List.of(value))), bits);
	}

	/// 1 if a value is less than another one, without signs, otherwise 0.
	/// @param kind of which kind that number is
	int less(Kind kind, int one, int other) {
		return limited(number(new Value(kind, Form.LESS, 0, List.of(one, other))), 1);
	}

	private int extended(int value) {
		Value narrow = get(value);
		return (narrow.form == Form.LESS) ? less(Kind.LONG, narrow.operands.get(0), narrow.operands.get(1))
				: unknown(Kind.LONG);
	}

	private int shifted(Form form, List<Integer> operands) {
		int value = operands.get(0);
		Kind kind = get(value).kind;
		Value constant = get(operands.get(1));
		if (constant.form != Form.CONSTANT) {
			return unknown(kind);
		}
		int by = (int) constant.constant & (size(kind) - 1);
		return (form == Form.LEFT) ? left(value, by) : right(value, by);
	}

	/// How many bits there are in a number.
	static int size(Kind kind) {
		return (kind == Kind.INT) ? Integer.SIZE : Long.SIZE;
	}

	private int masked(int value, int mask) {
		Value constant = get(mask);
		if (constant.form != Form.CONSTANT) {
			return (get(value).form == Form.CONSTANT) ? masked(mask, value) : unknown(get(value).kind);
		}
		int bits = UnsignedLimits.bits(constant.constant);
		boolean whole = constant.constant + 1 == 1L << bits && bits > 0 && bits < size(constant.kind);
		return whole ? low(value, bits) : unknown(constant.kind);
	}

	// Where no bit is set in both, it is their sum.
	private int either(int one, int other) {
		return (isApart(one, other) || isApart(other, one)) ? sum(one, other) : unknown(get(one).kind);
	}

	private boolean isApart(int one, int other) {
		return terms(one).stream()
			.map(this::get)
			.allMatch((term) -> term.form == Form.LEFT && bits(other) <= term.constant);
	}

	// One number, or the same one and a power of two, is the sum of it and a shifted bit.
	private int select(Kind kind, List<Integer> operands) {
		Value condition = get(operands.get(2));
		List<Integer> less = new ArrayList<>(terms(operands.get(1)));
		less.removeIf((term) -> get(term).form == Form.CONSTANT && get(term).constant == 0);
		List<Integer> more = new ArrayList<>(terms(operands.get(0)));
		boolean contains = less.stream().allMatch(more::remove);
		Value added = get(more.isEmpty() ? operands.get(1) : more.getFirst());
		boolean isBit = added.form == Form.CONSTANT && Long.bitCount(added.constant) == 1 && added.constant > 0;
		if (condition.form != Form.LESS || !contains || more.size() != 1 || !isBit) {
			return unknown(kind);
		}
		int bit = less(kind, condition.operands.get(0), condition.operands.get(1));
		less.add(left(bit, Long.numberOfTrailingZeros(added.constant)));
		return (less.size() > 1) ? sum(less.stream().mapToInt(Integer::intValue).toArray()) : less.getFirst();
	}

	/// How many of the lower bits of a value may be set.
	int bits(int value) {
		return this.bits.getOrDefault(value, ALL_BITS);
	}

	/// How a value is computed.
	enum Form {

		/// In a way that does not matter.
		UNKNOWN,

		/// It is the constant.
		CONSTANT,

		/// By adding all operands.
		SUM,

		/// By multiplying two.
		PRODUCT,

		/// By shifting one by the constant.
		LEFT, RIGHT,

		/// The constant says how many of its lower bits are left.
		LOW,

		/// Whether one is less than the other, without signs.
		LESS

	}

	/// A value.
	///
	/// @param kind of which kind it is
	/// @param form how it is computed
	/// @param constant a constant, as the form says
	/// @param operands the numbers of what it is computed from
	record Value(Kind kind, Form form, long constant, List<Integer> operands) {
	}

	/// Where a value is at hand.
	///
	/// @param variable the variable that holds it
	/// @param position the statement that assigns it, -1 if that is before the line
	record Home(Variable variable, int position) {
	}

}
