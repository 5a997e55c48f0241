// Kernels that libraries write by hand with vectors, each beside what does the same without: text, checksums, pictures, numbers.
#include <stdint.h>
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

#define EXPORT(name) __attribute__((export_name(#name))) int name
#define BYTES (1 << 18)

static uint8_t bytes_a[BYTES + 64], bytes_b[BYTES + 64], bytes_c[2 * BYTES + 64];
static float floats_a[BYTES / 4], floats_b[BYTES / 4];

static uint32_t seed;
static void fill(void *to, int n, int shift) { seed = (uint32_t)n; uint8_t *bytes = to; for (int i = 0; i < n; i++) { seed = seed * 1664525u + 1013904223u; bytes[i] = (uint8_t)(seed >> shift); } }
static int check(const void *from, int n) { const uint8_t *bytes = from; int sum = 0; for (int i = 0; i < n; i += 61) sum = sum * 31 + bytes[i]; return sum; }

// Where quotes, backslashes, brackets, colons and commas are, as parsers of JSON begin.
EXPORT(json)(int rounds) {
  static const char text[] = "{\"name\": \"value\", \"numbers\": [1, 2, 3.25], \"more\": {\"a\\\\b\": null}},\n";
  for (int i = 0; i < BYTES; i++) bytes_a[i] = (uint8_t)text[i % (sizeof text - 1)];
  int sum = 0;
  for (int r = 0; r < rounds; r++) {
    for (int i = 0; i < BYTES; i += 64) {
      uint64_t quotes = 0, structure = 0;
#ifdef __wasm_simd128__
      for (int part = 0; part < 4; part++) {
        v128_t in = wasm_v128_load(bytes_a + i + 16 * part);
        uint64_t q = (uint64_t)wasm_i8x16_bitmask(wasm_i8x16_eq(in, wasm_i8x16_splat('"')));
        v128_t curled = wasm_v128_or(in, wasm_i8x16_splat(0x20));
        v128_t s = wasm_v128_or(wasm_v128_or(wasm_i8x16_eq(curled, wasm_i8x16_splat('{')), wasm_i8x16_eq(curled, wasm_i8x16_splat('}'))), wasm_v128_or(wasm_i8x16_eq(in, wasm_i8x16_splat(':')), wasm_i8x16_eq(in, wasm_i8x16_splat(','))));
        quotes |= q << 16 * part;
        structure |= (uint64_t)wasm_i8x16_bitmask(s) << 16 * part;
      }
#else
      for (int k = 0; k < 64; k++) {
        uint8_t c = bytes_a[i + k];
        quotes |= (uint64_t)(c == '"') << k;
        structure |= (uint64_t)((c | 0x20) == '{' || (c | 0x20) == '}' || c == ':' || c == ',') << k;
      }
#endif
      sum = sum * 31 + __builtin_popcountll(quotes) + 3 * __builtin_popcountll(structure);
    }
    bytes_a[r] ^= 1;
  }
  return sum;
}

