package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.LargeSwitch;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Renaming;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Transfer;
import dev.graft.compiler.ir.Statement.Trap;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Transferred;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Makes a piece of a range, and the call that takes its place.
///
/// ```
///   a range with two exits and a result v3:             the piece, with its own variables:
///
///   number = call piece (v1, v2)                        v1 = v0 …
///   v3 = transferI0                                     if (…) goto exit1
///   if (number) goto L7                                 exit0:  transferI0 = v2;  return 0
///   …                                                   exit1:  transferI0 = v2;  return 1
/// ```
///
/// What is too much for arguments is left in transfer fields before the call.
///
/// A range with one exit needs no number: it returns its first result instead, and only
/// the others are transferred. One that only ends by returning from the function returns
/// what the function returns.
final class Outliner {

	/// How many more values the exits together may leave, each for itself, than there
	/// are.
	private static final int MOST_SEPARATE_RESULTS = 24;

	private final BodyFacts facts;

	private final Range range;

	private final Body body;

	private final Body.Variables own = new Body.Variables();

	private final Renaming renaming = new Renaming(this.own);

	private final List<Statement> code = new ArrayList<>();

	private final List<Variable> parameters = new ArrayList<>();

	private final Parameters passed;

	/// Where each result stands among the transferred values of its kind, behind them
	/// what the function returns; and where each parameter does that is no argument.
	private final TransferLayout layout;

	private final @Nullable Variable entry;

	private final Exits enclosing;

	/// @param enclosing what all calls in the body have in common
	/// @param passed how its parameters get into it
	/// @param taken for each kind: how many transfer fields are in use around the range
	Outliner(BodyFacts facts, Range range, Exits enclosing, Parameters passed, Map<Kind, Integer> taken) {
		this.passed = passed;
		this.enclosing = enclosing;
		this.facts = facts;
		this.range = range;
		this.body = facts.body();
		this.layout = new TransferLayout(passed.transferred(), range.results(), taken);
		this.entry = range.entries().isEmpty() ? null : this.own.variable(Kind.INT);
	}

	/// The transferred values.
	TransferLayout layout() {
		return this.layout;
	}

	private boolean onlyReturns() {
		return this.range.returns() && this.range.exitCount() == 1;
	}

	private boolean hasDirectResult() {
		return this.range.exitCount() == 1 && !this.range.returns() && !this.range.results().isEmpty();
	}

	private List<Variable> transferredResults() {
		List<Variable> results = this.range.results();
		return hasDirectResult() ? results.subList(1, results.size()) : results;
	}

	private boolean needsNumber() {
		return this.range.exitCount() > 1;
	}

	private Kind result() {
		if (onlyReturns()) {
			return this.body.result();
		}
		if (hasDirectResult()) {
			return this.range.results().getFirst().kind();
		}
		return needsNumber() ? Kind.INT : Kind.VOID;
	}

	/// The piece.
	Body piece() {
		if (this.entry != null) {
			this.parameters.add(this.entry);
		}
		this.passed.arguments().forEach((parameter) -> this.parameters.add(this.renaming.of(parameter)));
		for (Variable parameter : this.passed.transferred()) {
			Expression value = new Transferred(parameter.kind(), this.layout.parameter(parameter));
			this.code.add(new Assign(this.renaming.of(parameter), value));
		}
		dispatchEntries();
		Label fallOut = this.own.label(false);
		Label giveBack = this.own.label(false);
		List<Label> exits = new ArrayList<>();
		for (Label exit : this.range.exits()) {
			Label inside = this.own.label(false);
			exits.add(inside);
			this.renaming.put(exit, inside);
		}
		@Nullable Variable returned = (this.range.returns() && !onlyReturns() && this.body.result() != Kind.VOID)
				? this.own.variable(this.body.result()) : null;
		enterRegions();
		for (int position = this.range.from(); position < this.range.to(); position++) {
			add(this.facts.statement(position), returned, giveBack);
		}
		leaveRegions();
		addExits(fallOut, exits);
		if (this.range.returns() && !onlyReturns()) {
			this.code.add(new Mark(giveBack));
			if (returned != null) {
				this.code.add(new Transfer(this.layout.returned(returned.kind()), Read.of(returned)));
			}
			this.code.add(new Return(Constant.ofInt(this.range.exitCount() - 1)));
		}
		return new Body(this.own, this.parameters, result(), this.code);
	}

