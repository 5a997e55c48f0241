package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators that compute vectors, or something from vectors.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#vector-instructions">Binary
/// Format, "Vector Instructions"</a>
public enum VectorOp implements Op {

	I8X16_SHUFFLE("i8x16.shuffle", 0xFD000D, Immediates.LANES, Signature.V128_V128_TO_V128),

	I8X16_SWIZZLE("i8x16.swizzle", 0xFD000E, Signature.V128_V128_TO_V128),

	I8X16_SPLAT("i8x16.splat", 0xFD000F, Signature.I32_TO_V128),

	I16X8_SPLAT("i16x8.splat", 0xFD0010, Signature.I32_TO_V128),

	I32X4_SPLAT("i32x4.splat", 0xFD0011, Signature.I32_TO_V128),

	I64X2_SPLAT("i64x2.splat", 0xFD0012, Signature.I64_TO_V128),

	F32X4_SPLAT("f32x4.splat", 0xFD0013, Signature.F32_TO_V128),

	F64X2_SPLAT("f64x2.splat", 0xFD0014, Signature.F64_TO_V128),

	I8X16_EXTRACT_LANE_S("i8x16.extract_lane_s", 0xFD0015, Immediates.LANE, Signature.V128_TO_I32),

	I8X16_EXTRACT_LANE_U("i8x16.extract_lane_u", 0xFD0016, Immediates.LANE, Signature.V128_TO_I32),

	I8X16_REPLACE_LANE("i8x16.replace_lane", 0xFD0017, Immediates.LANE, Signature.V128_I32_TO_V128),

	I16X8_EXTRACT_LANE_S("i16x8.extract_lane_s", 0xFD0018, Immediates.LANE, Signature.V128_TO_I32),

	I16X8_EXTRACT_LANE_U("i16x8.extract_lane_u", 0xFD0019, Immediates.LANE, Signature.V128_TO_I32),

	I16X8_REPLACE_LANE("i16x8.replace_lane", 0xFD001A, Immediates.LANE, Signature.V128_I32_TO_V128),

	I32X4_EXTRACT_LANE("i32x4.extract_lane", 0xFD001B, Immediates.LANE, Signature.V128_TO_I32),

	I32X4_REPLACE_LANE("i32x4.replace_lane", 0xFD001C, Immediates.LANE, Signature.V128_I32_TO_V128),

	I64X2_EXTRACT_LANE("i64x2.extract_lane", 0xFD001D, Immediates.LANE, Signature.V128_TO_I64),

	I64X2_REPLACE_LANE("i64x2.replace_lane", 0xFD001E, Immediates.LANE, Signature.V128_I64_TO_V128),

	F32X4_EXTRACT_LANE("f32x4.extract_lane", 0xFD001F, Immediates.LANE, Signature.V128_TO_F32),

	F32X4_REPLACE_LANE("f32x4.replace_lane", 0xFD0020, Immediates.LANE, Signature.V128_F32_TO_V128),

	F64X2_EXTRACT_LANE("f64x2.extract_lane", 0xFD0021, Immediates.LANE, Signature.V128_TO_F64),

	F64X2_REPLACE_LANE("f64x2.replace_lane", 0xFD0022, Immediates.LANE, Signature.V128_F64_TO_V128),

	I8X16_EQ("i8x16.eq", 0xFD0023, Signature.V128_V128_TO_V128),

	I8X16_NE("i8x16.ne", 0xFD0024, Signature.V128_V128_TO_V128),

	I8X16_LT_S("i8x16.lt_s", 0xFD0025, Signature.V128_V128_TO_V128),

	I8X16_LT_U("i8x16.lt_u", 0xFD0026, Signature.V128_V128_TO_V128),

	I8X16_GT_S("i8x16.gt_s", 0xFD0027, Signature.V128_V128_TO_V128),

	I8X16_GT_U("i8x16.gt_u", 0xFD0028, Signature.V128_V128_TO_V128),

	I8X16_LE_S("i8x16.le_s", 0xFD0029, Signature.V128_V128_TO_V128),

	I8X16_LE_U("i8x16.le_u", 0xFD002A, Signature.V128_V128_TO_V128),

