// Kernels of kinds that the other files have not: sums of floats, filters, 64-bit lanes, loops with two ends, values carried over, masks of bits.
#include <stdint.h>
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

#define EXPORT(name) __attribute__((export_name(#name))) int name
#define BYTES (1 << 18)
#define FLOATS (BYTES / 4)
#define DOUBLES (BYTES / 8)

static uint8_t bytes_a[BYTES + 64], bytes_b[BYTES + 64], bytes_c[BYTES + 64];
static int16_t shorts_a[BYTES / 2 + 32], shorts_b[BYTES / 2 + 32];
static float floats_a[FLOATS + 16], floats_b[FLOATS + 16], floats_c[FLOATS + 16];
static double doubles_a[DOUBLES + 8];
static uint64_t longs_a[DOUBLES + 16];

static uint32_t seed;
static void fill(void *to, int n, int shift) { seed = (uint32_t)n; uint8_t *bytes = to; for (int i = 0; i < n; i++) { seed = seed * 1664525u + 1013904223u; bytes[i] = (uint8_t)(seed >> shift); } }
static int check(const void *from, int n) { const uint8_t *bytes = from; int sum = 0; for (int i = 0; i < n; i += 61) sum = sum * 31 + bytes[i]; return sum; }

// Product of vectors of floats; the numbers are such that every order of additions gives the same.
EXPORT(fdot)(int rounds) {
  for (int i = 0; i < FLOATS; i++) { floats_a[i] = (float)(i & 15); floats_b[i] = (float)(i >> 4 & 7); }
  int result = 0;
  for (int r = 0; r < rounds; r++) {
    float sum = 0;
#ifdef __wasm_simd128__
    v128_t s0 = wasm_f32x4_splat(0), s1 = s0;
    for (int i = 0; i < FLOATS; i += 8) {
      s0 = wasm_f32x4_add(s0, wasm_f32x4_mul(wasm_v128_load(floats_a + i), wasm_v128_load(floats_b + i)));
      s1 = wasm_f32x4_add(s1, wasm_f32x4_mul(wasm_v128_load(floats_a + i + 4), wasm_v128_load(floats_b + i + 4)));
    }
    s0 = wasm_f32x4_add(s0, s1);
    sum = wasm_f32x4_extract_lane(s0, 0) + wasm_f32x4_extract_lane(s0, 1) + wasm_f32x4_extract_lane(s0, 2) + wasm_f32x4_extract_lane(s0, 3);
#else
    for (int i = 0; i < FLOATS; i++) sum += floats_a[i] * floats_b[i];
#endif
    result = result * 31 + (int)sum;
    floats_a[r] += 1;
  }
  return result;
}

// Sum and sum of squares of doubles.
EXPORT(moments)(int rounds) {
  for (int i = 0; i < DOUBLES; i++) doubles_a[i] = (double)(i & 255);
  int result = 0;
  for (int r = 0; r < rounds; r++) {
    double sum = 0, squares = 0;
#ifdef __wasm_simd128__
    v128_t s = wasm_f64x2_splat(0), q = s;
    for (int i = 0; i < DOUBLES; i += 2) { v128_t x = wasm_v128_load(doubles_a + i); s = wasm_f64x2_add(s, x); q = wasm_f64x2_add(q, wasm_f64x2_mul(x, x)); }
    sum = wasm_f64x2_extract_lane(s, 0) + wasm_f64x2_extract_lane(s, 1);
    squares = wasm_f64x2_extract_lane(q, 0) + wasm_f64x2_extract_lane(q, 1);
#else
    for (int i = 0; i < DOUBLES; i++) { sum += doubles_a[i]; squares += doubles_a[i] * doubles_a[i]; }
#endif
    result = result * 31 + (int)sum + (int)squares;
    doubles_a[r] += 1;
  }
  return result;
}

