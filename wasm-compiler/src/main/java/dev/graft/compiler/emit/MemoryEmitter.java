package dev.graft.compiler.emit;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;

/// Emits loads, stores and the instructions on whole memories.
final class MemoryEmitter {

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private static final long PAGE = 1L << 16;

	private static final long SMALL = 1L << 30;

	private final Bytecode code;

	private final CodeNames names;

	private final ExpressionEmitter expressions;

	private final MemoryForm form;

	private final Set<Variable> small = new HashSet<>();

	MemoryEmitter(Bytecode code, CodeNames names, ExpressionEmitter expressions, MemoryForm form) {
		this.code = code;
		this.names = names;
		this.expressions = expressions;
		this.form = form;
	}

	void load(Load load) {
		Access access = load.access();
		if (isPlain(access, load.operand(0)) && this.form.checksInside()) {
			begin(access, load.operand(0));
			end(access);
		}
		else {
			MemoryForm.Pending pending = this.form.begin(access.op());
			address(access, load.operand(0));
			pending.emit();
		}
		extend(access.op());
	}

	// Whether the address is a number of 32 bits that has to be checked for this access,
	// and for no other one.
	private boolean isPlain(Access access, Expression address) {
		return access.check() instanceof Check.Own(long end) && end == access.end() && access.bound() == null
				&& address.kind() == Kind.INT && !(address instanceof Constant);
	}

	// Leaves what an operator that checks wants to know of the place.
	private void begin(Access access, Expression address) {
		this.expressions.emit(address);
		this.code.constant(access.offset());
		memory(access.memoryIndex());
	}

	private void end(Access access) {
		line(access);
		this.code.use(MemoryCarrier.checkingOperator(access.op()));
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
		if (isPlain(access, store.address()) && this.form.checksInside()) {
			begin(access, store.address());
			value(store);
			end(access);
		}
		else {
			MemoryForm.Pending pending = this.form.begin(access.op());
			address(access, store.address());
			value(store);
			pending.emit();
		}
	}

	// Bytes and halves are cut off by what stores them.
	private void value(Store store) {
		this.expressions.emit(store.value());
		MemoryAccessOp op = store.access().op();
		if (Kind.of(op.type()) == Kind.LONG && op.bytes() < Long.BYTES) {
			this.code.add(Instruction.L2I);
		}
	}

	/// The address of an instruction that accesses several places at once, from the
	/// beginning of the memory.
	void checkedAddress(CheckedAddress checked) {
		effectiveAddress(checked.access(), checked.bytes(), checked.operand(0));
	}

	// Leaves the checked address, as the machine counts.
	private void address(Access access, Expression address) {
		this.expressions.load(Objects.requireNonNull(access.base()));
		this.form.base();
		switch (access.check()) {
			case Check.Own(long end) -> effectiveAddress(access, end - access.offset(), address);
			case Check.ByOther.GIVEN_ADDRESS -> {
				this.expressions.emit(address);
				addOffset(access);
			}
			case Check.ByOther.BEFORE -> {
				unsigned(address);
				addOffset(access);
			}
		}
		this.form.join();
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

	// Leaves the checked address, as the guest counts. Of accesses at the same address
	// the last may be 4 GiB behind the first, which checks for it.
	private void effectiveAddress(Access access, long bytes, Expression address) {
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

	private void constantAddress(Access access, long bytes, Constant address) {
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
	private void wideAddress(Access access, long bytes, Expression address) {
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
		line(access);
		this.code.constant(0);
		this.code.failIf(Condition.EQ, AbiMethod.TRAP_OUT_OF_BOUNDS_ADDRESS);
	}

	// Checks the address on the stack against the size less what lies behind the address.
	private void check(Access access, long bytes, long offset, boolean wide) {
		long behind = offset + bytes - 1;
		line(access);
		if (isSmall(access) && behind < PAGE) {
			this.code.add(Instruction.DUP2);
			limit(access, behind, wide);
			this.code.use(JavaBaseMember.I64_COMPARE_UNSIGNED);
			this.code.failIf(Condition.GE, AbiMethod.TRAP_OUT_OF_BOUNDS_ADDRESS);
			limit(access, behind, wide);
			this.code.use(JavaBaseMember.CHECK_INDEX);
		}
		else {
			if (wide) {
				this.code.add(Instruction.DUP2);
				this.code.constant(0L);
				compare(Condition.LT);
			}
			this.code.add(Instruction.DUP2);
			if (access.bound() == null && !wide) {
				last(behind);
				size(access.memoryIndex());
			}
			else {
				limit(access, behind, wide);
			}
			compare(Condition.GE);
		}
	}

	// Where the size is read again and again, it is compared from memory, without a
	// register for the limit or the number that is taken from it.
	private void last(long behind) {
		if (behind > 0) {
			this.code.constant(behind);
			this.code.add(Instruction.LADD);
		}
	}

	private void compare(Condition failing) {
		this.code.add(Instruction.LCMP);
		this.code.failIf(failing, AbiMethod.TRAP_OUT_OF_BOUNDS_ADDRESS);
	}

	private boolean isSmall(Access access) {
		return access.bound() != null && this.small.contains(access.bound());
	}

	private void limit(Access access, long behind, boolean wide) {
		if (access.bound() != null) {
			this.expressions.load(access.bound());
		}
		else {
			size(access.memoryIndex());
		}
		if (wide) {
			// As with the base: so that HotSpot knows that address and base add up to a
			// number.
			mask();
		}
		if (behind > 0) {
			this.code.constant(behind);
			this.code.add(Instruction.LSUB);
		}
	}

	private void mask() {
		this.code.constant(GeneratedNames.BASE_MASK);
		this.code.add(Instruction.LAND);
	}

	private boolean isWide(int memoryIndex) {
		return this.names.module().memoryTypes().get(memoryIndex).addressType() == AddressType.I64;
	}

	// A memory never shrinks below what a module has declared that defines or imports it.
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

	/// Lets HotSpot know that the size on the stack is from one page to 1 GiB.
	void small() {
		this.code.constant(PAGE);
		this.code.add(Instruction.LSUB);
		this.code.constant(SMALL - PAGE);
		this.code.add(Instruction.LAND);
		this.code.constant(PAGE);
		this.code.add(Instruction.LADD);
	}

	/// In what follows a variable holds a size of which HotSpot knows that it is from one
	/// page to 1 GiB.
	void small(Variable bound) {
		this.small.add(bound);
	}

	// Accesses mask it again, which costs nothing: HotSpot then keeps one number alive
	// instead of two, as the interpreter would want the unmasked one from a variable.
	void base(int memoryIndex) {
		memory(memoryIndex);
		this.code.use(AbiMethod.LINEAR_MEMORY_BASE);
		mask();
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
				useInterruptible(wide, AbiMethod.MEMORY_FILL, AbiMethod.MEMORY64_FILL);
			}
			case MEMORY_COPY -> {
				memory(node.first());
				memory(node.second());
				useInterruptible(wide, AbiMethod.MEMORY_COPY, AbiMethod.MEMORY64_COPY);
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
	private void useInterruptible(boolean wide, AbiMethod narrowOperator, AbiMethod wideOperator) {
		if (wide) {
			this.code.loadInstance();
			this.code.use(AbiMethod.INSTANCE_CONTEXT);
			this.code.use(wideOperator);
		}
		else {
			this.code.use(narrowOperator);
		}
	}

}
