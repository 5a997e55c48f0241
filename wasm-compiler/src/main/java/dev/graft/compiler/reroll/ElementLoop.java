package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Lookup;
import dev.graft.compiler.ir.MemoryBytes;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.CountedLoop;
import dev.graft.compiler.reroll.ByteWindows.Window;
import dev.graft.compiler.reroll.Counters.Counter;
import dev.graft.compiler.reroll.Counters.Value;
import dev.graft.compiler.reroll.Round.Cell;
import dev.graft.compiler.reroll.Round.Source;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Place;
import dev.graft.compiler.reroll.Term.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a loop over elements in front of a loop over vectors.
///
/// ```
///       rounds = …                              how many are left
///       if (rounds < 4) goto L0
///       begin = (unsigned) v2
///       end = begin + (rounds - 1) * 16 + …
///       unless (end <= size of the memory) goto L0
///       …                                       nothing that is stored is loaded elsewhere
///       v7 = v2
///       count = 0
///     L1:
///       poll
///       …
///       v7 = v7 + 1
///       count = count + 1
///       if (count < rounds * 16) goto L1
///       v2 = v2 + rounds * 16
///       unless (v2 != v3) goto L2
///     L0:
///       the loop as it was
///     L2:
/// ```
///
/// What would trap does so in the loop as it was: an element that is not in memory must
/// not keep others of its vector from being stored, or the other way round.
final class ElementLoop {

	private static final long FEWEST_ROUNDS = 4;

	private static final int MOST_ELEMENTS = 1 << 30;

	private static final int LARGEST_TREE = 32;

	private static final int AT_ONCE = 4;

	private final Body.Variables variables;

	private final CountedLoop loop;

	private final Round round;

	private final List<Total> totals;

	private final List<State> states;

	private final Elements elements;

	private final ByteWindows windows;

	private final Comparisons comparisons = new Comparisons(this::held);

	/// How many elements a round of the loop consists of.
	private final int together;

	/// Whether they are loaded as one `int`.
	private final boolean words;

	/// What holds it.
	private @Nullable Variable word;

	/// Which of them is being written.
	private int element;

	private final List<Statement> statements = new ArrayList<>();

	private final Variable rounds;

	private final Label begin;

	private final Label header;

	private final Map<Stream, Extent> extents = new LinkedHashMap<>();

	/// What holds the variable part of the addresses of a stream; of whole rounds, its
	/// least address before offsets are added.
	private final Map<Stream, Variable> places = new LinkedHashMap<>();

	private final Map<Term, Integer> uses = new HashMap<>();

	/// What is a part of an `int` that is loaded, and of which one.
	private final Map<Term, Term> parts;

	/// What holds terms that are used more than once.
	private final Map<Term, Variable> held = new HashMap<>();

	/// What each element adds to a counter.
	private final Map<Variable, Expression> steps = new HashMap<>();

	/// What holds the sum of the lanes that stay as they are, of totals that are added to
	/// others.
	private final Map<Variable, Variable> rests = new HashMap<>();

	/// From where to where a stream reaches while the loop goes on, in `long`s.
	///
	/// @param begin its least address before offsets are added
	/// @param offset how far behind that it is accessed first
	/// @param end where it ends
	private record Extent(Variable begin, long offset, Variable end) {

		Expression first() {
			return (this.offset == 0) ? Read.of(this.begin)
					: node(NumericOp.I64_ADD, Read.of(this.begin), longOf(this.offset));
		}

	}

	ElementLoop(Body.Variables variables, CountedLoop loop, Round round, List<Total> totals, List<State> states,
			Elements elements, ByteWindows windows) {
		this.windows = windows;
		this.variables = variables;
		this.loop = loop;
		this.round = round;
		this.totals = totals;
		this.states = states;
		this.elements = elements;
		int inWord = (areSumsAlone() && elements.areCompared()) ? elements.inWord() : 1;
		this.words = inWord > 1;
		this.together = this.words ? inWord : together();
		this.parts = elements.parts();
		this.rounds = variables.variable(Kind.LONG);
		this.begin = variables.label(false);
		this.header = variables.label(true);
	}

	// Loops of which HotSpot makes no vectors: it does not where numbers become wider,
	// nor where all there is to do is to add. Other loops it must be shown element by
	// element. (It does of numbers that are taken out of wider ones.)
	private int together() {
		return (areSumsAlone() && this.elements.count() % AT_ONCE == 0) ? AT_ONCE : 1;
	}

