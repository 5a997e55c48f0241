package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Statement.Transfer;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Transferred;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.FlowGraph;
import dev.graft.compiler.pass.Liveness;
import dev.graft.compiler.pass.Loops;
import dev.graft.compiler.pass.MeasuredBody;
import dev.graft.compiler.pass.Reads;
import dev.graft.compiler.split.Protection.Borders;
import dev.graft.compiler.split.Range.Exceptions;
import org.jspecify.annotations.Nullable;

/// What has to be known of a body to cut it: sizes, where labels are jumped to from, what
/// is live where.
final class BodyFacts {

	/// From how many on ranges that jump there share how they do it.
	private static final int MANY_JUMPS = 8;

	/// A switch with so many targets in a loop is likely to be an interpreter's.
	private static final int MANY_TARGETS = 16;

	/// How many loops become pieces for nothing but being loops.
	private static final int MOST_LOOPS = 1_000;

	/// How many values such a loop takes through fields or leaves there at most. Each
	/// round of the loop around it passes them. With those of a loop in it they need room
	/// in an instance whose functions have not all been compiled.
	private static final int MOST_PASSED = 12;

	private final Body body;

	private final int[] sizes;

	private final int totalSize;

	private final FlowGraph graph;

	private final Liveness liveness;

	private final Loops loops;

	private final NameEstimate names;

	private final Protection protection;

	private final int[] marks;

	private final int[] firstJumps;

	private final int[] lastJumps;

	private final int[] jumps;

	/// The first and the last of those jumps to each label that do not only tell how a
	/// piece was left.
	private final int[] firstOwnJumps;

	private final int[] lastOwnJumps;

	private final Reads reads;

	private final Steps steps;

	/// The labels that lead from an interpreter's switch to its cases.
	private final BitSet cases = new BitSet();

	private final VariableSet touched;

	private final VariableSet assigned;

	private final VariableSet live;

	private final Consumer<Variable> addToLive;

	/// The look at a range that a label has been found to be an exit in.
	private final int[] exitIn;

	private int looks;

	/// What has been added to what is live.
	private final long[] added;

	private long effort;

	BodyFacts(MeasuredBody measured) {
		this.body = measured.analysis().body();
		this.sizes = measured.sizes();
		this.totalSize = measured.totalSize();
		this.graph = measured.analysis().graph();
		this.liveness = measured.analysis().liveness();
		this.reads = measured.analysis().reads();
		this.loops = measured.analysis().loops();
		this.names = new NameEstimate(this.body.statements(), this.graph, this.liveness);
		this.protection = new Protection(this.body);
		this.marks = new int[this.body.variables().labels()];
		this.firstJumps = new int[this.marks.length];
		this.lastJumps = new int[this.marks.length];
		this.jumps = new int[this.marks.length];
		this.firstOwnJumps = new int[this.marks.length];
		this.lastOwnJumps = new int[this.marks.length];
		this.exitIn = new int[this.marks.length];
		Arrays.fill(this.marks, -1);
		Arrays.fill(this.firstJumps, Integer.MAX_VALUE);
		Arrays.fill(this.lastJumps, -1);
		Arrays.fill(this.firstOwnJumps, Integer.MAX_VALUE);
		Arrays.fill(this.lastOwnJumps, -1);
		BitSet numbers = new BitSet();
		this.touched = new VariableSet(this.body.variables().size());
		this.assigned = new VariableSet(this.body.variables().size());
		this.live = new VariableSet(this.body.variables().size());
		this.added = new long[this.liveness.words()];
		this.addToLive = (variable) -> this.live.add(variable.index());
		this.steps = new Steps(this.body, this.sizes);
		for (int position = 0; position < this.sizes.length; position++) {
			int label = this.steps.label(position);
			if (label >= 0) {
				this.marks[label] = position;
			}
			boolean afterPiece = isAfterPiece(position, numbers);
			for (int number = this.steps.targetStart(position); number < this.steps
				.targetStart(position + 1); number++) {
				addJump(position, this.steps.target(number), afterPiece);
			}
			if (isDispatch(position)) {
				statement(position).forEachTarget((target) -> this.cases.set(target.number()));
			}
			Region region = this.protection.region(position);
			if (region != null) {
				addJump(position, region.handler(), false);
			}
		}
	}

