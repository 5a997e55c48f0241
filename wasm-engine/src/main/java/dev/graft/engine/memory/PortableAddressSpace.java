package dev.graft.engine.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/// Address space from nothing but the Java platform: an empty, sparse temporary file,
/// mapped privately.
///
/// The file is never written, as private mappings keep to themselves what is written to
/// them, so one file serves all reservations and every one of them reads as zero. Images
/// are copied.
final class PortableAddressSpace implements AddressSpace {

	private @Nullable FileChannel zeros;

	// The channel is closed when a thread that uses it is interrupted, which a deadline
	// may
	// do at any time.
	@Override
	public Range reserve(long bytes) {
		boolean interrupted = false;
		try {
			while (true) {
				interrupted |= Thread.interrupted();
				try {
					return map(bytes);
				}
				catch (ClosedChannelException closed) {
					interrupted |= Thread.interrupted();
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private Range map(long bytes) throws ClosedChannelException {
		Arena arena = Arena.ofShared();
		try {
			MemorySegment segment = zeros().map(MapMode.PRIVATE, 0, bytes, arena);
			return new Range(segment.address(), bytes, arena);
		}
		catch (ClosedChannelException closed) {
			arena.close();
			throw closed;
		}
		catch (IOException | OutOfMemoryError refused) {
			arena.close();
			throw new AddressSpaceExhaustedException(bytes, String.valueOf(refused.getMessage()), refused);
		}
	}

	@Override
	public MemoryImageSource image(ImageBytes bytes) {
		return new CopiedImage(bytes.bytes());
	}

	@Override
	public SlotReset reset(Reservation reservation, InitialContents contents, boolean mapped) {
		return new CopyingReset(reservation, contents);
	}

	private synchronized FileChannel zeros() throws IOException {
		if (this.zeros == null || !this.zeros.isOpen()) {
			Path file = Files.createTempFile("graft-zeros", ".bin");
			Files.delete(file);
			this.zeros = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE,
					StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
		}
		return this.zeros;
	}

	/// An image that is copied into every memory.
	private record CopiedImage(MemorySegment bytes) implements MemoryImageSource {

		@Override
		public boolean place(long sectionOffset, Reservation reservation, long memoryOffset, long length) {
			MemorySegment.copy(this.bytes, sectionOffset, reservation.segment(), memoryOffset, length);
			return false;
		}

	}

	/// A range of the sparse file.
	record Range(long place, long bytes, Arena arena) implements Reservation {

		@Override
		public void release() {
			this.arena.close();
		}

	}

}
