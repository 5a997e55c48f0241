package dev.graft.engine.memory;

import java.lang.foreign.MemorySegment;
import java.util.List;

import dev.graft.artifact.module.MemoryImage;
import org.jspecify.annotations.Nullable;

/// What a memory begins with: pieces of an image, and zeros between them.
///
/// @param pieces what of the source belongs into the memory
/// @param source the module's image, null if there are no pieces
record InitialContents(List<MemoryImage> pieces, @Nullable MemoryImageSource source) {

	/// Puts the pieces into a fresh reservation.
	/// @return whether all of them were mapped, so that letting go of pages brings them
	/// back
	boolean place(Reservation reservation) {
		boolean mapped = true;
		if (this.source != null) {
			for (MemoryImage piece : this.pieces) {
				mapped &= this.source.place(piece.sectionOffset(), reservation, piece.memoryOffset(), piece.length());
			}
		}
		return mapped;
	}

	/// Writes what a range held in the beginning.
	/// @param from where the range begins
	/// @param to where it ends
	void restore(Reservation reservation, long from, long to) {
		MemorySegment memory = reservation.segment();
		long next = from;
		for (MemoryImage piece : this.pieces) {
			long start = Math.max(next, piece.memoryOffset());
			long end = Math.min(to, piece.memoryOffset() + piece.length());
			if (start < end) {
				memory.asSlice(next, start - next).fill((byte) 0);
				copy(piece, memory, start, end);
				next = end;
			}
		}
		if (next < to) {
			memory.asSlice(next, to - next).fill((byte) 0);
		}
	}

	/// Writes the pieces, where a range holds nothing but zeros.
	void restorePieces(Reservation reservation, long from, long to) {
		for (MemoryImage piece : this.pieces) {
			long start = Math.max(from, piece.memoryOffset());
			long end = Math.min(to, piece.memoryOffset() + piece.length());
			if (start < end) {
				copy(piece, reservation.segment(), start, end);
			}
		}
	}

	private void copy(MemoryImage piece, MemorySegment memory, long start, long end) {
		if (this.source != null) {
			long offset = piece.sectionOffset() + (start - piece.memoryOffset());
			MemorySegment.copy(this.source.bytes(), offset, memory, start, end - start);
		}
	}

}
