package dev.graft.compiler.segment;

import dev.graft.artifact.format.SectionOutput;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.ModuleModel;
import java.util.ArrayList;
import java.util.List;

/// Where the items of element segments are: function indices one after the other.
final class ElementLayout {

	private final List<ElementSegment> segments = new ArrayList<>();

	private final SectionOutput bytes = new SectionOutput();

	private ElementLayout() {
	}

	static ElementLayout of(ModuleModel module) {
		ElementLayout layout = new ElementLayout();
		module.elements().forEach(layout::add);
		return layout;
	}

	private void add(ElementDefinition segment) {
		long offset = switch (segment.items()) {
			case ElementItems.Functions functions -> write(functions);
			case ElementItems.Expressions _ -> ElementSegment.COMPUTED;
		};
		this.segments.add(new ElementSegment(segment.type(), segment.items().count(), offset));
	}

	/// The model and the artifact write null the same way.
	private long write(ElementItems.Functions functions) {
		long offset = this.bytes.size();
		for (int i = 0; i < functions.count(); i++) {
			this.bytes.u32(functions.get(i));
		}
		return offset;
	}

	List<ElementSegment> segments() {
		return this.segments;
	}

	byte[] bytes() {
		return this.bytes.toByteArray();
	}

}
