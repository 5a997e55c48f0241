// What SIMD is used for: filtering an image, searching, coding base64, multiplying matrices, mixing hashes, sorting, summing, and the
// relaxed operators where their results do not depend on the machine.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wasm_simd128.h>

static uint64_t state = 88172645463325252u;

static uint32_t next(void) {
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 16);
}

static uint32_t digest(const void *data, size_t length) {
	const uint8_t *bytes = data;
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < length; i++) {
		hash = (hash ^ bytes[i]) * 16777619u;
	}
	return hash;
}

enum { WIDTH = 256, HEIGHT = 128 };

// Blurs by a 3 by 3 kernel, sixteen pixels at a time, in saturating and rounding arithmetic of 8 and 16 bits.
static void blur(const uint8_t *from, uint8_t *to) {
	for (int y = 1; y < HEIGHT - 1; y++) {
		for (int x = 1; x + 17 <= WIDTH; x += 16) {
			v128_t low = wasm_i16x8_splat(0), high = low;
			for (int dy = -1; dy <= 1; dy++) {
				for (int dx = -1; dx <= 1; dx++) {
					v128_t pixels = wasm_v128_load(from + (y + dy) * WIDTH + x + dx);
					v128_t weight = wasm_i16x8_splat((int16_t)((2 - (dy != 0)) * (2 - (dx != 0))));
					low = wasm_i16x8_add(low, wasm_i16x8_mul(wasm_u16x8_extend_low_u8x16(pixels), weight));
					high = wasm_i16x8_add(high, wasm_i16x8_mul(wasm_u16x8_extend_high_u8x16(pixels), weight));
				}
			}
			wasm_v128_store(to + y * WIDTH + x, wasm_u8x16_narrow_i16x8(wasm_u16x8_shr(low, 4), wasm_u16x8_shr(high, 4)));
		}
	}
}

static void brighten(uint8_t *image, uint8_t by) {
	for (int i = 0; i < WIDTH * HEIGHT; i += 16) {
		v128_t pixels = wasm_v128_load(image + i);
		v128_t more = wasm_u8x16_add_sat(pixels, wasm_u8x16_splat(by));
		v128_t average = wasm_u8x16_avgr(more, pixels);
		v128_t dark = wasm_u8x16_lt(pixels, wasm_u8x16_splat(40));
		wasm_v128_store(image + i, wasm_v128_bitselect(wasm_u8x16_sub_sat(pixels, wasm_u8x16_splat(7)), wasm_u8x16_max(average, more), dark));
	}
}

static ptrdiff_t find(const char *text, size_t length, char wanted) {
	v128_t splat = wasm_i8x16_splat(wanted);
	size_t i = 0;
	for (; i + 16 <= length; i += 16) {
		uint32_t mask = (uint32_t)wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(text + i), splat));
		if (mask != 0) {
			return (ptrdiff_t)(i + (size_t)__builtin_ctz(mask));
		}
	}
	for (; i < length; i++) {
		if (text[i] == wanted) {
			return (ptrdiff_t)i;
		}
	}
	return -1;
}

static size_t count(const char *text, size_t length, char wanted) {
	v128_t splat = wasm_i8x16_splat(wanted);
	size_t total = 0, i = 0;
	for (; i + 16 <= length; i += 16) {
		v128_t equal = wasm_i8x16_eq(wasm_v128_load(text + i), splat);
		v128_t sums = wasm_i32x4_extadd_pairwise_i16x8(wasm_i16x8_extadd_pairwise_i8x16(equal));
		total -= (size_t)(wasm_i32x4_extract_lane(sums, 0) + wasm_i32x4_extract_lane(sums, 1) + wasm_i32x4_extract_lane(sums, 2) + wasm_i32x4_extract_lane(sums, 3));
	}
	for (; i < length; i++) {
		total += text[i] == wanted;
	}
	return total;
}