// Adler-32: sums of bytes, and of these sums.
EXPORT(adler)(int rounds) {
  fill(bytes_a, BYTES, 24);
  uint32_t result = 0;
  for (int r = 0; r < rounds; r++) {
    uint32_t a = 1, b = 0;
    for (int i = 0; i < BYTES; i += 4096) {
#ifdef __wasm_simd128__
      v128_t va = wasm_i32x4_splat(0), vb = va, vs = va;
      for (int k = 0; k < 4096; k += 16) {
        v128_t in = wasm_v128_load(bytes_a + i + k);
        vs = wasm_i32x4_add(vs, va);
        va = wasm_i32x4_add(va, wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(in)));
        v128_t low = wasm_i16x8_mul(wasm_u16x8_extend_low_u8x16(in), wasm_i16x8_const(16, 15, 14, 13, 12, 11, 10, 9));
        v128_t high = wasm_i16x8_mul(wasm_u16x8_extend_high_u8x16(in), wasm_i16x8_const(8, 7, 6, 5, 4, 3, 2, 1));
        vb = wasm_i32x4_add(vb, wasm_u32x4_extadd_pairwise_u16x8(wasm_i16x8_add(low, high)));
      }
      uint32_t sa = (uint32_t)(wasm_i32x4_extract_lane(va, 0) + wasm_i32x4_extract_lane(va, 1) + wasm_i32x4_extract_lane(va, 2) + wasm_i32x4_extract_lane(va, 3));
      uint32_t sb = (uint32_t)(wasm_i32x4_extract_lane(vb, 0) + wasm_i32x4_extract_lane(vb, 1) + wasm_i32x4_extract_lane(vb, 2) + wasm_i32x4_extract_lane(vb, 3));
      uint32_t ss = (uint32_t)(wasm_i32x4_extract_lane(vs, 0) + wasm_i32x4_extract_lane(vs, 1) + wasm_i32x4_extract_lane(vs, 2) + wasm_i32x4_extract_lane(vs, 3));
      b += 4096 * a + 16 * ss + sb;
      a += sa;
#else
      for (int k = 0; k < 4096; k++) { a += bytes_a[i + k]; b += a; }
#endif
      a %= 65521; b %= 65521;
    }
    result ^= b << 16 | a;
    bytes_a[r]++;
  }
  return (int)result;
}

// Alpha blending of premultiplied colours: s + d * (255 - alpha) / 255.
EXPORT(over)(int rounds) {
  fill(bytes_a, BYTES, 25); fill(bytes_b, BYTES, 24);
  for (int r = 0; r < rounds; r++) {
#ifdef __wasm_simd128__
    for (int i = 0; i < BYTES; i += 16) {
      v128_t s = wasm_v128_load(bytes_a + i), d = wasm_v128_load(bytes_b + i);
      v128_t rest = wasm_v128_xor(wasm_i8x16_shuffle(s, s, 3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15), wasm_i8x16_splat(-1));
      v128_t low = wasm_i16x8_add(wasm_u16x8_extmul_low_u8x16(d, rest), wasm_i16x8_splat(128)), high = wasm_i16x8_add(wasm_u16x8_extmul_high_u8x16(d, rest), wasm_i16x8_splat(128));
      low = wasm_u16x8_shr(wasm_i16x8_add(low, wasm_u16x8_shr(low, 8)), 8); high = wasm_u16x8_shr(wasm_i16x8_add(high, wasm_u16x8_shr(high, 8)), 8);
      wasm_v128_store(bytes_c + i, wasm_u8x16_add_sat(s, wasm_u8x16_narrow_i16x8(low, high)));
    }
#else
    for (int i = 0; i < BYTES; i += 4) {
      uint32_t rest = 255 - bytes_a[i + 3];
      for (int k = 0; k < 4; k++) { uint32_t x = bytes_b[i + k] * rest + 128; x = bytes_a[i + k] + (uint8_t)((x + (x >> 8)) >> 8); bytes_c[i + k] = (uint8_t)(x > 255 ? 255 : x); }
    }
#endif
    bytes_a[r]++;
  }
  return check(bytes_c, BYTES);
}

