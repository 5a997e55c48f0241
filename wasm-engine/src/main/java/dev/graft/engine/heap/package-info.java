/// The Java classes of structure and array types.
///
/// A structure type is a class with a field for each field, an array type a class around
/// a Java array; subtypes are subclasses. So the JVM lays objects out, collects them, and
/// its checks of classes are the casts of WebAssembly. Equal types are the same class,
/// whatever modules they come from, since the class belongs to the canonical type. The
/// shape of the classes is told by [dev.graft.artifact.abi.GeneratedTypes].
///
/// Start at [HeapClassLoader].
@NullMarked
package dev.graft.engine.heap;

import org.jspecify.annotations.NullMarked;
