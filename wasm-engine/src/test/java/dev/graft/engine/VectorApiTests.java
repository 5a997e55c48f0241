package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.WasmCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Code that was compiled for processes that have the Vector API.
class VectorApiTests {

	private static final byte[] MODULE = "(module (func (export \"f\")))".getBytes(StandardCharsets.UTF_8);

	@Test
	void isRefusedWhereTheModuleIsMissing() throws IOException {
		assumeThat(VectorApiMember.isPresent()).isFalse();
		byte[] artifact = new WasmCompiler()
			.compile(new CompileRequest("test.wat", MODULE, CompilerSettings.DEFAULT.withVectorApi(true)));
		try (Engine engine = Engine.create()) {
			assertThatExceptionOfType(IncompatibleArtifactException.class)
				.isThrownBy(() -> engine.load("test.wat", artifact))
				.withMessageContaining("vector-api=true")
				.withMessageContaining("--add-modules jdk.incubator.vector");
		}
	}

	@Test
	void isNotAskedForWhereTheModuleIsMissing() {
		assumeThat(VectorApiMember.isPresent()).isFalse();
		try (Engine engine = Engine.create(EngineConfig.builder().vectorApi(true).build())) {
			assertThat(engine.load("test.wat", engine.precompile("test.wat", MODULE)).exports()).hasSize(1);
		}
	}

	@Test
	@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void computesTheSame() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--add-modules", VectorApiMember.MODULE, "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), VectorApiProgram.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(output).endsWith(" agree\n");
	}

}
