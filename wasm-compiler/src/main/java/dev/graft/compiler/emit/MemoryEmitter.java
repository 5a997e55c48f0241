package dev.graft.compiler.emit;

import java.util.Objects;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;

/// Emits loads, stores and the instructions on whole memories.
final class MemoryEmitter {

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private final Bytecode code;

	private final CodeNames names;

	private final ExpressionEmitter expressions;

	MemoryEmitter(Bytecode code, CodeNames names, ExpressionEmitter expressions) {
		this.code = code;
		this.names = names;
		this.expressions = expressions;
	}

	void load(Load load) {
		Access access = load.access();
		if (access.base() == null) {
			this.expressions.emit(load.operand(0));
			line(access);
			throughOperator(access, operator(access, loadOperator(access.op())));
			return;
		}
		MemoryForm form = form();
		form.begin(access.op());
		address(access, form, load.operand(0));
		form.load(access.op());
		extend(access.op());
	}

	private void extend(MemoryAccessOp op) {
		if (op.extension() == MemoryAccessOp.Extension.UNSIGNED && op.bytes() < Integer.BYTES) {
			this.code.constant((op.bytes() == 1) ? 0xFF : 0xFFFF);
			this.code.add(Instruction.IAND);
		}
		if (Kind.of(op.type()) == Kind.LONG && op.bytes() < Long.BYTES) {
			this.code.add(Instruction.I2L);
			if (op == MemoryAccessOp.I64_LOAD32_U) {
				this.code.constant(UNSIGNED_INT);
				this.code.add(Instruction.LAND);
			}
		}
	}

	void store(Store store) {
		Access access = store.access();
		if (access.base() == null || mattersBeforeCheck(store.value())) {
			this.expressions.emit(store.address());
			if (store.address().kind() == Kind.LONG && !isWide(access.memoryIndex())) {
				this.code.add(Instruction.L2I);
			}
			this.expressions.emit(store.value());
			line(access);
			throughOperator(access, operator(access, storeOperator(access.op())));
			return;
		}
		MemoryForm form = form();
		form.begin(access.op());
		address(access, form, store.address());
		this.expressions.emit(store.value());
		narrow(access.op());
		form.store(access.op());
	}

	private MemoryForm form() {
		return MemoryForm.of(this.names.memoryAccess(), this.code);
	}

	private void narrow(MemoryAccessOp op) {
		if (Kind.of(op.type()) == Kind.LONG && op.bytes() < Long.BYTES) {
			this.code.add(Instruction.L2I);
		}
		if (op.bytes() == 1) {
			this.code.add(Instruction.I2B);
		}
		else if (op.bytes() == 2) {
			this.code.add(Instruction.I2S);
		}
	}

	// A store in place checks its address before it computes its value. One can tell if
	// the value has effects, or traps in another way.
	private static boolean mattersBeforeCheck(Expression value) {
		if (Effects.isRemovable(value.effects())) {
			return false;
		}
		if (!(value instanceof Load) && !Effects.isRemovable(ownEffects(value))) {
			return true;
		}
		for (int number = 0; number < value.operandCount(); number++) {
			if (mattersBeforeCheck(value.operand(number))) {
				return true;
			}
		}
		return false;
	}

	private static int ownEffects(Expression value) {
		return switch (value) {
			case Numeric numeric -> (numeric.site() != 0) ? Effects.TRAPS : Effects.NONE;
			case Select select -> Effects.NONE;
			default -> value.effects();
		};
	}

	/// The address of an instruction that accesses several places at once, from the
	/// beginning of the memory.
	void checkedAddress(CheckedAddress checked) {
		effectiveAddress(checked.access(), checked.bytes(), checked.operand(0));
	}

	// Leaves the checked address, as the machine counts.
	private void address(Access access, MemoryForm form, Expression address) {
		this.expressions.load(Objects.requireNonNull(access.base()));
		form.base();
		switch (access.check()) {
			case Check.Own(long end) -> effectiveAddress(access, (int) (end - access.offset()), address);
			case Check.ByOther.AS_A_WHOLE -> {
				this.expressions.emit(address);
				addOffset(access);
			}
			case Check.ByOther.BEFORE -> {
				unsigned(address);
				addOffset(access);
			}
		}
		form.join();
	}

	private void addOffset(Access access) {
		if (access.offset() != 0) {
			this.code.constant(access.offset());
			this.code.add(Instruction.LADD);
		}
	}

