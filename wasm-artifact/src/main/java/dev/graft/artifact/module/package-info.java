/// What the engine needs to know about a module.
///
/// [dev.graft.artifact.module.ModuleMetadata] is decoded once when an artifact is opened
/// and stays small: nothing in it grows with the number of functions that the module
/// defines. What does is a view that reads single rows in place and is never decoded
/// whole: [dev.graft.artifact.module.FunctionTable],
/// [dev.graft.artifact.module.NameTable] and [dev.graft.artifact.module.AddressMap], each
/// with the builder that the compiler fills and the grammar of its bytes.
@NullMarked
package dev.graft.artifact.module;

import org.jspecify.annotations.NullMarked;
