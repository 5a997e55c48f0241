package dev.graft.compiler.segment;

import dev.graft.artifact.module.MemoryImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A range of a memory that is mapped as a whole.
///
/// @param memoryOffset where it begins, aligned
/// @param end where it ends, aligned
record ImagePiece(long memoryOffset, long end) {

	/// Mapping costs more than a few pages of zeros do, so that gaps up to this size are
	/// part of a piece.
	private static final long LARGEST_GAP = 256 * 1024;

	private static final int MOST_PIECES = 16;

	/// Images up to this size are made whatever they consist of.
	private static final long ALWAYS_GOOD_BYTES = 16 * 1024 * 1024;

	/// The pieces that contain all of these bytes, in the order of their addresses. No
	/// bytes are in two of them.
	static List<ImagePiece> covering(List<PlacedBytes> placed) {
		List<ImagePiece> pieces = new ArrayList<>();
		for (PlacedBytes bytes : placed.stream().sorted(Comparator.comparingLong(PlacedBytes::memoryOffset)).toList()) {
			long start = bytes.memoryOffset() / MemoryImage.ALIGNMENT * MemoryImage.ALIGNMENT;
			long end = Math.ceilDiv(bytes.memoryEnd(), MemoryImage.ALIGNMENT) * MemoryImage.ALIGNMENT;
			if (!pieces.isEmpty() && start - pieces.getLast().end <= LARGEST_GAP) {
				ImagePiece last = pieces.removeLast();
				pieces.add(new ImagePiece(last.memoryOffset, Math.max(last.end, end)));
			}
			else {
				pieces.add(new ImagePiece(start, end));
			}
		}
		return pieces;
	}

	/// Whether the pieces are few, and small or at least half full.
	static boolean isDenseEnough(List<ImagePiece> pieces, List<PlacedBytes> placed) {
		long size = pieces.stream().mapToLong((piece) -> piece.end - piece.memoryOffset).sum();
		long filled = placed.stream().mapToLong(PlacedBytes::length).sum();
		return pieces.size() <= MOST_PIECES && (size <= ALWAYS_GOOD_BYTES || size / 2 <= filled)
				&& size <= Integer.MAX_VALUE / 2;
	}

	/// Whether an address is in the piece.
	boolean contains(long address) {
		return address >= this.memoryOffset && address < this.end;
	}

}
