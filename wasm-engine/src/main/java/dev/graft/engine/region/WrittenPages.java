package dev.graft.engine.region;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// Finds the pages of a private mapping that belong to this process alone, because they
/// were written: one system call for any number of them.
///
/// A page of a private file mapping that was only read is the file's, a page of
/// anonymous memory that was only read is the system's page of zeros. What is left was
/// written at some time since it was mapped or dropped, even if its bytes are by now
/// what they were.
///
/// An object is the arguments and results of one scan, for one thread at a time.
///
/// @see <a href="https://docs.kernel.org/admin-guide/mm/pagemap.html">Examining Process
/// Page Tables, "The PAGEMAP_SCAN IOCTL"</a>
public final class WrittenPages {

	private static final long USUAL_PAGE_BYTES = 4096;

	/// The size of a page of this machine; a usual one where nothing is known of it.
	public static final long PAGE_BYTES = pageBytes();

	/// How many ranges a scan finds at most.
	private static final int MOST_RANGES = 128;

	/// `_IOWR('f', 16, struct pm_scan_arg)`.
	private static final long PAGEMAP_SCAN = 0xC060_6610L;

	/// `PAGE_IS_FILE | PAGE_IS_PFNZERO`.
	private static final long OF_OTHERS = 1 << 2 | 1 << 5;

	/// `PAGE_IS_PRESENT | PAGE_IS_SWAPPED`.
	private static final long THERE = 1 << 3 | 1 << 4;

	private static final StructLayout ARGUMENTS = MemoryLayout.structLayout(JAVA_LONG.withName("size"),
			JAVA_LONG.withName("flags"), JAVA_LONG.withName("start"), JAVA_LONG.withName("end"),
			JAVA_LONG.withName("walk_end"), JAVA_LONG.withName("vec"), JAVA_LONG.withName("vec_len"),
			JAVA_LONG.withName("max_pages"), JAVA_LONG.withName("category_inverted"),
			JAVA_LONG.withName("category_mask"), JAVA_LONG.withName("category_anyof_mask"),
			JAVA_LONG.withName("return_mask"));

	private static final long START = offset("start");

	private static final long END = offset("end");

	private static final long WALK_END = offset("walk_end");

	private static final long MAX_PAGES = offset("max_pages");

	private static final long RANGES = ARGUMENTS.byteSize();

	/// `struct page_region`: start, end, categories.
	private static final long RANGE_BYTES = 3L * Long.BYTES;

	private static final int PAGEMAP = open();

	private static final boolean SUPPORTED = PAGEMAP >= 0 && tellsWhatIsWritten();

	private final MemorySegment buffer = Arena.ofAuto().allocate(RANGES + MOST_RANGES * RANGE_BYTES, Long.BYTES);

	/// Room for the results of a scan.
	public WrittenPages() {
		set("size", ARGUMENTS.byteSize());
		set("vec", this.buffer.address() + RANGES);
		set("vec_len", MOST_RANGES);
		set("category_inverted", OF_OTHERS);
		set("category_mask", OF_OTHERS);
		set("category_anyof_mask", THERE);
		set("return_mask", THERE);
	}

	/// Whether the system tells: Linux from 6.7 on does, unless something forbids it.
	public static boolean isSupported() {
		return SUPPORTED;
	}

	/// Looks for written pages.
	/// @param address where to begin
	/// @param bytes how far to look
	/// @param mostPages how many pages to find at most, at least one
	/// @return how many ranges were found, -1 if the system refused
	public int find(long address, long bytes, long mostPages) {
		this.buffer.set(JAVA_LONG, START, address);
		this.buffer.set(JAVA_LONG, END, address + bytes);
		this.buffer.set(JAVA_LONG, MAX_PAGES, mostPages);
		return Libc.ioctl(PAGEMAP, PAGEMAP_SCAN, this.buffer);
	}

	/// The address at which the scan ended: there, or because there was no room for more
	/// results.
	public long scannedTo() {
		return this.buffer.get(JAVA_LONG, WALK_END);
	}

	/// Where a range that was found begins.
	public long start(int range) {
		return this.buffer.get(JAVA_LONG, RANGES + range * RANGE_BYTES);
	}

	/// Where a range that was found ends.
	public long end(int range) {
		return this.buffer.get(JAVA_LONG, RANGES + range * RANGE_BYTES + Long.BYTES);
	}

	private void set(String field, long value) {
		this.buffer.set(JAVA_LONG, offset(field), value);
	}

	private static long offset(String field) {
		return ARGUMENTS.byteOffset(MemoryLayout.PathElement.groupElement(field));
	}

	private static long pageBytes() {
		try {
			return MemoryRegion.hasMmap() ? Libc.pageSize() : USUAL_PAGE_BYTES;
		}
		catch (LibcException unknown) {
			return USUAL_PAGE_BYTES;
		}
	}

	private static int open() {
		try {
			return MemoryRegion.hasMmap() ? Libc.open("/proc/self/pagemap") : -1;
		}
		catch (LibcException forbidden) {
			return -1;
		}
	}

	// A system that gets this wrong would leave what one guest has written for another
	// one to read, so it has to show that it does not: page 0 stays untouched, 1 is
	// written, 2 is read, 3 is written.
	private static boolean tellsWhatIsWritten() {
		try {
			long page = PAGE_BYTES;
			long address = Libc.mmap(0, 4 * page, Libc.READ_WRITE, Libc.PRIVATE | Libc.ANONYMOUS | Libc.NO_RESERVE, -1,
					0);
			try {
				MemorySegment pages = MemorySegment.ofAddress(address).reinterpret(4 * page);
				pages.set(JAVA_BYTE, page, (byte) 1);
				pages.set(JAVA_BYTE, 3 * page, pages.get(ValueLayout.JAVA_BYTE, 2 * page));
				WrittenPages found = new WrittenPages();
				return found.find(address, 4 * page, 4) == 2 && found.start(0) == address + page
						&& found.end(0) == address + 2 * page && found.start(1) == address + 3 * page
						&& found.end(1) == address + 4 * page && found.scannedTo() == address + 4 * page;
			}
			finally {
				Libc.munmap(address, 4 * page);
			}
		}
		catch (LibcException refused) {
			return false;
		}
	}

}
