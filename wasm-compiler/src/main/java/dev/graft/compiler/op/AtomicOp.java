package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;

/// The atomic operators: sequentially consistent accesses to memories, and waiting for
/// other threads.
///
/// @see <a
/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md">Threads,
/// "Overview"</a>
public enum AtomicOp implements Op {

	MEMORY_ATOMIC_NOTIFY("memory.atomic.notify", 0xFE0000, Action.NOTIFY, NumberType.I32, 4),

	MEMORY_ATOMIC_WAIT32("memory.atomic.wait32", 0xFE0001, Action.WAIT, NumberType.I32, 4),

	MEMORY_ATOMIC_WAIT64("memory.atomic.wait64", 0xFE0002, Action.WAIT, NumberType.I64, 8),

	ATOMIC_FENCE("atomic.fence", 0xFE0003, Action.FENCE, NumberType.I32, 1),

	I32_ATOMIC_LOAD("i32.atomic.load", 0xFE0010, Action.LOAD, NumberType.I32, 4),

	I64_ATOMIC_LOAD("i64.atomic.load", 0xFE0011, Action.LOAD, NumberType.I64, 8),

	I32_ATOMIC_LOAD8_U("i32.atomic.load8_u", 0xFE0012, Action.LOAD, NumberType.I32, 1),

	I32_ATOMIC_LOAD16_U("i32.atomic.load16_u", 0xFE0013, Action.LOAD, NumberType.I32, 2),

	I64_ATOMIC_LOAD8_U("i64.atomic.load8_u", 0xFE0014, Action.LOAD, NumberType.I64, 1),

	I64_ATOMIC_LOAD16_U("i64.atomic.load16_u", 0xFE0015, Action.LOAD, NumberType.I64, 2),

	I64_ATOMIC_LOAD32_U("i64.atomic.load32_u", 0xFE0016, Action.LOAD, NumberType.I64, 4),

	I32_ATOMIC_STORE("i32.atomic.store", 0xFE0017, Action.STORE, NumberType.I32, 4),

	I64_ATOMIC_STORE("i64.atomic.store", 0xFE0018, Action.STORE, NumberType.I64, 8),

	I32_ATOMIC_STORE8("i32.atomic.store8", 0xFE0019, Action.STORE, NumberType.I32, 1),

	I32_ATOMIC_STORE16("i32.atomic.store16", 0xFE001A, Action.STORE, NumberType.I32, 2),

	I64_ATOMIC_STORE8("i64.atomic.store8", 0xFE001B, Action.STORE, NumberType.I64, 1),

	I64_ATOMIC_STORE16("i64.atomic.store16", 0xFE001C, Action.STORE, NumberType.I64, 2),

	I64_ATOMIC_STORE32("i64.atomic.store32", 0xFE001D, Action.STORE, NumberType.I64, 4),

	I32_ATOMIC_RMW_ADD("i32.atomic.rmw.add", 0xFE001E, Action.ADD, NumberType.I32, 4),

	I64_ATOMIC_RMW_ADD("i64.atomic.rmw.add", 0xFE001F, Action.ADD, NumberType.I64, 8),

	I32_ATOMIC_RMW8_ADD_U("i32.atomic.rmw8.add_u", 0xFE0020, Action.ADD, NumberType.I32, 1),

	I32_ATOMIC_RMW16_ADD_U("i32.atomic.rmw16.add_u", 0xFE0021, Action.ADD, NumberType.I32, 2),

	I64_ATOMIC_RMW8_ADD_U("i64.atomic.rmw8.add_u", 0xFE0022, Action.ADD, NumberType.I64, 1),

	I64_ATOMIC_RMW16_ADD_U("i64.atomic.rmw16.add_u", 0xFE0023, Action.ADD, NumberType.I64, 2),

	I64_ATOMIC_RMW32_ADD_U("i64.atomic.rmw32.add_u", 0xFE0024, Action.ADD, NumberType.I64, 4),

	I32_ATOMIC_RMW_SUB("i32.atomic.rmw.sub", 0xFE0025, Action.SUBTRACT, NumberType.I32, 4),

	I64_ATOMIC_RMW_SUB("i64.atomic.rmw.sub", 0xFE0026, Action.SUBTRACT, NumberType.I64, 8),

	I32_ATOMIC_RMW8_SUB_U("i32.atomic.rmw8.sub_u", 0xFE0027, Action.SUBTRACT, NumberType.I32, 1),

	I32_ATOMIC_RMW16_SUB_U("i32.atomic.rmw16.sub_u", 0xFE0028, Action.SUBTRACT, NumberType.I32, 2),

