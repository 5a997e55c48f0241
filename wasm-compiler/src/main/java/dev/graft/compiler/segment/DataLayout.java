package dev.graft.compiler.segment;

import dev.graft.artifact.format.SectionOutput;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.compiler.model.DataDefinition;
import dev.graft.compiler.model.ModuleModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the bytes of data segments are: in images of memories, or one after the other.
final class DataLayout {

	private final ModuleModel module;

	private final List<DataSegment> segments = new ArrayList<>();

	private final SectionOutput bytes = new SectionOutput();

	private final List<MemoryImage> images = new ArrayList<>();

	private final ByteArrayOutputStream imageBytes = new ByteArrayOutputStream();

	private DataLayout(ModuleModel module) {
		this.module = module;
	}

	static DataLayout of(ModuleModel module) {
		DataLayout layout = new DataLayout(module);
		InitializationFacts facts = new InitializationFacts(module);
		boolean[] hasImage = new boolean[module.memoryTypes().size()];
		for (int memory = 0; memory < hasImage.length; memory++) {
			hasImage[memory] = facts.isPredictable(memory) && layout.addImage(memory);
		}
		for (DataDefinition segment : module.data()) {
			layout.add(segment, hasImage);
		}
		return layout;
	}

	private void add(DataDefinition segment, boolean[] hasImage) {
		int memory = InitializationFacts.activeMemory(segment);
		boolean inImage = memory >= 0 && hasImage[memory];
		this.segments.add(new DataSegment(inImage ? 0 : this.bytes.size(), segment.length(), inImage));
		if (!inImage) {
			this.bytes.bytes(Arrays.copyOfRange(this.module.bytes(), segment.bytesOffset(),
					segment.bytesOffset() + segment.length()));
		}
	}

	/// Makes the image of a memory whose active segments are all predictable.
	/// @return whether that is worth it
	private boolean addImage(int memory) {
		List<PlacedBytes> placed = this.module.data()
			.stream()
			.filter((segment) -> InitializationFacts.activeMemory(segment) == memory && segment.length() > 0)
			.map((segment) -> new PlacedBytes(InitializationFacts.constantOffset(segment), segment.bytesOffset(),
					segment.length()))
			.toList();
		List<ImagePiece> pieces = ImagePiece.covering(placed);
		if (!ImagePiece.isDenseEnough(pieces, placed)) {
			return false;
		}
		for (ImagePiece piece : pieces) {
			add(memory, piece, placed);
		}
		return true;
	}

	private void add(int memory, ImagePiece piece, List<PlacedBytes> placed) {
		this.images.add(new MemoryImage(memory, this.imageBytes.size(), piece.memoryOffset(),
				piece.end() - piece.memoryOffset()));
		ByteBuffer contents = ByteBuffer.allocate(Math.toIntExact(piece.end() - piece.memoryOffset()));
		for (PlacedBytes bytes : placed) {
			if (piece.contains(bytes.memoryOffset())) {
				contents.put((int) (bytes.memoryOffset() - piece.memoryOffset()), this.module.bytes(),
						bytes.bytesOffset(), bytes.length());
			}
		}
		this.imageBytes.writeBytes(contents.array());
	}

	List<DataSegment> segments() {
		return this.segments;
	}

	List<MemoryImage> images() {
		return this.images;
	}

	byte[] bytes() {
		return this.bytes.toByteArray();
	}

	byte[] imageBytes() {
		return this.imageBytes.toByteArray();
	}

}
