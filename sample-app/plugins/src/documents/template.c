#include "template.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Text between two places; nothing is copied before it is written. */
typedef struct {
	const char *from;
	const char *to;
} span;

static bool same(span one, span other) {
	size_t length = one.to - one.from;
	return length == (size_t) (other.to - other.from) && memcmp(one.from, other.from, length) == 0;
}

static bool is(span text, const char *word) {
	return same(text, (span) {word, word + strlen(word)});
}

/* Cuts the text before the separator off `rest`. */
static span cut(span *rest, char separator) {
	const char *end = memchr(rest->from, separator, rest->to - rest->from);
	span head = {rest->from, end == NULL ? rest->to : end};
	rest->from = end == NULL ? rest->to : end + 1;
	return head;
}

static span value_of(span order, span name) {
	static const char unknown[] = "?";
	while (order.from < order.to) {
		span value = cut(&order, '\n');
		if (same(cut(&value, '='), name))
			return value;
	}
	return (span) {unknown, &unknown[1]};
}

static void append_span(buffer *out, span text) {
	append(out, text.from, text.to - text.from);
}

/* "1990" is 19.90, "5" is 0.05. */
static void append_amount(buffer *out, span hundredths) {
	static const char zeros[] = "000";
	size_t digits = hundredths.to - hundredths.from;
	buffer amount = {};
	append(&amount, zeros, digits < 3 ? 3 - digits : 0);
	append_span(&amount, hundredths);
	append(out, amount.content.at, amount.content.length - 2);
	append_text(out, ".");
	append(out, amount.content.at + amount.content.length - 2, 2);
	free(amount.content.at);
}

/* A name inside a repeated part: one of the fields `sku|quantity|price`, else a value of the order. */
static void append_value(buffer *out, span name, span order, span line) {
	span fields = line;
	span sku = cut(&fields, '|');
	span quantity = cut(&fields, '|');
	if (is(name, "sku"))
		append_span(out, sku);
	else if (is(name, "quantity"))
		append_span(out, quantity);
	else if (is(name, "price"))
		append_amount(out, fields);
	else if (is(name, "total"))
		append_amount(out, value_of(order, name));
	else
		append_span(out, value_of(order, name));
}

static void render_part(span template, span order, span line, buffer *out) {
	while (template.from < template.to) {
		append_span(out, cut(&template, '{'));
		if (template.from < template.to)
			append_value(out, cut(&template, '}'), order, line);
	}
}

static void render_lines(span template, span order, buffer *out) {
	for (span rest = order; rest.from < rest.to;) {
		span value = cut(&rest, '\n');
		if (is(cut(&value, '='), "line"))
			render_part(template, order, value, out);
	}
}

static const char *find(span text, const char *word) {
	size_t length = strlen(word);
	for (const char *at = text.from; at + length <= text.to; at++)
		if (memcmp(at, word, length) == 0)
			return at;
	return NULL;
}

void render(bytes template_bytes, bytes order_bytes, buffer *out) {
	static const char opening[] = "{#line}\n", closing[] = "{/line}\n";
	span order = {order_bytes.at, order_bytes.at + order_bytes.length};
	span rest = {template_bytes.at, template_bytes.at + template_bytes.length};
	span none = {"", ""};
	const char *open = find(rest, opening);
	const char *close = find(rest, closing);
	if (open != NULL && close != NULL && open < close) {
		render_part((span) {rest.from, open}, order, none, out);
		render_lines((span) {open + sizeof opening - 1, close}, order, out);
		rest.from = close + sizeof closing - 1;
	}
	render_part(rest, order, none, out);
}