// Colour planes to pixels: luma and two chroma to red, green, blue.
EXPORT(yuv)(int rounds) {
  fill(bytes_a, BYTES, 24); fill(bytes_b, BYTES, 23);
  for (int r = 0; r < rounds; r++) {
#ifdef __wasm_simd128__
    for (int i = 0; i < BYTES / 4; i += 8) {
      v128_t y = wasm_u16x8_load8x8(bytes_a + i), u = wasm_i16x8_sub(wasm_u16x8_load8x8(bytes_b + i), wasm_i16x8_splat(128)), v = wasm_i16x8_sub(wasm_u16x8_load8x8(bytes_b + BYTES / 2 + i), wasm_i16x8_splat(128));
      y = wasm_i16x8_shl(y, 6);
      v128_t red = wasm_i16x8_shr(wasm_i16x8_add_sat(y, wasm_i16x8_mul(v, wasm_i16x8_splat(90))), 6);
      v128_t green = wasm_i16x8_shr(wasm_i16x8_sub_sat(wasm_i16x8_sub_sat(y, wasm_i16x8_mul(u, wasm_i16x8_splat(22))), wasm_i16x8_mul(v, wasm_i16x8_splat(46))), 6);
      v128_t blue = wasm_i16x8_shr(wasm_i16x8_add_sat(y, wasm_i16x8_mul(u, wasm_i16x8_splat(113))), 6);
      v128_t rg = wasm_u8x16_narrow_i16x8(red, green), ba = wasm_u8x16_narrow_i16x8(blue, wasm_i16x8_splat(255));
      v128_t low = wasm_i8x16_shuffle(rg, rg, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15), high = wasm_i8x16_shuffle(ba, ba, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
      wasm_v128_store(bytes_c + 4 * i, wasm_i16x8_shuffle(low, high, 0, 8, 1, 9, 2, 10, 3, 11));
      wasm_v128_store(bytes_c + 4 * i + 16, wasm_i16x8_shuffle(low, high, 4, 12, 5, 13, 6, 14, 7, 15));
    }
#else
    for (int i = 0; i < BYTES / 4; i++) {
      int y = bytes_a[i] << 6, u = bytes_b[i] - 128, v = bytes_b[BYTES / 2 + i] - 128;
      int red = (y + 90 * v) >> 6, green = (y - 22 * u - 46 * v) >> 6, blue = (y + 113 * u) >> 6;
      bytes_c[4 * i] = (uint8_t)(red < 0 ? 0 : red > 255 ? 255 : red);
      bytes_c[4 * i + 1] = (uint8_t)(green < 0 ? 0 : green > 255 ? 255 : green);
      bytes_c[4 * i + 2] = (uint8_t)(blue < 0 ? 0 : blue > 255 ? 255 : blue);
      bytes_c[4 * i + 3] = 255;
    }
#endif
    bytes_a[r]++;
  }
  return check(bytes_c, BYTES);
}

// Base64 back to bytes.
EXPORT(unbase64)(int rounds) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static uint8_t values[256];
  for (int i = 0; i < 64; i++) values[(uint8_t)digits[i]] = (uint8_t)i;
  fill(bytes_a, BYTES, 24);
  for (int i = 0; i < BYTES; i++) bytes_a[i] = (uint8_t)digits[bytes_a[i] & 63];
  for (int r = 0; r < rounds; r++) {
    int i = 0, o = 0;
#ifdef __wasm_simd128__
    for (; i + 32 <= BYTES; i += 16, o += 12) {
      v128_t in = wasm_v128_load(bytes_a + i);
      v128_t nibble = wasm_u8x16_shr(in, 4), slash = wasm_i8x16_eq(in, wasm_i8x16_splat('/'));
      v128_t roll = wasm_i8x16_swizzle(wasm_i8x16_const(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0), wasm_i8x16_add(slash, nibble));
      v128_t six = wasm_i8x16_add(in, roll);
      v128_t twelve = wasm_i16x8_add(wasm_i16x8_shl(wasm_v128_and(six, wasm_i16x8_splat(0xff)), 6), wasm_u16x8_shr(six, 8));
      v128_t all = wasm_i32x4_add(wasm_i32x4_shl(wasm_v128_and(twelve, wasm_i32x4_splat(0xffff)), 12), wasm_u32x4_shr(twelve, 16));
      wasm_v128_store(bytes_c + o, wasm_i8x16_swizzle(all, wasm_i8x16_const(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1)));
    }
#endif
    for (; i < BYTES; i += 4, o += 3) {
      uint32_t x = (uint32_t)values[bytes_a[i]] << 18 | (uint32_t)values[bytes_a[i + 1]] << 12 | (uint32_t)values[bytes_a[i + 2]] << 6 | values[bytes_a[i + 3]];
      bytes_c[o] = (uint8_t)(x >> 16); bytes_c[o + 1] = (uint8_t)(x >> 8); bytes_c[o + 2] = (uint8_t)x;
    }
    bytes_a[r] = (uint8_t)digits[r & 63];
  }
  return check(bytes_c, BYTES / 4 * 3);
}

