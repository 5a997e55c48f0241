/// Where engine and compiler meet without seeing each other.
///
/// The engine asks for a [dev.graft.artifact.spi.ModuleCompiler] through
/// [java.util.ServiceLoader], hands it a [dev.graft.artifact.spi.CompileRequest] and gets
/// the bytes of an artifact. Everything that can be wrong with a module is a
/// [dev.graft.artifact.spi.ModuleException], declared here so that an application can
/// name it without the compiler on its class path.
@NullMarked
package dev.graft.artifact.spi;

import org.jspecify.annotations.NullMarked;
