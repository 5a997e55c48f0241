/* Counts the words of standard input: a hash table that grows, strings, sorting by a function pointer. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
	char *text;
	unsigned count;
} word;

static word *table;
static size_t room = 8, used;

static size_t hash(const char *text) {
	size_t hash = 2166136261u;
	while (*text != 0)
		hash = (hash ^ (unsigned char) *text++) * 16777619u;
	return hash;
}

static word *slot(word *in, size_t size, const char *text) {
	size_t at = hash(text) % size;
	while (in[at].text != NULL && strcmp(in[at].text, text) != 0)
		at = (at + 1) % size;
	return &in[at];
}

static void grow(void) {
	word *larger = calloc(room * 2, sizeof *larger);
	for (size_t i = 0; i < room; i++)
		if (table[i].text != NULL)
			*slot(larger, room * 2, table[i].text) = table[i];
	free(table);
	table = larger;
	room *= 2;
}

static void count(const char *text) {
	if (used * 2 >= room)
		grow();
	word *found = slot(table, room, text);
	if (found->text == NULL) {
		found->text = strdup(text);
		used++;
	}
	found->count++;
}

static int by_count_then_text(const void *a, const void *b) {
	const word *left = a, *right = b;
	if (left->count != right->count)
		return left->count < right->count ? 1 : -1;
	return left->text == NULL ? 0 : strcmp(left->text, right->text);
}

int main(void) {
	char text[256];
	size_t length = 0, lines = 0, bytes = 0;
	table = calloc(room, sizeof *table);
	for (int c; (c = getchar()) != EOF; bytes++) {
		lines += c == '\n';
		if (isalnum(c) && length + 1 < sizeof text)
			text[length++] = tolower(c);
		else if (length > 0) {
			text[length] = 0;
			count(text);
			length = 0;
		}
	}
	qsort(table, room, sizeof *table, by_count_then_text);
	printf("%zu lines, %zu bytes, %zu different words\n", lines, bytes, used);
	for (size_t i = 0; i < used && i < 10; i++)
		printf("%6u  %s\n", table[i].count, table[i].text);
	return 0;
}