// Twelve bytes to sixteen letters at a time (after Wojciech Muła's algorithm).
static size_t base64(const uint8_t *in, size_t length, char *out) {
	size_t at = 0, written = 0;
	for (; at + 16 <= length; at += 12, written += 16) {
		v128_t bytes = wasm_v128_load(in + at);
		v128_t triples = wasm_i8x16_swizzle(bytes, wasm_i8x16_make(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10));
		v128_t ac = wasm_v128_and(triples, wasm_i32x4_splat(0x0fc0fc00));
		v128_t bd = wasm_v128_and(triples, wasm_i32x4_splat(0x003f03f0));
		v128_t a = wasm_v128_and(wasm_u32x4_shr(ac, 10), wasm_i32x4_splat(0x3f));
		v128_t c = wasm_v128_and(wasm_u32x4_shr(ac, 6), wasm_i32x4_splat(0x3f0000));
		v128_t b = wasm_v128_and(wasm_i32x4_shl(bd, 4), wasm_i32x4_splat(0x3f00));
		v128_t d = wasm_v128_and(wasm_i32x4_shl(bd, 8), wasm_i32x4_splat(0x3f000000));
		v128_t index = wasm_v128_or(wasm_v128_or(a, b), wasm_v128_or(c, d));
		v128_t letters = wasm_i8x16_add(index, wasm_i8x16_splat('A'));
		letters = wasm_v128_bitselect(wasm_i8x16_add(index, wasm_i8x16_splat('a' - 26)), letters, wasm_i8x16_ge(index, wasm_i8x16_splat(26)));
		letters = wasm_v128_bitselect(wasm_i8x16_add(index, wasm_i8x16_splat('0' - 52)), letters, wasm_i8x16_ge(index, wasm_i8x16_splat(52)));
		letters = wasm_v128_bitselect(wasm_i8x16_splat('+'), letters, wasm_i8x16_eq(index, wasm_i8x16_splat(62)));
		letters = wasm_v128_bitselect(wasm_i8x16_splat('/'), letters, wasm_i8x16_eq(index, wasm_i8x16_splat(63)));
		wasm_v128_store(out + written, letters);
	}
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (; at < length; at += 3, written += 4) {
		uint32_t left = (uint32_t)(length - at);
		uint32_t bits = (uint32_t)in[at] << 16 | (left > 1 ? (uint32_t)in[at + 1] << 8 : 0) | (left > 2 ? in[at + 2] : 0);
		out[written] = alphabet[bits >> 18];
		out[written + 1] = alphabet[bits >> 12 & 63];
		out[written + 2] = left > 1 ? alphabet[bits >> 6 & 63] : '=';
		out[written + 3] = left > 2 ? alphabet[bits & 63] : '=';
	}
	return written;
}

enum { N = 64 };

static void multiply(const float *a, const float *b, float *c) {
	for (int i = 0; i < N; i++) {
		for (int j = 0; j < N; j += 4) {
			v128_t sum = wasm_f32x4_splat(0);
			for (int k = 0; k < N; k++) {
				sum = wasm_f32x4_add(sum, wasm_f32x4_mul(wasm_v128_load32_splat(a + i * N + k), wasm_v128_load(b + k * N + j)));
			}
			wasm_v128_store(c + i * N + j, sum);
		}
	}
}

static double norm(const double *values, int length) {
	v128_t sum = wasm_f64x2_splat(0), largest = sum;
	for (int i = 0; i < length; i += 2) {
		v128_t value = wasm_v128_load(values + i);
		sum = wasm_f64x2_add(sum, wasm_f64x2_sqrt(wasm_f64x2_abs(value)));
		largest = wasm_f64x2_max(largest, wasm_f64x2_nearest(wasm_f64x2_div(value, wasm_f64x2_splat(3))));
	}
	return wasm_f64x2_extract_lane(sum, 0) + wasm_f64x2_extract_lane(sum, 1) + wasm_f64x2_extract_lane(largest, 0) * wasm_f64x2_extract_lane(largest, 1);
}