	I8X16_GE_S("i8x16.ge_s", 0xFD002B, Signature.V128_V128_TO_V128),

	I8X16_GE_U("i8x16.ge_u", 0xFD002C, Signature.V128_V128_TO_V128),

	I16X8_EQ("i16x8.eq", 0xFD002D, Signature.V128_V128_TO_V128),

	I16X8_NE("i16x8.ne", 0xFD002E, Signature.V128_V128_TO_V128),

	I16X8_LT_S("i16x8.lt_s", 0xFD002F, Signature.V128_V128_TO_V128),

	I16X8_LT_U("i16x8.lt_u", 0xFD0030, Signature.V128_V128_TO_V128),

	I16X8_GT_S("i16x8.gt_s", 0xFD0031, Signature.V128_V128_TO_V128),

	I16X8_GT_U("i16x8.gt_u", 0xFD0032, Signature.V128_V128_TO_V128),

	I16X8_LE_S("i16x8.le_s", 0xFD0033, Signature.V128_V128_TO_V128),

	I16X8_LE_U("i16x8.le_u", 0xFD0034, Signature.V128_V128_TO_V128),

	I16X8_GE_S("i16x8.ge_s", 0xFD0035, Signature.V128_V128_TO_V128),

	I16X8_GE_U("i16x8.ge_u", 0xFD0036, Signature.V128_V128_TO_V128),

	I32X4_EQ("i32x4.eq", 0xFD0037, Signature.V128_V128_TO_V128),

	I32X4_NE("i32x4.ne", 0xFD0038, Signature.V128_V128_TO_V128),

	I32X4_LT_S("i32x4.lt_s", 0xFD0039, Signature.V128_V128_TO_V128),

	I32X4_LT_U("i32x4.lt_u", 0xFD003A, Signature.V128_V128_TO_V128),

	I32X4_GT_S("i32x4.gt_s", 0xFD003B, Signature.V128_V128_TO_V128),

	I32X4_GT_U("i32x4.gt_u", 0xFD003C, Signature.V128_V128_TO_V128),

	I32X4_LE_S("i32x4.le_s", 0xFD003D, Signature.V128_V128_TO_V128),

	I32X4_LE_U("i32x4.le_u", 0xFD003E, Signature.V128_V128_TO_V128),

	I32X4_GE_S("i32x4.ge_s", 0xFD003F, Signature.V128_V128_TO_V128),

	I32X4_GE_U("i32x4.ge_u", 0xFD0040, Signature.V128_V128_TO_V128),

	F32X4_EQ("f32x4.eq", 0xFD0041, Signature.V128_V128_TO_V128),

	F32X4_NE("f32x4.ne", 0xFD0042, Signature.V128_V128_TO_V128),

	F32X4_LT("f32x4.lt", 0xFD0043, Signature.V128_V128_TO_V128),

	F32X4_GT("f32x4.gt", 0xFD0044, Signature.V128_V128_TO_V128),

	F32X4_LE("f32x4.le", 0xFD0045, Signature.V128_V128_TO_V128),

	F32X4_GE("f32x4.ge", 0xFD0046, Signature.V128_V128_TO_V128),

	F64X2_EQ("f64x2.eq", 0xFD0047, Signature.V128_V128_TO_V128),

	F64X2_NE("f64x2.ne", 0xFD0048, Signature.V128_V128_TO_V128),

	F64X2_LT("f64x2.lt", 0xFD0049, Signature.V128_V128_TO_V128),

	F64X2_GT("f64x2.gt", 0xFD004A, Signature.V128_V128_TO_V128),

	F64X2_LE("f64x2.le", 0xFD004B, Signature.V128_V128_TO_V128),

	F64X2_GE("f64x2.ge", 0xFD004C, Signature.V128_V128_TO_V128),

	V128_NOT("v128.not", 0xFD004D, Signature.V128_TO_V128),

	V128_AND("v128.and", 0xFD004E, Signature.V128_V128_TO_V128),

	V128_ANDNOT("v128.andnot", 0xFD004F, Signature.V128_V128_TO_V128),

