/// ELF64, little endian: as much of it as a file of sections needs. Knows nothing of what
/// the sections hold.
///
/// [dev.graft.artifact.elf.ElfWriter] lays sections out, [dev.graft.artifact.elf.ElfFile]
/// finds them again. The records have the specification's fields in the specification's
/// order, and read and write side by side.
///
/// @see <a href="https://gabi.xinuos.com/elf/02-eheader.html">System V gABI, "ELF
/// Header"</a>
@NullMarked
package dev.graft.artifact.elf;

import org.jspecify.annotations.NullMarked;