	private boolean areSumsAlone() {
		boolean sums = this.states.isEmpty() && this.elements.progress().isEmpty() && this.elements.stores().isEmpty()
				&& this.totals.stream().noneMatch((total) -> total.operator() instanceof Head.Extreme);
		return sums && (!this.elements.areInts() || this.elements.areLoadsOnly());
	}

	/// Where the loops are.
	RerolledLoop rerolled() {
		return new RerolledLoop(this.begin, this.header, plain(), this.elements.count(), this.together,
				this.words || this.elements.areInts(), this.elements.areCompared(), this.elements.areReal(),
				!this.states.isEmpty(), this.elements.areWidened());
	}

	/// The statements of both loops.
	List<Statement> statements() {
		Label exit = this.variables.label(false);
		this.statements.add(new Mark(this.begin));
		findRounds();
		this.elements.streams().forEach(this::findExtent);
		this.elements.streams().forEach(this::compareWithOthers);
		this.elements.progress().forEach(this::findStep);
		if (this.elements.leavesLast()) {
			this.statements.add(new Assign(this.rounds, node(NumericOp.I64_SUB, Read.of(this.rounds), longOf(1))));
		}
		List<Variable> collected = new ArrayList<>();
		this.totals.forEach((total) -> collected.add(begin(total)));
		this.elements.streams().forEach(this::findPlace);
		this.elements.firstTerms().forEach(this::prepare);
		this.elements.stores().forEach((cell) -> this.uses.merge(cell.value(), 1, Integer::sum));
		this.elements.addends().forEach((each) -> each.forEach((addend) -> this.uses.merge(addend, 1, Integer::sum)));
		this.elements.nexts().forEach((next) -> this.uses.merge(next, 1, Integer::sum));
		loop(collected);
		catchUp(collected);
		if (!this.elements.leavesLast()) {
			this.statements.add(this.loop.last());
			this.statements.add(new Jump(exit));
		}
		for (int position = 0; position <= this.loop.lastPosition(); position++) {
			this.statements.add(this.loop.statement(position));
		}
		this.statements.add(new Mark(exit));
		return this.statements;
	}

	// What a total is when the loop begins: its first lane, and of one that is added to
	// another the sum of all lanes.
	private Variable begin(Total total) {
		Variable variable = this.variables.variable(Kind.INT);
		Variable vector = total.vector();
		Expression begin = extracted(vector, total.bytes(), 0);
		if (total.signed()) {
			begin = new Numeric((total.bytes() == 1) ? NumericOp.I32_EXTEND8_S : NumericOp.I32_EXTEND16_S, 0, begin);
		}
		if (this.totals.stream().anyMatch((other) -> other.wholes().containsKey(vector))) {
			Expression rest = node(NumericOp.I32_ADD, extracted(vector, Integer.BYTES, 1),
					node(NumericOp.I32_ADD, extracted(vector, Integer.BYTES, 2), extracted(vector, Integer.BYTES, 3)));
			Variable held = let(Kind.INT, rest);
			this.rests.put(vector, held);
			begin = node(NumericOp.I32_ADD, begin, Read.of(held));
		}
		this.statements.add(new Assign(variable, begin));
		return variable;
	}

	private Label plain() {
		return this.loop.header().label();
	}

	private void findRounds() {
		Constant most = longOf(MOST_ELEMENTS / this.elements.count());
		this.statements.add(new Assign(this.rounds, this.loop.roundsFromNext()));
		unless(node(NumericOp.I64_GE_S, Read.of(this.rounds), longOf(FEWEST_ROUNDS)), plain());
		this.statements.add(new Assign(this.rounds,
				new Select(Read.of(this.rounds), most, node(NumericOp.I64_LT_S, Read.of(this.rounds), most))));
	}

