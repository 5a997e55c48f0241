#include "abi.h"

#include <stdlib.h>

/* The host asks for room here before it passes a string or list; the callee owns what it gets. */
EXPORT("cabi_realloc") void *cabi_realloc(void *old, size_t old_length, size_t align, size_t length) {
	if (length == 0)
		return (void *) align;
	void *at = realloc(old_length == 0 ? NULL : old, length);
	if (at == NULL)
		__builtin_trap();
	return at;
}
