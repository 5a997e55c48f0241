package dev.graft.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.ClassFile;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.emit.FunctionEmitter;
import dev.graft.compiler.emit.PieceNames;
import dev.graft.compiler.emit.PieceNames.Method;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.BasesBehindCalls;
import dev.graft.compiler.pass.CaseGroups;
import dev.graft.compiler.pass.CombinedChecks;
import dev.graft.compiler.pass.CommonCounter;
import dev.graft.compiler.pass.ConstantCases;
import dev.graft.compiler.pass.DeadHandlers;
import dev.graft.compiler.pass.DispatchCopy;
import dev.graft.compiler.pass.Homes;
import dev.graft.compiler.pass.InnerLoops;
import dev.graft.compiler.pass.JumpThreading;
import dev.graft.compiler.pass.LabelMerging;
import dev.graft.compiler.pass.LateAssignments;
import dev.graft.compiler.pass.LimitedAddresses;
import dev.graft.compiler.pass.LoadForwarding;
import dev.graft.compiler.pass.Loops;
import dev.graft.compiler.pass.MeasuredBody;
import dev.graft.compiler.pass.MemoryAccesses;
import dev.graft.compiler.pass.MiddleExits;
import dev.graft.compiler.pass.RedundantChecks;
import dev.graft.compiler.pass.RestoredReferences;
import dev.graft.compiler.pass.Spilling;
import dev.graft.compiler.pass.SharedConditions;
import dev.graft.compiler.pass.StripMining;
import dev.graft.compiler.pass.TableChecks;
import dev.graft.compiler.pass.UnrolledLoops;
import dev.graft.compiler.pass.Webs;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.split.Sections;
import dev.graft.compiler.split.Sections.Section;
import dev.graft.compiler.split.Splitter;
import dev.graft.compiler.split.Splitter.Surroundings;
import dev.graft.compiler.split.UncuttableBodyException;
import dev.graft.compiler.timing.Stage;
import dev.graft.compiler.timing.StageClock;
import dev.graft.compiler.vector.VectorExpansion;
import org.jspecify.annotations.Nullable;

/// Takes a body from lowering to code: takes vectors apart, plans its memory accesses,
/// cuts it if it is large, emits it and its pieces.
final class BodyCompiler {

	/// No statement takes more bytes per node of its trees: that is a load in place.
	private static final int MOST_BYTES_PER_NODE = 36;

	private static final int MOST_BYTES_PER_STATEMENT = 24;

	/// No body is so hard to cut that its variables may only take fewer slots of a frame.
	private static final int FEWEST_SLOTS = 32;

	/// How many slots of a frame the variables of an interpreter may take that does not
	/// fit into one method with the calls of its cases, or whose switch could not stand
	/// there twice.
	private static final int SLOTS_OF_INTERPRETER = 12;

	/// How many slots of a frame the variables of a crowded body may take, and those that
	/// are alive in several sections of a body beyond all measure.
	private static final int SLOTS_OF_CROWDED = 64;

	/// As what part of the largest body that is looked at as a whole a section is large.
	private static final int SECTIONS_AT_LEAST = 4;

	/// How much smaller than what HotSpot compiles methods stay that would be larger
	/// otherwise, as sizes are measured before jumps are laid out.
	private static final int RESERVE = 200;

	/// How many methods of a group of functions are filled up. Otherwise a module of
	/// nothing but short functions with a few vectors each would become eleven times as
	/// large.
	private static final int MOST_FILLED_UP = 32;

	private final CodeNames names;

	private final ClassSequence classes;

	private final MethodLimits limits;

	private final TransferCounts transfers;

	private final boolean vectorApi;

	private final StageClock clock;

	private final ShortLeaves leaves;

	private int filledUp;

