// QuickJS: one unit runs all scripts, each in a runtime of its own. `run-NAME` runs one of them.
#include "program.h"

#include <string.h>

#include "quickjs.h"

const char *const program_name = "quickjs";
const int32_t program_units = 3;

static const char calls[] = {
#embed "quickjs/calls.js"
	, 0 };
static const char numbers[] = {
#embed "quickjs/numbers.js"
	, 0 };
static const char objects[] = {
#embed "quickjs/objects.js"
	, 0 };
static const char strings[] = {
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

uint32_t program_unit(void) {
	return evaluate(calls) ^ evaluate(numbers) ^ evaluate(objects) ^ evaluate(strings);
}

#define RUN(name) \
	__attribute__((export_name("run-" #name))) int32_t run_##name(int32_t units) { \
		uint32_t sum = 0; \
		for (int32_t i = 0; i < units; i++) { \
			sum = sum * 31 + evaluate(name); \
		} \
		return (int32_t) sum; \
	}

RUN(calls)
RUN(numbers)
RUN(objects)
RUN(strings)
