// A program of Kotlin for engines with garbage collection: one unit parses JSON, groups with maps, evaluates expressions, searches a graph and renders text.
@file:OptIn(kotlin.wasm.ExperimentalWasmInterop::class)

import kotlin.wasm.WasmExport

sealed interface Json
data object Null : Json
data class Flag(val value: Boolean) : Json
data class Number(val value: Double) : Json
data class Text(val value: String) : Json
data class Items(val items: List<Json>) : Json
data class Members(val members: Map<String, Json>) : Json

class Malformed(at: Int) : Exception("malformed at $at")

class Parser(private val text: String) {
    private var at = 0

    private fun space() {
        while (at < text.length && text[at].isWhitespace()) at++
    }

    private fun found(c: Char): Boolean {
        space()
        if (at < text.length && text[at] == c) {
            at++
            return true
        }
        return false
    }

    private fun expect(c: Char) {
        if (!found(c)) throw Malformed(at)
    }

    private fun word(word: String, value: Json): Json {
        if (!text.startsWith(word, at)) throw Malformed(at)
        at += word.length
        return value
    }

    private fun string(): String {
        expect('"')
        return buildString {
            while (text[at] != '"') {
                if (text[at] == '\\') at++
                append(text[at++])
            }
            at++
        }
    }

    fun value(): Json {
        space()
        return when (text[at]) {
            'n' -> word("null", Null)
            't' -> word("true", Flag(true))
            'f' -> word("false", Flag(false))
            '"' -> Text(string())
            '[' -> {
                at++
                val items = mutableListOf<Json>()
                while (!found(']')) {
                    items += value()
                    found(',')
                }
                Items(items)
            }
            '{' -> {
                at++
                val members = mutableMapOf<String, Json>()
                while (!found('}')) {
                    val key = string()
                    expect(':')
                    members[key] = value()
                    found(',')
                }
                Members(members)
            }
            else -> {
                val start = at
                while (at < text.length && (text[at].isDigit() || text[at] in "+-.eE")) at++
                Number(text.substring(start, at).toDoubleOrNull() ?: throw Malformed(start))
            }
        }
    }
}

abstract class Expression {
    abstract fun value(names: Map<String, Double>): Double
    open val depth: Int get() = 1
}

class Constant(private val value: Double) : Expression() {
    override fun value(names: Map<String, Double>) = value
}

class Name(private val name: String) : Expression() {
    override fun value(names: Map<String, Double>) = names[name] ?: 1.0
}

class Binary(private val a: Expression, private val b: Expression, private val operator: (Double, Double) -> Double) : Expression() {
    override fun value(names: Map<String, Double>) = operator(a.value(names), b.value(names))
    override val depth get() = 1 + maxOf(a.depth, b.depth)
}

class Random(private var state: Int) {
    fun next(below: Int): Int {
        state = state xor (state shl 13)
        state = state xor (state ushr 17)
        state = state xor (state shl 5)
        return (state and Int.MAX_VALUE) % below
    }
}

private val operators = listOf<(Double, Double) -> Double>({ a, b -> a + b }, { a, b -> a - b }, { a, b -> a * b }, { a, b -> if (b == 0.0) 0.0 else a / b })

private fun expression(random: Random, depth: Int): Expression {
    val choice = random.next(10)
    if (depth == 0 || choice < 2) return if (choice % 2 == 0) Constant(choice + 0.5) else Name("x$choice")
    return Binary(expression(random, depth - 1), expression(random, depth - 1), operators[random.next(4)])
}

private val document by lazy {
    val random = Random(2024)
    (0 until 300).joinToString(",\n", "[", "]") {
        """ {"id": $it, "customer": "customer-${random.next(80)}", "price": ${random.next(1000)}.5, "paid": ${it % 3 == 0}, "tags": ["t${random.next(9)}", null, "q\"${random.next(5)}"]}"""
    }
}

private fun orders(): String {
    val orders = (Parser(document).value() as Items).items.filterIsInstance<Members>()
    val totals = mutableMapOf<String, Double>()
    for (order in orders) {
        val customer = (order.members["customer"] as Text).value
        totals[customer] = (totals[customer] ?: 0.0) + (order.members["price"] as Number).value
    }
    val best = totals.entries.sortedWith(compareByDescending<Map.Entry<String, Double>> { it.value }.thenBy { it.key }).take(20)
    val tags = orders.flatMap { (it.members["tags"] as Items).items }.filterIsInstance<Text>().groupingBy { it.value }.eachCount()
    return best.joinToString("\n") { (customer, total) -> "${customer.padEnd(16)}|${total.toLong()}" } + tags.entries.sortedBy { it.key }.joinToString { "${it.key}=${it.value}" } + orders.first()
}

private fun expressions(): Long {
    val random = Random(77)
    val names = mutableMapOf<String, Double>()
    var total = 0.0
    repeat(60) { round ->
        names["x${round % 10}"] = round.toDouble()
        val tree = expression(random, 7)
        total += tree.value(names).coerceIn(-1e6, 1e6) + tree.depth
    }
    return (total * 16).toLong()
}

private fun paths(): Int {
    val random = Random(9)
    val edges = List(400) { List(6) { random.next(400) to 1 + random.next(50) } }
    val distances = IntArray(edges.size) { Int.MAX_VALUE }
    val queue = ArrayDeque(listOf(0))
    distances[0] = 0
    while (queue.isNotEmpty()) {
        val node = queue.removeFirst()
        for ((to, length) in edges[node]) {
            if (distances[node] + length < distances[to]) {
                distances[to] = distances[node] + length
                queue.addLast(to)
            }
        }
    }
    return distances.filter { it != Int.MAX_VALUE }.sum()
}

private fun words(): Int {
    val random = Random(5)
    val counts = HashMap<String, Int>()
    repeat(3000) {
        val word = CharArray(3) { 'a' + random.next(6) }.concatToString()
        counts[word] = (counts[word] ?: 0) + 1
    }
    return try {
        counts.values.sortedDescending().take(10).sum() / (counts["none"] ?: throw Malformed(counts.size))
    } catch (e: Malformed) {
        e.message!!.length * counts.size
    }
}

private fun sieve(limit: Int): Int {
    val composite = BooleanArray(limit)
    var count = 0
    for (i in 2 until limit) {
        if (!composite[i]) {
            count++
            for (j in i.toLong() * i until limit step i.toLong()) composite[j.toInt()] = true
        }
    }
    return count
}

@WasmExport
fun units() = 150

@WasmExport
fun run(units: Int): Int {
    var sum = 0
    repeat(units) {
        sum = sum * 31 + (orders().hashCode() xor expressions().toInt() xor paths() xor words() xor sieve(30000))
    }
    return sum
}