	// All addresses of the stream must be in memory, and of 32 bits before offsets are
	// added.
	private void findExtent(Stream stream) {
		int least = least(stream);
		long first = Long.MAX_VALUE;
		long most = Long.MIN_VALUE;
		for (Span span : spans(stream)) {
			first = Math.min(first, span.place().distance());
			most = Math.max(most, span.place().distance() + span.bytes());
		}
		Variable begin = let(Kind.LONG,
				new Numeric(NumericOp.I64_EXTEND_I32_U, 0, plus(sum(stream.variables()), least)));
		long stride = (long) this.elements.step(stream) * this.elements.count();
		Expression way = node(NumericOp.I64_MUL, node(NumericOp.I64_SUB, Read.of(this.rounds), longOf(1)),
				longOf(stride));
		Variable end = let(Kind.LONG,
				node(NumericOp.I64_ADD, node(NumericOp.I64_ADD, Read.of(begin), way), longOf(most - least)));
		unless(node(NumericOp.I64_LE_S, Read.of(end), new MemoryBytes(stream.memoryIndex())), plain());
		this.extents.put(stream, new Extent(begin, first - least, end));
	}

	// Everything lies within the memory, so no sum wraps around, and what is added to an
	// address may be an offset: of whole rounds, where many numbers are loaded from one
	// place, that is a check for each and no addition. (Where HotSpot makes vectors it
	// would not make better ones.)
	private int origin(Stream stream) {
		return isWhole() ? least(stream) : 0;
	}

	private boolean isWhole() {
		return this.elements.count() == 1;
	}

	private int least(Stream stream) {
		return spans(stream).stream().mapToInt((span) -> span.place().constant()).min().orElseThrow();
	}

	private record Span(Place place, int bytes) {
	}

	private List<Span> spans(Stream stream) {
		List<Span> spans = new ArrayList<>();
		this.round.loads().forEach((source) -> spans.add(new Span(source.place(), source.bytes())));
		this.round.stores().forEach((cell) -> spans.add(new Span(cell.place(), cell.bytes())));
		spans.removeIf((span) -> !span.place().address().equals(stream));
		return spans;
	}

	// What is stored through one stream must not be met through another, nor in another
	// memory: a module can import the same one twice.
	private void compareWithOthers(Stream stream) {
		if (this.round.stores().stream().noneMatch((cell) -> cell.place().address().equals(stream))) {
			return;
		}
		this.extents.forEach((other, extent) -> {
			if (!other.equals(stream)) {
				Label apart = this.variables.label(false);
				Extent own = extent(stream);
				this.statements
					.add(new JumpIf(node(NumericOp.I64_LE_S, Read.of(own.end()), extent.first()), true, apart));
				unless(node(NumericOp.I64_LE_S, Read.of(extent.end()), own.first()), plain());
				this.statements.add(new Mark(apart));
			}
		});
	}

	private Extent extent(Stream stream) {
		Extent extent = this.extents.get(stream);
		if (extent == null) {
			throw new IllegalStateException(stream + " has no extent");
		}
		return extent;
	}

	// Whether each element adds the same to a counter, and all of them what a round adds.
	private void findStep(Progress progress) {
		Counter counter = progress.counter();
		Expression step = progress.isKnown() ? Constant.ofInt(progress.step())
				: Read.of(let(Kind.INT, difference(progress.places().getFirst())));
		this.steps.put(counter.vector(), step);
		List<Expression> wrong = new ArrayList<>();
		if (!progress.isKnown()) {
			wrong.add(node(NumericOp.I32_SUB, prepared(counter.increment()), times(step, progress.count())));
		}
		for (Progress.Place place : progress.open()) {
			wrong.add(node(NumericOp.I32_SUB, difference(place), times(step, place.element())));
		}
		if (!wrong.isEmpty()) {
			Expression any = wrong.stream()
				.reduce((one, other) -> node(NumericOp.I32_OR, one, Read.of(let(Kind.INT, other))))
				.orElseThrow();
			this.statements.add(
					new JumpIf(node(NumericOp.I32_SHL, any, Constant.ofInt(Integer.SIZE - counter.bytes() * Byte.SIZE)),
							true, plain()));
		}
	}

	private static Expression times(Expression step, int count) {
		return node(NumericOp.I32_MUL, step, Constant.ofInt(count));
	}

	private Expression difference(Progress.Place place) {
		return node(NumericOp.I32_SUB, value(place.value()), value(place.first()));
	}

	private Expression value(Value value) {
		return node(NumericOp.I32_ADD, prepared(value.lane()), prepared(value.offset()));
	}

	// A term that is the same for all elements, or as it is for the first.
	private Expression prepared(Term term) {
		Set<Term> terms = new LinkedHashSet<>();
		Elements.collect(term, terms);
		terms.forEach(this::prepare);
		return tree(term);
	}

