/// The sections of an artifact, a codec for each: what it is for, its grammar, its reader
/// and its writer.
///
/// [dev.graft.artifact.section.SectionKind] lists them all. Those with one row per
/// function are beside the views in [dev.graft.artifact.module] that read them. All
/// numbers are little endian; in the grammars, `u32` has four bytes, `unsigned` is
/// LEB128, `signed` is LEB128 with the sign in the lowest bit, `string` is a length in
/// bytes (`unsigned`) and UTF-8, and `x*` is a count (`unsigned`) and as many `x`.
@NullMarked
package dev.graft.artifact.section;

import org.jspecify.annotations.NullMarked;