	// Leaves an address of 32 bits as a number of 64.
	private void unsigned(Expression address) {
		this.expressions.emit(address);
		this.code.add(Instruction.I2L);
		if (!isNonNegative(address)) {
			this.code.constant(UNSIGNED_INT);
			this.code.add(Instruction.LAND);
		}
	}

	// Leaves the checked address, as the guest counts.
	private void effectiveAddress(Access access, int bytes, Expression address) {
		if (address instanceof Constant constant) {
			constantAddress(access, bytes, constant);
		}
		else if (address.kind() == Kind.LONG) {
			wideAddress(access, bytes, address);
		}
		else {
			unsigned(address);
			addOffset(access);
			check(access, bytes, 0, false);
		}
	}

	private void constantAddress(Access access, int bytes, Constant address) {
		long bits = (address.kind() == Kind.LONG) ? address.bits() : address.bits() & UNSIGNED_INT;
		if (isUnreachable(bits) || isUnreachable(access.offset())) {
			this.code.constant(bits);
			fail(access);
			return;
		}
		long effective = bits + access.offset();
		this.code.constant(effective);
		if (!isBelowMinimum(access, effective + bytes)) {
			check(access, bytes, 0, isWide(access.memoryIndex()));
		}
	}

	// Address and offset are unsigned numbers of 64 bits, so that their sum may be too
	// large for any number. Therefore the address alone is compared, with what is left of
	// the memory behind the offset.
	private void wideAddress(Access access, int bytes, Expression address) {
		this.expressions.emit(address);
		if (isUnreachable(access.offset())) {
			fail(access);
			return;
		}
		check(access, bytes, access.offset(), true);
		addOffset(access);
	}

	// No memory is that large, and two numbers below it add up to a number.
	private static boolean isUnreachable(long address) {
		return Long.compareUnsigned(address, GeneratedNames.BASE_MASK) > 0;
	}

	// The address on the stack is beyond the end of every memory.
	private void fail(Access access) {
		this.code.constant(0L);
		line(access);
		this.code.use(JavaBaseMember.CHECK_INDEX);
	}

	// Checks the address on the stack against the size less what lies behind the address.
	private void check(Access access, int bytes, long offset, boolean wide) {
		if (access.bound() != null) {
			this.expressions.load(access.bound());
		}
		else {
			memory(access.memoryIndex());
			this.code.use(AbiMethod.LINEAR_MEMORY_SIZE);
		}
		if (wide) {
			// As with the base: so that HotSpot knows that address and base add up to a
			// number.
			this.code.constant(GeneratedNames.BASE_MASK);
			this.code.add(Instruction.LAND);
		}
		long behind = offset + bytes - 1;
		if (behind > 0) {
			this.code.constant(behind);
			this.code.add(Instruction.LSUB);
		}
		line(access);
		this.code.use(JavaBaseMember.CHECK_INDEX);
	}

	private boolean isWide(int memoryIndex) {
		return this.names.module().memoryTypes().get(memoryIndex).addressType() == AddressType.I64;
	}

	// A memory never shrinks below what it was declared with.
	private boolean isBelowMinimum(Access access, long end) {
		ExternalType.Memory type = this.names.module().memoryTypes().get(access.memoryIndex());
		return end <= type.minimumBytes();
	}

	private static boolean isNonNegative(Expression address) {
		return switch (address) {
			case Numeric numeric -> switch (numeric.op()) {
				case I32_AND -> numeric.operand(1) instanceof Constant mask && mask.bits() >= 0;
				case I32_SHR_U -> numeric.operand(1) instanceof Constant count && (count.bits() & 31) != 0;
				default -> false;
			};
			case Load load -> switch (load.access().op()) {
				case I32_LOAD8_U, I32_LOAD16_U -> true;
				default -> false;
			};
			default -> false;
		};
	}

	private void throughOperator(Access access, AbiMethod operator) {
		this.code.constant(access.offset());
		memory(access.memoryIndex());
		this.code.use(operator);
	}

	private void line(Access access) {
		if (access.site() != 0) {
			this.code.line(access.site());
		}
	}

	void memory(int memoryIndex) {
		this.code.loadInstance();
		this.code.getField(this.names.instance(), GeneratedNames.memory(memoryIndex), CodeNames.MEMORY);
	}

	void size(int memoryIndex) {
		memory(memoryIndex);
		this.code.use(AbiMethod.LINEAR_MEMORY_SIZE);
	}

