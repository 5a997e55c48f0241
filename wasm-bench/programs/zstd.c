// Zstandard: one unit compresses text (levels 1, 5, 12) and unpacks it again.
#include "program.h"

#include <string.h>

#include "zstd.h"

const char *const program_name = "zstd";
const int32_t program_units = 8;

#define LENGTH 300000

static char text[LENGTH + 1];
static uint8_t packed[LENGTH * 2];
static char unpacked[LENGTH];

void program_prepare(void) {
	write_text(text, LENGTH, 22);
}

uint32_t program_unit(void) {
	static const int levels[] = { 1, 5, 12 };
	uint32_t sum = 0;
	for (int i = 0; i < 3; i++) {
		size_t length = ZSTD_compress(packed, sizeof packed, text, LENGTH, levels[i]);
		if (ZSTD_isError(length)) {
			fail(ZSTD_getErrorName(length));
		}
		sum = checksum(sum, packed, length);
		if (ZSTD_decompress(unpacked, LENGTH, packed, length) != LENGTH || memcmp(text, unpacked, LENGTH) != 0) {
			fail("decompress");
		}
	}
	return sum;
}
