package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.abi.PayloadLayout;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Expression.Atomic;
import dev.graft.compiler.ir.Expression.Call;
import dev.graft.compiler.ir.Expression.Constant;
import dev.graft.compiler.ir.Expression.Element;
import dev.graft.compiler.ir.Expression.EngineCall;
import dev.graft.compiler.ir.Expression.FurtherResult;
import dev.graft.compiler.ir.Expression.GlobalGet;
import dev.graft.compiler.ir.Expression.Load;
import dev.graft.compiler.ir.Expression.NewArray;
import dev.graft.compiler.ir.Expression.Numeric;
import dev.graft.compiler.ir.Expression.OfException;
import dev.graft.compiler.ir.Expression.Read;
import dev.graft.compiler.ir.Expression.Select;
import dev.graft.compiler.ir.Expression.Vector;
import dev.graft.compiler.ir.Expression.VectorConstant;
import dev.graft.compiler.ir.Expression.VectorLoad;
import dev.graft.compiler.ir.Expression.VectorOfHalves;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Region;
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
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Statement.Throw;
import dev.graft.compiler.ir.Statement.Trap;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.LocalGroup;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.op.VariableOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.op.WideArithmeticOp;
import dev.graft.compiler.tail.TailCalls;
import dev.graft.compiler.validate.InstructionSink;
import org.jspecify.annotations.Nullable;

/// Builds the [Body] of a function while the validator walks through its instructions.
///
/// Operands wait on the [OperandStack] as trees; instructions with effects become
/// statements. Blocks leave nothing behind but labels, and variables for the values that
/// cross them: `br` assigns the results of the block it leaves, or the parameters of the
/// loop it repeats.
public final class FunctionLowering implements InstructionSink {

	/// A `br_table` longer than this is taken apart, so that no statement is too large to
	/// fit in a method.
	private static final int LARGEST_SWITCH = 256;

	/// What says where a range of memory or table elements begins, how long it is, and
	/// what goes there.
	private static final int RANGE_OPERANDS = 3;

	/// A vector may be taken apart into so many lanes.
	private static final int MOST_LANES = 4;

	/// A method with more locals than that could not even zero them within its limits,
	/// and a frame has room for 65,535 slots. Compiled code with so many is rare and slow
	/// anyhow.
	public static final int MOST_LOCALS = 400;

	private final ModuleModel module;

	private final CompilerSettings settings;

	private final FunctionType type;

	private final Body.Variables variables = new Body.Variables();

	private final List<Variable> parameters = new ArrayList<>();

	private final List<Variable> locals = new ArrayList<>();

	private final int mostLocals;

	/// The locals behind the first ones, which are kept in arrays.
	private final List<DistantLocal> distantLocals = new ArrayList<>();

	private int distantPlaces;

	/// How many variables the vectors among the locals are, beyond one each.
	private int furtherLanes;

	private @Nullable TailCallLowering tails;

	private @Nullable Variable distantBits;

	private @Nullable Variable distantReferences;

	private final List<Statement> statements = new ArrayList<>();

	private final OperandStack stack = new OperandStack(this.variables, this.statements);

	private final HeapLowering heap;

	private final List<ControlFrame> frames = new ArrayList<>();

	/// What holds the exception in handlers, by how many blocks with handlers there are
	/// around: one is enough for those that do not nest.
	private final List<Variable> exceptions = new ArrayList<>();

	/// The regions of deprecated `try` blocks without handlers, and those that handle
	/// their exceptions.
	private final Map<Region, Region> delegates = new HashMap<>();

	private final Sites sites;

	private final Set<Target.Indirect> indirectCalls = new HashSet<>();

	private int offset;

	private boolean polledAtEntry;

	/// @param module the module, valid but for its bodies
	/// @param functionIndex a function that it defines
	/// @param settings how to compile
	/// @param mostLocals how many locals, parameters included, are variables; others are
	/// kept in arrays
	/// @param tails what the module's functions do with their calls in tail position
	public FunctionLowering(ModuleModel module, int functionIndex, CompilerSettings settings, int mostLocals,
			TailCalls tails) {
		this(module, module.functionType(functionIndex), settings, mostLocals);
		this.tails = new TailCallLowering(module, functionIndex, tails, this.variables, this.stack, this::site,
				resultKind());
		declareParameters();
		for (LocalGroup group : module.body(functionIndex).locals()) {
			declareLocals(Kind.of(group.type()), group.count());
		}
		createArrays();
		this.offset = module.body(functionIndex).codeOffset();
		markBeginning(this.tails.beginning());
	}

	private void markBeginning(@Nullable Label beginning) {
		if (beginning != null) {
			this.statements.add(new Mark(beginning));
			pollHere();
		}
	}

	private void declareLocals(Kind kind, int count) {
		for (int number = 0; number < count; number++) {
			if (this.distantLocals.isEmpty() && localVariables() + lanes(kind) <= this.mostLocals) {
				this.locals.add(this.variables.variable(kind));
				this.furtherLanes += lanes(kind) - 1;
			}
			else {
				this.distantLocals.add(new DistantLocal(kind, this.distantPlaces));
				this.distantPlaces += (kind == Kind.VECTOR) ? 2 : 1;
			}
		}
	}

	// As how many variables a local may end.
	private static int lanes(Kind kind) {
		return (kind == Kind.VECTOR) ? MOST_LANES : 1;
	}

	private void createArrays() {
		if (!this.distantLocals.isEmpty()) {
			this.distantBits = array(this.distantBits, Kind.BITS, this.distantPlaces);
			this.distantReferences = array(this.distantReferences, Kind.REFERENCES, this.distantPlaces);
		}
	}

