/// Where linear memories live: address space that is reserved once, up to the limit, so
/// that the base of a memory never moves and growing it is a matter of changing one
/// number.
///
/// ```
///   LinearMemories ──▶ SlotPool ──▶ Slot ──▶ Reservation   base, bytes, release
///     sizing            limits,      │          ▲
///        │              waiting      │          │ reserve
///        ▼                           │       AddressSpace ─┬─ MappedAddressSpace     Linux: mmap, images copy-on-write
///   OwnedMemory ──▶ abi.LinearMemory │                     └─ PortableAddressSpace   elsewhere: a sparse file
///                                    └─▶ SlotReset ─┬─ WrittenPagesReset   asks which pages were written
///                                                   ├─ DroppingReset       lets go of all pages
///                                                   └─ CopyingReset        writes everything
/// ```
///
/// Reserved space costs page table entries only for what the guest touches. A memory's
/// initial contents are a private mapping of the artifact's image section, where the
/// platform and the artifact allow it, and a copy otherwise. A [MemoryTemplate] is a
/// memory of a module, and knows the slots that wait, reset, for its next instance.
///
/// Whoever closes an [OwnedMemory] has made sure that no frame can touch it any more. What
/// a store holds that nobody closed is closed when its execution context is garbage; for
/// that to be safe, whoever calls into an instance keeps the context reachable until the
/// call returns: compiled code may have nothing left of the memory but an address.
///
/// Start at [LinearMemories].
@NullMarked
package dev.graft.engine.memory;

import org.jspecify.annotations.NullMarked;
