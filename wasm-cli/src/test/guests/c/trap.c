/* Ends in the way that its argument names, after a line of output. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile int zero;

/* Never returns, but the compiler must not know. */
__attribute__((noinline)) static int descend(int depth) {
	return depth + zero == -1 ? 0 : (descend(depth + 1) ^ depth) * 31;
}

static double half(double value) {
	return value / 2;
}

static double (*volatile function)(double) = half;

int main(int argc, char **argv) {
	const char *how = argc > 1 ? argv[1] : "";
	printf("before %s\n", how);
	fflush(stdout);
	if (strcmp(how, "divide") == 0)
		return (zero + 1000) / zero;
	if (strcmp(how, "overflow") == 0)
		return (INT32_MIN + zero) / (zero - 1) == 0;
	if (strcmp(how, "memory") == 0)
		return *(volatile int *) (uintptr_t) (0xFFFFFFF0u + zero);
	if (strcmp(how, "stack") == 0)
		return descend(0);
	if (strcmp(how, "call") == 0)
		return ((int (*)(int, int)) function)(1, 2);
	if (strcmp(how, "abort") == 0)
		abort();
	exit(3);
}
