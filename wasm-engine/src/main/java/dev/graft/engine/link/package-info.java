/// Linking: what a name stands for, whether it fits what a module imports, and how Java
/// methods and WebAssembly functions become each other's callees.
///
///     FunctionType ──CanonicalTypes──▶ CanonicalType          equal types are one object throughout an engine
///     Java method  ──HostAdapter─────▶ (params…, ModuleInstance)R    what every FunctionReference has
///     (params…, ModuleInstance)R ──FunctionalBinding──▶ IntBinaryOperator, or any functional interface
///     imports × Definitions ──ImportResolution──▶ ResolvedImports, or everything that does not fit
///
/// Knows the runtime structures of `engine.abi`, not the embedding API above.
@NullMarked
package dev.graft.engine.link;

import org.jspecify.annotations.NullMarked;