	BodyCompiler(CodeNames names, ClassSequence classes, MethodLimits limits, TransferCounts transfers,
			boolean vectorApi, StageClock clock) {
		this.names = names;
		this.classes = classes;
		this.limits = limits;
		this.transfers = transfers;
		this.vectorApi = vectorApi;
		this.clock = clock;
		this.leaves = new ShortLeaves(names.module(), limits.contrary());
	}

	/// The functions whose calls leave homes alone.
	ShortLeaves leaves() {
		return this.leaves;
	}

	/// Compiles a body into a method of the first class.
	/// @param isShort whether the body is too short for homes
	/// @param isRare whether it hardly ever runs
	/// @throws dev.graft.compiler.split.UncuttableBodyException if one would be larger
	/// @return how many methods it has become
	int compile(Body body, boolean isShort, boolean isRare, String name, String descriptor) {
		long start = this.clock.now();
		List<ExternalType.Memory> memories = this.names.module().memoryTypes();
		VectorExpansion.Expanded vectors = VectorExpansion.expand(body, memories, this.vectorApi,
				this.limits.contrary());
		DeadHandlers.drop(body);
		LabelMerging.merge(body);
		ConstantCases.apply(body);
		RestoredReferences.drop(body);
		if (!vectors.vectors()) {
			SharedConditions.apply(body);
			UnrolledLoops.apply(body);
		}
		JumpThreading.apply(body);
		InnerLoops.apply(body);
		LoadForwarding.apply(body, memories);
		MemoryAccesses.plan(body, memories);
		LimitedAddresses.apply(body, memories);
		RedundantChecks.remove(body);
		Set<Label> plain = StripMining.apply(body, vectors.vectors(), isRare, vectors.remainders(), memories);
		TableChecks.apply(body, plain);
		CommonCounter.apply(body);
		CombinedChecks.apply(body);
		MiddleExits.apply(body);
		if (mostBytes(body) > this.limits.most()) {
			CaseGroups.apply(body, this.limits.ofInstruction().piece());
		}
		int levels = levels(isRare, vectors.vectors());
		Methods methods = new Methods(name, vectors.vectors(), this.clock.end(Stage.PASSES, start));
		List<Method> pieces = new ArrayList<>();
		Analysis own = Sections.isHuge(body, this.limits.nodes())
				? compileSections(body, isShort, levels, methods, pieces) : methods.emitPieces(
						cutIfLarge(body, isShort, vectors.vectors(), new Surroundings(0, Map.of(), levels)), pieces);
		methods.emit(own, this.classes.method(name, descriptor), pieces);
		return methods.count;
	}

	// An instance whose functions have not all been compiled has no room for registers.
	private int levels(boolean isRare, boolean vectors) {
		boolean pays = isRare && !(vectors && this.vectorApi);
		return (pays || this.limits.contrary()) ? this.limits.levels() : 0;
	}

	/*
	 * What is alive in many sections would be passed to and fro between them, and no
	 * method takes more than 255 parameters.
	 */
	private Analysis compileSections(Body body, boolean isShort, int levels, Methods methods, List<Method> sections) {
		Sections parts = Sections.route(body, this.limits.nodes() / SECTIONS_AT_LEAST);
		Spilling.Spilled spilled = Spilling.apply(parts.analysis(), SLOTS_OF_CROWDED);
		parts.divide(spilled.analysis(), this.limits.contrary(), this.transfers::atLeast,
				(section) -> sections.add(compileSection(section, isShort, levels, methods)));
		List<Analysis> rest = split(Analysis.of(spilled.analysis().body()), this.limits, Splitter.Demand.ANYTHING,
				new Surroundings(sections.size(), Map.of(), 0));
		return spilled.complete(methods.emitPieces(rest, sections));
	}

	private Method compileSection(Section section, boolean isShort, int levels, Methods methods) {
		List<Method> pieces = new ArrayList<>();
		Surroundings surroundings = new Surroundings(0, section.taken(), levels);
		return methods.emitPiece(methods.emitPieces(cutIfLarge(section.body(), isShort, false, surroundings), pieces),
				pieces);
	}

