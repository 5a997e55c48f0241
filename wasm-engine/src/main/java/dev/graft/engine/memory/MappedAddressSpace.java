package dev.graft.engine.memory;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

/// Address space from `mmap`.
///
/// A reservation is anonymous, private, readable and writable from the start, and not counted as used
/// (`MAP_NORESERVE`): growing a memory takes no system call. Images are mapped over the beginning, copy-on-write.
final class MappedAddressSpace implements AddressSpace {

	/// Whether this is a system whose C library has what is needed. Asked before [Libc]
	/// is
	/// touched, which cannot be initialized elsewhere.
	static boolean isSupported() {
		return System.getProperty("os.name").equals("Linux") && ValueLayout.ADDRESS.byteSize() == Long.BYTES
				&& Linker.nativeLinker().defaultLookup().find("memfd_create").isPresent();
	}

	@Override
	public Range reserve(long bytes) {
		try {
			long address = Libc.mmap(0, bytes, Libc.READ_WRITE, Libc.PRIVATE | Libc.ANONYMOUS | Libc.NO_RESERVE, -1, 0);
			return new Range(MemorySegment.ofAddress(address).reinterpret(bytes));
		}
		catch (LibcException refused) {
			throw new AddressSpaceExhaustedException(bytes, refused.reason(), refused);
		}
	}

	@Override
	public MemoryImageSource image(ImageBytes bytes) {
		return MappedImageSource.of(bytes);
	}

	/// A range from `mmap`.
	record Range(MemorySegment segment) implements Reservation {

		/// Maps a piece of an image over a part of this range.
		void map(long offset, ImageFile file, long imageOffset, long length) throws LibcException {
			try {
				Libc.mmap(base() + offset, length, Libc.READ_WRITE, Libc.PRIVATE | Libc.FIXED | Libc.NO_RESERVE,
						file.descriptor(), file.offset() + imageOffset);
			}
			finally {
				Reference.reachabilityFence(file);
			}
		}

		@Override
		public void release() {
			try {
				Libc.munmap(base(), bytes());
			}
			catch (LibcException impossible) {
				throw new IllegalStateException("a range that was reserved cannot be released", impossible);
			}
		}

	}

}
