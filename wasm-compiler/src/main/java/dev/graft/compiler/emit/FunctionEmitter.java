package dev.graft.compiler.emit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.asm.SizeMeter;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.OfException;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.ir.SmallBytes;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Statement.SetFurtherResult;
import dev.graft.compiler.ir.Statement.SetHome;
import dev.graft.compiler.ir.Statement.SetInFrame;
import dev.graft.compiler.ir.Statement.SetSegment;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Statement.Throw;
import dev.graft.compiler.ir.Statement.Transfer;
import dev.graft.compiler.ir.Statement.Trap;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.FlowGraph;
import dev.graft.compiler.pass.Liveness;
import dev.graft.compiler.pass.MeasuredBody;
import dev.graft.compiler.pass.SlotAllocation;
import org.jspecify.annotations.Nullable;

/// Emits a body, statement by statement.
public final class FunctionEmitter {

	/// Up to so many bytes it makes no difference to the code how large a method is.
	public static final int SMALL = OperatorForm.LARGE - OperatorForm.MOST_DIRECT * OperatorForm.BYTES_OF_ONE;

	private static final RegisterOperation NO_BITS = RegisterOperation.ofHalves(Constant.of(Kind.LONG, 0),
			Constant.of(Kind.LONG, 0));

	private static final int NO_LABEL = -1;

	private static final int NOWHERE = -1;

	private static final String CALL_SITE = "L" + JavaBaseMember.CALL_SITE_TARGET.owner() + ";";

	private final Bytecode code;

	private final CodeNames names;

	private final Body body;

	private final FlowGraph graph;

	private final Liveness liveness;

	private boolean @Nullable [] reachableLines;

	private final SlotAllocation slots;

	private final Whereabouts whereabouts;

	private final ExpressionEmitter expressions;

	private final int[] labels;

	private final @Nullable FrameState[] atLabel;

	private final boolean[] placed;

	private final Deque<Region> regions = new ArrayDeque<>();

	/// The vectors held as objects that somebody else may have made.
	private final BitSet foreignRegisters;

	private final SharedTails sharedTails;

	/// The shared tails that have been jumped to and not been emitted yet.
	private final Map<SharedTails.Tail, PendingTail> pendingTails = new HashMap<>();

	/// Where exceptions arrive, by the number of the label that they lead to.
	private final @Nullable Landing[] landings;

	/// Where the exceptions of the instructions lead that have been emitted since the
	/// last label; null if there were none that throw.
	private @Nullable Landing protecting;

	private int protectedFrom = NO_LABEL;

	private int protectedTo = NO_LABEL;

	private FrameState state;

	private boolean reachable = true;

	private FunctionEmitter(Analysis analysis, Bytecode code, CodeNames names, PieceNames pieces,
			@Nullable IntSupplier size) {
		this.code = code;
		this.names = names;
		this.body = analysis.body();
		this.graph = analysis.graph();
		this.liveness = analysis.liveness();
		this.slots = analysis.slots();
		this.whereabouts = new Whereabouts(analysis);
		this.expressions = new ExpressionEmitter(code, names, pieces, this.slots, () -> this.state,
				MemoryForm.of(names, code, size, this.whereabouts));
		this.labels = new int[this.body.variables().labels()];
		Arrays.fill(this.labels, NO_LABEL);
		this.atLabel = new @Nullable FrameState[this.labels.length];
		this.placed = new boolean[this.labels.length];
		this.landings = new @Nullable Landing[this.labels.length];
		this.foreignRegisters = foreignRegisters(this.body);
		this.sharedTails = SharedTails.of(this.body.statements());
		this.state = new FrameState(this.slots);
	}

	/// Emits a body.
	/// @param analysis what to emit; memory accesses have been planned
	/// @param code where it goes
	/// @param names what things are called
	/// @param pieces where pieces are that the body calls
	public static void emit(Analysis analysis, Bytecode code, CodeNames names, PieceNames pieces) {
		new FunctionEmitter(analysis, code, names, pieces, () -> mostBytes(analysis, names)).emit();
	}

