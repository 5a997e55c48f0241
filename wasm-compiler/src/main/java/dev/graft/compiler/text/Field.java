package dev.graft.compiler.text;

/// A module field whose place is known and whose identifier is bound, to be parsed in the
/// second pass.
///
/// @param kind what it is
/// @param bodyToken the token behind its keyword
/// @param textOffset where it begins in the text
/// @param index its index in the index space that it defines a member of, if it does
record Field(FieldKind kind, int bodyToken, int textOffset, int index) {
}
