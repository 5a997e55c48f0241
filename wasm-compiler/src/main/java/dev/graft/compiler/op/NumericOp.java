package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators that compute numbers from numbers. Their [Signature] is all there is to
/// validate.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#numeric-instructions">Binary
/// Format, "Numeric Instructions"</a>
public enum NumericOp implements Op {

	I32_EQZ("i32.eqz", 0x45, Signature.I32_TO_I32, Feature.MVP),

	I32_EQ("i32.eq", 0x46, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_NE("i32.ne", 0x47, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_LT_S("i32.lt_s", 0x48, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_LT_U("i32.lt_u", 0x49, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_GT_S("i32.gt_s", 0x4A, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_GT_U("i32.gt_u", 0x4B, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_LE_S("i32.le_s", 0x4C, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_LE_U("i32.le_u", 0x4D, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_GE_S("i32.ge_s", 0x4E, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_GE_U("i32.ge_u", 0x4F, Signature.I32_I32_TO_I32, Feature.MVP),

	I64_EQZ("i64.eqz", 0x50, Signature.I64_TO_I32, Feature.MVP),

	I64_EQ("i64.eq", 0x51, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_NE("i64.ne", 0x52, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_LT_S("i64.lt_s", 0x53, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_LT_U("i64.lt_u", 0x54, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_GT_S("i64.gt_s", 0x55, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_GT_U("i64.gt_u", 0x56, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_LE_S("i64.le_s", 0x57, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_LE_U("i64.le_u", 0x58, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_GE_S("i64.ge_s", 0x59, Signature.I64_I64_TO_I32, Feature.MVP),

	I64_GE_U("i64.ge_u", 0x5A, Signature.I64_I64_TO_I32, Feature.MVP),

	F32_EQ("f32.eq", 0x5B, Signature.F32_F32_TO_I32, Feature.MVP),

	F32_NE("f32.ne", 0x5C, Signature.F32_F32_TO_I32, Feature.MVP),

	F32_LT("f32.lt", 0x5D, Signature.F32_F32_TO_I32, Feature.MVP),

	F32_GT("f32.gt", 0x5E, Signature.F32_F32_TO_I32, Feature.MVP),

	F32_LE("f32.le", 0x5F, Signature.F32_F32_TO_I32, Feature.MVP),

	F32_GE("f32.ge", 0x60, Signature.F32_F32_TO_I32, Feature.MVP),

	F64_EQ("f64.eq", 0x61, Signature.F64_F64_TO_I32, Feature.MVP),

	F64_NE("f64.ne", 0x62, Signature.F64_F64_TO_I32, Feature.MVP),

	F64_LT("f64.lt", 0x63, Signature.F64_F64_TO_I32, Feature.MVP),

	F64_GT("f64.gt", 0x64, Signature.F64_F64_TO_I32, Feature.MVP),

	F64_LE("f64.le", 0x65, Signature.F64_F64_TO_I32, Feature.MVP),

	F64_GE("f64.ge", 0x66, Signature.F64_F64_TO_I32, Feature.MVP),

	I32_CLZ("i32.clz", 0x67, Signature.I32_TO_I32, Feature.MVP),

	I32_CTZ("i32.ctz", 0x68, Signature.I32_TO_I32, Feature.MVP),

	I32_POPCNT("i32.popcnt", 0x69, Signature.I32_TO_I32, Feature.MVP),

	I32_ADD("i32.add", 0x6A, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_SUB("i32.sub", 0x6B, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_MUL("i32.mul", 0x6C, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_DIV_S("i32.div_s", 0x6D, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_DIV_U("i32.div_u", 0x6E, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_REM_S("i32.rem_s", 0x6F, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_REM_U("i32.rem_u", 0x70, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_AND("i32.and", 0x71, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_OR("i32.or", 0x72, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_XOR("i32.xor", 0x73, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_SHL("i32.shl", 0x74, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_SHR_S("i32.shr_s", 0x75, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_SHR_U("i32.shr_u", 0x76, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_ROTL("i32.rotl", 0x77, Signature.I32_I32_TO_I32, Feature.MVP),

	I32_ROTR("i32.rotr", 0x78, Signature.I32_I32_TO_I32, Feature.MVP),

	I64_CLZ("i64.clz", 0x79, Signature.I64_TO_I64, Feature.MVP),

	I64_CTZ("i64.ctz", 0x7A, Signature.I64_TO_I64, Feature.MVP),

	I64_POPCNT("i64.popcnt", 0x7B, Signature.I64_TO_I64, Feature.MVP),

	I64_ADD("i64.add", 0x7C, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_SUB("i64.sub", 0x7D, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_MUL("i64.mul", 0x7E, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_DIV_S("i64.div_s", 0x7F, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_DIV_U("i64.div_u", 0x80, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_REM_S("i64.rem_s", 0x81, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_REM_U("i64.rem_u", 0x82, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_AND("i64.and", 0x83, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_OR("i64.or", 0x84, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_XOR("i64.xor", 0x85, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_SHL("i64.shl", 0x86, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_SHR_S("i64.shr_s", 0x87, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_SHR_U("i64.shr_u", 0x88, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_ROTL("i64.rotl", 0x89, Signature.I64_I64_TO_I64, Feature.MVP),

	I64_ROTR("i64.rotr", 0x8A, Signature.I64_I64_TO_I64, Feature.MVP),

	F32_ABS("f32.abs", 0x8B, Signature.F32_TO_F32, Feature.MVP),

	F32_NEG("f32.neg", 0x8C, Signature.F32_TO_F32, Feature.MVP),

	F32_CEIL("f32.ceil", 0x8D, Signature.F32_TO_F32, Feature.MVP),

	F32_FLOOR("f32.floor", 0x8E, Signature.F32_TO_F32, Feature.MVP),

	F32_TRUNC("f32.trunc", 0x8F, Signature.F32_TO_F32, Feature.MVP),

	F32_NEAREST("f32.nearest", 0x90, Signature.F32_TO_F32, Feature.MVP),

	F32_SQRT("f32.sqrt", 0x91, Signature.F32_TO_F32, Feature.MVP),

	F32_ADD("f32.add", 0x92, Signature.F32_F32_TO_F32, Feature.MVP),

	F32_SUB("f32.sub", 0x93, Signature.F32_F32_TO_F32, Feature.MVP),

	F32_MUL("f32.mul", 0x94, Signature.F32_F32_TO_F32, Feature.MVP),

	F32_DIV("f32.div", 0x95, Signature.F32_F32_TO_F32, Feature.MVP),

	F32_MIN("f32.min", 0x96, Signature.F32_F32_TO_F32, Feature.MVP),

	F32_MAX("f32.max", 0x97, Signature.F32_F32_TO_F32, Feature.MVP),

	F32_COPYSIGN("f32.copysign", 0x98, Signature.F32_F32_TO_F32, Feature.MVP),

	F64_ABS("f64.abs", 0x99, Signature.F64_TO_F64, Feature.MVP),

	F64_NEG("f64.neg", 0x9A, Signature.F64_TO_F64, Feature.MVP),

	F64_CEIL("f64.ceil", 0x9B, Signature.F64_TO_F64, Feature.MVP),

	F64_FLOOR("f64.floor", 0x9C, Signature.F64_TO_F64, Feature.MVP),

	F64_TRUNC("f64.trunc", 0x9D, Signature.F64_TO_F64, Feature.MVP),

	F64_NEAREST("f64.nearest", 0x9E, Signature.F64_TO_F64, Feature.MVP),

	F64_SQRT("f64.sqrt", 0x9F, Signature.F64_TO_F64, Feature.MVP),

	F64_ADD("f64.add", 0xA0, Signature.F64_F64_TO_F64, Feature.MVP),

	F64_SUB("f64.sub", 0xA1, Signature.F64_F64_TO_F64, Feature.MVP),

	F64_MUL("f64.mul", 0xA2, Signature.F64_F64_TO_F64, Feature.MVP),

	F64_DIV("f64.div", 0xA3, Signature.F64_F64_TO_F64, Feature.MVP),

	F64_MIN("f64.min", 0xA4, Signature.F64_F64_TO_F64, Feature.MVP),

	F64_MAX("f64.max", 0xA5, Signature.F64_F64_TO_F64, Feature.MVP),

	F64_COPYSIGN("f64.copysign", 0xA6, Signature.F64_F64_TO_F64, Feature.MVP),

	I32_WRAP_I64("i32.wrap_i64", 0xA7, Signature.I64_TO_I32, Feature.MVP),

	I32_TRUNC_F32_S("i32.trunc_f32_s", 0xA8, Signature.F32_TO_I32, Feature.MVP),

	I32_TRUNC_F32_U("i32.trunc_f32_u", 0xA9, Signature.F32_TO_I32, Feature.MVP),

	I32_TRUNC_F64_S("i32.trunc_f64_s", 0xAA, Signature.F64_TO_I32, Feature.MVP),

	I32_TRUNC_F64_U("i32.trunc_f64_u", 0xAB, Signature.F64_TO_I32, Feature.MVP),

	I64_EXTEND_I32_S("i64.extend_i32_s", 0xAC, Signature.I32_TO_I64, Feature.MVP),

	I64_EXTEND_I32_U("i64.extend_i32_u", 0xAD, Signature.I32_TO_I64, Feature.MVP),

	I64_TRUNC_F32_S("i64.trunc_f32_s", 0xAE, Signature.F32_TO_I64, Feature.MVP),

	I64_TRUNC_F32_U("i64.trunc_f32_u", 0xAF, Signature.F32_TO_I64, Feature.MVP),

	I64_TRUNC_F64_S("i64.trunc_f64_s", 0xB0, Signature.F64_TO_I64, Feature.MVP),

	I64_TRUNC_F64_U("i64.trunc_f64_u", 0xB1, Signature.F64_TO_I64, Feature.MVP),

	F32_CONVERT_I32_S("f32.convert_i32_s", 0xB2, Signature.I32_TO_F32, Feature.MVP),

	F32_CONVERT_I32_U("f32.convert_i32_u", 0xB3, Signature.I32_TO_F32, Feature.MVP),

	F32_CONVERT_I64_S("f32.convert_i64_s", 0xB4, Signature.I64_TO_F32, Feature.MVP),

	F32_CONVERT_I64_U("f32.convert_i64_u", 0xB5, Signature.I64_TO_F32, Feature.MVP),

	F32_DEMOTE_F64("f32.demote_f64", 0xB6, Signature.F64_TO_F32, Feature.MVP),

	F64_CONVERT_I32_S("f64.convert_i32_s", 0xB7, Signature.I32_TO_F64, Feature.MVP),

	F64_CONVERT_I32_U("f64.convert_i32_u", 0xB8, Signature.I32_TO_F64, Feature.MVP),

	F64_CONVERT_I64_S("f64.convert_i64_s", 0xB9, Signature.I64_TO_F64, Feature.MVP),

	F64_CONVERT_I64_U("f64.convert_i64_u", 0xBA, Signature.I64_TO_F64, Feature.MVP),

	F64_PROMOTE_F32("f64.promote_f32", 0xBB, Signature.F32_TO_F64, Feature.MVP),

	I32_REINTERPRET_F32("i32.reinterpret_f32", 0xBC, Signature.F32_TO_I32, Feature.MVP),

	I64_REINTERPRET_F64("i64.reinterpret_f64", 0xBD, Signature.F64_TO_I64, Feature.MVP),

	F32_REINTERPRET_I32("f32.reinterpret_i32", 0xBE, Signature.I32_TO_F32, Feature.MVP),

	F64_REINTERPRET_I64("f64.reinterpret_i64", 0xBF, Signature.I64_TO_F64, Feature.MVP),

	I32_EXTEND8_S("i32.extend8_s", 0xC0, Signature.I32_TO_I32, Feature.SIGN_EXTENSION),

	I32_EXTEND16_S("i32.extend16_s", 0xC1, Signature.I32_TO_I32, Feature.SIGN_EXTENSION),

	I64_EXTEND8_S("i64.extend8_s", 0xC2, Signature.I64_TO_I64, Feature.SIGN_EXTENSION),

	I64_EXTEND16_S("i64.extend16_s", 0xC3, Signature.I64_TO_I64, Feature.SIGN_EXTENSION),

	I64_EXTEND32_S("i64.extend32_s", 0xC4, Signature.I64_TO_I64, Feature.SIGN_EXTENSION),

	I32_TRUNC_SAT_F32_S("i32.trunc_sat_f32_s", 0xFC0000, Signature.F32_TO_I32, Feature.SATURATING_FLOAT_TO_INT),

	I32_TRUNC_SAT_F32_U("i32.trunc_sat_f32_u", 0xFC0001, Signature.F32_TO_I32, Feature.SATURATING_FLOAT_TO_INT),

	I32_TRUNC_SAT_F64_S("i32.trunc_sat_f64_s", 0xFC0002, Signature.F64_TO_I32, Feature.SATURATING_FLOAT_TO_INT),

	I32_TRUNC_SAT_F64_U("i32.trunc_sat_f64_u", 0xFC0003, Signature.F64_TO_I32, Feature.SATURATING_FLOAT_TO_INT),

	I64_TRUNC_SAT_F32_S("i64.trunc_sat_f32_s", 0xFC0004, Signature.F32_TO_I64, Feature.SATURATING_FLOAT_TO_INT),

	I64_TRUNC_SAT_F32_U("i64.trunc_sat_f32_u", 0xFC0005, Signature.F32_TO_I64, Feature.SATURATING_FLOAT_TO_INT),

	I64_TRUNC_SAT_F64_S("i64.trunc_sat_f64_s", 0xFC0006, Signature.F64_TO_I64, Feature.SATURATING_FLOAT_TO_INT),

	I64_TRUNC_SAT_F64_U("i64.trunc_sat_f64_u", 0xFC0007, Signature.F64_TO_I64, Feature.SATURATING_FLOAT_TO_INT);

	private final String mnemonic;

	private final int opcode;

	private final Signature signature;

	private final Feature feature;

	NumericOp(String mnemonic, int opcode, Signature signature, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.signature = signature;
		this.feature = feature;
	}

	/// What it pops and pushes.
	public Signature signature() {
		return this.signature;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.numeric(this);
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
		return Immediates.NONE;
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