// Sums of all that came before.
EXPORT(prefix)(int rounds) {
  fill(bytes_a, BYTES, 24);
  int32_t *from = (int32_t *)bytes_a, *to = (int32_t *)bytes_c;
  for (int r = 0; r < rounds; r++) {
#ifdef __wasm_simd128__
    v128_t sum = wasm_i32x4_splat(0), zero = sum;
    for (int i = 0; i < BYTES / 4; i += 4) {
      v128_t x = wasm_v128_load(from + i);
      x = wasm_i32x4_add(x, wasm_i32x4_shuffle(zero, x, 3, 4, 5, 6));
      x = wasm_i32x4_add(x, wasm_i32x4_shuffle(zero, x, 2, 3, 4, 5));
      sum = wasm_i32x4_add(x, sum);
      wasm_v128_store(to + i, sum);
      sum = wasm_i32x4_shuffle(sum, sum, 3, 3, 3, 3);
    }
#else
    uint32_t sum = 0;
    for (int i = 0; i < BYTES / 4; i++) { sum += (uint32_t)from[i]; to[i] = (int32_t)sum; }
#endif
    bytes_a[r]++;
  }
  return check(bytes_c, BYTES);
}

// Vectors of four times a matrix.
EXPORT(transform)(int rounds) {
  float matrix[16];
  for (int i = 0; i < 16; i++) matrix[i] = (float)(i % 5) * 0.25f;
  for (int i = 0; i < BYTES / 4; i++) floats_a[i] = (float)(i & 63);
  for (int r = 0; r < rounds; r++) {
    matrix[r & 15] += 0.5f;
    for (int i = 0; i < BYTES / 4; i += 4) {
#ifdef __wasm_simd128__
      v128_t x = wasm_v128_load(floats_a + i);
      v128_t sum = wasm_f32x4_mul(wasm_v128_load(matrix), wasm_i32x4_shuffle(x, x, 0, 0, 0, 0));
      sum = wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_v128_load(matrix + 4), wasm_i32x4_shuffle(x, x, 1, 1, 1, 1)));
      sum = wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_v128_load(matrix + 8), wasm_i32x4_shuffle(x, x, 2, 2, 2, 2)));
      wasm_v128_store(floats_b + i, wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_v128_load(matrix + 12), wasm_i32x4_shuffle(x, x, 3, 3, 3, 3))));
#else
      for (int k = 0; k < 4; k++) floats_b[i + k] = matrix[k] * floats_a[i] + matrix[4 + k] * floats_a[i + 1] + matrix[8 + k] * floats_a[i + 2] + matrix[12 + k] * floats_a[i + 3];
#endif
    }
  }
  return (int)floats_b[77] + (int)floats_b[4002];
}

// The four lanes that xxHash multiplies and rotates.
EXPORT(xxhash)(int rounds) {
  fill(bytes_a, BYTES, 24);
  uint32_t result = 0;
  for (int r = 0; r < rounds; r++) {
#ifdef __wasm_simd128__
    v128_t sum = wasm_i32x4_const(0x24234428, (int)0x85ebca77, 0, (int)0x61c8864f);
    for (int i = 0; i < BYTES; i += 16) {
      sum = wasm_i32x4_add(sum, wasm_i32x4_mul(wasm_v128_load(bytes_a + i), wasm_i32x4_splat((int)0x85ebca77)));
      sum = wasm_i32x4_mul(wasm_v128_or(wasm_i32x4_shl(sum, 13), wasm_u32x4_shr(sum, 19)), wasm_i32x4_splat((int)0x9e3779b1));
    }
    result ^= (uint32_t)(wasm_i32x4_extract_lane(sum, 0) + wasm_i32x4_extract_lane(sum, 1) + wasm_i32x4_extract_lane(sum, 2) + wasm_i32x4_extract_lane(sum, 3));
#else
    uint32_t sum[4] = {0x24234428, 0x85ebca77, 0, 0x61c8864f};
    for (int i = 0; i < BYTES; i += 16)
      for (int k = 0; k < 4; k++) { sum[k] += *(uint32_t *)(bytes_a + i + 4 * k) * 0x85ebca77; sum[k] = (sum[k] << 13 | sum[k] >> 19) * 0x9e3779b1; }
    result ^= sum[0] + sum[1] + sum[2] + sum[3];
#endif
    bytes_a[r]++;
  }
  return (int)result;
}

