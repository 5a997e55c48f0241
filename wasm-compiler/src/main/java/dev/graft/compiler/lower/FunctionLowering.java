package dev.graft.compiler.lower;

import java.util.List;
import java.util.Set;

import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Statement.Trap;
import dev.graft.compiler.ir.Target;
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
/// statements. Here each instruction is only handed on to the class that lowers its
/// family; what those share is in the [LoweringState].
public final class FunctionLowering implements InstructionSink {

	private final LoweringState state;

	private final BlockLowering blocks;

	private final BranchLowering branches;

	private final ExceptionLowering exceptions;

	private final CallLowering calls;

	private final TailCallLowering tails;

	private final LocalLowering locals;

	private final GlobalLowering globals;

	private final ValueLowering values;

	private final MemoryLowering memories;

	private final ReferenceLowering references;

	private final HeapLowering heap;

	/// @param module the module, valid but for its bodies
	/// @param functionIndex a function that it defines
	/// @param settings how to compile
	/// @param tails what the module's functions do with their calls in tail position
	public FunctionLowering(ModuleModel module, int functionIndex, CompilerSettings settings, TailCalls tails) {
		this.state = new LoweringState(module, module.functionType(functionIndex), settings);
		this.blocks = new BlockLowering(this.state);
		this.branches = new BranchLowering(this.state, this.blocks);
		this.exceptions = new ExceptionLowering(this.state, this.blocks, this.branches);
		this.calls = new CallLowering(this.state);
		this.locals = new LocalLowering(this.state);
		this.tails = new TailCallLowering(this.state, functionIndex, tails, this.locals, this.calls);
		this.globals = new GlobalLowering(this.state);
		this.values = new ValueLowering(this.state);
		this.memories = new MemoryLowering(this.state);
		this.references = new ReferenceLowering(module, this.state.stack, this.state::site);
		this.heap = new HeapLowering(module, this.state.stack, this.state::site);
		this.locals.declare(module.body(functionIndex).locals());
		this.state.at(module.body(functionIndex).codeOffset());
		this.tails.markBeginning();
	}

	// Results

	/// What the function does. To be asked for after the last instruction.
	public Body body() {
		this.exceptions.resolveDelegates();
		return new Body(this.state.variables, this.locals.parameters(), this.state.resultKind(), this.state.statements);
	}

	/// The places that stack traces can name.
	public Sites sites() {
		return this.state.sites;
	}

	/// What is called through tables.
	public Set<Target.Indirect> indirectCalls() {
		return this.calls.indirectCalls();
	}

	/// How many products of whole numbers it computes.
	public int products() {
		return this.values.products();
	}

	/// How many rotations there are.
	public int rotations() {
		return this.values.rotations();
	}

	/// How many shifts and rotations there are that move whole bytes.
	public int byteShifts() {
		return this.values.byteShifts();
	}

	/// The types of functions for which arguments are left in the context.
	public Set<Integer> tailArgumentTypes() {
		return this.tails.argumentTypes();
	}

	@Override
	public void at(int offset) {
		this.state.at(offset);
	}

	// Blocks

	@Override
	public void block(ControlOp op, FunctionType type) {
		if (op == ControlOp.TRY) {
			this.exceptions.beginTry(type);
		}
		else {
			this.blocks.begin(op, type);
		}
	}

	@Override
	public void orElse(boolean fallsThrough) {
		this.blocks.orElse(fallsThrough);
	}

	@Override
	public void end(boolean fallsThrough, boolean reachable) {
		ControlFrame frame = this.blocks.removeInnermost();
		if (frame.isFunction()) {
			if (fallsThrough) {
				this.branches.returnFromFunction();
			}
		}
		else if (frame.region != null) {
			this.exceptions.end(frame, fallsThrough);
		}
		else {
			this.blocks.end(frame, fallsThrough);
		}
	}

	// Exceptions

	@Override
	public void tryTable(FunctionType type, List<CatchClause> catches) {
		this.exceptions.beginTryTable(type, catches);
	}

	@Override
	public void handler(boolean fallsThrough, int tagIndex, List<ValueType> parameters) {
		this.exceptions.handler(fallsThrough, tagIndex);
	}

	@Override
	public void handlerOfAll(boolean fallsThrough) {
		this.exceptions.handlerOfAll(fallsThrough);
	}

	@Override
	public void delegate(boolean fallsThrough, boolean reachable, int label) {
		this.exceptions.delegate(fallsThrough, label);
	}

	@Override
	public void throwException(int tagIndex, List<ValueType> parameters) {
		this.exceptions.throwException(tagIndex, parameters);
	}

	@Override
	public void throwReference() {
		this.exceptions.throwReference();
	}

	@Override
	public void rethrow(int label) {
		this.exceptions.rethrow(label);
	}

