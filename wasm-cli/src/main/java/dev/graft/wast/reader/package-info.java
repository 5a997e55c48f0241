/// Reads `.wast` scripts with the lexer of the text format. Modules are cut out of the
/// script, not parsed: each is parsed when it is loaded, so that one that is wrong does
/// not take the script with it.
///
/// Start at [dev.graft.wast.reader.ScriptReader].
@NullMarked
package dev.graft.wast.reader;

import org.jspecify.annotations.NullMarked;
