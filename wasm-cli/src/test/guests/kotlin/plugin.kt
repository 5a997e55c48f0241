// A plugin in Kotlin: docs/PLUGINS.md says how it is compiled.
@file:OptIn(kotlin.wasm.unsafe.UnsafeWasmMemoryApi::class, kotlin.wasm.ExperimentalWasmInterop::class)

import kotlin.wasm.WasmExport
import kotlin.wasm.WasmImport
import kotlin.wasm.unsafe.Pointer
import kotlin.wasm.unsafe.withScopedMemoryAllocator

// The memory is for strings and arrays that cross the border only; everything else is on the garbage-collected heap. What the library
// allocates for itself lies at its beginning, our own part behind that.
private const val RESERVED = 1 shl 16
private const val SIZE = 1 shl 20
private var next = 0

@WasmExport("cabi_realloc")
fun realloc(old: Int, oldLength: Int, align: Int, length: Int): Int {
    if (next == 0) {
        withScopedMemoryAllocator { it.allocate(RESERVED + SIZE) } // grows the memory
        next = RESERVED
    }
    val address = (next + align - 1) and -align
    check(address + length <= RESERVED + SIZE) { "too much text" }
    next = address + length
    return address
}

private fun read(address: Int, length: Int): String =
    ByteArray(length) { (Pointer(address.toUInt()) + it).loadByte() }.decodeToString()

private fun write(text: String): Int {
    val bytes = text.encodeToByteArray()
    val address = realloc(0, 0, 1, bytes.size)
    bytes.forEachIndexed { i, byte -> (Pointer(address.toUInt()) + i).storeByte(byte) }
    val result = realloc(0, 0, 4, 8)
    Pointer(result.toUInt()).storeInt(address)
    (Pointer(result.toUInt()) + 4).storeInt(bytes.size)
    return result
}

@WasmImport("shop:plugins/catalog", "unit-price")
private external fun unitPriceOf(address: Int, length: Int): Double

@WasmExport("describe")
fun describe(address: Int, length: Int): Int {
    val order = read(address, length).split(',').groupingBy { it.trim() }.eachCount()
    return write(order.entries.sortedBy { it.key }.joinToString("; ") { (article, count) -> "$count x $article" })
}

// The caller has copied the result: everything can go.
@WasmExport("cabi_post_describe")
fun afterDescribe(result: Int) {
    next = RESERVED
}

@WasmExport("price")
fun price(address: Int, length: Int): Double {
    val total = try {
        read(address, length).split(',').sumOf { article ->
            val bytes = article.trim().encodeToByteArray()
            val at = realloc(0, 0, 1, bytes.size)
            bytes.forEachIndexed { i, byte -> (Pointer(at.toUInt()) + i).storeByte(byte) }
            unitPriceOf(at, bytes.size).also { require(it >= 0) { "no price for $article" } }
        }
    } catch (e: IllegalArgumentException) {
        -1.0
    }
    next = RESERVED
    return total
}