	private void findPlace(Stream stream) {
		Variable place = this.variables.variable(Kind.INT);
		this.statements.add(new Assign(place, plus(sum(stream.variables()), origin(stream))));
		this.places.put(stream, place);
	}

	private static Expression sum(List<Variable> variables) {
		Expression sum = Constant.ofInt(0);
		for (Variable variable : new LinkedHashSet<>(variables)) {
			int times = Collections.frequency(variables, variable);
			Expression term = (times == 1) ? Read.of(variable)
					: node(NumericOp.I32_MUL, Read.of(variable), Constant.ofInt(times));
			sum = (sum instanceof Constant) ? term : node(NumericOp.I32_ADD, sum, term);
		}
		return sum;
	}

	// What is the same for all elements is computed once.
	private void prepare(Term term) {
		if (this.held.containsKey(term)) {
			return;
		}
		switch (term.head()) {
			case Head.Given given -> {
				this.held.put(term, let(Kind.INT, extracted(given.vector(), given.bytes(), given.lane())));
			}
			case Head.Carried carried -> begin(term, extracted(carried.vector(), carried.bytes(), carried.lane()));
			case Head.Counted counted -> begin(term, extracted(counted.vector(), counted.bytes(), counted.lane()));
			case Head.Sum sum -> this.held.put(term, let(Kind.INT, plus(sum(sum.variables()), sum.constant())));
			case Head.Loaded _ when this.parts.containsKey(term) ->
				this.uses.merge(this.parts.get(term), 1, Integer::sum);
			default -> {
				if (!term.moves() && !term.isConstant()) {
					this.held.put(term, let(Kind.INT, computed(term)));
				}
				else {
					term.operands().forEach((operand) -> this.uses.merge(operand, 1, Integer::sum));
				}
			}
		}
	}

	private void begin(Term term, Expression value) {
		Variable variable = this.variables.variable(Kind.INT);
		this.statements.add(new Assign(variable, value));
		this.held.put(term, variable);
	}

	private static Expression extracted(Variable vector, int bytes, int lane) {
		VectorOp op = switch (bytes) {
			case 1 -> VectorOp.I8X16_EXTRACT_LANE_U;
			case 2 -> VectorOp.I16X8_EXTRACT_LANE_U;
			default -> VectorOp.I32X4_EXTRACT_LANE;
		};
		return Vector.of(op, lane, Read.of(vector));
	}

	private static Expression replaced(Variable vector, int bytes, int lane, Variable by) {
		VectorOp op = switch (bytes) {
			case 1 -> VectorOp.I8X16_REPLACE_LANE;
			case 2 -> VectorOp.I16X8_REPLACE_LANE;
			default -> VectorOp.I32X4_REPLACE_LANE;
		};
		return Vector.of(op, lane, Read.of(vector), Read.of(by));
	}

	private void loop(List<Variable> collected) {
		Variable total = let(Kind.INT,
				node(NumericOp.I32_MUL, new Numeric(NumericOp.I32_WRAP_I64, 0, Read.of(this.rounds)),
						Constant.ofInt(this.elements.count() / this.together)));
		Variable count = this.variables.variable(Kind.INT);
		this.statements.add(new Assign(count, Constant.ofInt(0)));
		this.statements.add(new Mark(this.header));
		this.statements.addAll(this.loop.poll());
		element(collected);
		this.places
			.forEach((stream, place) -> increase(place, Constant.ofInt(this.elements.step(stream) * this.together)));
		increase(count, Constant.ofInt(1));
		this.statements.add(new JumpIf(node(NumericOp.I32_LT_S, Read.of(count), Read.of(total)), true, this.header));
	}

	private void increase(Variable variable, Expression by) {
		this.statements.add(new Assign(variable, node(NumericOp.I32_ADD, Read.of(variable), by)));
	}

