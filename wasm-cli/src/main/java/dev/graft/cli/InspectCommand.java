package dev.graft.cli;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.ArtifactSection;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.engine.DefinedType;
import dev.graft.engine.Engine;
import dev.graft.engine.ExportType;
import dev.graft.engine.ImportType;
import dev.graft.engine.Module;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/// `graft inspect`: tells what is in a module and in its artifact.
final class InspectCommand implements Command {

	private static final int LARGEST_METHODS = 5;

	@Override
	public String usage() {
		return "inspect FILE";
	}

	@Override
	public String summary() {
		return "lists imports and exports of a module, and the sections and largest methods of its artifact";
	}

	@Override
	public int run(List<String> arguments, Console console) throws IOException {
		Arguments rest = new Arguments(arguments);
		Path file = Path.of(rest.next("FILE"));
		rest.end();
		byte[] bytes = Files.readAllBytes(file);
		String name = String.valueOf(file.getFileName());
		// To look is not to run: everything may be looked at.
		try (Engine engine = Engine.create(Engines.config(null, EnumSet.allOf(Feature.class)).build())) {
			byte[] compiled = Artifact.isArtifact(bytes) ? bytes : engine.precompile(name, bytes);
			try (Artifact artifact = Artifact.of(name, compiled)) {
				PrintStream output = console.output();
				manifest(artifact, bytes.length, output);
				module(engine.load(name, compiled), output);
				sections(artifact, output);
				methods(GeneratedMethods.of(artifact), output);
			}
		}
		return 0;
	}

	private static void manifest(Artifact artifact, int fileBytes, PrintStream output) {
		Manifest manifest = artifact.manifest();
		ModuleMetadata metadata = artifact.metadata();
		output.println("file       %s, %,d bytes".formatted(artifact.source(), fileBytes));
		if (metadata.name() != null) {
			output.println("module     " + metadata.name());
		}
		output.println("digest     " + manifest.moduleDigest());
		output.println("artifact   format %d, %,d bytes, %d classes, %,d bytes of class files".formatted(
				manifest.formatVersion(), artifact.sizeBytes(), artifact.classNames().size(), classBytes(artifact)));
		output.println("compiler   " + manifest.compilerVersion());
		output.println("ABI        " + manifest.abiHash());
		output.println("settings   " + manifest.settings());
		output.println(
				"functions  %,d imported, %,d defined".formatted(imports(metadata), metadata.definedFunctionCount()));
	}

	private static long imports(ModuleMetadata metadata) {
		return metadata.imports().stream().filter((each) -> each.type().kind() == ExternalKind.FUNCTION).count();
	}

	private static long classBytes(Artifact artifact) {
		long bytes = 0;
		for (String name : artifact.classNames()) {
			ByteBuffer classFile = artifact.classBytes(name);
			bytes += (classFile != null) ? classFile.remaining() : 0;
		}
		return bytes;
	}

	/// The definitions of those types that are mentioned by a name.
	private static void types(Module module, PrintStream output) {
		List<String> definitions = module.types()
			.stream()
			.filter((type) -> type.heapType().toString().startsWith("$"))
			.map(DefinedType::toString)
			.distinct()
			.toList();
		if (!definitions.isEmpty()) {
			output.println();
			output.println("types      %d".formatted(definitions.size()));
			definitions.forEach((definition) -> output.println("  " + definition));
		}
	}

	private static void module(Module module, PrintStream output) {
		types(module, output);
		output.println();
		output.println("imports    %d".formatted(module.imports().size()));
		for (ImportType each : module.imports()) {
			output.println("  %s.%s: %s".formatted(each.module(), each.name(), each.type()));
		}
		output.println();
		output.println("exports    %d".formatted(module.exports().size()));
		for (ExportType each : module.exports()) {
			output.println("  %s: %s".formatted(each.name(), each.type()));
		}
	}

	private static void sections(Artifact artifact, PrintStream output) {
		output.println();
		output.println("sections   %d".formatted(artifact.sections().size()));
		for (ArtifactSection section : artifact.sections()) {
			output.println(
					"  %-20s at 0x%08x, %,12d bytes".formatted(section.name(), section.fileOffset(), section.size()));
		}
	}

	private static void methods(GeneratedMethods methods, PrintStream output) {
		output.println();
		output.println(
				"methods    %,d, %,d bytes of bytecode; the largest:".formatted(methods.all().size(), methods.bytes()));
		for (GeneratedMethods.Method method : methods.largest(LARGEST_METHODS)) {
			output.println("  %,7d bytes  %s".formatted(method.bytes(), method.name()));
		}
	}

}
