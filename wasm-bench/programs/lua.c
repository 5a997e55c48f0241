// Lua 5.4: one unit runs all scripts, each in a state of its own. `run-NAME` runs one of them.
#include "program.h"

#include <stdlib.h>
#include <string.h>

#include "lauxlib.h"
#include "lua.h"
#include "lualib.h"

const char *const program_name = "lua";
const int32_t program_units = 3;


static const char calls_script[] = {
#embed "lua/calls.lua"
	, 0 };
static const char numbers_script[] = {
#embed "lua/numbers.lua"
	, 0 };
static const char tables_script[] = {
#embed "lua/tables.lua"
	, 0 };
static const char strings_script[] = {
#embed "lua/strings.lua"
	, 0 };
static const char objects_script[] = {
#embed "lua/objects.lua"
	, 0 };

static uint32_t evaluate(const char *script) {
	lua_State *state = luaL_newstate();
	luaL_requiref(state, "_G", luaopen_base, 1);
	luaL_requiref(state, LUA_TABLIBNAME, luaopen_table, 1);
	luaL_requiref(state, LUA_STRLIBNAME, luaopen_string, 1);
	luaL_requiref(state, LUA_MATHLIBNAME, luaopen_math, 1);
	lua_settop(state, 0);
	if (luaL_loadbuffer(state, script, strlen(script), "script") != LUA_OK || lua_pcall(state, 0, 1, 0) != LUA_OK) {
		fail(lua_tostring(state, -1));
	}
	size_t length;
	const char *result = lua_tolstring(state, -1, &length);
	uint32_t sum = checksum(0, result, length);
	lua_close(state);
	return sum;
}

void program_prepare(void) {
}

#define SCRIPT(name) \
	static uint32_t name(void) { \
		return evaluate(name##_script); \
	} \
	PART(name)

SCRIPT(calls)
SCRIPT(numbers)
SCRIPT(tables)
SCRIPT(strings)
SCRIPT(objects)

uint32_t program_unit(void) {
	return calls() ^ numbers() ^ tables() ^ strings() ^ objects();
}
