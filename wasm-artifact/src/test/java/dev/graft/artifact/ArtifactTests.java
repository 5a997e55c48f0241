package dev.graft.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.sample.SampleModule;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MemoryAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes in comes out, from a file and from memory alike.
class ArtifactTests {

	@TempDir
	Path directory;

	@Test
	void givesBackWhatWasWritten() throws IOException {
		try (Artifact artifact = open(SampleModule.artifact())) {
			assertThat(artifact.manifest()).isEqualTo(SampleModule.manifest());
			assertThat(artifact.metadata()).isEqualTo(SampleModule.metadata());
			assertThat(artifact.functions().bytes()).isEqualTo(SampleModule.functions().bytes());
			assertThat(artifact.names().bytes()).isEqualTo(SampleModule.names().bytes());
			assertThat(artifact.addressMap().bytes()).isEqualTo(SampleModule.addressMap().bytes());
			assertThat(artifact.elements().toArray(ValueLayout.JAVA_INT_UNALIGNED)).containsExactly(1, -1, 2);
			assertThat(text(artifact.data())).isEqualTo(SampleModule.DATA);
			assertThat(artifact.image().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(SampleModule.image());
			assertThat(artifact.section(".wasm.debug_line").map(ArtifactTests::text)).contains(SampleModule.DEBUG_LINE);
			assertThat(artifact.classNames()).containsExactly(SampleModule.FUNCTIONS,
					SampleModule.PACKAGE + ".Initializer", SampleModule.PACKAGE + ".Instance");
			artifact.verify();
		}
	}

	@Test
	void isTheSameFromMemoryAsFromAFile() throws IOException {
		byte[] bytes = SampleModule.artifact();
		try (Artifact mapped = open(bytes); Artifact copied = Artifact.of("sample", bytes)) {
			assertThat(copied.metadata()).isEqualTo(mapped.metadata());
			assertThat(copied.sections()).isEqualTo(mapped.sections());
			assertThat(copied.classBytes(SampleModule.FUNCTIONS)).isEqualTo(mapped.classBytes(SampleModule.FUNCTIONS));
			assertThat(mapped.file()).contains(this.directory.resolve("sample.artifact"));
			assertThat(copied.file()).isEmpty();
			assertThat(copied.sizeBytes()).isEqualTo(mapped.sizeBytes()).isEqualTo(bytes.length);
		}
	}

	@Test
	void definesClassesStraightFromTheMapping() throws Exception {
		try (Artifact artifact = open(SampleModule.artifact())) {
			ByteBuffer classFile = Objects.requireNonNull(artifact.classBytes(SampleModule.FUNCTIONS));
			assertThat(classFile.isDirect()).isTrue();
			Class<?> functions = new BufferClassLoader().define(SampleModule.FUNCTIONS, classFile);
			assertThat(functions.getMethod("answer").invoke(null)).isEqualTo(42);
		}
	}

	@Test
	void knowsNoClassOfAnotherName() throws IOException {
		try (Artifact artifact = open(SampleModule.artifact())) {
			for (String name : List.of("", "a", SampleModule.FUNCTIONS + "0", SampleModule.PACKAGE + ".Functions",
					SampleModule.PACKAGE + ".Inst", "zzz", "größe")) {
				assertThat(artifact.classBytes(name)).isNull();
			}
		}
	}

	@Test
	void doesWithoutTheSectionsThatAreEmpty() throws IOException {
		try (Artifact artifact = open(
				new ArtifactWriter(SampleModule.manifest(), EmptyModule.METADATA).toByteArray())) {
			assertThat(artifact.sections()).extracting(ArtifactSection::name)
				.containsExactly(".wasm.manifest", ".wasm.digest", ".wasm.metadata", ".wasm.classindex",
						".wasm.functions", ".shstrtab");
			assertThat(artifact.metadata()).isEqualTo(EmptyModule.METADATA);
			assertThat(artifact.functions().size()).isZero();
			assertThat(artifact.names().functionName(0)).isNull();
			assertThat(artifact.addressMap().wasmOffset(0, 1)).isEqualTo(AddressMap.UNKNOWN);
			assertThat(artifact.data().byteSize()).isZero();
			assertThat(artifact.classNames()).isEmpty();
			assertThat(artifact.classBytes("x")).isNull();
			artifact.verify();
		}
	}

	@Test
	void tellsTheMappedFileFromOneThatTookItsPlace() throws IOException {
		Path file = this.directory.resolve("sample.artifact");
		try (Artifact artifact = open(SampleModule.artifact())) {
			Path newer = Files.write(file.resolveSibling("newer"), SampleModule.artifact());
			Object mapped = artifact.fileKey().orElseThrow();
			assertThat(mapped).isEqualTo(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
			Files.move(newer, file, StandardCopyOption.REPLACE_EXISTING);
			assertThat(mapped).isNotEqualTo(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
		}
	}

	@Test
	void alignsClassesAndImagesSoThatTheyCanBeMapped() throws IOException {
		try (Artifact artifact = open(SampleModule.artifact())) {
			assertThat(place(artifact, ".wasm.classes").fileOffset() % 4096).isZero();
			assertThat(place(artifact, ".wasm.image").fileOffset() % 16384).isZero();
		}
	}

	@Test
	void writesTheSameBytesForTheSameInput() {
		assertThat(SampleModule.artifact()).isEqualTo(SampleModule.artifact());
	}

	@Test
	void isRecognisedByItsFirstBytes() {
		byte[] artifact = SampleModule.artifact();
		byte[] elf = artifact.clone();
		elf[7] = 0;
		assertThat(Artifact.isArtifact(artifact)).isTrue();
		assertThat(Artifact.isArtifact(Arrays.copyOf(artifact, 16))).isTrue();
		assertThat(Artifact.isArtifact(elf)).isFalse();
		assertThat(Artifact.isArtifact(new byte[] { 0, 'a', 's', 'm', 1, 0, 0, 0 })).isFalse();
		assertThat(Artifact.isArtifact(new byte[0])).isFalse();
	}

	@Test
	void canBeUsedByManyThreadsAtOnce() throws Exception {
		try (Artifact artifact = open(SampleModule.artifact());
				ExecutorService threads = Executors.newFixedThreadPool(8)) {
			Callable<Boolean> reader = () -> {
				for (int i = 0; i < 200; i++) {
					assertThat(artifact.names().functionName(2)).isEqualTo("größe");
					assertThat(artifact.addressMap().wasmOffset(1, 2)).isEqualTo(107);
					assertThat(artifact.functions().dispatchSlot(2)).isOne();
					ByteBuffer classFile = Objects.requireNonNull(artifact.classBytes(SampleModule.FUNCTIONS));
					assertThat(classFile.getInt()).isEqualTo(0xCAFEBABE);
					artifact.verify();
				}
				return true;
			};
			for (Future<Boolean> finished : threads.invokeAll(Collections.nCopies(8, reader))) {
				assertThat(finished.get()).isTrue();
			}
		}
	}

	@Test
	void cannotBeUsedOnceClosedButWhatItGaveOutCan() throws IOException {
		Artifact artifact = open(SampleModule.artifact());
		Artifact shared = artifact.share();
		FunctionTable functions = artifact.functions();
		MemorySegment data = artifact.data();
		artifact.close();
		assertThatIllegalStateException().isThrownBy(artifact::metadata).withMessageContaining("closed");
		assertThatIllegalStateException().isThrownBy(() -> artifact.classBytes(SampleModule.FUNCTIONS));
		assertThat(functions.typeIndex(1)).isEqualTo(1);
		assertThat(text(data)).isEqualTo(SampleModule.DATA);
		assertThat(shared.metadata()).isEqualTo(SampleModule.metadata());
	}

	@Test
	void staysUsableWhenItsFileIsReplacedOrDeleted() throws IOException {
		Path file = Files.write(this.directory.resolve("sample.artifact"), SampleModule.artifact());
		try (Artifact artifact = Artifact.open(file)) {
			Path other = Files.write(this.directory.resolve("other"), new byte[10]);
			Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
			artifact.verify();
			Files.delete(file);
			assertThat(artifact.classBytes(SampleModule.FUNCTIONS)).isNotNull();
		}
	}

	@Test
	void keepsNoMoreDebugSectionsThanDwarfCouldNeed() {
		ArtifactWriter writer = new ArtifactWriter(SampleModule.manifest(), EmptyModule.METADATA);
		for (int i = 0; i < 70_000; i++) {
			writer.addDebugSection(".debug_" + i, new byte[1]);
		}
		Artifact artifact = Artifact.of("hostile", writer.toByteArray());
		artifact.verify();
		assertThat(artifact.section(".wasm.debug_99")).isPresent();
		assertThat(artifact.section(".wasm.debug_100")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> writer.addDebugSection(".debug_1", new byte[1]))
			.withMessage("two sections .debug_1");
		assertThatIllegalArgumentException().isThrownBy(() -> writer.addDebugSection("name", new byte[1]));
	}

	@Test
	void saysWhenThereIsNoFile() {
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> Artifact.open(this.directory.resolve("nowhere.artifact")));
	}

	@Test
	void rejectsAnotherFormatVersion() {
		byte[] artifact = SampleModule.artifact();
		artifact[8] = 99;
		assertThatExceptionOfType(IncompatibleArtifactException.class).isThrownBy(() -> Artifact.of("old", artifact))
			.withMessage("old: incompatible artifact, format version: expected 2, found 99; "
					+ "compile the module again with this version of Graft");
	}

	@Test
	void rejectsWhatIsNotAnArtifact() {
		byte[] elf = SampleModule.artifact();
		elf[7] = 3;
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> Artifact.of("ls", elf))
			.withMessage("ls: damaged artifact, ELF identification @0x0: expected a Graft artifact (OS/ABI 0x47), "
					+ "found OS/ABI 0x03; compile the module again");
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> Artifact.of("x", new byte[16]))
			.withMessageContaining("expected a 64-bit little endian ELF file, found 0x00000000 0x00000000");
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> Artifact.of("x", new byte[0]))
			.withMessageContaining("found 0 bytes");
	}

	@Test
	void rejectsAnotherEngineWithFieldExpectedAndFound() {
		Artifact artifact = Artifact.of("resize.artifact", SampleModule.artifact());
		CompilerSettings settings = CompilerSettings.DEFAULT
			.withFeatures(EnumSet.of(Feature.MULTI_VALUE, Feature.SIMD, Feature.GC));
		artifact.requireCompatible("abi-1", settings);
		assertThatExceptionOfType(IncompatibleArtifactException.class)
			.isThrownBy(() -> artifact.requireCompatible("abi-2", settings))
			.withMessage("resize.artifact: incompatible artifact, engine ABI: expected abi-2, found abi-1; "
					+ "compile the module again with this version of Graft");
		assertThatExceptionOfType(IncompatibleArtifactException.class)
			.isThrownBy(() -> artifact.requireCompatible("abi-1",
					settings.withFeatures(EnumSet.of(Feature.MULTI_VALUE, Feature.GC))))
			.withMessageContaining("WebAssembly features")
			.withMessageContaining("also [simd]; compile the module again without them, or enable them");
	}

	@Test
	void rejectsAnArtifactThatCannotBeStoppedForAnEngineThatWantsTo() {
		Manifest manifest = Manifest.of("abi-1", "test-1", "interruptible=false", Set.of(), "00");
		Artifact artifact = Artifact.of("x", SampleModule.artifact(manifest));
		artifact.requireCompatible("abi-1", CompilerSettings.DEFAULT.withInterruptible(false));
		assertThatExceptionOfType(IncompatibleArtifactException.class)
			.isThrownBy(() -> artifact.requireCompatible("abi-1", CompilerSettings.DEFAULT))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("compiler settings"))
			.satisfies((ex) -> assertThat(ex.expected()).isEqualTo("interruptible=true"))
			.satisfies((ex) -> assertThat(ex.found()).isEqualTo("interruptible=false"));
	}

	@Test
	void rejectsAnArtifactWithRawMemoryAccessForAnEngineThatDoesNotWantIt() {
		CompilerSettings raw = CompilerSettings.DEFAULT.withMemoryAccess(MemoryAccess.RAW);
		Manifest manifest = Manifest.of("abi-1", "test-1", raw.canonicalText(), Set.of(), "00");
		Artifact artifact = Artifact.of("x", SampleModule.artifact(manifest));
		artifact.requireCompatible("abi-1", raw);
		assertThatExceptionOfType(IncompatibleArtifactException.class)
			.isThrownBy(() -> artifact.requireCompatible("abi-1", CompilerSettings.DEFAULT))
			.satisfies((ex) -> assertThat(ex.expected()).isEqualTo("no memory-access=raw"))
			.satisfies((ex) -> assertThat(ex.found()).endsWith(" memory-access=raw"))
			.withMessageContaining("configure this engine for raw memory access");
	}

	private Artifact open(byte[] bytes) throws IOException {
		return Artifact.open(Files.write(this.directory.resolve("sample.artifact"), bytes));
	}

	private static ArtifactSection place(Artifact artifact, String name) {
		return artifact.sections().stream().filter((section) -> section.name().equals(name)).findFirst().orElseThrow();
	}

	private static String text(MemorySegment segment) {
		return new String(segment.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
	}

	private static final class BufferClassLoader extends ClassLoader {

		Class<?> define(String name, ByteBuffer classFile) {
			return defineClass(name, classFile, null);
		}

	}

}