	// Each part of a region that has been cut becomes a region of its own. Where its
	// handler is not in the range, that is an exit.
	private void enterRegions() {
		Region wrapping = this.range.exceptions().wrapping();
		if (wrapping != null) {
			this.code.add(new Enter(this.renaming.of(wrapping)));
		}
		this.range.exceptions().closed().forEach((region) -> this.code.add(new Enter(this.renaming.of(region))));
	}

	private void leaveRegions() {
		this.range.exceptions().opened().forEach((region) -> this.code.add(new Leave()));
		if (this.range.exceptions().wrapping() != null) {
			this.code.add(new Leave());
		}
	}

	private void dispatchEntries() {
		if (this.entry == null) {
			return;
		}
		List<Label> targets = new ArrayList<>();
		Label start = this.own.label(false);
		targets.add(start);
		this.range.entries().forEach((entryLabel) -> targets.add(this.renaming.of(entryLabel)));
		Label otherwise = this.range.fallsIn() ? start : targets.getLast();
		if (!this.range.fallsIn()) {
			targets.set(0, otherwise);
		}
		LargeSwitch.emit(this.own, this.code, Read.of(this.entry), targets.toArray(new Label[0]), otherwise);
		if (this.range.fallsIn()) {
			this.code.add(new Mark(start));
		}
	}

	private void add(Statement statement, @Nullable Variable returned, Label giveBack) {
		if (!(statement instanceof Return give) || onlyReturns()) {
			this.code.add(this.renaming.of(statement));
			return;
		}
		if (give.value() != null && returned != null) {
			this.code.add(new Assign(returned, this.renaming.of(give.value())));
		}
		this.code.add(new Jump(giveBack));
	}

	// Each exit leaves what is live there; if that is much in sum, all of them leave
	// everything, in one place. What is not live has some value or other.
	private void addExits(Label fallOut, List<Label> exits) {
		List<Label> marks = new ArrayList<>();
		List<BitSet> live = new ArrayList<>();
		if (this.range.fallsOut()) {
			// Falls through to here.
			marks.add(fallOut);
			live.add(this.facts.liveAt(this.range.to(), this.range.results()));
		}
		for (int index = 0; index < exits.size(); index++) {
			marks.add(exits.get(index));
			live.add(this.facts.liveAt(this.range.exits().get(index), this.range.results()));
		}
		int separate = 0;
		for (BitSet each : live) {
			separate += each.cardinality();
		}
		int all = this.range.results().size();
		if (separate > all + MOST_SEPARATE_RESULTS) {
			addSharedExit(marks);
			return;
		}
		for (int exit = 0; exit < marks.size(); exit++) {
			this.code.add(new Mark(marks.get(exit)));
			leave(Constant.ofInt(exit), live.get(exit));
		}
	}

	private void addSharedExit(List<Label> marks) {
		Variable exit = this.own.variable(Kind.INT);
		Label end = this.own.label(false);
		for (int number = 0; number < marks.size(); number++) {
			this.code.add(new Mark(marks.get(number)));
			this.code.add(new Assign(exit, Constant.ofInt(number)));
			if (number < marks.size() - 1) {
				this.code.add(new Jump(end));
			}
		}
		this.code.add(new Mark(end));
		BitSet everything = new BitSet();
		everything.set(0, this.range.results().size());
		leave(Read.of(exit), everything);
	}

	// What is live there is told by places among the results.
	private void leave(Expression exit, BitSet live) {
		List<Variable> results = this.range.results();
		for (int place = hasDirectResult() ? 1 : 0; place < results.size(); place++) {
			if (live.get(place)) {
				Variable result = results.get(place);
				this.code.add(new Transfer(this.layout.result(result), Read.of(this.renaming.of(result))));
			}
		}
		if (hasDirectResult()) {
			this.code.add(new Return(Read.of(this.renaming.of(this.range.results().getFirst()))));
		}
		else {
			this.code.add(new Return(needsNumber() ? exit : null));
		}
	}

