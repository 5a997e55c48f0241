package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;

/// Loads and stores.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#memory-instructions">Binary
/// Format, "Memory Instructions"</a>
public enum MemoryAccessOp implements Op {

	I32_LOAD("i32.load", 0x28, Access.LOAD, NumberType.I32, 4, Extension.NONE, Feature.MVP),

	I64_LOAD("i64.load", 0x29, Access.LOAD, NumberType.I64, 8, Extension.NONE, Feature.MVP),

	F32_LOAD("f32.load", 0x2A, Access.LOAD, NumberType.F32, 4, Extension.NONE, Feature.MVP),

	F64_LOAD("f64.load", 0x2B, Access.LOAD, NumberType.F64, 8, Extension.NONE, Feature.MVP),

	I32_LOAD8_S("i32.load8_s", 0x2C, Access.LOAD, NumberType.I32, 1, Extension.SIGNED, Feature.MVP),

	I32_LOAD8_U("i32.load8_u", 0x2D, Access.LOAD, NumberType.I32, 1, Extension.UNSIGNED, Feature.MVP),

	I32_LOAD16_S("i32.load16_s", 0x2E, Access.LOAD, NumberType.I32, 2, Extension.SIGNED, Feature.MVP),

	I32_LOAD16_U("i32.load16_u", 0x2F, Access.LOAD, NumberType.I32, 2, Extension.UNSIGNED, Feature.MVP),

	I64_LOAD8_S("i64.load8_s", 0x30, Access.LOAD, NumberType.I64, 1, Extension.SIGNED, Feature.MVP),

	I64_LOAD8_U("i64.load8_u", 0x31, Access.LOAD, NumberType.I64, 1, Extension.UNSIGNED, Feature.MVP),

	I64_LOAD16_S("i64.load16_s", 0x32, Access.LOAD, NumberType.I64, 2, Extension.SIGNED, Feature.MVP),

	I64_LOAD16_U("i64.load16_u", 0x33, Access.LOAD, NumberType.I64, 2, Extension.UNSIGNED, Feature.MVP),

	I64_LOAD32_S("i64.load32_s", 0x34, Access.LOAD, NumberType.I64, 4, Extension.SIGNED, Feature.MVP),

	I64_LOAD32_U("i64.load32_u", 0x35, Access.LOAD, NumberType.I64, 4, Extension.UNSIGNED, Feature.MVP),

	I32_STORE("i32.store", 0x36, Access.STORE, NumberType.I32, 4, Extension.NONE, Feature.MVP),

	I64_STORE("i64.store", 0x37, Access.STORE, NumberType.I64, 8, Extension.NONE, Feature.MVP),

	F32_STORE("f32.store", 0x38, Access.STORE, NumberType.F32, 4, Extension.NONE, Feature.MVP),

	F64_STORE("f64.store", 0x39, Access.STORE, NumberType.F64, 8, Extension.NONE, Feature.MVP),

	I32_STORE8("i32.store8", 0x3A, Access.STORE, NumberType.I32, 1, Extension.NONE, Feature.MVP),

	I32_STORE16("i32.store16", 0x3B, Access.STORE, NumberType.I32, 2, Extension.NONE, Feature.MVP),

	I64_STORE8("i64.store8", 0x3C, Access.STORE, NumberType.I64, 1, Extension.NONE, Feature.MVP),

	I64_STORE16("i64.store16", 0x3D, Access.STORE, NumberType.I64, 2, Extension.NONE, Feature.MVP),

	I64_STORE32("i64.store32", 0x3E, Access.STORE, NumberType.I64, 4, Extension.NONE, Feature.MVP);

	private final String mnemonic;

	private final int opcode;

	private final Access access;

	private final NumberType type;

	private final int bytes;

	private final Extension extension;

	private final Feature feature;

	MemoryAccessOp(String mnemonic, int opcode, Access access, NumberType type, int bytes, Extension extension,
			Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.access = access;
		this.type = type;
		this.bytes = bytes;
		this.extension = extension;
		this.feature = feature;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.access(this);
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
		return Immediates.MEMORY_ARGUMENT;
	}

	@Override
	public Feature feature() {
		return this.feature;
	}

	/// Whether it loads or stores.
	public Access access() {
		return this.access;
	}

	/// The type of the value loaded or stored.
	public ValueType type() {
		return this.type;
	}

	/// How many bytes of memory it touches.
	public int bytes() {
		return this.bytes;
	}

	/// The binary logarithm of the largest alignment that may be stated.
	public int naturalAlignmentLog2() {
		return Integer.numberOfTrailingZeros(this.bytes);
	}

	/// How a load that reads fewer bytes than the type has fills the others.
	public Extension extension() {
		return this.extension;
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

	/// The direction of an access.
	public enum Access {

		/// From memory.
		LOAD,

		/// To memory.
		STORE

	}

	/// How a short load is extended.
	public enum Extension {

		/// Nothing to extend.
		NONE,

		/// By the sign.
		SIGNED,

		/// By zeros.
		UNSIGNED

	}

}