	/// Emits a body so that C2 puts off all its accesses to memory until it has read the
	/// whole method, and then inlines each of them.
	/// @param analysis what to emit; it has [more accesses][#hasManyAccesses] than C2
	/// inlines at once, and polls by handle
	/// @param code where it goes
	/// @param names what things are called
	/// @param pieces where pieces are that the body calls
	public static void emitPuttingOff(Analysis analysis, Bytecode code, CodeNames names, PieceNames pieces) {
		code.fillUp(OperatorForm.FULL);
		new FunctionEmitter(analysis, code, names, pieces, () -> OperatorForm.LARGE).emit();
	}

	/// Whether C2 would leave an access of a body as a call, and nothing would be left as
	/// one if all were put off.
	/// @param analysis what is going to be emitted; memory accesses have been planned
	/// @param names what things are called
	public static boolean hasManyAccesses(Analysis analysis, CodeNames names) {
		if (names.memoryAccess() != MemoryAccess.FOREIGN) {
			return false;
		}
		SizeMeter meter = new SizeMeter();
		PieceNames anywhere = (piece) -> new PieceNames.Method("", "", "");
		new FunctionEmitter(analysis, meter, names, anywhere, null).emit();
		return meter.accesses() >= OperatorForm.MANY && !meter.isCalling()
				&& meter.size() < OperatorForm.FULL - OperatorForm.MARGIN;
	}

	private static int mostBytes(Analysis analysis, CodeNames names) {
		OptionalInt known = analysis.mostBytes();
		return known.isPresent() ? known.getAsInt() : measure(analysis, names).totalSize();
	}

	/// How many bytes each statement of a body takes.
	/// @param analysis what to measure; memory accesses have been planned
	/// @param names what things are called
	/// @return the sizes by position; what comes before the first statement counts with
	/// it. The analysis keeps them
	public static MeasuredBody measure(Analysis analysis, CodeNames names) {
		int[] known = analysis.sizes();
		if (known != null) {
			return new MeasuredBody(analysis, known);
		}
		SizeMeter meter = new SizeMeter();
		PieceNames anywhere = (piece) -> new PieceNames.Method("", "", "");
		FunctionEmitter emitter = new FunctionEmitter(analysis, meter, names, anywhere, null);
		int[] sizes = new int[analysis.body().statements().size()];
		emitter.begin();
		int position = 0;
		int before = 0;
		while (position < sizes.length) {
			int next = emitter.step(position);
			sizes[position] = meter.size() - before;
			before = meter.size();
			position = next;
		}
		MeasuredBody measured = new MeasuredBody(analysis, sizes);
		analysis.measured(sizes);
		analysis.takesAtMost(measured.totalSize());
		return measured;
	}

	private void emit() {
		begin();
		int position = 0;
		while (position < this.body.statements().size()) {
			position = step(position);
		}
		closeRange();
	}

	private void begin() {
		for (Variable parameter : this.body.parameters()) {
			this.state.assign(this.slots.slot(parameter));
		}
		zero(this.slots.zeroed());
	}

	// Emits what is at a position and returns the one after it.
	private int step(int position) {
		this.whereabouts.moveTo(position);
		Statement statement = this.body.statements().get(position);
		switch (statement) {
			case Mark mark -> {
				closeRange();
				return place(position);
			}
			case Enter enter -> this.regions.push(enter.region());
			case Leave leave -> this.regions.pop();
			default -> {
				SharedTails.Site site = this.sharedTails.at(position);
				if (site != null && position < site.tail().last()) {
					jumpToTail(site.tail());
					return site.end();
				}
				if (site != null) {
					placeTail(site.tail());
				}
				if (this.reachable) {
					emitProtected(statement);
				}
			}
		}
		return position + 1;
	}

	private void jumpToTail(SharedTails.Tail tail) {
		if (this.reachable) {
			PendingTail pending = this.pendingTails.get(tail);
			if (pending == null) {
				pending = new PendingTail(this.code.newLabel(), this.state.copy());
				this.pendingTails.put(tail, pending);
			}
			pending.state.meet(this.state);
			this.code.jump(pending.label);
			this.reachable = false;
		}
	}

