package dev.graft.compiler.validate;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.BlockType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.Immediates;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpVisitor;
import dev.graft.compiler.op.ParametricOp;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.op.VariableOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.op.WideArithmeticOp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// One run over one body or constant expression.
final class CodeValidation implements OpVisitor {

	/*
	 * This is the specification's validation algorithm with one addition. The algorithm
	 * calls code unreachable up to the end of the block only; after `block … br 1 … end`
	 * it goes on as if the end could be reached. The sink must not see such code, so
	 * `live` keeps count of what can really be reached: a block's end is live if it is
	 * fallen into from live code or if live code branches to it. Code that is polymorphic
	 * is never live, so operand types in live code are always known.
	 */

	/// A shuffle chooses among the lanes of two vectors.
	private static final int SHUFFLED_LANES = 32;

	private static final ReferenceType EXCEPTION = new ReferenceType(false, HeapType.Abstract.EXN);

	private static final ReferenceType NULLABLE_EXCEPTION = new ReferenceType(true, HeapType.Abstract.EXN);

	/// Not a switch, for the same reason as [OpVisitor].
	private static final Map<ControlOp, Consumer<CodeValidation>> CONTROL = new EnumMap<>(ControlOp.class);

	static {
		for (ControlOp op : ControlOp.values()) {
			CONTROL.put(op, rule(op));
		}
	}

	private final ModuleModel module;

	private final CodeReader code;

	private final InstructionSink sink;

	private final AllowedInstructions allowed;

	private final CodeErrors errors;

	private final OperandStack operands;

	private final ControlStack controls;

	private final EntityOperands entities;

	private final AggregateOperands aggregates;

	private final CastOperands casts;

	private final List<ValueType> results;

	private final LocalTypes locals;

	private boolean live = true;

	/// The sink while code is live.
	private InstructionSink out;

	CodeValidation(ModuleModel module, CodeReader code, LocalTypes locals, List<ValueType> results,
			InstructionSink sink, AllowedInstructions allowed) {
		this.module = module;
		this.code = code;
		this.locals = locals;
		this.results = results;
		this.sink = sink;
		this.out = sink;
		this.allowed = allowed;
		this.errors = new CodeErrors(module.sourceName(), code);
		this.operands = new OperandStack(this.errors, module.subtyping());
		this.controls = new ControlStack(this.errors);
		this.entities = new EntityOperands(module, code, this.errors, this.operands);
		this.aggregates = new AggregateOperands(module, code, this.errors, this.operands, this.entities);
		this.casts = new CastOperands(module, code, this.errors, this.operands, this.entities);
	}

	void run() {
		enter(ControlOp.BLOCK, new FunctionType(List.of(), this.results));
		while (this.controls.depth() > 0) {
			instruction(this.code.next());
		}
		if (this.code.hasNext()) {
			throw this.code.malformed("section size mismatch", "there are bytes after the last end instruction");
		}
	}

	private void instruction(Op op) {
		if (!this.allowed.allows(op, this.module.features())) {
			throw notConstant(op);
		}
		this.out.at(this.code.offset());
		op.accept(this);
	}

	private ModuleException notConstant(Op op) {
		if (this.allowed.allows(op, EnumSet.allOf(Feature.class))) {
			return this.errors.unsupported(Feature.EXTENDED_CONST, op.mnemonic() + " in a constant expression");
		}
		return this.errors.invalid("constant expression required", op.mnemonic() + " is not constant");
	}

	@Override
	public void numeric(NumericOp op) {
		this.operands.pop(op.signature().operands());
		this.operands.push(op.signature().result());
		this.out.numeric(op);
	}

	@Override
	public void constant(ConstantOp op) {
		this.operands.push(op.type());
		if (op == ConstantOp.V128_CONST) {
			this.out.vectorConstant(this.code.number(), this.code.highBits());
		}
		else {
			this.out.constant(op, this.code.number());
		}
	}

	@Override
	public void vector(VectorOp op) {
		if (op == VectorOp.I8X16_SHUFFLE) {
			shuffle();
			return;
		}
		if (op.immediates() == Immediates.LANE) {
			checkLane(op.lanes());
		}
		this.operands.pop(op.signature().operands());
		this.operands.push(op.signature().result());
		this.out.vector(op, this.code.lane());
	}

