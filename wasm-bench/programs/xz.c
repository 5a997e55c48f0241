// LZMA: one unit packs text with liblzma (levels 1 and 6) and unpacks it again.
#include "program.h"

#include <string.h>

#include "lzma.h"

const char *const program_name = "xz";
const int32_t program_units = 1;

#define LENGTH 300000
#define MEMORY (1 << 28)

static char text[LENGTH + 1];
static uint8_t packed[LENGTH * 2], unpacked[LENGTH];

void program_prepare(void) {
	write_text(text, LENGTH, 22);
}

static size_t pack(uint32_t level) {
	lzma_options_lzma options;
	lzma_lzma_preset(&options, level);
	options.dict_size = 1 << 20;
	lzma_filter filters[] = { { LZMA_FILTER_LZMA2, &options }, { LZMA_VLI_UNKNOWN, NULL } };
	size_t length = 0;
	if (lzma_stream_buffer_encode(filters, LZMA_CHECK_CRC64, NULL, (const uint8_t *) text, LENGTH, packed, &length, sizeof packed) != LZMA_OK) {
		fail("encode");
	}
	return length;
}

static void unpack(size_t length) {
	uint64_t memory = MEMORY;
	size_t in = 0, out = 0;
	if (lzma_stream_buffer_decode(&memory, 0, NULL, packed, &in, length, unpacked, &out, LENGTH) != LZMA_OK || out != LENGTH
		|| memcmp(unpacked, text, LENGTH) != 0) {
		fail("decode");
	}
}

uint32_t program_unit(void) {
	static const uint32_t levels[] = { 1, 6 };
	uint32_t sum = 0;
	for (int i = 0; i < 2; i++) {
		size_t length = pack(levels[i]);
		sum = checksum(sum, packed, length);
		unpack(length);
	}
	return sum;
}
