// Kernels that compilers turn into vector instructions, or programs call them by name: the same source with and without -msimd128.
#include <stdint.h>
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

#define EXPORT(name) __attribute__((export_name(#name))) int name
#define BYTES (1 << 20)

typedef uint32_t v4 __attribute__((vector_size(16)));

static uint8_t bytes_a[BYTES + 64], bytes_b[BYTES + 64];
static float floats_x[BYTES / 4], floats_y[BYTES / 4], matrix_a[128][128], matrix_b[128][128], matrix_c[128][128];

static uint32_t seed = 1;
static uint32_t next(void) { return seed = seed * 1664525u + 1013904223u; }

// Numbers for the kernels on bytes. What they compute is checked by a few of the bytes.
static void fill(uint8_t *bytes, int shift) { for (int i = 0; i < BYTES; i += 16) for (uint32_t x = next(), j = 0; j < 16; j++) bytes[i + j] = (uint8_t)((x * (j + 7)) >> shift); }
static int check(const uint8_t *bytes) { int sum = 0; for (int i = 0; i < BYTES; i += 61) sum = sum * 31 + bytes[i]; return sum; }

static v4 rotate(v4 x, int n) { return x << n | x >> (32 - n); }

// Double rounds of ChaCha20 on rows: additions, exclusive ors, rotations, shuffles.
EXPORT(chacha)(int n) {
  v4 a = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}, b = {1, 2, 3, 4}, c = {5, 6, 7, 8}, d = {9, 10, 11, 12};
  for (int i = 0; i < n; i++) {
    a += b; d = rotate(d ^ a, 16); c += d; b = rotate(b ^ c, 12);
    a += b; d = rotate(d ^ a, 8); c += d; b = rotate(b ^ c, 7);
    b = __builtin_shufflevector(b, b, 1, 2, 3, 0); c = __builtin_shufflevector(c, c, 2, 3, 0, 1); d = __builtin_shufflevector(d, d, 3, 0, 1, 2);
    a += b; d = rotate(d ^ a, 16); c += d; b = rotate(b ^ c, 12);
    a += b; d = rotate(d ^ a, 8); c += d; b = rotate(b ^ c, 7);
    b = __builtin_shufflevector(b, b, 3, 0, 1, 2); c = __builtin_shufflevector(c, c, 2, 3, 0, 1); d = __builtin_shufflevector(d, d, 1, 2, 3, 0);
  }
  v4 s = a ^ b ^ c ^ d;
  return (int)(s[0] ^ s[1] ^ s[2] ^ s[3]);
}

// The same, of blocks in memory: 20 rounds, then the result is added to the block.
EXPORT(cipher)(int rounds) {
  fill(bytes_a, 24);
  for (int r = 0; r < rounds; r++)
    for (v4 *p = (v4 *)bytes_a; p < (v4 *)(bytes_a + BYTES); p += 4) {
      v4 a = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}, b = {1, 2, 3, 4}, c = {5, 6, 7, 8}, d = {(uint32_t)r, 10, 11, 12};
      for (int i = 0; i < 10; i++) {
        a += b; d = rotate(d ^ a, 16); c += d; b = rotate(b ^ c, 12);
        a += b; d = rotate(d ^ a, 8); c += d; b = rotate(b ^ c, 7);
        b = __builtin_shufflevector(b, b, 1, 2, 3, 0); c = __builtin_shufflevector(c, c, 2, 3, 0, 1); d = __builtin_shufflevector(d, d, 3, 0, 1, 2);
        a += b; d = rotate(d ^ a, 16); c += d; b = rotate(b ^ c, 12);
        a += b; d = rotate(d ^ a, 8); c += d; b = rotate(b ^ c, 7);
        b = __builtin_shufflevector(b, b, 3, 0, 1, 2); c = __builtin_shufflevector(c, c, 2, 3, 0, 1); d = __builtin_shufflevector(d, d, 1, 2, 3, 0);
      }
      p[0] ^= a; p[1] ^= b; p[2] ^= c; p[3] ^= d;
    }
  return check(bytes_a);
}

// y = a * x + y on floats: streams.
EXPORT(axpy)(int rounds) {
  for (int i = 0; i < BYTES / 4; i++) { floats_x[i] = (float)(i & 255); floats_y[i] = 1; }
  for (int r = 0; r < rounds; r++) {
    float f = (float)(r & 3) * 0.25f;
    for (int i = 0; i < BYTES / 4; i++) floats_y[i] += f * floats_x[i];
  }
  return (int)floats_y[77] + (int)floats_y[BYTES / 4 - 1];
}