// A filter of eight taps.
EXPORT(fir)(int rounds) {
  float taps[8];
  for (int i = 0; i < FLOATS + 8; i++) floats_a[i] = (float)(i * 7 & 63);
  for (int k = 0; k < 8; k++) taps[k] = (float)(k - 3) * 0.125f;
  for (int r = 0; r < rounds; r++) {
    taps[r & 7] += 0.25f;
    for (int i = 0; i < FLOATS; i++)
      floats_b[i] = floats_a[i] * taps[0] + floats_a[i + 1] * taps[1] + floats_a[i + 2] * taps[2] + floats_a[i + 3] * taps[3] + floats_a[i + 4] * taps[4] + floats_a[i + 5] * taps[5] + floats_a[i + 6] * taps[6] + floats_a[i + 7] * taps[7];
  }
  return check(floats_b, BYTES);
}

// Bytes to floats, scaled, and back with rounding and clamping.
EXPORT(tofloat)(int rounds) {
  fill(bytes_a, BYTES, 24);
  for (int r = 0; r < rounds; r++)
    for (int i = 0; i < BYTES; i++) {
      float f = (float)bytes_a[i] * 1.125f + (float)r;
      bytes_b[i] = (uint8_t)(f > 255.0f ? 255.0f : f);
    }
  return check(bytes_b, BYTES);
}

// The nearest of points: squared distances in three dimensions.
EXPORT(distance)(int rounds) {
  for (int i = 0; i < FLOATS; i++) { floats_a[i] = (float)(i & 127); floats_b[i] = (float)(i * 3 & 255); }
  int result = 0;
  for (int r = 0; r < rounds; r++) {
    float x = (float)r, y = (float)(r * 5), z = 3;
    for (int i = 0; i < FLOATS; i++) { float dx = floats_a[i] - x, dy = floats_b[i] - y, dz = floats_a[i] - z; floats_c[i] = dx * dx + dy * dy + dz * dz; }
    result = result * 31 + (int)floats_c[r * 77];
  }
  return result + check(floats_c, BYTES);
}

// Where the greatest of floats is.
EXPORT(argmax)(int rounds) {
  for (int i = 0; i < FLOATS; i++) floats_a[i] = (float)((uint32_t)i * 2654435761u >> 8);
  int result = 0;
  for (int r = 0; r < rounds; r++) {
    int at = 0;
#ifdef __wasm_simd128__
    v128_t most = wasm_v128_load(floats_a), index = wasm_i32x4_const(0, 1, 2, 3), found = index;
    for (int i = 4; i < FLOATS; i += 4) {
      v128_t x = wasm_v128_load(floats_a + i);
      index = wasm_i32x4_add(index, wasm_i32x4_splat(4));
      v128_t more = wasm_f32x4_gt(x, most);
      most = wasm_v128_bitselect(x, most, more);
      found = wasm_v128_bitselect(index, found, more);
    }
    int places[4];
    wasm_v128_store(places, found);
    at = places[0];
    for (int k = 1; k < 4; k++) if (floats_a[places[k]] > floats_a[at] || floats_a[places[k]] == floats_a[at] && places[k] < at) at = places[k];
#else
    float most = floats_a[0];
    for (int i = 1; i < FLOATS; i++) if (floats_a[i] > most) { most = floats_a[i]; at = i; }
#endif
    result = result * 31 + at;
    floats_a[at] = 0;
  }
  return result;
}

