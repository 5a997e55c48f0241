/* The exports of the world `documents`. */

#include "abi.h"
#include "barcode.h"
#include "buffer.h"
#include "template.h"

#include <stdlib.h>

/* Where a result that does not fit into a register lies until the host has read it. */
static bytes result;

static bytes *give(buffer content) {
	result = content.content;
	return &result;
}

/* The ABI lets an argument that is empty point anywhere. */
static void release(bytes argument) {
	if (argument.length > 0)
		free(argument.at);
}

EXPORT("confirmation") bytes *confirmation(char *at, size_t length) {
	static const char name[] = "confirmation";
	bytes order = {at, length}, template;
	buffer text = {};
	templates_load(name, sizeof name - 1, &template);
	render(template, order, &text);
	release(template);
	release(order);
	return give(text);
}

EXPORT("cabi_post_confirmation") void post_confirmation(bytes *given) {
	release(*given);
}

EXPORT("barcode") bytes *barcode(char *at, size_t length) {
	bytes text = {at, length};
	buffer image = {};
	draw_barcode(text, &image);
	release(text);
	return give(image);
}

EXPORT("cabi_post_barcode") void post_barcode(bytes *given) {
	release(*given);
}