	private void shuffle() {
		byte[] lanes = this.code.lanes();
		for (byte lane : lanes) {
			checkLane(lane & 0xFF, SHUFFLED_LANES);
		}
		this.operands.pop(VectorOp.I8X16_SHUFFLE.signature().operands());
		this.operands.push(VectorOp.I8X16_SHUFFLE.signature().result());
		this.out.shuffle(lanes);
	}

	@Override
	public void vectorAccess(VectorMemoryOp op) {
		if (op.isLane()) {
			checkLane(op.lanes());
		}
		this.entities.access(op);
		this.out.vectorAccess(op, this.code.index(), this.code.number(), this.code.lane());
	}

	private void checkLane(int lanes) {
		checkLane(this.code.lane(), lanes);
	}

	private void checkLane(int lane, int lanes) {
		if (lane >= lanes) {
			throw this.errors.invalid("invalid lane index", "lane %d of %d".formatted(lane, lanes));
		}
	}

	@Override
	public void access(MemoryAccessOp op) {
		this.entities.access(op);
		this.out.access(op, this.code.index(), this.code.number());
	}

	@Override
	public void atomic(AtomicOp op) {
		this.entities.atomic(op);
		this.out.atomic(op, this.code.index(), this.code.number());
	}

	@Override
	public void wideArithmetic(WideArithmeticOp op) {
		for (int number = 0; number < op.operands(); number++) {
			this.operands.pop(NumberType.I64);
		}
		this.operands.push(NumberType.I64);
		this.operands.push(NumberType.I64);
		this.out.wideArithmetic(op);
	}

	@Override
	public void memory(MemoryOp op) {
		this.entities.memory(op);
		switch (op) {
			case MEMORY_SIZE, MEMORY_GROW, MEMORY_FILL -> this.out.memory(op, this.code.index(), 0);
			case MEMORY_COPY -> this.out.memory(op, this.code.index(), this.code.secondIndex());
			case MEMORY_INIT -> this.out.memory(op, this.code.secondIndex(), this.code.index());
			case DATA_DROP -> this.out.memory(op, 0, this.code.index());
		}
	}

	@Override
	public void table(TableOp op) {
		this.entities.table(op);
		switch (op) {
			case TABLE_GET, TABLE_SET, TABLE_SIZE, TABLE_GROW, TABLE_FILL -> this.out.table(op, this.code.index(), 0);
			case TABLE_COPY -> this.out.table(op, this.code.index(), this.code.secondIndex());
			case TABLE_INIT -> this.out.table(op, this.code.secondIndex(), this.code.index());
			case ELEM_DROP -> this.out.table(op, 0, this.code.index());
		}
	}

	// ---- variables

	@Override
	public void variable(VariableOp op) {
		switch (op) {
			case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> local(op);
			case GLOBAL_GET -> globalGet();
			case GLOBAL_SET -> globalSet();
		}
	}

	private void local(VariableOp op) {
		int index = this.code.index();
		if (Integer.compareUnsigned(index, this.locals.count()) >= 0) {
			throw this.errors.unknown("local", index, this.locals.count());
		}
		ValueType type = this.locals.get(index);
		if (op != VariableOp.LOCAL_GET) {
			this.operands.pop(type);
		}
		if (!type.isDefaultable()) {
			initialize(op, index);
		}
		if (op != VariableOp.LOCAL_SET) {
			this.operands.push(type);
		}
		this.out.local(op, index, type);
	}

	private void initialize(VariableOp op, int index) {
		if (op != VariableOp.LOCAL_GET) {
			this.locals.initialize(index);
		}
		else if (!this.locals.isInitialized(index)) {
			throw this.errors.invalid("uninitialized local", "local %d has no value yet".formatted(index));
		}
	}

	private void globalGet() {
		var global = this.entities.global(this.allowed.visibleGlobals());
		if (this.allowed.isConstant() && global.mutable()) {
			throw this.errors.invalid("constant expression required",
					"global %d is mutable".formatted(this.code.index()));
		}
		this.operands.push(global.valueType());
		this.out.global(VariableOp.GLOBAL_GET, this.code.index(), global.valueType());
	}