	private void placeTail(SharedTails.Tail tail) {
		PendingTail pending = this.pendingTails.get(tail);
		if (pending != null) {
			closeRange();
			if (this.reachable) {
				pending.state.meet(this.state);
			}
			this.code.place(pending.label, pending.state.kinds(), pending.state.size());
			this.state = pending.state;
			this.reachable = true;
		}
	}

	// In a straight line nothing that has been assigned is forgotten. So if two of its
	// statements throw, what is between them can be protected as well, which makes fewer
	// entries in the exception table.
	private void emitProtected(Statement statement) {
		Region region = this.regions.peek();
		if (region == null || !region.isHandled() || (statement.effects() & Effects.THROWS) == 0) {
			emit(statement);
			return;
		}
		Landing landing = landing(region);
		landing.meet(this.state);
		if (this.protecting != landing) {
			closeRange();
			this.protecting = landing;
			this.protectedFrom = here();
		}
		emit(statement);
		this.protectedTo = here();
	}

	private int here() {
		int label = this.code.newLabel();
		this.code.placeAgain(label);
		return label;
	}

	private Landing landing(Region region) {
		int handler = region.handler().number();
		Landing landing = this.landings[handler];
		if (this.placed[handler]) {
			throw new IllegalStateException("an exception would lead back to " + region.handler());
		}
		if (landing == null) {
			landing = new Landing(region, this.code.newLabel(), this.state.copy());
			this.landings[handler] = landing;
		}
		return landing;
	}

	private void closeRange() {
		if (this.protecting != null) {
			this.code.protect(this.protectedFrom, this.protectedTo, this.protecting.label);
			this.protecting = null;
		}
	}

	// Where exceptions arrive, before the label that they lead to.
	private void land(Landing landing) {
		if (this.reachable) {
			jump(landing.region.handler());
		}
		this.code.placeHandler(landing.label, landing.state.kinds(), landing.state.size());
		this.state = landing.state.copy();
		this.reachable = true;
		// Other handlers may share the variable. Where nobody reads it, its slot may be
		// that of something else.
		Variable exception = landing.region.exception();
		if (this.liveness.isLiveIn(this.graph.line(landing.region.handler()), exception)) {
			store(exception);
		}
		else {
			this.code.add(Instruction.POP);
		}
	}

	private void zero(List<Variable> variables) {
		for (Variable variable : variables) {
			this.expressions.constant(variable.kind(), 0);
			store(variable);
		}
	}

	/*
	 * C2 keeps an object of the Vector API in a register if it has seen it being made, on
	 * all ways. One that somebody else has made, handed on from round to round, would
	 * have to be made again in each, and one that stays the same would be read again.
	 *
	 * There may be none in a piece: exits that are shared leave what nobody reads there,
	 * and control that goes from part to part by number seems to go from each to all.
	 * Zeros stand for it, for what may be none is no vector for C2 either.
	 */
	private void renewRegisters(int header) {
		this.liveness.forEachLiveIn(this.graph.lineAt(header), (variable) -> {
			if (this.foreignRegisters.get(variable.index())) {
				int some = this.code.newLabel();
				this.expressions.load(variable);
				this.code.jump(Condition.NOT_NULL, some);
				this.expressions.emitAs(NO_BITS, variable.kind());
				store(variable);
				this.code.place(some, this.state.kinds(), this.state.size());
				this.expressions.renewRegister(variable);
				store(variable);
			}
		});
	}

	// Copies of what is foreign are.
	private static BitSet foreignRegisters(Body body) {
		BitSet foreign = new BitSet();
		body.parameters().forEach((parameter) -> addIfRegister(parameter, foreign));
		int before;
		do {
			before = foreign.cardinality();
			for (Statement statement : body.statements()) {
				if (statement instanceof Assign assign && !(assign.value() instanceof RegisterOperation)
						&& !(assign.value() instanceof Read read && !foreign.get(read.variable().index()))) {
					addIfRegister(assign.variable(), foreign);
				}
			}
		}
		while (foreign.cardinality() > before);
		return foreign;
	}

