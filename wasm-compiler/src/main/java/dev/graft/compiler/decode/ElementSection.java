package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ConstantExpression.Form;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.SegmentMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Element segments.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#element-section">Binary
/// Format, "Element Section"</a>
final class ElementSection {

	/// Passive or declarative instead of active.
	private static final int NOT_ACTIVE = 1;

	/// With a table index, or declarative.
	private static final int EXPLICIT = 2;

	/// Items are expressions instead of function indices.
	private static final int EXPRESSIONS = 4;

	/// What function indices imply: none is null.
	private static final ReferenceType FUNCTION = new ReferenceType(false, HeapType.Abstract.FUNC);

	private ElementSection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.ELEMENT_SEGMENTS, "element segments");
		for (int i = 0; i < count; i++) {
			in.module().add(segment(in));
		}
	}

	private static ElementDefinition segment(SectionInput in) {
		int offset = in.cursor().position();
		int flags = in.cursor().u32();
		if ((flags & ~7) != 0) {
			throw in.cursor()
				.malformed(offset, "malformed elements segment kind", "0 to 7", Integer.toUnsignedString(flags));
		}
		if (flags != 0) {
			in.require(Feature.BULK_MEMORY, offset, "an element segment of kind " + flags);
		}
		SegmentMode mode = mode(in, flags);
		ReferenceType type = type(in, flags);
		int count = in.count(ImplementationLimits.SEGMENT_ELEMENTS, "elements in a segment");
		ElementItems items = ((flags & EXPRESSIONS) == 0) ? functions(in, count) : expressions(in, type, count);
		return new ElementDefinition(type, items, mode, offset);
	}

	private static SegmentMode mode(SectionInput in, int flags) {
		if ((flags & NOT_ACTIVE) != 0) {
			return ((flags & EXPLICIT) != 0) ? new SegmentMode.Declarative() : new SegmentMode.Passive();
		}
		int table = ((flags & EXPLICIT) != 0) ? in.cursor().u32() : 0;
		return new SegmentMode.Active(table, in.constants().decode());
	}

	private static ReferenceType type(SectionInput in, int flags) {
		if ((flags & (NOT_ACTIVE | EXPLICIT)) == 0) {
			return ((flags & EXPRESSIONS) != 0) ? ReferenceType.FUNCREF : FUNCTION;
		}
		if ((flags & EXPRESSIONS) != 0) {
			return in.types().referenceType();
		}
		int at = in.cursor().position();
		int kind = in.cursor().u8();
		if (kind != 0) {
			throw in.cursor().malformed(at, "malformed element kind", "0x00", "0x%02x".formatted(kind));
		}
		return FUNCTION;
	}

	private static ElementItems functions(SectionInput in, int count) {
		int[] functions = new int[count];
		for (int i = 0; i < count; i++) {
			functions[i] = function(in);
			in.module().declareReference(functions[i]);
		}
		return new ElementItems.Functions(functions);
	}

	/// A function index. The greatest number stands for null from here on, and is no
	/// function.
	private static int function(SectionInput in) {
		int at = in.cursor().position();
		int index = in.cursor().u32();
		if (index == ElementItems.Functions.NULL) {
			throw new InvalidModuleException(in.cursor().sourceName(), in.cursor().at(at),
					"unknown function " + Integer.toUnsignedString(index), "no module has so many");
		}
		return index;
	}

	/*
	 * Compilers write tables as expressions as soon as one element is null. Such a
	 * segment is still a list of functions, so it is read as one; the rare others are
	 * read again from the start.
	 */
	private static ElementItems expressions(SectionInput in, ReferenceType type, int count) {
		int start = in.cursor().position();
		int[] functions = plainFunctions(in, type, count);
		if (functions != null) {
			return new ElementItems.Functions(functions);
		}
		in.cursor().seek(start);
		List<ConstantExpression> expressions = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			expressions.add(in.constants().decode());
		}
		return new ElementItems.Expressions(expressions);
	}

	private static int @Nullable [] plainFunctions(SectionInput in, ReferenceType type, int count) {
		int[] functions = new int[count];
		for (int i = 0; i < count; i++) {
			Form form = in.constants().decode().form();
			if (form instanceof Form.Function function && function.functionIndex() != ElementItems.Functions.NULL
					&& (type.heapType() == HeapType.Abstract.FUNC || type.heapType() instanceof HeapType.Concrete)) {
				functions[i] = function.functionIndex();
			}
			else if (form instanceof Form.Null nothing && type.nullable() && nothing.type().equals(type.heapType())) {
				functions[i] = ElementItems.Functions.NULL;
			}
			else {
				return null;
			}
		}
		return functions;
	}

}
