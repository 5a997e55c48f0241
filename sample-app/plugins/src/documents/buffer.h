/* Bytes that grow while something is written to them. */
#pragma once

#include "abi.h"

typedef struct {
	bytes content;
	size_t room;
} buffer;

void append(buffer *buffer, const void *from, size_t length);
void append_text(buffer *buffer, const char *text);
void append_little_endian(buffer *buffer, uint32_t value, int width);