	V128_OR("v128.or", 0xFD0050, Signature.V128_V128_TO_V128),

	V128_XOR("v128.xor", 0xFD0051, Signature.V128_V128_TO_V128),

	V128_BITSELECT("v128.bitselect", 0xFD0052, Signature.V128_V128_V128_TO_V128),

	V128_ANY_TRUE("v128.any_true", 0xFD0053, Signature.V128_TO_I32),

	F32X4_DEMOTE_F64X2_ZERO("f32x4.demote_f64x2_zero", 0xFD005E, Signature.V128_TO_V128),

	F64X2_PROMOTE_LOW_F32X4("f64x2.promote_low_f32x4", 0xFD005F, Signature.V128_TO_V128),

	I8X16_ABS("i8x16.abs", 0xFD0060, Signature.V128_TO_V128),

	I8X16_NEG("i8x16.neg", 0xFD0061, Signature.V128_TO_V128),

	I8X16_POPCNT("i8x16.popcnt", 0xFD0062, Signature.V128_TO_V128),

	I8X16_ALL_TRUE("i8x16.all_true", 0xFD0063, Signature.V128_TO_I32),

	I8X16_BITMASK("i8x16.bitmask", 0xFD0064, Signature.V128_TO_I32),

	I8X16_NARROW_I16X8_S("i8x16.narrow_i16x8_s", 0xFD0065, Signature.V128_V128_TO_V128),

	I8X16_NARROW_I16X8_U("i8x16.narrow_i16x8_u", 0xFD0066, Signature.V128_V128_TO_V128),

	F32X4_CEIL("f32x4.ceil", 0xFD0067, Signature.V128_TO_V128),

	F32X4_FLOOR("f32x4.floor", 0xFD0068, Signature.V128_TO_V128),

	F32X4_TRUNC("f32x4.trunc", 0xFD0069, Signature.V128_TO_V128),

	F32X4_NEAREST("f32x4.nearest", 0xFD006A, Signature.V128_TO_V128),

	I8X16_SHL("i8x16.shl", 0xFD006B, Signature.V128_I32_TO_V128),

	I8X16_SHR_S("i8x16.shr_s", 0xFD006C, Signature.V128_I32_TO_V128),

	I8X16_SHR_U("i8x16.shr_u", 0xFD006D, Signature.V128_I32_TO_V128),

	I8X16_ADD("i8x16.add", 0xFD006E, Signature.V128_V128_TO_V128),

	I8X16_ADD_SAT_S("i8x16.add_sat_s", 0xFD006F, Signature.V128_V128_TO_V128),

	I8X16_ADD_SAT_U("i8x16.add_sat_u", 0xFD0070, Signature.V128_V128_TO_V128),

	I8X16_SUB("i8x16.sub", 0xFD0071, Signature.V128_V128_TO_V128),

	I8X16_SUB_SAT_S("i8x16.sub_sat_s", 0xFD0072, Signature.V128_V128_TO_V128),

	I8X16_SUB_SAT_U("i8x16.sub_sat_u", 0xFD0073, Signature.V128_V128_TO_V128),

	F64X2_CEIL("f64x2.ceil", 0xFD0074, Signature.V128_TO_V128),

	F64X2_FLOOR("f64x2.floor", 0xFD0075, Signature.V128_TO_V128),

	I8X16_MIN_S("i8x16.min_s", 0xFD0076, Signature.V128_V128_TO_V128),

	I8X16_MIN_U("i8x16.min_u", 0xFD0077, Signature.V128_V128_TO_V128),

	I8X16_MAX_S("i8x16.max_s", 0xFD0078, Signature.V128_V128_TO_V128),

	I8X16_MAX_U("i8x16.max_u", 0xFD0079, Signature.V128_V128_TO_V128),

	F64X2_TRUNC("f64x2.trunc", 0xFD007A, Signature.V128_TO_V128),

	I8X16_AVGR_U("i8x16.avgr_u", 0xFD007B, Signature.V128_V128_TO_V128),

	I16X8_EXTADD_PAIRWISE_I8X16_S("i16x8.extadd_pairwise_i8x16_s", 0xFD007C, Signature.V128_TO_V128),