	// What is stored over is loaded before. Otherwise what is loaded early would occupy
	// registers.
	private void element(List<Variable> collected) {
		if (this.elements.loadsWhereItStores()) {
			this.elements.firstTerms().forEach(this::load);
		}
		for (Cell cell : this.elements.stores()) {
			MemoryAccessOp op = switch (cell.bytes()) {
				case 1 -> MemoryAccessOp.I32_STORE8;
				case 2 -> MemoryAccessOp.I32_STORE16;
				default -> MemoryAccessOp.I32_STORE;
			};
			Expression value = tree(cell.value());
			this.statements.add(new Store(access(op, cell.place(), cell.site()), address(cell.place()), value));
		}
		if (isWhole()) {
			collectRound(collected);
		}
		else if (this.together == 1) {
			collectElement(collected);
		}
		else {
			collectElements(collected);
		}
		List<Expression> nexts = new ArrayList<>();
		this.elements.nexts().forEach((next) -> nexts.add(Read.of(let(Kind.INT, tree(next)))));
		for (int number = 0; number < nexts.size(); number++) {
			this.statements.add(new Assign(state(this.states.get(number)), nexts.get(number)));
		}
		for (Term term : this.elements.firstTerms()) {
			if (term.head() instanceof Head.Counted counted) {
				increase(begun(term), step(counted.vector()));
			}
		}
	}

	private Expression step(Variable vector) {
		Expression step = this.steps.get(vector);
		if (step == null) {
			throw new IllegalStateException(vector + " has no step");
		}
		return step;
	}

	private void collectElement(List<Variable> collected) {
		for (int number = 0; number < this.totals.size(); number++) {
			Variable variable = collected.get(number);
			for (Term addend : this.elements.addends().get(number)) {
				this.statements.add(new Assign(variable,
						collected(this.totals.get(number).operator(), Read.of(variable), tree(addend))));
			}
		}
	}

	// What several elements add is added up first, so that fewer additions wait for the
	// total.
	private void collectElements(List<Variable> collected) {
		Map<Term, Variable> common = Map.copyOf(this.held);
		Map<Variable, Expression> sums = new LinkedHashMap<>();
		for (this.element = 0; this.element < this.together; this.element++) {
			for (int number = 0; number < this.totals.size(); number++) {
				Head operator = this.totals.get(number).operator();
				for (Term addend : this.elements.addends().get(number)) {
					sums.merge(collected.get(number), tree(addend),
							(sum, next) -> Read.of(let(Kind.INT, node(operator, sum, next))));
				}
			}
			this.held.keySet().retainAll(common.keySet());
		}
		this.element = 0;
		for (int number = 0; number < this.totals.size(); number++) {
			Variable variable = collected.get(number);
			Expression sum = sums.get(variable);
			if (sum != null) {
				this.statements
					.add(new Assign(variable, node(this.totals.get(number).operator(), Read.of(variable), sum)));
			}
		}
	}

	// What is added to others is added as it was before the round. The addends come
	// first, so that only one addition waits for the round before.
	private void collectRound(List<Variable> collected) {
		WindowSums sums = new WindowSums(this::loaded, (value) -> let(Kind.LONG, value));
		List<Expression> nexts = new ArrayList<>();
		for (int number = 0; number < this.totals.size(); number++) {
			Total total = this.totals.get(number);
			Expression next = null;
			for (Expression addend : addends(total, collected, sums)) {
				next = (next == null) ? addend : Read.of(let(Kind.INT, collected(total.operator(), next, addend)));
			}
			next = (next == null) ? Read.of(collected.get(number))
					: Read.of(let(Kind.INT, collected(total.operator(), Read.of(collected.get(number)), next)));
			nexts.add(next);
		}
		for (int number = 0; number < nexts.size(); number++) {
			this.statements.add(new Assign(collected.get(number), nexts.get(number)));
		}
	}

	private List<Expression> addends(Total total, List<Variable> collected, WindowSums sums) {
		List<Expression> addends = new ArrayList<>();
		for (int number = 0; number < this.totals.size(); number++) {
			int times = total.wholes().getOrDefault(this.totals.get(number).vector(), 0);
			addends.addAll(Collections.nCopies(times, Read.of(collected.get(number))));
		}
		addends.addAll(sums.of(this.windows.of(total)));
		this.windows.rest(total).forEach((addend) -> addends.add(tree(addend)));
		return addends;
	}

	private Variable state(State state) {
		return begun(state.slot());
	}

	private Variable begun(Term term) {
		Variable variable = this.held.get(term);
		if (variable == null) {
			throw new IllegalStateException(term + " is not held");
		}
		return variable;
	}

	// Of a choice between what there is and what is new HotSpot makes vectors, but not of
	// `Math.max`. (Elsewhere a choice might become a jump that nobody can predict.)
	private Expression collected(Head operator, Expression total, Expression addend) {
		if (operator instanceof Head.Extreme extreme) {
			Expression next = Read.of(let(Kind.INT, addend));
			return new Select(next, total,
					node(extreme.greatest() ? NumericOp.I32_GT_S : NumericOp.I32_LT_S, next, total));
		}
		return node(operator, total, addend);
	}

