// cJSON: one unit parses a document, changes it and prints it twice.
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cJSON.h"

const char *const program_name = "cjson";
const int32_t program_units = 10;

static char document[400000];

void program_prepare(void) {
	static char text[100001];
	write_text(text, 100000, 51);
	for (char *c = text; *c; c++) {
		if (*c == '\n') {
			*c = ' ';
		}
	}
	char *at = document;
	uint32_t state = 5;
	at += sprintf(at, "[");
	for (int i = 0; i < 1500; i++) {
		at += sprintf(at, "%s{\"id\": %d, \"name\": \"%.24s\", \"score\": %d.%03d, \"on\": %s, \"tags\": [\"%.5s\", null, %.4e],\n  \"inner\": {\"text\": \"%.40s \\u00e9\\n\\\"q\\\"\"}}",
			i ? "," : "", i, text + next_random(&state) % 90000, (int) (next_random(&state) % 1000), (int) (next_random(&state) % 1000), i % 2 ? "true" : "false",
			text + next_random(&state) % 90000, (double) next_random(&state) / 7, text + next_random(&state) % 90000);
	}
	sprintf(at, "]");
}

uint32_t program_unit(void) {
	cJSON *root = cJSON_Parse(document), *item;
	if (root == NULL) {
		fail(cJSON_GetErrorPtr());
	}
	double total = 0;
	cJSON_ArrayForEach(item, root) {
		total += cJSON_GetObjectItem(item, "score")->valuedouble;
		cJSON_ReplaceItemInObject(item, "on", cJSON_CreateNumber(cJSON_GetArraySize(cJSON_GetObjectItem(item, "tags"))));
	}
	char *plain = cJSON_PrintUnformatted(root), *pretty = cJSON_Print(root);
	uint32_t sum = checksum(checksum((uint32_t) total, plain, strlen(plain)), pretty, strlen(pretty));
	free(plain);
	free(pretty);
	cJSON_Delete(root);
	return sum;
}
