package dev.graft.compiler.emit;

import java.util.function.Supplier;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Atomic;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.CallFrame;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Element;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.FurtherResult;
import dev.graft.compiler.ir.GlobalGet;
import dev.graft.compiler.ir.HeapOperation;
import dev.graft.compiler.ir.HighProduct;
import dev.graft.compiler.ir.Home;
import dev.graft.compiler.ir.InFrame;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Lookup;
import dev.graft.compiler.ir.MemoryBase;
import dev.graft.compiler.ir.MemoryBytes;
import dev.graft.compiler.ir.NewArray;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.OfException;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.SmallBytes;
import dev.graft.compiler.ir.TableIndex;
import dev.graft.compiler.ir.TailStep;
import dev.graft.compiler.ir.Transferred;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.pass.SlotAllocation;

/// Emits trees: afterwards their value is on the stack. The depth of trees is bounded, so
/// recursion is fine.
final class ExpressionEmitter {

	private final Bytecode code;

	private final CodeNames names;

	private final SlotAllocation slots;

	private final NumericEmitter numbers;

	private final ConditionEmitter conditions;

	private final MemoryEmitter memories;

	private final AtomicEmitter atomics;

	private final ReferenceEmitter references;

	private final RegisterEmitter registers;

	private final CallEmitter calls;

	private final HeapEmitter heap;

	ExpressionEmitter(Bytecode code, CodeNames names, PieceNames pieces, SlotAllocation slots,
			Supplier<FrameState> state, MemoryForm form) {
		this.code = code;
		this.names = names;
		this.slots = slots;
		this.numbers = new NumericEmitter(code, this);
		this.conditions = new ConditionEmitter(code, this, state);
		this.memories = new MemoryEmitter(code, names, this, form);
		this.atomics = new AtomicEmitter(code, this, this.memories);
		this.registers = new RegisterEmitter(code, this);
		this.references = new ReferenceEmitter(code, names);
		this.calls = new CallEmitter(code, names, pieces, this);
		this.heap = new HeapEmitter(code, names, this);
	}

	ConditionEmitter conditions() {
		return this.conditions;
	}

	MemoryEmitter memories() {
		return this.memories;
	}

	CallEmitter calls() {
		return this.calls;
	}

	void load(Variable variable) {
		this.code.load(variable.kind(), this.slots.slot(variable));
	}

	/// Leaves the vector that a variable holds as an object, as an object made here.
	void renewRegister(Variable variable) {
		load(variable);
		this.registers.renew(variable.kind());
	}

	/// Leaves a value as a kind: a vector that is an object may have other lanes than the
	/// variable that it is for.
	void emitAs(Expression node, Kind kind) {
		if (kind.isRegister() && node instanceof RegisterOperation operation) {
			this.registers.emit(operation, kind);
		}
		else {
			emit(node);
		}
	}

	void emit(Expression node) {
		switch (node) {
			case Constant constant -> constant(constant.kind(), constant.bits());
			case Read read -> load(read.variable());
			case Numeric numeric -> {
				if (ConditionEmitter.isCondition(numeric)) {
					this.conditions.value(numeric);
				}
				else {
					this.numbers.emit(numeric);
				}
			}
			case Select select -> this.conditions.choose(select);
			case Load load -> this.memories.load(load);
			case MemoryBase base -> this.memories.base(base.memoryIndex());
			case MemoryBytes size -> this.memories.size(size.memoryIndex());
			case SmallBytes small -> {
				operands(small);
				this.memories.small();
			}
			case CheckedAddress checked -> this.memories.checkedAddress(checked);
			case Computed computed -> {
				operands(computed);
				this.code.use(computed.method());
			}
			case Lookup lookup -> {
				this.code.constant(lookup.table());
				operands(lookup);
				this.code.use(JavaBaseMember.CHARACTER_AT);
			}
			case RegisterOperation operation -> this.registers.emit(operation, operation.kind());
			case VectorConstant _, VectorOfHalves _, Vector _, VectorLoad _ ->
				throw new IllegalArgumentException("vectors have been taken apart: " + node);
			case GlobalGet global -> globalGet(global.globalIndex(), global.isHigh());
			case Call call -> this.calls.emit(call);
			case EngineCall engineCall -> engineCall(engineCall);
			case Atomic atomic -> this.atomics.emit(atomic);
			case HighProduct product -> {
				operands(product);
				this.code.use(product.signed() ? JavaBaseMember.I64_MULTIPLY_HIGH
						: JavaBaseMember.I64_UNSIGNED_MULTIPLY_HIGH);
			}
			case TableIndex index -> {
				operands(index);
				this.code.use(AbiMethod.TABLE_INDEX);
			}
			case HeapOperation heap -> this.heap.emit(heap);
			case TailStep step -> {
				operands(step);
				this.calls.emit(step);
			}
			case FurtherResult result -> this.calls.furtherResult(result.kind(), result.index());
			case Transferred value -> field(CodeNames.transfer(value.kind(), value.index()), value.kind());
			case Home home -> field(CodeNames.home(home.kind(), home.index()), home.kind());
			case NewArray array -> {
				this.code.constant(array.length());
				this.code.newArray(array.kind());
			}
			case CallFrame frame -> callFrame(frame);
			case InFrame variable -> {
				operands(variable);
				this.code.use(variable.field());
			}
			case OfException step -> ofException(step);
			case Element element -> {
				operands(element);
				this.calls.element(element.kind(), element.index());
			}
		}
	}

