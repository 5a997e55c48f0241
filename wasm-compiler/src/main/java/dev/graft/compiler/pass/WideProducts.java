package dev.graft.compiler.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.HighProduct;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.pass.HalfProducts.Halves;
import dev.graft.compiler.pass.HalfProducts.Sums;
import dev.graft.compiler.pass.LineValues.Form;
import dev.graft.compiler.pass.LineValues.Home;
import dev.graft.compiler.pass.LineValues.Value;
import org.jspecify.annotations.Nullable;

/// Multiplies once where a program multiplies halves four times, because its language has
/// no product of twice as many bits.
///
/// ```
///     v2 = v0 & 0xffff                        v10 = (unsigned) v0 * (unsigned) v1
///     v3 = v0 >>> 16
///     v4 = v1 & 0xffff
///     v5 = v1 >>> 16
///     v6 = v2 * v4                    ─▶
///     v7 = v3 * v4
///     v8 = v7 + v2 * v5 + (v6 >>> 16)
///     v9 = v8 < v7 ? 0x10000 : 0
///     … v3 * v5 + v9 + (v8 >>> 16) …          … (int) (v10 >>> 32) …
///     … (v8 << 16) + (v6 & 0xffff) …          … (int) v10 …
/// ```
///
/// Both halves of the product may be terms of longer sums. [HalfProducts] knows the ways
/// to spell them; that they are what is computed is proved, not guessed: [LineValues] are
/// equal only if the numbers are, for all factors.
public final class WideProducts {

	/// A product takes four, so bodies that have fewer need not be looked at.
	public static final int FEWEST_PRODUCTS = 4;

	/// What has fewer nodes is no operation on two values.
	private static final int NODES_OF_OPERATION = 3;

	/// So many statements are looked at together.
	private static final int LONGEST_LINE = 2_000;

	/// So many other factors of a half are tried.
	private static final int MOST_PARTNERS = 4;

	/// So many products of a line are looked for.
	private static final int MOST_TRIALS = 1_000;

	private final Body body;

	private final List<Statement> rewritten = new ArrayList<>();

	/// Where what has not been copied there begins.
	private int copied;

	private @Nullable UnsignedLimits limits;

	private WideProducts(Body body) {
		this.body = body;
	}

	/// Rewrites a body.
	public static void apply(Body body) {
		new WideProducts(body).rewrite();
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		int begin = 0;
		Signs signs = new Signs();
		for (int position = 0; position < statements.size(); position++) {
			boolean label = statements.get(position) instanceof Mark;
			if (label || position - begin == LONGEST_LINE) {
				rewriteLine(begin, position, signs);
				begin = label ? position + 1 : position;
				signs = new Signs();
			}
			signs.look(statements.get(position));
		}
		rewriteLine(begin, statements.size(), signs);
		if (this.copied > 0) {
			this.rewritten.addAll(statements.subList(this.copied, statements.size()));
			statements.clear();
			statements.addAll(this.rewritten);
			UnusedAssignments.drop(this.body);
		}
	}

	private void rewriteLine(int begin, int end, Signs signs) {
		List<Statement> statements = this.body.statements();
		List<Statement> line = signs.areThere() ? new Line(statements.subList(begin, end)).rewritten() : null;
		if (line != null) {
			this.rewritten.addAll(statements.subList(this.copied, begin));
			this.rewritten.addAll(line);
			this.copied = end;
		}
	}

	private static boolean isProduct(Expression tree) {
		return tree instanceof Numeric numeric
				&& (numeric.op() == NumericOp.I32_MUL || numeric.op() == NumericOp.I64_MUL);
	}

	private UnsignedLimits limits() {
		UnsignedLimits known = this.limits;
		if (known == null) {
			known = UnsignedLimits.of(this.body);
			this.limits = known;
		}
		return known;
	}

	/// What is in each straight line that is worth looking at.
	private static final class Signs {

		private int ints;

		private int longs;

		private boolean halfInt;

		private boolean halfLong;

		void look(Statement statement) {
			for (int number = 0; number < statement.operandCount(); number++) {
				Expression tree = statement.operand(number);
				if (tree.nodes() >= NODES_OF_OPERATION) {
					look(tree);
				}
			}
		}

