package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.op.MemoryAccessOp;

/// Access through the constant segment that is all memory.
record ForeignForm(Bytecode code) implements MemoryForm {

	@Override
	public void begin(MemoryAccessOp op) {
		this.code.use(AbiMethod.MEMORY_ALL);
		this.code.use(switch (op) {
			case F32_LOAD, F32_STORE -> AbiMethod.MEMORY_F32;
			case F64_LOAD, F64_STORE -> AbiMethod.MEMORY_F64;
			default -> switch (op.bytes()) {
				case 1 -> AbiMethod.MEMORY_I8;
				case 2 -> AbiMethod.MEMORY_I16;
				case 4 -> AbiMethod.MEMORY_I32;
				default -> AbiMethod.MEMORY_I64;
			};
		});
	}

	// The mask changes nothing but what HotSpot knows. It stands here and not where the
	// base is read, because a method that is entered in the middle of a loop (OSR) finds
	// the base in a local variable of which nothing is known.
	@Override
	public void base() {
		this.code.constant(GeneratedNames.BASE_MASK);
		this.code.add(Instruction.LAND);
	}

	@Override
	public void join() {
		this.code.add(Instruction.LADD);
	}

	@Override
	public void load(MemoryAccessOp op) {
		this.code.use(switch (op) {
			case F32_LOAD -> JavaBaseMember.GET_F32;
			case F64_LOAD -> JavaBaseMember.GET_F64;
			default -> switch (op.bytes()) {
				case 1 -> JavaBaseMember.GET_I8;
				case 2 -> JavaBaseMember.GET_I16;
				case 4 -> JavaBaseMember.GET_I32;
				default -> JavaBaseMember.GET_I64;
			};
		});
	}

	@Override
	public void store(MemoryAccessOp op) {
		this.code.use(switch (op) {
			case F32_STORE -> JavaBaseMember.SET_F32;
			case F64_STORE -> JavaBaseMember.SET_F64;
			default -> switch (op.bytes()) {
				case 1 -> JavaBaseMember.SET_I8;
				case 2 -> JavaBaseMember.SET_I16;
				case 4 -> JavaBaseMember.SET_I32;
				default -> JavaBaseMember.SET_I64;
			};
		});
	}

}