	// Whether a jump leads to where a piece was left.
	private boolean isAfterPiece(int position, BitSet numbers) {
		Statement statement = statement(position);
		if (statement instanceof Assign assign && assign.variable().kind() == Kind.INT) {
			boolean number = isPiece(assign.value());
			numbers.set(assign.variable().index(), number);
			return false;
		}
		boolean jump = statement instanceof Switch || statement instanceof JumpIf;
		return jump && (isPiece(statement.operand(0))
				|| statement.operand(0) instanceof Read read && numbers.get(read.variable().index()));
	}

	private static boolean isPiece(Expression value) {
		return value instanceof Call call && call.target() instanceof Target.Piece;
	}

	private void addJump(int from, Label target, boolean afterPiece) {
		int label = target.number();
		if (!afterPiece) {
			this.firstOwnJumps[label] = Math.min(this.firstOwnJumps[label], from);
			this.lastOwnJumps[label] = from;
		}
		this.firstJumps[label] = Math.min(this.firstJumps[label], from);
		this.lastJumps[label] = from;
		this.jumps[label]++;
	}

	private void addReads(int from, int to, VariableSet set) {
		for (int number = this.reads.start(from); number < this.reads.start(to); number++) {
			set.add(this.reads.variable(number));
		}
	}

	Body body() {
		return this.body;
	}

	/// How much has been looked at so far: statements and live variables, over and over.
	long effort() {
		return this.effort;
	}

	int length() {
		return this.sizes.length;
	}

	Statement statement(int position) {
		return this.body.statements().get(position);
	}

	int size(int position) {
		return this.sizes[position];
	}

	int totalSize() {
		return this.totalSize;
	}

	/// What the statements do.
	Steps steps() {
		return this.steps;
	}

	/// How many bytes a range takes.
	int bytes(int from, int to) {
		return this.steps.bytes(from, to);
	}

	/// How many straight lines there are.
	int lines() {
		return this.graph.size();
	}

	/// Where a line starts; the end of the body for the line behind the last.
	int lineStart(int line) {
		return (line < this.graph.size()) ? this.graph.start(line) : length();
	}

	/// How often control passes where.
	Frequencies frequencies() {
		return new Frequencies(this.graph, new BranchOdds(this.graph, this.loops, this.body.statements()));
	}

	/// Whether there is the switch of an interpreter.
	boolean hasDispatch() {
		return !this.cases.isEmpty();
	}

	int loopDepth(int position) {
		return this.loops.depth(position);
	}

	/// The loops that are to stay whole.
	/// @param most how many bytes a loop has at most
	/// @param mostOfLine how many it has at most if its round is a straight line
	WholeLoops wholeLoops(int most, int mostOfLine) {
		return new WholeLoops(this.loops, this.steps, length(), most, mostOfLine, this.names);
	}

	/// In how many loops a call is that takes the place of a range.
	int loopDepth(Range range) {
		boolean isLoop = this.loops.isHeader(range.from()) && this.loops.end(range.from()) <= range.to();
		return loopDepth(range.from()) - (isLoop ? 1 : 0);
	}

	/// The first position from which a label is jumped to, by an exception perhaps.
	int firstJump(Label label) {
		return firstJump(label.number());
	}

	int firstJump(int label) {
		return this.firstJumps[label];
	}

	/// The last position from which a label is jumped to, -1 if nobody does.
	int lastJump(Label label) {
		return lastJump(label.number());
	}

	int lastJump(int label) {
		return this.lastJumps[label];
	}

	/// The first position from which a label is jumped to otherwise than to go on where a
	/// piece was left.
	int firstOwnJump(int label) {
		return this.firstOwnJumps[label];
	}

	/// The last such position, -1 if there is none.
	int lastOwnJump(int label) {
		return this.lastOwnJumps[label];
	}

