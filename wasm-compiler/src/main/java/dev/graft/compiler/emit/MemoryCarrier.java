package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.compiler.op.MemoryAccessOp;

/// What a load or store moves between memory and stack, and the operators that do it.
enum MemoryCarrier {

	/// A byte, as an `int`.
	I8(AbiMethod.MEMORY_GET_I8, AbiMethod.MEMORY_SET_I8, AbiMethod.MEMORY_LOAD_I8, AbiMethod.MEMORY_STORE_I8),

	/// 16 bits, as an `int`.
	I16(AbiMethod.MEMORY_GET_I16, AbiMethod.MEMORY_SET_I16, AbiMethod.MEMORY_LOAD_I16, AbiMethod.MEMORY_STORE_I16),

	/// An `int`.
	I32(AbiMethod.MEMORY_GET_I32, AbiMethod.MEMORY_SET_I32, AbiMethod.MEMORY_LOAD_I32, AbiMethod.MEMORY_STORE_I32),

	/// A `long`.
	I64(AbiMethod.MEMORY_GET_I64, AbiMethod.MEMORY_SET_I64, AbiMethod.MEMORY_LOAD_I64, AbiMethod.MEMORY_STORE_I64),

	/// A `float`.
	F32(AbiMethod.MEMORY_GET_F32, AbiMethod.MEMORY_SET_F32, AbiMethod.MEMORY_LOAD_F32, AbiMethod.MEMORY_STORE_F32),

	/// A `double`.
	F64(AbiMethod.MEMORY_GET_F64, AbiMethod.MEMORY_SET_F64, AbiMethod.MEMORY_LOAD_F64, AbiMethod.MEMORY_STORE_F64);

	private final AbiMethod get;

	private final AbiMethod set;

	private final AbiMethod load;

	private final AbiMethod store;

	MemoryCarrier(AbiMethod get, AbiMethod set, AbiMethod load, AbiMethod store) {
		this.get = get;
		this.set = set;
		this.load = load;
		this.store = store;
	}

	/// The operator of an instruction.
	static AbiMethod operator(MemoryAccessOp op) {
		MemoryCarrier carrier = of(op);
		return (op.access() == MemoryAccessOp.Access.LOAD) ? carrier.get : carrier.set;
	}

	/// The operator of an instruction that checks the address itself.
	static AbiMethod checkingOperator(MemoryAccessOp op) {
		MemoryCarrier carrier = of(op);
		return (op.access() == MemoryAccessOp.Access.LOAD) ? carrier.load : carrier.store;
	}

	private static MemoryCarrier of(MemoryAccessOp op) {
		return switch (op) {
			case F32_LOAD, F32_STORE -> F32;
			case F64_LOAD, F64_STORE -> F64;
			default -> switch (op.bytes()) {
				case 1 -> I8;
				case 2 -> I16;
				case 4 -> I32;
				default -> I64;
			};
		};
	}

}
