/// The artifact: one ELF64 file that holds everything a module needs to run.
///
/// ```
///   ELF header        the operating system ABI says "Graft", the ABI version is the version of the format
///   .wasm.manifest    what the file was made from and for: read first, refused with a sentence
///   .wasm.metadata    types, imports, exports, segments: decoded once, when opened
///   .wasm.functions   a row per function, read in place, as are .wasm.names and .wasm.addrmap
///   .wasm.classindex  where in .wasm.classes each class file is
///   .wasm.classes     class files, defined straight from the mapping
///   .wasm.image       initial memory contents, mapped copy-on-write
///   .wasm.digest      a checksum per section
/// ```
///
/// Start at [dev.graft.artifact.Artifact#open]. The format: docs/ARTIFACT-FORMAT.md.
@NullMarked
package dev.graft.artifact;

import org.jspecify.annotations.NullMarked;