	I16X8_EXTADD_PAIRWISE_I8X16_U("i16x8.extadd_pairwise_i8x16_u", 0xFD007D, Signature.V128_TO_V128),

	I32X4_EXTADD_PAIRWISE_I16X8_S("i32x4.extadd_pairwise_i16x8_s", 0xFD007E, Signature.V128_TO_V128),

	I32X4_EXTADD_PAIRWISE_I16X8_U("i32x4.extadd_pairwise_i16x8_u", 0xFD007F, Signature.V128_TO_V128),

	I16X8_ABS("i16x8.abs", 0xFD0080, Signature.V128_TO_V128),

	I16X8_NEG("i16x8.neg", 0xFD0081, Signature.V128_TO_V128),

	I16X8_Q15MULR_SAT_S("i16x8.q15mulr_sat_s", 0xFD0082, Signature.V128_V128_TO_V128),

	I16X8_ALL_TRUE("i16x8.all_true", 0xFD0083, Signature.V128_TO_I32),

	I16X8_BITMASK("i16x8.bitmask", 0xFD0084, Signature.V128_TO_I32),

	I16X8_NARROW_I32X4_S("i16x8.narrow_i32x4_s", 0xFD0085, Signature.V128_V128_TO_V128),

	I16X8_NARROW_I32X4_U("i16x8.narrow_i32x4_u", 0xFD0086, Signature.V128_V128_TO_V128),

	I16X8_EXTEND_LOW_I8X16_S("i16x8.extend_low_i8x16_s", 0xFD0087, Signature.V128_TO_V128),

	I16X8_EXTEND_HIGH_I8X16_S("i16x8.extend_high_i8x16_s", 0xFD0088, Signature.V128_TO_V128),

	I16X8_EXTEND_LOW_I8X16_U("i16x8.extend_low_i8x16_u", 0xFD0089, Signature.V128_TO_V128),

	I16X8_EXTEND_HIGH_I8X16_U("i16x8.extend_high_i8x16_u", 0xFD008A, Signature.V128_TO_V128),

	I16X8_SHL("i16x8.shl", 0xFD008B, Signature.V128_I32_TO_V128),

	I16X8_SHR_S("i16x8.shr_s", 0xFD008C, Signature.V128_I32_TO_V128),

	I16X8_SHR_U("i16x8.shr_u", 0xFD008D, Signature.V128_I32_TO_V128),

	I16X8_ADD("i16x8.add", 0xFD008E, Signature.V128_V128_TO_V128),

	I16X8_ADD_SAT_S("i16x8.add_sat_s", 0xFD008F, Signature.V128_V128_TO_V128),

	I16X8_ADD_SAT_U("i16x8.add_sat_u", 0xFD0090, Signature.V128_V128_TO_V128),

	I16X8_SUB("i16x8.sub", 0xFD0091, Signature.V128_V128_TO_V128),

	I16X8_SUB_SAT_S("i16x8.sub_sat_s", 0xFD0092, Signature.V128_V128_TO_V128),

	I16X8_SUB_SAT_U("i16x8.sub_sat_u", 0xFD0093, Signature.V128_V128_TO_V128),

	F64X2_NEAREST("f64x2.nearest", 0xFD0094, Signature.V128_TO_V128),

	I16X8_MUL("i16x8.mul", 0xFD0095, Signature.V128_V128_TO_V128),

	I16X8_MIN_S("i16x8.min_s", 0xFD0096, Signature.V128_V128_TO_V128),

	I16X8_MIN_U("i16x8.min_u", 0xFD0097, Signature.V128_V128_TO_V128),

	I16X8_MAX_S("i16x8.max_s", 0xFD0098, Signature.V128_V128_TO_V128),

	I16X8_MAX_U("i16x8.max_u", 0xFD0099, Signature.V128_V128_TO_V128),

	I16X8_AVGR_U("i16x8.avgr_u", 0xFD009B, Signature.V128_V128_TO_V128),

	I16X8_EXTMUL_LOW_I8X16_S("i16x8.extmul_low_i8x16_s", 0xFD009C, Signature.V128_V128_TO_V128),

