// LZ4: one unit compresses text (fast, and the high levels 4 and 9) and unpacks it many times.
#include "program.h"

#include <string.h>

#include "lz4.h"
#include "lz4hc.h"

const char *const program_name = "lz4";
const int32_t program_units = 3;

#define LENGTH 300000

static char text[LENGTH + 1], packed[LENGTH * 2], unpacked[LENGTH];

void program_prepare(void) {
	write_text(text, LENGTH, 71);
}

uint32_t program_unit(void) {
	uint32_t sum = 0;
	for (int level = 0; level <= 9; level += 3) {
		int length = level == 0 ? LZ4_compress_default(text, packed, LENGTH, sizeof packed) : LZ4_compress_HC(text, packed, LENGTH, sizeof packed, level);
		for (int i = 0; i < 4; i++) {
			if (LZ4_decompress_safe(packed, unpacked, length, LENGTH) != LENGTH) {
				fail("decompress");
			}
		}
		if (memcmp(text, unpacked, LENGTH) != 0) {
			fail("unpacked something else");
		}
		sum = checksum(sum, packed, (size_t) length);
	}
	return sum;
}
