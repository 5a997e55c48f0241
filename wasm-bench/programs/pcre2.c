// PCRE2 (its interpreter): one unit compiles some expressions, finds all matches in a text, and replaces.
#include "program.h"

#include <stdio.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include "pcre2.h"

const char *const program_name = "pcre2";
const int32_t program_units = 2;

#define LENGTH 60000

static char text[LENGTH + 1], replaced[LENGTH * 4];

static const char *const expressions[] = {
	"\\b[A-Z]\\w+ing\\b",
	"(?i)(con|graph|men)\\w*?st",
	"(\\w+)\\s+(\\w+)(?=,)",
	"[aeiou]{3,}|[^aeiou\\s]{4,}",
	"^(?:[^.]*\\.){1,3}\\s*$",
	"(?<first>\\w)\\w*\\k<first>(?!\\w)",
	"(?:a|b|c|de|fi)+(?:no|or|pa)(?<!or)",
	"\\p{Lu}\\p{Ll}{2,5}(?:\\s\\p{Ll}+){2}\\.",
};

void program_prepare(void) {
	write_text(text, LENGTH, 41);
}

uint32_t program_unit(void) {
	uint32_t sum = 0;
	for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++) {
		int error;
		PCRE2_SIZE at = 0;
		pcre2_code *code = pcre2_compile((PCRE2_SPTR) expressions[i], PCRE2_ZERO_TERMINATED, PCRE2_MULTILINE | PCRE2_UTF, &error, &at, NULL);
		if (code == NULL) {
			fail(expressions[i]);
		}
		pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, NULL);
		PCRE2_SIZE start = 0;
		while (start < LENGTH && pcre2_match(code, (PCRE2_SPTR) text, LENGTH, start, PCRE2_NO_UTF_CHECK, match, NULL) > 0) {
			PCRE2_SIZE *found = pcre2_get_ovector_pointer(match);
			sum = sum * 31 + (uint32_t) (found[0] * 7 + found[1]);
			start = found[1] > found[0] ? found[1] : found[1] + 1;
		}
		PCRE2_SIZE length = sizeof replaced;
		if (pcre2_substitute(code, (PCRE2_SPTR) text, LENGTH, 0, PCRE2_SUBSTITUTE_GLOBAL | PCRE2_NO_UTF_CHECK, match, NULL, (PCRE2_SPTR) "<$0>", 4, (PCRE2_UCHAR *) replaced,
				&length) < 0) {
			fail("substitute");
		}
		sum = checksum(sum, replaced, length);
		pcre2_match_data_free(match);
		pcre2_code_free(code);
	}
	return sum;
}