static uint64_t mix(const uint8_t *data, size_t length) {
	v128_t lanes = wasm_u64x2_make(0x9e3779b97f4a7c15u, 0xc2b2ae3d27d4eb4fu);
	for (size_t i = 0; i + 16 <= length; i += 16) {
		v128_t block = wasm_v128_xor(wasm_v128_load(data + i), lanes);
		v128_t product = wasm_u64x2_extmul_low_u32x4(block, wasm_i32x4_shuffle(block, block, 2, 3, 0, 1));
		lanes = wasm_i64x2_add(wasm_i64x2_mul(lanes, wasm_i64x2_splat(0x100000001b3)), wasm_v128_xor(product, wasm_u64x2_shr(block, 17)));
		lanes = wasm_v128_or(wasm_i64x2_shl(lanes, 31), wasm_u64x2_shr(lanes, 33));
	}
	return wasm_u64x2_extract_lane(lanes, 0) ^ wasm_u64x2_extract_lane(lanes, 1);
}

// Sorts each column of a 4 by 4 block by a network, then transposes.
static void sort_blocks(int32_t *values, int length) {
	for (int i = 0; i + 16 <= length; i += 16) {
		v128_t row[4];
		for (int r = 0; r < 4; r++) {
			row[r] = wasm_v128_load(values + i + 4 * r);
		}
		static const uint8_t network[5][2] = {{0, 1}, {2, 3}, {0, 2}, {1, 3}, {1, 2}};
		for (int step = 0; step < 5; step++) {
			v128_t one = row[network[step][0]], other = row[network[step][1]];
			row[network[step][0]] = wasm_i32x4_min(one, other);
			row[network[step][1]] = wasm_i32x4_max(one, other);
		}
		v128_t t0 = wasm_i32x4_shuffle(row[0], row[1], 0, 4, 1, 5), t1 = wasm_i32x4_shuffle(row[2], row[3], 0, 4, 1, 5);
		v128_t t2 = wasm_i32x4_shuffle(row[0], row[1], 2, 6, 3, 7), t3 = wasm_i32x4_shuffle(row[2], row[3], 2, 6, 3, 7);
		wasm_v128_store(values + i, wasm_i64x2_shuffle(t0, t1, 0, 2));
		wasm_v128_store(values + i + 4, wasm_i64x2_shuffle(t0, t1, 1, 3));
		wasm_v128_store(values + i + 8, wasm_i64x2_shuffle(t2, t3, 0, 2));
		wasm_v128_store(values + i + 12, wasm_i64x2_shuffle(t2, t3, 1, 3));
	}
}

static int32_t dot(const int16_t *a, const int16_t *b, int length) {
	v128_t sum = wasm_i32x4_splat(0), rounded = sum;
	for (int i = 0; i < length; i += 8) {
		v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
		sum = wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(x, y));
		rounded = wasm_i16x8_add_sat(rounded, wasm_i16x8_q15mulr_sat(x, y));
	}
	sum = wasm_i32x4_add(sum, wasm_i32x4_extadd_pairwise_i16x8(rounded));
	return wasm_i32x4_extract_lane(sum, 0) + wasm_i32x4_extract_lane(sum, 1) + wasm_i32x4_extract_lane(sum, 2) + wasm_i32x4_extract_lane(sum, 3);
}