		private void look(Expression tree) {
			if (tree instanceof Numeric numeric) {
				switch (numeric.op()) {
					case I32_MUL -> this.ints++;
					case I64_MUL -> this.longs++;
					case I32_SHR_U -> this.halfInt |= isBy(numeric, Short.SIZE);
					case I64_SHR_U -> this.halfLong |= isBy(numeric, Integer.SIZE);
					default -> {
					}
				}
			}
			for (int number = 0; number < tree.operandCount(); number++) {
				Expression operand = tree.operand(number);
				if (operand.nodes() >= NODES_OF_OPERATION) {
					look(operand);
				}
			}
		}

		private static boolean isBy(Numeric shift, int bits) {
			return shift.operand(1) instanceof Constant by && by.bits() == bits;
		}

		boolean areThere() {
			return this.ints >= FEWEST_PRODUCTS && this.halfInt || this.longs >= FEWEST_PRODUCTS && this.halfLong;
		}

	}

	/// What is done to a straight line.
	private final class Line {

		private final List<Statement> statements;

		private final LineValues values = new LineValues(limits());

		private final List<Sum> sums = new ArrayList<>();

		/// For each factor of no more than half of the bits the others that it is
		/// multiplied by.
		private final Map<Integer, Set<Integer>> partners = new HashMap<>();

		private final IdentityHashMap<Expression, Sum> changes = new IdentityHashMap<>();

		/// What comes in front of each statement, and behind the last one.
		private final List<List<Statement>> inserted = new ArrayList<>();

		private final Map<Integer, Expression> kept = new HashMap<>();

		private int trials;

		Line(List<Statement> statements) {
			this.statements = statements;
		}

		@Nullable List<Statement> rewritten() {
			for (int position = 0; position < this.statements.size(); position++) {
				number(this.statements.get(position), position);
				this.inserted.add(new ArrayList<>());
			}
			for (Sum sum : List.copyOf(this.sums)) {
				find(sum);
			}
			if (this.changes.isEmpty()) {
				return null;
			}
			List<Statement> rewritten = new ArrayList<>();
			for (int position = 0; position < this.statements.size(); position++) {
				rewritten.addAll(this.inserted.get(position));
				rewritten.add(this.statements.get(position).map(this::changed));
			}
			return rewritten;
		}

		private void number(Statement statement, int position) {
			int value = -1;
			for (int number = 0; number < statement.operandCount(); number++) {
				value = number(statement.operand(number), position).value;
			}
			if (statement instanceof Assign assign) {
				this.values.assign(assign, position, value);
			}
		}

		private Term number(Expression tree, int position) {
			List<Integer> operands = new ArrayList<>();
			List<Term> parts = new ArrayList<>();
			for (int number = 0; number < tree.operandCount(); number++) {
				Term operand = number(tree.operand(number), position);
				operands.add(operand.value);
				parts.add(operand);
			}
			int value = this.values.of(tree, operands);
			Form form = this.values.get(value).form();
			if (form == Form.PRODUCT && isProduct(tree) && isHalf(operands.get(0)) && isHalf(operands.get(1))) {
				multiplied(operands.get(0), operands.get(1));
				multiplied(operands.get(1), operands.get(0));
			}
			if (form != Form.SUM || !isSum(tree)) {
				return new Term(tree, value, List.of());
			}
			List<Term> terms = new ArrayList<>();
			for (Term part : parts) {
				forget(part);
				terms.addAll(part.terms.isEmpty() ? List.of(part) : part.terms);
			}
			this.sums.add(new Sum(tree, position, terms));
			return new Term(tree, value, terms);
		}

		// The terms of a sum that is a part of another one are terms of the whole.
		private void forget(Term part) {
			if (!part.terms.isEmpty()) {
				int last = this.sums.size() - 1;
				while (this.sums.get(last).tree != part.tree) {
					last--;
				}
				this.sums.remove(last);
			}
		}

		private static boolean isSum(Expression tree) {
			return tree instanceof Numeric numeric && switch (numeric.op()) {
				case I32_ADD, I64_ADD, I32_OR, I64_OR -> true;
				default -> false;
			};
		}

		private void multiplied(int factor, int other) {
			this.partners.computeIfAbsent(factor, (key) -> new LinkedHashSet<>()).add(other);
		}

