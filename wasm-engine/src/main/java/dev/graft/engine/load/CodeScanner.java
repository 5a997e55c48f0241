package dev.graft.engine.load;

/// Walks over the instructions of a method, to find those whose operand alone does not
/// tell whether they are allowed.
///
/// @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-6.html">JVMS 6,
/// "The Java Virtual Machine Instruction Set"</a>
final class CodeScanner {

	static final int PUT_STATIC = 0xB3;

	static final int PUT_FIELD = 0xB5;

	static final int INVOKE_DYNAMIC = 0xBA;

	static final int MONITOR_ENTER = 0xC2;

	static final int MONITOR_EXIT = 0xC3;

	private static final int TABLE_SWITCH = 0xAA;

	private static final int LOOKUP_SWITCH = 0xAB;

	private static final int WIDE = 0xC4;

	private static final int WIDE_INCREMENT_BYTES = 6;

	private static final int WIDE_BYTES = 4;

	private static final int INCREMENT = 0x84;

	private static final int LAST_OPCODE = 0xC9;

	/// The length of each instruction, from opcode 0 on: a digit each, 0 if it varies.
	private static final String LENGTHS = "1111111111111111" // nop, constants
			+ "2323322222111111" // bipush sipush ldc ldc_w ldc2_w, loads
			+ "1111111111111111" // loads
			+ "1111112222211111" // array loads, stores
			+ "1111111111111111" // stores
			+ "1111111111111111" // array stores, stack
			+ "1111111111111111" // arithmetic
			+ "1111111111111111" // arithmetic
			+ "1111311111111111" // iinc, conversions
			+ "1111111113333333" // comparisons, branches
			+ "3333333332001111" // branches, goto jsr ret, switches, returns
			+ "1133333335532311" // returns, fields, calls, new newarray anewarray
									// arraylength athrow
			+ "3311043355"; // checkcast instanceof monitors wide multianewarray ifnull
							// ifnonnull goto_w jsr_w

	/// For each opcode, how far to the next instruction; negative if the instruction is
	/// to be looked at, zero if its length varies or there is no such instruction.
	private static final byte[] STEPS = steps();

	private final ClassFileBytes bytes;

	private final int start;

	private final int end;

	private int at;

	private int next;

	/// @param start where in the class file the instructions begin
	/// @param length how many bytes they have
	CodeScanner(ClassFileBytes bytes, int start, int length) {
		this.bytes = bytes;
		this.start = start;
		this.end = start + length;
		this.next = start;
	}

	private static byte[] steps() {
		byte[] steps = new byte[1 << Byte.SIZE];
		for (int opcode = 0; opcode <= LAST_OPCODE; opcode++) {
			int length = LENGTHS.charAt(opcode) - '0';
			steps[opcode] = (byte) switch (opcode) {
				case PUT_STATIC, PUT_FIELD, INVOKE_DYNAMIC, MONITOR_ENTER, MONITOR_EXIT -> -length;
				default -> length;
			};
		}
		return steps;
	}

	/// Goes to the next instruction that is to be looked at, if there is one. A class has
	/// ten thousands of others, and all of this runs before its first method does, often
	/// by the interpreter, hence one loop that calls next to nothing.
	boolean advance() {
		int position = this.next;
		while (position < this.end) {
			int step = STEPS[this.bytes.u1(position)];
			if (step > 0) {
				position += step;
				continue;
			}
			this.at = position;
			position += (step < 0) ? -step : varyingLength(opcode());
			if (step < 0) {
				this.next = position;
				return true;
			}
		}
		this.next = this.end;
		return false;
	}

	/// The instruction's opcode.
	int opcode() {
		return this.bytes.u1(this.at);
	}

	/// The constant pool entry that the instruction names, if it is of the kind that
	/// names one.
	int constant() {
		return this.bytes.u2(this.at + 1);
	}

	private int varyingLength(int opcode) {
		return switch (opcode) {
			case TABLE_SWITCH -> {
				int operands = switchOperands();
				long cases = (long) this.bytes.s4(operands + 8) - this.bytes.s4(operands + 4) + 1;
				yield checked(operands + 12 + 4 * cases);
			}
			case LOOKUP_SWITCH -> {
				int operands = switchOperands();
				yield checked(operands + 8 + 8L * this.bytes.s4(operands + 4));
			}
			case WIDE -> this.bytes.u1(this.at + 1) == INCREMENT ? WIDE_INCREMENT_BYTES : WIDE_BYTES;
			default -> throw new IndexOutOfBoundsException("unknown opcode " + opcode);
		};
	}

	// Operands of switches begin at a multiple of four from the start of the code.
	private int switchOperands() {
		int after = this.at + 1 - this.start;
		return this.start + ((after + 3) & ~3);
	}

	private int checked(long next) {
		if (next <= this.at || next > this.end) {
			throw new IndexOutOfBoundsException("switch beyond the end of its method");
		}
		return (int) (next - this.at);
	}

}
