// What code that people write for vectors consists of, above wasm_simd128.h: the shapes to which compilers bring the intrinsics of SSE.
// Included by the programs that dev.graft.fuzz.c.CProgram writes; programs.grammar says where it is used.
#include <wasm_simd128.h>

typedef unsigned char u8;
typedef signed char i8;
typedef unsigned short u16;
typedef short i16;
typedef unsigned u32;
typedef int i32;
typedef unsigned long long u64;
typedef long long i64;
typedef float f32;
typedef double f64;
typedef v128_t V;

#define INLINE static inline __attribute__((always_inline))
#define CALLED static __attribute__((noinline))
#define EXPORTED(name) __attribute__((export_name(name)))
#define ZERO wasm_i64x2_splat(0)
#define ONES wasm_i64x2_splat(-1)
#define PAIR(low, high) ((i32)(((u32)(low) & 0xffff) | (u32)(high) << 16))

// ---- lanes that change places

#define UNPACK_LO_8(a, b) wasm_i8x16_shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define UNPACK_HI_8(a, b) wasm_i8x16_shuffle(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#define UNPACK_LO_16(a, b) wasm_i16x8_shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define UNPACK_HI_16(a, b) wasm_i16x8_shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#define UNPACK_LO_32(a, b) wasm_i32x4_shuffle(a, b, 0, 4, 1, 5)
#define UNPACK_HI_32(a, b) wasm_i32x4_shuffle(a, b, 2, 6, 3, 7)
#define UNPACK_LO_64(a, b) wasm_i64x2_shuffle(a, b, 0, 2)
#define UNPACK_HI_64(a, b) wasm_i64x2_shuffle(a, b, 1, 3)
#define SHUFFLE_32(a, i) ({ V same = a; wasm_i32x4_shuffle(same, same, (i) & 3, (i) >> 2 & 3, (i) >> 4 & 3, (i) >> 6 & 3); })
#define SHUFFLE_2_32(a, b, i) wasm_i32x4_shuffle(a, b, (i) & 3, (i) >> 2 & 3, ((i) >> 4 & 3) + 4, ((i) >> 6 & 3) + 4)
#define SHUFFLE_LO_16(a, i) \
  ({ V same = a; wasm_i16x8_shuffle(same, same, (i) & 3, (i) >> 2 & 3, (i) >> 4 & 3, (i) >> 6 & 3, 4, 5, 6, 7); })
#define SHUFFLE_HI_16(a, i) \
  ({ V same = a; wasm_i16x8_shuffle(same, same, 0, 1, 2, 3, ((i) & 3) + 4, ((i) >> 2 & 3) + 4, ((i) >> 4 & 3) + 4, ((i) >> 6 & 3) + 4); })
// Sixteen bytes out of two vectors, from a byte of the first one on.
#define ALIGN(a, b, n) \
  wasm_i8x16_shuffle(a, b, n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10, n + 11, n + 12, n + 13, n + 14, n + 15)
#define BYTES_RIGHT(a, n) ALIGN(a, ZERO, n)
#define BYTES_LEFT(a, n) ALIGN(ZERO, a, (16 - (n)))
#define EVEN_16(a, b) wasm_i16x8_shuffle(a, b, 0, 2, 4, 6, 8, 10, 12, 14)
#define ODD_16(a, b) wasm_i16x8_shuffle(a, b, 1, 3, 5, 7, 9, 11, 13, 15)
#define EVEN_8(a, b) wasm_i8x16_shuffle(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)
#define ODD_8(a, b) wasm_i8x16_shuffle(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)

INLINE void transpose_16(V *t) {
  V a = UNPACK_LO_16(t[0], t[1]), b = UNPACK_LO_16(t[2], t[3]), c = UNPACK_HI_16(t[0], t[1]), d = UNPACK_HI_16(t[2], t[3]);
  t[0] = UNPACK_LO_32(a, b), t[1] = UNPACK_HI_32(a, b), t[2] = UNPACK_LO_32(c, d), t[3] = UNPACK_HI_32(c, d);
}

