/// The text format: `.wat` in, the bytes of a binary module out.
///
///     characters ─▶ Lexer ─▶ Tokens ─▶ FieldScanner (binds names) ─▶ one parser per kind of field ─▶ BinaryModule ─▶ bytes
///
/// The text format is a front end and nothing more. It knows how modules are written, it
/// resolves names and abbreviations, and it leaves every question of validity to the
/// decoder and the validator, which see the bytes. So that their answers can still name a
/// line and a column, a [SourceMap] from bytes to characters comes along.
///
/// Nothing here recurses on the nesting of the source, so no input is too deep.
///
/// Start at [WatParser].
///
/// @see <a href="https://webassembly.github.io/spec/core/text/index.html">Text Format</a>
@NullMarked
package dev.graft.compiler.text;

import org.jspecify.annotations.NullMarked;
