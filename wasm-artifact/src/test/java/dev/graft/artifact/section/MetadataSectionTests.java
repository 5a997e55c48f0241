package dev.graft.artifact.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.Import;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Metadata of every shape comes back as it was.
class MetadataSectionTests {

	private static final int BUDGET = 2_000;

	@Test
	void readsBackWhateverItWrites() {
		Random random = new Random(20261120);
		for (int i = 0; i < BUDGET; i++) {
			ModuleMetadata module = new RandomMetadata(random).module();
			ByteBuffer section = MetadataSection.write(module);
			assertThat(MetadataSection.read("x", section)).isEqualTo(module);
			assertThat(MetadataSection.write(module)).isEqualTo(section);
		}
	}

	@Test
	void refusesWhatFollowsTheEnd() {
		ByteBuffer section = MetadataSection.write(new RandomMetadata(new Random(1)).module());
		ByteBuffer longer = ByteBuffer.allocate(section.limit() + 1).put(section).clear();
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> MetadataSection.read("x", longer))
			.withMessageContaining(".wasm.metadata @0x%x: expected the end of the section, found 1 more bytes"
				.formatted(section.limit()));
	}

	@Test
	void takesClassesOfOnePackageOnly() {
		ModuleMetadata module = new ModuleMetadata(null, TypeTable.EMPTY, List.of(), List.of(), 0, List.of(), List.of(),
				List.of(), List.of(), OptionalInt.empty(), List.of(), List.of(), List.of(),
				new CodeLayout("a", "b.Instance", null, List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> MetadataSection.write(module))
			.withMessage("class b.Instance is not in package a.");
	}

	/// Draws metadata that makes no sense but has every shape.
	private record RandomMetadata(Random random) {

		ModuleMetadata module() {
			String packageName = "p" + this.random.nextInt(10);
			return new ModuleMetadata(this.random.nextBoolean() ? name() : null, TypeTable.of(list(this::group)),
					list(() -> new Import(name(), name(), external())), list(() -> new Export(name(), kind(), index())),
					index(), list(this::table), list(this::memory), list(this::global),
					list(() -> new ExternalType.Tag(index())),
					this.random.nextBoolean() ? OptionalInt.of(index()) : OptionalInt.empty(),
					list(() -> new ElementSegment(reference(), index(), size() - 1)),
					list(() -> new DataSegment(size(), size(), this.random.nextBoolean())),
					list(() -> new MemoryImage(index(), size(), size(), size())),
					new CodeLayout(packageName, packageName + ".Instance",
							this.random.nextBoolean() ? packageName + ".Initializer" : null,
							list(() -> packageName + "." + name())));
		}

		private <T> List<T> list(Supplier<T> element) {
			List<T> list = new ArrayList<>();
			for (int i = this.random.nextInt(4); i > 0; i--) {
				list.add(element.get());
			}
			return list;
		}

		private <T> T oneOf(T[] values) {
			return values[this.random.nextInt(values.length)];
		}

		private RecursiveGroup group() {
			return new RecursiveGroup(
					list(() -> new SubType(this.random.nextBoolean(), list(this::index), composite())));
		}

		private CompositeType composite() {
			return switch (this.random.nextInt(3)) {
				case 0 -> new StructType(list(this::field));
				case 1 -> new ArrayType(field());
				default -> functionType();
			};
		}

		private FieldType field() {
			return new FieldType(this.random.nextBoolean() ? oneOf(PackedType.values()) : valueType(),
					this.random.nextBoolean());
		}

		private FunctionType functionType() {
			return new FunctionType(list(this::valueType), list(this::valueType));
		}

		private ValueType valueType() {
			return switch (this.random.nextInt(3)) {
				case 0 -> oneOf(NumberType.values());
				case 1 -> VectorType.V128;
				default -> reference();
			};
		}

		private ReferenceType reference() {
			return new ReferenceType(this.random.nextBoolean(),
					this.random.nextBoolean() ? new HeapType.Concrete(index()) : oneOf(HeapType.Abstract.values()));
		}

		private ExternalType external() {
			return switch (kind()) {
				case FUNCTION -> new ExternalType.Function(index());
				case TABLE -> table();
				case MEMORY -> memory();
				case GLOBAL -> global();
				case TAG -> new ExternalType.Tag(index());
			};
		}

		private ExternalKind kind() {
			return oneOf(ExternalKind.values());
		}

		private ExternalType.Table table() {
			return new ExternalType.Table(oneOf(AddressType.values()), limits(), reference());
		}

		private ExternalType.Memory memory() {
			return new ExternalType.Memory(oneOf(AddressType.values()), limits(), this.random.nextBoolean(),
					this.random.nextInt(64));
		}

		private ExternalType.Global global() {
			return new ExternalType.Global(valueType(), this.random.nextBoolean());
		}

		private Limits limits() {
			return new Limits(this.random.nextLong(),
					this.random.nextBoolean() ? OptionalLong.of(this.random.nextLong()) : OptionalLong.empty());
		}

		private int index() {
			return this.random.nextInt() >>> (1 + this.random.nextInt(31));
		}

		private long size() {
			return this.random.nextLong() >>> (1 + this.random.nextInt(63));
		}

		private String name() {
			return this.random.ints(this.random.nextInt(6), 0, Character.MAX_CODE_POINT)
				.filter((character) -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
		}

	}

}
