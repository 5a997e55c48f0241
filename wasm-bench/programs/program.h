// What every program of the benchmark consists of. driver.c turns it into the exports `run`,
// `units` and `wizer-initialize`.
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stddef.h>
#include <stdint.h>

// The program's name, and how many units take V8 between 0.1 and 0.5 seconds.
extern const char *const program_name;
extern const int32_t program_units;

// Prepares the input, once.
void program_prepare(void);

// Does one unit of work on the same input as ever and returns a checksum of what came out.
uint32_t program_unit(void);

// Goes on with a checksum (FNV-1a).
uint32_t checksum(uint32_t seed, const void *bytes, size_t length);

// Ends the program because something cannot be.
_Noreturn void fail(const char *what);

// The same pseudo-random numbers for everyone (xorshift).
uint32_t next_random(uint32_t *state);

// Text that looks like language: words of which few are frequent, sentences, paragraphs.
// The buffer gets `length` bytes and a zero.
void write_text(char *buffer, size_t length, uint32_t seed);

// Text made of templates in random order, in which each dollar becomes a number. At most `size`
// bytes with the zero at the end, which is not part of the length that is returned.
size_t write_templates(char *buffer, size_t size, const char *const *templates, size_t count, uint32_t seed);

// A picture of width * height * 3 bytes that looks like a photograph: gradients, shapes, noise.
void write_picture(uint8_t *pixels, int width, int height);

// Music of a kind: samples of 16 bits with some harmonics, an envelope and noise.
void write_sound(int16_t *samples, size_t count, int channels);

// Declares a function of the module that a driver is put together with (adapt.mjs).
#define PROGRAM(name) __attribute__((import_module("program"), import_name(#name))) extern

// Exports a part of a unit's work: `run-NAME`, which is as `run` but for what is called.
#define PART(name) \
	__attribute__((export_name("run-" #name))) int32_t run_##name(int32_t units) { \
		return repeat(name, units); \
	}

int32_t repeat(uint32_t (*unit)(void), int32_t units);

#endif
