// What C is made of, one loop for each: parts of numbers, bits, comparisons, choices, searches, hashes, characters, conversions, fixed and floating point.
// Built without vectorization, so that each loop is what it says. `wasm-bench/run.sh --programs idioms` runs them.
#include <stdint.h>

#define ROUNDS 65536
#define FEW 4096

static uint8_t bytes[4 * ROUNDS + 1024], bytes_out[4 * ROUNDS + 1024], table[256];
static uint16_t halves[ROUNDS + 64], halves_out[ROUNDS + 64];
static uint32_t ints[ROUNDS + 64], ints_out[ROUNDS + 64], table_of_ints[1024], sorted[FEW];
static uint64_t longs[FEW + 64], longs_out[FEW];
static double doubles[FEW + 64];
static float floats[FEW];
static struct { uint32_t a, b, c, d; uint64_t e; } structs[1024];

static uint32_t seed;
static uint32_t next(void) { return seed = seed * 1664525u + 1013904223u; }

// The same before every call, as some loops change what they read.
__attribute__((noinline)) static void begin(void) {
  seed = 1;
  for (int i = 0; i < 4 * ROUNDS + 1024; i++) { bytes[i] = next() >> 24; bytes_out[i] = 0; }
  for (int i = 0; i < 256; i++) table[i] = next() >> 24;
  for (int i = 0; i < 1024; i++) table_of_ints[i] = next() | 1;
  for (int i = 0; i < ROUNDS + 64; i++) { ints[i] = next() ^ next() >> 16; halves[i] = next() >> 16; ints_out[i] = next(); halves_out[i] = 0; }
  for (int i = 0; i < FEW; i++) { sorted[i] = i << 20; longs_out[i] = 0; }
  for (int i = 0; i < FEW + 64; i++) { longs[i] = (uint64_t)next() << 32 | next(); doubles[i] = next() * (1.0 / 4294967296.0); }
  for (int i = 0; i < FEW; i++) floats[i] = (float)doubles[i];
  for (int i = 0; i < 1024; i++) structs[i].a = structs[i].b = structs[i].c = structs[i].d = next();
}

static uint64_t written(void) { uint64_t sum = 0; for (int i = 0; i < 64; i++) sum += bytes_out[i * 977] + halves_out[i * 911] + ints_out[i * 977] + longs_out[i * 61]; return sum; }