	private Load loaded(Window window) {
		return new Load(access(MemoryAccessOp.I64_LOAD, window.place(), window.site()), address(window.place()));
	}

	private void load(Term term) {
		if (term.head() instanceof Head.Loaded loaded && !this.parts.containsKey(term)) {
			this.held.put(term, let(Kind.INT, loaded(loaded)));
		}
	}

	private Load loaded(Head.Loaded loaded) {
		return new Load(access(loaded.op(), loaded.place(), site(loaded.place())), address(loaded.place()));
	}

	private Expression part(Head.Loaded part, Term whole) {
		Place place = ((Head.Loaded) whole.head()).place();
		return part(part.op(), tree(whole), (int) (part.place().distance() - place.distance()));
	}

	// The first element is the lowest one in it.
	private Expression partOfWord(Head.Loaded part) {
		if (this.word == null) {
			Access access = access(MemoryAccessOp.I32_LOAD, part.place(), site(part.place()));
			this.word = let(Kind.INT, new Load(access, address(part.place())));
		}
		return part(part.op(), Read.of(this.word), this.element * part.op().bytes());
	}

	private static Expression part(MemoryAccessOp op, Expression whole, int distance) {
		int bits = op.bytes() * Byte.SIZE;
		int lower = distance * Byte.SIZE;
		int upper = Integer.SIZE - bits - lower;
		if (op == MemoryAccessOp.I32_LOAD8_S || op == MemoryAccessOp.I32_LOAD16_S) {
			return shifted(NumericOp.I32_SHR_S, shifted(NumericOp.I32_SHL, whole, upper), upper + lower);
		}
		Expression down = shifted(NumericOp.I32_SHR_U, whole, lower);
		return (upper == 0) ? down : node(NumericOp.I32_AND, down, Constant.ofInt((1 << bits) - 1));
	}

	private static Expression shifted(NumericOp shift, Expression value, int count) {
		return (count == 0) ? value : node(shift, value, Constant.ofInt(count));
	}

	private int site(Place place) {
		for (Source source : this.round.loads()) {
			if (source.place().address().equals(place.address()) && source.place().distance() <= place.distance()
					&& place.distance() < source.place().distance() + source.bytes()) {
				return source.site();
			}
		}
		throw new IllegalStateException(place + " is not loaded");
	}

	private Access access(MemoryAccessOp op, Place place, int site) {
		Stream stream = place.address();
		long offset = isWhole() ? place.distance() - origin(stream) : place.offset();
		return Access.of(op, stream.memoryIndex(), offset, site);
	}

	private Expression address(Place place) {
		Variable variable = this.places.get(place.address());
		if (variable == null) {
			throw new IllegalStateException(place + " has no variable");
		}
		return isWhole() ? Read.of(variable)
				: plus(Read.of(variable), place.constant() + this.element * this.elements.step(place.address()));
	}

	private Expression tree(Term term) {
		Variable variable = this.held.get(term);
		if (variable != null) {
			return Read.of(variable);
		}
		Expression tree = computed(term);
		boolean once = this.uses.getOrDefault(term, 0) < 2 && tree.nodes() < LARGEST_TREE;
		if (term.isConstant() || once) {
			return tree;
		}
		variable = let(Kind.INT, tree);
		this.held.put(term, variable);
		return Read.of(variable);
	}

	private Expression computed(Term term) {
		if (Comparisons.isMask(term)) {
			Term comparison = term.operand(1);
			return this.comparisons.mask(comparison, tree(comparison.operand(0)), tree(comparison.operand(1)));
		}
		if (term.head() instanceof Head.Choice) {
			return chosen(term.operand(2), tree(term.operand(0)), tree(term.operand(1)));
		}
		Expression[] operands = new Expression[term.operands().size()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = tree(term.operand(number));
		}
		return switch (term.head()) {
			case Head.Fixed number -> Constant.ofInt(number.value());
			case Head.Loaded loaded -> {
				Term whole = this.parts.get(term);
				yield (whole != null) ? part(loaded, whole) : this.words ? partOfWord(loaded) : loaded(loaded);
			}
			default -> Comparisons.compares(term) ? this.comparisons.bit(term, operands[0], operands[1])
					: node(term.head(), operands);
		};
	}