	// Without a loop HotSpot compiles lanes once, however many there are, and all of them
	// are alive wherever they could be cut.
	private List<Analysis> cutIfLarge(Body body, boolean isShort, boolean vectors, Surroundings surroundings) {
		long most = mostBytes(body);
		if (most <= this.limits.most() && (surroundings.levels() == 0 || !Loops.areIn(body))) {
			return new ArrayList<>(List.of(uncut(body, (int) most)));
		}
		if (vectors && !Loops.areIn(body)) {
			Analysis line = Analysis.of(body);
			if (size(line) <= this.limits.line()) {
				return new ArrayList<>(List.of(line));
			}
		}
		return cut(body, isShort, surroundings);
	}

	// A method with the switch of an interpreter has no bytes left.
	private Analysis withBasesBehindCalls(Analysis part) {
		if (dispatch(part.body()) != Dispatch.NONE) {
			return part;
		}
		BasesBehindCalls bases = BasesBehindCalls.of(part, this.limits.contrary());
		boolean fits = bases.mostBytes() > 0 && size(part) + bases.mostBytes() <= MethodLimits.MOST_COMPILED - RESERVE;
		return fits ? bases.fetched() : part;
	}

	// Each lane of a vector is an access of its own.
	private void emit(Analysis part, Bytecode code, PieceNames pieces, boolean vectors) {
		if (vectors && this.filledUp < MOST_FILLED_UP && FunctionEmitter.hasManyAccesses(part, this.names)) {
			this.filledUp++;
			pollByHandle(part.body());
			FunctionEmitter.emitPuttingOff(part, code, this.names, pieces);
		}
		else {
			FunctionEmitter.emit(part, code, this.names, pieces);
		}
	}

	/*
	 * What crosses the borders of pieces decides how small and how fast they can be:
	 * where a hundred variables are alive everywhere, pieces do little else than to pass
	 * them around. If they stay too large, still fewer variables may stay in the frame.
	 */
	private List<Analysis> cut(Body body, boolean isShort, Surroundings surroundings) {
		Dispatch dispatch = dispatch(body);
		if (dispatch != Dispatch.NONE) {
			MethodLimits limits = (dispatch == Dispatch.LOOP) ? this.limits.ofInterpreter()
					: this.limits.ofInstruction();
			List<Analysis> parts = cutInterpreter(body, limits, surroundings);
			pollByHandle(parts.getLast().body());
			return parts;
		}
		Analysis analysis = this.limits.contrary() ? Webs.separate(Analysis.of(body)) : Analysis.of(body);
		if (!isShort) {
			analysis = giveHomes(analysis);
		}
		List<Statement> statements = List.copyOf(body.statements());
		int most = Math.max(this.limits.most(), MethodLimits.MOST_COMPILED);
		int slots = mostSlots(analysis);
		for (; slots > FEWEST_SLOTS; slots /= 4) {
			try {
				return cut(analysis, this.limits, slots, new Splitter.Demand(most, false), surroundings);
			}
			catch (UncuttableBodyException tooManyAlive) {
				restore(body, statements);
				analysis = Analysis.of(body);
			}
		}
		return cut(analysis, this.limits, slots, Splitter.Demand.ANYTHING, surroundings);
	}

	// In a body that is not cut HotSpot decides what is in which register.
	private Analysis giveHomes(Analysis analysis) {
		boolean contrary = this.limits.contrary();
		if (!Homes.mayPay(analysis, contrary) || fits(analysis)) {
			return analysis;
		}
		return Homes.apply(analysis, this.leaves::contains, contrary, this.transfers::atLeastHomes);
	}

	private int mostSlots(Analysis analysis) {
		int most = this.limits.slots();
		return (most > SLOTS_OF_CROWDED && Homes.isCrowded(analysis) && !fits(analysis)) ? SLOTS_OF_CROWDED : most;
	}

