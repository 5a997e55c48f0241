package dev.graft.engine.memory;

import java.lang.ref.Reference;

import dev.graft.engine.region.Libc;
import dev.graft.engine.region.LibcException;
import dev.graft.engine.region.MemoryRegion;
import dev.graft.engine.region.WrittenPages;

/// Address space from `mmap`, within the region for linear memories.
///
/// A reservation is anonymous, private, readable and writable from the start, and not
/// counted as used (`MAP_NORESERVE`): growing a memory takes no system call. Images are
/// mapped over the beginning, copy-on-write.
final class MappedAddressSpace implements AddressSpace {

	private final boolean tellsWhatIsWritten;

	MappedAddressSpace() {
		this(WrittenPages.isSupported());
	}

	/// @param tellsWhatIsWritten whether to ask the system which pages were written
	MappedAddressSpace(boolean tellsWhatIsWritten) {
		this.tellsWhatIsWritten = tellsWhatIsWritten;
	}

	@Override
	public Range reserve(long bytes) {
		try {
			return new Range(MemoryRegion.map(bytes), bytes);
		}
		catch (LibcException refused) {
			throw new AddressSpaceExhaustedException(bytes, refused.reason(), refused);
		}
	}

	@Override
	public MemoryImageSource image(ImageBytes bytes) {
		return MappedImageSource.of(bytes);
	}

	@Override
	public SlotReset reset(Reservation reservation, InitialContents contents, boolean mapped) {
		DroppingReset dropping = new DroppingReset(reservation, contents, mapped);
		return this.tellsWhatIsWritten ? new WrittenPagesReset(reservation, contents, dropping) : dropping;
	}

	/// A range from `mmap`.
	record Range(long place, long bytes) implements Reservation {

		/// Maps a piece of an image over a part of this range.
		void map(long offset, ImageFile file, long imageOffset, long length) throws LibcException {
			try {
				Libc.mmap(segment().address() + offset, length, Libc.READ_WRITE,
						Libc.PRIVATE | Libc.FIXED | Libc.NO_RESERVE, file.descriptor(), file.offset() + imageOffset);
			}
			finally {
				Reference.reachabilityFence(file);
			}
		}

		@Override
		public void release() {
			try {
				MemoryRegion.unmap(this.place, this.bytes);
			}
			catch (LibcException impossible) {
				throw new IllegalStateException("a range that was reserved cannot be released", impossible);
			}
		}

	}

}