	/// A lowering of a constant expression.
	/// @param module the module
	/// @param result the type of the expression
	/// @param settings how to compile
	public FunctionLowering(ModuleModel module, ValueType result, CompilerSettings settings) {
		this(module, FunctionType.of(List.of(), result), settings, 0);
	}

	private FunctionLowering(ModuleModel module, FunctionType type, CompilerSettings settings, int mostLocals) {
		this.module = module;
		this.settings = settings;
		this.mostLocals = mostLocals;
		this.type = type;
		this.sites = new Sites(settings.addressMap());
		this.heap = new HeapLowering(module, this.stack, this::site);
		this.frames.add(frame(ControlOp.END, type, null, new Expression[0]));
	}

	/// What the function does. To be asked for after the last instruction.
	public Body body() {
		if (!this.delegates.isEmpty()) {
			this.statements.replaceAll(this::undelegated);
		}
		return new Body(this.variables, this.parameters, resultKind(), this.statements);
	}

	// What the method returns: of a vector its lower half.
	private Kind resultKind() {
		Kind result = this.type.results().isEmpty() ? Kind.VOID : Kind.of(this.type.results().getFirst());
		return (result == Kind.VECTOR) ? Kind.LONG : result;
	}

	private Statement undelegated(Statement statement) {
		if (!(statement instanceof Enter enter)) {
			return statement;
		}
		Region target = enter.region();
		for (Region next = this.delegates.get(target); next != null; next = this.delegates.get(target)) {
			target = next;
		}
		if (target != enter.region()) {
			// Those further in that delegate to this one need not go the whole way again.
			this.delegates.put(enter.region(), target);
		}
		return new Enter(target);
	}

	/// How many variables the locals are, parameters included and not those in arrays.
	public int localVariables() {
		return this.locals.size() + this.furtherLanes;
	}

	/// The places that stack traces can name.
	public Sites sites() {
		return this.sites;
	}

	/// What is called through tables.
	public Set<Target.Indirect> indirectCalls() {
		return this.indirectCalls;
	}

	/// The types of functions for which arguments are left in the context.
	public Set<Integer> tailArgumentTypes() {
		return tails().argumentTypes();
	}

	private void declareParameters() {
		for (ValueType parameter : this.type.parameters()) {
			this.locals.add(this.variables.variable(Kind.of(parameter)));
		}
		if (!GeneratedSignatures.isWide(this.type)) {
			this.locals.forEach(this::declareParameter);
			return;
		}
		Variable bits = this.variables.variable(Kind.BITS);
		Variable references = this.variables.variable(Kind.REFERENCES);
		this.parameters.addAll(List.of(bits, references));
		for (int index = 0; index < this.locals.size(); index++) {
			Variable local = this.locals.get(index);
			Variable array = local.kind().isReference() ? references : bits;
			int place = GeneratedSignatures.place(this.type.parameters(), index);
			this.statements.add(new Assign(local, Element.of(local.kind(), place, array)));
		}
	}

	// A vector arrives in two halves.
	private void declareParameter(Variable local) {
		if (local.kind() != Kind.VECTOR) {
			this.parameters.add(local);
			return;
		}
		Variable low = this.variables.temporary(Kind.LONG);
		Variable high = this.variables.temporary(Kind.LONG);
		this.parameters.addAll(List.of(low, high));
		this.statements.add(new Assign(local, new VectorOfHalves(new Read(low), new Read(high))));
	}

	@Override
	public void at(int offset) {
		this.offset = offset;
	}

	private int site() {
		return this.sites.add(this.offset);
	}

	// Blocks

	@Override
	public void block(ControlOp op, FunctionType type) {
		switch (op) {
			case LOOP -> beginLoop(type);
			case IF -> beginIf(type);
			case TRY -> enterRegion(beginBlock(op, type));
			default -> beginBlock(op, type);
		}
	}

	private ControlFrame beginBlock(ControlOp op, FunctionType type) {
		this.stack.settleAll();
		ControlFrame frame = frame(op, type, null, new Expression[0]);
		this.frames.add(frame);
		return frame;
	}

	private void beginLoop(FunctionType type) {
		this.stack.settleAll();
		Expression[] initial = this.stack.pop(type.parameters().size());
		ControlFrame frame = frame(ControlOp.LOOP, type, null, initial);
		assign(frame.carried, initial);
		this.stack.emit(new Mark(frame.label));
		if (this.settings.interruptible()) {
			this.stack.emit(new Poll(site()));
		}
		this.frames.add(frame);
		pushAll(frame.carried);
	}

	private void beginIf(FunctionType type) {
		Expression condition = this.stack.pop();
		this.stack.settleAll();
		Expression[] parameters = this.stack.pop(type.parameters().size());
		ControlFrame frame = frame(ControlOp.IF, type, this.variables.label(false), parameters);
		this.stack.emit(new JumpIf(condition, false, otherwise(frame)));
		this.frames.add(frame);
		pushAll(parameters);
	}