	private void field(String name, Kind kind) {
		this.code.loadInstance();
		this.code.getField(this.names.instance(), name, kind.descriptor());
	}

	private void callFrame(CallFrame node) {
		operands(node);
		this.code.loadInstance();
		this.code.use(node.isGivenBack() ? AbiMethod.CALL_FRAME_GIVE_BACK : AbiMethod.CALL_FRAME_TAKE);
	}

	private void ofException(OfException node) {
		switch (node.aspect()) {
			case CREATE -> {
				tag(node.tagIndex());
				operands(node);
				this.code.use(AbiMethod.EXCEPTION_CREATE);
			}
			case MATCHES -> {
				exception(node);
				tag(node.tagIndex());
				this.code.use(AbiMethod.EXCEPTION_MATCHES);
			}
			case BITS -> {
				exception(node);
				this.code.use(AbiMethod.EXCEPTION_BITS);
			}
			case REFERENCES -> {
				exception(node);
				this.code.use(AbiMethod.EXCEPTION_REFERENCES);
			}
		}
	}

	private void exception(OfException node) {
		operands(node);
		this.code.checkCast(AbiMethod.EXCEPTION_MATCHES.owner());
	}

	private void tag(int tagIndex) {
		this.code.loadInstance();
		this.code.use(AbiMethod.INSTANCE_TAGS);
		this.code.constant(tagIndex);
		this.code.add(Instruction.AALOAD);
	}

	private void operands(Expression node) {
		for (int number = 0; number < node.operandCount(); number++) {
			emit(node.operand(number));
		}
	}

	void constant(Kind kind, long bits) {
		switch (kind) {
			case INT -> this.code.constant((int) bits);
			case LONG -> this.code.constant(bits);
			case FLOAT -> this.code.constantFloat((int) bits);
			case DOUBLE -> this.code.constantDouble(bits);
			case REFERENCE, REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER,
					BITS, REFERENCES, FRAME ->
				this.code.constantNull();
			case VECTOR, VOID -> throw new IllegalArgumentException(kind + " is not a constant");
		}
	}

	private void globalGet(int globalIndex, boolean high) {
		Kind kind = this.names.globalKind(globalIndex);
		if (this.names.isCell(globalIndex)) {
			cell(globalIndex);
			this.code.use(CodeNames.cellValue(kind, high));
		}
		else if (FarGlobals.contains(globalIndex)) {
			farGlobals(kind);
			this.calls.element(element(kind), farPlace(globalIndex, high));
		}
		else {
			globalField(globalName(globalIndex, high), globalIndex);
		}
	}

	void globalSet(int globalIndex, boolean high, Expression value) {
		Kind kind = this.names.globalKind(globalIndex);
		if (this.names.isCell(globalIndex)) {
			cell(globalIndex);
			emit(value);
			this.code.put(CodeNames.cellValue(kind, high));
		}
		else if (FarGlobals.contains(globalIndex)) {
			farGlobals(kind);
			this.calls.setElement(farPlace(globalIndex, high), value);
		}
		else {
			this.code.loadInstance();
			emit(value);
			this.code.putField(this.names.instance(), globalName(globalIndex, high),
					this.names.globalDescriptor(globalIndex));
		}
	}

	private void cell(int globalIndex) {
		if (FarGlobals.contains(globalIndex)) {
			this.code.loadInstance();
			this.code.getField(this.names.instance(), GeneratedNames.GLOBAL_CELLS, AbiMethod.SEED_CELLS.descriptor());
			this.code.constant(this.names.farGlobals().place(globalIndex));
			this.code.add(Instruction.AALOAD);
			this.code.checkCast(CodeNames.cellType(this.names.globalKind(globalIndex)));
		}
		else {
			globalField(GeneratedNames.global(globalIndex), globalIndex);
		}
	}

	private void globalField(String name, int globalIndex) {
		this.code.loadInstance();
		this.code.getField(this.names.instance(), name, this.names.globalDescriptor(globalIndex));
	}

	private static String globalName(int globalIndex, boolean high) {
		return high ? GeneratedNames.globalHigh(globalIndex) : GeneratedNames.global(globalIndex);
	}

	private void farGlobals(Kind kind) {
		boolean reference = kind == Kind.REFERENCE;
		this.code.loadInstance();
		this.code.getField(this.names.instance(),
				reference ? GeneratedNames.GLOBAL_REFERENCES : GeneratedNames.GLOBAL_BITS,
				(reference ? Kind.REFERENCES : Kind.BITS).descriptor());
	}

	// A vector is two halves.
	private static Kind element(Kind kind) {
		return (kind == Kind.VECTOR) ? Kind.LONG : kind;
	}

	private int farPlace(int globalIndex, boolean high) {
		return this.names.farGlobals().place(globalIndex) + (high ? 1 : 0);
	}

	private void engineCall(EngineCall node) {
		if (ConditionEmitter.isCondition(node)) {
			this.conditions.value(node);
			return;
		}
		operands(node);
		if (node.site() != 0) {
			this.code.line(node.site());
		}
		switch (node.op()) {
			case MemoryOp op -> this.memories.emit(op, node);
			case TableOp op -> this.references.emit(op, node);
			case ReferenceOp op -> this.references.emit(op, node);
			default -> throw new IllegalArgumentException("nothing to run for " + node.op());
		}
	}

}
