// libsodium: one unit encrypts, hashes, signs, agrees on keys and derives one from a password. `run-NAME` does one of it.
// Built twice, without and with -msimd128.
#include "program.h"

#include <string.h>

#include "sodium.h"

#ifdef __wasm_simd128__
const char *const program_name = "sodium-simd";
#else
const char *const program_name = "sodium";
#endif
const int32_t program_units = 12;

#define LENGTH 200000

static uint8_t message[LENGTH], sealed[LENGTH + 64], opened[LENGTH];
static uint8_t public_key[crypto_sign_PUBLICKEYBYTES], secret_key[crypto_sign_SECRETKEYBYTES];

void randombytes_buf(void *buffer, size_t length) {
	memset(buffer, 42, length);
}

void randombytes(unsigned char *buffer, unsigned long long length) {
	memset(buffer, 42, (size_t) length);
}

uint32_t randombytes_uniform(uint32_t bound) {
	return bound / 2;
}

void program_prepare(void) {
	write_text((char *) message, LENGTH - 1, 31);
	uint8_t seed[crypto_sign_SEEDBYTES];
	memset(seed, 7, sizeof seed);
	crypto_sign_seed_keypair(public_key, secret_key, seed);
}

static uint32_t cipher(void) {
	static const uint8_t nonce[24] = { 1, 2, 3 }, key[32] = { 9, 8, 7 };
	unsigned long long length, original;
	crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, &length, message, LENGTH, NULL, 0, NULL, nonce, key);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(opened, &original, NULL, sealed, length, NULL, 0, nonce, key) != 0 || memcmp(message, opened, LENGTH) != 0) {
		fail("decrypt");
	}
	uint32_t sum = checksum(0, sealed, (size_t) length);
	crypto_stream_salsa20_xor(sealed, message, LENGTH, nonce, key);
	return checksum(sum, sealed, LENGTH);
}

static uint32_t hash(void) {
	uint8_t digest[64];
	crypto_hash_sha256(digest, message, LENGTH);
	uint32_t sum = checksum(0, digest, 32);
	crypto_hash_sha512(digest, message, LENGTH);
	sum = checksum(sum, digest, 64);
	crypto_generichash_blake2b(digest, 64, message, LENGTH, NULL, 0);
	sum = checksum(sum, digest, 64);
	crypto_shorthash_siphash24(digest, message, LENGTH, message);
	return checksum(sum, digest, 8);
}

static uint32_t sign(void) {
	uint8_t signature[crypto_sign_BYTES], shared[32];
	uint32_t sum = 0;
	for (int i = 0; i < 4; i++) {
		crypto_sign_detached(signature, NULL, message + i, 200, secret_key);
		if (crypto_sign_verify_detached(signature, message + i, 200, public_key) != 0 || crypto_scalarmult_curve25519(shared, signature, message + 9) != 0) {
			fail("verify");
		}
		sum = checksum(checksum(sum, signature, sizeof signature), shared, sizeof shared);
	}
	return sum;
}

static uint32_t derive(void) {
	uint8_t key[32];
	if (crypto_pwhash_argon2id(key, sizeof key, "correct horse", 13, message, 2, 1 << 20, crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
		fail("derive");
	}
	return checksum(0, key, sizeof key);
}

uint32_t program_unit(void) {
	return cipher() ^ hash() ^ sign() ^ derive();
}

PART(cipher)
PART(hash)
PART(sign)
PART(derive)
