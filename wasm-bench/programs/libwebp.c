// libwebp: one unit encodes a picture (lossy, lossless) and decodes both.
#include "program.h"

#include <stdlib.h>

#include "webp/decode.h"
#include "webp/encode.h"

const char *const program_name = "libwebp";
const int32_t program_units = 2;

#define WIDTH 320
#define HEIGHT 240

static uint8_t picture[WIDTH * HEIGHT * 3];

void program_prepare(void) {
	write_picture(picture, WIDTH, HEIGHT);
}

static uint32_t decode(const uint8_t *bytes, size_t length) {
	int width, height;
	uint8_t *pixels = WebPDecodeRGB(bytes, length, &width, &height);
	if (pixels == NULL || width != WIDTH || height != HEIGHT) {
		fail("decode");
	}
	uint32_t sum = checksum(checksum(0, bytes, length), pixels, sizeof picture);
	WebPFree(pixels);
	return sum;
}

uint32_t program_unit(void) {
	uint8_t *lossy, *lossless;
	size_t lossy_length = WebPEncodeRGB(picture, WIDTH, HEIGHT, WIDTH * 3, 75, &lossy);
	size_t lossless_length = WebPEncodeLosslessRGB(picture, WIDTH, HEIGHT, WIDTH * 3, &lossless);
	if (lossy_length == 0 || lossless_length == 0) {
		fail("encode");
	}
	uint32_t sum = decode(lossy, lossy_length) ^ decode(lossless, lossless_length);
	WebPFree(lossy);
	WebPFree(lossless);
	return sum;
}