	private void globalSet() {
		var global = this.entities.global(this.allowed.visibleGlobals());
		if (!global.mutable()) {
			throw this.errors.invalid("immutable global", "global %d cannot be set".formatted(this.code.index()));
		}
		this.operands.pop(global.valueType());
		this.out.global(VariableOp.GLOBAL_SET, this.code.index(), global.valueType());
	}

	// ---- operands of any type, references

	@Override
	public void parametric(ParametricOp op) {
		switch (op) {
			case DROP -> drop();
			case SELECT -> select();
			case SELECT_TYPED -> selectTyped();
		}
	}

	private void drop() {
		ValueType type = this.operands.pop();
		if (type != null) {
			this.out.drop(type);
		}
	}

	private void select() {
		this.operands.pop(NumberType.I32);
		ValueType second = this.operands.pop();
		ValueType first = this.operands.pop();
		ValueType type = (first != null) ? first : second;
		if (type != null && (type.isReference() || second != null && !second.equals(type))) {
			throw this.errors.mismatch("two numbers of one type", "%s and %s".formatted(first, second));
		}
		this.operands.push(type);
		if (type != null) {
			this.out.select(type);
		}
	}

	private void selectTyped() {
		List<ValueType> types = this.code.valueTypes();
		if (types.size() != 1) {
			throw this.errors.invalid("invalid result arity", "select states %d types".formatted(types.size()));
		}
		ValueType type = this.entities.defined(types.getFirst());
		this.operands.pop(NumberType.I32);
		this.operands.pop(type);
		this.operands.pop(type);
		this.operands.push(type);
		this.out.select(type);
	}

	@Override
	public void reference(ReferenceOp op) {
		switch (op) {
			case REF_NULL -> {
				ReferenceType type = new ReferenceType(true, this.entities.defined(this.code.heapType()));
				this.operands.push(type);
				this.out.referenceNull(type);
			}
			case REF_IS_NULL -> referenceIsNull();
			case REF_FUNC -> {
				this.entities.declaredFunction();
				this.operands.push(this.entities.functionReference(this.code.index()));
				this.out.referenceFunction(this.code.index());
			}
			case REF_AS_NON_NULL -> {
				this.operands.pushNonNull(this.operands.popReference());
				this.out.referenceAsNonNull();
			}
			case REF_EQ -> referenceEqual();
		}
	}

	private void referenceEqual() {
		ReferenceType second = this.casts.popComparable();
		ReferenceType first = this.casts.popComparable();
		this.operands.push(NumberType.I32);
		if (first != null && second != null) {
			this.out.referenceEqual(first, second);
		}
	}

	@Override
	public void gc(GcOp op) {
		switch (op) {
			case REF_TEST, REF_TEST_NULL, REF_CAST, REF_CAST_NULL -> cast(op);
			case BR_ON_CAST, BR_ON_CAST_FAIL -> branchOnCast(op);
			case REF_I31, I31_GET_S, I31_GET_U, ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> {
				ValueType operand = this.casts.scalar(op);
				if (operand != null) {
					this.out.scalar(op, operand);
				}
			}
			default -> this.out.aggregate(op, this.code.index(), this.code.secondIndex(), this.aggregates.check(op));
		}
	}

	private void cast(GcOp op) {
		ReferenceType target = this.casts.target(op);
		ReferenceType operand = this.casts.popCastable(target);
		boolean isTest = op == GcOp.REF_TEST || op == GcOp.REF_TEST_NULL;
		this.operands.push(isTest ? NumberType.I32 : target);
		if (operand != null) {
			this.out.cast(op, operand, target);
		}
	}

	private void branchOnCast(GcOp op) {
		ReferenceType from = this.casts.branchFrom();
		ReferenceType target = this.casts.branchTarget();
		ReferenceType otherwise = CastOperands.difference(from, target);
		boolean onFailure = op == GcOp.BR_ON_CAST_FAIL;
		ReferenceType operand = (ReferenceType) this.operands.pop(from);
		this.operands.push(onFailure ? otherwise : target);
		List<ValueType> labelTypes = target(this.code.index()).labelTypes();
		if (labelTypes.isEmpty()) {
			throw this.errors.mismatch("a label that takes a reference", "one that takes nothing");
		}
		this.operands.pop(labelTypes);
		this.operands.push(labelTypes.subList(0, labelTypes.size() - 1));
		this.operands.push(onFailure ? target : otherwise);
		if (operand != null) {
			this.out.branchOnCast(op, this.code.index(), operand, target);
		}
	}

