// resvg: one unit parses a picture of SVG and draws it.
#include "../program.h"

#include <string.h>

PROGRAM(__wbindgen_malloc) int32_t allocate(int32_t length, int32_t alignment);
PROGRAM(__wbindgen_add_to_stack_pointer) int32_t add_to_stack_pointer(int32_t by);
PROGRAM(resvg_new) void resvg_new(int32_t results, int32_t svg, int32_t options, int32_t length, int32_t fonts);
PROGRAM(resvg_render) void resvg_render(int32_t results, int32_t resvg);
PROGRAM(renderedimage_pixels) int32_t rendered_pixels(int32_t image);
PROGRAM(__wbg_renderedimage_free) void free_image(int32_t image);
PROGRAM(__wbg_resvg_free) void free_resvg(int32_t resvg);

const char *const program_name = "resvg";
const int32_t program_units = 1;

static char svg[12000];
static uint32_t drawn;

static const char *const templates[] = {
	"<circle cx='$' cy='$' r='$' fill='#3a7' fill-opacity='.3' stroke='red' stroke-width='3'/>\n",
	"<path d='M $ $ C $ $ $ $ $ $ S $ $ $ $ Z' fill='url(#g)' stroke='#114' stroke-dasharray='7 3'/>\n",
	"<g transform='rotate($ 200 200) scale(.7)' opacity='.8'><rect x='$' y='$' width='150' height='$' rx='12' fill='url(#r)'/><polyline points='$,$ $,$ $,$ $,$' fill='none' stroke='#080' stroke-width='5'/></g>\n",
	"<ellipse cx='$' cy='$' rx='90' ry='40' fill='gold' filter='url(#b)'/>\n",
};

// The only thing that JavaScript has for the module is the text, and it hands it over like this.
__attribute__((export_name("__wbindgen_string_get"))) void string_get(int32_t results, int32_t object) {
	int32_t length = (int32_t) strlen(svg), at = allocate(length, 1);
	memcpy((void *) at, svg, (size_t) length);
	((int32_t *) results)[0] = at;
	((int32_t *) results)[1] = length;
}

// An array of bytes is made of what is drawn.
__attribute__((export_name("__wbg_newwithbyteoffsetandlength_aa4a17c33a06e5cb"))) int32_t array(int32_t buffer, int32_t at, int32_t length) {
	drawn = checksum(drawn, (const void *) at, (size_t) length);
	return 1;
}

void program_prepare(void) {
	static const char head[] = "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='500' viewBox='0 0 1000 1000'><defs><linearGradient id='g'><stop offset='0' stop-color='blue'/>"
		"<stop offset='1' stop-color='white' stop-opacity='.2'/></linearGradient><radialGradient id='r'><stop offset='0' stop-color='red'/><stop offset='1' stop-color='#fe3'/></radialGradient>"
		"<filter id='b'><feGaussianBlur stdDeviation='4'/></filter></defs>\n";
	memcpy(svg, head, sizeof head);
	write_templates(svg + sizeof head - 1, sizeof svg - sizeof head - 10, templates, sizeof templates / sizeof *templates, 37);
	strcat(svg, "</svg>");
}

static int32_t result(int32_t results) {
	const int32_t *values = (const int32_t *) results;
	int32_t value = values[0], error = values[2];
	add_to_stack_pointer(16);
	if (error) {
		fail("no picture");
	}
	return value;
}

uint32_t program_unit(void) {
	drawn = 0;
	int32_t results = add_to_stack_pointer(-16);
	resvg_new(results, 1, 0, 0, 0);
	int32_t resvg = result(results);
	results = add_to_stack_pointer(-16);
	resvg_render(results, resvg);
	int32_t image = result(results);
	rendered_pixels(image);
	free_image(image);
	free_resvg(resvg);
	return drawn;
}