	private static void addIfRegister(Variable variable, BitSet foreign) {
		if (variable.kind().isRegister()) {
			foreign.set(variable.index());
		}
	}

	private void store(Variable variable) {
		int slot = this.slots.slot(variable);
		this.code.store(variable.kind(), slot);
		this.state.assign(slot);
	}

	// Labels that follow each other share a frame.
	private int place(int first) {
		List<Statement> statements = this.body.statements();
		int end = first;
		if (this.reachable && !this.foreignRegisters.isEmpty() && ((Mark) statements.get(first)).label().isLoop()) {
			renewRegisters(first);
		}
		while (end < statements.size() && statements.get(end) instanceof Mark mark) {
			Landing landing = this.landings[mark.label().number()];
			if (landing != null) {
				land(landing);
			}
			end++;
		}
		end = first;
		FrameState met = this.reachable ? this.state : null;
		while (end < statements.size() && statements.get(end) instanceof Mark mark) {
			FrameState arriving = this.atLabel[mark.label().number()];
			if (arriving != null) {
				met = (met == null) ? arriving : meet(met, arriving);
			}
			end++;
		}
		boolean loop = isLoop(first, end) && (met != null || isReachable(first));
		if (met == null && !loop) {
			return end;
		}
		this.state = loop ? live(first) : Objects.requireNonNull(met).copy();
		if (loop && met != null) {
			this.state.meet(met);
		}
		met = this.state.copy();
		this.reachable = true;
		boolean framed = false;
		for (int position = first; position < end; position++) {
			Label label = ((Mark) statements.get(position)).label();
			this.placed[label.number()] = true;
			this.atLabel[label.number()] = met;
			if (label.isLoop() || this.labels[label.number()] != NO_LABEL) {
				if (framed) {
					this.code.placeAgain(label(label));
				}
				else {
					this.code.place(label(label), met.kinds(), met.size());
					framed = true;
				}
			}
		}
		if (loop && LoopHead.isLong(this.graph.statements(this.graph.lineAt(first)))) {
			endBlock();
		}
		return end;
	}

	private void endBlock() {
		int next = this.code.newLabel();
		this.code.jump(next);
		this.code.place(next, this.state.kinds(), this.state.size());
	}

	// Of a loop that nobody has come to before, it is not clear whether somebody will.
	private boolean isReachable(int position) {
		boolean[] lines = this.reachableLines;
		if (lines == null) {
			lines = this.graph.reachable();
			this.reachableLines = lines;
		}
		return lines[this.graph.lineAt(position)];
	}

	private boolean isLoop(int first, int end) {
		for (int position = first; position < end; position++) {
			if (((Mark) this.body.statements().get(position)).label().isLoop()) {
				return true;
			}
		}
		return false;
	}

	// Who jumps back has assigned what is live, but perhaps not everything that had been
	// assigned when control came here for the first time. Perhaps nobody came here
	// before.
	private FrameState live(int position) {
		FrameState live = this.state.ofNothing();
		this.liveness.forEachLiveIn(this.graph.lineAt(position), (variable) -> {
			if (this.slots.hasSlot(variable)) {
				live.assign(this.slots.slot(variable));
			}
		});
		return live;
	}

	private static FrameState meet(FrameState one, FrameState other) {
		FrameState met = one.copy();
		met.meet(other);
		return met;
	}

	private int label(Label label) {
		int number = this.labels[label.number()];
		if (number == NO_LABEL) {
			number = this.code.newLabel();
			this.labels[label.number()] = number;
		}
		return number;
	}

	private int jumpTo(Label label) {
		int number = label.number();
		FrameState arriving = this.atLabel[number];
		if (this.placed[number]) {
			if (!this.state.covers(Objects.requireNonNull(arriving))) {
				throw new IllegalStateException("a jump back to " + label + " with less than it needs");
			}
		}
		else if (arriving == null) {
			this.atLabel[number] = this.state.copy();
		}
		else {
			arriving.meet(this.state);
		}
		return label(label);
	}

