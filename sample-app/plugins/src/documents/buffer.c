#include "buffer.h"

#include <stdlib.h>
#include <string.h>

static void make_room(buffer *buffer, size_t length) {
	size_t needed = buffer->content.length + length;
	if (needed <= buffer->room)
		return;
	buffer->room = needed > 2 * buffer->room ? needed : 2 * buffer->room;
	buffer->content.at = realloc(buffer->content.at, buffer->room);
	if (buffer->content.at == NULL)
		__builtin_trap();
}

void append(buffer *buffer, const void *from, size_t length) {
	make_room(buffer, length);
	memcpy(buffer->content.at + buffer->content.length, from, length);
	buffer->content.length += length;
}

void append_text(buffer *buffer, const char *text) {
	append(buffer, text, strlen(text));
}

void append_little_endian(buffer *buffer, uint32_t value, int width) {
	uint8_t bytes[4] = {value, value >> 8, value >> 16, value >> 24};
	append(buffer, bytes, width);
}
