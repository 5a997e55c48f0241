package dev.graft.engine.memory;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

import dev.graft.artifact.module.MemoryImage;
import dev.graft.engine.region.Libc;
import dev.graft.engine.region.LibcException;
import org.jspecify.annotations.Nullable;

/// An image that is mapped privately from a file: the artifact, or, if the artifact is
/// not a file, one in memory that is made when the first instance needs it.
///
/// Pages that the guest only reads are shared by all instances, and with the page cache;
/// a page that it writes is copied by the kernel at that moment.
final class MappedImageSource implements MemoryImageSource {

	private final ImageBytes image;

	private final boolean canMap;

	private @Nullable ImageFile file;

	private MappedImageSource(ImageBytes image, boolean canMap) {
		this.image = image;
		this.canMap = canMap;
	}

	/// Pieces can be mapped if they begin and end at pages of this machine.
	static MappedImageSource of(ImageBytes image) {
		try {
			long sectionOffset = image.file().map(ImageBytes.InFile::offset).orElse(0L);
			long page = Libc.pageSize();
			return new MappedImageSource(image, MemoryImage.ALIGNMENT % page == 0 && sectionOffset % page == 0);
		}
		catch (LibcException unknown) {
			return new MappedImageSource(image, false);
		}
	}

	@Override
	public boolean place(long sectionOffset, Reservation reservation, long memoryOffset, long length) {
		if (this.canMap && map(sectionOffset, (MappedAddressSpace.Range) reservation, memoryOffset, length)) {
			return true;
		}
		MemorySegment.copy(this.image.bytes(), sectionOffset, reservation.segment(), memoryOffset, length);
		return false;
	}

	@Override
	public MemorySegment bytes() {
		return this.image.bytes();
	}

	// A process that has run out of mappings or descriptors still gets its memory, by the
	// slower way.
	private boolean map(long sectionOffset, MappedAddressSpace.Range range, long memoryOffset, long length) {
		try {
			ImageFile file = file();
			range.map(memoryOffset, file, sectionOffset, length);
			return true;
		}
		catch (LibcException refused) {
			return false;
		}
	}

	private synchronized ImageFile file() throws LibcException {
		if (this.file == null) {
			this.file = open(this.image);
		}
		return this.file;
	}

	private static ImageFile open(ImageBytes image) throws LibcException {
		Optional<ImageFile> artifact = image.file().flatMap(MappedImageSource::openArtifact);
		return artifact.isPresent() ? artifact.get() : ImageFile.inMemory(image.bytes());
	}

	// By now the path may lead to another file than the one that was mapped, as files are
	// replaced by renaming.
	private static Optional<ImageFile> openArtifact(ImageBytes.InFile place) {
		try {
			ImageFile file = new ImageFile(Libc.open(place.path().toString()), place.offset());
			return place.fileKey().equals(file.fileKey()) ? Optional.of(file) : Optional.empty();
		}
		catch (LibcException | IOException unavailable) {
			return Optional.empty();
		}
	}

}
