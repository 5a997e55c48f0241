package dev.graft.engine.memory;

import java.util.Comparator;
import java.util.List;

import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.type.ExternalType;
import org.jspecify.annotations.Nullable;

/// A memory that a module defines: its type, what it begins with, and the slots in which
/// its instances have been. Thread-safe.
public final class MemoryTemplate {

	private final ExternalType.Memory type;

	private final InitialContents contents;

	private final @Nullable WarmSlots warm;

	private MemoryTemplate(ExternalType.Memory type, InitialContents contents, @Nullable WarmSlots warm) {
		this.type = type;
		this.contents = contents;
		this.warm = warm;
	}

	/// A memory of a module.
	/// @param images what of the source belongs into it
	/// @param source the module's image; null if there are no images
	static MemoryTemplate ofModule(ExternalType.Memory type, List<MemoryImage> images,
			@Nullable MemoryImageSource source, boolean kept) {
		List<MemoryImage> pieces = images.stream().sorted(Comparator.comparingLong(MemoryImage::memoryOffset)).toList();
		return new MemoryTemplate(type, new InitialContents(pieces, source), kept ? new WarmSlots() : null);
	}

	/// A memory of zeros that is made once.
	public static MemoryTemplate zeros(ExternalType.Memory type) {
		return new MemoryTemplate(type, new InitialContents(List.of(), null), null);
	}

	/// Its type.
	public ExternalType.Memory type() {
		return this.type;
	}

	InitialContents contents() {
		return this.contents;
	}

	/// The slots that wait for the next instance; null if none are kept.
	@Nullable WarmSlots warm() {
		return this.warm;
	}

}