// Rows shifted and the field multiplied by two, as AES does between its rounds.
EXPORT(columns)(int rounds) {
  fill(bytes_a, BYTES, 24);
  for (int r = 0; r < rounds; r++)
    for (int i = 0; i < BYTES; i += 16) {
#ifdef __wasm_simd128__
      v128_t s = wasm_v128_load(bytes_a + i);
      s = wasm_i8x16_shuffle(s, s, 0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11);
      v128_t two = wasm_v128_xor(wasm_i8x16_shl(s, 1), wasm_v128_and(wasm_i8x16_shr(s, 7), wasm_i8x16_splat(0x1b)));
      v128_t one = wasm_i8x16_shuffle(s, s, 1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12);
      v128_t rest = wasm_v128_xor(wasm_i8x16_shuffle(s, s, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13), wasm_i8x16_shuffle(s, s, 3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14));
      v128_t three = wasm_v128_xor(wasm_i8x16_shuffle(two, two, 1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12), one);
      wasm_v128_store(bytes_a + i, wasm_v128_xor(wasm_v128_xor(two, three), rest));
#else
      uint8_t s[16], two[16];
      for (int k = 0; k < 16; k++) { s[k] = bytes_a[i + (5 * k & 15)]; two[k] = (uint8_t)(s[k] << 1 ^ ((s[k] & 0x80) ? 0x1b : 0)); }
      for (int k = 0; k < 16; k++) { int c = k & 12; bytes_a[i + k] = (uint8_t)(two[k] ^ two[c + (k + 1 & 3)] ^ s[c + (k + 1 & 3)] ^ s[c + (k + 2 & 3)] ^ s[c + (k + 3 & 3)]); }
#endif
    }
  return check(bytes_a, BYTES);
}

// Where the smallest and the largest number is.
EXPORT(extremes)(int rounds) {
  fill(bytes_a, BYTES, 24);
  const int32_t *from = (const int32_t *)bytes_a;
  int sum = 0;
  for (int r = 0; r < rounds; r++) {
    int least = 0, most = 0;
#ifdef __wasm_simd128__
    v128_t v = wasm_v128_load(from), lowest = v, highest = v, at = wasm_i32x4_const(0, 1, 2, 3), low = at, high = at;
    for (int i = 4; i < BYTES / 4; i += 4) {
      v = wasm_v128_load(from + i);
      at = wasm_i32x4_add(at, wasm_i32x4_splat(4));
      v128_t less = wasm_i32x4_lt(v, lowest), more = wasm_i32x4_gt(v, highest);
      low = wasm_v128_bitselect(at, low, less); high = wasm_v128_bitselect(at, high, more);
      lowest = wasm_i32x4_min(lowest, v); highest = wasm_i32x4_max(highest, v);
    }
    int lows[4], highs[4];
    wasm_v128_store(lows, low); wasm_v128_store(highs, high);
    least = lows[0]; most = highs[0];
    for (int k = 1; k < 4; k++) {
      if (from[lows[k]] < from[least] || from[lows[k]] == from[least] && lows[k] < least) least = lows[k];
      if (from[highs[k]] > from[most] || from[highs[k]] == from[most] && highs[k] < most) most = highs[k];
    }
#else
    for (int i = 1; i < BYTES / 4; i++) { if (from[i] < from[least]) least = i; if (from[i] > from[most]) most = i; }
#endif
    sum = sum * 31 + least + 7 * most;
    bytes_a[4 * r + 3] ^= 0x80;
  }
  return sum;
}
