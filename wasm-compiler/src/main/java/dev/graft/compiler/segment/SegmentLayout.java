package dev.graft.compiler.segment;

import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.compiler.model.ModuleModel;
import java.util.List;

/// Where the contents of a module's segments are.
///
/// The generated initializer has to deal with what is left: element segments that are
/// [ElementSegment#computed], and active segments, except for the data segments that are
/// [DataSegment#inImage].
public final class SegmentLayout {

	private final ElementLayout elements;

	private final DataLayout data;

	private SegmentLayout(ElementLayout elements, DataLayout data) {
		this.elements = elements;
		this.data = data;
	}

	/// Lays the segments of a valid module out.
	public static SegmentLayout of(ModuleModel module) {
		return new SegmentLayout(ElementLayout.of(module), DataLayout.of(module));
	}

	/// The element segments, by index.
	public List<ElementSegment> elementSegments() {
		return this.elements.segments();
	}

	/// The data segments, by index.
	public List<DataSegment> dataSegments() {
		return this.data.segments();
	}

	/// The initial contents of memories.
	public List<MemoryImage> memoryImages() {
		return this.data.images();
	}

	/// The contents of the section `.wasm.elements`.
	public byte[] elementBytes() {
		return this.elements.bytes();
	}

	/// The contents of the section `.wasm.data`.
	public byte[] dataBytes() {
		return this.data.bytes();
	}

	/// The contents of the section `.wasm.image`.
	public byte[] imageBytes() {
		return this.data.imageBytes();
	}

}
