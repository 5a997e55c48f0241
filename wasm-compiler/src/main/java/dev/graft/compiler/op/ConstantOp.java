package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;

/// The operators that push a constant, which is their immediate.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#numeric-instructions">Binary
/// Format, "Numeric Instructions"</a>
// Number and vector types are constants, which their common type does not say.
@SuppressWarnings("ImmutableEnumChecker")
public enum ConstantOp implements Op {

	I32_CONST("i32.const", 0x41, Immediates.I32, NumberType.I32, Feature.MVP),

	I64_CONST("i64.const", 0x42, Immediates.I64, NumberType.I64, Feature.MVP),

	F32_CONST("f32.const", 0x43, Immediates.F32, NumberType.F32, Feature.MVP),

	F64_CONST("f64.const", 0x44, Immediates.F64, NumberType.F64, Feature.MVP),

	V128_CONST("v128.const", 0xFD000C, Immediates.V128, VectorType.V128, Feature.SIMD);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final ValueType type;

	private final Feature feature;

	ConstantOp(String mnemonic, int opcode, Immediates immediates, ValueType type, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.type = type;
		this.feature = feature;
	}

	/// The type of the constant.
	public ValueType type() {
		return this.type;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.constant(this);
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
		return this.immediates;
	}

	@Override
	public Feature feature() {
		return this.feature;
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

}