	private ControlFrame frame(ControlOp op, FunctionType type, @Nullable Label otherwise, Expression[] parameters) {
		List<ValueType> carried = (op == ControlOp.LOOP) ? type.parameters() : type.results();
		List<Variable> variables = new ArrayList<>(carried.size());
		if (op != ControlOp.END) {
			carried.forEach((each) -> variables.add(this.variables.variable(Kind.of(each))));
		}
		boolean keepsParameters = switch (op) {
			case BLOCK, TRY, TRY_TABLE -> true;
			default -> false;
		};
		int below = keepsParameters ? type.parameters().size() : 0;
		ControlFrame frame = new ControlFrame(op, type, this.stack.size() - below,
				this.variables.label(op == ControlOp.LOOP), variables, otherwise, parameters);
		if (!this.frames.isEmpty()) {
			ControlFrame outer = this.frames.getLast();
			frame.around = outer.innermost();
			frame.handlersAround = outer.handlersAround + ((outer.region != null) ? 1 : 0);
		}
		return frame;
	}

	private static Label otherwise(ControlFrame frame) {
		return Objects.requireNonNull(frame.otherwise);
	}

	@Override
	public void orElse(boolean fallsThrough) {
		ControlFrame frame = this.frames.getLast();
		if (fallsThrough) {
			leave(frame);
		}
		this.stack.cut(frame.height);
		this.stack.emit(new Mark(otherwise(frame)));
		frame.inElse = true;
		pushAll(frame.parameters);
	}

	// Jumps to the end of a block with its results.
	private void leave(ControlFrame frame) {
		assignResults(frame);
		this.stack.emit(new Jump(frame.label));
		frame.branched = true;
	}

	@Override
	public void end(boolean fallsThrough, boolean reachable) {
		ControlFrame frame = this.frames.removeLast();
		if (frame.isFunction()) {
			if (fallsThrough) {
				returnFromFunction();
			}
			return;
		}
		if (frame.region != null) {
			endTry(frame, fallsThrough);
			return;
		}
		boolean skipsTo = frame.op == ControlOp.IF && !frame.inElse;
		if (skipsTo) {
			endWithoutElse(frame, fallsThrough);
		}
		else if (frame.op == ControlOp.LOOP || !frame.branched) {
			if (!fallsThrough) {
				this.stack.cut(frame.height);
			}
		}
		else {
			if (fallsThrough) {
				assignResults(frame);
			}
			endAtLabel(frame);
		}
	}

	private void endWithoutElse(ControlFrame frame, boolean fallsThrough) {
		if (frame.carried.isEmpty()) {
			this.stack.cut(frame.height);
			this.stack.emit(new Mark(otherwise(frame)));
			if (frame.branched) {
				this.stack.emit(new Mark(frame.label));
			}
			return;
		}
		if (fallsThrough) {
			leave(frame);
		}
		this.stack.cut(frame.height);
		this.stack.emit(new Mark(otherwise(frame)));
		assign(frame.carried, frame.parameters);
		endAtLabel(frame);
	}

	private void endAtLabel(ControlFrame frame) {
		this.stack.cut(frame.height);
		this.stack.emit(new Mark(frame.label));
		pushAll(frame.carried);
	}

	private void assignResults(ControlFrame frame) {
		for (int index = frame.carried.size() - 1; index >= 0; index--) {
			this.stack.emit(new Assign(frame.carried.get(index), this.stack.pop()));
		}
	}

	// Only for values that do not read the variables.
	private void assign(List<Variable> variables, Expression[] values) {
		for (int index = 0; index < values.length; index++) {
			this.stack.emit(new Assign(variables.get(index), values[index]));
		}
	}

	private void pushAll(List<Variable> variables) {
		variables.forEach((variable) -> this.stack.push(new Read(variable)));
	}

	private void pushAll(Expression[] values) {
		for (Expression value : values) {
			this.stack.push(value);
		}
	}

	// Exceptions

	@Override
	public void tryTable(FunctionType type, List<CatchClause> catches) {
		ControlFrame frame = beginBlock(ControlOp.TRY_TABLE, type);
		if (!catches.isEmpty()) {
			frame.catches = catches;
			enterRegion(frame);
		}
	}

	private void enterRegion(ControlFrame frame) {
		if (frame.handlersAround == this.exceptions.size()) {
			this.exceptions.add(this.variables.variable(Kind.REFERENCE));
		}
		Region region = Region.handledAt(this.variables.label(false), this.exceptions.get(frame.handlersAround));
		frame.region = region;
		this.stack.emit(new Enter(region));
		this.stack.inRegion(true);
	}

	private void leaveRegion(ControlFrame frame) {
		this.stack.emit(new Leave());
		this.stack.inRegion(frame.around != null);
	}

	private static Expression exception(ControlFrame frame) {
		return new Read(Objects.requireNonNull(frame.region).exception());
	}

	private void endTry(ControlFrame frame, boolean fallsThrough) {
		if (fallsThrough) {
			leave(frame);
		}
		this.stack.cut(frame.height);
		if (frame.op == ControlOp.TRY_TABLE) {
			leaveRegion(frame);
			catchClauses(frame);
		}
		else if (!frame.inHandler) {
			leaveRegion(frame);
			delegate(frame, 0);
		}
		else if (frame.uncaught != null) {
			this.stack.emit(new Mark(frame.uncaught));
			this.stack.emit(new Throw(exception(frame), 0));
		}
		if (frame.branched) {
			endAtLabel(frame);
		}
	}

	private void catchClauses(ControlFrame frame) {
		this.stack.emit(new Mark(Objects.requireNonNull(frame.region).handler()));
		boolean all = false;
		for (CatchClause clause : frame.catches) {
			if (all) {
				// Nothing is left for this one to catch. The validator does not look that
				// far.
				frame(clause.label()).branched = true;
				continue;
			}
			@Nullable Label otherwise = clause.kind().hasTag() ? matching(frame, clause.tagIndex()) : null;
			if (clause.kind().hasReference()) {
				this.stack.push(exception(frame));
			}
			branch(clause.label());
			this.stack.cut(frame.height);
			if (otherwise != null) {
				this.stack.emit(new Mark(otherwise));
			}
			all = otherwise == null;
		}
		if (!all) {
			this.stack.emit(new Throw(exception(frame), 0));
		}
	}

