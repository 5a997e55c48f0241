// bzip2: one unit compresses text and unpacks it again.
#include "program.h"

#include <string.h>

#include "bzlib.h"

const char *const program_name = "bzip2";
const int32_t program_units = 4;

#define LENGTH 200000

static char text[LENGTH + 1], packed[LENGTH * 2], unpacked[LENGTH];

void bz_internal_error(int code) {
	fail("internal error");
}

void program_prepare(void) {
	write_text(text, LENGTH, 23);
}

uint32_t program_unit(void) {
	unsigned int length = sizeof packed, original = LENGTH;
	if (BZ2_bzBuffToBuffCompress(packed, &length, text, LENGTH, 9, 0, 30) != BZ_OK
			|| BZ2_bzBuffToBuffDecompress(unpacked, &original, packed, length, 0, 0) != BZ_OK || memcmp(text, unpacked, LENGTH) != 0) {
		fail("bzip2");
	}
	return checksum(0, packed, length);
}