	private void referenceIsNull() {
		ReferenceType type = this.operands.popReference();
		if (type != null) {
			this.out.referenceIsNull(type);
		}
		this.operands.push(NumberType.I32);
	}

	// ---- control

	@Override
	public void control(ControlOp op) {
		Objects.requireNonNull(CONTROL.get(op)).accept(this);
	}

	private static Consumer<CodeValidation> rule(ControlOp op) {
		return switch (op) {
			case UNREACHABLE -> CodeValidation::trap;
			case NOP -> (code) -> {
			};
			case BLOCK, LOOP, IF, TRY -> (code) -> code.block(op);
			case TRY_TABLE -> CodeValidation::tryTable;
			case CATCH, CATCH_ALL -> (code) -> code.handler(op);
			case DELEGATE -> CodeValidation::delegate;
			case THROW -> CodeValidation::throwException;
			case THROW_REF -> CodeValidation::throwReference;
			case RETHROW -> CodeValidation::rethrow;
			case ELSE -> CodeValidation::orElse;
			case END -> CodeValidation::end;
			case BR -> CodeValidation::branch;
			case BR_IF -> CodeValidation::branchIf;
			case BR_TABLE -> CodeValidation::branchTable;
			case RETURN -> CodeValidation::returnFromFunction;
			case CALL -> CodeValidation::call;
			case CALL_INDIRECT -> CodeValidation::callIndirect;
			case CALL_REF -> CodeValidation::callReference;
			case BR_ON_NULL -> CodeValidation::branchOnNull;
			case BR_ON_NON_NULL -> CodeValidation::branchOnNonNull;
			case RETURN_CALL -> CodeValidation::returnCall;
			case RETURN_CALL_INDIRECT -> CodeValidation::returnCallIndirect;
			case RETURN_CALL_REF -> CodeValidation::returnCallReference;
		};
	}

	private void trap() {
		this.out.unreachable();
		unreachable();
	}

	private void returnFromFunction() {
		this.operands.pop(this.results);
		this.out.returnFromFunction();
		unreachable();
	}

	private void unreachable() {
		this.operands.unreachable();
		setLive(false);
	}

	private void setLive(boolean live) {
		this.live = live;
		this.out = live ? this.sink : DiscardingSink.INSTANCE;
	}

	private void block(ControlOp op) {
		FunctionType type = blockType();
		if (op == ControlOp.IF) {
			this.operands.pop(NumberType.I32);
		}
		this.operands.pop(type.parameters());
		enter(op, type);
		this.out.block(op, type);
	}

	private FunctionType blockType() {
		return switch (this.code.blockType()) {
			case BlockType.Empty _ -> BlockTypes.EMPTY;
			case BlockType.Value value -> BlockTypes.giving(this.entities.defined(value.type()));
			case BlockType.Index index -> this.entities.functionType(index.typeIndex());
		};
	}

	private void enter(ControlOp op, FunctionType type) {
		ControlFrame frame = this.controls.push(op, type.parameters(), type.results());
		frame.height = this.operands.size();
		frame.outerPolymorphic = this.operands.isPolymorphic();
		frame.live = this.live;
		frame.initialized = this.locals.initializedCount();
		this.operands.scope(frame.height, false);
		this.operands.push(type.parameters());
	}

	private void orElse() {
		ControlFrame frame = this.controls.top();
		if (frame.op != ControlOp.IF) {
			throw this.code.malformed("END opcode expected", "else without if");
		}
		leaveBody(frame);
		this.locals.forget(frame.initialized);
		boolean fallsThrough = this.live;
		frame.op = ControlOp.ELSE;
		frame.targeted |= fallsThrough;
		this.operands.scope(frame.height, false);
		this.operands.push(frame.parameters);
		setLive(frame.live);
		if (!fallsThrough) {
			this.out.at(this.code.offset());
		}
		this.out.orElse(fallsThrough);
	}