	private void emit(Statement statement) {
		switch (statement) {
			case Assign assign -> assign(assign);
			case Evaluate evaluate -> {
				this.expressions.emit(evaluate.value());
				pop(evaluate.value().kind());
			}
			case Store store -> this.expressions.memories().store(store);
			case GlobalSet set -> this.expressions.globalSet(set.globalIndex(), set.high(), set.value());
			case VectorStore store -> throw new IllegalArgumentException("vectors have been taken apart: " + store);
			case SetFurtherResult set -> this.expressions.calls().setFurtherResult(set.index(), set.value());
			case Transfer transfer ->
				setField(CodeNames.transfer(transfer.value().kind(), transfer.index()), transfer.value());
			case SetHome set -> setField(CodeNames.home(set.value().kind(), set.index()), set.value());
			case SetElement set -> {
				this.expressions.load(set.array());
				this.expressions.calls().setElement(set.index(), set.value());
			}
			case SetInFrame set -> {
				this.expressions.load(set.frame());
				this.expressions.emit(set.value());
				this.code.put(set.field());
			}
			case SetSegment set -> {
				this.code.loadInstance();
				this.code.use(AbiMethod.INSTANCE_ELEMENTS);
				this.code.constant(set.segmentIndex());
				this.expressions.load(set.items());
				this.code.add(Instruction.AASTORE);
			}
			case Poll poll -> poll(poll);
			case Jump jump -> jump(jump.target());
			case JumpIf jump -> jumpIf(jump);
			case Switch table -> tableSwitch(table);
			case Return give -> giveBack(give);
			case Trap trap -> trap(trap);
			case Throw thrown -> throwException(thrown);
			case Mark mark -> throw new IllegalStateException("labels are placed, not emitted");
			case Enter enter -> throw new IllegalStateException("borders of regions are not emitted");
			case Leave leave -> throw new IllegalStateException("borders of regions are not emitted");
		}
	}

	private void setField(String name, Expression value) {
		this.code.loadInstance();
		this.expressions.emit(value);
		this.code.putField(this.names.instance(), name, value.kind().descriptor());
	}

	private void assign(Assign assign) {
		Expression value = assign.value();
		int slot = this.slots.hasSlot(assign.variable()) ? this.slots.slot(assign.variable()) : NOWHERE;
		if (slot != NOWHERE && value instanceof Numeric sum && isIncrement(sum, slot)) {
			int by = (int) ((Constant) sum.operand(1)).bits();
			this.code.increment(slot, (sum.op() == NumericOp.I32_ADD) ? by : -by);
		}
		else if (slot != NOWHERE) {
			this.expressions.emitAs(value, assign.variable().kind());
			store(assign.variable());
			if (value instanceof SmallBytes) {
				this.expressions.memories().small(assign.variable());
			}
		}
		else if (!Effects.isRemovable(value.effects())) {
			this.expressions.emit(value);
			pop(value.kind());
		}
	}

	// A variable that takes over the slot of the one that is read will do, too.
	private boolean isIncrement(Numeric sum, int slot) {
		boolean known = sum.op() == NumericOp.I32_ADD || sum.op() == NumericOp.I32_SUB;
		return known && sum.operand(0) instanceof Read read && this.slots.slot(read.variable()) == slot
				&& sum.operand(1) instanceof Constant by && Math.abs(by.bits()) <= Short.MAX_VALUE;
	}

	private void pop(Kind kind) {
		switch (kind.slots()) {
			case 1 -> this.code.add(Instruction.POP);
			case 2 -> this.code.add(Instruction.POP2);
			default -> {
			}
		}
	}

