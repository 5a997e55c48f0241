// More kernels with and without vectors, of the kinds that compilers and libraries make.
#include <stdint.h>
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

#define EXPORT(name) __attribute__((export_name(#name))) int name
#define BYTES (1 << 18)

static uint8_t bytes_a[BYTES + 64], bytes_b[BYTES + 64], bytes_c[2 * BYTES + 64];
static int16_t shorts_a[BYTES / 2], shorts_b[BYTES / 2], shorts_c[BYTES / 2];
static int32_t ints_a[BYTES / 4], ints_b[BYTES / 4], ints_c[BYTES / 4];
static double doubles_a[BYTES / 8], doubles_b[BYTES / 8];
static float floats_a[BYTES / 4], floats_b[BYTES / 4];

static uint32_t seed = 1;
static uint32_t next(void) { return seed = seed * 1664525u + 1013904223u; }
static void fill(void *to, int n) { seed = (uint32_t)(uintptr_t)n; uint8_t *bytes = to; for (int i = 0; i < n; i++) bytes[i] = (uint8_t)(next() >> 24); }
static int check(const void *from, int n) { const uint8_t *bytes = from; int sum = 0; for (int i = 0; i < n; i += 61) sum = sum * 31 + bytes[i]; return sum; }

// Sum of integers.
EXPORT(sum)(int rounds) {
  fill(ints_a, BYTES);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { for (int i = 0; i < BYTES / 4; i++) sum += ints_a[i]; ints_a[r]++; }
  return sum;
}

// Element by element.
EXPORT(mix)(int rounds) {
  fill(ints_a, BYTES); fill(ints_b, BYTES);
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES / 4; i++) ints_c[i] = (ints_a[i] ^ ints_b[i]) + r;
  return check(ints_c, BYTES);
}

// The largest of integers.
EXPORT(max)(int rounds) {
  fill(ints_a, BYTES);
  int sum = 0;
  for (int r = 0; r < rounds; r++) {
    int max = INT32_MIN;
    for (int i = 0; i < BYTES / 4; i++) max = ints_a[i] > max ? ints_a[i] : max;
    sum += max;
    ints_a[r] ^= 0x55;
  }
  return sum;
}

// Products of 16-bit numbers, as filters do.
EXPORT(dot16)(int rounds) {
  fill(shorts_a, BYTES); fill(shorts_b, BYTES);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { for (int i = 0; i < BYTES / 2; i++) sum += shorts_a[i] * shorts_b[i]; shorts_a[r]++; }
  return sum;
}

// Products of bytes, as quantised networks do.
EXPORT(dot8)(int rounds) {
  fill(bytes_a, BYTES); fill(bytes_b, BYTES);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { for (int i = 0; i < BYTES; i++) sum += (int8_t)bytes_a[i] * (int8_t)bytes_b[i]; bytes_a[r]++; }
  return sum;
}

// Sum of absolute differences, as video encoders do.
EXPORT(sad)(int rounds) {
  fill(bytes_a, BYTES); fill(bytes_b, BYTES);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { for (int i = 0; i < BYTES; i++) sum += bytes_a[i] > bytes_b[i] ? bytes_a[i] - bytes_b[i] : bytes_b[i] - bytes_a[i]; bytes_a[r]++; }
  return sum;
}

// Brightening with saturation.
EXPORT(saturate)(int rounds) {
  fill(bytes_a, BYTES); fill(bytes_b, BYTES);
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES; i++) { int sum = bytes_a[i] + bytes_b[i]; bytes_c[i] = (uint8_t)(sum > 255 ? 255 : sum); }
  return check(bytes_c, BYTES);
}

// Mixing of samples with saturation.
EXPORT(samples)(int rounds) {
  fill(shorts_a, BYTES); fill(shorts_b, BYTES);
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES / 2; i++) { int sum = shorts_a[i] + shorts_b[i]; shorts_c[i] = (int16_t)(sum > 32767 ? 32767 : sum < -32768 ? -32768 : sum); }
  return check(shorts_c, BYTES);
}

// Colours to grey.
EXPORT(gray)(int rounds) {
  fill(bytes_a, BYTES);
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES / 4; i++) bytes_b[i] = (uint8_t)((bytes_a[4 * i] * 77 + bytes_a[4 * i + 1] * 150 + bytes_a[4 * i + 2] * 29) >> 8);
  return check(bytes_b, BYTES / 4);
}

