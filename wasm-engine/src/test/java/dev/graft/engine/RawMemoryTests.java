package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.compiler.WasmCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Raw memory access, which a process has to be started for, as this one is not.
class RawMemoryTests {

	private static final EngineConfig RAW = EngineConfig.builder().memoryAccess(MemoryAccess.RAW).build();

	private static final String EXPORT = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

	@Test
	void anEngineThatCannotHaveItSaysWhichOptionIsMissing() {
		assertThatExceptionOfType(RawMemoryAccessException.class).isThrownBy(() -> Engine.create(RAW))
			.withMessageContaining("--add-exports java.base/jdk.internal.misc=ALL-UNNAMED")
			.withMessageContaining("Add-Exports: java.base/jdk.internal.misc");
	}

	@Test
	void isOffUnlessSomebodyAsksForIt() {
		assertThat(EngineConfig.defaults().memoryAccess()).isEqualTo(MemoryAccess.FOREIGN);
		assertThat(RAW.toBuilder().build().memoryAccess()).isEqualTo(MemoryAccess.RAW);
	}

	@Test
	void theSystemPropertyIsTheDefaultAndIsChecked() {
		System.setProperty(EngineConfig.MEMORY_ACCESS_PROPERTY, "raw");
		try {
			assertThat(EngineConfig.builder().build().memoryAccess()).isEqualTo(MemoryAccess.RAW);
			System.setProperty(EngineConfig.MEMORY_ACCESS_PROPERTY, "fast");
			assertThatIllegalArgumentException().isThrownBy(EngineConfig::builder)
				.withMessage("graft.memory.access must be 'foreign' or 'raw', and is 'fast'");
		}
		finally {
			System.clearProperty(EngineConfig.MEMORY_ACCESS_PROPERTY);
		}
	}

	@Test
	void anArtifactWithItIsRefusedByAnEngineWithout() {
		byte[] module = "(module (func (export \"f\")))".getBytes(StandardCharsets.UTF_8);
		byte[] artifact = new WasmCompiler().compile(
				new CompileRequest("test.wat", module, CompilerSettings.DEFAULT.withMemoryAccess(MemoryAccess.RAW)));
		try (Engine engine = Engine.create()) {
			assertThatExceptionOfType(IncompatibleArtifactException.class)
				.isThrownBy(() -> engine.load("test.wat", artifact))
				.withMessageContaining("memory-access=raw");
		}
	}

	@Test
	@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void computesTheSame() throws IOException, InterruptedException {
		assertThat(run(EXPORT)).endsWith(" agree\n");
		assertThat(run(EXPORT, "-Dgraft.memory=portable")).endsWith(" agree\n");
	}

	@Test
	@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void isRefusedWhereMemoriesAreIsolated() throws IOException, InterruptedException {
		assertThat(run(EXPORT, "-Dgraft.memory=isolated")).contains("RawMemoryAccessException")
			.contains("it would reach beyond the region of graft.memory=isolated");
	}

	private static String run(String... options) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(List.of(options));
		command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				RawMemoryProgram.class.getName()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return output;
	}

}