static void conversions(void) {
	v128_t floats = wasm_f32x4_make(1e10f, -3.7f, __builtin_nanf(""), 2147483520.0f);
	v128_t signed_ints = wasm_i32x4_trunc_sat_f32x4(floats), unsigned_ints = wasm_u32x4_trunc_sat_f32x4(floats);
	v128_t doubles = wasm_f64x2_convert_low_u32x4(unsigned_ints), narrowed = wasm_f32x4_demote_f64x2_zero(doubles);
	v128_t bytes = wasm_i8x16_narrow_i16x8(wasm_i16x8_narrow_i32x4(signed_ints, unsigned_ints), wasm_i16x8_const_splat(-200));
	printf("converted %08x %08x %08x %08x\n", digest(&signed_ints, 16), digest(&unsigned_ints, 16), digest(&narrowed, 16), digest(&bytes, 16));
	v128_t rounded[4] = {wasm_f32x4_ceil(wasm_f32x4_const(-0.5f, 1.5f, 2.5f, -2.5f)), wasm_f32x4_floor(wasm_f32x4_const(-0.5f, 1.5f, 2.5f, -2.5f)),
		wasm_f32x4_nearest(wasm_f32x4_const(-0.5f, 1.5f, 2.5f, -2.5f)), wasm_f32x4_trunc(wasm_f32x4_const(-0.5f, 1.5f, 2.5f, -2.5f))};
	printf("rounded %08x, any %d all %d, popcnt %08x\n", digest(rounded, sizeof rounded), wasm_v128_any_true(signed_ints), wasm_i32x4_all_true(signed_ints),
		digest(&(v128_t[]){wasm_i8x16_popcnt(bytes)}, 16));
	uint16_t shorts[8];
	for (int i = 0; i < 8; i++) {
		shorts[i] = (uint16_t)(i * 9000);
	}
	wasm_v128_store32_lane(shorts, wasm_i32x4_replace_lane(wasm_v128_load64_zero(shorts), 1, 0x12345678), 1);
	v128_t lanes = wasm_v128_load16_lane(shorts + 3, wasm_i32x4_load16x4(shorts), 5);
	printf("lanes %08x %08x\n", digest(&lanes, 16), digest(shorts, sizeof shorts));
}

static uint8_t image[2][WIDTH * HEIGHT];
static float a[N * N], b[N * N], c[N * N];
static double values[1000];
static int32_t numbers[1024];
static int16_t samples[2][512];
static char text[10000], encoded[14000];

int main(int argc, char **argv) {
	int rounds = argc > 1 ? atoi(argv[1]) : 1;
	for (int i = 0; i < WIDTH * HEIGHT; i++) {
		image[0][i] = (uint8_t)next();
	}
	for (int i = 0; i < N * N; i++) {
		a[i] = (float)(int32_t)next() / 65536;
		b[i] = (float)(next() & 1023);
	}
	for (int i = 0; i < 1000; i++) {
		values[i] = (double)(int32_t)next() / 1024;
	}
	for (int i = 0; i < 1024; i++) {
		numbers[i] = (int32_t)next();
		samples[i & 1][i >> 1] = (int16_t)next();
	}
	for (int i = 0; i < (int)sizeof text; i++) {
		text[i] = (char)('a' + next() % 26);
	}
	text[9876] = '#';
	size_t length = 0;
	for (int round = 0; round < rounds; round++) {
		blur(image[0], image[1]);
		brighten(image[1], 33);
		multiply(a, b, c);
		length = base64((const uint8_t *)text, sizeof text - (size_t)(round & 1), encoded);
		sort_blocks(numbers, 1024);
		image[0][5 + round % 100] ^= image[1][300];
	}
	printf("image %08x\n", digest(image[1], sizeof image[1]));
	printf("matrix %08x\n", digest(c, sizeof c));
	printf("base64 %zu %.20s %.8s\n", length, encoded, encoded + length - 8);
	printf("base64 %08x\n", digest(encoded, length));
	printf("sorted %08x\n", digest(numbers, sizeof numbers));
	printf("found %td, not found %td, %zu times\n", find(text, sizeof text, '#'), find(text, sizeof text, '$'), count(text, sizeof text, 'e'));
	printf("norm %.10g\n", norm(values, 1000));
	printf("mixed %016llx\n", (unsigned long long)mix((const uint8_t *)text, sizeof text));
	printf("dot %d\n", dot(samples[0], samples[1], 512));
	conversions();
	return 0;
}