		// Whether one of its terms is the product of upper halves.
		private void find(Sum sum) {
			if (this.changes.containsKey(sum.tree)) {
				return;
			}
			for (int term : sum.terms.stream().flatMap((each) -> this.values.terms(each.value).stream()).toList()) {
				Value product = this.values.get(term);
				if (product.form() == Form.PRODUCT && find(sum, product.operands().get(0), product.operands().get(1))) {
					return;
				}
			}
		}

		private boolean find(Sum sum, int one, int other) {
			for (Halves first : halves(one, other)) {
				for (Halves second : halves(other, one)) {
					if (!isMultiplied(first, second) || this.trials++ >= MOST_TRIALS) {
						continue;
					}
					HalfProducts products = new HalfProducts(this.values, first, second);
					for (Sums way : products.ways()) {
						Sum rest = sum.without(way.upper(), this.values);
						if (rest != null && multiply(sum, rest, way, first, second)) {
							return true;
						}
					}
				}
			}
			return false;
		}

		private boolean isMultiplied(Halves one, Halves other) {
			Set<Integer> lows = this.partners.getOrDefault(one.low(), Set.of());
			return lows.contains(other.low()) && lows.contains(other.high())
					&& this.partners.getOrDefault(one.high(), Set.of()).contains(other.low());
		}

		// What the number may be whose upper half is multiplied by another upper half.
		private List<Halves> halves(int high, int other) {
			Value value = this.values.get(high);
			if (isUpperHalf(value)) {
				int half = LineValues.size(value.kind()) / 2;
				return List.of(new Halves(high, this.values.low(value.operands().getFirst(), half)));
			}
			if (!isHalf(high)) {
				return List.of();
			}
			return this.partners.getOrDefault(other, Set.of())
				.stream()
				.filter((low) -> low != high)
				.limit(MOST_PARTNERS)
				.map((low) -> new Halves(high, low))
				.toList();
		}

		private boolean isHalf(int value) {
			return this.values.bits(value) <= LineValues.size(this.values.get(value).kind()) / 2;
		}

		// What is shifted further has few enough bits, but is half of another number.
		private static boolean isUpperHalf(Value value) {
			return value.form() == Form.RIGHT && value.constant() == LineValues.size(value.kind()) / 2;
		}

		private boolean multiply(Sum upper, Sum rest, Sums way, Halves one, Halves other) {
			Factor first = factor(one);
			Factor second = factor(other);
			if (first == null || second == null) {
				return false;
			}
			int known = Math.max(first.known, second.known);
			List<Sum> lower = this.sums.stream()
				.filter((sum) -> sum.position > known && !this.changes.containsKey(sum.tree))
				.map((sum) -> sum.without(way.lower(), this.values))
				.filter(Objects::nonNull)
				.toList();
			int position = lower.stream().mapToInt(Sum::position).reduce(upper.position, Math::min);
			if (position <= known) {
				return false;
			}
			Product product = product(first.read(position), second.read(position), position);
			this.changes.put(upper.tree, rest.and(product.upper().get()));
			lower.forEach((sum) -> this.changes.put(sum.tree, sum.and(product.lower().get())));
			return true;
		}

		private @Nullable Factor factor(Halves halves) {
			Value high = this.values.get(halves.high());
			if (isUpperHalf(high)) {
				int whole = high.operands().getFirst();
				Home home = this.values.home(whole);
				if (home != null) {
					return new Factor(home.position(), (position) -> keep(whole, home, position));
				}
			}
			Home upper = this.values.home(halves.high());
			Home lower = this.values.home(halves.low());
			if (upper == null || lower == null) {
				return null;
			}
			return new Factor(Math.max(upper.position(), lower.position()),
					(position) -> joined(keep(halves.high(), upper, position), keep(halves.low(), lower, position),
							position));
		}

		private Expression joined(Expression high, Expression low, int position) {
			boolean isInt = high.kind() == Kind.INT;
			Expression by = Constant.of(high.kind(), LineValues.size(high.kind()) / 2);
			Expression shifted = new Numeric(isInt ? NumericOp.I32_SHL : NumericOp.I64_SHL, 0, high, by);
			return temporary(new Numeric(isInt ? NumericOp.I32_OR : NumericOp.I64_OR, 0, shifted, low), position);
		}

