/// The way back: from a module to the text format.
///
///     ModuleModel ─▶ WatPrinter ─▶ one form per definition; CodePrinter ─▶ one line per instruction
///
/// What is printed is a module that the text parser reads, and that does the same.
/// Indices stay numbers, since they are what messages name; functions have their names if
/// the name section gives each of them one of its own.
///
/// Start at [WatPrinter].
///
/// @see <a href="https://webassembly.github.io/spec/core/text/index.html">Text Format</a>
@NullMarked
package dev.graft.compiler.print;

import org.jspecify.annotations.NullMarked;