	// Pushes what the exception carries if it has the tag, or jumps on.
	private Label matching(ControlFrame frame, int tagIndex) {
		Label otherwise = this.variables.label(false);
		this.stack.emit(new JumpIf(OfException.matches(tagIndex, exception(frame)), false, otherwise));
		List<ValueType> types = carried(tagIndex);
		PayloadLayout layout = PayloadLayout.of(types);
		for (int index = 0; index < types.size(); index++) {
			this.stack.push(carried(Kind.of(types.get(index)), layout.place(index), exception(frame)));
		}
		return otherwise;
	}

	private static Expression carried(Kind kind, int place, Expression exception) {
		return switch (kind) {
			case VECTOR -> new VectorOfHalves(carried(Kind.LONG, place, exception),
					carried(Kind.LONG, place + 1, exception));
			case REFERENCE -> new Element(kind, place, OfException.references(exception));
			default -> new Element(kind, place, OfException.bits(exception));
		};
	}

	private List<ValueType> carried(int tagIndex) {
		return this.module.types().function(this.module.tagTypes().get(tagIndex).typeIndex()).parameters();
	}

	@Override
	public void handler(boolean fallsThrough, int tagIndex, List<ValueType> parameters) {
		ControlFrame frame = beginHandler(fallsThrough);
		frame.uncaught = matching(frame, tagIndex);
	}

	@Override
	public void handlerOfAll(boolean fallsThrough) {
		beginHandler(fallsThrough).uncaught = null;
	}

	private ControlFrame beginHandler(boolean fallsThrough) {
		ControlFrame frame = this.frames.getLast();
		if (fallsThrough) {
			leave(frame);
		}
		this.stack.cut(frame.height);
		if (frame.uncaught != null) {
			this.stack.emit(new Mark(frame.uncaught));
		}
		else {
			frame.inHandler = true;
			leaveRegion(frame);
			this.stack.emit(new Mark(Objects.requireNonNull(frame.region).handler()));
		}
		return frame;
	}

	@Override
	public void delegate(boolean fallsThrough, boolean reachable, int label) {
		ControlFrame frame = this.frames.removeLast();
		if (fallsThrough) {
			leave(frame);
		}
		this.stack.cut(frame.height);
		leaveRegion(frame);
		delegate(frame, label);
		if (frame.branched) {
			endAtLabel(frame);
		}
	}

	// The next block outwards that protects what is in it handles the exceptions, or if
	// there is none, the caller.
	private void delegate(ControlFrame frame, int label) {
		Region target = frame(label).innermost();
		this.delegates.put(Objects.requireNonNull(frame.region), (target != null) ? target : Region.NONE);
	}

	@Override
	public void throwException(int tagIndex, List<ValueType> parameters) {
		Expression[] values = keep(this.stack.pop(parameters.size()));
		PayloadLayout layout = PayloadLayout.of(parameters);
		@Nullable Variable bits = (layout.bits() > 0) ? array(Kind.BITS, layout.bits()) : null;
		@Nullable Variable references = (layout.references() > 0) ? array(Kind.REFERENCES, layout.references()) : null;
		for (int index = 0; index < values.length; index++) {
			Variable array = Objects.requireNonNull(parameters.get(index).isReference() ? references : bits);
			Expression[] parts = halves(new Expression[] { values[index] });
			for (int part = 0; part < parts.length; part++) {
				this.stack.emit(new SetElement(array, layout.place(index) + part, parts[part]));
			}
		}
		Expression exception = OfException.create(tagIndex,
				(bits != null) ? new Read(bits) : Constant.zero(Kind.BITS),
				(references != null) ? new Read(references) : Constant.zero(Kind.REFERENCES));
		this.stack.emit(new Throw(exception, site()));
	}

	@Override
	public void throwReference() {
		this.stack.emit(new Throw(this.stack.pop(), site()));
	}

	@Override
	public void rethrow(int label) {
		this.stack.emit(new Throw(exception(frame(label)), site()));
	}

	// Branches

	private ControlFrame frame(int label) {
		return this.frames.get(this.frames.size() - 1 - label);
	}

	@Override
	public void branch(int label) {
		ControlFrame frame = frame(label);
		if (frame.isFunction()) {
			returnFromFunction();
		}
		else {
			leave(frame);
		}
	}

	@Override
	public void branchIf(int label) {
		ControlFrame frame = frame(label);
		branchIf(this.stack.pop(), frame);
	}

	private void branchIf(Expression condition, ControlFrame frame) {
		if (!frame.isFunction() && frame.arity() == 0) {
			this.stack.emit(new JumpIf(condition, true, frame.label));
			frame.branched = true;
			return;
		}
		this.stack.settleAll();
		Label stay = this.variables.label(false);
		this.stack.emit(new JumpIf(condition, false, stay));
		branchWithCopies(frame);
		this.stack.emit(new Mark(stay));
	}

	@Override
	public void branchOnNull(int label) {
		Expression reference = keptReference();
		branchIf(EngineCall.isNull(reference), frame(label));
		this.stack.push(reference);
	}