	I16X8_EXTMUL_HIGH_I8X16_S("i16x8.extmul_high_i8x16_s", 0xFD009D, Signature.V128_V128_TO_V128),

	I16X8_EXTMUL_LOW_I8X16_U("i16x8.extmul_low_i8x16_u", 0xFD009E, Signature.V128_V128_TO_V128),

	I16X8_EXTMUL_HIGH_I8X16_U("i16x8.extmul_high_i8x16_u", 0xFD009F, Signature.V128_V128_TO_V128),

	I32X4_ABS("i32x4.abs", 0xFD00A0, Signature.V128_TO_V128),

	I32X4_NEG("i32x4.neg", 0xFD00A1, Signature.V128_TO_V128),

	I32X4_ALL_TRUE("i32x4.all_true", 0xFD00A3, Signature.V128_TO_I32),

	I32X4_BITMASK("i32x4.bitmask", 0xFD00A4, Signature.V128_TO_I32),

	I32X4_EXTEND_LOW_I16X8_S("i32x4.extend_low_i16x8_s", 0xFD00A7, Signature.V128_TO_V128),

	I32X4_EXTEND_HIGH_I16X8_S("i32x4.extend_high_i16x8_s", 0xFD00A8, Signature.V128_TO_V128),

	I32X4_EXTEND_LOW_I16X8_U("i32x4.extend_low_i16x8_u", 0xFD00A9, Signature.V128_TO_V128),

	I32X4_EXTEND_HIGH_I16X8_U("i32x4.extend_high_i16x8_u", 0xFD00AA, Signature.V128_TO_V128),

	I32X4_SHL("i32x4.shl", 0xFD00AB, Signature.V128_I32_TO_V128),

	I32X4_SHR_S("i32x4.shr_s", 0xFD00AC, Signature.V128_I32_TO_V128),

	I32X4_SHR_U("i32x4.shr_u", 0xFD00AD, Signature.V128_I32_TO_V128),

	I32X4_ADD("i32x4.add", 0xFD00AE, Signature.V128_V128_TO_V128),

	I32X4_SUB("i32x4.sub", 0xFD00B1, Signature.V128_V128_TO_V128),

	I32X4_MUL("i32x4.mul", 0xFD00B5, Signature.V128_V128_TO_V128),

	I32X4_MIN_S("i32x4.min_s", 0xFD00B6, Signature.V128_V128_TO_V128),

	I32X4_MIN_U("i32x4.min_u", 0xFD00B7, Signature.V128_V128_TO_V128),

	I32X4_MAX_S("i32x4.max_s", 0xFD00B8, Signature.V128_V128_TO_V128),

	I32X4_MAX_U("i32x4.max_u", 0xFD00B9, Signature.V128_V128_TO_V128),

	I32X4_DOT_I16X8_S("i32x4.dot_i16x8_s", 0xFD00BA, Signature.V128_V128_TO_V128),

	I32X4_EXTMUL_LOW_I16X8_S("i32x4.extmul_low_i16x8_s", 0xFD00BC, Signature.V128_V128_TO_V128),

	I32X4_EXTMUL_HIGH_I16X8_S("i32x4.extmul_high_i16x8_s", 0xFD00BD, Signature.V128_V128_TO_V128),

	I32X4_EXTMUL_LOW_I16X8_U("i32x4.extmul_low_i16x8_u", 0xFD00BE, Signature.V128_V128_TO_V128),

	I32X4_EXTMUL_HIGH_I16X8_U("i32x4.extmul_high_i16x8_u", 0xFD00BF, Signature.V128_V128_TO_V128),

	I64X2_ABS("i64x2.abs", 0xFD00C0, Signature.V128_TO_V128),

	I64X2_NEG("i64x2.neg", 0xFD00C1, Signature.V128_TO_V128),

	I64X2_ALL_TRUE("i64x2.all_true", 0xFD00C3, Signature.V128_TO_I32),

	I64X2_BITMASK("i64x2.bitmask", 0xFD00C4, Signature.V128_TO_I32),