// Capital letters.
EXPORT(upper)(int rounds) {
  fill(bytes_a, BYTES);
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES; i++) { uint8_t c = bytes_a[i]; bytes_b[i] = c >= 'a' && c <= 'z' ? c - 32 : c; }
  return check(bytes_b, BYTES);
}

// Exclusive or of bytes, as stream ciphers do.
EXPORT(xor)(int rounds) {
  fill(bytes_a, BYTES); fill(bytes_b, BYTES);
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES; i++) bytes_c[i] = bytes_a[i] ^ bytes_b[i];
  return check(bytes_c, BYTES);
}

// Bits that are set.
EXPORT(bits)(int rounds) {
  fill(bytes_a, BYTES);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { for (int i = 0; i < BYTES; i++) sum += __builtin_popcount(bytes_a[i]); bytes_a[r]++; }
  return sum;
}

// A polynomial of doubles.
EXPORT(poly)(int rounds) {
  for (int i = 0; i < BYTES / 8; i++) doubles_a[i] = (double)(i & 1023) / 1024;
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES / 8; i++) { double x = doubles_a[i]; doubles_b[i] = ((x * 0.25 + 0.5) * x + 1.5) * x + r; }
  return (int)(doubles_b[77] * 1000);
}

// Samples to numbers in [-1, 1] and clipped.
EXPORT(scale)(int rounds) {
  fill(shorts_a, BYTES);
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES / 2; i++) { float f = (float)shorts_a[i] * (1.0f / 16384); floats_a[i % (BYTES / 4)] = f < -1 ? -1 : f > 1 ? 1 : f; }
  return (int)(floats_a[77] * 1000);
}

// Base64 as libraries write it with shuffles and a table of sixteen, and as it is without.
EXPORT(base64)(int rounds) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  fill(bytes_a, BYTES);
  int n = 3 * (BYTES / 4);
  for (int r = 0; r < rounds; r++) {
    int i = 0, o = 0;
#ifdef __wasm_simd128__
    for (; i + 16 <= n; i += 12, o += 16) {
      v128_t in = wasm_v128_load(bytes_a + i);
      in = wasm_i8x16_shuffle(in, in, 1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10);
      v128_t t0 = wasm_v128_and(in, wasm_i32x4_splat(0x0fc0fc00)), t2 = wasm_v128_and(in, wasm_i32x4_splat(0x003f03f0));
      v128_t t1 = wasm_v128_or(wasm_u32x4_shr(wasm_v128_and(t0, wasm_i32x4_splat(0x0000ffff)), 10), wasm_v128_and(wasm_u32x4_shr(t0, 6), wasm_i32x4_splat((int)0xffff0000)));
      v128_t t3 = wasm_v128_or(wasm_v128_and(wasm_i32x4_shl(t2, 4), wasm_i32x4_splat(0x0000ffff)), wasm_i32x4_shl(wasm_v128_and(t2, wasm_i32x4_splat((int)0xffff0000)), 8));
      v128_t index = wasm_v128_or(t1, t3);
      v128_t reduced = wasm_u8x16_sub_sat(index, wasm_i8x16_splat(51));
      v128_t less = wasm_i8x16_lt(index, wasm_i8x16_splat(26));
      reduced = wasm_v128_or(reduced, wasm_v128_and(less, wasm_i8x16_splat(13)));
      v128_t shift = wasm_i8x16_swizzle(wasm_i8x16_const('a' - 26, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '+' - 62, '/' - 63, 'A', 0, 0), reduced);
      wasm_v128_store(bytes_c + o, wasm_i8x16_add(shift, index));
    }
#endif
    for (; i + 3 <= n; i += 3, o += 4) {
      uint32_t x = (uint32_t)bytes_a[i] << 16 | (uint32_t)bytes_a[i + 1] << 8 | bytes_a[i + 2];
      bytes_c[o] = digits[x >> 18]; bytes_c[o + 1] = digits[x >> 12 & 63]; bytes_c[o + 2] = digits[x >> 6 & 63]; bytes_c[o + 3] = digits[x & 63];
    }
    bytes_a[r]++;
  }
  return check(bytes_c, BYTES);
}

