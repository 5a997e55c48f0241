package dev.graft.compiler.lower;

import java.util.Arrays;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Atomic;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.op.VectorMemoryOp;

/// Lowers accesses to memories, and instructions on memories and tables as a whole.
final class MemoryLowering {

	/// What says where a range of memory or table elements begins, how long it is, and
	/// what goes there.
	private static final int RANGE_OPERANDS = 3;

	/// The largest range that nobody has to interrupt: some hundred nanoseconds' work.
	private static final long SHORT_RANGE = 4096;

	private final LoweringState state;

	private final OperandStack stack;

	MemoryLowering(LoweringState state) {
		this.state = state;
		this.stack = state.stack;
	}

	// Accesses

	/// A load or store of a number.
	void access(MemoryAccessOp op, int memoryIndex, long offset) {
		Access access = Access.of(op, memoryIndex, offset, this.state.site());
		if (op.access() == MemoryAccessOp.Access.LOAD) {
			this.stack.push(new Load(access, this.stack.pop()));
		}
		else {
			Expression[] operands = this.stack.pop(2);
			this.stack.emit(new Store(access, operands[0], operands[1]));
		}
	}

	/// An atomic instruction. Addresses have 64 bits.
	void atomic(AtomicOp op, int memoryIndex, long offset) {
		boolean isFence = op.action() == AtomicOp.Action.FENCE;
		Expression[] operands = this.stack.pop(isFence ? 0 : 1 + op.action().valueOperands());
		if (!isFence) {
			operands[0] = widen(operands[0]);
		}
		Atomic instruction = new Atomic(op, memoryIndex, offset, this.state.site(), operands);
		if (instruction.kind() == Kind.VOID) {
			this.stack.emit(new Evaluate(instruction));
		}
		else {
			this.stack.push(instruction);
		}
	}

	private static Expression widen(Expression operand) {
		return (operand.kind() == Kind.INT) ? new Numeric(NumericOp.I64_EXTEND_I32_U, 0, operand) : operand;
	}

	// Accesses of vectors

	/// A load or store of a vector or of one of its lanes.
	void vectorAccess(VectorMemoryOp op, int memoryIndex, long offset, int lane) {
		if (op.isLane() && op.access() == MemoryAccessOp.Access.LOAD) {
			Expression[] operands = this.stack.pop(2);
			Expression loaded = load(VectorAccesses.part(op), memoryIndex, offset, operands[0]);
			this.stack.push(Vector.of(VectorAccesses.replacing(op), lane, operands[1], loaded));
		}
		else if (op.isLane()) {
			Expression[] operands = this.stack.pop(2);
			Access access = Access.of(VectorAccesses.part(op), memoryIndex, offset, this.state.site());
			Expression stored = Vector.of(VectorAccesses.extracting(op), lane, operands[1]);
			this.stack.emit(new Store(access, operands[0], stored));
		}
		else {
			wholeVector(op, Access.of(MemoryAccessOp.I64_LOAD, memoryIndex, offset, this.state.site()));
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
			loadPart(op, access);
		}
	}

	private void loadPart(VectorMemoryOp op, Access access) {
		Expression loaded = load(VectorAccesses.part(op), access.memoryIndex(), access.offset(), this.stack.pop());
		if (VectorAccesses.isExtending(op)) {
			this.stack.push(new VectorOfHalves(loaded, Constant.zero(Kind.LONG)));
			this.stack.push(Vector.of(VectorAccesses.extending(op), 0, this.stack.pop()));
		}
		else {
			this.stack.push(VectorAccesses.vector(op, loaded));
		}
	}

	private Expression load(MemoryAccessOp op, int memoryIndex, long offset, Expression address) {
		return new Load(Access.of(op, memoryIndex, offset, this.state.site()), address);
	}

	// Memories and tables as a whole

	/// An instruction on a memory or data segment.
	void memory(MemoryOp op, int memoryIndex, int other) {
		int operands = switch (op) {
			case MEMORY_SIZE, DATA_DROP -> 0;
			case MEMORY_GROW -> 1;
			case MEMORY_INIT, MEMORY_COPY, MEMORY_FILL -> RANGE_OPERANDS;
		};
		Expression[] values = this.stack.pop(operands);
		if (op == MemoryOp.MEMORY_COPY) {
			widenIfMixed(values);
		}
		this.state.run(instruction(op, memoryIndex, other, values));
		pollAfter(values);
	}

	private EngineCall instruction(MemoryOp op, int memoryIndex, int other, Expression[] values) {
		if (op == MemoryOp.DATA_DROP) {
			return EngineCall.of(op, Kind.VOID, memoryIndex, other, this.state.site(), values);
		}
		ExternalType.Memory type = this.state.module.memoryTypes().get(memoryIndex);
		Kind address = Kind.of(type.addressType().valueType());
		boolean sharedSize = op == MemoryOp.MEMORY_SIZE && type.shared();
		return sharedSize ? EngineCall.sharedSize(address, memoryIndex, this.state.site())
				: EngineCall.of(op, address, memoryIndex, other, this.state.site(), values);
	}

	// Between memories of different address types there is a copy for the wider one.
	private static void widenIfMixed(Expression[] values) {
		if (Arrays.stream(values).anyMatch((value) -> value.kind() == Kind.LONG)) {
			Arrays.setAll(values, (index) -> widen(values[index]));
		}
	}

	/// An instruction on a table or element segment.
	void table(TableOp op, int tableIndex, int other) {
		int operands = switch (op) {
			case TABLE_SIZE, ELEM_DROP -> 0;
			case TABLE_GET -> 1;
			case TABLE_SET, TABLE_GROW -> 2;
			case TABLE_INIT, TABLE_COPY, TABLE_FILL -> RANGE_OPERANDS;
		};
		Expression[] values = TableOperands.narrow(this.stack.pop(operands));
		EngineCall instruction = EngineCall.of(op, tableIndex, other, this.state.site(), values);
		boolean wide = instruction.kind() == Kind.INT
				&& this.state.module.tableTypes().get(tableIndex).addressType() == AddressType.I64;
		if (wide) {
			this.stack.push(TableOperands.widen(op, instruction));
		}
		else {
			this.state.run(instruction);
		}
		pollAfter(values);
	}

	// Filling or copying a range may take a tenth of a second, and there is room for a
	// million of them in a function that neither loops nor calls. Structures that are
	// copied, which compilers for Rust and C++ do thousands of times, are short ranges.
	private void pollAfter(Expression[] operands) {
		if (operands.length == RANGE_OPERANDS && !isShort(operands[RANGE_OPERANDS - 1])) {
			this.state.poll();
		}
	}

	private static boolean isShort(Expression length) {
		return length instanceof Constant constant && constant.bits() >= 0 && constant.bits() <= SHORT_RANGE;
	}

}
