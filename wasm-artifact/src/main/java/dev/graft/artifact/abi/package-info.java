/// The binary interface between generated code and the engine, as data: what generated
/// code may refer to, and what its parts are called.
///
/// The compiler emits calls from these rows; the engine checks each class against them
/// before it defines it; a test compares them with the real methods. [AbiMethod] lists
/// the members of `dev.graft.engine.abi`, [JavaBaseMember] those of the Java platform,
/// [GeneratedNames] says how generated classes, methods and fields are named, and
/// [AbiVersion] is the fingerprint of all that, which an artifact carries in its
/// manifest.
@NullMarked
package dev.graft.artifact.abi;

import org.jspecify.annotations.NullMarked;
