// Expat: one unit parses a document of XML with namespaces, attributes, entities and comments.
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expat.h"

const char *const program_name = "expat";
const int32_t program_units = 40;

static char document[500000];
static size_t document_length;

void program_prepare(void) {
	static char text[200001];
	write_text(text, 200000, 11);
	char *at = document;
	at += sprintf(at, "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE list [<!ENTITY who 'the author'>]>\n<list xmlns='urn:list' xmlns:x='urn:x'>\n");
	uint32_t state = 3;
	for (int i = 0; i < 1900; i++) {
		const char *part = text + next_random(&state) % 199800;
		at += sprintf(at, "  <item id=\"i%d\" x:kind='%s' size=\"%u\">\n    <title>%.20s</title><!-- %d -->\n    <body>%.60s &amp; &who; &#233; \xc3\xa9</body>\n    <x:empty/></item>\n",
			i, i % 3 ? "small" : "large", next_random(&state), part, i, part + 30);
	}
	at += sprintf(at, "<![CDATA[ a < b && c ]]></list>\n");
	document_length = (size_t) (at - document);
}

static void start(void *sum, const char *name, const char **attributes) {
	uint32_t *value = sum;
	*value = checksum(*value, name, strlen(name));
	for (; *attributes; attributes++) {
		*value = checksum(*value, *attributes, strlen(*attributes));
	}
}

static void end(void *sum, const char *name) {
	*(uint32_t *) sum += (uint8_t) *name;
}

static void characters(void *sum, const char *text, int length) {
	*(uint32_t *) sum = checksum(*(uint32_t *) sum, text, (size_t) length);
}

uint32_t program_unit(void) {
	XML_Parser parser = XML_ParserCreateNS(NULL, '|');
	uint32_t sum = 0;
	XML_SetHashSalt(parser, 42);
	XML_SetUserData(parser, &sum);
	XML_SetElementHandler(parser, start, end);
	XML_SetCharacterDataHandler(parser, characters);
	for (size_t at = 0; at < document_length; at += 8192) {
		size_t length = document_length - at < 8192 ? document_length - at : 8192;
		if (XML_Parse(parser, document + at, (int) length, at + length == document_length) != XML_STATUS_OK) {
			fail(XML_ErrorString(XML_GetErrorCode(parser)));
		}
	}
	XML_ParserFree(parser);
	return sum;
}