// Matrix product in the order that vectorises.
EXPORT(matmul)(int rounds) {
  for (int i = 0; i < 128; i++) for (int j = 0; j < 128; j++) { matrix_a[i][j] = (float)((i + j) & 7); matrix_b[i][j] = (float)((i * j) & 3); matrix_c[i][j] = 0; }
  for (int r = 0; r < rounds; r++)
    for (int i = 0; i < 128; i++)
      for (int k = 0; k < 128; k++) {
        float f = matrix_a[i][k];
        for (int j = 0; j < 128; j++) matrix_c[i][j] += f * matrix_b[k][j];
      }
  return (int)matrix_c[5][7] ^ (int)matrix_c[100][90];
}

// The first byte of a value, as libraries look for it.
static int find(const uint8_t *s, int n, uint8_t c) {
  int i = 0;
#ifdef __wasm_simd128__
  v128_t wanted = wasm_i8x16_splat((int8_t)c);
  for (; i + 16 <= n; i += 16) {
    v128_t equal = wasm_i8x16_eq(wasm_v128_load(s + i), wanted);
    if (wasm_v128_any_true(equal)) return i + __builtin_ctz(wasm_i8x16_bitmask(equal));
  }
#endif
  for (; i < n; i++) if (s[i] == c) return i;
  return -1;
}

EXPORT(memchr)(int rounds) {
  fill(bytes_a, 25);
  int sum = 0;
  for (int r = 0; r < rounds; r++) { bytes_a[BYTES - 1 - r] = 200; sum += find(bytes_a, BYTES, 200); bytes_a[BYTES - 1 - r] = 1; }
  return sum;
}

// Counts line ends.
EXPORT(count)(int rounds) {
  fill(bytes_a, 27);
  int sum = 0;
  for (int r = 0; r < rounds; r++) for (int i = 0; i < BYTES; i++) sum += bytes_a[i] == (uint8_t)(10 + r);
  return sum;
}

// A vertical blur of rows of bytes, computed in 16 bits.
EXPORT(blur)(int rounds) {
  fill(bytes_a, 24);
  for (int r = 0; r < rounds; r++)
    for (int y = 1; y < 1023; y++) {
      const uint8_t *p = bytes_a + y * 1024;
      uint8_t *q = bytes_b + y * 1024;
      for (int x = 0; x < 1024; x++) q[x] = (uint8_t)((uint16_t)(p[x - 1024] + 2 * p[x] + p[x + 1024] + 2 + r) >> 2);
    }
  return check(bytes_b);
}

// Alpha blending of bytes: saturating and rounding arithmetic in 16 bits.
EXPORT(blend)(int rounds) {
  fill(bytes_a, 24);
  fill(bytes_b, 24);
  for (int r = 0; r < rounds; r++) {
    uint16_t alpha = (uint16_t)(100 + r);
    for (int i = 0; i < BYTES; i++) bytes_b[i] = (uint8_t)((uint16_t)(bytes_a[i] * alpha + bytes_b[i] * (uint16_t)(256 - alpha)) >> 8);
  }
  return check(bytes_b);
}

// Hexadecimal digits: a table in a vector.
EXPORT(hex)(int rounds) {
  static const char digits[] = "0123456789abcdef";
  fill(bytes_a, 24);
  for (int r = 0; r < rounds; r++) {
    int i = 0;
#ifdef __wasm_simd128__
    v128_t table = wasm_v128_load(digits);
    for (; i < BYTES / 2; i += 16) {
      v128_t in = wasm_v128_load(bytes_a + i);
      v128_t high = wasm_i8x16_swizzle(table, wasm_u8x16_shr(in, 4)), low = wasm_i8x16_swizzle(table, wasm_v128_and(in, wasm_i8x16_splat(15)));
      wasm_v128_store(bytes_b + 2 * i, wasm_i8x16_shuffle(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
      wasm_v128_store(bytes_b + 2 * i + 16, wasm_i8x16_shuffle(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
    }
#endif
    for (; i < BYTES / 2; i++) { bytes_b[2 * i] = (uint8_t)digits[bytes_a[i] >> 4]; bytes_b[2 * i + 1] = (uint8_t)digits[bytes_a[i] & 15]; }
    bytes_a[r] ^= 0x55;
  }
  return check(bytes_b);
}
