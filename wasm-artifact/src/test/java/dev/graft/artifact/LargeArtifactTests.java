package dev.graft.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.sample.SampleModule;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening an artifact does not cost more because the module has many functions. Time
/// cannot be asserted on a shared machine; what is allocated can, and nothing can be
/// decoded without.
class LargeArtifactTests {

	private static final int FUNCTIONS = 130_000;

	private static final int CLASSES = 1_000;

	private static final int CLASS_BYTES = 30_000;

	private static final int SITES_PER_FUNCTION = 20;

	@TempDir
	Path directory;

	@Test
	void opensAndFindsThingsWithoutDecodingEverything() throws IOException {
		Path file = Files.write(this.directory.resolve("large.artifact"), large());
		assertThat(Files.size(file)).isGreaterThan(30_000_000);
		// The first time, classes are loaded and call sites linked.
		look(Artifact.open(file));
		long before = allocated();
		Artifact artifact = Artifact.open(file);
		long opening = allocated() - before;
		look(artifact);
		long all = allocated() - before;
		// The names of classes are the largest part of the metadata.
		assertThat(opening).isLessThan(CLASSES * 250L);
		assertThat(all - opening).isLessThan(50_000);
	}

	private static void look(Artifact artifact) {
		assertThat(artifact.functions().typeIndex(FUNCTIONS - 1)).isZero();
		assertThat(artifact.names().functionName(FUNCTIONS / 2)).isEqualTo("function" + FUNCTIONS / 2);
		assertThat(artifact.addressMap().wasmOffset(FUNCTIONS - 1, SITES_PER_FUNCTION)).isPositive();
		assertThat(artifact.classBytes(className(CLASSES / 2))).isNotNull();
	}

	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	private static byte[] large() {
		FunctionTable.Builder functions = new FunctionTable.Builder();
		NameTable.Builder names = new NameTable.Builder();
		AddressMap.Builder addresses = new AddressMap.Builder();
		int[] sites = new int[SITES_PER_FUNCTION];
		for (int function = 0; function < FUNCTIONS; function++) {
			functions.add(0, function % CLASSES, FunctionTable.NO_SLOT, 0);
			names.add(function, "function" + function);
			for (int site = 0; site < SITES_PER_FUNCTION; site++) {
				sites[site] = 200 * function + 7 * site;
			}
			addresses.add(function, sites);
		}
		ArtifactWriter writer = new ArtifactWriter(SampleModule.manifest(), metadata()).functions(functions.build())
			.names(names.build())
			.addressMap(addresses.build());
		metadata().code().groupClasses().forEach((name) -> writer.addClass(name, new byte[CLASS_BYTES]));
		return writer.toByteArray();
	}

	private static ModuleMetadata metadata() {
		List<String> classes = new ArrayList<>();
		for (int i = 0; i < CLASSES; i++) {
			classes.add(className(i));
		}
		TypeTable types = TypeTable
			.of(List.of(RecursiveGroup.of(FunctionType.of(List.of(NumberType.I32), NumberType.I32))));
		return new ModuleMetadata("large", types, List.of(), List.of(), FUNCTIONS, List.of(), List.of(), List.of(),
				List.of(), OptionalInt.empty(), List.of(), List.of(), List.of(),
				new CodeLayout(SampleModule.PACKAGE, SampleModule.PACKAGE + ".Instance", null, classes));
	}

	private static String className(int index) {
		return SampleModule.PACKAGE + ".Functions" + index;
	}

}
