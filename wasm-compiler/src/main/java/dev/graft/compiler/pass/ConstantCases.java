package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Lookup;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Looks up in a table what the cases of a switch do nothing else than to choose.
///
/// ```
///     switch v1 [L1, L2, …] else L0             unless (v1 < 9) goto L0
///   L1:                                         v2 = (one of 9 v1)
///     v2 = 17                       ─▶          goto L9
///     goto L9                                   …
///   L2:                                       L9:
///     v2 = 4
///     goto L9
///     …
///   L9:
/// ```
///
/// Cases that do something else stay. Most compilers make such tables themselves, but
/// none does of each switch.
public final class ConstantCases {

	/// Fewer entries are told apart as quickly.
	private static final int FEWEST = 24;

	/// A string holds so many characters, be they of two bytes each.
	private static final int MOST = 1 << 14;

	/// So many entries that choose no constant are compared one by one.
	private static final int MOST_OTHERS = 3;

	private final Body body;

	private final List<Statement> statements;

	/// Where labels are, by number.
	private final int[] places;

	/// How many jumps lead to labels, by number.
	private final int[] jumps;

	/// What stands in tables now.
	private final Map<Label, Choice> lookedUp = new HashMap<>();

	private ConstantCases(Body body) {
		this.body = body;
		this.statements = List.copyOf(body.statements());
		this.places = new int[body.variables().labels()];
		this.jumps = new int[this.places.length];
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Mark mark) {
				this.places[mark.label().number()] = position;
			}
			statement.forEachTarget((target) -> this.jumps[target.number()]++);
		}
	}

	/// Rewrites the switches of a body.
	/// @param body the body; labels have been merged
	public static void apply(Body body) {
		if (body.statements().stream().anyMatch(ConstantCases::suits)) {
			new ConstantCases(body).rewrite();
		}
	}

	private static boolean suits(Statement statement) {
		return statement instanceof Switch table && FEWEST <= table.targets().length && table.targets().length <= MOST;
	}

	private void rewrite() {
		List<Statement> rewritten = this.body.statements();
		rewritten.clear();
		boolean goesOn = true;
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			Choice left = goesOn ? null : left(statement);
			if (left != null) {
				position += left.statements;
			}
			else if (statement instanceof Switch table && suits(table)) {
				rewrite(table, rewritten);
				goesOn = false;
			}
			else {
				rewritten.add(statement);
				goesOn = !statement.endsLine();
			}
		}
	}

	// What nobody jumps to any more, as it stands in a table.
	private @Nullable Choice left(Statement statement) {
		boolean isLeft = statement instanceof Mark mark && this.jumps[mark.label().number()] == 0;
		return isLeft ? this.lookedUp.get(((Mark) statement).label()) : null;
	}

	private void rewrite(Switch table, List<Statement> rewritten) {
		Map<Label, Choice> choices = choices(table);
		Label[] targets = table.targets().clone();
		if (Arrays.stream(targets).filter(choices::containsKey).count() < FEWEST) {
			rewritten.add(table);
			return;
		}
		Expression index = table.index();
		if (!(index instanceof Read)) {
			Variable once = this.body.variables().variable(Kind.INT);
			rewritten.add(new Assign(once, index));
			index = Read.of(once);
		}
		Label found = this.body.variables().label(false);
		int[] numbers = new int[targets.length];
		for (int entry = 0; entry < targets.length; entry++) {
			Choice choice = choices.get(targets[entry]);
			if (choice != null) {
				numbers[entry] = choice.number;
				this.jumps[targets[entry].number()]--;
				targets[entry] = found;
			}
		}
		choose(new Switch(index, targets, table.otherwise()), found, rewritten);
		this.lookedUp.putAll(choices);
		Outcome outcome = choices.values().iterator().next().outcome;
		if (outcome.goesOn != null) {
			this.jumps[outcome.goesOn.number()]++;
		}
		outcome.add(Lookup.number(numbers, index), rewritten);
	}

	// Goes on behind it if the switch would lead to a label. Where that is nearly always
	// so, comparing is quicker than a table.
	private static void choose(Switch table, Label found, List<Statement> rewritten) {
		Label[] targets = table.targets();
		int[] others = IntStream.range(0, targets.length).filter((entry) -> targets[entry] != found).toArray();
		if (others.length > MOST_OTHERS) {
			rewritten.add(table);
			rewritten.add(new Mark(found));
			return;
		}
		for (int entry : others) {
			Expression equal = new Numeric(NumericOp.I32_EQ, 0, table.index(), Constant.ofInt(entry));
			rewritten.add(new JumpIf(equal, true, targets[entry]));
		}
		Expression within = new Numeric(NumericOp.I32_LT_U, 0, table.index(), Constant.ofInt(targets.length));
		rewritten.add(new JumpIf(within, false, table.otherwise()));
	}

	/// What targets choose that have the most frequent outcome.
	private Map<Label, Choice> choices(Switch table) {
		Map<Label, Choice> choices = new LinkedHashMap<>();
		Map<Outcome, Integer> entries = new LinkedHashMap<>();
		for (Label target : table.targets()) {
			Choice choice = choices.containsKey(target) ? choices.get(target) : choice(target);
			if (choice != null) {
				choices.put(target, choice);
				entries.merge(choice.outcome, 1, Integer::sum);
			}
		}
		int most = entries.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		Outcome outcome = entries.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == most)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
		choices.values().removeIf((choice) -> !choice.outcome.equals(outcome));
		return choices;
	}

	private @Nullable Choice choice(Label target) {
		int place = this.places[target.number()] + 1;
		if (target.isLoop() || place >= this.statements.size()) {
			return null;
		}
		Statement statement = this.statements.get(place);
		if (statement instanceof Return(Constant number) && number.kind() == Kind.INT) {
			return new Choice((int) number.bits(), 1, new Outcome(null, null));
		}
		if (statement instanceof Assign(Variable variable, Constant number) && number.kind() == Kind.INT) {
			return switch (this.statements.get(place + 1)) {
				case Jump jump -> new Choice((int) number.bits(), 2, new Outcome(variable, jump.target()));
				case Mark mark -> new Choice((int) number.bits(), 1, new Outcome(variable, mark.label()));
				default -> null;
			};
		}
		return null;
	}

	/// What a case chooses.
	///
	/// @param number the constant
	/// @param statements how many statements it takes
	/// @param outcome what becomes of it
	private record Choice(int number, int statements, Outcome outcome) {

	}

	/// What becomes of a constant: it is assigned, or returned.
	///
	/// @param variable what it is assigned to
	/// @param goesOn where control goes on then
	private record Outcome(@Nullable Variable variable, @Nullable Label goesOn) {

		void add(Expression value, List<Statement> to) {
			if (this.variable != null && this.goesOn != null) {
				to.add(new Assign(this.variable, value));
				to.add(new Jump(this.goesOn));
			}
			else {
				to.add(new Return(value));
			}
		}

	}

}
