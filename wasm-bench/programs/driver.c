#include "program.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

uint32_t checksum(uint32_t seed, const void *bytes, size_t length) {
	const uint8_t *at = bytes;
	uint32_t hash = seed ? seed : 2166136261u;
	for (size_t i = 0; i < length; i++) {
		hash = (hash ^ at[i]) * 16777619u;
	}
	return hash;
}

void fail(const char *what) {
	fprintf(stderr, "%s: %s\n", program_name, what);
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

__attribute__((export_name("run"))) int32_t run(int32_t units) {
	static bool ready;
	if (!ready) {
		ready = true;
		program_prepare();
	}
	uint32_t sum = 0;
	for (int32_t i = 0; i < units; i++) {
		sum = sum * 31 + program_unit();
	}
	return (int32_t) sum;
}

// How many units the figures of this program are for.
__attribute__((export_name("units"))) int32_t units(void) {
	return program_units;
}

static double milliseconds(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

// Wizer runs this without arguments, so the program measures itself: at least ten rounds, and
// more until three seconds are over.
__attribute__((export_name("wizer-initialize"))) void measure(void) {
	double begin = milliseconds();
	for (int round = 0; round < 10 || milliseconds() - begin < 3000; round++) {
		double start = milliseconds();
		int32_t result = run(program_units);
		printf("%s %d %.3f %" PRId32 "\n", program_name, round, milliseconds() - start, result);
	}
	fflush(stdout);
}
