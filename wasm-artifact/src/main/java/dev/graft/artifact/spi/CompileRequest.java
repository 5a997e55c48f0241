package dev.graft.artifact.spi;

/// What to compile, and how.
///
/// @param sourceName the file, URL or name that the module is known by, for messages
/// @param source a module in binary or text form; not copied, and not to be changed
/// @param settings how to compile it
@SuppressWarnings("ArrayRecordComponent") // a parameter object: never compared or printed
public record CompileRequest(String sourceName, byte[] source, CompilerSettings settings) {
}
