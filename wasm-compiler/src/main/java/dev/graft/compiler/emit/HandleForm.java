package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.op.MemoryAccessOp;

/// Access through constant method handles.
///
/// HotSpot's C2 gives up inlining when a compilation has made 18,000 nodes, which takes
/// thirty accesses that are spelled out; but what a method handle leads to it inlines
/// later instead. C1 does not inline it at all; of an access that is spelled out it makes
/// so much code, with so many counters, that a program is slow until C2 comes.
record HandleForm(Bytecode code) implements MemoryForm {

	@Override
	public void begin(MemoryAccessOp op) {
		boolean load = op.access() == MemoryAccessOp.Access.LOAD;
		this.code.use(switch (op) {
			case F32_LOAD -> AbiMethod.MEMORY_GET_F32;
			case F32_STORE -> AbiMethod.MEMORY_SET_F32;
			case F64_LOAD -> AbiMethod.MEMORY_GET_F64;
			case F64_STORE -> AbiMethod.MEMORY_SET_F64;
			default -> switch (op.bytes()) {
				case 1 -> load ? AbiMethod.MEMORY_GET_I8 : AbiMethod.MEMORY_SET_I8;
				case 2 -> load ? AbiMethod.MEMORY_GET_I16 : AbiMethod.MEMORY_SET_I16;
				case 4 -> load ? AbiMethod.MEMORY_GET_I32 : AbiMethod.MEMORY_SET_I32;
				default -> load ? AbiMethod.MEMORY_GET_I64 : AbiMethod.MEMORY_SET_I64;
			};
		});
	}

	// The handle's target masks the base.
	@Override
	public void base() {
	}

	@Override
	public void join() {
	}

	@Override
	public void load(MemoryAccessOp op) {
		this.code.invokeExact("(JJ)" + descriptor(op));
	}

	@Override
	public void store(MemoryAccessOp op) {
		this.code.invokeExact("(JJ" + descriptor(op) + ")V");
	}

	private static String descriptor(MemoryAccessOp op) {
		return switch (op) {
			case F32_LOAD, F32_STORE -> "F";
			case F64_LOAD, F64_STORE -> "D";
			default -> (op.bytes() == Long.BYTES) ? "J" : "I";
		};
	}

}