	/// Adds what takes the place of the range.
	/// @param number the number of the piece
	void addCall(List<Statement> statements, int number) {
		this.range.exceptions().closed().forEach((region) -> statements.add(new Leave()));
		if (this.range.exceptions().escaping()) {
			statements.add(new Enter(Region.NONE));
		}
		addCallAndExits(statements, number);
		if (this.range.exceptions().escaping()) {
			statements.add(new Leave());
		}
		this.range.exceptions().opened().forEach((region) -> statements.add(new Enter(region)));
	}

	private void addCallAndExits(List<Statement> statements, int number) {
		@Nullable Variable selector = (this.entry != null) ? addEntries(statements) : null;
		for (Variable parameter : this.passed.transferred()) {
			statements.add(new Transfer(this.layout.parameter(parameter), Read.of(parameter)));
		}
		Expression call = call(selector, number);
		if (onlyReturns()) {
			if (this.body.result() == Kind.VOID) {
				statements.add(new Evaluate(call));
				statements.add(new Return(null));
			}
			else {
				statements.add(new Return(call));
			}
			return;
		}
		if (hasDirectResult()) {
			statements.add(new Assign(this.range.results().getFirst(), call));
			addResults(statements);
			addGoOn(statements);
			return;
		}
		if (!needsNumber()) {
			statements.add(new Evaluate(call));
			addResults(statements);
			addGoOn(statements);
			return;
		}
		addNumberedExits(statements, call);
	}

	private Variable addEntries(List<Statement> statements) {
		Variable selector = this.body.variables().variable(Kind.INT);
		Label callLabel = this.body.variables().label(false);
		if (this.range.fallsIn()) {
			statements.add(new Assign(selector, Constant.ofInt(0)));
			statements.add(new Jump(callLabel));
		}
		for (int index = 0; index < this.range.entries().size(); index++) {
			statements.add(new Mark(this.range.entries().get(index)));
			statements.add(new Assign(selector, Constant.ofInt(index + 1)));
			statements.add(new Jump(callLabel));
		}
		statements.add(new Mark(callLabel));
		return selector;
	}

	private Expression call(@Nullable Variable selector, int number) {
		List<Expression> arguments = new ArrayList<>();
		if (selector != null) {
			arguments.add(Read.of(selector));
		}
		this.passed.arguments().forEach((parameter) -> arguments.add(Read.of(parameter)));
		return new Call(result(), new Target.Piece(number, this.range.exceptions().thrown()), 0,
				arguments.toArray(new Expression[0]));
	}

	private void addResults(List<Statement> statements) {
		for (Variable result : transferredResults()) {
			statements.add(new Assign(result, new Transferred(result.kind(), this.layout.result(result))));
		}
	}

	// The only way on; none if the piece never comes back.
	private void addGoOn(List<Statement> statements) {
		if (!this.range.exits().isEmpty()) {
			statements.add(new Jump(this.range.exits().getFirst()));
		}
		else if (!this.range.fallsOut()) {
			statements.add(new Trap(0));
		}
	}

	private void addNumberedExits(List<Statement> statements, Expression call) {
		List<Label> targets = new ArrayList<>();
		@Nullable Label goOn = this.range.fallsOut() ? this.body.variables().label(false) : null;
		if (goOn != null) {
			targets.add(goOn);
		}
		targets.addAll(this.range.exits());
		@Nullable Variable returned = null;
		if (this.range.returns()) {
			targets.add(this.enclosing.giveBack());
			returned = this.enclosing.returned();
		}
		Expression selected = call;
		if (!this.range.results().isEmpty() || returned != null || LargeSwitch.isLarge(targets.size())) {
			Variable taken = this.enclosing.number();
			statements.add(new Assign(taken, call));
			addResults(statements);
			if (returned != null) {
				// At once, for between here and there somebody may cut.
				Kind kind = returned.kind();
				statements.add(new Assign(returned, new Transferred(kind, this.layout.returned(kind))));
			}
			selected = Read.of(taken);
		}
		if (targets.size() == 2) {
			statements.add(new JumpIf(selected, true, targets.get(1)));
			if (targets.getFirst() != goOn) {
				statements.add(new Jump(targets.getFirst()));
			}
		}
		else {
			Label last = targets.removeLast();
			LargeSwitch.emit(this.body.variables(), statements, selected, targets.toArray(new Label[0]), last);
		}
		if (goOn != null) {
			statements.add(new Mark(goOn));
		}
	}

}
