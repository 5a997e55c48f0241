// dprint's formatter of Markdown: one unit formats a document.
#include "../program.h"

#include <string.h>

PROGRAM(clear_shared_bytes) int32_t clear_shared_bytes(int32_t length);
PROGRAM(get_shared_bytes_ptr) int32_t shared_bytes(void);
PROGRAM(get_formatted_text) int32_t formatted_text(void);
PROGRAM(register_config) void register_config(int32_t id);
PROGRAM(set_file_path) void set_file_path(void);
PROGRAM(format) int32_t format(int32_t id);

const char *const program_name = "dprint";
const int32_t program_units = 8;

static char document[60000];

static const char *const templates[] = {
	"Chapter $\n===\n\n",
	"## A heading with *emphasis* and `code $`\n\n",
	"This is a   paragraph of text with **bold words**, _emphasis_, `code`, and [a link](http://example.org/$ \"title\"), which goes on\nover several lines until it ends here.   \nHard breaks too\\\nas you see.\n\n",
	"* first item $\n* second item\n    * nested item with `code`\n    * another one\n\n      with a paragraph\n* third\n\n",
	"$) ordered\n2) list\n   > with a quotation\n   > of two lines\n3) end\n\n",
	"| name | value | description of the column |\n|:--|--:|:-:|\n| a$ | $ | some text |\n| longer name | 1 | **bold** text |\n\n",
	"```\nsome code $\n  indented\n```\n\n",
	"> quoted text $\n> > nested quotation\n\n***\n\n![image $](pictures/$.png)\n\n<div>\nhtml $\n</div>\n\n",
	"- [ ] to do $\n- [x] done ~~struck~~\n\n[reference]: http://example.org/$\n\n",
};

static void send(const char *text, size_t length) {
	memcpy((void *) clear_shared_bytes((int32_t) length), text, length);
}

void program_prepare(void) {
	write_templates(document, sizeof document, templates, sizeof templates / sizeof *templates, 23);
	static const char configuration[] = "{\"global\":{},\"plugin\":{\"textWrap\":\"always\",\"lineWidth\":60}}";
	send(configuration, sizeof configuration - 1);
	register_config(1);
}

uint32_t program_unit(void) {
	send("a.md", 4);
	set_file_path();
	send(document, strlen(document));
	if (format(1) != 1) {
		fail("not formatted");
	}
	int32_t length = formatted_text();
	return checksum(0, (const void *) shared_bytes(), (size_t) length);
}
