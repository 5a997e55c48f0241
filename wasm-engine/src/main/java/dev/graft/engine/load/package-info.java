/// From an artifact to classes: one class loader for each module, which checks every
/// class before it defines it.
///
/// ```
///   Artifact ──classBytes──▶ GeneratedClassLoader ──▶ Class        lazily, on first use
///                               │ before defining
///                               ▼
///                            ClassVerifier                         structure, constant pool, field writes:
///                               │ asks                             only the module itself and what is listed
///                               ▼
///                            AllowedMembers ◀── AbiMethod, JavaBaseMember
/// ```
///
/// HotSpot's own verifier sees to types and control flow; what is added here is *whom*
/// generated code may talk to. An artifact that somebody has tampered with is refused by
/// the one or the other.
///
/// Start at [LoadedModule].
@NullMarked
package dev.graft.engine.load;

import org.jspecify.annotations.NullMarked;