	I64_ATOMIC_RMW8_SUB_U("i64.atomic.rmw8.sub_u", 0xFE0029, Action.SUBTRACT, NumberType.I64, 1),

	I64_ATOMIC_RMW16_SUB_U("i64.atomic.rmw16.sub_u", 0xFE002A, Action.SUBTRACT, NumberType.I64, 2),

	I64_ATOMIC_RMW32_SUB_U("i64.atomic.rmw32.sub_u", 0xFE002B, Action.SUBTRACT, NumberType.I64, 4),

	I32_ATOMIC_RMW_AND("i32.atomic.rmw.and", 0xFE002C, Action.AND, NumberType.I32, 4),

	I64_ATOMIC_RMW_AND("i64.atomic.rmw.and", 0xFE002D, Action.AND, NumberType.I64, 8),

	I32_ATOMIC_RMW8_AND_U("i32.atomic.rmw8.and_u", 0xFE002E, Action.AND, NumberType.I32, 1),

	I32_ATOMIC_RMW16_AND_U("i32.atomic.rmw16.and_u", 0xFE002F, Action.AND, NumberType.I32, 2),

	I64_ATOMIC_RMW8_AND_U("i64.atomic.rmw8.and_u", 0xFE0030, Action.AND, NumberType.I64, 1),

	I64_ATOMIC_RMW16_AND_U("i64.atomic.rmw16.and_u", 0xFE0031, Action.AND, NumberType.I64, 2),

	I64_ATOMIC_RMW32_AND_U("i64.atomic.rmw32.and_u", 0xFE0032, Action.AND, NumberType.I64, 4),

	I32_ATOMIC_RMW_OR("i32.atomic.rmw.or", 0xFE0033, Action.OR, NumberType.I32, 4),

	I64_ATOMIC_RMW_OR("i64.atomic.rmw.or", 0xFE0034, Action.OR, NumberType.I64, 8),

	I32_ATOMIC_RMW8_OR_U("i32.atomic.rmw8.or_u", 0xFE0035, Action.OR, NumberType.I32, 1),

	I32_ATOMIC_RMW16_OR_U("i32.atomic.rmw16.or_u", 0xFE0036, Action.OR, NumberType.I32, 2),

	I64_ATOMIC_RMW8_OR_U("i64.atomic.rmw8.or_u", 0xFE0037, Action.OR, NumberType.I64, 1),

	I64_ATOMIC_RMW16_OR_U("i64.atomic.rmw16.or_u", 0xFE0038, Action.OR, NumberType.I64, 2),

	I64_ATOMIC_RMW32_OR_U("i64.atomic.rmw32.or_u", 0xFE0039, Action.OR, NumberType.I64, 4),

	I32_ATOMIC_RMW_XOR("i32.atomic.rmw.xor", 0xFE003A, Action.XOR, NumberType.I32, 4),

	I64_ATOMIC_RMW_XOR("i64.atomic.rmw.xor", 0xFE003B, Action.XOR, NumberType.I64, 8),

	I32_ATOMIC_RMW8_XOR_U("i32.atomic.rmw8.xor_u", 0xFE003C, Action.XOR, NumberType.I32, 1),

	I32_ATOMIC_RMW16_XOR_U("i32.atomic.rmw16.xor_u", 0xFE003D, Action.XOR, NumberType.I32, 2),

	I64_ATOMIC_RMW8_XOR_U("i64.atomic.rmw8.xor_u", 0xFE003E, Action.XOR, NumberType.I64, 1),

	I64_ATOMIC_RMW16_XOR_U("i64.atomic.rmw16.xor_u", 0xFE003F, Action.XOR, NumberType.I64, 2),

	I64_ATOMIC_RMW32_XOR_U("i64.atomic.rmw32.xor_u", 0xFE0040, Action.XOR, NumberType.I64, 4),

	I32_ATOMIC_RMW_XCHG("i32.atomic.rmw.xchg", 0xFE0041, Action.EXCHANGE, NumberType.I32, 4),

	I64_ATOMIC_RMW_XCHG("i64.atomic.rmw.xchg", 0xFE0042, Action.EXCHANGE, NumberType.I64, 8),

	I32_ATOMIC_RMW8_XCHG_U("i32.atomic.rmw8.xchg_u", 0xFE0043, Action.EXCHANGE, NumberType.I32, 1),

	I32_ATOMIC_RMW16_XCHG_U("i32.atomic.rmw16.xchg_u", 0xFE0044, Action.EXCHANGE, NumberType.I32, 2),

