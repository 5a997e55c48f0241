// libpng: one unit writes a picture (all filters tried per row) and reads it back.
#include "program.h"

#include <stdlib.h>
#include <string.h>

#include "png.h"

const char *const program_name = "libpng";
const int32_t program_units = 3;

#define WIDTH 400
#define HEIGHT 300

static uint8_t picture[WIDTH * HEIGHT * 3], decoded[WIDTH * HEIGHT * 3], file[WIDTH * HEIGHT * 4];

typedef struct {
	size_t at, length;
} position;

static void write_bytes(png_structp png, png_bytep bytes, size_t length) {
	position *to = png_get_io_ptr(png);
	memcpy(file + to->length, bytes, length);
	to->length += length;
}

static void read_bytes(png_structp png, png_bytep bytes, size_t length) {
	position *from = png_get_io_ptr(png);
	memcpy(bytes, file + from->at, length);
	from->at += length;
}

static void flush(png_structp png) {
}

static void failed(png_structp png, png_const_charp message) {
	fail(message);
}

void program_prepare(void) {
	write_picture(picture, WIDTH, HEIGHT);
}

uint32_t program_unit(void) {
	position where = { 0, 0 };
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, failed, NULL);
	png_infop info = png_create_info_struct(png);
	png_set_write_fn(png, &where, write_bytes, flush);
	png_set_IHDR(png, info, WIDTH, HEIGHT, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_set_filter(png, 0, PNG_ALL_FILTERS);
	png_bytep rows[HEIGHT];
	for (int y = 0; y < HEIGHT; y++) {
		rows[y] = picture + y * WIDTH * 3;
	}
	png_write_info(png, info);
	png_write_image(png, rows);
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);

	png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, failed, NULL);
	info = png_create_info_struct(png);
	png_set_read_fn(png, &where, read_bytes);
	png_read_info(png, info);
	png_set_interlace_handling(png);
	png_read_update_info(png, info);
	for (int y = 0; y < HEIGHT; y++) {
		rows[y] = decoded + y * WIDTH * 3;
	}
	png_read_image(png, rows);
	png_destroy_read_struct(&png, &info, NULL);
	if (memcmp(picture, decoded, sizeof picture) != 0) {
		fail("read something else");
	}
	return checksum(0, file, where.length);
}
