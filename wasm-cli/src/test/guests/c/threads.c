// Several instances, each in a thread of its own, on one memory: counters, a lock that waits, a barrier, a queue, and a lock-free stack.
// The host makes the threads: it gives each instance a stack and calls `work`.
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(#name))) name

enum { THREADS = 4, STACK = 16384, QUEUE = 64, NODES = 1024 };

static unsigned char stacks[THREADS][STACK] __attribute__((aligned(16)));
static _Thread_local uint32_t seed;

// The end of a thread's stack; the host stores it in __stack_pointer.
uint32_t EXPORT(stack_of)(uint32_t thread) {
	return (uint32_t)(uintptr_t)stacks[thread] + STACK;
}

// A mutex as of Drepper's "Futexes are tricky": 0 free, 1 locked, 2 locked with others waiting.
typedef struct {
	_Atomic int state;
} mutex;

static void lock(mutex *mutex) {
	int state = 0;
	if (atomic_compare_exchange_strong(&mutex->state, &state, 1)) {
		return;
	}
	if (state != 2) {
		state = atomic_exchange(&mutex->state, 2);
	}
	while (state != 0) {
		__builtin_wasm_memory_atomic_wait32((int *)&mutex->state, 2, -1);
		state = atomic_exchange(&mutex->state, 2);
	}
}

static void unlock(mutex *mutex) {
	if (atomic_fetch_sub(&mutex->state, 1) != 1) {
		atomic_store(&mutex->state, 0);
		__builtin_wasm_memory_atomic_notify((int *)&mutex->state, 1);
	}
}

typedef struct {
	_Atomic int generation, arrived;
} barrier;

static void meet(barrier *barrier, int parties) {
	int generation = atomic_load(&barrier->generation);
	if (atomic_fetch_add(&barrier->arrived, 1) == parties - 1) {
		atomic_store(&barrier->arrived, 0);
		atomic_fetch_add(&barrier->generation, 1);
		__builtin_wasm_memory_atomic_notify((int *)&barrier->generation, 0x7fffffff);
		return;
	}
	while (atomic_load(&barrier->generation) == generation) {
		__builtin_wasm_memory_atomic_wait32((int *)&barrier->generation, generation, -1);
	}
}

// A bounded queue for many producers and consumers, after Vyukov.
static struct {
	_Atomic uint32_t sequence;
	uint32_t value;
} slots[QUEUE];
static _Atomic uint32_t head, tail;

static bool offer(uint32_t value) {
	for (;;) {
		uint32_t at = atomic_load(&tail), sequence = atomic_load(&slots[at % QUEUE].sequence);
		if (sequence == at) {
			if (atomic_compare_exchange_weak(&tail, &at, at + 1)) {
				slots[at % QUEUE].value = value;
				atomic_store(&slots[at % QUEUE].sequence, at + 1);
				return true;
			}
		} else if ((int32_t)(sequence - at) < 0) {
			return false;
		}
	}
}

static bool poll(uint32_t *value) {
	for (;;) {
		uint32_t at = atomic_load(&head), sequence = atomic_load(&slots[at % QUEUE].sequence);
		if (sequence == at + 1) {
			if (atomic_compare_exchange_weak(&head, &at, at + 1)) {
				*value = slots[at % QUEUE].value;
				atomic_store(&slots[at % QUEUE].sequence, at + QUEUE);
				return true;
			}
		} else if ((int32_t)(sequence - (at + 1)) < 0) {
			return false;
		}
	}
}

// A stack of indices with a tag against the ABA problem, in one word of 64 bits.
static uint32_t next_of[NODES];
static _Atomic uint64_t stack_top;

static void push(uint32_t node) {
	uint64_t top = atomic_load(&stack_top);
	do {
		__atomic_store_n(&next_of[node], (uint32_t)top, __ATOMIC_SEQ_CST);
	} while (!atomic_compare_exchange_weak(&stack_top, &top, ((top >> 32) + 1) << 32 | node));
}

static uint32_t pop(void) {
	uint64_t top = atomic_load(&stack_top);
	while ((uint32_t)top != 0 && !atomic_compare_exchange_weak(&stack_top, &top, ((top >> 32) + 1) << 32 | __atomic_load_n(&next_of[(uint32_t)top], __ATOMIC_SEQ_CST))) {
	}
	return (uint32_t)top;
}

static mutex guard;
static barrier phase;
static uint64_t guarded, totals[THREADS];
static _Atomic uint64_t sum64;
static _Atomic uint32_t sum32, bits, produced, consumed;
static _Atomic uint16_t sum16;
static _Atomic uint8_t sum8;
static _Atomic uint64_t received;

static uint32_t random_number(void) {
	return seed = seed * 1664525 + 1013904223;
}

// Once, before the threads.
void EXPORT(prepare)(void) {
	for (uint32_t i = 0; i < QUEUE; i++) {
		slots[i].sequence = i;
	}
	stack_top = 0;
	for (uint32_t i = 1; i < NODES; i++) {
		push(i);
	}
}

void EXPORT(work)(uint32_t thread, uint32_t rounds) {
	seed = thread + 1;
	for (uint32_t i = 0; i < rounds; i++) {
		atomic_fetch_add(&sum64, (uint64_t)i << 20);
		atomic_fetch_add(&sum32, i);
		atomic_fetch_sub(&sum16, 3);
		atomic_fetch_add(&sum8, 7);
		atomic_fetch_xor(&bits, random_number());
		atomic_fetch_or(&bits, 0);
	}
	meet(&phase, THREADS);
	for (uint32_t i = 0; i < rounds; i++) {
		lock(&guard);
		guarded = guarded * 3 + 1 - guarded * 2;
		unlock(&guard);
	}
	meet(&phase, THREADS);
	if (thread % 2 == 0) {
		for (uint32_t i = 0; i < rounds; i++) {
			while (!offer(i ^ thread)) {
			}
			atomic_fetch_add(&produced, 1);
		}
	} else {
		for (uint32_t value; atomic_load(&consumed) < THREADS / 2 * rounds;) {
			if (poll(&value)) {
				atomic_fetch_add(&consumed, 1);
				atomic_fetch_add(&received, value);
			}
		}
	}
	meet(&phase, THREADS);
	uint32_t held[8], count = 0;
	for (uint32_t i = 0; i < rounds; i++) {
		if (count < 8 && random_number() >> 31 != 0) {
			uint32_t node = pop();
			if (node != 0) {
				held[count++] = node;
			}
		} else if (count > 0) {
			push(held[--count]);
		}
	}
	while (count > 0) {
		push(held[--count]);
	}
	totals[thread] = rounds;
	meet(&phase, THREADS);
}

// What came of it; the same whatever the order.
uint64_t EXPORT(result)(uint32_t which) {
	switch (which) {
		case 0: return sum64;
		case 1: return sum32;
		case 2: return sum16;
		case 3: return sum8;
		case 4: return bits;
		case 5: return guarded;
		case 6: return produced;
		case 7: return consumed;
		case 8: return received;
		case 9: {
			uint64_t nodes = 0;
			for (uint32_t node; (node = pop()) != 0; nodes++) {
			}
			return nodes;
		}
		case 10: return totals[0] + totals[1] + totals[2] + totals[3];
		default: return (uint64_t)__builtin_wasm_memory_atomic_wait32((int *)&phase.generation, -1, 1000000) * 10
			+ (uint64_t)__builtin_wasm_memory_atomic_wait64((long long *)&guarded, (long long)guarded, 1000000);
	}
}

void *memset(void *to, int value, size_t length) {
	for (size_t i = 0; i < length; i++) {
		((unsigned char *)to)[i] = (unsigned char)value;
	}
	return to;
}