	/// Whether so many places jump to a label that what they do before it is likely to be
	/// the same.
	private boolean isPopular(Label label) {
		return isPopular(label.number());
	}

	boolean isPopular(int label) {
		return this.jumps[label] >= MANY_JUMPS;
	}

	/// Whether there is a label or a jump at a position, one by an exception perhaps.
	boolean isBorder(int position) {
		return this.steps.label(position) >= 0
				|| this.steps.targetStart(position) < this.steps.targetStart(position + 1)
				|| this.protection.region(position) != null;
	}

	int position(Label label) {
		return position(label.number());
	}

	int position(int label) {
		return this.marks[label];
	}

	/// Whether control can reach a position from the one before it.
	boolean isFallenInto(int position) {
		return position == 0 || this.steps.fallsOut(0, position);
	}

	/// Whether the statement at a position is the switch of an interpreter. If a large
	/// one
	/// is in no loop, the function is called for each instruction.
	boolean isDispatch(int position) {
		return statement(position) instanceof Switch table && table.targets().length >= MANY_TARGETS
				&& (loopDepth(position) > 0 || table.places() >= Switch.MANY_PLACES);
	}

	/// Whether a position is the beginning of an interpreter's case that only jumps lead
	/// to.
	boolean isCase(int position) {
		int first = position;
		while (first > 0 && statement(first - 1) instanceof Mark mark) {
			Label label = mark.label();
			if (!this.cases.get(label.number())) {
				return false;
			}
			first--;
		}
		return first < position && first > 0 && !isFallenInto(first);
	}

	/// Whether a range may begin or end before a position. What a piece, or who calls it,
	/// leaves in the transfer fields has to be fetched before anybody else leaves
	/// something there.
	boolean isCuttable(int position) {
		boolean leaving = position > 0 && statement(position - 1) instanceof Transfer;
		boolean fetching = position < length() && statement(position) instanceof Assign assign
				&& assign.value() instanceof Transferred;
		return !leaving && !fetching;
	}

	/// Counts looking at so many statements.
	void spend(int statements) {
		this.effort += statements;
	}

	/// Those of some parts that can become pieces.
	/// @param parts for each where it begins and ends
	List<Range> possibleRanges(List<int[]> parts) {
		List<Range> ranges = new ArrayList<>();
		for (int[] part : parts) {
			Range range = range(part[0], part[1]);
			if (range.isPossible()) {
				ranges.add(range);
			}
		}
		return ranges;
	}

	/// The loops in other loops, without those in them: such as can become pieces, each
	/// entered at its header only.
	/// @param mostEffort when to stop looking
	List<Range> loopsInLoops(long mostEffort) {
		List<Range> ranges = new ArrayList<>();
		int position = 0;
		while (position < length() && ranges.size() < MOST_LOOPS && this.effort < mostEffort) {
			Range range = (loopDepth(position) > 1 && this.loops.isHeader(position)) ? loop(position) : null;
			if (range != null) {
				ranges.add(range);
			}
			position = (range != null) ? range.to() : position + 1;
		}
		return ranges;
	}

	private @Nullable Range loop(int header) {
		int end = this.loops.end(header);
		Range range = (isCuttable(header) && isCuttable(end)) ? range(header, end) : null;
		return (range != null && range.isPossible() && range.entries().isEmpty() && passed(range) <= MOST_PASSED)
				? range : null;
	}

	private static int passed(Range range) {
		int results = 0;
		for (Variable result : range.results()) {
			results += isNumber(result.kind()) ? 1 : MOST_PASSED;
		}
		return Math.max(results, Parameters.transferred(range.parameters()));
	}

	private static boolean isNumber(Kind kind) {
		return switch (kind) {
			case INT, LONG, FLOAT, DOUBLE -> true;
			default -> false;
		};
	}