	private void end() {
		ControlFrame frame = this.controls.top();
		leaveBody(frame);
		if (frame.op == ControlOp.IF && !this.module.subtyping().matches(frame.parameters, frame.results)) {
			throw this.errors.mismatch(CodeErrors.list(frame.results),
					CodeErrors.list(frame.parameters) + " when the condition of the if without else is zero");
		}
		boolean fallsThrough = this.live;
		boolean reachable = frame.live && (fallsThrough || frame.targeted || frame.op == ControlOp.IF);
		setLive(frame.live);
		if (!fallsThrough) {
			this.out.at(this.code.offset());
		}
		this.out.end(fallsThrough, reachable);
		leave(frame);
		setLive(reachable);
	}

	// ---- exceptions

	private void tryTable() {
		FunctionType type = blockType();
		this.operands.pop(type.parameters());
		List<CatchClause> catches = this.code.catches();
		catches.forEach(this::catchClause);
		enter(ControlOp.TRY_TABLE, type);
		this.out.tryTable(type, catches);
	}

	private void catchClause(CatchClause clause) {
		List<ValueType> taken = new ArrayList<>();
		if (clause.kind().hasTag()) {
			taken.addAll(this.entities.tag(clause.tagIndex()));
		}
		if (clause.kind().hasReference()) {
			taken.add(EXCEPTION);
		}
		ControlFrame target = target(clause.label());
		if (!this.module.subtyping().matches(taken, target.labelTypes())) {
			throw this.errors.mismatch(CodeErrors.list(target.labelTypes()),
					"%s of the clause %s".formatted(CodeErrors.list(taken), clause.kind().keyword()));
		}
	}

	private void handler(ControlOp op) {
		ControlFrame frame = this.controls.top();
		if (frame.op != ControlOp.TRY && frame.op != ControlOp.CATCH) {
			throw this.code.malformed("END opcode expected", op.mnemonic() + " without try");
		}
		leaveBody(frame);
		boolean fallsThrough = this.live;
		frame.op = op;
		frame.targeted |= fallsThrough;
		this.operands.scope(frame.height, false);
		setLive(frame.live);
		if (!fallsThrough) {
			this.out.at(this.code.offset());
		}
		if (op == ControlOp.CATCH_ALL) {
			this.out.handlerOfAll(fallsThrough);
			return;
		}
		List<ValueType> parameters = this.entities.tag(this.code.index());
		this.operands.push(parameters);
		this.out.handler(fallsThrough, this.code.index(), parameters);
	}

	private void delegate() {
		ControlFrame frame = this.controls.top();
		if (frame.op != ControlOp.TRY) {
			throw this.code.malformed("END opcode expected", "delegate without try");
		}
		leaveBody(frame);
		boolean fallsThrough = this.live;
		boolean reachable = frame.live && (fallsThrough || frame.targeted);
		setLive(frame.live);
		leave(frame);
		this.controls.labelled(this.code.index());
		if (!fallsThrough) {
			this.out.at(this.code.offset());
		}
		this.out.delegate(fallsThrough, reachable, this.code.index());
		setLive(reachable);
	}

	private void throwException() {
		List<ValueType> parameters = this.entities.tag(this.code.index());
		this.operands.pop(parameters);
		this.out.throwException(this.code.index(), parameters);
		unreachable();
	}

	private void throwReference() {
		this.operands.pop(NULLABLE_EXCEPTION);
		this.out.throwReference();
		unreachable();
	}

	private void rethrow() {
		ControlFrame frame = this.controls.labelled(this.code.index());
		if (frame.op != ControlOp.CATCH && frame.op != ControlOp.CATCH_ALL) {
			throw this.errors.invalid("invalid rethrow label", "it is that of a " + frame.op.mnemonic());
		}
		this.out.rethrow(this.code.index());
		unreachable();
	}

	private void leaveBody(ControlFrame frame) {
		this.operands.pop(frame.results);
		this.operands.checkEmpty(frame.results);
	}

	private void leave(ControlFrame frame) {
		List<ValueType> frameResults = frame.results;
		boolean outerPolymorphic = frame.outerPolymorphic;
		this.locals.forget(frame.initialized);
		this.controls.pop();
		int base = (this.controls.depth() > 0) ? this.controls.top().height : 0;
		this.operands.scope(base, outerPolymorphic);
		this.operands.push(frameResults);
	}