		// What a value can be read from in front of a statement.
		private Expression keep(int value, Home home, int position) {
			Variable variable = home.variable();
			int first = home.position() + 1;
			if (variable.isTemporary() || !isAssigned(variable, first, position)) {
				return Read.of(variable);
			}
			// Loops begin with a poll.
			int begin = (this.statements.get(first) instanceof Poll) ? first + 1 : first;
			return this.kept.computeIfAbsent(value, (key) -> temporary(Read.of(variable), begin));
		}

		private boolean isAssigned(Variable variable, int from, int to) {
			return this.statements.subList(from, to)
				.stream()
				.anyMatch((statement) -> statement instanceof Assign assign && assign.variable() == variable);
		}

		private Expression temporary(Expression value, int position) {
			Variable temporary = WideProducts.this.body.variables().temporary(value.kind());
			this.inserted.get(position).add(new Assign(temporary, value));
			return Read.of(temporary);
		}

		private Product product(Expression one, Expression other, int position) {
			if (one.kind() == Kind.LONG) {
				Expression first = temporary(one, position);
				Expression second = temporary(other, position);
				return new Product(() -> new HighProduct(false, first, second),
						() -> new Numeric(NumericOp.I64_MUL, 0, first, second));
			}
			Expression wide = temporary(new Numeric(NumericOp.I64_MUL, 0, extended(one), extended(other)), position);
			Expression size = Constant.of(Kind.LONG, Integer.SIZE);
			return new Product(
					() -> new Numeric(NumericOp.I32_WRAP_I64, 0, new Numeric(NumericOp.I64_SHR_U, 0, wide, size)),
					() -> new Numeric(NumericOp.I32_WRAP_I64, 0, wide));
		}

		private static Expression extended(Expression value) {
			return new Numeric(NumericOp.I64_EXTEND_I32_U, 0, value);
		}

		private Expression changed(Expression tree) {
			Sum change = this.changes.get(tree);
			if (change != null) {
				NumericOp add = (tree.kind() == Kind.INT) ? NumericOp.I32_ADD : NumericOp.I64_ADD;
				return change.terms.stream()
					.map((term) -> changed(term.tree))
					.reduce((one, other) -> new Numeric(add, 0, one, other))
					.orElseThrow();
			}
			return tree.map(this::changed);
		}

	}

	/// The halves of a product.
	///
	/// @param upper makes a tree that computes the upper half
	/// @param lower makes one that computes the lower half
	private record Product(Supplier<Expression> upper, Supplier<Expression> lower) {
	}

	/// A factor of a product.
	///
	/// @param known behind which statement of the line it can be computed
	/// @param reading reads it in front of a statement
	private record Factor(int known, IntFunction<Expression> reading) {

		Expression read(int position) {
			return this.reading.apply(position);
		}

	}

	/// What is added.
	///
	/// @param tree what computes it
	/// @param value its number
	/// @param terms what it adds up itself, if anything
	private record Term(Expression tree, int value, List<Term> terms) {
	}

	/// A sum.
	///
	/// @param tree what computes it
	/// @param position the statement it is in
	/// @param terms its terms
	private record Sum(Expression tree, int position, List<Term> terms) {

		// What is left without some values, null if they are not among them.
		@Nullable Sum without(List<Integer> values, LineValues numbers) {
			List<Integer> missing = new ArrayList<>(values);
			List<Term> rest = new ArrayList<>();
			for (Term term : this.terms) {
				if (!Effects.isRemovable(term.tree.effects()) || !removeAll(missing, numbers.terms(term.value))) {
					rest.add(term);
				}
			}
			return missing.isEmpty() ? new Sum(this.tree, this.position, rest) : null;
		}

		private static boolean removeAll(List<Integer> missing, List<Integer> terms) {
			Deque<Integer> left = new ArrayDeque<>(missing);
			for (Integer term : terms) {
				if (!left.removeFirstOccurrence(term)) {
					return false;
				}
			}
			missing.clear();
			missing.addAll(left);
			return true;
		}

		// With one term more, which has no number.
		Sum and(Expression term) {
			List<Term> more = new ArrayList<>(this.terms);
			more.add(new Term(term, -1, List.of()));
			return new Sum(this.tree, this.position, more);
		}

	}

}