	/// Everything about a range.
	Range range(int from, int to) {
		this.touched.clear();
		this.assigned.clear();
		this.effort += to - from;
		List<Label> entries = entries(from, to);
		this.looks++;
		List<Label> exits = new ArrayList<>();
		addTargets(from, to, exits);
		addAssigned(from, to);
		addReads(from, to, this.touched);
		Exceptions exceptions = exceptions(from, to, exits);
		boolean fallsIn = isFallenInto(from);
		boolean fallsOut = this.steps.fallsOut(from, to);
		List<Variable> parameters = parameters(from, fallsIn, entries);
		List<Variable> results = results(to, fallsOut, exits);
		boolean common = !fallsOut && !exits.isEmpty() && exits.stream().allMatch(this::isPopular);
		return new Range(from, to, this.steps.bytes(from, to), fallsIn, fallsOut, this.steps.returns(from, to), common,
				List.copyOf(entries), List.copyOf(exits), parameters, results, exceptions);
	}

	// Loops as simple as these take HotSpot a tenth of the time to compile that one loop
	// over everything takes.
	private List<Label> entries(int from, int to) {
		List<Label> entries = new ArrayList<>();
		for (int position = from; position < to; position++) {
			int label = this.steps.label(position);
			if (label >= 0 && isJumpedToFromOutside(label, from, to)) {
				entries.add(((Mark) statement(position)).label());
			}
		}
		return entries;
	}

	private void addTargets(int from, int to, List<Label> exits) {
		for (int number = this.steps.targetStart(from); number < this.steps.targetStart(to); number++) {
			addExit(this.steps.target(number), from, to, exits);
		}
	}

	private void addAssigned(int from, int to) {
		for (int position = from; position < to; position++) {
			int variable = this.steps.assigned(position);
			if (variable >= 0) {
				this.touched.add(variable);
				this.assigned.add(variable);
			}
		}
	}

	private Exceptions exceptions(int from, int to, List<Label> exits) {
		if (this.protection.isEmpty()) {
			return Exceptions.unhandled(this.steps.isThrowing(from, to));
		}
		Borders borders = this.protection.borders(from, to);
		boolean throwsAround = false;
		boolean throwsFar = false;
		for (int position = from; position < to; position++) {
			if (this.steps.isThrowing(position, position + 1)) {
				Region region = this.protection.region(position);
				if (this.protection.isAround(borders, position)) {
					throwsAround = true;
				}
				else if (region != null) {
					addExit(region.handler(), from, to, exits);
					addAssigned(region.exception());
				}
				else {
					throwsFar = true;
				}
			}
		}
		@Nullable Region wrapping = throwsAround ? wrapping(borders, throwsFar) : null;
		if (wrapping != null) {
			addExit(wrapping.handler(), exits);
			addAssigned(wrapping.exception());
		}
		return new Exceptions(borders.closed(), borders.opened(), wrapping,
				throwsFar && borders.handledAround() != null, throwsFar || throwsAround && wrapping == null);
	}

	private void addAssigned(Variable variable) {
		this.touched.add(variable.index());
		this.assigned.add(variable.index());
	}

	private void addExit(Label target, int from, int to, List<Label> exits) {
		if (!isWithin(target.number(), from, to)) {
			addExit(target, exits);
		}
	}

	private void addExit(Label target, List<Label> exits) {
		if (isNewExit(target.number())) {
			exits.add(target);
		}
	}

	private boolean isWithin(int label, int from, int to) {
		int place = position(label);
		return place >= from && place < to;
	}

	// Whether it has not been asked for in this look at a range.
	private boolean isNewExit(int label) {
		boolean isNew = this.exitIn[label] != this.looks;
		this.exitIn[label] = this.looks;
		return isNew;
	}

	/// Whether jumps, or returning, leave a range in more ways than that. It takes much
	/// less than to find out everything about the range.
	boolean hasMoreExits(int from, int to, int most) {
		this.looks++;
		int exits = (this.steps.fallsOut(from, to) ? 1 : 0) + (this.steps.returns(from, to) ? 1 : 0);
		int number = this.steps.targetStart(from);
		int end = this.steps.targetStart(to);
		for (; number < end && exits <= most; number++) {
			int label = this.steps.targetLabel(number);
			if (!isWithin(label, from, to) && isNewExit(label)) {
				exits++;
			}
		}
		spend(number - this.steps.targetStart(from));
		return exits > most;
	}

