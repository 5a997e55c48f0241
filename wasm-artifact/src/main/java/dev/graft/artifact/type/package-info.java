/// The WebAssembly type model, shared by everybody: value, function, table, memory,
/// global and tag types, and limits.
///
/// Records and enums in the specification's words ("Structure, Types"). Nothing here
/// knows how a type is encoded in a binary module, in text or in an artifact.
@NullMarked
package dev.graft.artifact.type;

import org.jspecify.annotations.NullMarked;