// 64-bit lanes, multiplied and mixed as XXH3 does.
EXPORT(xxh3)(int rounds) {
  fill(longs_a, BYTES, 24);
  uint64_t result = 0;
  for (int r = 0; r < rounds; r++) {
    const uint64_t key[8] = { 0x9e3779b185ebca87u, 0xc2b2ae3d27d4eb4fu, 0x165667b19e3779f9u, 0x85ebca77c2b2ae63u, 0x27d4eb2f165667c5u, 0x9fb21c651e98df25u, 0x5851f42d4c957f2du, (uint64_t)r };
#ifdef __wasm_simd128__
    v128_t acc[4];
    for (int k = 0; k < 4; k++) acc[k] = wasm_i64x2_splat(k);
    for (int i = 0; i < DOUBLES; i += 8)
      for (int k = 0; k < 4; k++) {
        v128_t data = wasm_v128_load(longs_a + i + 2 * k), mixed = wasm_v128_xor(data, wasm_v128_load(key + 2 * k));
        v128_t product = wasm_u64x2_extmul_low_u32x4(wasm_i32x4_shuffle(mixed, mixed, 0, 2, 0, 2), wasm_i32x4_shuffle(mixed, mixed, 1, 3, 1, 3));
        acc[k] = wasm_i64x2_add(acc[k], wasm_i64x2_add(product, wasm_i64x2_shuffle(data, data, 1, 0)));
      }
    for (int k = 0; k < 4; k++) result = result * 31 + (uint64_t)wasm_i64x2_extract_lane(acc[k], 0) + 7 * (uint64_t)wasm_i64x2_extract_lane(acc[k], 1);
#else
    uint64_t acc[8];
    for (int k = 0; k < 8; k++) acc[k] = (uint64_t)k / 2;
    for (int i = 0; i < DOUBLES; i += 8)
      for (int k = 0; k < 8; k++) { uint64_t data = longs_a[i + k], mixed = data ^ key[k]; acc[k ^ 1] += data; acc[k] += (uint64_t)(uint32_t)mixed * (mixed >> 32); }
    for (int k = 0; k < 8; k += 2) result = result * 31 + acc[k] + 7 * acc[k + 1];
#endif
    longs_a[r]++;
  }
  return (int)(result ^ result >> 32);
}

// BLAKE2b's rounds.
#define ROTATE(x, n) ((x) >> (n) | (x) << (64 - (n)))
EXPORT(blake2)(int rounds) {
  static const uint8_t order[12][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3}, {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9}, {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3} };
  static const uint64_t begin[8] = { 0x6a09e667f3bcc908u, 0xbb67ae8584caa73bu, 0x3c6ef372fe94f82bu, 0xa54ff53a5f1d36f1u, 0x510e527fade682d1u, 0x9b05688c2b3e6c1fu, 0x1f83d9abfb41bd6bu, 0x5be0cd19137e2179u };
  fill(longs_a, BYTES, 24);
  uint64_t h[8];
  for (int k = 0; k < 8; k++) h[k] = begin[k];
  for (int r = 0; r < rounds; r++)
    for (int at = 0; at < DOUBLES / 16; at += 16) {
      const uint64_t *m = longs_a + at * 16;
#ifdef __wasm_simd128__
      v128_t a0 = wasm_v128_load(h), a1 = wasm_v128_load(h + 2), b0 = wasm_v128_load(h + 4), b1 = wasm_v128_load(h + 6), c0 = wasm_v128_load(begin), c1 = wasm_v128_load(begin + 2), d0 = wasm_v128_load(begin + 4), d1 = wasm_v128_load(begin + 6);
#define TURN(x, n) wasm_v128_or(wasm_u64x2_shr(x, n), wasm_i64x2_shl(x, 64 - n))
#define PAIR(x, y) wasm_i64x2_make((int64_t)m[s[x]], (int64_t)m[s[y]])
#define HALF(m0, m1, n, k) \
  a0 = wasm_i64x2_add(wasm_i64x2_add(a0, b0), m0); a1 = wasm_i64x2_add(wasm_i64x2_add(a1, b1), m1); d0 = TURN(wasm_v128_xor(d0, a0), n); d1 = TURN(wasm_v128_xor(d1, a1), n); \
  c0 = wasm_i64x2_add(c0, d0); c1 = wasm_i64x2_add(c1, d1); b0 = TURN(wasm_v128_xor(b0, c0), k); b1 = TURN(wasm_v128_xor(b1, c1), k);
      for (int i = 0; i < 12; i++) {
        const uint8_t *s = order[i];
        HALF(PAIR(0, 2), PAIR(4, 6), 32, 24) HALF(PAIR(1, 3), PAIR(5, 7), 16, 63)
        v128_t t0 = wasm_i64x2_shuffle(b0, b1, 1, 2), t1 = wasm_i64x2_shuffle(b1, b0, 1, 2); b0 = t0; b1 = t1; t0 = c0; c0 = c1; c1 = t0; t0 = wasm_i64x2_shuffle(d1, d0, 1, 2); t1 = wasm_i64x2_shuffle(d0, d1, 1, 2); d0 = t0; d1 = t1;
        HALF(PAIR(8, 10), PAIR(12, 14), 32, 24) HALF(PAIR(9, 11), PAIR(13, 15), 16, 63)
        t0 = wasm_i64x2_shuffle(b1, b0, 1, 2); t1 = wasm_i64x2_shuffle(b0, b1, 1, 2); b0 = t0; b1 = t1; t0 = c0; c0 = c1; c1 = t0; t0 = wasm_i64x2_shuffle(d0, d1, 1, 2); t1 = wasm_i64x2_shuffle(d1, d0, 1, 2); d0 = t0; d1 = t1;
      }
      wasm_v128_store(h, wasm_v128_xor(wasm_v128_load(h), wasm_v128_xor(a0, c0))); wasm_v128_store(h + 2, wasm_v128_xor(wasm_v128_load(h + 2), wasm_v128_xor(a1, c1)));
      wasm_v128_store(h + 4, wasm_v128_xor(wasm_v128_load(h + 4), wasm_v128_xor(b0, d0))); wasm_v128_store(h + 6, wasm_v128_xor(wasm_v128_load(h + 6), wasm_v128_xor(b1, d1)));
#else
      uint64_t v[16];
      for (int k = 0; k < 8; k++) { v[k] = h[k]; v[k + 8] = begin[k]; }
#define MIX(a, b, c, d, x, y) \
  v[a] += v[b] + m[s[x]]; v[d] = ROTATE(v[d] ^ v[a], 32); v[c] += v[d]; v[b] = ROTATE(v[b] ^ v[c], 24); v[a] += v[b] + m[s[y]]; v[d] = ROTATE(v[d] ^ v[a], 16); v[c] += v[d]; v[b] = ROTATE(v[b] ^ v[c], 63);
      for (int i = 0; i < 12; i++) {
        const uint8_t *s = order[i];
        MIX(0, 4, 8, 12, 0, 1) MIX(1, 5, 9, 13, 2, 3) MIX(2, 6, 10, 14, 4, 5) MIX(3, 7, 11, 15, 6, 7)
        MIX(0, 5, 10, 15, 8, 9) MIX(1, 6, 11, 12, 10, 11) MIX(2, 7, 8, 13, 12, 13) MIX(3, 4, 9, 14, 14, 15)
      }
      for (int k = 0; k < 8; k++) h[k] ^= v[k] ^ v[k + 8];
#endif
    }
  return (int)(h[0] ^ h[3] >> 32);
}