	// HotSpot knows what the site leads to while it compiles, and leaves out what follows
	// for as long as nobody is to be stopped.
	private void poll(Poll poll) {
		int goOn = this.code.newLabel();
		if (poll.inLargeMethod()) {
			this.code.use(AbiMethod.POLLS_TARGET);
			pollSite();
			this.code.invokeExact("(" + CALL_SITE + ")" + AbiMethod.POLLS_TARGET.descriptor());
		}
		else {
			pollSite();
			this.code.use(JavaBaseMember.CALL_SITE_TARGET);
		}
		this.code.use(AbiMethod.POLLS_OFF);
		this.code.jump(Condition.SAME, goOn);
		if (poll.site() != 0) {
			this.code.line(poll.site());
		}
		this.code.loadInstance();
		this.code.use(AbiMethod.INTERRUPT_POLL);
		this.code.place(goOn, this.state.kinds(), this.state.size());
	}

	private void pollSite() {
		this.code.getStatic(this.names.internalName(GeneratedNames.POLLS), GeneratedNames.POLL_SITE, CALL_SITE);
	}

	private void jump(Label target) {
		this.code.jump(jumpTo(target));
		this.reachable = false;
	}

	// HotSpot may stop a thread at any instruction that jumps back, and the interpreter
	// would go on there with what lies on the operand stack: the outcome of a comparison
	// would be computed as a number in each round, beside the comparison that jumps. So
	// it jumps on, past a jump back without operands.
	private void jumpIf(JumpIf jump) {
		ConditionEmitter conditions = this.expressions.conditions();
		if (!this.placed[jump.target().number()] || !ConditionEmitter.computes(jump.condition())) {
			conditions.jump(jump.condition(), jump.whenTrue(), jumpTo(jump.target()));
			return;
		}
		int goOn = this.code.newLabel();
		conditions.jump(jump.condition(), !jump.whenTrue(), goOn);
		this.code.jump(jumpTo(jump.target()));
		this.code.place(goOn, this.state.kinds(), this.state.size());
	}

	// HotSpot takes a loop for one by the jumps that lead back, which it counts, but not
	// those of a switch: a loop that goes on through one would stay in the interpreter
	// for as long as the call takes. So a switch only leads on, to a jump back.
	private void tableSwitch(Switch table) {
		this.expressions.emit(table.index());
		Label[] targets = table.targets();
		Map<Label, Integer> back = new LinkedHashMap<>();
		int[] numbers = new int[targets.length];
		for (int index = 0; index < targets.length; index++) {
			numbers[index] = switchTo(targets[index], back);
		}
		this.code.tableSwitch(0, numbers, switchTo(table.otherwise(), back));
		back.forEach((target, number) -> {
			this.code.place(number, this.state.kinds(), this.state.size());
			this.code.jump(jumpTo(target));
		});
		this.reachable = false;
	}

	private int switchTo(Label target, Map<Label, Integer> back) {
		return this.placed[target.number()] ? back.computeIfAbsent(target, (_) -> this.code.newLabel())
				: jumpTo(target);
	}

	private void giveBack(Return give) {
		if (give.value() != null) {
			this.expressions.emit(give.value());
		}
		this.code.giveBack(this.body.result());
		this.reachable = false;
	}

	private void trap(Trap trap) {
		if (trap.site() != 0) {
			this.code.line(trap.site());
		}
		this.code.use(AbiMethod.TRAP_UNREACHABLE);
		this.code.add(Instruction.ATHROW);
		this.reachable = false;
	}

	private void throwException(Throw thrown) {
		this.expressions.emit(thrown.exception());
		boolean isNew = thrown.exception() instanceof OfException made && made.aspect() == OfException.Aspect.CREATE;
		if (!isNew) {
			if (thrown.site() != 0) {
				this.code.line(thrown.site());
			}
			this.code.use(AbiMethod.EXCEPTION_THROWN);
		}
		this.code.add(Instruction.ATHROW);
		this.reachable = false;
	}

	/// Where a shared tail will be, and what has been assigned before it.
	private record PendingTail(int label, FrameState state) {
	}

	/// Where exceptions arrive that lead to a label: from many statements, so that only
	/// what has been assigned before each of them is known.
	private static final class Landing {

		private final Region region;

		private final int label;

		private final FrameState state;

		Landing(Region region, int label, FrameState state) {
			this.region = region;
			this.label = label;
			this.state = state;
		}

		void meet(FrameState thrownAt) {
			this.state.meet(thrownAt);
		}

	}

}
