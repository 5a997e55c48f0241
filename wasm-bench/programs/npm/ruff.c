// Ruff, the formatter and linter of Python: one unit formats a file and checks it.
#include "../program.h"

#include <string.h>

PROGRAM(__wbindgen_start) void wbindgen_start(void);
PROGRAM(__wbindgen_malloc) int32_t wbindgen_malloc(int32_t length, int32_t alignment);
PROGRAM(__wbindgen_free) void wbindgen_free(int32_t at, int32_t length, int32_t alignment);
PROGRAM(workspace_new) void workspace_new(int32_t results[3], int32_t encoding);
PROGRAM(workspace_format) void workspace_format(int32_t results[4], int32_t workspace, int32_t at, int32_t length);
PROGRAM(workspace_check) void workspace_check(int32_t results[3], int32_t workspace, int32_t at, int32_t length);

const char *const program_name = "ruff";
const int32_t program_units = 8;

static char source[120000];
static int32_t checked_length, workspace;

// Templates in which a dollar becomes a number.
static const char *const templates[] = {
	"def function_$(first,second = {  'key' : $, \"other\":[1,2 , $]} , *rest,**options):\n    '''Says what it does.'''\n"
		"    total=first+second [ 'key' ]*$\n    if total>$ and not rest :\n        return   total\n    for index,item in enumerate( rest ):\n"
		"        total += item if item%2==0 else -item ; print( f'{index} of {total:>10}' , end = '' )\n    return { name:value for name , value in options.items( ) if value is not None }\n\n",
	"class Thing$ ( Base , metaclass=Meta ) :\n    count:int=$\n    @property\n    def name( self )->str : return self._name . upper()\n\n"
		"    async def load (self, path , * , timeout = $.5):\n        async with open_file( path ,'r' ) as file :\n            return [ line.strip() async for line in file if line and not line . startswith('#') ]\n"
		"    def __eq__(self,other): return isinstance( other,Thing$ ) and self.count==other.count\n\n",
	"result_$ = some_function_with_a_long_name( argument_number_one = $ , argument_number_two = [ x**2 for x in range( $ ) ] , argument_three = lambda a , b = $ : a if a>b else b )\n",
	"try :\n    import os,sys\n    value_$ = int( os.environ [ 'NUMBER' ] )\nexcept ( KeyError , ValueError ) as error :\n    # the comment stays\n    value_$ = $ # at the end too\nfinally : pass\n",
	"match command_$ :\n    case { 'action' : 'move' , 'by' : ( x , y ) } if x != y : position = position[ 0 ]+x , position[1]+y\n    case [ first , * others ] :\n        assert first is not None , \"message %d\" % $\n"
		"    case _ : raise NotImplementedError( 'very long message number $ that goes on and on until the line is too long for one line' )\n",
	"while condition_$( ) == True or ( another_condition_that_is_long( $ ) and yet_another_condition( $ , $ ) ) or the_last_condition :\n    del items [ $ : : 2 ] , others\n    global state\n    state = yield_ = not state\n",
};

void program_prepare(void) {
	const size_t count = sizeof templates / sizeof *templates;
	checked_length = (int32_t) write_templates(source, sizeof source / 4, templates, count, 17);
	write_templates(source, sizeof source, templates, count, 17);
	wbindgen_start();
	int32_t results[3];
	workspace_new(results, 0);
	if (results[2]) {
		fail("no workspace");
	}
	workspace = results[0];
}

static int32_t copied(int32_t length) {
	int32_t at = wbindgen_malloc(length, 1);
	memcpy((void *) at, source, (size_t) length);
	return at;
}

static uint32_t format(void) {
	int32_t length = (int32_t) strlen(source), results[4];
	workspace_format(results, workspace, copied(length), length);
	if (results[3]) {
		fail("not formatted");
	}
	uint32_t sum = checksum(0, (const void *) results[0], (size_t) results[1]);
	wbindgen_free(results[0], results[1], 1);
	return sum;
}

// What is found goes to JavaScript object by object, and nobody is there to keep it.
static uint32_t check(void) {
	int32_t results[3];
	workspace_check(results, workspace, copied(checked_length), checked_length);
	return (uint32_t) results[2];
}

uint32_t program_unit(void) {
	return format() ^ check();
}

PART(format)
PART(check)