	// The region around a range, if its handler needs what has been assigned in the range
	// by the time of the exception, or if it must not see all of the range's exceptions.
	// Otherwise exceptions may just pass through the call of the piece.
	private @Nullable Region wrapping(Borders borders, boolean throwsFar) {
		Region around = borders.handledAround();
		if (around == null || throwsFar) {
			return around;
		}
		boolean[] needed = new boolean[1];
		this.liveness.forEachLiveIn(this.graph.line(around.handler()),
				(variable) -> needed[0] |= this.assigned.contains(variable.index()) && variable != around.exception());
		return needed[0] ? around : null;
	}

	private boolean isJumpedToFromOutside(int label, int from, int to) {
		return this.lastJumps[label] >= to || this.lastJumps[label] >= 0 && this.firstJumps[label] < from;
	}

	private List<Variable> parameters(int from, boolean fallsIn, List<Label> entries) {
		this.live.clear();
		if (fallsIn) {
			addLiveAt(from);
		}
		addLiveAtAny(entries);
		return liveAnd(this.touched);
	}

	private List<Variable> results(int to, boolean fallsOut, List<Label> exits) {
		this.live.clear();
		if (fallsOut) {
			addLiveAt(to);
		}
		addLiveAtAny(exits);
		return liveAnd(this.assigned);
	}

	private List<Variable> liveAnd(VariableSet other) {
		this.effort += this.live.size();
		List<Variable> variables = new ArrayList<>();
		for (int number = 0; number < this.live.size(); number++) {
			int index = this.live.get(number);
			if (this.live.contains(index) && other.contains(index)) {
				variables.add(this.body.variables().get(index));
			}
		}
		return variables;
	}

	/// Which of some variables are live at a label, by their place among them.
	BitSet liveAt(Label label, List<Variable> variables) {
		this.live.clear();
		addLiveAt(label);
		return liveOf(variables);
	}

	/// Which of some variables are live before a statement, those that live within its
	/// line included, by their place among them.
	BitSet liveAt(int position, List<Variable> variables) {
		this.live.clear();
		addLiveAt(position);
		return liveOf(variables);
	}

	// Not by index: a set would be as long as there are variables in the body, for each
	// way out of each piece.
	private BitSet liveOf(List<Variable> variables) {
		this.effort += this.live.size();
		BitSet live = new BitSet(variables.size());
		for (int place = 0; place < variables.size(); place++) {
			live.set(place, this.live.contains(variables.get(place).index()));
		}
		return live;
	}

	private void addLiveAtAny(List<Label> labels) {
		if (this.liveness.isEverythingLive()) {
			labels.stream().limit(1).forEach(this::addLiveAt);
		}
		else {
			Arrays.fill(this.added, 0);
			labels.forEach(this::addLiveBits);
		}
	}

	// Labels far away from each other have much in common.
	private void addLiveBits(Label label) {
		int line = this.graph.line(label);
		for (int word = 0; word < this.added.length; word++) {
			long live = this.liveness.liveIn(line, word);
			for (long bits = live & ~this.added[word]; bits != 0; bits &= bits - 1) {
				this.live.add(this.liveness.variable(word, Long.numberOfTrailingZeros(bits)).index());
			}
			this.added[word] |= live;
		}
	}

	private void addLiveAt(Label label) {
		this.liveness.forEachLiveIn(this.graph.line(label), this.addToLive);
	}

	// To be called with nothing in the set but what is live there for other reasons;
	// what is assigned on the way is not.
	private void addLiveAt(int position) {
		if (position == length()) {
			return;
		}
		int line = this.graph.lineAt(position);
		for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
			this.liveness.forEachLiveIn(this.graph.successor(number), this.addToLive);
		}
		this.effort += this.graph.end(line) - position;
		for (int behind = this.graph.end(line) - 1; behind >= position; behind--) {
			int assigned = this.steps.assigned(behind);
			if (assigned >= 0) {
				this.live.remove(assigned);
			}
			addReads(behind, behind + 1, this.live);
		}
		this.liveness.forEachLiveInHandler(line, this.addToLive);
	}

}
