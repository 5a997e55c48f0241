// Threaded code: an interpreter whose every instruction ends in a call of the next one's function, a state machine of mutual tail calls, and
// continuations. Without tail calls, each of them needs a stack frame per step.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define TAIL __attribute__((musttail)) return

typedef struct machine machine;
typedef int64_t handler(machine *machine, const int32_t *code, int64_t *stack, int64_t top);

struct machine {
	int64_t locals[8];
	uint64_t steps;
	int failed;
};

enum { PUSH, LOAD, STORE, ADD, SUB, MUL, REM, LESS, JUMP, JUMP_IF_ZERO, HALT };

static handler push, load, store, add, sub, mul, rem_, less, jump, jump_if_zero, halt;
static handler *const handlers[] = {push, load, store, add, sub, mul, rem_, less, jump, jump_if_zero, halt};

#define NEXT(code, stack, top) do { machine->steps++; TAIL handlers[*(code)](machine, (code), (stack), (top)); } while (0)

static int64_t push(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	*stack++ = top;
	NEXT(code + 2, stack, code[1]);
}

static int64_t load(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	*stack++ = top;
	NEXT(code + 2, stack, machine->locals[code[1]]);
}

static int64_t store(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	machine->locals[code[1]] = top;
	top = *--stack;
	NEXT(code + 2, stack, top);
}

#define BINARY(name, expression) \
	static int64_t name(machine *machine, const int32_t *code, int64_t *stack, int64_t top) { \
		int64_t left = *--stack; \
		top = expression; \
		NEXT(code + 1, stack, top); \
	}

BINARY(add, left + top)
BINARY(sub, left - top)
BINARY(mul, (int64_t)((uint64_t)left * (uint64_t)top))
BINARY(less, left < top)

static __attribute__((noinline)) int64_t fail(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	(void)code;
	(void)stack;
	machine->failed = 1;
	return top;
}

static int64_t rem_(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	if (top == 0) {
		TAIL fail(machine, code, stack, -1);
	}
	top = *--stack % top;
	NEXT(code + 1, stack, top);
}

static int64_t jump(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	NEXT(code + code[1], stack, top);
}

static int64_t jump_if_zero(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	const int32_t *next = top == 0 ? code + code[1] : code + 2;
	top = *--stack;
	NEXT(next, stack, top);
}

static int64_t halt(machine *machine, const int32_t *code, int64_t *stack, int64_t top) {
	(void)machine;
	(void)code;
	(void)stack;
	return top;
}

static int64_t run(const int32_t *code, int64_t argument, const char *title) {
	machine machine = {.locals = {argument}};
	int64_t stack[32];
	int64_t result = handlers[*code](&machine, code, stack, 0);
	printf("%s: %lld after %llu steps%s\n", title, (long long)result, (unsigned long long)machine.steps, machine.failed ? ", failed" : "");
	return result;
}

// sum = 0; i = 0; while (i < n) { sum = (sum * 31 + i) % 1000003; i = i + 1 } sum
static const int32_t loop[] = {
	PUSH, 0, STORE, 1, PUSH, 0, STORE, 2,
	LOAD, 2, LOAD, 0, LESS, JUMP_IF_ZERO, 24,
	LOAD, 1, PUSH, 31, MUL, LOAD, 2, ADD, PUSH, 1000003, REM, STORE, 1,
	LOAD, 2, PUSH, 1, ADD, STORE, 2, JUMP, -27,
	LOAD, 1, HALT,
};

static const int32_t broken[] = {PUSH, 5, PUSH, 0, REM, HALT};

// Is the number of a's even and the number of b's divisible by three? Each state is a function.
typedef int state(const char *text, long left);
static state a0b0, a0b1, a0b2, a1b0, a1b1, a1b2;

#define STATE(name, on_a, on_b, accepts) \
	static int name(const char *text, long left) { \
		if (left == 0) return accepts; \
		if (*text == 'a') TAIL on_a(text + 1, left - 1); \
		TAIL on_b(text + 1, left - 1); \
	}

STATE(a0b0, a1b0, a0b1, 1)
STATE(a0b1, a1b1, a0b2, 0)
STATE(a0b2, a1b2, a0b0, 0)
STATE(a1b0, a0b0, a1b1, 0)
STATE(a1b1, a0b1, a1b2, 0)
STATE(a1b2, a0b2, a1b0, 0)

// Continuations, whose signatures differ (the compiler makes these tail calls without being told to): the sum of a tree by calls that never return to their caller.
typedef struct frame frame;
typedef long continuation(frame *frame, long value);

struct frame {
	continuation *then;
	frame *next;
	long saved;
};

static long walk(long node, long limit, frame *frame);

static long after_right(frame *top, long value) {
	frame *next = top->next;
	long sum = top->saved + value;
	free(top);
	TAIL next->then(next, sum);
}

static long after_left(frame *top, long value) {
	long node = top->saved;
	top->then = after_right;
	top->saved = value + node;
	return walk(2 * node + 1, 50000, top);
}

static __attribute__((noinline)) long walk(long node, long limit, frame *rest) {
	if (node > limit) return rest->then(rest, 1);
	frame *pushed = malloc(sizeof *pushed);
	*pushed = (frame){after_left, rest, node};
	return walk(2 * node, limit, pushed);
}

static long done(frame *frame, long value) {
	(void)frame;
	return value;
}

static __attribute__((noinline)) double swapped(int steps, double x, float y, int64_t z);

static __attribute__((noinline)) double other(int64_t z, int steps, float y, double x) {
	if (steps == 0) return x + y + (double)z;
	return swapped(steps - 1, x * 0.5 + y, y + 0.25f, z ^ steps);
}

static __attribute__((noinline)) double swapped(int steps, double x, float y, int64_t z) {
	if (steps == 0) return x - y;
	// The order of parameters changes, and with it every register.
	return other(z, steps - 1, y, x);
}

int main(int argc, char **argv) {
	long rounds = argc > 1 ? atol(argv[1]) : 200000;
	run(loop, rounds, "loop");
	run(broken, 0, "broken");
	char *text = malloc((size_t)rounds);
	for (long i = 0; i < rounds; i++) {
		text[i] = "abbab"[i % 5];
	}
	for (long length = rounds - 6; length <= rounds; length++) {
		printf("%d", a0b0(text, length));
	}
	printf("\ntree: %ld\n", walk(1, 50000, &(frame){done, NULL, 0}));
	printf("swapped: %.6f\n", swapped(1000, 1, 2, 3));
	return 0;
}
