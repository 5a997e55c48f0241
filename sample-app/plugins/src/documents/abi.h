/* The canonical ABI of the component model, as far as strings and lists of bytes need it: what wit-bindgen would generate. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(name)))
#define IMPORT(module, name) __attribute__((import_module(module), import_name(name)))

/* A string or list<u8> as it lies in memory. */
typedef struct {
	char *at;
	size_t length;
} bytes;

/* The world `documents` imports one function. Its result does not fit into a register, so the host writes it to `result`. */
IMPORT("shop:plugins/templates", "load") void templates_load(const char *name, size_t length, bytes *result);
