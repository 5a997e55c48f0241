#include "barcode.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { HEIGHT = 48, QUIET_ZONE = 10, NARROW = 1, WIDE = 3, PALETTE_AT = 54, PIXELS_AT = 62 };

/* Nine elements per character, bar first and last; a set bit is a wide one. */
static const struct {
	char character;
	uint16_t wide;
} code39[] = {
	{'0', 0x034}, {'1', 0x121}, {'2', 0x061}, {'3', 0x160}, {'4', 0x031}, {'5', 0x130}, {'6', 0x070}, {'7', 0x025},
	{'8', 0x124}, {'9', 0x064}, {'A', 0x109}, {'B', 0x049}, {'C', 0x148}, {'D', 0x019}, {'E', 0x118}, {'F', 0x058},
	{'G', 0x00D}, {'H', 0x10C}, {'I', 0x04C}, {'J', 0x01C}, {'K', 0x103}, {'L', 0x043}, {'M', 0x142}, {'N', 0x013},
	{'O', 0x112}, {'P', 0x052}, {'Q', 0x007}, {'R', 0x106}, {'S', 0x046}, {'T', 0x016}, {'U', 0x181}, {'V', 0x0C1},
	{'W', 0x1C0}, {'X', 0x091}, {'Y', 0x190}, {'Z', 0x0D0}, {'-', 0x085}, {'.', 0x184}, {' ', 0x0C4}, {'*', 0x094},
};

/* What cannot be written in Code 39 becomes a dash. */
static uint16_t wide_elements(char character) {
	for (size_t i = 0; i < sizeof code39 / sizeof *code39; i++)
		if (code39[i].character == toupper((unsigned char) character))
			return code39[i].wide;
	return wide_elements('-');
}

static void append_modules(buffer *row, uint8_t black, int width) {
	for (int i = 0; i < width; i++)
		append(row, &black, 1);
}

static void append_character(buffer *row, char character) {
	uint16_t wide = wide_elements(character);
	for (int element = 0; element < 9; element++)
		append_modules(row, element % 2 == 0, wide & (0x100 >> element) ? WIDE : NARROW);
	append_modules(row, 0, NARROW);
}

/* One byte per module, 1 is black; a star starts and ends every code. */
static void append_code(buffer *row, bytes text) {
	append_modules(row, 0, QUIET_ZONE);
	append_character(row, '*');
	for (size_t i = 0; i < text.length; i++)
		append_character(row, text.at[i]);
	append_character(row, '*');
	append_modules(row, 0, QUIET_ZONE);
}

static void append_header(buffer *image, uint32_t width, uint32_t row_bytes) {
	append_text(image, "BM");
	append_little_endian(image, PIXELS_AT + HEIGHT * row_bytes, 4);
	append_little_endian(image, 0, 4);
	append_little_endian(image, PIXELS_AT, 4);
	append_little_endian(image, PALETTE_AT - 14, 4);
	append_little_endian(image, width, 4);
	append_little_endian(image, HEIGHT, 4);
	append_little_endian(image, 1, 2);
	append_little_endian(image, 1, 2);
	for (int i = 0; i < 6; i++)
		append_little_endian(image, 0, 4);
	append_little_endian(image, 0xFFFFFF, 4);
	append_little_endian(image, 0, 4);
}

void draw_barcode(bytes text, buffer *image) {
	buffer row = {};
	append_code(&row, text);
	size_t row_bytes = (row.content.length + 31) / 32 * 4;
	append_header(image, row.content.length, row_bytes);
	uint8_t *packed = calloc(row_bytes, 1);
	for (size_t x = 0; x < row.content.length; x++)
		packed[x / 8] |= row.content.at[x] << (7 - x % 8);
	for (int y = 0; y < HEIGHT; y++)
		append(image, packed, row_bytes);
	free(packed);
	free(row.content.at);
}
