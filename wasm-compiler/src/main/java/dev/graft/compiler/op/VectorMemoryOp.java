package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.op.MemoryAccessOp.Access;

/// Loads and stores of vectors.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#vector-instructions">Binary
/// Format, "Vector Instructions"</a>
public enum VectorMemoryOp implements Op {

	V128_LOAD("v128.load", 0xFD0000, Access.LOAD, 16),

	V128_LOAD8X8_S("v128.load8x8_s", 0xFD0001, Access.LOAD, 8),

	V128_LOAD8X8_U("v128.load8x8_u", 0xFD0002, Access.LOAD, 8),

	V128_LOAD16X4_S("v128.load16x4_s", 0xFD0003, Access.LOAD, 8),

	V128_LOAD16X4_U("v128.load16x4_u", 0xFD0004, Access.LOAD, 8),

	V128_LOAD32X2_S("v128.load32x2_s", 0xFD0005, Access.LOAD, 8),

	V128_LOAD32X2_U("v128.load32x2_u", 0xFD0006, Access.LOAD, 8),

	V128_LOAD8_SPLAT("v128.load8_splat", 0xFD0007, Access.LOAD, 1),

	V128_LOAD16_SPLAT("v128.load16_splat", 0xFD0008, Access.LOAD, 2),

	V128_LOAD32_SPLAT("v128.load32_splat", 0xFD0009, Access.LOAD, 4),

	V128_LOAD64_SPLAT("v128.load64_splat", 0xFD000A, Access.LOAD, 8),

	V128_STORE("v128.store", 0xFD000B, Access.STORE, 16),

	V128_LOAD8_LANE("v128.load8_lane", 0xFD0054, Access.LOAD, 1, true),

	V128_LOAD16_LANE("v128.load16_lane", 0xFD0055, Access.LOAD, 2, true),

	V128_LOAD32_LANE("v128.load32_lane", 0xFD0056, Access.LOAD, 4, true),

	V128_LOAD64_LANE("v128.load64_lane", 0xFD0057, Access.LOAD, 8, true),

	V128_STORE8_LANE("v128.store8_lane", 0xFD0058, Access.STORE, 1, true),

	V128_STORE16_LANE("v128.store16_lane", 0xFD0059, Access.STORE, 2, true),

	V128_STORE32_LANE("v128.store32_lane", 0xFD005A, Access.STORE, 4, true),

	V128_STORE64_LANE("v128.store64_lane", 0xFD005B, Access.STORE, 8, true),

	V128_LOAD32_ZERO("v128.load32_zero", 0xFD005C, Access.LOAD, 4),

	V128_LOAD64_ZERO("v128.load64_zero", 0xFD005D, Access.LOAD, 8);

	private final String mnemonic;

	private final int opcode;

	private final Access access;

	private final int bytes;

	private final boolean lane;

	VectorMemoryOp(String mnemonic, int opcode, Access access, int bytes) {
		this(mnemonic, opcode, access, bytes, false);
	}

	VectorMemoryOp(String mnemonic, int opcode, Access access, int bytes, boolean lane) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.access = access;
		this.bytes = bytes;
		this.lane = lane;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.vectorAccess(this);
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
		return this.lane ? Immediates.MEMORY_ARGUMENT_AND_LANE : Immediates.MEMORY_ARGUMENT;
	}

	@Override
	public Feature feature() {
		return Feature.SIMD;
	}

	/// Whether it loads or stores.
	public Access access() {
		return this.access;
	}

	/// How many bytes of memory it touches.
	public int bytes() {
		return this.bytes;
	}

	/// The binary logarithm of the largest alignment that may be stated.
	public int naturalAlignmentLog2() {
		return Integer.numberOfTrailingZeros(this.bytes);
	}

	/// Whether it concerns a single lane of a vector, which is its last operand.
	public boolean isLane() {
		return this.lane;
	}

	/// How many lanes of the size that it loads or stores a vector has.
	public int lanes() {
		return 16 / this.bytes;
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

}
