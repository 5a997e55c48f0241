/// Where linear memories live: address space that is reserved once, up to the limit, so
/// that the base of a memory never moves and growing it is a matter of changing one
/// number.
///
/// ```
///   LinearMemories ──reserve──▶ AddressSpace ─┬─ MappedAddressSpace     Linux: mmap, images copy-on-write
///     sizing, accounts,                       └─ PortableAddressSpace   elsewhere: a sparse file mapped privately
///     closing, cleaning                              │
///        │                                           ▼
///        ▼                                      Reservation  base, bytes, place(image), release
///   OwnedMemory ──▶ abi.LinearMemory
/// ```
///
/// Reserved space costs page table entries only for what the guest touches. A memory's
/// initial contents are a private mapping of the artifact's image section, where the
/// platform and the artifact allow it, and a copy otherwise.
///
/// Whoever closes an [OwnedMemory] has made sure that no frame can touch it any more; a
/// memory that nobody closed is released when it is garbage. For that to be safe, whoever
/// calls into an instance keeps it reachable until the call returns
/// ([java.lang.ref.Reference#reachabilityFence]): compiled code may have nothing left of
/// it but an address.
///
/// Start at [LinearMemories].
@NullMarked
package dev.graft.engine.memory;

import org.jspecify.annotations.NullMarked;
