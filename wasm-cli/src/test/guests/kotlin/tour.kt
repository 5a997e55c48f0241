// A tour through the language and its library: what each part compiles to (structures, arrays, casts, exceptions, calls through references)
// is checked by what it prints.
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.createCoroutine
import kotlin.coroutines.resume
import kotlin.coroutines.suspendCoroutine
import kotlin.math.sqrt
import kotlin.properties.Delegates
import kotlin.random.Random

sealed interface Shape {
    val area: Double
}

data class Circle(val radius: Double) : Shape {
    override val area get() = 3.0 * radius * radius
}

data class Rectangle(val width: Double, val height: Double) : Shape {
    override val area get() = width * height
}

data object Nothingness : Shape {
    override val area get() = 0.0
}

fun describe(shape: Shape) = when (shape) {
    is Circle -> "circle of radius ${shape.radius}"
    is Rectangle if shape.width == shape.height -> "square of ${shape.width}"
    is Rectangle -> "rectangle of ${shape.width} by ${shape.height}"
    Nothingness -> "nothing"
}

class Rejected(message: String, cause: Throwable? = null) : Exception(message, cause)

fun check(number: Int): Int = when {
    number < 0 -> throw Rejected("negative: $number")
    number == 13 -> throw IllegalStateException("unlucky")
    else -> 100 / (number - 7)
}

fun attempt(number: Int): String = try {
    "result ${check(number)}"
} catch (e: Rejected) {
    "rejected (${e.message})"
} catch (e: RuntimeException) {
    "${e::class.simpleName}: ${e.message}"
} finally {
    trail.append(number).append(';')
}

val trail = StringBuilder()

fun unwind(depth: Int, log: MutableList<String>): Int {
    try {
        if (depth == 0) throw Rejected("bottom", IllegalArgumentException("the cause"))
        return unwind(depth - 1, log) + 1
    } finally {
        if (depth % 10 == 0) log += "left $depth"
    }
}

fun leaveEarly(): String {
    for (i in 1..10) {
        try {
            if (i == 3) continue
            if (i == 5) return "returned at $i"
        } finally {
            trail.append("f$i ")
            if (i == 6) break
        }
    }
    return "ran through"
}

fun exceptions() {
    for (number in listOf(5, -1, 13, 8)) println(attempt(number))
    val log = mutableListOf<String>()
    try {
        unwind(50, log)
    } catch (e: Exception) {
        println("${e.message} because of ${e.cause?.message}, $log")
    }
    println(leaveEarly())
    println(trail)
    println(runCatching { listOf(1, 2).first { it > 5 } }.exceptionOrNull())
    println(runCatching { "x1".toInt() }.getOrElse { it.message })
    println(runCatching { arrayOf(1, 2)[2] }.exceptionOrNull())
    println(runCatching { (null as String?)!!.length }.exceptionOrNull()?.let { it::class.simpleName })
    println(runCatching { (describe(Nothingness) as Any) as Int }.exceptionOrNull()?.let { it::class.simpleName })
    val suppressed = try {
        try { error("first") } catch (e: IllegalStateException) { e.addSuppressed(Rejected("second")); throw e }
    } catch (e: Throwable) { e.suppressedExceptions }
    println(suppressed.map { it.message })
    var thrown = 0
    for (i in 0 until 20_000) try { if (i % 3 == 0) throw Rejected("$i") } catch (e: Rejected) { thrown += e.message!!.length }
    println(thrown)
}

fun shapes() {
    val shapes = listOf(Circle(1.5), Rectangle(2.0, 3.5), Rectangle(4.0, 4.0), Nothingness)
    shapes.forEach { println("${describe(it)}: ${it.area}, $it") }
    println(shapes.filterIsInstance<Rectangle>().sumOf { it.area })
    println(shapes.sortedWith(compareByDescending<Shape> { it.area }.thenBy { it.toString() }).map { it.area })
    val (w, h) = Rectangle(1.0, 2.0).copy(height = 7.25)
    println("$w $h ${Circle(1.0) == Circle(1.0)} ${Circle(1.0).hashCode() == Circle(1.0).hashCode()}")
}

