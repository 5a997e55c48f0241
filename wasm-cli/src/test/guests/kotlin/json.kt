// Reads JSON, computes with it, and writes it again; says where a text is wrong.
sealed class Json {
    data class Text(val value: String) : Json()
    data class Number(val value: Double) : Json()
    data class Bool(val value: Boolean) : Json()
    data class Items(val values: List<Json>) : Json()
    data class Fields(val values: Map<String, Json>) : Json()
    data object Null : Json()

    fun write(to: StringBuilder): StringBuilder = when (this) {
        is Text -> to.append(quoted(value))
        is Number -> if (value == value.toLong().toDouble()) to.append(value.toLong()) else to.append(value)
        is Bool -> to.append(value)
        is Items -> to.append('[').also { values.forEachIndexed { i, v -> if (i > 0) it.append(','); v.write(it) } }.append(']')
        is Fields -> to.append('{').also {
            var first = true
            for ((name, v) in values) {
                if (!first) it.append(',')
                first = false
                v.write(it.append(quoted(name)).append(':'))
            }
        }.append('}')
        Null -> to.append("null")
    }

    final override fun toString() = write(StringBuilder()).toString()
}

fun quoted(text: String) = buildString {
    append('"')
    for (c in text) when {
        c == '"' || c == '\\' -> append('\\').append(c)
        c == '\n' -> append("\\n")
        c < ' ' -> append("\\u").append(c.code.toString(16).padStart(4, '0'))
        else -> append(c)
    }
    append('"')
}

class Malformed(val at: Int, what: String) : Exception("$what at $at")

class Parser(private val text: String) {
    private var at = 0

    fun parse(): Json = value().also { space(); if (at < text.length) fail("trailing text") }

    private fun fail(what: String): Nothing = throw Malformed(at, what)
    private fun peek() = if (at < text.length) text[at] else '\u0000'
    private fun space() { while (peek().let { it == ' ' || it == '\n' || it == '\t' }) at++ }
    private fun expect(c: Char) { if (peek() != c) fail("expected '$c'"); at++ }

    private fun value(): Json {
        space()
        return when (val c = peek()) {
            '{' -> fields()
            '[' -> items()
            '"' -> Json.Text(string())
            't' -> word("true", Json.Bool(true))
            'f' -> word("false", Json.Bool(false))
            'n' -> word("null", Json.Null)
            '\u0000' -> fail("unfinished text")
            else -> if (c == '-' || c in '0'..'9') number() else fail("unexpected '$c'")
        }
    }

    private fun word(word: String, value: Json): Json {
        if (!text.startsWith(word, at)) fail("expected $word")
        at += word.length
        return value
    }

    private fun number(): Json {
        val from = at
        while (peek().let { it in '0'..'9' || it == '-' || it == '+' || it == '.' || it == 'e' || it == 'E' }) at++
        return try { Json.Number(text.substring(from, at).toDouble()) } catch (e: NumberFormatException) { at = from; fail("not a number") }
    }

    private fun string(): String {
        expect('"')
        return buildString {
            while (true) when (val c = peek()) {
                '"' -> { at++; return@buildString }
                '\u0000' -> fail("unfinished string")
                '\\' -> {
                    at++
                    when (val escape = peek()) {
                        'n' -> append('\n')
                        't' -> append('\t')
                        'u' -> { append(text.substring(at + 1, at + 5).toInt(16).toChar()); at += 4 }
                        '"', '\\', '/' -> append(escape)
                        else -> fail("unknown escape")
                    }
                    at++
                }
                else -> { append(c); at++ }
            }
        }
    }

    private fun items(): Json {
        expect('[')
        val values = mutableListOf<Json>()
        space()
        if (peek() == ']') { at++; return Json.Items(values) }
        while (true) {
            values += value()
            space()
            if (peek() == ',') at++ else { expect(']'); return Json.Items(values) }
        }
    }

    private fun fields(): Json {
        expect('{')
        val values = linkedMapOf<String, Json>()
        space()
        if (peek() == '}') { at++; return Json.Fields(values) }
        while (true) {
            space()
            val name = string()
            space()
            expect(':')
            values[name] = value()
            space()
            if (peek() == ',') at++ else { expect('}'); return Json.Fields(values) }
        }
    }
}

fun sum(json: Json): Double = when (json) {
    is Json.Number -> json.value
    is Json.Items -> json.values.sumOf(::sum)
    is Json.Fields -> json.values.values.sumOf(::sum)
    else -> 0.0
}

fun depth(json: Json): Int = when (json) {
    is Json.Items -> 1 + (json.values.maxOfOrNull(::depth) ?: 0)
    is Json.Fields -> 1 + (json.values.values.maxOfOrNull(::depth) ?: 0)
    else -> 0
}

fun sample(n: Int) = Json.Fields(mapOf(
    "orders" to Json.Items((1..n).map { i ->
        Json.Fields(mapOf(
            "id" to Json.Number(i.toDouble()), "customer" to Json.Text("customer \"${i * 31 % 97}\" \n ü"),
            "lines" to Json.Items((0 until i % 5).map { Json.Fields(mapOf("sku" to Json.Text("S$it"), "price" to Json.Number(it * 1.25), "gift" to Json.Bool(it % 2 == 0))) }),
            "note" to Json.Null))
    })))

fun main() {
    val texts = listOf(
        """{"a": [1, 2.5, -3e2, {"b": null}], "text": "line\nbreak \u00e9 \"q\"", "yes": true, "no": false}""",
        "[]", "{}", "[[[[]]]]", "-0", "\"", "[1,]", "{\"a\" 1}", "nul", "1 2", "[1e]", "{\"x\": \"\\q\"}", "")
    for (text in texts) {
        try {
            val json = Parser(text).parse()
            println("$json, sum ${sum(json)}, depth ${depth(json)}")
        } catch (e: Malformed) {
            println("${text.take(20)}: ${e.message}")
        }
    }
    var nested: Json = Json.Null
    repeat(500) { nested = Json.Items(listOf(nested)) }
    println(depth(Parser(nested.toString()).parse()))
    val large = sample(2000).toString()
    val again = Parser(large).parse()
    println("${large.length} characters, sum ${sum(again)}, same: ${again.toString() == large && again == Parser(large).parse()}, hash ${again.hashCode()}")
}
