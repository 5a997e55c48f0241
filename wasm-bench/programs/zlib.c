// zlib: one unit compresses text (levels 1, 6, 9) and unpacks it again.
#include "program.h"

#include <string.h>

#include "zlib.h"

const char *const program_name = "zlib";
const int32_t program_units = 5;

#define LENGTH 200000

static char text[LENGTH + 1];
static uint8_t packed[LENGTH * 2];
static char unpacked[LENGTH];

void program_prepare(void) {
	write_text(text, LENGTH, 21);
}

uint32_t program_unit(void) {
	static const int levels[] = { 1, 6, 9 };
	uint32_t sum = 0;
	for (int i = 0; i < 3; i++) {
		uLongf length = sizeof packed, original = LENGTH;
		if (compress2(packed, &length, (const Bytef *) text, LENGTH, levels[i]) != Z_OK) {
			fail("compress");
		}
		sum = checksum(sum, packed, length);
		if (uncompress((Bytef *) unpacked, &original, packed, length) != Z_OK || memcmp(text, unpacked, LENGTH) != 0) {
			fail("uncompress");
		}
		sum += (uint32_t) crc32(0, (const Bytef *) unpacked, LENGTH);
	}
	return sum;
}