INLINE void transpose_32(V *t) {
  V a = UNPACK_LO_32(t[0], t[1]), b = UNPACK_LO_32(t[2], t[3]), c = UNPACK_HI_32(t[0], t[1]), d = UNPACK_HI_32(t[2], t[3]);
  t[0] = UNPACK_LO_64(a, b), t[1] = UNPACK_HI_64(a, b), t[2] = UNPACK_LO_64(c, d), t[3] = UNPACK_HI_64(c, d);
}

INLINE void transpose_8(V *t) {
  V a = UNPACK_LO_8(t[0], t[1]), b = UNPACK_LO_8(t[2], t[3]), c = UNPACK_HI_8(t[0], t[1]), d = UNPACK_HI_8(t[2], t[3]);
  t[0] = UNPACK_LO_16(a, b), t[1] = UNPACK_HI_16(a, b), t[2] = UNPACK_LO_16(c, d), t[3] = UNPACK_HI_16(c, d);
}

// Sums and differences, as the halves of transforms compute them.
INLINE void butterfly_16(V *t) {
  V a = wasm_i16x8_add(t[0], t[2]), b = wasm_i16x8_sub(t[0], t[2]), c = wasm_i16x8_add(t[1], t[3]), d = wasm_i16x8_sub(t[1], t[3]);
  t[0] = wasm_i16x8_add(a, c), t[1] = wasm_i16x8_sub(a, c), t[2] = wasm_i16x8_add(b, wasm_i16x8_shr(d, 1)), t[3] = wasm_i16x8_sub(wasm_i16x8_shr(b, 1), d);
}

INLINE void butterfly_32(V *t) {
  V a = wasm_i32x4_add(t[0], t[2]), b = wasm_i32x4_sub(t[0], t[2]), c = wasm_i32x4_add(t[1], t[3]), d = wasm_i32x4_sub(t[1], t[3]);
  t[0] = wasm_i32x4_add(a, c), t[1] = wasm_i32x4_sub(a, c), t[2] = wasm_i32x4_add(b, wasm_i32x4_shr(d, 1)), t[3] = wasm_i32x4_sub(wasm_i32x4_shr(b, 1), d);
}

INLINE void butterfly_f32(V *t) {
  V a = wasm_f32x4_add(t[0], t[2]), b = wasm_f32x4_sub(t[0], t[2]), c = wasm_f32x4_add(t[1], t[3]), d = wasm_f32x4_sub(t[1], t[3]);
  t[0] = wasm_f32x4_add(a, c), t[1] = wasm_f32x4_sub(a, c), t[2] = wasm_f32x4_add(b, d), t[3] = wasm_f32x4_sub(b, d);
}

#define SELECTED(mask, a, b) wasm_v128_bitselect(a, b, mask)
#define MASKED(mask, a, b) wasm_v128_or(wasm_v128_and(mask, a), b)

// ---- the same done twice or four times: f with c, then g with d

#define FIRST(a, b) (a)
#define SHIFTED_16_S(a, b) wasm_i16x8_shr(a, 3)
#define SHIFTED_16_U(a, b) wasm_u16x8_shr(a, 8)
#define SHIFTED_32_S(a, b) wasm_i32x4_shr(a, 7)
#define SHIFTED_32_U(a, b) wasm_u32x4_shr(a, 9)
#define DONE_2(narrow, f, g, a, b, c, d) \
  ({ V one = a, two = b, with = c, then = d; narrow(g(f(one, with), then), g(f(two, with), then)); })
#define NARROWED_8_S(f, g, a, b, c, d) DONE_2(wasm_i8x16_narrow_i16x8, f, g, a, b, c, d)
#define NARROWED_8_U(f, g, a, b, c, d) DONE_2(wasm_u8x16_narrow_i16x8, f, g, a, b, c, d)
#define NARROWED_16(f, g, a, b, c, d) DONE_2(wasm_i16x8_narrow_i32x4, f, g, a, b, c, d)
#define WIDENED_8_S(f, g, a, c, d) \
  ({ V bytes = a; NARROWED_8_S(f, g, UNPACK_LO_8(bytes, ZERO), UNPACK_HI_8(bytes, ZERO), c, d); })
#define WIDENED_8_U(f, g, a, c, d) \
  ({ V bytes = a; NARROWED_8_U(f, g, wasm_u16x8_extend_low_u8x16(bytes), wasm_u16x8_extend_high_u8x16(bytes), c, d); })