// Whether bytes are UTF-8: with vectors by three tables of sixteen, without by ranges.
static int valid(const uint8_t *s, int n) {
  int i = 0;
#ifdef __wasm_simd128__
  const v128_t first_high = wasm_i8x16_const(2, 2, 2, 2, 2, 2, 2, 2, (int8_t)0x80, (int8_t)0x80, (int8_t)0x80, (int8_t)0x80, 0x21, 1, 0x15, 0x49);
  const v128_t first_low = wasm_i8x16_const((int8_t)0xe7, (int8_t)0xa3, (int8_t)0x83, (int8_t)0x83, (int8_t)0x8b, (int8_t)0xcb, (int8_t)0xcb, (int8_t)0xcb, (int8_t)0xcb, (int8_t)0xcb, (int8_t)0xcb, (int8_t)0xcb, (int8_t)0xcb, (int8_t)0xdb, (int8_t)0xcb, (int8_t)0xcb);
  const v128_t second_high = wasm_i8x16_const(1, 1, 1, 1, 1, 1, 1, 1, (int8_t)0xe6, (int8_t)0xae, (int8_t)0xba, (int8_t)0xba, 1, 1, 1, 1);
  v128_t before = wasm_i8x16_splat(0), error = before;
  for (; i + 16 <= n; i += 16) {
    v128_t in = wasm_v128_load(s + i);
    v128_t one = wasm_i8x16_shuffle(before, in, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    v128_t two = wasm_i8x16_shuffle(before, in, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
    v128_t three = wasm_i8x16_shuffle(before, in, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
    v128_t special = wasm_v128_and(wasm_v128_and(wasm_i8x16_swizzle(first_high, wasm_u8x16_shr(one, 4)), wasm_i8x16_swizzle(first_low, wasm_v128_and(one, wasm_i8x16_splat(15)))), wasm_i8x16_swizzle(second_high, wasm_u8x16_shr(in, 4)));
    v128_t must = wasm_v128_or(wasm_u8x16_sub_sat(two, wasm_i8x16_splat((int8_t)0xdf)), wasm_u8x16_sub_sat(three, wasm_i8x16_splat((int8_t)0xef)));
    must = wasm_v128_and(wasm_i8x16_gt(must, wasm_i8x16_splat(0)), wasm_i8x16_splat((int8_t)0x80));
    error = wasm_v128_or(error, wasm_v128_xor(must, special));
    before = in;
  }
  return !wasm_v128_any_true(error);
#else
  while (i < n) {
    uint8_t c = s[i];
    if (c < 0x80) { i++; continue; }
    int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
    if (c < 0xc2 || c > 0xf4) return 0;
    uint8_t d = s[i + 1];
    if (c == 0xe0 && d < 0xa0 || c == 0xed && d > 0x9f || c == 0xf0 && d < 0x90 || c == 0xf4 && d > 0x8f) return 0;
    for (int k = 1; k <= more; k++) if ((s[i + k] & 0xc0) != 0x80) return 0;
    i += more + 1;
  }
  return 1;
#endif
}

EXPORT(utf8)(int rounds) {
  seed = 1;
  for (int i = 1; i < BYTES;) {
    uint32_t x = next() >> 24;
    if (x < 200 || i + 4 > BYTES) bytes_a[i++] = (uint8_t)(32 + x % 90);
    else if (x < 240) { bytes_a[i++] = 0xc3; bytes_a[i++] = (uint8_t)(0x80 + x % 64); }
    else { bytes_a[i++] = 0xe2; bytes_a[i++] = 0x82; bytes_a[i++] = (uint8_t)(0x80 + x % 64); }
  }
  int sum = 0;
  for (int r = 0; r < rounds; r++) { sum += valid(bytes_a, BYTES); bytes_a[0] = (uint8_t)('a' + r % 26); }
  return sum;
}

// The length of strings, as libraries find it.
EXPORT(strlen)(int rounds) {
  for (int i = 0; i < BYTES; i++) bytes_a[i] = i % 100 == 99 ? 0 : 'x';
  int sum = 0;
  for (int r = 0; r < rounds; r++)
    for (int at = 0; at + 100 < BYTES;) {
      int n = 0;
#ifdef __wasm_simd128__
      for (;; n += 16) {
        v128_t zero = wasm_i8x16_eq(wasm_v128_load(bytes_a + at + n), wasm_i8x16_splat(0));
        if (wasm_v128_any_true(zero)) { n += __builtin_ctz(wasm_i8x16_bitmask(zero)); break; }
      }
#else
      while (bytes_a[at + n]) n++;
#endif
      sum += n;
      at += n + 1;
    }
  return sum;
}
