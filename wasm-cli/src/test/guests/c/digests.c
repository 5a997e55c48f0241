/* Integer work: SHA-256, CRC-32, xoshiro256**, 128-bit arithmetic, bit counts, rotations, division. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const uint32_t k[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
		0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
		0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
		0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb,
		0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
		0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
		0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t value, int by) {
	return value >> by | value << (32 - by);
}

static void sha256_block(uint32_t state[8], const uint8_t *block) {
	uint32_t w[64], s[8];
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t) block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++) {
		uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
		uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
		w[i] = w[i - 16] + s0 + w[i - 7] + s1;
	}
	memcpy(s, state, sizeof s);
	for (int i = 0; i < 64; i++) {
		uint32_t s1 = rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25);
		uint32_t t1 = s[7] + s1 + ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[i] + w[i];
		uint32_t s0 = rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22);
		uint32_t t2 = s0 + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
		memmove(s + 1, s, 7 * sizeof *s);
		s[4] += t1;
		s[0] = t1 + t2;
	}
	for (int i = 0; i < 8; i++)
		state[i] += s[i];
}

static void sha256(const uint8_t *data, size_t length) {
	uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	uint8_t last[128] = {0};
	size_t whole = length / 64 * 64, tail = length - whole, padded = tail < 56 ? 64 : 128;
	for (size_t at = 0; at < whole; at += 64)
		sha256_block(state, data + at);
	memcpy(last, data + whole, tail);
	last[tail] = 0x80;
	for (int i = 0; i < 8; i++)
		last[padded - 1 - i] = (uint64_t) length * 8 >> 8 * i;
	for (size_t at = 0; at < padded; at += 64)
		sha256_block(state, last + at);
	for (int i = 0; i < 8; i++)
		printf("%08" PRIx32, state[i]);
	printf("\n");
}

static uint32_t crc32(const uint8_t *data, size_t length) {
	uint32_t crc = ~0u;
	for (size_t i = 0; i < length; i++) {
		crc ^= data[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
	}
	return ~crc;
}

static uint64_t xoshiro(uint64_t s[4]) {
	uint64_t result = (s[1] * 5 << 7 | s[1] * 5 >> 57) * 9, t = s[1] << 17;
	s[2] ^= s[0], s[3] ^= s[1], s[1] ^= s[2], s[0] ^= s[3], s[2] ^= t;
	s[3] = s[3] << 45 | s[3] >> 19;
	return result;
}

static void wide_arithmetic(uint64_t seed[4]) {
	for (int i = 0; i < 4; i++) {
		uint64_t a = xoshiro(seed), b = xoshiro(seed) >> (8 * i);
		unsigned __int128 product = (unsigned __int128) a * b;
		printf("%016" PRIx64 "%016" PRIx64 " %" PRIu64 " %" PRId64 " %" PRId64 " %" PRIu64 "\n", (uint64_t) (product >> 64),
				(uint64_t) product, a / b, (int64_t) a / (int64_t) (b | 1), (int64_t) a % 1000003, (uint64_t) (product / 10007));
		printf("%d %d %d %d %" PRIx64 "\n", __builtin_popcountll(a), __builtin_clzll(a), __builtin_ctzll(b | 1 << 20),
				__builtin_popcount((uint32_t) b), (int64_t) a >> (b & 63));
	}
}

int main(void) {
	static uint8_t data[1000003];
	uint64_t seed[4] = {1, 2, 3, 4};
	for (size_t i = 0; i < sizeof data; i++)
		data[i] = xoshiro(seed) >> 56;
	sha256((const uint8_t *) "abc", 3);
	sha256(data, sizeof data);
	printf("%08" PRIx32 "\n", crc32(data, sizeof data));
	wide_arithmetic(seed);
	return 0;
}