#define WIDENED_16(f, g, a, c, d) \
  ({ V shorts = a; NARROWED_16(f, g, wasm_i32x4_extend_low_i16x8(shorts), wasm_i32x4_extend_high_i16x8(shorts), c, d); })
#define WIDENED_U16(f, g, a, c, d) \
  ({ V shorts = a; NARROWED_16(f, g, UNPACK_LO_16(shorts, ZERO), UNPACK_HI_16(shorts, ZERO), c, d); })
#define FOUR_TIMES_WIDENED_8(f, g, a, c, d) \
  ({ V all = a, one_ = c, two_ = d; wasm_u8x16_narrow_i16x8(WIDENED_U16(f, g, UNPACK_LO_8(all, ZERO), one_, two_), \
       WIDENED_U16(f, g, UNPACK_HI_8(all, ZERO), one_, two_)); })

// ---- arithmetic that takes several instructions

INLINE V choose(V mask, V a, V b) {
  return wasm_v128_or(wasm_v128_and(mask, a), wasm_v128_andnot(b, mask));
}

INLINE V mul_high_16(V a, V b) {
  return ODD_16(wasm_i32x4_extmul_low_i16x8(a, b), wasm_i32x4_extmul_high_i16x8(a, b));
}

INLINE V mul_high_u16(V a, V b) {
  return ODD_16(wasm_u32x4_extmul_low_u16x8(a, b), wasm_u32x4_extmul_high_u16x8(a, b));
}

INLINE V mul_even_u32(V a, V b) {
  V low = wasm_i64x2_splat(0xffffffff);
  return wasm_i64x2_mul(wasm_v128_and(a, low), wasm_v128_and(b, low));
}

INLINE V madd_u8(V a, V b) {
  V odd = wasm_i16x8_mul(wasm_u16x8_shr(a, 8), wasm_i16x8_shr(b, 8));
  V even = wasm_i16x8_mul(wasm_v128_and(a, wasm_i16x8_splat(255)), wasm_i16x8_shr(wasm_i16x8_shl(b, 8), 8));
  return wasm_i16x8_add_sat(odd, even);
}

INLINE V absolute_differences(V a, V b) {
  return wasm_v128_or(wasm_u8x16_sub_sat(a, b), wasm_u8x16_sub_sat(b, a));
}

INLINE V sums_of_differences(V a, V b) {
  V d = wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(absolute_differences(a, b)));
  return wasm_i32x4_add(wasm_v128_and(d, wasm_i64x2_splat(0xffffffff)), wasm_u64x2_shr(d, 32));
}

INLINE V mul_8(V a, V b) {
  V even = wasm_i16x8_mul(a, b), odd = wasm_i16x8_mul(wasm_u16x8_shr(a, 8), wasm_u16x8_shr(b, 8));
  return wasm_v128_or(wasm_v128_and(even, wasm_i16x8_splat(255)), wasm_i16x8_shl(odd, 8));
}

INLINE V sum_across_16(V a) {
  a = wasm_i16x8_add(a, SHUFFLE_32(a, 0x4e));
  a = wasm_i16x8_add(a, SHUFFLE_32(a, 0xb1));
  return wasm_i16x8_add(a, SHUFFLE_HI_16(SHUFFLE_LO_16(a, 0xb1), 0xb1));
}

INLINE V sum_across_32(V a) {
  a = wasm_i32x4_add(a, SHUFFLE_32(a, 0x4e));
  return wasm_i32x4_add(a, SHUFFLE_32(a, 0xb1));
}

INLINE V clamp_16(V a, V low, V high) {
  return wasm_i16x8_min(wasm_i16x8_max(a, low), high);
}

INLINE V clamp_f32(V a, V low, V high) {
  return wasm_f32x4_pmin(high, wasm_f32x4_pmax(low, a));
}

INLINE V clamp_f32_by_masks(V a, V low, V high) {
  a = choose(wasm_f32x4_lt(a, low), low, a);
  return wasm_v128_bitselect(high, a, wasm_f32x4_gt(a, high));
}

INLINE V clamp_f64(V a, V low, V high) {
  return wasm_f64x2_pmin(high, wasm_f64x2_pmax(low, a));
}

INLINE i32 least(i32 a, i32 b) {
  return a < b ? a : b;
}

INLINE i32 most(i32 a, i32 b) {
  return a > b ? a : b;
}