	I64X2_EXTEND_LOW_I32X4_S("i64x2.extend_low_i32x4_s", 0xFD00C7, Signature.V128_TO_V128),

	I64X2_EXTEND_HIGH_I32X4_S("i64x2.extend_high_i32x4_s", 0xFD00C8, Signature.V128_TO_V128),

	I64X2_EXTEND_LOW_I32X4_U("i64x2.extend_low_i32x4_u", 0xFD00C9, Signature.V128_TO_V128),

	I64X2_EXTEND_HIGH_I32X4_U("i64x2.extend_high_i32x4_u", 0xFD00CA, Signature.V128_TO_V128),

	I64X2_SHL("i64x2.shl", 0xFD00CB, Signature.V128_I32_TO_V128),

	I64X2_SHR_S("i64x2.shr_s", 0xFD00CC, Signature.V128_I32_TO_V128),

	I64X2_SHR_U("i64x2.shr_u", 0xFD00CD, Signature.V128_I32_TO_V128),

	I64X2_ADD("i64x2.add", 0xFD00CE, Signature.V128_V128_TO_V128),

	I64X2_SUB("i64x2.sub", 0xFD00D1, Signature.V128_V128_TO_V128),

	I64X2_MUL("i64x2.mul", 0xFD00D5, Signature.V128_V128_TO_V128),

	I64X2_EQ("i64x2.eq", 0xFD00D6, Signature.V128_V128_TO_V128),

	I64X2_NE("i64x2.ne", 0xFD00D7, Signature.V128_V128_TO_V128),

	I64X2_LT_S("i64x2.lt_s", 0xFD00D8, Signature.V128_V128_TO_V128),

	I64X2_GT_S("i64x2.gt_s", 0xFD00D9, Signature.V128_V128_TO_V128),

	I64X2_LE_S("i64x2.le_s", 0xFD00DA, Signature.V128_V128_TO_V128),

	I64X2_GE_S("i64x2.ge_s", 0xFD00DB, Signature.V128_V128_TO_V128),

	I64X2_EXTMUL_LOW_I32X4_S("i64x2.extmul_low_i32x4_s", 0xFD00DC, Signature.V128_V128_TO_V128),

	I64X2_EXTMUL_HIGH_I32X4_S("i64x2.extmul_high_i32x4_s", 0xFD00DD, Signature.V128_V128_TO_V128),

	I64X2_EXTMUL_LOW_I32X4_U("i64x2.extmul_low_i32x4_u", 0xFD00DE, Signature.V128_V128_TO_V128),

	I64X2_EXTMUL_HIGH_I32X4_U("i64x2.extmul_high_i32x4_u", 0xFD00DF, Signature.V128_V128_TO_V128),

	F32X4_ABS("f32x4.abs", 0xFD00E0, Signature.V128_TO_V128),

	F32X4_NEG("f32x4.neg", 0xFD00E1, Signature.V128_TO_V128),

	F32X4_SQRT("f32x4.sqrt", 0xFD00E3, Signature.V128_TO_V128),

	F32X4_ADD("f32x4.add", 0xFD00E4, Signature.V128_V128_TO_V128),

	F32X4_SUB("f32x4.sub", 0xFD00E5, Signature.V128_V128_TO_V128),

	F32X4_MUL("f32x4.mul", 0xFD00E6, Signature.V128_V128_TO_V128),

	F32X4_DIV("f32x4.div", 0xFD00E7, Signature.V128_V128_TO_V128),

	F32X4_MIN("f32x4.min", 0xFD00E8, Signature.V128_V128_TO_V128),

	F32X4_MAX("f32x4.max", 0xFD00E9, Signature.V128_V128_TO_V128),

	F32X4_PMIN("f32x4.pmin", 0xFD00EA, Signature.V128_V128_TO_V128),

	F32X4_PMAX("f32x4.pmax", 0xFD00EB, Signature.V128_V128_TO_V128),

	F64X2_ABS("f64x2.abs", 0xFD00EC, Signature.V128_TO_V128),

	F64X2_NEG("f64x2.neg", 0xFD00ED, Signature.V128_TO_V128),

