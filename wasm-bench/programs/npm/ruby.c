// CRuby: one unit evaluates a method of ruby/unit.rb. The interpreter's setjmp has been made of Asyncify, which went over all of its code.
#include "../program.h"

#include <string.h>

#define RUBY(name) __attribute__((import_module("program"), import_name(name))) extern
#define ANSWER(name) __attribute__((export_name(name)))

RUBY("_initialize") void initialize(void);
RUBY("cabi_realloc") int32_t allocate(int32_t at, int32_t old_length, int32_t alignment, int32_t length);
RUBY("ruby-init: func(args: list<string>) -> ()") void ruby_init(int32_t arguments, int32_t count);
RUBY("rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>") int32_t ruby_eval(int32_t at, int32_t length);
RUBY("rstring-ptr: func(value: handle<rb-abi-value>) -> string") int32_t ruby_text(int32_t value);

const char *const program_name = "ruby";
const int32_t program_units = 4;

static const char script[] = {
#embed "../ruby/unit.rb"
	, 0 };

#define BAD_FILE 8
#define STREAMS 3
#define CHARACTER_DEVICE 2

// Handles are what they stand for.
ANSWER("resource_new_rb-abi-value") int32_t resource_new(int32_t value) {
	return value;
}

ANSWER("resource_get_rb-abi-value") int32_t resource_get(int32_t handle) {
	return handle;
}

// What WASI has to tell: no environment, no files, streams that swallow everything, and a time that does not pass.
ANSWER("environ_sizes_get") int32_t environment_sizes(int32_t *count, int32_t *length) {
	*count = *length = 0;
	return 0;
}

ANSWER("environ_get") int32_t environment(int32_t *variables, char *text) {
	return 0;
}

ANSWER("clock_time_get") int32_t clock_time(int32_t clock, int64_t precision, int64_t *time) {
	*time = 1700000000000000000;
	return 0;
}

ANSWER("random_get") int32_t random_bytes(uint8_t *at, int32_t length) {
	memset(at, 7, (size_t) length);
	return 0;
}

ANSWER("fd_fdstat_get") int32_t stream_status(int32_t stream, uint8_t *status) {
	if (stream >= STREAMS) {
		return BAD_FILE;
	}
	memset(status, 0, 8);
	memset(status + 8, 0xff, 16);
	status[0] = CHARACTER_DEVICE;
	return 0;
}

ANSWER("fd_filestat_get") int32_t stream_attributes(int32_t stream, uint8_t *attributes) {
	if (stream >= STREAMS) {
		return BAD_FILE;
	}
	memset(attributes, 0, 64);
	attributes[16] = CHARACTER_DEVICE;
	return 0;
}

ANSWER("fd_write") int32_t swallow(int32_t stream, const int32_t *vectors, int32_t count, int32_t *written) {
	*written = 0;
	for (int32_t i = 0; i < count; i++) {
		*written += vectors[i * 2 + 1];
	}
	return 0;
}

static int32_t copied(const char *text) {
	int32_t length = (int32_t) strlen(text), at = allocate(0, 0, 1, length + 1);
	memcpy((void *) at, text, (size_t) length + 1);
	return at;
}

static int32_t evaluate(const char *code) {
	const int32_t *result = (const int32_t *) ruby_eval(copied(code), (int32_t) strlen(code));
	if (result[1]) {
		fail(code);
	}
	return result[0];
}

void program_prepare(void) {
	static const char *const arguments[] = { "ruby", "--disable-gems", "-e_=0" };
	const int32_t count = sizeof arguments / sizeof *arguments;
	initialize();
	int32_t *list = (int32_t *) allocate(0, 0, 4, count * 8);
	for (int32_t i = 0; i < count; i++) {
		list[i * 2] = copied(arguments[i]);
		list[i * 2 + 1] = (int32_t) strlen(arguments[i]);
	}
	ruby_init((int32_t) list, count);
	evaluate(script);
}

uint32_t program_unit(void) {
	const int32_t *text = (const int32_t *) ruby_text(evaluate("unit"));
	return checksum(0, (const void *) text[0], (size_t) text[1]);
}
