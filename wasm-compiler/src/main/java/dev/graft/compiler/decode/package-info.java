/// The binary format: from bytes to a [dev.graft.compiler.model.ModuleModel].
///
/// ```
/// ModuleDecoder ─▶ Section ─▶ one decoder per section ─▶ ModuleModel.Builder
///       └ ByteCursor: bytes, LEB128 numbers, names           bodies and constant expressions stay bytes …
///                                                     … which a CodeReader reads, instruction by instruction
/// ```
///
/// Whatever the specification calls malformed ends in a `MalformedModuleException` whose
/// text begins with the words of its test suite; what belongs to a later version or a
/// feature that is off ends in an `UnsupportedFeatureException` that names it.
///
/// Start at [ModuleDecoder].
@NullMarked
package dev.graft.compiler.decode;

import org.jspecify.annotations.NullMarked;