	F64X2_SQRT("f64x2.sqrt", 0xFD00EF, Signature.V128_TO_V128),

	F64X2_ADD("f64x2.add", 0xFD00F0, Signature.V128_V128_TO_V128),

	F64X2_SUB("f64x2.sub", 0xFD00F1, Signature.V128_V128_TO_V128),

	F64X2_MUL("f64x2.mul", 0xFD00F2, Signature.V128_V128_TO_V128),

	F64X2_DIV("f64x2.div", 0xFD00F3, Signature.V128_V128_TO_V128),

	F64X2_MIN("f64x2.min", 0xFD00F4, Signature.V128_V128_TO_V128),

	F64X2_MAX("f64x2.max", 0xFD00F5, Signature.V128_V128_TO_V128),

	F64X2_PMIN("f64x2.pmin", 0xFD00F6, Signature.V128_V128_TO_V128),

	F64X2_PMAX("f64x2.pmax", 0xFD00F7, Signature.V128_V128_TO_V128),

	I32X4_TRUNC_SAT_F32X4_S("i32x4.trunc_sat_f32x4_s", 0xFD00F8, Signature.V128_TO_V128),

	I32X4_TRUNC_SAT_F32X4_U("i32x4.trunc_sat_f32x4_u", 0xFD00F9, Signature.V128_TO_V128),

	F32X4_CONVERT_I32X4_S("f32x4.convert_i32x4_s", 0xFD00FA, Signature.V128_TO_V128),

	F32X4_CONVERT_I32X4_U("f32x4.convert_i32x4_u", 0xFD00FB, Signature.V128_TO_V128),

	I32X4_TRUNC_SAT_F64X2_S_ZERO("i32x4.trunc_sat_f64x2_s_zero", 0xFD00FC, Signature.V128_TO_V128),

	I32X4_TRUNC_SAT_F64X2_U_ZERO("i32x4.trunc_sat_f64x2_u_zero", 0xFD00FD, Signature.V128_TO_V128),

	F64X2_CONVERT_LOW_I32X4_S("f64x2.convert_low_i32x4_s", 0xFD00FE, Signature.V128_TO_V128),

	F64X2_CONVERT_LOW_I32X4_U("f64x2.convert_low_i32x4_u", 0xFD00FF, Signature.V128_TO_V128),

	I8X16_RELAXED_SWIZZLE("i8x16.relaxed_swizzle", 0xFD0100, Signature.V128_V128_TO_V128),

	I32X4_RELAXED_TRUNC_F32X4_S("i32x4.relaxed_trunc_f32x4_s", 0xFD0101, Signature.V128_TO_V128),

	I32X4_RELAXED_TRUNC_F32X4_U("i32x4.relaxed_trunc_f32x4_u", 0xFD0102, Signature.V128_TO_V128),

	I32X4_RELAXED_TRUNC_F64X2_S_ZERO("i32x4.relaxed_trunc_f64x2_s_zero", 0xFD0103, Signature.V128_TO_V128),

	I32X4_RELAXED_TRUNC_F64X2_U_ZERO("i32x4.relaxed_trunc_f64x2_u_zero", 0xFD0104, Signature.V128_TO_V128),

	F32X4_RELAXED_MADD("f32x4.relaxed_madd", 0xFD0105, Signature.V128_V128_V128_TO_V128),

	F32X4_RELAXED_NMADD("f32x4.relaxed_nmadd", 0xFD0106, Signature.V128_V128_V128_TO_V128),

	F64X2_RELAXED_MADD("f64x2.relaxed_madd", 0xFD0107, Signature.V128_V128_V128_TO_V128),

	F64X2_RELAXED_NMADD("f64x2.relaxed_nmadd", 0xFD0108, Signature.V128_V128_V128_TO_V128),

	I8X16_RELAXED_LANESELECT("i8x16.relaxed_laneselect", 0xFD0109, Signature.V128_V128_V128_TO_V128),

	I16X8_RELAXED_LANESELECT("i16x8.relaxed_laneselect", 0xFD010A, Signature.V128_V128_V128_TO_V128),

