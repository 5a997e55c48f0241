/// Class files: the only package that knows ASM.
///
/// [Bytecode] is what the emitters write to: JVM instructions in terms of kinds, listed
/// members and labels. [ClassFile] collects methods and turns them into bytes;
/// [SizeMeter] only counts what they would take, which is how large functions find out
/// where to be cut.
@NullMarked
package dev.graft.compiler.asm;

import org.jspecify.annotations.NullMarked;
