// Brotli: one unit compresses text (qualities 2, 5, 9; 11 a tenth of it) and unpacks it again.
#include "program.h"

#include <string.h>

#include "brotli/decode.h"
#include "brotli/encode.h"

const char *const program_name = "brotli";
const int32_t program_units = 3;

#define LENGTH 200000

static char text[LENGTH + 1];
static uint8_t packed[LENGTH * 2], unpacked[LENGTH];

void program_prepare(void) {
	write_text(text, LENGTH, 61);
}

uint32_t program_unit(void) {
	static const int qualities[] = { 2, 5, 9, 11 };
	uint32_t sum = 0;
	for (int i = 0; i < 4; i++) {
		size_t original = qualities[i] == 11 ? LENGTH / 10 : LENGTH, length = sizeof packed, decoded = sizeof unpacked;
		if (!BrotliEncoderCompress(qualities[i], 20, BROTLI_MODE_TEXT, original, (const uint8_t *) text, &length, packed)
				|| BrotliDecoderDecompress(length, packed, &decoded, unpacked) != BROTLI_DECODER_RESULT_SUCCESS || memcmp(text, unpacked, original) != 0) {
			fail("brotli");
		}
		sum = checksum(sum, packed, length);
	}
	return sum;
}
