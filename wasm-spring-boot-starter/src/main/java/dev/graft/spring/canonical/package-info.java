/// How Java values cross the boundary: the canonical ABI of the component model, as
/// wit-bindgen has guests speak it on core modules.
///
/// | Java | WIT | on the boundary |
/// |---|---|---|
/// | `boolean` | `bool` | `i32`, 0 or 1 |
/// | `byte`, `short`, `int` | `s8`, `s16`, `s32` | `i32` |
/// | `long` | `s64` | `i64` |
/// | `float`, `double` | `f32`, `f64` | `f32`, `f64` |
/// | `String` | `string` | address and length of UTF-8 |
/// | `byte[]` | `list<u8>` | address and length |
///
/// Unsigned integers of a guest arrive in the Java type of the same width, to be read
/// with `Integer.toUnsignedLong` and its like. `char` is refused: WIT's `char` is a code
/// point, which `int` holds.
///
/// Whoever receives an address owns the memory: what goes to the guest is put where its
/// `cabi_realloc` says; what comes from it is copied out before `cabi_post_<export>` lets
/// the guest free it. Text is checked in both directions, never repaired. More than 16
/// parameters travel as a tuple in memory, and a result that is not a single number
/// travels as its address.
///
/// Start at [CanonicalSignature]; [Lowering] and [Lifting] do the work.
///
/// @see <a
/// href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md">Canonical
/// ABI</a>
@NullMarked
package dev.graft.spring.canonical;

import org.jspecify.annotations.NullMarked;