// ChaCha20, four blocks at a time with vectors, one without.
#define QUARTER(a, b, c, d, ADD, TURN) a = ADD(a, b); d = TURN(d, a, 16); c = ADD(c, d); b = TURN(b, c, 12); a = ADD(a, b); d = TURN(d, a, 8); c = ADD(c, d); b = TURN(b, c, 7);
#define DOUBLE(ADD, TURN) \
  QUARTER(x[0], x[4], x[8], x[12], ADD, TURN) QUARTER(x[1], x[5], x[9], x[13], ADD, TURN) QUARTER(x[2], x[6], x[10], x[14], ADD, TURN) QUARTER(x[3], x[7], x[11], x[15], ADD, TURN) \
  QUARTER(x[0], x[5], x[10], x[15], ADD, TURN) QUARTER(x[1], x[6], x[11], x[12], ADD, TURN) QUARTER(x[2], x[7], x[8], x[13], ADD, TURN) QUARTER(x[3], x[4], x[9], x[14], ADD, TURN)
EXPORT(chacha4)(int rounds) {
  uint32_t state[16], *out = (uint32_t *)bytes_a;
  for (int k = 0; k < 16; k++) state[k] = (uint32_t)k * 0x9e3779b9u;
  for (int r = 0; r < rounds; r++)
    for (int at = 0; at < BYTES / 4; at += 64) {
#ifdef __wasm_simd128__
#define ADD4(a, b) wasm_i32x4_add(a, b)
#define TURN4(a, b, n) ({ v128_t t = wasm_v128_xor(a, b); wasm_v128_or(wasm_i32x4_shl(t, n), wasm_u32x4_shr(t, 32 - n)); })
      v128_t x[16], s[16];
      for (int k = 0; k < 16; k++) x[k] = s[k] = wasm_i32x4_splat((int)state[k]);
      x[12] = s[12] = wasm_i32x4_add(s[12], wasm_i32x4_const(0, 1, 2, 3));
      for (int i = 0; i < 10; i++) { DOUBLE(ADD4, TURN4) }
      for (int k = 0; k < 16; k += 4) {
        v128_t a = wasm_i32x4_add(x[k], s[k]), b = wasm_i32x4_add(x[k + 1], s[k + 1]), c = wasm_i32x4_add(x[k + 2], s[k + 2]), d = wasm_i32x4_add(x[k + 3], s[k + 3]);
        v128_t ab = wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), cd = wasm_i32x4_shuffle(c, d, 0, 4, 1, 5), ab2 = wasm_i32x4_shuffle(a, b, 2, 6, 3, 7), cd2 = wasm_i32x4_shuffle(c, d, 2, 6, 3, 7);
        wasm_v128_store(out + at + k, wasm_i64x2_shuffle(ab, cd, 0, 2)); wasm_v128_store(out + at + k + 16, wasm_i64x2_shuffle(ab, cd, 1, 3));
        wasm_v128_store(out + at + k + 32, wasm_i64x2_shuffle(ab2, cd2, 0, 2)); wasm_v128_store(out + at + k + 48, wasm_i64x2_shuffle(ab2, cd2, 1, 3));
      }
      state[12] += 4;
#else
#define ADD1(a, b) ((a) + (b))
#define TURN1(a, b, n) (((a) ^ (b)) << n | ((a) ^ (b)) >> (32 - n))
      for (int block = 0; block < 4; block++) {
        uint32_t x[16];
        for (int k = 0; k < 16; k++) x[k] = state[k];
        for (int i = 0; i < 10; i++) { DOUBLE(ADD1, TURN1) }
        for (int k = 0; k < 16; k++) out[at + 16 * block + k] = x[k] + state[k];
        state[12]++;
      }
#endif
    }
  return check(bytes_a, BYTES);
}