	private boolean fits(Analysis analysis) {
		return size(analysis) <= this.limits.most();
	}

	private int size(Analysis analysis) {
		return FunctionEmitter.measure(analysis, this.names).totalSize();
	}

	/*
	 * If the switch and the calls of all its cases do not fit into one method as they
	 * are, nearly all variables that are alive across cases go to an object, so that a
	 * call passes little more than that on, and control can cross many borders cheaply.
	 * Then there is little that a copy of the switch would keep apart.
	 */
	private List<Analysis> cutInterpreter(Body body, MethodLimits limits, Surroundings surroundings) {
		List<Statement> statements = List.copyOf(body.statements());
		try {
			return cutWithCopy(body, limits, surroundings);
		}
		catch (UncuttableBodyException tooManyCalls) {
			restore(body, statements);
			Webs.separate(Analysis.of(body));
			LateAssignments.apply(body, Switch.MANY_PLACES);
			Analysis separated = Webs.separate(Analysis.of(body));
			return cut(separated, limits, Math.min(limits.slots(), SLOTS_OF_INTERPRETER), Splitter.Demand.ANYTHING,
					surroundings);
		}
	}

	// Where only the number of names speaks against a copy of the switch, variables move
	// to an object for its sake.
	private List<Analysis> cutWithCopy(Body body, MethodLimits limits, Surroundings surroundings) {
		List<Statement> statements = List.copyOf(body.statements());
		List<Analysis> parts = cutWell(body, limits, limits.slots(), surroundings);
		if (copy(parts) == DispatchCopy.Outcome.TOO_MANY_NAMES && limits.slots() > SLOTS_OF_INTERPRETER) {
			restore(body, statements);
			List<Analysis> copied = cutIfCopied(body, limits, surroundings);
			if (copied != null) {
				return copied;
			}
			restore(body, statements);
			parts = cutWell(body, limits, limits.slots(), surroundings);
		}
		return parts;
	}

	private @Nullable List<Analysis> cutIfCopied(Body body, MethodLimits limits, Surroundings surroundings) {
		try {
			List<Analysis> parts = cutWell(body, limits, SLOTS_OF_INTERPRETER, surroundings);
			return (copy(parts) == DispatchCopy.Outcome.ADDED) ? parts : null;
		}
		catch (UncuttableBodyException noGoodCuts) {
			return null;
		}
	}

	private List<Analysis> cutWell(Body body, MethodLimits limits, int slots, Surroundings surroundings) {
		return cut(Analysis.of(body), limits, slots, new Splitter.Demand(limits.most(), true), surroundings);
	}

	private DispatchCopy.Outcome copy(List<Analysis> parts) {
		MeasuredBody dispatching = FunctionEmitter.measure(parts.removeLast(), this.names);
		DispatchCopy.Outcome outcome = DispatchCopy.add(dispatching, Switch.MANY_PLACES,
				MethodLimits.MOST_COMPILED - RESERVE);
		parts.add(Analysis.of(dispatching.analysis().body()));
		return outcome;
	}

	// With all its calls the method with the switch is about as large as HotSpot compiles
	// methods, which is also how much it compiles together before it inlines no more. A
	// poll is in each round of its loop.
	private static void pollByHandle(Body body) {
		body.statements()
			.replaceAll((statement) -> (statement instanceof Poll poll) ? new Poll(poll.site(), true) : statement);
	}

	private static void restore(Body body, List<Statement> statements) {
		body.statements().clear();
		body.statements().addAll(statements);
	}

	private List<Analysis> cut(Analysis whole, MethodLimits limits, int slots, Splitter.Demand demand,
			Surroundings surroundings) {
		Spilling.Spilled spilled = Spilling.apply(whole, slots);
		List<Analysis> parts = split(spilled.analysis(), limits, demand.lessBy(Spilling.MOST_BYTES), surroundings);
		parts.add(spilled.complete(parts.removeLast()));
		return parts;
	}

