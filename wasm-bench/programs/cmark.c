// cmark: one unit turns a document of Markdown into HTML and back into Markdown.
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmark.h"

const char *const program_name = "cmark";
const int32_t program_units = 20;

static char document[300000];

void program_prepare(void) {
	char *text = malloc(220001);
	write_text(text, 220000, 5);
	char *at = document;
	int paragraph = 0;
	for (char *part = strtok(text, "\n"); part != NULL; part = strtok(NULL, "\n"), paragraph++) {
		size_t half = strlen(part) / 2;
		switch (paragraph % 7) {
			case 0: at += sprintf(at, "## Chapter %d of *it*\n\n%s\n\n", paragraph, part); break;
			case 1: at += sprintf(at, "* first **strong** `code`\n* %.*s\n  1. inner\n  2. [link](http://example.org/%d \"title\")\n\n", (int) half, part, paragraph); break;
			case 2: at += sprintf(at, "> %s\n> quoted *emphasis __nested__ here*\n\n", part); break;
			case 3: at += sprintf(at, "```c\n%.*s\n```\n\n", (int) half, part); break;
			case 4: at += sprintf(at, "%.*s ![image](pic%d.png) &amp; <b>html</b> %s\n\n", (int) half, part, paragraph, part + half); break;
			case 5: at += sprintf(at, "[ref%d]: http://example.org/ref%d 'Reference'\n\nSee [ref%d] and <http://auto.example> \\*no\\*.\n\n***\n\n", paragraph, paragraph, paragraph); break;
			default: at += sprintf(at, "%s\n\n", part);
		}
	}
	free(text);
}

uint32_t program_unit(void) {
	cmark_node *root = cmark_parse_document(document, strlen(document), CMARK_OPT_SMART);
	char *html = cmark_render_html(root, CMARK_OPT_UNSAFE);
	char *markdown = cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 80);
	uint32_t sum = checksum(checksum(0, html, strlen(html)), markdown, strlen(markdown));
	free(html);
	free(markdown);
	cmark_node_free(root);
	return sum;
}