// A function of so many rounds; each gives the next `s`.
#define IDIOM(name, type, first) \
  static inline __attribute__((always_inline)) type name##_next(type s, int i); \
  __attribute__((export_name(#name))) int name(int rounds) { \
    begin(); \
    uint64_t sum = 0; \
    for (int r = 0; r < rounds; r++) { \
      type s = first; \
      for (int i = 0; i < ROUNDS; i++) s = name##_next(s, i); \
      sum = sum * 31 + (uint64_t)s; \
    } \
    sum += written(); \
    return (int)(sum ^ sum >> 32); \
  } \
  static inline type name##_next(type s, int i)

static inline int magnitude(int x) { return x < 0 ? -x : x; }

IDIOM(st8_shr8, uint32_t, 0) {
  bytes_out[i] = (uint8_t)(ints[i] >> 8);
  return s;
}

IDIOM(st8_shr16, uint32_t, 0) {
  bytes_out[i] = (uint8_t)(ints[i] >> 16);
  return s;
}

IDIOM(st8_sar12, uint32_t, 0) {
  bytes_out[i] = (uint8_t)((int)ints[i] >> 12);
  return s;
}

IDIOM(st8_4, uint32_t, 0) {
  uint32_t v = ints[i];
  bytes_out[4 * i] = v;
  bytes_out[4 * i + 1] = v >> 8;
  bytes_out[4 * i + 2] = v >> 16;
  bytes_out[4 * i + 3] = v >> 24;
  return s;
}

IDIOM(st8_4be, uint32_t, 0) {
  uint32_t v = ints[i];
  bytes_out[4 * i + 3] = v;
  bytes_out[4 * i + 2] = v >> 8;
  bytes_out[4 * i + 1] = v >> 16;
  bytes_out[4 * i] = v >> 24;
  return s;
}

IDIOM(st16_shr16, uint32_t, 0) {
  halves_out[i] = (uint16_t)(ints[i] >> 16);
  return s;
}

IDIOM(st8_64, uint32_t, 0) {
  bytes_out[i] = (uint8_t)(longs[i & 4095] >> 40);
  return s;
}

IDIOM(st32_64, uint32_t, 0) {
  ints_out[i] = (uint32_t)(longs[i & 4095] >> 32);
  return s;
}

IDIOM(ld4be, uint32_t, 0) {
  const uint8_t *p = bytes + 4 * i;
  s ^= p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
  return s;
}

IDIOM(ld4le, uint32_t, 0) {
  const uint8_t *p = bytes + 4 * i;
  s += p[3] << 24 | p[2] << 16 | p[1] << 8 | p[0];
  return s;
}

IDIOM(ld2be, uint32_t, 0) {
  const uint8_t *p = bytes + 2 * i;
  s += p[0] << 8 | p[1];
  return s;
}

IDIOM(ld3, uint32_t, 0) {
  const uint8_t *p = bytes + 3 * i;
  s += p[0] | p[1] << 8 | p[2] << 16;
  return s;
}

IDIOM(ld8be, uint64_t, 0) {
  const uint8_t *p = bytes + 4 * i;
  uint64_t v = 0;
  for (int k = 0; k < 8; k++)
    v = v << 8 | p[k];
  s ^= v;
  return s;
}

IDIOM(sx8, uint32_t, 0) {
  s += (int8_t)(ints[i] >> 4);
  return s;
}

IDIOM(sx16, uint32_t, 0) {
  s += (int16_t)(ints[i] >> 4);
  return s;
}

IDIOM(sx24, uint32_t, 0) {
  s += (int)(ints[i] << 8) >> 8;
  return s;
}

IDIOM(bit1, uint32_t, 0) {
  s += (ints[i] >> 7) & 1;
  return s;
}

IDIOM(bitfield, uint32_t, 0) {
  s += (ints[i] >> 5) & 63;
  return s;
}

IDIOM(bitfield64, uint32_t, 0) {
  s += (uint32_t)((longs[i & 4095] >> 37) & 511);
  return s;
}

IDIOM(bittest, uint32_t, 0) {
  if (ints[i >> 5] >> (i & 31) & 1) s += i;
  return s;
}

IDIOM(bitset, uint32_t, 0) {
  ints_out[i >> 5] |= 1u << (i & 31);
  return s;
}

IDIOM(bitclr, uint32_t, 0) {
  ints_out[i >> 5] &= ~(1u << (i & 31));
  return s;
}

IDIOM(table256, uint32_t, 0) {
  s += table[bytes[i]];
  return s;
}

IDIOM(table256i, uint32_t, 0) {
  s ^= table_of_ints[bytes[i]];
  return s;
}

IDIOM(crc, uint32_t, ~0u) {
  s = table_of_ints[(s ^ bytes[i]) & 255] ^ s >> 8;
  return s;
}

IDIOM(crc4, uint32_t, ~0u) {
  uint32_t v = ints[i & 16383] ^ s;
  s = table_of_ints[v & 255] ^ table_of_ints[256 + (v >> 8 & 255)] ^ table_of_ints[512 + (v >> 16 & 255)] ^ table_of_ints[768 + (v >> 24)];
  return s;
}

IDIOM(lsb, uint32_t, 0) {
  s += ints[i] & -ints[i];
  return s;
}

IDIOM(clearlsb, uint32_t, 0) {
  s += ints[i] & (ints[i] - 1);
  return s;
}

IDIOM(popc, uint32_t, 0) {
  s += __builtin_popcount(ints[i] & 0xffff);
  return s;
}

IDIOM(ilog2, uint32_t, 0) {
  s += 31 ^ __builtin_clz(ints[i] | 1);
  return s;
}

IDIOM(ctz64, uint32_t, 0) {
  s += __builtin_ctzll(longs[i & 4095] | 1ull << 60);
  return s;
}

IDIOM(parity, uint32_t, 0) {
  s += __builtin_parity(ints[i]);
  return s;
}

IDIOM(absi, uint32_t, 0) {
  s += magnitude((int)ints[i]);
  return s;
}

IDIOM(absdiff, uint32_t, 0) {
  int d = bytes[i] - bytes[i + 64];
  s += d < 0 ? -d : d;
  return s;
}

IDIOM(min, uint32_t, 0) {
  uint32_t a = ints[i], b = ints[i + 1];
  s += a < b ? a : b;
  return s;
}

IDIOM(smin, uint32_t, 0) {
  int a = ints[i], b = ints[i + 1];
  s += a < b ? a : b;
  return s;
}

IDIOM(clamp8, uint32_t, 0) {
  int a = (int)ints[i] >> 20;
  s += a < 0 ? 0 : a > 255 ? 255
                           : a;
  return s;
}

IDIOM(clampst, uint32_t, 0) {
  int a = (int)ints[i] >> 20;
  bytes_out[i] = a < 0 ? 0 : a > 255 ? 255
                                     : a;
  return s;
}

IDIOM(satadd, uint32_t, 0) {
  uint32_t a = ints[i], b = ints[i + 1], c = a + b;
  s += c < a ? ~0u : c;
  return s;
}

IDIOM(sataddi, uint32_t, 0) {
  int c;
  if (__builtin_sadd_overflow((int)ints[i], (int)ints[i + 1], &c)) c = ((int)ints[i] >> 31) ^ 0x7fffffff;
  s += c;
  return s;
}

IDIOM(addovf64, uint64_t, 0) {
  uint64_t c;
  s += __builtin_add_overflow(longs[i & 4095], longs[(i + 1) & 4095], &c);
  s ^= c;
  return s;
}

IDIOM(mulovf, uint32_t, 0) {
  uint32_t c;
  if (__builtin_mul_overflow(ints[i], ints[i + 1], &c)) c = 7;
  s += c;
  return s;
}

IDIOM(mulovfs, uint32_t, 0) {
  int c;
  if (__builtin_mul_overflow((int)ints[i] >> 16, (int)ints[i + 1], &c)) c = 7;
  s += c;
  return s;
}

IDIOM(addc, uint64_t, 0) {
  uint64_t a = longs[i & 4095];
  s += a;
  if (s < a) s++;
  return s;
}

IDIOM(mul32hi, uint32_t, 0) {
  s += (uint32_t)((uint64_t)ints[i] * ints[i + 1] >> 32);
  return s;
}

IDIOM(smul32hi, uint32_t, 0) {
  s += (uint32_t)((int64_t)(int)ints[i] * (int)ints[i + 1] >> 32);
  return s;
}

IDIOM(fixmul, uint32_t, 0) {
  s += (uint32_t)((int64_t)(int)ints[i] * (int)ints[i + 1] >> 16);
  return s;
}

IDIOM(q15, uint32_t, 0) {
  s += ((int16_t)ints[i] * (int16_t)ints[i + 1] + 0x4000) >> 15;
  return s;
}

IDIOM(mul12, uint32_t, 0) {
  s += ints[i] * 12;
  return s;
}

IDIOM(mul5, uint32_t, 0) {
  s ^= ints[i] * 5;
  return s;
}

IDIOM(mul7, uint32_t, 0) {
  s ^= ints[i] * 7;
  return s;
}

IDIOM(mul10, uint32_t, 0) {
  s = s * 10 + ints[i];
  return s;
}

IDIOM(mul31, uint32_t, 0) {
  s = s * 31 + bytes[i];
  return s;
}

IDIOM(mul33, uint32_t, 5381) {
  s = s * 33 ^ bytes[i];
  return s;
}

IDIOM(fnv, uint32_t, 0x811c9dc5) {
  s = (s ^ bytes[i]) * 16777619u;
  return s;
}

IDIOM(fnv64, uint64_t, 0xcbf29ce484222325u) {
  s = (s ^ bytes[i]) * 0x100000001b3u;
  return s;
}

IDIOM(murmur, uint32_t, 0) {
  uint32_t k = ints[i] * 0xcc9e2d51u;
  k = k << 15 | k >> 17;
  s ^= k * 0x1b873593u;
  s = s << 13 | s >> 19;
  s = s * 5 + 0xe6546b64u;
  return s;
}

IDIOM(splitmix, uint64_t, 1) {
  s += 0x9e3779b97f4a7c15u;
  uint64_t z = s;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  longs_out[i & 4095] = z ^ z >> 31;
  return s;
}

IDIOM(xorshift, uint32_t, 1) {
  s ^= s << 13;
  s ^= s >> 17;
  s ^= s << 5;
  return s;
}

IDIOM(lcg64, uint64_t, 1) {
  s = s * 6364136223846793005u + 1442695040888963407u;
  return s;
}

IDIOM(zigzag, uint32_t, 0) {
  uint32_t v = ints[i];
  s += v >> 1 ^ -(v & 1);
  return s;
}

IDIOM(leadbyte, uint32_t, 0) {
  uint8_t c = bytes[i];
  s += c < 0x80 ? 1 : c < 0xe0 ? 2
                  : c < 0xf0   ? 3
                               : 4;
  return s;
}

IDIOM(isalnum, uint32_t, 0) {
  uint8_t c = bytes[i];
  s += (c >= 48 && c < 58) || (c >= 65 && c < 91) || (c >= 97 && c < 123);
  return s;
}

IDIOM(isspace, uint32_t, 0) {
  uint8_t c = bytes[i];
  s += c == 32 || c == 9 || c == 10 || c == 13;
  return s;
}

IDIOM(tolower, uint32_t, 0) {
  uint8_t c = bytes[i];
  s = s * 31 + (c >= 65 && c < 91 ? c + 32 : c);
  return s;
}

IDIOM(hexdig, uint32_t, 0) {
  uint8_t c = bytes[i];
  s = s * 16 + (c < 58 ? c - 48 : (c | 32) - 87);
  return s;
}

IDIOM(switch8, uint32_t, 0) {
  switch (bytes[i] & 7) {
  case 0: s += 1; break;
  case 1: s ^= 5; break;
  case 2: s *= 3; break;
  case 3: s -= 7; break;
  case 4: s = ~s; break;
  case 5: s <<= 1; break;
  case 6: s >>= 1; break;
  default: s += i;
  }
  return s;
}

IDIOM(f2i, uint32_t, 0) {
  s += (int)doubles[i & 4095];
  return s;
}

IDIOM(f2u8, uint32_t, 0) {
  bytes_out[i] = (uint8_t)(int)(doubles[i & 4095] * 255.0);
  return s;
}

IDIOM(f2i_sat, uint32_t, 0) {
  double v = doubles[i & 4095] * 1000;
  s += (int)(v < 0 ? 0 : v > 255 ? 255
                                 : v);
  return s;
}

IDIOM(u2f, double, 0) {
  s += (double)ints[i];
  return s;
}

IDIOM(i2f32, float, 0) {
  s += (float)(int)ints[i] * 1e-9f;
  return s;
}

IDIOM(u642d, double, 0) {
  s += (double)longs[i & 4095];
  return s;
}

IDIOM(d2u64, uint64_t, 0) {
  s += (uint64_t)(doubles[i & 4095] * 1e6);
  return s;
}

IDIOM(fround, double, 0) {
  s += __builtin_floor(doubles[i & 4095] * 10 + 0.5);
  return s;
}

IDIOM(rint, double, 0) {
  s += __builtin_rint(doubles[i & 4095] * 10);
  return s;
}

IDIOM(fmin, double, 0) {
  double a = doubles[i & 4095], b = doubles[(i + 1) & 4095];
  s += a < b ? a : b;
  return s;
}

IDIOM(fabs, double, 0) {
  s += __builtin_fabs(doubles[i & 4095] - 0.5);
  return s;
}

IDIOM(copysign, double, 0) {
  s += __builtin_copysign(doubles[i & 4095], doubles[(i + 1) & 4095] - 0.5);
  return s;
}

IDIOM(signbit, uint32_t, 0) {
  s += __builtin_signbit(doubles[i & 4095] - 0.5) != 0;
  return s;
}

IDIOM(fcmp, uint32_t, 0) {
  if (doubles[i & 4095] > 0.25 && doubles[i & 4095] < 0.75) s++;
  return s;
}

IDIOM(hypot, double, 0) {
  double a = doubles[i & 4095], b = doubles[(i + 1) & 4095];
  s += __builtin_sqrt(a * a + b * b);
  return s;
}

IDIOM(fdiv, double, 0) {
  s += doubles[i & 4095] / (doubles[(i + 1) & 4095] + 1);
  return s;
}

IDIOM(f2h, uint32_t, 0) {
  union {
    float f;
    uint32_t u;
  } x;
  x.f = (float)doubles[i & 4095];
  s += (x.u >> 13 & 0x3ff) | (x.u >> 16 & 0x8000);
  return s;
}

IDIOM(bitcast64, uint64_t, 0) {
  union {
    double f;
    uint64_t u;
  } x;
  x.f = doubles[i & 4095];
  s += x.u >> 52;
  return s;
}

IDIOM(rsqrt, float, 0) {
  union {
    float f;
    uint32_t u;
  } x;
  x.f = (float)floats[i & 4095];
  x.u = 0x5f3759df - (x.u >> 1);
  s += x.f;
  return s;
}

IDIOM(horner, double, 0.3) {
  s = ((s * 0.1 + doubles[i & 4095]) * s + 0.2) * 0.5;
  return s;
}

IDIOM(fsum, float, 0) {
  s += floats[i & 4095];
  return s;
}

IDIOM(swap, uint32_t, 0) {
  uint32_t t = ints_out[i];
  ints_out[i] = ints_out[i + 1];
  ints_out[i + 1] = t;
  s += t;
  return s;
}

IDIOM(cswap, uint32_t, 0) {
  uint32_t a = ints_out[i], b = ints_out[i + 1];
  if (a > b) {
    ints_out[i] = b;
    ints_out[i + 1] = a;
    s++;
  }
  return s;
}

IDIOM(histogram, uint32_t, 0) {
  ints_out[bytes[i]]++;
  return s;
}

IDIOM(prefix, uint32_t, 0) {
  s += ints[i];
  ints_out[i] = s;
  return s;
}

IDIOM(gather, uint32_t, 0) {
  s += ints[ints[i] & 4095];
  return s;
}

IDIOM(chase, uint32_t, 0) {
  s = ints[(s + i) & 4095] & 4095;
  return s;
}

IDIOM(bsearch, uint32_t, 0) {
  uint32_t lo = 0, hi = 4096, k = ints[i];
  while (lo < hi) {
    uint32_t m = (lo + hi) / 2;
    if (sorted[m] < k) lo = m + 1;
    else hi = m;
  }
  s += lo;
  return s;
}

IDIOM(structsum, uint32_t, 0) {
  s += structs[i & 1023].a + structs[i & 1023].c * structs[i & 1023].d;
  return s;
}

IDIOM(structcopy, uint32_t, 0) {
  structs[i & 1023] = structs[(i * 7) & 1023];
  s += structs[i & 1023].a;
  return s;
}

IDIOM(shl64, uint64_t, 0) {
  s += longs[i & 4095] << (i & 63);
  return s;
}

IDIOM(rot64, uint64_t, 0) {
  uint64_t v = longs[i & 4095];
  int k = i & 63;
  s += v << k | v >> (-k & 63);
  return s;
}

IDIOM(cmp3, uint32_t, 0) {
  int a = ints[i], b = ints[i + 1];
  s += (a > b) - (a < b);
  return s;
}

IDIOM(cmp64, uint32_t, 0) {
  s += longs[i & 4095] > longs[(i + 1) & 4095];
  return s;
}

IDIOM(and0, uint32_t, 0) {
  if ((ints[i] & 0x10) == 0) s += 3;
  return s;
}

IDIOM(xormask, uint32_t, 0) {
  s += ints[i] ^ -(ints[i + 1] >> 31);
  return s;
}

IDIOM(avg, uint32_t, 0) {
  bytes_out[i] = (bytes[i] + bytes[i + 1] + 1) >> 1;
  return s;
}

IDIOM(lerp, uint32_t, 0) {
  bytes_out[i] = (bytes[i] * (256 - 77) + bytes[i + 1] * 77) >> 8;
  return s;
}

IDIOM(paeth, uint32_t, 0) {
  int a = bytes[i], b = bytes[i + 100], c = bytes[i + 200], p = b - c, q = a - c, r;
  int pa = magnitude(p), pb = magnitude(q), pc = magnitude(p + q);
  r = pa <= pb && pa <= pc ? a : pb <= pc ? b
                                          : c;
  bytes_out[i] = r;
  return s;
}

IDIOM(rgb565, uint32_t, 0) {
  uint32_t v = ints[i];
  halves_out[i] = (v >> 8 & 0xf800) | (v >> 5 & 0x7e0) | (v >> 3 & 31);
  return s;
}

IDIOM(from565, uint32_t, 0) {
  uint32_t v = halves[i];
  ints_out[i] = (v & 0xf800) << 8 | (v & 0x7e0) << 5 | (v & 31) << 3;
  return s;
}

IDIOM(b64, uint32_t, 0) {
  const uint8_t *p = bytes + 3 * (i & 16383);
  uint32_t v = p[0] << 16 | p[1] << 8 | p[2];
  uint8_t *q = bytes_out + 4 * (i & 16383);
  q[0] = table[v >> 18];
  q[1] = table[v >> 12 & 63];
  q[2] = table[v >> 6 & 63];
  q[3] = table[v & 63];
  return s;
}

IDIOM(itoa, uint32_t, 0) {
  uint32_t v = ints[i];
  uint8_t b[12];
  int n = 0;
  do {
    b[n++] = 48 + v % 10;
    v /= 10;
  } while (v);
  s += n + b[n - 1];
  return s;
}

IDIOM(memcmp8, uint32_t, 0) {
  const uint8_t *p = bytes + (i & 1023), *q = bytes + (i * 7 & 1023);
  int k = 0;
  while (k < 8 && p[k] == q[k])
    k++;
  s += k;
  return s;
}