	void base(int memoryIndex) {
		memory(memoryIndex);
		this.code.use(AbiMethod.LINEAR_MEMORY_BASE);
	}

	/// An instruction on a memory whose operands are on the stack.
	void emit(MemoryOp op, EngineCall node) {
		boolean wide = node.isWide();
		switch (op) {
			case MEMORY_SIZE -> {
				memory(node.first());
				this.code.use(wide ? AbiMethod.MEMORY64_SIZE : AbiMethod.MEMORY_SIZE);
			}
			case MEMORY_GROW -> {
				memory(node.first());
				this.code.use(wide ? AbiMethod.MEMORY64_GROW : AbiMethod.MEMORY_GROW);
			}
			case MEMORY_FILL -> {
				memory(node.first());
				useInterruptible(wide, AbiMethod.MEMORY_FILL);
			}
			case MEMORY_COPY -> {
				memory(node.first());
				memory(node.second());
				useInterruptible(wide, AbiMethod.MEMORY_COPY);
			}
			case MEMORY_INIT -> {
				memory(node.first());
				this.code.constant(node.second());
				this.code.loadInstance();
				this.code.use(wide ? AbiMethod.MEMORY64_INIT : AbiMethod.MEMORY_INIT);
			}
			case DATA_DROP -> {
				this.code.constant(node.second());
				this.code.loadInstance();
				this.code.use(AbiMethod.MEMORY_DROP_DATA);
			}
		}
	}

	// What can go on for any time asks the context whether it may.
	private void useInterruptible(boolean wide, AbiMethod operator) {
		if (wide) {
			this.code.loadInstance();
			this.code.use(AbiMethod.INSTANCE_CONTEXT);
			this.code.use(operator.forWideAddresses());
		}
		else {
			this.code.use(operator);
		}
	}

	// The operator of the same name for addresses of 64 bits.
	private AbiMethod operator(Access access, AbiMethod narrow) {
		return isWide(access.memoryIndex()) ? narrow.forWideAddresses() : narrow;
	}

	private static AbiMethod loadOperator(MemoryAccessOp op) {
		return switch (op) {
			case I32_LOAD -> AbiMethod.MEMORY_LOAD_I32;
			case I64_LOAD -> AbiMethod.MEMORY_LOAD_I64;
			case F32_LOAD -> AbiMethod.MEMORY_LOAD_F32;
			case F64_LOAD -> AbiMethod.MEMORY_LOAD_F64;
			case I32_LOAD8_S -> AbiMethod.MEMORY_LOAD_I32_S8;
			case I32_LOAD8_U -> AbiMethod.MEMORY_LOAD_I32_U8;
			case I32_LOAD16_S -> AbiMethod.MEMORY_LOAD_I32_S16;
			case I32_LOAD16_U -> AbiMethod.MEMORY_LOAD_I32_U16;
			case I64_LOAD8_S -> AbiMethod.MEMORY_LOAD_I64_S8;
			case I64_LOAD8_U -> AbiMethod.MEMORY_LOAD_I64_U8;
			case I64_LOAD16_S -> AbiMethod.MEMORY_LOAD_I64_S16;
			case I64_LOAD16_U -> AbiMethod.MEMORY_LOAD_I64_U16;
			case I64_LOAD32_S -> AbiMethod.MEMORY_LOAD_I64_S32;
			case I64_LOAD32_U -> AbiMethod.MEMORY_LOAD_I64_U32;
			default -> throw new IllegalArgumentException(op + " does not load");
		};
	}

	private static AbiMethod storeOperator(MemoryAccessOp op) {
		return switch (op) {
			case I32_STORE -> AbiMethod.MEMORY_STORE_I32;
			case I64_STORE -> AbiMethod.MEMORY_STORE_I64;
			case F32_STORE -> AbiMethod.MEMORY_STORE_F32;
			case F64_STORE -> AbiMethod.MEMORY_STORE_F64;
			case I32_STORE8 -> AbiMethod.MEMORY_STORE_I32_AS8;
			case I32_STORE16 -> AbiMethod.MEMORY_STORE_I32_AS16;
			case I64_STORE8 -> AbiMethod.MEMORY_STORE_I64_AS8;
			case I64_STORE16 -> AbiMethod.MEMORY_STORE_I64_AS16;
			case I64_STORE32 -> AbiMethod.MEMORY_STORE_I64_AS32;
			default -> throw new IllegalArgumentException(op + " does not store");
		};
	}

}
