package dev.graft.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.WasmCompiler;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Caches find artifacts by the compiler's version. If generated code changes and the
/// version does not, they serve what an older compiler has made, bugs included.
class CompilerVersionTests {

	private static final Path RECORD = CodegenCase.DIRECTORY.resolve("version.properties");

	private static final String VERSION = "version";

	private final String version = new WasmCompiler().version();

	@Test
	void changesWithTheGeneratedCode() throws IOException {
		SortedMap<String, String> generated = digests();
		Properties recorded = recorded();
		if (this.version.equals(recorded.getProperty(VERSION))) {
			assertThat(generated).as("generated code has changed: raise WasmCompiler.VERSION, then -Dgraft.bless=true")
				.allSatisfy((module, digest) -> assertThat(recorded.getProperty(module, digest)).as(module)
					.isEqualTo(digest));
		}
		if (CodegenCase.BLESS) {
			Files.writeString(RECORD, text(generated));
			return;
		}
		assertThat(recorded.getProperty(VERSION)).as("the recorded version; to record this one: -Dgraft.bless=true")
			.isEqualTo(this.version);
		assertThat(recorded.stringPropertyNames()).as("the recorded cases; to record these: -Dgraft.bless=true")
			.containsAll(generated.keySet());
	}

	/// The digest of the classes of each case. The package of the classes goes with the
	/// name: it is made from the digest of the module, so a new or edited case is not
	/// taken for a change of the compiler.
	private static SortedMap<String, String> digests() throws IOException {
		SortedMap<String, String> digests = new TreeMap<>();
		for (CodegenCase each : CodegenCase.all()) {
			Map<String, byte[]> classes = each.classes();
			String anyClass = classes.keySet().iterator().next();
			String module = anyClass.substring(0, anyClass.lastIndexOf('.')).replace("graft.wasm", each.name());
			digests.put(module, digest(classes));
		}
		return digests;
	}

	private static String digest(Map<String, byte[]> classes) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			classes.forEach((name, bytes) -> {
				digest.update(name.getBytes(StandardCharsets.UTF_8));
				digest.update(bytes);
			});
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	private static Properties recorded() throws IOException {
		Properties recorded = new Properties();
		if (Files.exists(RECORD)) {
			try (Reader reader = Files.newBufferedReader(RECORD)) {
				recorded.load(reader);
			}
		}
		return recorded;
	}

	private String text(SortedMap<String, String> generated) {
		StringBuilder text = new StringBuilder("# Written by CompilerVersionTests with -Dgraft.bless=true\n");
		text.append(VERSION).append('=').append(this.version).append('\n');
		generated.forEach((module, digest) -> text.append(module).append('=').append(digest).append('\n'));
		return text.toString();
	}

}