	// Branches

	@Override
	public void branch(int label) {
		this.branches.branch(label);
	}

	@Override
	public void branchIf(int label) {
		this.branches.branchIf(label);
	}

	@Override
	public void branchTable(int[] labels, int defaultLabel) {
		this.branches.branchTable(labels, defaultLabel);
	}

	@Override
	public void branchOnNull(int label) {
		this.branches.branchOnNull(label);
	}

	@Override
	public void branchOnNonNull(int label) {
		this.branches.branchOnNonNull(label);
	}

	@Override
	public void branchOnCast(GcOp op, int label, ReferenceType operand, ReferenceType target) {
		this.branches.branchOnCast(this.references.alternativesOfTop(operand, target), op == GcOp.BR_ON_CAST_FAIL,
				label);
	}

	@Override
	public void returnFromFunction() {
		this.branches.returnFromFunction();
	}

	@Override
	public void unreachable() {
		this.state.stack.emit(new Trap(this.state.site()));
	}

	// Calls

	@Override
	public void call(int functionIndex, FunctionType type) {
		this.calls.call(functionIndex, type);
	}

	@Override
	public void callIndirect(int typeIndex, int tableIndex, FunctionType type) {
		this.calls.callIndirect(typeIndex, tableIndex, type);
	}

	@Override
	public void callReference(int typeIndex, FunctionType type) {
		this.calls.callReference(typeIndex, type);
	}

	@Override
	public void returnCall(int functionIndex, FunctionType type) {
		this.tails.call(functionIndex, type);
	}

	@Override
	public void returnCallIndirect(int typeIndex, int tableIndex, FunctionType type) {
		this.tails.callIndirect(typeIndex, tableIndex, type);
	}

	@Override
	public void returnCallReference(int typeIndex, FunctionType type) {
		this.tails.callReference(typeIndex, type);
	}

	// Locals and globals

	@Override
	public void local(VariableOp op, int localIndex, ValueType type) {
		this.locals.access(op, localIndex);
	}

	@Override
	public void global(VariableOp op, int globalIndex, ValueType type) {
		this.globals.access(op, globalIndex);
	}

	// Numbers and vectors

	@Override
	public void constant(ConstantOp op, long bits) {
		this.values.constant(op, bits);
	}

	@Override
	public void numeric(NumericOp op) {
		this.values.numeric(op);
	}

	@Override
	public void wideArithmetic(WideArithmeticOp op) {
		this.values.wideArithmetic(op);
	}

	@Override
	public void vectorConstant(long low, long high) {
		this.values.vectorConstant(low, high);
	}

	@Override
	public void vector(VectorOp op, int lane) {
		this.values.vector(op, lane);
	}

	@Override
	public void shuffle(byte[] lanes) {
		this.values.shuffle(lanes);
	}

	@Override
	public void drop(ValueType type) {
		this.values.drop();
	}

	@Override
	public void select(ValueType type) {
		this.values.select();
	}

	// Memories and tables

	@Override
	public void access(MemoryAccessOp op, int memoryIndex, long offset) {
		this.memories.access(op, memoryIndex, offset);
	}

	@Override
	public void vectorAccess(VectorMemoryOp op, int memoryIndex, long offset, int lane) {
		this.memories.vectorAccess(op, memoryIndex, offset, lane);
	}

	@Override
	public void atomic(AtomicOp op, int memoryIndex, long offset) {
		this.memories.atomic(op, memoryIndex, offset);
	}

	@Override
	public void memory(MemoryOp op, int memoryIndex, int other) {
		this.memories.memory(op, memoryIndex, other);
	}

	@Override
	public void table(TableOp op, int tableIndex, int other) {
		this.memories.table(op, tableIndex, other);
	}

	// References, structures and arrays

	@Override
	public void referenceNull(ReferenceType type) {
		this.references.pushNull();
	}

	@Override
	public void referenceIsNull(ReferenceType type) {
		this.references.isNull();
	}

	@Override
	public void referenceAsNonNull() {
		this.references.asNonNull();
	}

	@Override
	public void referenceFunction(int functionIndex) {
		this.references.function(functionIndex);
	}

	@Override
	public void referenceEqual(ReferenceType first, ReferenceType second) {
		this.references.same(first, second);
	}

	@Override
	public void scalar(GcOp op, ValueType operand) {
		this.references.scalar(op, operand);
	}

	@Override
	public void cast(GcOp op, ReferenceType operand, ReferenceType target) {
		this.references.cast(op, operand, target);
	}

	@Override
	public void aggregate(GcOp op, int typeIndex, int other, @Nullable ReferenceType object) {
		this.heap.aggregate(op, typeIndex, other, object);
		if (HeapLowering.mayTakeLong(op)) {
			this.state.poll();
		}
	}

}