	@Override
	public void branchOnNonNull(int label) {
		Expression reference = keptReference();
		this.stack.settleAll();
		Label stay = this.variables.label(false);
		this.stack.emit(new JumpIf(EngineCall.isNull(reference), true, stay));
		this.stack.push(reference);
		branchWithCopies(frame(label));
		this.stack.pop();
		this.stack.emit(new Mark(stay));
	}

	// Off the stack, in a form that can be read twice.
	private Expression keptReference() {
		Expression reference = this.stack.pop();
		return (reference instanceof Read || reference.isStable()) ? reference : this.stack.emitToTemporary(reference);
	}

	// Branches with operands that stay on the stack. They have been settled, so reading
	// them
	// twice is fine.
	private void branchWithCopies(ControlFrame frame) {
		int arity = frame.arity();
		Expression[] values = new Expression[arity];
		for (int index = 0; index < arity; index++) {
			values[index] = this.stack.peek(arity - 1 - index);
		}
		if (frame.isFunction()) {
			returnValues(values);
			return;
		}
		assign(frame.carried, values);
		this.stack.emit(new Jump(frame.label));
		frame.branched = true;
	}

	@Override
	public void branchTable(int[] labels, int defaultLabel) {
		Expression index = this.stack.pop();
		this.stack.settleAll();
		Map<ControlFrame, Label> detours = new HashMap<>();
		Label otherwise = tableTarget(frame(defaultLabel), detours);
		Label[] targets = new Label[labels.length];
		for (int number = 0; number < labels.length; number++) {
			targets[number] = tableTarget(frame(labels[number]), detours);
		}
		emitSwitch(index, targets, otherwise);
		detours.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.number(), other.number())))
			.forEach((detour) -> {
				this.stack.emit(new Mark(detour.getValue()));
				branchWithCopies(detour.getKey());
			});
	}

	// Where operands have to be carried along, or the function is left, by a detour.
	private Label tableTarget(ControlFrame frame, Map<ControlFrame, Label> detours) {
		if (frame.isFunction() || frame.arity() > 0) {
			return detours.computeIfAbsent(frame, (key) -> this.variables.label(false));
		}
		frame.branched = true;
		return frame.label;
	}

	private void emitSwitch(Expression index, Label[] targets, Label otherwise) {
		if (targets.length == 0) {
			if (!Effects.isRemovable(index.effects())) {
				this.stack.emit(new Evaluate(index));
			}
			this.stack.emit(new Jump(otherwise));
		}
		else if (targets.length <= LARGEST_SWITCH) {
			this.stack.emit(new Switch(index, targets, otherwise));
		}
		else {
			new LargeSwitch(this.variables, this.statements, this.stack.emitToTemporary(index), otherwise).emit(targets,
					LARGEST_SWITCH);
		}
	}

	@Override
	public void returnFromFunction() {
		returnValues(this.stack.pop(this.type.results().size()));
	}

	private void returnValues(Expression[] values) {
		if (values.length == 0) {
			this.stack.emit(new Return(null));
			return;
		}
		Expression[] halved = halves(values);
		Expression[] kept = (halved.length == 1) ? halved : keep(halved);
		for (int index = 1; index < kept.length; index++) {
			this.stack.emit(new SetFurtherResult(index, kept[index]));
		}
		this.stack.emit(new Return(kept[0]));
	}

	// All results have to be known before the first of them is left for the caller, as
	// computing another may call something that leaves results too.
	private Expression[] keep(Expression[] values) {
		Expression[] kept = new Expression[values.length];
		for (int index = 0; index < values.length; index++) {
			boolean lasts = values[index].effects() == Effects.NONE;
			kept[index] = lasts ? values[index] : this.stack.emitToTemporary(values[index]);
		}
		return kept;
	}

	@Override
	public void unreachable() {
		this.stack.emit(new Trap(site()));
	}

	// Calls

	@Override
	public void call(int functionIndex, FunctionType type) {
		boolean imported = functionIndex < this.module.importedCount(ExternalKind.FUNCTION);
		Target target = imported ? new Target.Import(functionIndex) : new Target.Function(functionIndex);
		pollAtEntry();
		call(target, type, arguments(type));
	}

	@Override
	public void callIndirect(int typeIndex, int tableIndex, FunctionType type) {
		call(new Target.Indirect(typeIndex, tableIndex), type);
	}

	@Override
	public void callReference(int typeIndex, FunctionType type) {
		call(Target.Indirect.byReference(typeIndex), type);
	}

	private void call(Target.Indirect target, FunctionType type) {
		pollAtEntry();
		this.indirectCalls.add(target);
		boolean wide = GeneratedSignatures.isWide(type);
		Expression callee = TableOperands.narrow(wide ? settledTop() : this.stack.pop());
		Expression[] arguments = arguments(type);
		Expression[] operands = Arrays.copyOf(arguments, arguments.length + 1);
		operands[arguments.length] = callee;
		call(target, type, operands);
	}

	private Expression settledTop() {
		this.stack.settleAll();
		return this.stack.pop();
	}

	// A function that calls others can be part of a recursion that takes longer than
	// anybody
	// wants to wait; one that does not call cannot.
	private void pollAtEntry() {
		if (!this.polledAtEntry && this.settings.interruptible()) {
			this.polledAtEntry = true;
			this.statements.addFirst(new Poll(site()));
		}
	}

	// Calls in tail position

	private TailCallLowering tails() {
		return Objects.requireNonNull(this.tails);
	}

	private void pollHere() {
		if (this.settings.interruptible()) {
			this.polledAtEntry = true;
			this.statements.add(new Poll(site()));
		}
	}

	@Override
	public void returnCall(int functionIndex, FunctionType type) {
		pollAtEntry();
		if (tails().isRepetition(functionIndex)) {
			tails().repeat(this.locals, type);
			createArrays();
			tails().jumpToBeginning();
			return;
		}
		this.stack.settleAll();
		if (functionIndex < this.module.importedFunctionCount()) {
			tails().imported(functionIndex, arguments(type));
		}
		else {
			tails().direct(functionIndex, arguments(type));
		}
	}

	@Override
	public void returnCallIndirect(int typeIndex, int tableIndex, FunctionType type) {
		pollAtEntry();
		Expression callee = tails().callee(tableIndex, typeIndex, TableOperands.narrow(this.stack.pop()));
		returnCall(typeIndex, type, callee);
	}

	@Override
	public void returnCallReference(int typeIndex, FunctionType type) {
		pollAtEntry();
		returnCall(typeIndex, type, settledTop());
	}

	private void returnCall(int typeIndex, FunctionType type, Expression callee) {
		Target.Indirect target = Target.Indirect.byReference(typeIndex);
		this.indirectCalls.add(target);
		this.stack.settleAll();
		tails().reference(target, callee, arguments(type));
	}

	private Expression[] arguments(FunctionType type) {
		if (!GeneratedSignatures.isWide(type)) {
			return halves(this.stack.pop(type.parameters().size()));
		}
		this.stack.settleAll();
		Expression[] values = halves(this.stack.pop(type.parameters().size()));
		Variable bits = array(Kind.BITS, values.length);
		Variable references = array(Kind.REFERENCES, values.length);
		for (int index = 0; index < values.length; index++) {
			Variable array = values[index].kind().isReference() ? references : bits;
			this.stack.emit(new SetElement(array, index, values[index]));
		}
		return new Expression[] { new Read(bits), new Read(references) };
	}

	/// What travels to another function: of each vector its two halves.
	static Expression[] halves(Expression[] values) {
		List<Expression> halved = new ArrayList<>(values.length);
		for (Expression value : values) {
			if (value.kind() == Kind.VECTOR) {
				halved.add(Vector.half(0, value));
				halved.add(Vector.half(1, value));
			}
			else {
				halved.add(value);
			}
		}
		return halved.toArray(new Expression[0]);
	}

	// A function that begins again makes them again.
	private Variable array(@Nullable Variable known, Kind kind, int length) {
		Variable array = (known != null) ? known : this.variables.variable(kind);
		this.stack.emit(new Assign(array, new NewArray(kind, length)));
		return array;
	}

	private Variable array(Kind kind, int length) {
		Variable array = this.variables.temporary(kind);
		this.stack.emit(new Assign(array, new NewArray(kind, length)));
		return array;
	}

	private void call(Target target, FunctionType type, Expression[] operands) {
		List<ValueType> results = type.results();
		if (results.isEmpty()) {
			this.stack.emit(new Evaluate(new Call(Kind.VOID, target, site(), operands)));
			return;
		}
		Kind kind = Kind.of(results.getFirst());
		Call call = new Call((kind == Kind.VECTOR) ? Kind.LONG : kind, target, site(), operands);
		if (results.size() == 1 && kind != Kind.VECTOR) {
			this.stack.push(call);
			return;
		}
		List<Expression> values = new ArrayList<>(results.size());
		Expression first = this.stack.emitToTemporary(call);
		values.add((kind == Kind.VECTOR) ? new VectorOfHalves(first, furtherResult(Kind.LONG, 1)) : first);
		for (int index = 1; index < results.size(); index++) {
			values.add(furtherResult(Kind.of(results.get(index)), GeneratedSignatures.place(results, index)));
		}
		values.forEach(this.stack::push);
	}

	private Expression furtherResult(Kind kind, int place) {
		return (kind == Kind.VECTOR)
				? new VectorOfHalves(furtherResult(Kind.LONG, place), furtherResult(Kind.LONG, place + 1))
				: this.stack.emitToTemporary(new FurtherResult(kind, place));
	}

	// Numbers and variables

	@Override
	public void constant(ConstantOp op, long bits) {
		this.stack.push(Constant.of(Kind.of(op.type()), bits));
	}

	@Override
	public void numeric(NumericOp op) {
		Expression[] operands = this.stack.pop(op.signature().operands().size());
		this.stack.push(new Numeric(op, Numeric.canTrap(op) ? site() : 0, operands));
	}

	@Override
	public void vectorConstant(long low, long high) {
		this.stack.push(new VectorConstant(low, high));
	}

	@Override
	public void vector(VectorOp op, int lane) {
		Expression[] operands = this.stack.pop(op.signature().operands().size());
		this.stack.push(Vector.of(op.deterministic(), lane, operands));
	}

	@Override
	public void shuffle(byte[] lanes) {
		this.stack.push(Vector.shuffle(lanes, this.stack.pop(2)));
	}

	@Override
	public void vectorAccess(VectorMemoryOp op, int memoryIndex, long offset, int lane) {
		if (op.isLane() && op.access() == MemoryAccessOp.Access.LOAD) {
			Expression[] operands = this.stack.pop(2);
			Expression loaded = load(VectorAccesses.part(op), memoryIndex, offset, operands[0]);
			this.stack.push(Vector.of(VectorAccesses.replacing(op), lane, operands[1], loaded));
		}
		else if (op.isLane()) {
			Expression[] operands = this.stack.pop(2);
			Access access = Access.of(VectorAccesses.part(op), memoryIndex, offset, site());
			Expression stored = Vector.of(VectorAccesses.extracting(op), lane, operands[1]);
			this.stack.emit(new Store(access, operands[0], stored));
		}
		else {
			wholeVector(op, Access.of(MemoryAccessOp.I64_LOAD, memoryIndex, offset, site()));
		}
	}

	private void wholeVector(VectorMemoryOp op, Access access) {
		if (op == VectorMemoryOp.V128_STORE) {
			Expression[] operands = this.stack.pop(2);
			this.stack.emit(new VectorStore(access, operands[0], operands[1]));
		}
		else if (op == VectorMemoryOp.V128_LOAD) {
			this.stack.push(new VectorLoad(access, this.stack.pop()));
		}
		else {
			Expression loaded = load(VectorAccesses.part(op), access.memoryIndex(), access.offset(), this.stack.pop());
			if (VectorAccesses.isExtending(op)) {
				this.stack.push(new VectorOfHalves(loaded, Constant.zero(Kind.LONG)));
				this.stack.push(Vector.of(VectorAccesses.extending(op), 0, this.stack.pop()));
			}
			else {
				this.stack.push(VectorAccesses.vector(op, loaded));
			}
		}
	}

	private Expression load(MemoryAccessOp op, int memoryIndex, long offset, Expression address) {
		return new Load(Access.of(op, memoryIndex, offset, site()), address);
	}

	@Override
	public void wideArithmetic(WideArithmeticOp op) {
		new WideArithmetic(this.variables, this.stack).lower(op, keep(this.stack.pop(op.operands())));
	}

	@Override
	public void drop(ValueType type) {
		Expression dropped = this.stack.pop();
		if (!Effects.isRemovable(dropped.effects())) {
			this.stack.emit(new Evaluate(dropped));
		}
	}

	@Override
	public void select(ValueType type) {
		Expression[] operands = this.stack.pop(3);
		this.stack.push(new Select(operands[0], operands[1], operands[2]));
	}

	@Override
	public void local(VariableOp op, int localIndex, ValueType type) {
		if (localIndex >= this.locals.size()) {
			distantLocal(op, localIndex - this.locals.size());
			return;
		}
		Variable local = this.locals.get(localIndex);
		if (op != VariableOp.LOCAL_GET) {
			Expression value = this.stack.pop();
			if (!(value instanceof Read read && read.variable() == local)) {
				this.stack.emit(new Assign(local, value));
			}
		}
		if (op != VariableOp.LOCAL_SET) {
			this.stack.push(new Read(local));
		}
	}

	private void distantLocal(VariableOp op, int index) {
		DistantLocal local = this.distantLocals.get(index);
		Variable array = Objects.requireNonNull(local.kind.isReference() ? this.distantReferences : this.distantBits);
		if (op != VariableOp.LOCAL_GET) {
			Expression[] halves = halves(this.stack.pop(1));
			for (int half = 0; half < halves.length; half++) {
				this.stack.emit(new SetElement(array, local.place + half, halves[half]));
			}
		}
		if (op != VariableOp.LOCAL_SET) {
			this.stack.push(Element.of(local.kind, local.place, array));
		}
	}

	@Override
	public void global(VariableOp op, int globalIndex, ValueType type) {
		if (op == VariableOp.GLOBAL_SET) {
			Expression[] halves = halves(this.stack.pop(1));
			for (int half = 0; half < halves.length; half++) {
				this.stack.emit(new GlobalSet(globalIndex, half == 1, halves[half]));
			}
		}
		else {
			this.stack.push(globalValue(this.module, globalIndex));
		}
	}

	/// The value of a global: a constant if it can be known here.
	public static Expression globalValue(ModuleModel module, int globalIndex) {
		boolean mutable = module.globalTypes().get(globalIndex).mutable();
		Kind kind = Kind.of(module.globalTypes().get(globalIndex).valueType());
		int defined = globalIndex - module.importedCount(ExternalKind.GLOBAL);
		if (!mutable && defined >= 0) {
			switch (module.globals().get(defined).initializer().form()) {
				case ConstantExpression.Form.NumberValue number -> {
					return Constant.of(kind, number.bits());
				}
				case ConstantExpression.Form.VectorValue vector -> {
					return new VectorConstant(vector.low(), vector.high());
				}
				default -> {
				}
			}
		}
		return GlobalGet.of(kind, mutable, globalIndex);
	}

	// Memories, tables, references

	@Override
	public void access(MemoryAccessOp op, int memoryIndex, long offset) {
		Access access = Access.of(op, memoryIndex, offset, site());
		if (op.access() == MemoryAccessOp.Access.LOAD) {
			this.stack.push(new Load(access, this.stack.pop()));
		}
		else {
			Expression[] operands = this.stack.pop(2);
			this.stack.emit(new Store(access, operands[0], operands[1]));
		}
	}

	@Override
	public void atomic(AtomicOp op, int memoryIndex, long offset) {
		boolean isFence = op.action() == AtomicOp.Action.FENCE;
		Expression[] operands = this.stack.pop(isFence ? 0 : 1 + op.action().valueOperands());
		if (!isFence && operands[0].kind() == Kind.INT) {
			operands[0] = new Numeric(NumericOp.I64_EXTEND_I32_U, 0, operands[0]);
		}
		Atomic instruction = new Atomic(op, memoryIndex, offset, site(), operands);
		if (instruction.kind() == Kind.VOID) {
			this.stack.emit(new Evaluate(instruction));
		}
		else {
			this.stack.push(instruction);
		}
	}

	@Override
	public void memory(MemoryOp op, int memoryIndex, int other) {
		int operands = switch (op) {
			case MEMORY_SIZE, DATA_DROP -> 0;
			case MEMORY_GROW -> 1;
			case MEMORY_INIT, MEMORY_COPY, MEMORY_FILL -> RANGE_OPERANDS;
		};
		Expression[] values = this.stack.pop(operands);
		if (op == MemoryOp.MEMORY_COPY) {
			widenIfMixed(values);
		}
		run(instruction(op, memoryIndex, other, values));
		pollAfter(operands == RANGE_OPERANDS);
	}

	private EngineCall instruction(MemoryOp op, int memoryIndex, int other, Expression[] values) {
		if (op == MemoryOp.DATA_DROP) {
			return EngineCall.of(op, Kind.VOID, memoryIndex, other, site(), values);
		}
		ExternalType.Memory type = this.module.memoryTypes().get(memoryIndex);
		Kind address = Kind.of(type.addressType().valueType());
		boolean sharedSize = op == MemoryOp.MEMORY_SIZE && type.shared();
		return sharedSize ? EngineCall.sharedSize(address, memoryIndex, site())
				: EngineCall.of(op, address, memoryIndex, other, site(), values);
	}

	// Between memories of different address types there is a copy for the wider one.
	private static void widenIfMixed(Expression[] values) {
		if (Arrays.stream(values).anyMatch((value) -> value.kind() == Kind.LONG)) {
			for (int index = 0; index < values.length; index++) {
				if (values[index].kind() == Kind.INT) {
					values[index] = new Numeric(NumericOp.I64_EXTEND_I32_U, 0, values[index]);
				}
			}
		}
	}

	@Override
	public void table(TableOp op, int tableIndex, int other) {
		int operands = switch (op) {
			case TABLE_SIZE, ELEM_DROP -> 0;
			case TABLE_GET -> 1;
			case TABLE_SET, TABLE_GROW -> 2;
			case TABLE_INIT, TABLE_COPY, TABLE_FILL -> RANGE_OPERANDS;
		};
		EngineCall instruction = EngineCall.of(op, tableIndex, other, site(),
				TableOperands.narrow(this.stack.pop(operands)));
		boolean wide = instruction.kind() == Kind.INT
				&& this.module.tableTypes().get(tableIndex).addressType() == AddressType.I64;
		if (wide) {
			this.stack.push(TableOperands.widen(op, instruction));
		}
		else {
			run(instruction);
		}
		pollAfter(operands == RANGE_OPERANDS);
	}

	// Filling or copying a range may take a tenth of a second, and there is room for a
	// million of them in a function that
	// neither loops nor calls.
	private void pollAfter(boolean range) {
		if (range && this.settings.interruptible()) {
			this.stack.emit(new Poll(site()));
		}
	}

	private void run(EngineCall instruction) {
		if (instruction.kind() == Kind.VOID) {
			this.stack.emit(new Evaluate(instruction));
		}
		else {
			this.stack.push(instruction);
		}
	}

	@Override
	public void referenceNull(ReferenceType type) {
		this.stack.push(Constant.zero(Kind.REFERENCE));
	}

	@Override
	public void referenceIsNull(ReferenceType type) {
		this.stack.push(EngineCall.isNull(this.stack.pop()));
	}

	@Override
	public void referenceAsNonNull() {
		this.stack.push(EngineCall.asNonNull(this.stack.pop(), site()));
	}

	@Override
	public void referenceFunction(int functionIndex) {
		this.stack.push(EngineCall.function(functionIndex));
	}

	@Override
	public void referenceEqual(ReferenceType first, ReferenceType second) {
		this.heap.same(first, second);
	}

	// Structures, arrays, scalars

	@Override
	public void aggregate(GcOp op, int typeIndex, int other, @Nullable ReferenceType object) {
		this.heap.aggregate(op, typeIndex, other, object);
		pollAfter(switch (op) {
			case ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_DATA, ARRAY_NEW_ELEM, ARRAY_FILL, ARRAY_COPY, ARRAY_INIT_DATA,
					ARRAY_INIT_ELEM ->
				true;
			default -> false;
		});
	}

	@Override
	public void scalar(GcOp op, ValueType operand) {
		this.heap.scalar(op, operand);
	}

	@Override
	public void cast(GcOp op, ReferenceType operand, ReferenceType target) {
		this.heap.cast(op, operand, target);
	}

	@Override
	public void branchOnCast(GcOp op, int label, ReferenceType operand, ReferenceType target) {
		this.stack.settleAll();
		Expression reference = this.stack.peek(0);
		List<Expression> alternatives = this.heap.alternatives(reference, operand, target);
		Label passed = this.variables.label(false);
		Label failed = this.variables.label(false);
		for (Expression condition : alternatives.subList(0, alternatives.size() - 1)) {
			this.stack.emit(new JumpIf(condition, true, passed));
		}
		boolean onFailure = op == GcOp.BR_ON_CAST_FAIL;
		this.stack.emit(new JumpIf(alternatives.getLast(), onFailure, onFailure ? passed : failed));
		if (!onFailure) {
			this.stack.emit(new Mark(passed));
		}
		branchWithCopies(frame(label));
		this.stack.emit(new Mark(onFailure ? passed : failed));
	}

	/// A local that is kept in an array.
	/// @param place where it begins; a vector takes two places
	private record DistantLocal(Kind kind, int place) {
	}

}