fun collections() {
    val words = "the quick brown fox jumps over the lazy dog and the cat".split(' ')
    println(words.groupingBy { it.length }.eachCount().entries.sortedBy { it.key })
    println(words.groupBy { it.first() }.mapValues { it.value.toSet() }.toList().sortedBy { it.first })
    println(words.withIndex().associate { (i, w) -> w to i }.filterValues { it % 2 == 0 })
    println(words.zipWithNext { a, b -> a.length - b.length }.runningFold(0, Int::plus))
    println(words.chunked(4).joinToString(" | ") { it.joinToString("-") })
    println((1..20).windowed(5, 4, partialWindows = true).map { it.sum() })
    println(words.toMutableList().apply { sortDescending(); removeAll { it.length > 4 } }.distinct())
    val deque = ArrayDeque<Int>()
    for (i in 1..30) { if (i % 3 == 0) deque.removeFirst() else deque.addLast(i * i) ; if (i % 7 == 0) deque.addFirst(-i) }
    println(deque)
    val map = LinkedHashMap<String, MutableList<Int>>()
    for (i in 0 until 1000) map.getOrPut("k${i * 7919 % 13}") { mutableListOf() } += i
    println(map.map { (k, v) -> "$k:${v.sum()}" })
    println(setOf(1, 2, 3) union setOf(3, 4) subtract setOf(1))
    val matrix = Array(6) { r -> IntArray(6) { c -> r * c } }
    println(matrix.joinToString { it.contentToString() })
    println(LongArray(5) { 1L shl (it * 15) }.sum() to DoubleArray(4) { sqrt(it.toDouble()) }.max())
    println(ByteArray(4) { (it * 100).toByte() }.toList() + ShortArray(2) { (it * 40_000).toShort() }.toList())
    println(CharArray(5) { 'a' + it }.concatToString() + BooleanArray(3) { it % 2 == 0 }.toList())
}

fun fibonacci() = sequence {
    var a = 0L
    var b = 1L
    while (true) {
        yield(a)
        a = b.also { b += a }
    }
}

fun tree(depth: Int): Sequence<String> = sequence {
    if (depth > 0) {
        yieldAll(tree(depth - 1))
        yield("n$depth")
        yieldAll(tree(depth - 1))
    }
}

fun sequences() {
    println(fibonacci().dropWhile { it < 1000 }.filter { it % 2 == 0L }.take(8).toList())
    println(tree(4).joinToString(","))
    println(generateSequence(27L) { if (it == 1L) null else if (it % 2 == 0L) it / 2 else 3 * it + 1 }.count())
    val primes = sequence {
        val found = mutableListOf<Int>()
        for (n in generateSequence(2, Int::inc)) if (found.takeWhile { it * it <= n }.none { n % it == 0 }) { found += n; yield(n) }
    }
    println(primes.take(400).last())
    val waiting = mutableListOf<Continuation<Int>>()
    val steps = StringBuilder()
    val block: suspend () -> Int = {
        var sum = 0
        for (i in 1..4) {
            val more = suspendCoroutine { waiting += it }
            steps.append("$i+$more ")
            sum += more
        }
        sum
    }
    block.createCoroutine(object : Continuation<Int> {
        override val context = EmptyCoroutineContext
        override fun resumeWith(result: Result<Int>) { steps.append("= ${result.getOrThrow()}") }
    }).resume(Unit)
    for (i in 10 until 50 step 10) waiting.removeLast().resume(i)
    println(steps)
}

class Settings {
    val expensive by lazy { println("computed once"); 42 }
    var level by Delegates.observable(1) { _, old, new -> println("level $old -> $new") }
    lateinit var name: String
}

data class Metres(val value: Double) : Comparable<Metres> {
    operator fun plus(other: Metres) = Metres(value + other.value)
    override fun compareTo(other: Metres) = value.compareTo(other.value)
}

enum class Planet(val mass: Double) {
    MERCURY(0.055), EARTH(1.0) { override fun note() = "home" }, JUPITER(317.8);
    open fun note() = "$mass earths"
}

inline fun <reified T> Iterable<*>.countOf() = count { it is T }