// The first byte that is not ASCII, of texts that have one at the end.
static int ascii(const uint8_t *s, int n) {
  int i = 0;
#ifdef __wasm_simd128__
  for (; i + 16 <= n; i += 16) {
    int high = (int)wasm_i8x16_bitmask(wasm_v128_load(s + i));
    if (high) return i + __builtin_ctz((unsigned)high);
  }
#endif
  for (; i < n; i++) if (s[i] & 0x80) return i;
  return n;
}

EXPORT(isascii)(int rounds) {
  fill(bytes_a, BYTES, 25);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { bytes_a[BYTES - 1 - r] |= 0x80; sum += ascii(bytes_a, BYTES); bytes_a[BYTES - 1 - r] &= 0x7f; }
  return sum;
}

// Where two texts differ.
static int differs(const uint8_t *s, const uint8_t *t, int n) {
  int i = 0;
#ifdef __wasm_simd128__
  for (; i + 16 <= n; i += 16) {
    v128_t equal = wasm_i8x16_eq(wasm_v128_load(s + i), wasm_v128_load(t + i));
    if (!wasm_i8x16_all_true(equal)) return i + __builtin_ctz(~wasm_i8x16_bitmask(equal));
  }
#endif
  for (; i < n; i++) if (s[i] != t[i]) return i;
  return n;
}

EXPORT(memcmp)(int rounds) {
  fill(bytes_a, BYTES, 24); fill(bytes_b, BYTES, 24);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { bytes_a[BYTES - 1 - r] ^= 1; sum += differs(bytes_a, bytes_b, BYTES); bytes_a[BYTES - 1 - r] ^= 1; }
  return sum;
}

