package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.abi.RawMemoryMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.op.MemoryAccessOp;

/// Access by intrinsics of the JVM.
record RawForm(Bytecode code) implements MemoryForm {

	// The accessors are a constant of a type that says nothing. Their own static method
	// would not be inlined in large methods.
	@Override
	public Pending begin(MemoryAccessOp op) {
		this.code.use(AbiMethod.MEMORY_RAW);
		this.code.checkCast(RawMemoryMember.OWNER);
		this.code.constantNull();
		return (op.access() == MemoryAccessOp.Access.LOAD) ? () -> load(op) : () -> store(op);
	}

	@Override
	public boolean checksInside() {
		return false;
	}

	@Override
	public void base() {
	}

	@Override
	public void join() {
		this.code.add(Instruction.LADD);
	}

	private void load(MemoryAccessOp op) {
		this.code.use(switch (op.bytes()) {
			case 1 -> RawMemoryMember.GET_I8;
			case 2 -> RawMemoryMember.GET_I16;
			case 4 -> RawMemoryMember.GET_I32;
			default -> RawMemoryMember.GET_I64;
		});
		if (op == MemoryAccessOp.F32_LOAD) {
			this.code.use(JavaBaseMember.F32_OF_BITS);
		}
		else if (op == MemoryAccessOp.F64_LOAD) {
			this.code.use(JavaBaseMember.F64_OF_BITS);
		}
	}

	private void store(MemoryAccessOp op) {
		if (op == MemoryAccessOp.F32_STORE) {
			this.code.use(JavaBaseMember.F32_RAW_BITS);
		}
		else if (op == MemoryAccessOp.F64_STORE) {
			this.code.use(JavaBaseMember.F64_RAW_BITS);
		}
		switch (op.bytes()) {
			case 1 -> put(Instruction.I2B, RawMemoryMember.PUT_I8);
			case 2 -> put(Instruction.I2S, RawMemoryMember.PUT_I16);
			case 4 -> this.code.use(RawMemoryMember.PUT_I32);
			default -> this.code.use(RawMemoryMember.PUT_I64);
		}
	}

	private void put(Instruction narrowed, RawMemoryMember accessor) {
		this.code.add(narrowed);
		this.code.use(accessor);
	}

}
