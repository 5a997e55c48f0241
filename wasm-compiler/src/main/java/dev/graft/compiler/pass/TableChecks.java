package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.MemoryBytes;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.pass.LimitedSums.Sum;
import org.jspecify.annotations.Nullable;

/// Asks in front of an innermost loop whether the tables that its rounds look something
/// up in lie within the memory, and leaves out the checks of these accesses if so.
///
/// ```
///                                      inside = (unsigned) v1 + 1020 + 4 <= size
///     L0:                            L0:
///       poll                           poll
///       …                              …
///                                      v4 = v1 + (load8_u v2) * 4
///                                      if (inside) goto L1
///                                ─▶    check v4
///                                    L1:
///       v3 = (load v1 +                v3 = (load unchecked v4)
///             (load8_u v2) * 4)
///       …                              …
///       if (…) goto L0                 if (…) goto L0
/// ```
///
/// The index is never greater than a constant, so all that the loop may look at is known
/// before. If that is not within the memory, each access is checked where it was: what is
/// looked up may be. HotSpot leaves that way out as long as nobody takes it, and then asks
/// in front of the loop alone. A memory does not shrink, so calls make no difference.
///
/// The address is computed and checked right in front of the statement with the access, of
/// which nobody could notice anything before: no store, no call, no other kind of trap.
public final class TableChecks {

	/// Larger loops have other costs.
	private static final int MOST_STATEMENTS = 400;

	/// More would cost too much in front of the loop.
	private static final int MOST_TABLES = 8;

	/// How far an access may check from its own place, on behalf of others.
	private static final long FURTHEST = 1L << 12;

	private final Body body;

	private final List<Statement> statements;

	private final Loops loops;

	private final List<Statement> rewritten;

	private TableChecks(Body body) {
		this.body = body;
		this.statements = body.statements();
		this.loops = Loops.of(body);
		this.rewritten = new ArrayList<>(body.statements().size() + 16);
	}

	/// Rewrites loops of a body.
	/// @param body the body; memory accesses have been planned
	/// @param rare the headers of loops that hardly ever run
	public static void apply(Body body, Set<Label> rare) {
		if (Loops.areIn(body)) {
			new TableChecks(body).rewrite(rare);
		}
	}

	private void rewrite(Set<Label> rare) {
		int position = 0;
		while (position < this.statements.size()) {
			Statement statement = this.statements.get(position);
			if (this.loops.isHeader(position) && statement instanceof Mark mark && !rare.contains(mark.label())
					&& isSuitable(position)) {
				int end = this.loops.end(position);
				rewrite(this.statements.subList(position, end));
				position = end;
			}
			else {
				this.rewritten.add(statement);
				position++;
			}
		}
		if (this.rewritten.size() > this.statements.size()) {
			this.statements.clear();
			this.statements.addAll(this.rewritten);
		}
	}

	// An innermost loop with checks, into which and out of whose regions nothing leads.
	private boolean isSuitable(int header) {
		int end = this.loops.end(header);
		if (end - header > MOST_STATEMENTS) {
			return false;
		}
		boolean checks = false;
		for (int position = header + 1; position < end; position++) {
			Statement statement = this.statements.get(position);
			if (this.loops.isHeader(position) || statement instanceof Enter || statement instanceof Leave) {
				return false;
			}
			checks |= (statement.effects() & Effects.READS_MEMORY) != 0
					&& (statement.effects() & Effects.READS_SIZE) != 0;
		}
		return checks && this.loops.isEnteredFromAbove(header);
	}

	private void rewrite(List<Statement> loop) {
		Map<Place, Table> tables = new LinkedHashMap<>();
		forEach(loop, (statement, sums) -> find(statement, sums, tables));
		if (tables.isEmpty() || tables.size() > MOST_TABLES) {
			this.rewritten.addAll(loop);
			return;
		}
		Variable inside = this.body.variables().variable(Kind.INT);
		this.rewritten.add(new Assign(inside, areInside(tables.values().iterator())));
		forEach(loop, (statement, sums) -> rewrite(statement, sums, inside));
	}

	private static void forEach(List<Statement> loop, Visitor visitor) {
		LimitedSums sums = new LimitedSums(loop);
		for (int position = 0; position < loop.size(); position++) {
			visitor.visit(loop.get(position), sums);
			sums.pass(loop, position);
		}
	}

	// Finding

	private static void find(Statement statement, LimitedSums sums, Map<Place, Table> tables) {
		if (CombinedChecks.isQuiet(statement)) {
			if (statement instanceof Store store) {
				find(store.access(), store.address(), sums, tables);
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				find(statement.operand(number), sums, tables);
			}
		}
	}

	private static void find(Expression tree, LimitedSums sums, Map<Place, Table> tables) {
		if ((tree.effects() & Effects.READS_MEMORY) == 0) {
			return;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			find(tree.operand(number), sums, tables);
		}
		if (tree instanceof Load load) {
			find(load.access(), load.operand(0), sums, tables);
		}
	}

