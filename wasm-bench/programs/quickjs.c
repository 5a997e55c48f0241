// QuickJS: one unit runs all scripts, each in a runtime of its own. `run-NAME` runs one of them.
#include "program.h"

#include <string.h>

#include "quickjs.h"

const char *const program_name = "quickjs";
const int32_t program_units = 3;

static const char calls_script[] = {
#embed "quickjs/calls.js"
	, 0 };
static const char numbers_script[] = {
#embed "quickjs/numbers.js"
	, 0 };
static const char objects_script[] = {
#embed "quickjs/objects.js"
	, 0 };
static const char strings_script[] = {
#embed "quickjs/strings.js"
	, 0 };

static uint32_t evaluate(const char *script) {
	JSRuntime *runtime = JS_NewRuntime();
	JS_SetMaxStackSize(runtime, 0);
	JSContext *context = JS_NewContext(runtime);
	JSValue value = JS_Eval(context, script, strlen(script), "script.js", JS_EVAL_TYPE_GLOBAL);
	if (JS_IsException(value)) {
		value = JS_GetException(context);
		fail(JS_ToCString(context, value));
	}
	size_t length;
	const char *text = JS_ToCStringLen(context, &length, value);
	uint32_t sum = checksum(0, text, length);
	JS_FreeCString(context, text);
	JS_FreeValue(context, value);
	JS_FreeContext(context);
	JS_FreeRuntime(runtime);
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
SCRIPT(objects)
SCRIPT(strings)

uint32_t program_unit(void) {
	return calls() ^ numbers() ^ objects() ^ strings();
}
