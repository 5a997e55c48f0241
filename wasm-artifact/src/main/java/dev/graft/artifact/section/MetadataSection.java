package dev.graft.artifact.section;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.SectionInput;
import dev.graft.artifact.format.SectionOutput;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.Import;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.module.ModuleMetadata;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What linking and instantiation need to know of a module; [ModuleMetadata] in the order
/// of its components. Decoded whole when an artifact is opened. [TypeCodec] has the
/// grammar of types.
///
/// ```
/// metadata ::= name:optional(string) types
///              import* export* definedFunctionCount:unsigned
///              table* memory* global* tag*
///              start:optional(unsigned) elements* data* image* code
/// import   ::= module:string name:string external
/// export   ::= name:string kind:u8 index:unsigned
/// elements ::= reference count:unsigned sectionOffset:signed
/// data     ::= sectionOffset:unsigned length:unsigned inImage:flag
/// image    ::= memoryIndex:unsigned sectionOffset:unsigned memoryOffset:unsigned length:unsigned
/// code     ::= package:string instance:string initializer:optional(string) group:string*
/// optional(x) ::= 0x00 | 0x01 x
/// ```
///
/// Names of classes are written without the package, which all of them share.
public final class MetadataSection {

	private MetadataSection() {
	}

	/// The section of a module's metadata.
	public static ByteBuffer write(ModuleMetadata module) {
		SectionOutput output = new SectionOutput();
		writeOptional(output, module.name());
		TypeCodec.write(output, module.types());
		TypeCodec.writeAll(output, module.imports(), (each) -> write(output, each));
		TypeCodec.writeAll(output, module.exports(), (each) -> write(output, each));
		output.unsigned(module.definedFunctionCount());
		TypeCodec.writeAll(output, module.tables(), (table) -> TypeCodec.write(output, table));
		TypeCodec.writeAll(output, module.memories(), (memory) -> TypeCodec.write(output, memory));
		TypeCodec.writeAll(output, module.globals(), (global) -> TypeCodec.write(output, global));
		TypeCodec.writeAll(output, module.tags(), (tag) -> output.unsigned(tag.typeIndex()));
		output.u8(module.startFunction().isPresent() ? 1 : 0);
		module.startFunction().ifPresent(output::unsigned);
		TypeCodec.writeAll(output, module.elementSegments(), (segment) -> write(output, segment));
		TypeCodec.writeAll(output, module.dataSegments(), (segment) -> write(output, segment));
		TypeCodec.writeAll(output, module.memoryImages(), (image) -> write(output, image));
		write(output, module.code());
		return ByteBuffer.wrap(output.toByteArray());
	}

	/// Reads a section.
	/// @param source the file, for messages
	/// @throws CorruptArtifactException if the bytes do not follow the grammar
	public static ModuleMetadata read(String source, ByteBuffer section) {
		SectionInput input = new SectionInput(source, SectionKind.METADATA.sectionName(), section);
		ModuleMetadata module = new ModuleMetadata(readOptional(input), TypeCodec.readTypes(input),
				input.list("imports", () -> readImport(input)), input.list("exports", () -> readExport(input)),
				input.index("function count"), input.list("tables", () -> TypeCodec.readTable(input)),
				input.list("memories", () -> TypeCodec.readMemory(input)),
				input.list("globals", () -> TypeCodec.readGlobal(input)),
				input.list("tags", () -> TypeCodec.readTag(input)), readStart(input),
				input.list("element segments", () -> readElements(input)),
				input.list("data segments", () -> readData(input)), input.list("images", () -> readImage(input)),
				readCode(input));
		input.end();
		return module;
	}

	private static void write(SectionOutput output, Import each) {
		output.string(each.module()).string(each.name());
		TypeCodec.write(output, each.type());
	}

	private static Import readImport(SectionInput input) {
		return new Import(input.string(), input.string(), TypeCodec.readExternal(input));
	}

	private static void write(SectionOutput output, Export each) {
		output.string(each.name());
		TypeCodec.writeKind(output, each.kind());
		output.unsigned(each.index());
	}

	private static Export readExport(SectionInput input) {
		return new Export(input.string(), TypeCodec.readKind(input), input.index("index"));
	}

	private static OptionalInt readStart(SectionInput input) {
		return input.flag() ? OptionalInt.of(input.index("function index")) : OptionalInt.empty();
	}

	private static void write(SectionOutput output, ElementSegment segment) {
		TypeCodec.write(output, segment.type());
		output.unsigned(segment.count()).signed(segment.sectionOffset());
	}

	private static ElementSegment readElements(SectionInput input) {
		return new ElementSegment(TypeCodec.readReference(input), input.index("element count"), input.signed());
	}

	private static void write(SectionOutput output, DataSegment segment) {
		output.unsigned(segment.sectionOffset()).unsigned(segment.length()).u8(segment.inImage() ? 1 : 0);
	}

	private static DataSegment readData(SectionInput input) {
		return new DataSegment(input.unsigned(), input.unsigned(), input.flag());
	}

	private static void write(SectionOutput output, MemoryImage image) {
		output.unsigned(image.memoryIndex()).unsigned(image.sectionOffset());
		output.unsigned(image.memoryOffset()).unsigned(image.length());
	}

	private static MemoryImage readImage(SectionInput input) {
		return new MemoryImage(input.index("memory index"), input.unsigned(), input.unsigned(), input.unsigned());
	}

	private static void write(SectionOutput output, CodeLayout code) {
		String prefix = code.packageName() + ".";
		output.string(code.packageName()).string(shorten(prefix, code.instanceClass()));
		String initializer = code.initializerClass();
		writeOptional(output, (initializer != null) ? shorten(prefix, initializer) : null);
		TypeCodec.writeAll(output, code.groupClasses(), (name) -> output.string(shorten(prefix, name)));
	}

	private static CodeLayout readCode(SectionInput input) {
		String packageName = input.string();
		String prefix = packageName.concat(".");
		String instance = prefix.concat(input.string());
		String initializer = readOptional(input);
		return new CodeLayout(packageName, instance, (initializer != null) ? prefix.concat(initializer) : null,
				input.list("classes", () -> prefix.concat(input.string())));
	}

	private static String shorten(String prefix, String className) {
		if (!className.startsWith(prefix)) {
			throw new IllegalArgumentException("class " + className + " is not in package " + prefix);
		}
		return className.substring(prefix.length());
	}

	private static void writeOptional(SectionOutput output, @Nullable String value) {
		output.u8((value != null) ? 1 : 0);
		if (value != null) {
			output.string(value);
		}
	}

	private static @Nullable String readOptional(SectionInput input) {
		return input.flag() ? input.string() : null;
	}

}
