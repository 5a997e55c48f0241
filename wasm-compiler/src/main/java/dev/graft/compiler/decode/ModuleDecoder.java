package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.Positions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decodes binary modules.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#binary-module">Binary
/// Format, "Modules"</a>
public final class ModuleDecoder {

	private static final int MAGIC = 0x6D736100;

	private static final int VERSION = 1;

	private final ByteCursor cursor;

	private final Set<Feature> features;

	private final ModuleModel.Builder module;

	private ModuleDecoder(String sourceName, Positions positions, byte[] bytes, Set<Feature> features) {
		this.cursor = new ByteCursor(sourceName, positions, bytes, 0, bytes.length, new Place.InModule());
		this.features = features;
		this.module = new ModuleModel.Builder(sourceName, positions, bytes, features);
	}

	/// Decodes a module. Function bodies and constant expressions stay bytes.
	/// @param sourceName where the bytes come from, for messages
	/// @param bytes the binary, which must not change any more
	/// @param features the features that are on
	public static ModuleModel decode(String sourceName, byte[] bytes, Set<Feature> features) {
		return decode(sourceName, Positions.IN_BINARY, bytes, features);
	}

	/// Decodes a module that has been made from something else.
	/// @param positions how messages tell where something is
	public static ModuleModel decode(String sourceName, Positions positions, byte[] bytes, Set<Feature> features) {
		return new ModuleDecoder(sourceName, positions, bytes, features).decode();
	}

	/// Whether bytes claim to be a binary module.
	public static boolean isBinary(byte[] bytes) {
		return bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 'a' && bytes[2] == 's' && bytes[3] == 'm';
	}

	private ModuleModel decode() {
		header();
		try {
			sections();
			checkLengths();
		}
		catch (MalformedModuleException later) {
			readBodies();
			throw later;
		}
		this.module.nameSection()
			.ifPresent((section) -> this.module
				.names(NameSection.decode(this.cursor, section, this.module.functionCount())));
		return this.module.build();
	}

	/// Reads the bodies there are, for something else is wrong after them, and what is
	/// wrong first is to be reported.
	private void readBodies() {
		int functionIndex = this.module.functionCount() - this.module.definedFunctionCount();
		for (FunctionBody body : this.module.bodies()) {
			ByteCursor start = this.cursor.over(body.codeOffset(), this.cursor.limit());
			start.enter(new Place.InFunction(functionIndex++));
			CodeReader code = new CodeReader(start, body.endOffset(), this.features);
			while (code.hasNext()) {
				code.next();
			}
		}
	}

	private void header() {
		int magic = this.cursor.bits32();
		if (magic != MAGIC) {
			throw this.cursor.malformed(0, "magic header not detected", "00 61 73 6d", hex(magic));
		}
		int version = this.cursor.bits32();
		if (version != VERSION) {
			throw this.cursor.malformed(4, "unknown binary version", "01 00 00 00", hex(version));
		}
	}

	private static String hex(int littleEndian) {
		return "%02x %02x %02x %02x".formatted(littleEndian & 0xFF, littleEndian >>> 8 & 0xFF,
				littleEndian >>> 16 & 0xFF, littleEndian >>> 24);
	}

	private void sections() {
		@Nullable Section last = null;
		while (!this.cursor.atEnd()) {
			this.cursor.enter(new Place.InModule());
			Section section = sectionId(last);
			if (section != Section.CUSTOM) {
				last = section;
			}
			this.cursor.enter(new Place.InSection(section));
			contents(section);
		}
		this.cursor.enter(new Place.InModule());
	}

	private Section sectionId(@Nullable Section last) {
		int at = this.cursor.position();
		int id = this.cursor.u8();
		Section section = Section.byId(id);
		if (section == null) {
			throw this.cursor.malformed(at, "malformed section id", "0 to 13", Integer.toString(id));
		}
		if (section != Section.CUSTOM && last != null && section.compareTo(last) <= 0) {
			throw this.cursor.malformed(at, "unexpected content after last section",
					"the %s section after the %s section".formatted(section, last));
		}
		return section;
	}

	/*
	 * As in the reference interpreter, a section is read to where its contents end and
	 * only then compared with its size; only expressions may not leave it. So an error
	 * names what is wrong inside, if something is.
	 */
	private void contents(Section section) {
		int size = this.cursor.count();
		int start = this.cursor.position();
		if (size > this.cursor.limit() - start) {
			throw this.cursor.unexpectedEnd();
		}
		int end = start + size;
		TypeReader types = new TypeReader(this.cursor, this.features);
		var constants = new ConstantExpressionDecoder(this.cursor, end, this.features, this.module);
		decode(section, new SectionInput(this.cursor, types, constants, this.module, this.features), end);
		if (this.cursor.position() != end) {
			throw this.cursor.malformed(this.cursor.position(), "section size mismatch", "%d bytes".formatted(size),
					"contents of %d bytes".formatted(this.cursor.position() - start));
		}
	}

	private void decode(Section section, SectionInput in, int end) {
		switch (section) {
			case CUSTOM -> CustomSectionDecoder.decode(in, end);
			case TYPE -> TypeSection.decode(in);
			case IMPORT -> ImportSection.decode(in);
			case FUNCTION -> FunctionSection.decode(in);
			case TABLE -> TableSection.decode(in);
			case MEMORY -> MemorySection.decode(in);
			case TAG -> TagSection.decode(in);
			case GLOBAL -> GlobalSection.decode(in);
			case EXPORT -> ExportSection.decode(in);
			case START -> StartSection.decode(in);
			case ELEMENT -> ElementSection.decode(in);
			case DATA_COUNT -> DataCountSection.decode(in);
			case CODE -> CodeSection.decode(in);
			case DATA -> DataSection.decode(in);
		}
	}

	private void checkLengths() {
		int declared = this.module.definedFunctionCount();
		int defined = this.module.bodies().size();
		if (declared != defined) {
			throw this.cursor.malformed(this.cursor.position(), "function and code section have inconsistent lengths",
					"%d bodies".formatted(declared), Integer.toString(defined));
		}
		int segments = this.module.dataSegmentCount();
		int announced = this.module.dataCount().orElse(segments);
		if (announced != segments) {
			throw this.cursor.malformed(this.cursor.position(), "data count and data section have inconsistent lengths",
					"%d segments".formatted(announced), Integer.toString(segments));
		}
	}

}
