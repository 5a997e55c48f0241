package dev.graft.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.graft.artifact.sample.SampleModule;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tools that everybody has for looking into ELF files look into artifacts without
/// complaint.
class BinutilsTests {

	@TempDir
	Path directory;

	@Test
	void readelfHasNothingToComplainAbout() throws Exception {
		Result result = run("readelf", "-a", "-W");
		assertThat(result.errors()).isEmpty();
		assertThat(result.output()).doesNotContainIgnoringCase("warning").doesNotContainIgnoringCase("error");
		assertThat(result.output()).contains("ELF64", "<unknown: 47>", ".wasm.manifest", ".wasm.debug_line");
	}

	@Test
	void objdumpHasNothingToComplainAbout() throws Exception {
		Result result = run("objdump", "-h", "-s");
		assertThat(result.errors()).isEmpty();
		assertThat(result.output()).doesNotContainIgnoringCase("warning").doesNotContainIgnoringCase("error");
		assertThat(result.output()).contains("file format elf64-little", "Contents of section .wasm.metadata:");
	}

	@Test
	void readelfShowsTheManifest() throws Exception {
		Result result = run("readelf", "-p", ".wasm.manifest");
		assertThat(result.errors()).isEmpty();
		assertThat(result.output()).contains("format=2", "abi=abi-1", "compiler=test-1",
				"settings=interruptible=true address-map=true", "features=multi-value simd",
				"module=" + "ab".repeat(32));
	}

	private Result run(String tool, String... arguments) throws IOException, InterruptedException {
		assumeTrue(isInstalled(tool), () -> tool + " is not installed: the package binutils has it");
		Path artifact = Files.write(this.directory.resolve("sample.artifact"), SampleModule.artifact());
		List<String> command = new ArrayList<>(Arrays.asList(arguments));
		command.addFirst(tool);
		command.add(artifact.toString());
		Path errors = this.directory.resolve("errors");
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
		builder.environment().put("LC_ALL", "C");
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return new Result(output, Files.readString(errors));
	}

	private static boolean isInstalled(String tool) {
		String path = System.getenv().getOrDefault("PATH", "");
		return Stream.of(path.split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, tool)));
	}

	private record Result(String output, String errors) {
	}

}