	private static void find(Access access, Expression address, LimitedSums sums, Map<Place, Table> tables) {
		Sum sum = looksUp(access, address, sums);
		if (sum != null && access.check() instanceof Check.Own(long end)) {
			tables.merge(new Place(sum.factors(), access.memoryIndex()),
					new Table(access, sum, sum.constant() + sum.most() + end), Table::and);
		}
	}

	// The address of an access with an index that is not always the same, null if it is
	// something else.
	private static @Nullable Sum looksUp(Access access, Expression address, LimitedSums sums) {
		boolean near = access.check() instanceof Check.Own(long end) && end - access.offset() <= FURTHEST;
		if (!near || address.kind() != Kind.INT) {
			return null;
		}
		Sum sum = sums.of(address);
		return (sum != null && sum.most() > 0) ? sum : null;
	}

	// Rewriting

	private static Expression areInside(Iterator<Table> tables) {
		Expression result = tables.next().isInside();
		while (tables.hasNext()) {
			result = new Numeric(NumericOp.I32_AND, 0, result, tables.next().isInside());
		}
		return result;
	}

	private void rewrite(Statement statement, LimitedSums sums, Variable inside) {
		this.rewritten
			.add(CombinedChecks.isQuiet(statement) ? new LookUps(sums, inside).unchecked(statement) : statement);
	}

	/// What is done with a statement.
	private interface Visitor {

		/// @param sums what is known in front of the statement
		void visit(Statement statement, LimitedSums sums);

	}

	/// Where tables are but for a constant.
	private record Place(NavigableMap<Variable, Integer> factors, int memoryIndex) {
	}

	/// What one statement looks up, in the order in which it does so.
	private final class LookUps {

		private final LimitedSums sums;

		private final Variable inside;

		/// Whether something has been met that checks and stays in the statement.
		private boolean hasChecked;

		LookUps(LimitedSums sums, Variable inside) {
			this.sums = sums;
			this.inside = inside;
		}

		Statement unchecked(Statement statement) {
			Statement mapped = statement.map(this::unchecked);
			if (mapped instanceof Store store && looksUp(store.access(), store.address(), this.sums) != null) {
				Expression address = checked(store.access(), store.address());
				return new Store(store.access().checkedBy(Check.ByOther.BEFORE), address, store.value());
			}
			return mapped;
		}

		private Expression unchecked(Expression tree) {
			if ((tree.effects() & Effects.READS_MEMORY) == 0) {
				return tree;
			}
			boolean hadChecked = this.hasChecked;
			Expression mapped = tree.map(this::unchecked);
			if (!(mapped instanceof Load load)) {
				return mapped;
			}
			if (looksUp(load.access(), tree.operand(0), this.sums) == null) {
				this.hasChecked |= load.access().checks();
				return load;
			}
			Expression address = hadChecked ? checkedByItself(load.operand(0)) : load.operand(0);
			this.hasChecked = hadChecked;
			return new Load(load.access().checkedBy(Check.ByOther.BEFORE), checked(load.access(), address));
		}

		// The address is computed in front of the statement, and what checks for one of
		// its loads may stay there.
		private static Expression checkedByItself(Expression tree) {
			Expression mapped = tree.map(LookUps::checkedByItself);
			return (mapped instanceof Load load && load.access().check() == Check.ByOther.BEFORE)
					? new Load(load.access().checkedBy(new Check.Own(load.access().end())), load.operand(0)) : mapped;
		}

		private Expression checked(Access access, Expression address) {
			Variable variable = TableChecks.this.body.variables().variable(Kind.INT);
			Label label = TableChecks.this.body.variables().label(false);
			long end = (access.check() instanceof Check.Own(long checked)) ? checked : access.end();
			TableChecks.this.rewritten.add(new Assign(variable, address));
			TableChecks.this.rewritten.add(new JumpIf(Read.of(this.inside), true, label));
			TableChecks.this.rewritten
				.add(new Evaluate(new CheckedAddress(access, (int) (end - access.offset()), Read.of(variable))));
			TableChecks.this.rewritten.add(new Mark(label));
			return Read.of(variable);
		}

	}

	/// What a loop looks up at one place.
	///
	/// @param access one of the accesses
	/// @param first where it begins
	/// @param end up to where the memory has to reach, from the variables' sum
	private record Table(Access access, Sum first, long end) {

		Table and(Table other) {
			Sum least = (other.first.constant() < this.first.constant()) ? other.first : this.first;
			return new Table(this.access, least, Math.max(this.end, other.end));
		}

		// No address wraps around then, as no memory goes on behind the last one.
		Expression isInside() {
			Expression begin = new Numeric(NumericOp.I64_EXTEND_I32_U, 0, this.first.least());
			Expression last = new Numeric(NumericOp.I64_ADD, 0, begin,
					Constant.of(Kind.LONG, this.end - this.first.constant()));
			return new Numeric(NumericOp.I64_LE_S, 0, last, bytes());
		}

		private Expression bytes() {
			Variable bound = this.access.bound();
			return (bound != null) ? Read.of(bound) : new MemoryBytes(this.access.memoryIndex());
		}

	}

}