	I64_ATOMIC_RMW8_XCHG_U("i64.atomic.rmw8.xchg_u", 0xFE0045, Action.EXCHANGE, NumberType.I64, 1),

	I64_ATOMIC_RMW16_XCHG_U("i64.atomic.rmw16.xchg_u", 0xFE0046, Action.EXCHANGE, NumberType.I64, 2),

	I64_ATOMIC_RMW32_XCHG_U("i64.atomic.rmw32.xchg_u", 0xFE0047, Action.EXCHANGE, NumberType.I64, 4),

	I32_ATOMIC_RMW_CMPXCHG("i32.atomic.rmw.cmpxchg", 0xFE0048, Action.COMPARE_EXCHANGE, NumberType.I32, 4),

	I64_ATOMIC_RMW_CMPXCHG("i64.atomic.rmw.cmpxchg", 0xFE0049, Action.COMPARE_EXCHANGE, NumberType.I64, 8),

	I32_ATOMIC_RMW8_CMPXCHG_U("i32.atomic.rmw8.cmpxchg_u", 0xFE004A, Action.COMPARE_EXCHANGE, NumberType.I32, 1),

	I32_ATOMIC_RMW16_CMPXCHG_U("i32.atomic.rmw16.cmpxchg_u", 0xFE004B, Action.COMPARE_EXCHANGE, NumberType.I32, 2),

	I64_ATOMIC_RMW8_CMPXCHG_U("i64.atomic.rmw8.cmpxchg_u", 0xFE004C, Action.COMPARE_EXCHANGE, NumberType.I64, 1),

	I64_ATOMIC_RMW16_CMPXCHG_U("i64.atomic.rmw16.cmpxchg_u", 0xFE004D, Action.COMPARE_EXCHANGE, NumberType.I64, 2),

	I64_ATOMIC_RMW32_CMPXCHG_U("i64.atomic.rmw32.cmpxchg_u", 0xFE004E, Action.COMPARE_EXCHANGE, NumberType.I64, 4);

	private final String mnemonic;

	private final int opcode;

	private final Action action;

	private final NumberType type;

	private final int bytes;

	AtomicOp(String mnemonic, int opcode, Action action, NumberType type, int bytes) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.action = action;
		this.type = type;
		this.bytes = bytes;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.atomic(this);
	}

	@Override
	public String mnemonic() {
		return this.mnemonic;
	}

	@Override
	public int opcode() {
		return this.opcode;
	}

	@Override
	public Immediates immediates() {
		return (this.action == Action.FENCE) ? Immediates.RESERVED_BYTE : Immediates.MEMORY_ARGUMENT;
	}

	@Override
	public Feature feature() {
		return Feature.THREADS;
	}

	/// What it does.
	public Action action() {
		return this.action;
	}

	/// The type of the values that go in and come out; of `notify` the count, of `wait`
	/// the expected value.
	public NumberType type() {
		return this.type;
	}

	/// How many bytes of memory it touches.
	public int bytes() {
		return this.bytes;
	}

	/// The binary logarithm of the alignment that has to be stated, and to be there.
	public int alignmentLog2() {
		return Integer.numberOfTrailingZeros(this.bytes);
	}

	/// Whether it reads fewer bytes than the type has, and fills the others with zeros.
	public boolean isNarrow() {
		return this.bytes < ((this.type == NumberType.I64) ? Long.BYTES : Integer.BYTES);
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

	/// What an operator does with memory.
	public enum Action {

		/// Wakes threads that wait: `[address count] -> [i32]`.
		NOTIFY(1),

		/// Waits to be woken: `[address expected timeout] -> [i32]`.
		WAIT(2),

		/// Nothing but to keep what is before it before what is after it.
		FENCE(0),

		/// `[address] -> [value]`
		LOAD(0),

		/// `[address value] -> []`
		STORE(1),

		/// As the next five: `[address value] -> [old value]`.
		ADD(1),

		/// `old - value`
		SUBTRACT(1),

		/// `old & value`
		AND(1),

		/// `old | value`
		OR(1),

		/// `old ^ value`
		XOR(1),

		/// `value`
		EXCHANGE(1),

		/// `[address expected replacement] -> [old value]`
		COMPARE_EXCHANGE(2);

		private final int valueOperands;

		Action(int valueOperands) {
			this.valueOperands = valueOperands;
		}

		/// How many operands there are besides the address.
		public int valueOperands() {
			return this.valueOperands;
		}

	}

}
