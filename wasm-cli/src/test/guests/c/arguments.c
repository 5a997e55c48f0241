/* Arguments, environment and exit code: what a program is given, and what it gives back. */
#include <stdio.h>
#include <stdlib.h>

static void say_goodbye(void) {
	printf("goodbye\n");
}

int main(int argc, char **argv) {
	atexit(say_goodbye);
	for (int i = 1; i < argc; i++)
		printf("%d: [%s]\n", i, argv[i]);
	const char *greeting = getenv("GREETING");
	printf("GREETING is %s\n", greeting == NULL ? "not set" : greeting);
	fprintf(stderr, "%d arguments\n", argc - 1);
	return argc > 1 ? atoi(argv[argc - 1]) : 0;
}
