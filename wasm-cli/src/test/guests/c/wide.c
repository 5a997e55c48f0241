// A memory with addresses of 64 bits, and more than four gigabytes of it. Nothing is imported: the functions are called one by one.
#include <stddef.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(#name))) name

_Static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8, "wasm64");

static const uint64_t GIGABYTE = 1u << 30;

extern unsigned char __heap_base;

uint64_t EXPORT(pages)(void) {
	return __builtin_wasm_memory_size(0);
}

// Grows to at least so many bytes; the pages before, or all ones.
uint64_t EXPORT(grow)(uint64_t bytes) {
	uint64_t pages = (bytes + 65535) / 65536, now = __builtin_wasm_memory_size(0);
	return pages <= now ? now : (uint64_t)__builtin_wasm_memory_grow(0, pages - now);
}

// One word in each of the first `count` gigabytes, and one across the border between them; reads them back in another order.
uint64_t EXPORT(scatter)(uint64_t count) {
	for (uint64_t i = 1; i <= count; i++) {
		*(volatile uint64_t *)(i * GIGABYTE - 4096) = i * 0x9e3779b97f4a7c15u;
		__builtin_memcpy((void *)(i * GIGABYTE - 2052), &(uint32_t){(uint32_t)i}, 4);
	}
	uint64_t sum = 0;
	for (uint64_t i = count; i >= 1; i--) {
		uint32_t part;
		__builtin_memcpy(&part, (void *)(i * GIGABYTE - 2052), 4);
		sum = sum * 31 + *(volatile uint64_t *)(i * GIGABYTE - 4096) + part;
	}
	return sum;
}

// Fills a range that crosses four gigabytes, copies it, and adds its bytes.
uint64_t EXPORT(across)(uint64_t border, uint64_t length) {
	unsigned char *from = (unsigned char *)(border - length / 2), *to = from + 2 * length;
	__builtin_memset(from, 0x5a, length);
	for (uint64_t i = 0; i < length; i += 64) {
		from[i] = (unsigned char)(i >> 6);
	}
	__builtin_memcpy(to, from, length);
	__builtin_memmove(to + 7, to, length);
	uint64_t sum = 0;
	for (uint64_t i = 0; i < length + 7; i++) {
		sum += to[i] * (i + 1);
	}
	return sum;
}

uint64_t EXPORT(load)(uint64_t address) {
	return *(const volatile uint64_t *)address;
}

void EXPORT(store)(uint64_t address, uint64_t value) {
	*(volatile uint64_t *)address = value;
}

// A hash table whose buckets are pointers, spread over all of the memory.
typedef struct entry entry;

struct entry {
	entry *next;
	uint64_t key, count;
};

static uint64_t top;

static void *allocate(uint64_t bytes, uint64_t spread) {
	if (top == 0) {
		top = ((uint64_t)&__heap_base + 63) & ~63ull;
	}
	uint64_t address = top;
	top += bytes + spread;
	grow(top + 65536);
	return (void *)address;
}

uint64_t EXPORT(table)(uint64_t entries, uint64_t spread) {
	static entry *buckets[256];
	uint64_t state = 1, checksum = 0;
	for (uint64_t i = 0; i < entries; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		uint64_t key = (state >> 40) % (entries / 2 + 1);
		entry **bucket = &buckets[key % 256], *found = *bucket;
		while (found != NULL && found->key != key) {
			found = found->next;
		}
		if (found == NULL) {
			found = allocate(sizeof *found, spread);
			*found = (entry){*bucket, key, 0};
			*bucket = found;
		}
		found->count++;
	}
	for (int i = 0; i < 256; i++) {
		for (const entry *each = buckets[i]; each != NULL; each = each->next) {
			checksum = checksum * 31 + each->key * each->count + (uint64_t)each % 1000003;
		}
	}
	return checksum;
}

// How many primes there are below a limit: a sieve at an address of one's choice, as a measure of speed.
uint64_t EXPORT(primes)(uint64_t address, uint64_t limit) {
	unsigned char *composite = (unsigned char *)address;
	uint64_t count = 0;
	__builtin_memset(composite, 0, limit);
	for (uint64_t i = 2; i < limit; i++) {
		if (!composite[i]) {
			count++;
			for (uint64_t j = i * i; j < limit; j += i) {
				composite[j] = 1;
			}
		}
	}
	return count;
}
