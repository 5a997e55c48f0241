// What ends a program: an exception that nobody catches, and a trap, which nobody can catch.
class Broken(message: String) : RuntimeException(message)

fun inner(n: Int): Int = if (n > 3) throw Broken("gave up at $n") else inner(n + 1) + 1

fun main() {
    println("before")
    try {
        inner(0)
    } catch (e: IllegalStateException) {
        println("not reached")
    } finally {
        println("finally")
    }
}
