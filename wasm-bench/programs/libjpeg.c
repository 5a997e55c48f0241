// libjpeg-turbo (its C, not its assembly): one unit encodes a picture twice (baseline, progressive) and decodes both.
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jpeglib.h"

const char *const program_name = "libjpeg";
const int32_t program_units = 10;

#define WIDTH 400
#define HEIGHT 300

static uint8_t picture[WIDTH * HEIGHT * 3];

static void failed(j_common_ptr info) {
	char message[JMSG_LENGTH_MAX];
	info->err->format_message(info, message);
	fail(message);
}

void program_prepare(void) {
	write_picture(picture, WIDTH, HEIGHT);
}

static uint32_t decode(const uint8_t *bytes, size_t length) {
	struct jpeg_decompress_struct info;
	struct jpeg_error_mgr errors;
	info.err = jpeg_std_error(&errors);
	errors.error_exit = failed;
	jpeg_create_decompress(&info);
	jpeg_mem_src(&info, bytes, length);
	jpeg_read_header(&info, TRUE);
	jpeg_start_decompress(&info);
	uint8_t row[WIDTH * 3], *rows[1] = { row };
	uint32_t sum = 0;
	while (info.output_scanline < info.output_height) {
		jpeg_read_scanlines(&info, rows, 1);
		sum = checksum(sum, row, sizeof row);
	}
	jpeg_finish_decompress(&info);
	jpeg_destroy_decompress(&info);
	return sum;
}

static uint32_t encode(int progressive) {
	struct jpeg_compress_struct info;
	struct jpeg_error_mgr errors;
	info.err = jpeg_std_error(&errors);
	errors.error_exit = failed;
	jpeg_create_compress(&info);
	uint8_t *bytes = NULL;
	unsigned long length = 0;
	jpeg_mem_dest(&info, &bytes, &length);
	info.image_width = WIDTH;
	info.image_height = HEIGHT;
	info.input_components = 3;
	info.in_color_space = JCS_RGB;
	jpeg_set_defaults(&info);
	jpeg_set_quality(&info, 80, TRUE);
	if (progressive) {
		jpeg_simple_progression(&info);
	}
	jpeg_start_compress(&info, TRUE);
	while (info.next_scanline < info.image_height) {
		uint8_t *rows[1] = { picture + info.next_scanline * WIDTH * 3 };
		jpeg_write_scanlines(&info, rows, 1);
	}
	jpeg_finish_compress(&info);
	jpeg_destroy_compress(&info);
	uint32_t sum = checksum(decode(bytes, length), bytes, length);
	free(bytes);
	return sum;
}

uint32_t program_unit(void) {
	return encode(0) ^ encode(1);
}