// Fields of lines: where commas and line ends are, outside of quotes.
EXPORT(csv)(int rounds) {
  static const char text[] = "name,\"last, first\",12,3.50,\"\",some longer text in a field,x\n";
  for (int i = 0; i < BYTES; i++) bytes_a[i] = (uint8_t)text[i % (sizeof text - 1)];
  int sum = 0;
  for (int r = 0; r < rounds; r++) {
    int fields = 0, last = 0, longest = 0;
#ifdef __wasm_simd128__
    uint32_t inside = 0;
    for (int i = 0; i < BYTES; i += 16) {
      v128_t in = wasm_v128_load(bytes_a + i);
      uint32_t quotes = (uint32_t)wasm_i8x16_bitmask(wasm_i8x16_eq(in, wasm_i8x16_splat('"')));
      uint32_t ends = (uint32_t)wasm_i8x16_bitmask(wasm_v128_or(wasm_i8x16_eq(in, wasm_i8x16_splat(',')), wasm_i8x16_eq(in, wasm_i8x16_splat('\n'))));
      uint32_t quoted = quotes ^ quotes << 1; quoted ^= quoted << 2; quoted ^= quoted << 4; quoted ^= quoted << 8;
      quoted ^= inside;
      inside = (uint32_t)((int32_t)(quoted << 16) >> 31);
      for (ends &= ~quoted & 0xffff; ends; ends &= ends - 1) {
        int at = i + __builtin_ctz(ends);
        fields++; if (at - last > longest) longest = at - last;
        last = at;
      }
    }
#else
    int inside = 0;
    for (int i = 0; i < BYTES; i++) {
      uint8_t c = bytes_a[i];
      if (c == '"') inside = !inside;
      else if ((c == ',' || c == '\n') && !inside) { fields++; if (i - last > longest) longest = i - last; last = i; }
    }
#endif
    sum = sum * 31 + fields + longest;
    bytes_a[r * 61] = r & 1 ? ',' : 'n';
  }
  return sum;
}

// Differences of neighbours, with the last of each vector carried over to the next.
EXPORT(delta)(int rounds) {
  fill(shorts_a, BYTES, 24);
  for (int r = 0; r < rounds; r++) {
#ifdef __wasm_simd128__
    v128_t before = wasm_i16x8_splat(0);
    for (int i = 0; i < BYTES / 2; i += 8) {
      v128_t x = wasm_v128_load(shorts_a + i);
      v128_t d = wasm_i16x8_sub(x, wasm_i16x8_shuffle(before, x, 7, 8, 9, 10, 11, 12, 13, 14));
      wasm_v128_store(shorts_b + i, wasm_v128_xor(wasm_i16x8_shl(d, 1), wasm_i16x8_shr(d, 15)));
      before = x;
    }
#else
    int16_t before = 0;
    for (int i = 0; i < BYTES / 2; i++) { int16_t x = shorts_a[i]; int16_t d = (int16_t)(x - before); shorts_b[i] = (int16_t)((uint16_t)d << 1 ^ d >> 15); before = x; }
#endif
    shorts_a[r]++;
  }
  return check(shorts_b, BYTES);
}

// A convolution of 3x3 with clamping: sharpens.
EXPORT(conv3)(int rounds) {
  fill(bytes_a, BYTES, 24);
  for (int r = 0; r < rounds; r++)
    for (int y = 1; y < 511; y++) {
      const uint8_t *p = bytes_a + y * 512;
      uint8_t *q = bytes_b + y * 512;
      for (int x = 1; x < 497; x++) {
        int sum = 12 * p[x] - p[x - 513] - p[x - 512] - p[x - 511] - p[x - 1] - p[x + 1] - p[x + 511] - p[x + 512] - p[x + 513] + r;
        sum >>= 2;
        q[x] = (uint8_t)(sum < 0 ? 0 : sum > 255 ? 255 : sum);
      }
    }
  return check(bytes_b, BYTES);
}

