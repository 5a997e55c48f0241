package dev.graft.artifact.section;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.Import;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Nothing in the metadata points outside, so nobody who uses it has to look.
class MetadataBoundsTests {

	private static final long SECTION_BYTES = 1L << 20;

	private TypeTable types = TypeTable.of(List.of(RecursiveGroup.of(FunctionType.of(List.of()))));

	private List<Import> imports = List.of(new Import("m", "f", new ExternalType.Function(0)),
			new Import("m", "m", ExternalType.Memory.of(Limits.from(100))));

	private List<Export> exports = List.of();

	private List<ExternalType.Global> globals = List.of();

	private OptionalInt start = OptionalInt.empty();

	private List<ElementSegment> elements = List.of();

	private List<DataSegment> data = List.of();

	private List<MemoryImage> images = List.of();

	@Test
	void acceptsWhatIsInside() {
		this.exports = List.of(new Export("f", ExternalKind.FUNCTION, 1), new Export("m", ExternalKind.MEMORY, 1));
		this.start = OptionalInt.of(1);
		this.elements = List.of(new ElementSegment(ReferenceType.FUNCREF, 1, SECTION_BYTES - 4),
				new ElementSegment(ReferenceType.FUNCREF, Integer.MAX_VALUE, ElementSegment.COMPUTED));
		this.data = List.of(new DataSegment(SECTION_BYTES, 0, false), new DataSegment(0, SECTION_BYTES, false),
				new DataSegment(Long.MAX_VALUE, Long.MAX_VALUE, true));
		this.images = List.of(new MemoryImage(1, 0, 0, 1 << 16));
		assertThatCode(this::check).doesNotThrowAnyException();
	}

	@Test
	void refusesIndicesOutsideOfTheirSpace() {
		this.exports = List.of(new Export("f", ExternalKind.FUNCTION, 2));
		refuses("expected the index of an export below 2, found 2");
		this.exports = List.of(new Export("t", ExternalKind.TABLE, 0));
		refuses("expected the index of an export below 0, found 0");
		this.exports = List.of();
		this.start = OptionalInt.of(2);
		refuses("expected a start function below 2, found 2");
		this.start = OptionalInt.empty();
		this.imports = List.of(new Import("m", "f", new ExternalType.Function(1)));
		refuses("expected a type below 1, found 1");
		this.imports = List.of();
		this.globals = List.of(new ExternalType.Global(new ReferenceType(true, new HeapType.Concrete(7)), false));
		refuses("expected a heap type below 1, found 7");
	}

	@Test
	void refusesTypesThatNoModuleCanDefine() {
		FunctionType function = FunctionType.of(List.of());
		CompositeType structure = new StructType(List.of());
		RecursiveGroup early = RecursiveGroup
			.of(FunctionType.of(List.of(new ReferenceType(true, new HeapType.Concrete(1)))));
		refusesTypes("expected a heap type below 1, found 1", early, RecursiveGroup.of(function));
		refusesTypes("expected a supertype below 0, found 0", open(function, 0));
		refusesTypes("expected a supertype that type 1 matches, found type 0", RecursiveGroup.of(function),
				open(function, 0));
		refusesTypes("expected a supertype that type 1 matches, found type 0", open(function), open(structure, 0));
		refusesTypes("expected at most one supertype, found 2", open(function), open(function), open(function, 0, 1));
		List<RecursiveGroup> chain = new ArrayList<>(List.of(open(function)));
		for (int type = 1; type <= 64; type++) {
			chain.add(open(function, type - 1));
		}
		refusesTypes("expected a supertype that type 64 matches, found type 63", chain.toArray(RecursiveGroup[]::new));
	}

	private static RecursiveGroup open(CompositeType type, Integer... supertypes) {
		return new RecursiveGroup(List.of(new SubType(false, List.of(supertypes), type)));
	}

	private void refusesTypes(String message, RecursiveGroup... groups) {
		this.types = TypeTable.of(List.of(groups));
		refuses(message);
	}

	@Test
	void refusesSegmentsOutsideOfTheirSection() {
		this.elements = List.of(new ElementSegment(ReferenceType.FUNCREF, 2, SECTION_BYTES - 4));
		refuses("expected an element segment within 1048576 bytes, found 8 bytes @0xffffc");
		this.elements = List.of(new ElementSegment(ReferenceType.FUNCREF, 0, -2));
		refuses("found 0 bytes @0xfffffffffffffffe");
		this.elements = List.of();
		this.data = List.of(new DataSegment(1, Long.MAX_VALUE, false));
		refuses("expected a data segment within 1048576 bytes, found 9223372036854775807 bytes @0x1");
	}

	@Test
	void refusesImagesOfOtherMemoriesOrPlaces() {
		this.images = List.of(new MemoryImage(0, 0, 0, 0));
		refuses("expected a defined memory below 1, found -1");
		this.images = List.of(new MemoryImage(1, SECTION_BYTES, 0, MemoryImage.ALIGNMENT));
		refuses("expected an image within 1048576 bytes");
		this.images = List.of(new MemoryImage(1, 0, 1 << 16, MemoryImage.ALIGNMENT));
		refuses("expected an image in memory within 65536 bytes, found 16384 bytes @0x10000");
		this.images = List.of(new MemoryImage(1, 4096, 0, MemoryImage.ALIGNMENT));
		refuses("expected an image aligned to 16384 bytes");
	}

	private void refuses(String message) {
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(this::check)
			.withMessageContaining(message);
	}

	private void check() {
		ModuleMetadata module = new ModuleMetadata(null, this.types, this.imports, this.exports, 1, List.of(),
				List.of(ExternalType.Memory.of(Limits.from(1))), this.globals, List.of(), this.start, this.elements,
				this.data, this.images, new CodeLayout("p", "p.Instance", null, List.of()));
		MetadataBounds.check("x", module, (_) -> SECTION_BYTES);
	}

}
