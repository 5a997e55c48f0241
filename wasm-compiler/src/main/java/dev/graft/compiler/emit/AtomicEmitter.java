package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Atomic;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.op.AtomicOp;

/// Emits atomic instructions, all of them as calls of the engine's operators: next to
/// what a fence costs, a call costs nothing.
///
/// There is an operator for each action and width. Up to 32 bits they work on `int`, so
/// the narrow instructions on `i64` convert what goes in and what comes out.
final class AtomicEmitter {

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private final Bytecode code;

	private final ExpressionEmitter expressions;

	private final MemoryEmitter memories;

	AtomicEmitter(Bytecode code, ExpressionEmitter expressions, MemoryEmitter memories) {
		this.code = code;
		this.expressions = expressions;
		this.memories = memories;
	}

	void emit(Atomic node) {
		switch (node.op().action()) {
			case FENCE -> this.code.use(AbiMethod.ATOMIC_FENCE);
			case WAIT -> await(node);
			case NOTIFY -> {
				operands(node);
				use(node, AbiMethod.ATOMIC_NOTIFY);
			}
			case LOAD -> access(node, AbiMethod.ATOMIC_LOAD8, AbiMethod.ATOMIC_LOAD16, AbiMethod.ATOMIC_LOAD32,
					AbiMethod.ATOMIC_LOAD64);
			case STORE -> access(node, AbiMethod.ATOMIC_STORE8, AbiMethod.ATOMIC_STORE16, AbiMethod.ATOMIC_STORE32,
					AbiMethod.ATOMIC_STORE64);
			case ADD -> access(node, AbiMethod.ATOMIC_ADD8, AbiMethod.ATOMIC_ADD16, AbiMethod.ATOMIC_ADD32,
					AbiMethod.ATOMIC_ADD64);
			case SUBTRACT -> access(node, AbiMethod.ATOMIC_SUBTRACT8, AbiMethod.ATOMIC_SUBTRACT16,
					AbiMethod.ATOMIC_SUBTRACT32, AbiMethod.ATOMIC_SUBTRACT64);
			case AND -> access(node, AbiMethod.ATOMIC_AND8, AbiMethod.ATOMIC_AND16, AbiMethod.ATOMIC_AND32,
					AbiMethod.ATOMIC_AND64);
			case OR ->
				access(node, AbiMethod.ATOMIC_OR8, AbiMethod.ATOMIC_OR16, AbiMethod.ATOMIC_OR32, AbiMethod.ATOMIC_OR64);
			case XOR -> access(node, AbiMethod.ATOMIC_XOR8, AbiMethod.ATOMIC_XOR16, AbiMethod.ATOMIC_XOR32,
					AbiMethod.ATOMIC_XOR64);
			case EXCHANGE -> access(node, AbiMethod.ATOMIC_EXCHANGE8, AbiMethod.ATOMIC_EXCHANGE16,
					AbiMethod.ATOMIC_EXCHANGE32, AbiMethod.ATOMIC_EXCHANGE64);
			case COMPARE_EXCHANGE ->
				access(node, AbiMethod.ATOMIC_COMPARE_EXCHANGE8, AbiMethod.ATOMIC_COMPARE_EXCHANGE16,
						AbiMethod.ATOMIC_COMPARE_EXCHANGE32, AbiMethod.ATOMIC_COMPARE_EXCHANGE64);
		}
	}

	private void operands(Atomic node) {
		for (int number = 0; number < node.operandCount(); number++) {
			this.expressions.emit(node.operand(number));
		}
	}

	private void await(Atomic node) {
		operands(node);
		this.code.constant(node.offset());
		this.memories.memory(node.memoryIndex());
		this.code.loadInstance();
		this.code.use(AbiMethod.INSTANCE_CONTEXT);
		line(node);
		this.code.use((node.op() == AtomicOp.MEMORY_ATOMIC_WAIT64) ? AbiMethod.ATOMIC_WAIT64 : AbiMethod.ATOMIC_WAIT32);
	}

	private void access(Atomic node, AbiMethod of8, AbiMethod of16, AbiMethod of32, AbiMethod of64) {
		AtomicOp op = node.op();
		boolean converted = op.type() == NumberType.I64 && op.isNarrow();
		this.expressions.emit(node.operand(0));
		for (int number = 1; number < node.operandCount(); number++) {
			Expression value = node.operand(number);
			this.expressions.emit(value);
			if (converted) {
				this.code.add(Instruction.L2I);
			}
		}
		use(node, switch (op.bytes()) {
			case 1 -> of8;
			case 2 -> of16;
			case 4 -> of32;
			default -> of64;
		});
		if (converted && node.kind() == Kind.LONG) {
			widen(op);
		}
	}

	// Operators leave the upper bits of an int zero where there are any.
	private void widen(AtomicOp op) {
		this.code.add(Instruction.I2L);
		if (op.bytes() == Integer.BYTES) {
			this.code.constant(UNSIGNED_INT);
			this.code.add(Instruction.LAND);
		}
	}

	private void use(Atomic node, AbiMethod operator) {
		this.code.constant(node.offset());
		this.memories.memory(node.memoryIndex());
		line(node);
		this.code.use(operator);
	}

	private void line(Atomic node) {
		if (node.site() != 0) {
			this.code.line(node.site());
		}
	}

}