// The columns of an integer cosine transform of 8x8 numbers.
EXPORT(dct)(int rounds) {
  fill(shorts_a, BYTES, 26);
  for (int r = 0; r < rounds; r++)
    for (int block = 0; block < BYTES / 2; block += 64) {
      const int16_t *p = shorts_a + block;
      int16_t *q = shorts_b + block;
      for (int x = 0; x < 8; x++) {
        int a0 = p[x] + p[x + 56], a7 = p[x] - p[x + 56], a1 = p[x + 8] + p[x + 48], a6 = p[x + 8] - p[x + 48], a2 = p[x + 16] + p[x + 40], a5 = p[x + 16] - p[x + 40], a3 = p[x + 24] + p[x + 32], a4 = p[x + 24] - p[x + 32];
        int b0 = a0 + a3, b3 = a0 - a3, b1 = a1 + a2, b2 = a1 - a2;
        q[x] = (int16_t)(b0 + b1); q[x + 32] = (int16_t)(b0 - b1);
        q[x + 16] = (int16_t)((b3 * 10703 + b2 * 4433 + 4096) >> 13); q[x + 48] = (int16_t)((b3 * 4433 - b2 * 10703 + 4096) >> 13);
        q[x + 8] = (int16_t)((a7 * 11363 + a6 * 9633 + a5 * 6437 + a4 * 2260 + 4096) >> 13);
        q[x + 24] = (int16_t)((a7 * 9633 - a6 * 2260 - a5 * 11363 - a4 * 6437 + 4096) >> 13);
        q[x + 40] = (int16_t)((a7 * 6437 - a6 * 11363 + a5 * 2260 + a4 * 9633 + 4096) >> 13);
        q[x + 56] = (int16_t)((a7 * 2260 - a6 * 6437 + a5 * 9633 - a4 * 11363 + 4096) >> 13);
      }
    }
  return check(shorts_b, BYTES);
}

// Distances of bits between fingerprints.
EXPORT(hamming)(int rounds) {
  fill(bytes_a, BYTES, 24); fill(bytes_b, BYTES, 23);
  int sum = 0;
  for (int r = 0; r < rounds; r++) {
#ifdef __wasm_simd128__
    v128_t total = wasm_i32x4_splat(0);
    for (int i = 0; i < BYTES; i += 16)
      total = wasm_i32x4_add(total, wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(wasm_i8x16_popcnt(wasm_v128_xor(wasm_v128_load(bytes_a + i), wasm_v128_load(bytes_b + i))))));
    sum = sum * 31 + wasm_i32x4_extract_lane(total, 0) + wasm_i32x4_extract_lane(total, 1) + wasm_i32x4_extract_lane(total, 2) + wasm_i32x4_extract_lane(total, 3);
#else
    const uint64_t *p = (const uint64_t *)bytes_a, *q = (const uint64_t *)bytes_b;
    int total = 0;
    for (int i = 0; i < BYTES / 8; i++) total += __builtin_popcountll(p[i] ^ q[i]);
    sum = sum * 31 + total;
#endif
    bytes_a[r]++;
  }
  return sum;
}

// Two points of the Mandelbrot set at a time, as long as one of them stays.
EXPORT(mandelbrot)(int rounds) {
  int sum = 0;
  for (int r = 0; r < rounds; r++)
    for (int point = 0; point < 400; point += 2) {
      double cy = (double)(r + 1) / 16;
#ifdef __wasm_simd128__
      v128_t cx = wasm_f64x2_make(-2 + point * 0.0075, -2 + (point + 1) * 0.0075), cv = wasm_f64x2_splat(cy), x = wasm_f64x2_splat(0), y = x, n = x;
      for (int i = 0; i < 200; i++) {
        v128_t xx = wasm_f64x2_mul(x, x), yy = wasm_f64x2_mul(y, y), in = wasm_f64x2_le(wasm_f64x2_add(xx, yy), wasm_f64x2_splat(4));
        if (!wasm_v128_any_true(in)) break;
        n = wasm_i64x2_sub(n, in);
        v128_t xy = wasm_f64x2_mul(x, y);
        y = wasm_f64x2_add(wasm_f64x2_add(xy, xy), cv);
        x = wasm_f64x2_add(wasm_f64x2_sub(xx, yy), cx);
      }
      sum += (int)wasm_i64x2_extract_lane(n, 0) + (int)wasm_i64x2_extract_lane(n, 1);
#else
      for (int k = 0; k < 2; k++) {
        double cx = -2 + (point + k) * 0.0075, x = 0, y = 0;
        int i = 0;
        for (; i < 200; i++) { double xx = x * x, yy = y * y; if (!(xx + yy <= 4)) break; double xy = x * y; y = xy + xy + cy; x = xx - yy + cx; }
        sum += i;
      }
#endif
    }
  return sum;
}
