#include "program.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

// WASI itself instead of stdio, which works through a table of functions: a driver that becomes
// part of another module (adapt.mjs) shall not bring a table.
static void print(__wasi_fd_t stream, const char *text) {
	__wasi_ciovec_t vector = { (const uint8_t *) text, strlen(text) };
	__wasi_size_t written;
	(void) __wasi_fd_write(stream, &vector, 1, &written);
}

// Writes a number before `end` and returns where it begins.
static char *number(char *end, int64_t value) {
	uint64_t left = value < 0 ? -(uint64_t) value : (uint64_t) value;
	do {
		*--end = (char) ('0' + left % 10);
	} while (left /= 10);
	if (value < 0) {
		*--end = '-';
	}
	return end;
}

uint32_t checksum(uint32_t seed, const void *bytes, size_t length) {
	const uint8_t *at = bytes;
	uint32_t hash = seed ? seed : 2166136261u;
	for (size_t i = 0; i < length; i++) {
		hash = (hash ^ at[i]) * 16777619u;
	}
	return hash;
}

void fail(const char *what) {
	print(2, program_name);
	print(2, ": ");
	print(2, what);
	print(2, "\n");
	abort();
}

uint32_t next_random(uint32_t *state) {
	uint32_t x = *state;
	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return *state = x;
}

void write_text(char *buffer, size_t length, uint32_t seed) {
	static const char *const syllables[] = { "a", "be", "con", "de", "er", "fi", "gra", "ho", "in", "jo", "ka", "li", "men",
		"no", "or", "pa", "qui", "re", "sta", "ti", "un", "ver", "wa", "ex", "ly", "zo", "ing", "th", "st", "ou", "ed", "an" };
	char words[1024][16];
	uint32_t state = seed;
	for (int i = 0; i < 1024; i++) {
		words[i][0] = 0;
		for (int parts = 1 + (int) (next_random(&state) % 4); parts > 0; parts--) {
			strcat(words[i], syllables[next_random(&state) % 32]);
		}
	}
	size_t at = 0;
	int left = 0;
	while (at < length) {
		bool first = left == 0;
		if (first) {
			left = 4 + (int) (next_random(&state) % 14);
		}
		// The product of two numbers makes small indices frequent.
		uint32_t index = (next_random(&state) % 1024) * (next_random(&state) % 1024) / 1024;
		for (const char *c = words[index]; *c && at < length; c++) {
			buffer[at++] = first && c == words[index] ? (char) (*c - 32) : *c;
		}
		left--;
		const char *after = left > 0 ? (next_random(&state) % 9 == 0 ? ", " : " ")
			: (next_random(&state) % 6 == 0 ? ".\n\n" : ". ");
		for (; *after && at < length; after++) {
			buffer[at++] = *after;
		}
	}
	buffer[length] = 0;
}

size_t write_templates(char *buffer, size_t size, const char *const *templates, size_t count, uint32_t seed) {
	size_t length = 0;
	uint32_t state = seed;
	for (;;) {
		size_t at = length;
		for (const char *from = templates[next_random(&state) % count]; *from; from++) {
			char digits[12], single[2] = { *from, 0 };
			digits[11] = 0;
			const char *text = *from == '$' ? number(digits + 11, next_random(&state) % 1000) : single;
			for (; *text; text++) {
				if (at + 1 == size) {
					buffer[length] = 0;
					return length;
				}
				buffer[at++] = *text;
			}
		}
		length = at;
	}
}

void write_picture(uint8_t *pixels, int width, int height) {
	uint32_t state = 12345;
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			int noise = (int) (next_random(&state) % 9) - 4;
			int dx = x - width / 3, dy = y - height / 2;
			bool disc = dx * dx + dy * dy < width * height / 16;
			bool stripe = (x / 24 + y / 40) % 5 == 0;
			int red = x * 255 / width, green = y * 255 / height, blue = (x + y) * 255 / (width + height);
			if (disc) {
				red = 220 - green / 3;
				blue /= 2;
			}
			if (stripe) {
				green = 255 - green;
			}
			int values[3] = { red + noise, green + noise, blue + noise };
			for (int c = 0; c < 3; c++) {
				*pixels++ = (uint8_t) (values[c] < 0 ? 0 : values[c] > 255 ? 255 : values[c]);
			}
		}
	}
}

void write_sound(int16_t *samples, size_t count, int channels) {
	uint32_t state = 777;
	for (size_t i = 0; i < count; i++) {
		double t = (double) i / 48000;
		double note = 220 * pow(2, floor(fmod(t * 4, 12)) / 12);
		double envelope = exp(-3 * fmod(t * 4, 1));
		double value = 0;
		for (int harmonic = 1; harmonic <= 5; harmonic++) {
			value += sin(6.283185307179586 * note * harmonic * t) / harmonic;
		}
		for (int channel = 0; channel < channels; channel++) {
			double noise = (double) (int) (next_random(&state) % 2001 - 1000) / 1000;
			*samples++ = (int16_t) (value * envelope * (channel ? 7000 : 9000) + noise * 300);
		}
	}
}

int32_t repeat(uint32_t (*unit)(void), int32_t units) {
	static bool ready;
	if (!ready) {
		ready = true;
		program_prepare();
	}
	uint32_t sum = 0;
	for (int32_t i = 0; i < units; i++) {
		sum = sum * 31 + unit();
	}
	return (int32_t) sum;
}

__attribute__((export_name("run"))) int32_t run(int32_t units) {
	return repeat(program_unit, units);
}

// How many units the figures of this program are for.
__attribute__((export_name("units"))) int32_t units(void) {
	return program_units;
}

static int64_t microseconds(void) {
	__wasi_timestamp_t now;
	(void) __wasi_clock_time_get(__WASI_CLOCKID_MONOTONIC, 1, &now);
	return (int64_t) (now / 1000);
}

static void print_number(int64_t value, const char *after) {
	char digits[24];
	digits[23] = 0;
	print(1, number(digits + 23, value));
	print(1, after);
}

// Wizer runs this without arguments, so the program measures itself: at least ten rounds, and
// more until three seconds are over. Lines are "name round milliseconds result".
__attribute__((export_name("wizer-initialize"))) void measure(void) {
	int64_t begin = microseconds();
	for (int round = 0; round < 10 || microseconds() - begin < 3000000; round++) {
		int64_t start = microseconds();
		int32_t result = run(program_units);
		int64_t taken = microseconds() - start;
		print(1, program_name);
		print(1, " ");
		print_number(round, " ");
		print_number(taken / 1000, ".");
		print_number(taken / 100 % 10, "");
		print_number(taken / 10 % 10, "");
		print_number(taken % 10, " ");
		print_number(result, "\n");
	}
}