	private void branch() {
		ControlFrame target = target(this.code.index());
		this.operands.pop(target.labelTypes());
		this.out.branch(this.code.index());
		unreachable();
	}

	private void branchIf() {
		this.operands.pop(NumberType.I32);
		ControlFrame target = target(this.code.index());
		this.operands.pop(target.labelTypes());
		this.operands.push(target.labelTypes());
		this.out.branchIf(this.code.index());
	}

	private void branchOnNull() {
		ReferenceType type = this.operands.popReference();
		ControlFrame target = target(this.code.index());
		this.operands.pop(target.labelTypes());
		this.operands.push(target.labelTypes());
		this.operands.pushNonNull(type);
		this.out.branchOnNull(this.code.index());
	}

	private void branchOnNonNull() {
		ControlFrame target = target(this.code.index());
		List<ValueType> types = target.labelTypes();
		if (types.isEmpty() || !(types.getLast() instanceof ReferenceType reference)) {
			throw this.errors.mismatch("a label whose last operand is a reference", CodeErrors.list(types));
		}
		this.operands.pop(new ReferenceType(true, reference.heapType()));
		List<ValueType> others = types.subList(0, types.size() - 1);
		this.operands.pop(others);
		this.operands.push(others);
		this.out.branchOnNonNull(this.code.index());
	}

	private void branchTable() {
		this.operands.pop(NumberType.I32);
		int[] labels = this.code.labels();
		ControlFrame fallback = target(this.code.index());
		this.operands.check(fallback.labelTypes());
		int arity = fallback.labelTypes().size();
		for (int label : labels) {
			ControlFrame target = target(label);
			if (target.checkedAt != this.code.offset()) {
				target.checkedAt = this.code.offset();
				tableTarget(target, arity);
			}
		}
		this.out.branchTable(labels, this.code.index());
		unreachable();
	}

	private void tableTarget(ControlFrame target, int arity) {
		if (target.labelTypes().size() != arity) {
			throw this.errors.mismatch("labels with %d operands".formatted(arity),
					"one with %d".formatted(target.labelTypes().size()));
		}
		this.operands.check(target.labelTypes());
	}

	/// The block that an instruction branches to. A loop is entered by its beginning, so
	/// that its end is no nearer for it.
	private ControlFrame target(int label) {
		ControlFrame frame = this.controls.labelled(label);
		frame.targeted |= this.live && frame.op != ControlOp.LOOP;
		return frame;
	}

	private void call() {
		FunctionType type = this.entities.function();
		this.operands.pop(type.parameters());
		this.operands.push(type.results());
		this.out.call(this.code.index(), type);
	}

	private void returnCall() {
		FunctionType type = this.entities.function();
		popForTail(type);
		this.out.returnCall(this.code.index(), type);
		unreachable();
	}

	private void returnCallIndirect() {
		FunctionType type = this.entities.indirectFunction();
		popForTail(type);
		this.out.returnCallIndirect(this.code.index(), this.code.secondIndex(), type);
		unreachable();
	}

	private void returnCallReference() {
		FunctionType type = this.entities.referredFunction();
		popForTail(type);
		this.out.returnCallReference(this.code.index(), type);
		unreachable();
	}

	/// Takes the arguments of a call whose results become those of this function.
	private void popForTail(FunctionType type) {
		if (type.results().size() != this.results.size()) {
			throw this.errors.mismatch(CodeErrors.list(this.results), CodeErrors.list(type.results()));
		}
		this.operands.pop(type.parameters());
		this.operands.push(type.results());
		this.operands.pop(this.results);
	}

	private void callIndirect() {
		FunctionType type = this.entities.indirectFunction();
		this.operands.pop(type.parameters());
		this.operands.push(type.results());
		this.out.callIndirect(this.code.index(), this.code.secondIndex(), type);
	}

	private void callReference() {
		FunctionType type = this.entities.referredFunction();
		this.operands.pop(type.parameters());
		this.operands.push(type.results());
		this.out.callReference(this.code.index(), type);
	}

}
