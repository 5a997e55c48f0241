/* Control flow: a virtual machine with a large switch, a jump through a table of functions, deep and mutual recursion. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Brainf*** with a switch; the program comes as argument. */
static void run(const char *program) {
	static uint8_t tape[30000];
	uint8_t *cell = tape;
	for (const char *at = program; *at != 0; at++)
		switch (*at) {
		case '>': cell++; break;
		case '<': cell--; break;
		case '+': ++*cell; break;
		case '-': --*cell; break;
		case '.': putchar(*cell); break;
		case ',': *cell = getchar(); break;
		case '[':
			if (*cell == 0)
				for (int depth = 1; depth > 0;)
					at++, depth += *at == '[' ? 1 : *at == ']' ? -1 : 0;
			break;
		case ']':
			if (*cell != 0)
				for (int depth = 1; depth > 0;)
					at--, depth += *at == ']' ? 1 : *at == '[' ? -1 : 0;
			break;
		}
}

static int64_t add(int64_t a, int64_t b) { return a + b; }
static int64_t subtract(int64_t a, int64_t b) { return a - b; }
static int64_t multiply(int64_t a, int64_t b) { return (int64_t) ((uint64_t) a * (uint64_t) b); }
static int64_t divide(int64_t a, int64_t b) { return b == 0 ? 0 : a / b; }

/* Reverse Polish notation through a table of functions. */
static int64_t calculate(const char *formula) {
	static int64_t (*const operators[128])(int64_t, int64_t) = {['+'] = add, ['-'] = subtract, ['*'] = multiply, ['/'] = divide};
	int64_t stack[32], *top = stack;
	for (char *at = (char *) formula; *at != 0;)
		if (*at >= '0' && *at <= '9')
			*top++ = strtoll(at, &at, 10);
		else if (*at == ' ')
			at++;
		else {
			top--;
			top[-1] = operators[(unsigned char) *at++](top[-1], *top);
		}
	return stack[0];
}

static unsigned ackermann(unsigned m, unsigned n) {
	return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

static int is_odd(unsigned n);
__attribute__((noinline)) static int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1) + 0; }
__attribute__((noinline)) static int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1) + 0; }

static int queens(unsigned all, unsigned columns, unsigned left, unsigned right) {
	int found = columns == all;
	for (unsigned free = all & ~(columns | left | right); free != 0; free &= free - 1) {
		unsigned queen = free & -free;
		found += queens(all, columns | queen, (left | queen) << 1, (right | queen) >> 1);
	}
	return found;
}

int main(int argc, char **argv) {
	if (argc > 1)
		run(argv[1]);
	printf("%lld %lld\n", (long long) calculate("3 4 + 5 * 7 -"), (long long) calculate("9223372036854775807 2 * 10 /"));
	printf("%u %d %d\n", ackermann(2, 300), is_even(5000), queens((1 << 9) - 1, 0, 0, 0));
	return 0;
}
