package dev.graft.engine.region;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The addresses that generated code can reach, and the linear memories among them.
///
/// A *place* is a distance from the beginning of the region. By default the region is the
/// whole address space, and places are addresses: that is what the JIT compiler turns
/// into the best code. Where artifacts come from people who are not trusted, the system
/// property [#PROPERTY] makes it 16 TiB of reserved address space in which there is
/// nothing but linear memories (`isolated`).
///
/// Thread-safe.
public final class MemoryRegion {

	/// The system property that chooses: nothing; `isolated`; or `portable`, which forces
	/// what systems without `mmap` do, for tests.
	public static final String PROPERTY = "graft.memory";

	private static final String CHOICE = System.getProperty(PROPERTY, "");

	/// The size of the isolated region.
	private static final long PLACES = 1L << 44;

	/// More than what an access adds to a place: an address and an offset of 32 bits
	/// each.
	private static final long SLACK = 1L << 34;

	private static final boolean MMAP = canMap();

	private static final boolean ISOLATED = CHOICE.equals("isolated");

	private static final long BASE = ISOLATED ? reserve() : 0;

	/// All of it. Never closed.
	public static final MemorySegment SEGMENT = ISOLATED ? MemorySegment.ofAddress(BASE).reinterpret(PLACES + SLACK)
			: MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

	private static final FreePlaces FREE = new FreePlaces(PLACES);

	private MemoryRegion() {
	}

	/// Whether this is a system where memory comes from `mmap`.
	public static boolean hasMmap() {
		return MMAP;
	}

	/// Whether the region holds nothing but linear memories.
	public static boolean isIsolated() {
		return ISOLATED;
	}

	/// Makes a range accessible that reads as zero and costs nothing until it is touched.
	/// @param bytes its size, a multiple of the WebAssembly page size
	/// @return its place
	/// @throws LibcException if the system refuses
	public static long map(long bytes) throws LibcException {
		return ISOLATED ? mapReserved(bytes)
				: Libc.mmap(0, bytes, Libc.READ_WRITE, Libc.PRIVATE | Libc.ANONYMOUS | Libc.NO_RESERVE, -1, 0);
	}

	/// Takes a range back that [#map] made.
	/// @throws LibcException if the system refuses
	public static void unmap(long place, long bytes) throws LibcException {
		if (!ISOLATED) {
			Libc.munmap(place, bytes);
			return;
		}
		Libc.mmap(BASE + place, bytes, Libc.NO_ACCESS, Libc.PRIVATE | Libc.ANONYMOUS | Libc.NO_RESERVE | Libc.FIXED, -1,
				0);
		FREE.give(place, bytes);
	}

	/// Lets go of the pages of a range within one that [#map] made: it is again what was
	/// mapped there.
	/// @return whether the system did it
	public static boolean drop(long place, long bytes) {
		return Libc.drop(BASE + place, bytes);
	}

	/// The address of a place.
	public static long address(long place) {
		return BASE + place;
	}

	private static long mapReserved(long bytes) throws LibcException {
		long place = FREE.take(bytes)
			.orElseThrow(() -> new LibcException("all 16 TiB for linear memories are reserved"));
		try {
			Libc.mmap(BASE + place, bytes, Libc.READ_WRITE,
					Libc.PRIVATE | Libc.ANONYMOUS | Libc.NO_RESERVE | Libc.FIXED, -1, 0);
			return place;
		}
		catch (LibcException refused) {
			FREE.give(place, bytes);
			throw refused;
		}
	}

	private static boolean canMap() {
		return !CHOICE.equals("portable") && System.getProperty("os.name").equals("Linux")
				&& ValueLayout.ADDRESS.byteSize() == Long.BYTES
				&& Linker.nativeLinker().defaultLookup().find("memfd_create").isPresent();
	}

	// Whoever asks for protection does not want to run without it.
	private static long reserve() {
		if (!MMAP) {
			throw new IllegalStateException("linear memories cannot be isolated on this operating system");
		}
		try {
			return Libc.mmap(0, PLACES + SLACK, Libc.NO_ACCESS, Libc.PRIVATE | Libc.ANONYMOUS | Libc.NO_RESERVE, -1, 0);
		}
		catch (LibcException tooMuch) {
			throw new IllegalStateException("linear memories cannot be isolated: there are no 16 TiB of address space "
					+ "(is there a limit, 'ulimit -v'?)", tooMuch);
		}
	}

}