	private List<Analysis> split(Analysis whole, MethodLimits limits, Splitter.Demand demand,
			Surroundings surroundings) {
		TransferCounts transfers = new TransferCounts();
		List<Analysis> parts = Splitter.split(whole, limits, demand,
				(each) -> FunctionEmitter.measure(each, this.names), transfers::atLeast, surroundings);
		this.transfers.atLeast(transfers);
		return parts;
	}

	private static Analysis uncut(Body body, int mostBytes) {
		Analysis analysis = Analysis.of(body);
		if (mostBytes <= FunctionEmitter.SMALL) {
			analysis.takesAtMost(mostBytes);
		}
		return analysis;
	}

	// Without emitting it.
	private static long mostBytes(Body body) {
		long bytes = 0;
		for (Statement statement : body.statements()) {
			bytes += MOST_BYTES_PER_STATEMENT;
			if (statement instanceof Switch table) {
				bytes += 4L * table.targets().length;
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				bytes += (long) MOST_BYTES_PER_NODE * statement.operand(number).nodes();
			}
		}
		return bytes;
	}

	private static Dispatch dispatch(Body body) {
		Dispatch dispatch = Dispatch.NONE;
		Loops loops = null;
		for (int position = 0; position < body.statements().size(); position++) {
			if (body.statements().get(position) instanceof Switch table && table.places() >= Switch.MANY_PLACES) {
				loops = (loops != null) ? loops : Loops.of(body);
				if (loops.depth(position) > 0) {
					return Dispatch.LOOP;
				}
				dispatch = Dispatch.INSTRUCTION;
			}
		}
		return dispatch;
	}

	private String descriptor(Body piece) {
		StringBuilder descriptor = new StringBuilder("(");
		for (Variable parameter : piece.parameters()) {
			descriptor.append(parameter.kind().descriptor());
		}
		return descriptor.append('L')
			.append(this.names.instance())
			.append(";)")
			.append(piece.result().descriptor())
			.toString();
	}

	/// What of an interpreter a body is, if anything.
	private enum Dispatch {

		NONE, INSTRUCTION, LOOP

	}

	/// The methods of a function.
	private final class Methods {

		private final String name;

		private final boolean vectors;

		private long since;

		private int count = 1;

		Methods(String name, boolean vectors, long since) {
			this.name = name;
			this.vectors = vectors;
			this.since = since;
		}

		/// Emits all parts but the last.
		/// @param pieces what calls refer to; the new ones are added
		/// @return the last part
		Analysis emitPieces(List<Analysis> parts, List<Method> pieces) {
			this.since = BodyCompiler.this.clock.end(Stage.CUT, this.since);
			Deque<Analysis> left = new ArrayDeque<>(parts);
			// Each is left to the collector as soon as it is bytecode.
			parts.clear();
			while (left.size() > 1) {
				pieces.add(emitPiece(left.removeFirst(), pieces));
			}
			return left.getLast();
		}

		/// Emits a part as a method beside the function's own.
		/// @param pieces what its calls refer to
		Method emitPiece(Analysis part, List<Method> pieces) {
			ClassFile owner = BodyCompiler.this.classes.roomy();
			Method method = new Method(owner.name(), GeneratedNames.piece(this.name, this.count++),
					descriptor(part.body()));
			emit(part, owner.method(method.name(), method.descriptor()), pieces);
			return method;
		}

		/// Emits a part.
		/// @param pieces what its calls refer to
		void emit(Analysis part, Bytecode code, List<Method> pieces) {
			BodyCompiler.this.emit(withBasesBehindCalls(part), code, (piece) -> pieces.get(piece - 1), this.vectors);
			this.since = BodyCompiler.this.clock.end(Stage.EMIT, this.since);
		}

	}

}