	// By a mask, as a choice would become a jump.
	private Expression chosen(Term comparison, Expression one, Expression other) {
		Expression mask = this.comparisons.mask(comparison, tree(comparison.operand(0)), tree(comparison.operand(1)));
		if (one instanceof Constant constant && constant.bits() == 0) {
			Expression inverted = node(NumericOp.I32_XOR, mask, Constant.ofInt(-1));
			return node(NumericOp.I32_AND, inverted, other);
		}
		if (other instanceof Constant constant && constant.bits() == 0) {
			return node(NumericOp.I32_AND, one, mask);
		}
		Expression otherwise = held(other);
		return node(NumericOp.I32_XOR, otherwise,
				node(NumericOp.I32_AND, node(NumericOp.I32_XOR, one, otherwise), mask));
	}

	private Expression held(Expression value) {
		return (value instanceof Read || value instanceof Constant) ? value : Read.of(let(Kind.INT, value));
	}

	private static Expression node(Head head, Expression... operands) {
		return switch (head) {
			case Head.Operation operation -> Reals.isReal(operation.op()) ? Reals.node(operation.op(), operands)
					: new Numeric(operation.op(), 0, operands);
			case Head.Extreme extreme ->
				new Computed(extreme.greatest() ? JavaBaseMember.I32_MAX : JavaBaseMember.I32_MIN, operands);
			case Head.Found found -> new Lookup(found.table(), operands[0]);
			case Head.Choice _, Head.Fixed _, Head.Sum _, Head.Loaded _, Head.Given _, Head.Carried _, Head.Counted _ ->
				throw new IllegalArgumentException(head + " has no operands");
		};
	}

	// What the loop over vectors has changed when it has gone as far.
	private void catchUp(List<Variable> collected) {
		for (Variable variable : this.loop.evenVariables()) {
			Expression way = node(NumericOp.I32_MUL, new Numeric(NumericOp.I32_WRAP_I64, 0, Read.of(this.rounds)),
					Constant.ofInt(this.loop.stride(variable)));
			increase(variable, way);
		}
		this.elements.counters().all().forEach(this::catchUp);
		for (int number = 0; number < this.totals.size(); number++) {
			Total total = this.totals.get(number);
			Variable vector = total.vector();
			Variable rest = this.rests.get(vector);
			if (rest != null) {
				this.statements.add(new Assign(collected.get(number),
						node(NumericOp.I32_SUB, Read.of(collected.get(number)), Read.of(rest))));
			}
			this.statements.add(new Assign(vector, replaced(vector, total.bytes(), 0, collected.get(number))));
		}
		for (State state : this.states) {
			Head.Carried slot = (Head.Carried) state.slot().head();
			this.statements
				.add(new Assign(state.vector(), replaced(state.vector(), slot.bytes(), slot.lane(), state(state))));
		}
	}

	private void catchUp(Counter counter) {
		Expression way = node(NumericOp.I32_MUL, new Numeric(NumericOp.I32_WRAP_I64, 0, Read.of(this.rounds)),
				prepared(counter.increment()));
		VectorOp splat = switch (counter.bytes()) {
			case 1 -> VectorOp.I8X16_SPLAT;
			case 2 -> VectorOp.I16X8_SPLAT;
			default -> VectorOp.I32X4_SPLAT;
		};
		VectorOp add = switch (counter.bytes()) {
			case 1 -> VectorOp.I8X16_ADD;
			case 2 -> VectorOp.I16X8_ADD;
			default -> VectorOp.I32X4_ADD;
		};
		Variable all = let(Kind.VECTOR, Vector.of(splat, 0, way));
		this.statements.add(new Assign(counter.vector(), Vector.of(add, 0, Read.of(counter.vector()), Read.of(all))));
	}

	private Variable let(Kind kind, Expression value) {
		Variable variable = this.variables.temporary(kind);
		this.statements.add(new Assign(variable, value));
		return variable;
	}

	private void unless(Expression condition, Label target) {
		this.statements.add(new JumpIf(condition, false, target));
	}

	private static Expression plus(Expression value, int constant) {
		return (constant == 0) ? value : node(NumericOp.I32_ADD, value, Constant.ofInt(constant));
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

	private static Constant longOf(long value) {
		return Constant.of(Kind.LONG, value);
	}

}
