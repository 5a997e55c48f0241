package dev.graft.compiler.pass;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.CheckedRanges.Range;
import dev.graft.compiler.pass.CheckedRanges.Sum;
import org.jspecify.annotations.Nullable;

/// Leaves out checks of accesses that lie within what has been checked before, on every
/// way to them.
///
/// ```
///   v2 = (i32.load +0 v1)              v2 = (i32.load +0 checked to +12 v1)
///   v3 = (i32.load +8 v1)     ─▶       v3 = (i32.load +8 unchecked v1)
///   i32.store +4 v1 v2                 i32.store +4 unchecked v1 v2
/// ```
///
/// As in the second line, a load checks on behalf of those behind it what lies further
/// away, if there is nothing between them that anybody could notice: no store, no call, no
/// jump, no other kind of trap. If that fails, then because one of them would have.
///
/// Only addresses of 32 bits are looked at.
public final class RedundantChecks {

	private final Body body;

	private final Loops loops;

	private final Map<Label, CheckedRanges> arrivals = new HashMap<>();

	private final Set<Label> handlers = new HashSet<>();

	private final Set<Label> passed = new HashSet<>();

	/// What is known where the analysis is; null where control does not come.
	private @Nullable CheckedRanges known = CheckedRanges.none();

	/// For each check in order up to where the memory has to reach; 0 if it is left out.
	private long[] ends = new long[64];

	private int checks;

	/// The first check that may still be made on behalf of later accesses.
	private int firstOpen;

	private boolean found;

	private @Nullable Assignments assignments;

	private RedundantChecks(Body body) {
		this.body = body;
		this.loops = Loops.of(body);
	}

	/// Removes checks from a body.
	/// @param body the body; memory accesses have been planned
	public static void remove(Body body) {
		RedundantChecks checks = new RedundantChecks(body);
		checks.find();
		if (checks.found) {
			checks.rewrite();
		}
	}

	// Finding

	private void find() {
		List<Statement> statements = this.body.statements();
		for (Statement statement : statements) {
			if (statement instanceof Enter enter && enter.region().isHandled()) {
				this.handlers.add(enter.region().handler());
			}
		}
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Mark mark) {
				arrive(mark.label(), position);
			}
			else {
				find(statements.get(position));
			}
		}
	}

	private void arrive(Label label, int position) {
		this.passed.add(label);
		CheckedRanges jumped = this.arrivals.remove(label);
		if (this.handlers.contains(label)) {
			this.known = CheckedRanges.none();
		}
		else if (this.known == null) {
			this.known = (jumped != null) ? jumped : CheckedRanges.none();
		}
		else if (jumped != null) {
			this.known = this.known.or(jumped);
		}
		if (this.loops.isHeader(position) && this.loops.isEnteredAside(position)) {
			this.known = CheckedRanges.none();
		}
		else if (this.loops.isHeader(position) && !this.known.isEmpty()) {
			int end = this.loops.end(position);
			this.known.forgetAll((variable) -> assignments().isAny(variable, position, end));
		}
		close();
	}

	// Loops in each other have most of their statements in common, and little is known
	// at a time. So what is known is looked up, not collected what is assigned.
	private Assignments assignments() {
		Assignments found = this.assignments;
		if (found == null) {
			found = Assignments.of(this.body);
			this.assignments = found;
		}
		return found;
	}

	private void find(Statement statement) {
		CheckedRanges ranges = (this.known != null) ? this.known : CheckedRanges.none();
		for (int number = 0; number < statement.operandCount(); number++) {
			find(statement.operand(number), ranges);
		}
		switch (statement) {
			case Store store -> {
				check(store.access(), store.address(), ranges);
				close();
			}
			case Assign assign -> {
				if (assign.variable().kind() == Kind.INT) {
					ranges.assign(assign.variable(), ranges.sum(assign.value()));
				}
			}
			case Evaluate _ -> {
			}
			default -> close();
		}
		if (statement instanceof Switch table) {
			Set<Label> targets = new HashSet<>(List.of(table.targets()));
			targets.add(table.otherwise());
			targets.forEach((target) -> jump(target, ranges));
		}
		else {
			statement.forEachTarget((target) -> jump(target, ranges));
		}
		if (statement.endsLine()) {
			this.known = null;
		}
	}

	// At a jump back all is known that is known at the header: what changes within a loop
	// is unknown there.
	private void jump(Label target, CheckedRanges ranges) {
		if (!this.passed.contains(target)) {
			CheckedRanges arrived = this.arrivals.get(target);
			this.arrivals.put(target, (arrived != null) ? arrived.or(ranges) : ranges.copy());
		}
	}

	private void find(Expression tree, CheckedRanges ranges) {
		for (int number = 0; number < tree.operandCount(); number++) {
			find(tree.operand(number), ranges);
		}
		switch (tree) {
			case Load load -> check(load.access(), load.operand(0), ranges);
			case CheckedAddress checked -> {
				Sum sum = ranges.sum(checked.operand(0));
				if (sum != null) {
					ranges.add(new Range(checked.access().memoryIndex(), sum,
							checked.access().offset() + checked.bytes(), Range.NO_CHECK));
				}
			}
			case Numeric numeric -> {
				if (numeric.site() != 0) {
					close();
				}
			}
			case Select _ -> {
			}
			default -> {
				if (!Effects.isRemovable(tree.effects())) {
					close();
				}
			}
		}
	}

	private void check(Access access, Expression address, CheckedRanges ranges) {
		if (!access.checks()) {
			return;
		}
		int check = this.checks++;
		if (check == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, check * 2);
		}
		this.ends[check] = access.end();
		Sum sum = ranges.sum(address);
		if (sum == null) {
			return;
		}
		int memory = access.memoryIndex();
		if (!ranges.reaches(memory, sum, access.end())) {
			extend(ranges.at(memory, sum), access.end(), ranges);
		}
		if (ranges.reaches(memory, sum, access.end())) {
			this.ends[check] = 0;
			this.found = true;
		}
		else {
			ranges.add(new Range(memory, sum, access.end(), check));
		}
	}

	// An earlier check at the same address looks further, if it still may.
	private void extend(@Nullable Range range, long end, CheckedRanges ranges) {
		if (range != null && range.check() >= this.firstOpen) {
			this.ends[range.check()] = end;
			ranges.add(new Range(range.memoryIndex(), range.sum(), end, range.check()));
		}
	}

	// From here on everything happens before later accesses are checked.
	private void close() {
		this.firstOpen = this.checks;
	}

	// Rewriting

	private void rewrite() {
		this.checks = 0;
		this.body.statements().replaceAll(this::rewrite);
	}

	private Statement rewrite(Statement statement) {
		Statement result = statement.map(this::rewrite);
		return (result instanceof Store store && store.access().checks())
				? new Store(decided(store.access(), store.address()), store.address(), store.value()) : result;
	}

	private Expression rewrite(Expression tree) {
		if ((tree.effects() & Effects.READS_MEMORY) == 0) {
			return tree;
		}
		Expression result = tree.map(this::rewrite);
		return (result instanceof Load load && load.access().checks())
				? new Load(decided(load.access(), load.operand(0)), load.operand(0)) : result;
	}

	// The end of an access with an address of 64 bits may be 2^64, which comes out as 0.
	private Access decided(Access access, Expression address) {
		long end = this.ends[this.checks++];
		if (address.kind() == Kind.LONG) {
			return access;
		}
		return access.checkedBy((end == 0) ? Check.ByOther.BEFORE : new Check.Own(end));
	}

}