	I32X4_RELAXED_LANESELECT("i32x4.relaxed_laneselect", 0xFD010B, Signature.V128_V128_V128_TO_V128),

	I64X2_RELAXED_LANESELECT("i64x2.relaxed_laneselect", 0xFD010C, Signature.V128_V128_V128_TO_V128),

	F32X4_RELAXED_MIN("f32x4.relaxed_min", 0xFD010D, Signature.V128_V128_TO_V128),

	F32X4_RELAXED_MAX("f32x4.relaxed_max", 0xFD010E, Signature.V128_V128_TO_V128),

	F64X2_RELAXED_MIN("f64x2.relaxed_min", 0xFD010F, Signature.V128_V128_TO_V128),

	F64X2_RELAXED_MAX("f64x2.relaxed_max", 0xFD0110, Signature.V128_V128_TO_V128),

	I16X8_RELAXED_Q15MULR_S("i16x8.relaxed_q15mulr_s", 0xFD0111, Signature.V128_V128_TO_V128),

	I16X8_RELAXED_DOT_I8X16_I7X16_S("i16x8.relaxed_dot_i8x16_i7x16_s", 0xFD0112, Signature.V128_V128_TO_V128),

	I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S("i32x4.relaxed_dot_i8x16_i7x16_add_s", 0xFD0113,
			Signature.V128_V128_V128_TO_V128);

	/// The first opcode of a relaxed operator.
	private static final int FIRST_RELAXED = 0xFD0100;

	private static final int VECTOR_BITS = 2 * Long.SIZE;

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final Signature signature;

	VectorOp(String mnemonic, int opcode, Signature signature) {
		this(mnemonic, opcode, Immediates.NONE, signature);
	}

	VectorOp(String mnemonic, int opcode, Immediates immediates, Signature signature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.signature = signature;
	}

	/// What it pops and pushes.
	public Signature signature() {
		return this.signature;
	}

	/// How many lanes the operand has, which the lane of an instruction that names one
	/// must be below.
	public int lanes() {
		int times = this.mnemonic.indexOf('x');
		int dot = this.mnemonic.indexOf('.');
		return (times < 0 || times > dot) ? 1 : Integer.parseInt(this.mnemonic, times + 1, dot, 10);
	}

	/// How many bits there are in each lane of the operand, all of them if there are no
	/// lanes.
	public int laneBits() {
		return VECTOR_BITS / lanes();
	}

	/// The operator that computes the same: for a relaxed one, the choice among what the
	/// specification allows that is the same on every machine.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/appendix/profiles.html#deterministic-profile-small-mathrm-det">Appendix,
	/// "Deterministic Profile"</a>
	public VectorOp deterministic() {
		return switch (this) {
			case I8X16_RELAXED_SWIZZLE -> I8X16_SWIZZLE;
			case I32X4_RELAXED_TRUNC_F32X4_S -> I32X4_TRUNC_SAT_F32X4_S;
			case I32X4_RELAXED_TRUNC_F32X4_U -> I32X4_TRUNC_SAT_F32X4_U;
			case I32X4_RELAXED_TRUNC_F64X2_S_ZERO -> I32X4_TRUNC_SAT_F64X2_S_ZERO;
			case I32X4_RELAXED_TRUNC_F64X2_U_ZERO -> I32X4_TRUNC_SAT_F64X2_U_ZERO;
			case I8X16_RELAXED_LANESELECT, I16X8_RELAXED_LANESELECT, I32X4_RELAXED_LANESELECT,
					I64X2_RELAXED_LANESELECT ->
				V128_BITSELECT;
			case F32X4_RELAXED_MIN -> F32X4_MIN;
			case F32X4_RELAXED_MAX -> F32X4_MAX;
			case F64X2_RELAXED_MIN -> F64X2_MIN;
			case F64X2_RELAXED_MAX -> F64X2_MAX;
			case I16X8_RELAXED_Q15MULR_S -> I16X8_Q15MULR_SAT_S;
			default -> this;
		};
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.vector(this);
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
		return (this.opcode >= FIRST_RELAXED) ? Feature.RELAXED_SIMD : Feature.SIMD;
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

}
