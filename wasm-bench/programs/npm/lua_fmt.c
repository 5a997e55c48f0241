// A formatter of Lua: one unit formats a script.
#include "../program.h"

#include <string.h>

PROGRAM(__wbindgen_export) int32_t allocate(int32_t length, int32_t alignment);
PROGRAM(__wbindgen_export4) void release(int32_t at, int32_t length, int32_t alignment);
PROGRAM(__wbindgen_add_to_stack_pointer) int32_t add_to_stack_pointer(int32_t by);
PROGRAM(format) void format(int32_t results, int32_t at, int32_t length, int32_t configuration);

const char *const program_name = "lua_fmt";
const int32_t program_units = 2;

static char script[24000];

static const char *const templates[] = {
	"local function f$(a,b,...) if a==b then return a+$ else return b*$,... end end\n",
	"for i=1,$ do local t={ i,i*2,[i]=\"x\",name='value$' } ; print(t[1],t.name:upper( ),#t) end\n",
	"-- a comment $\nwhile x<$ do x=x+1 if x%2==0 then goto continue end y=y..x ::continue:: end\n",
	"local thing=setmetatable({},{__index=function(t,k) return rawget(t,k)or $ end,__call=function(self,...) return select('#',...) end})\n",
	"repeat local ok,message=pcall(function() error({code=$}) end) until not ok or message.code==$ and true\n",
	"some_table.field.other_field['key $'].method_name(argument_one,argument_two,function(x,y) return x<y end,{1,2,3,$})\n",
};

void program_prepare(void) {
	write_templates(script, sizeof script, templates, sizeof templates / sizeof *templates, 29);
}

uint32_t program_unit(void) {
	int32_t length = (int32_t) strlen(script), at = allocate(length, 1);
	memcpy((void *) at, script, (size_t) length);
	int32_t results = add_to_stack_pointer(-16);
	format(results, at, length, 0);
	const int32_t *values = (const int32_t *) results;
	if (values[3]) {
		fail("not formatted");
	}
	int32_t formatted = values[0], formatted_length = values[1];
	add_to_stack_pointer(16);
	uint32_t sum = checksum(0, (const void *) formatted, (size_t) formatted_length);
	release(formatted, formatted_length, 1);
	return sum;
}