fun language() {
    val settings = Settings()
    println(settings.expensive + settings.expensive)
    settings.level = 5
    println(runCatching { settings.name }.isFailure)
    println(maxOf(Metres(3.5) + Metres(1.25), Metres(4.0)))
    println(Planet.entries.map { "${it.name.lowercase()} ${it.ordinal} ${it.note()}" })
    println(runCatching { Planet.valueOf("PLUTO") }.isSuccess)
    println(listOf(1, "a", 2.0, 'c', null, 3L, 4).let { l -> listOf(l.countOf<Int>(), l.countOf<Any>(), l.countOf<Comparable<*>>(), l.countOf<String?>()) })
    val compose = { f: (Int) -> Int, g: (Int) -> Int -> { x: Int -> g(f(x)) } }
    println((1..5).fold({ x: Int -> x }) { f, i -> compose(f) { it * i + 1 } }(1))
    tailrec fun gcd(a: Long, b: Long): Long = if (b == 0L) a else gcd(b, a % b)
    println(gcd(1_000_000_007L * 12, 998_244_353L * 18))
    val adders = (1..3).map { n -> var calls = 0; { x: Int -> calls++; x + n * calls } }
    println(adders.map { it(10) + it(10) })
    fun depth(n: Int): Int = if (n == 0) 0 else 1 + depth(n - 1)
    println(depth(3_000))
    outer@ for (i in 1..3) for (j in 1..3) {
        if (i == 2) continue@outer
        if (i * j > 5) break@outer
        print("$i$j ")
    }
    println()
    println(with(object { var x = 1; fun twice() { x *= 2 } }) { repeat(10) { twice() }; x })
}

fun numbers() {
    println(listOf(Int.MAX_VALUE + 1, Int.MIN_VALUE / -1, -7 / 2, -7 % 3, (-7).mod(3), -1 ushr 28, 1 shl 33))
    println(listOf(Long.MIN_VALUE, Long.MAX_VALUE * 3, -1L ushr 60, 0x7fff_ffff_ffffL.countOneBits().toLong()))
    println("${UInt.MAX_VALUE} ${ULong.MAX_VALUE / 10u} ${(-1).toUInt() % 1000u} ${200.toUByte()}")
    println(listOf(0.1 + 0.2, 1e21, 1e-7, 123456789.125, -0.0, 1.0 / 0, 0.0 / 0, Double.MIN_VALUE, Double.MAX_VALUE))
    println(listOf(0.1f + 0.2f, 1e10f, 16777217f, Float.MIN_VALUE, 3.4e38f * 10))
    println(listOf(1e20.toInt(), Double.NaN.toLong(), (-3.99).toInt(), 300.7.toInt().toByte().toInt(), 65.7.toInt().toChar().code))
    println(listOf("12345678901234567890".toULong().toString(36), 255.toString(2), "zz".toInt(36), "-1.5e3".toDouble(), "0x1F".removePrefix("0x").toInt(16)))
    val random = Random(42)
    println(List(5) { random.nextInt(1000) } + random.nextLong() + random.nextDouble().toString())
    println((1..10).shuffled(Random(7)))
}

fun strings() {
    println("Größe, 日本語, 🦀".let { "${it.length} ${it.encodeToByteArray().size} ${it.uppercase()} ${it.reversed().length}" })
    println("  padded\tline \n".trim().padStart(14, '*').replaceFirstChar { it.uppercase() })
    println("a,b;c d".split(',', ';', ' ') + "x".repeat(3) + "CamelCaseName".replace(Regex("([a-z])([A-Z])"), "$1_$2").lowercase())
    val log = Regex("""^(?<level>[A-Z]+)\s+\[(\d{2}):(\d{2})]\s+(.*?)(?:\s+#(\w+))?$""", RegexOption.MULTILINE)
    val text = "INFO [10:05] started\nWARN [10:17] disk at 91% #disk\nERROR [11:00]   lost the peer  #net\nnoise"
    for (match in log.findAll(text)) {
        val (level, hour, minute, message, tag) = match.destructured
        println("$level at ${hour.toInt() * 60 + minute.toInt()}: $message (${tag.ifEmpty { "no tag" }})")
    }
    println(Regex("(a+)+b").matches("aaaaaaaaaab") to Regex("\\b(\\w)(\\w)\\2\\1\\b").findAll("abba noon deed test").map { it.value }.toList())
    println(Regex("[äöü]", RegexOption.IGNORE_CASE).replace("ÄpfelÖlü") { "<${it.value.lowercase()}>" })
    println(buildString { for (c in 'z' downTo 'a' step 5) append(c); insert(0, "<").append(">"); setLength(length - 1) })
    println("""
        |indented
        |  by hand
    """.trimMargin().lines())
    println("apple" < "banana" && "a".compareTo("B", ignoreCase = true) < 0)
    println("hash ${"Kotlin/Wasm".hashCode()} ${listOf(1, "two", 3.0).hashCode()} ${mapOf("a" to 1).hashCode()}")
}

fun main() {
    val chapters = listOf("shapes" to ::shapes, "exceptions" to ::exceptions, "collections" to ::collections, "sequences" to ::sequences,
        "language" to ::language, "numbers" to ::numbers, "strings" to ::strings)
    for ((name, chapter) in chapters) {
        println("== $name")
        chapter()
    }
}
