package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PluginDirectoryTests {

	@TempDir
	Path path;

	private PluginDirectory directory() {
		return new PluginDirectory(this.path);
	}

	private PluginLocation pricing() throws IOException {
		return Objects.requireNonNull(directory().list().get("pricing"));
	}

	private Path write(String name, String content) throws IOException {
		return Files.writeString(this.path.resolve(name), content);
	}

	@Test
	void takesModulesByExtensionAndNamesThemByFileName() throws IOException {
		write("pricing.wasm", "");
		write("text-rules.wat", "");
		write("checks_2.artifact", "");
		write("acme.shop.wasm", "");
		assertThat(directory().list()).containsOnlyKeys("pricing", "text-rules", "checks_2", "acme.shop");
	}

	@Test
	void leavesAloneWhatIsNotAModule() throws IOException {
		for (String name : new String[] { "pricing.wasm.tmp", "pricing.wasm~", ".pricing.wasm", "pricing.wasm.part",
				"pricing.bak", "README", "#pricing.wasm#", ".wasm", "two words.wasm", "pricing.WASM" }) {
			write(name, "");
		}
		Files.createDirectory(this.path.resolve("directory.wasm"));
		Files.createDirectory(this.path.resolve("next"));
		Files.writeString(this.path.resolve("next/pricing.wasm"), "");
		assertThat(directory().list()).isEmpty();
	}

	@Test
	void doesNotChooseBetweenTwoFilesOfOnePlugin() throws IOException {
		write("pricing.wasm", "");
		write("pricing.wat", "");
		PluginLocation location = pricing();
		assertThat(location).isInstanceOf(PluginLocation.Ambiguous.class);
		assertThatExceptionOfType(IOException.class).isThrownBy(location::read)
			.withMessage("several files are for plugin 'pricing'; leave one of them");
	}

	@Test
	void saysThatItCannotBeListedRatherThanThatItIsEmpty() throws IOException {
		Files.delete(this.path);
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> directory().list());
	}

	@Test
	void readsAFileWholeWithItsDigest() throws IOException {
		write("pricing.wat", "(module)");
		var source = pricing().read();
		assertThat(source.fileName()).isEqualTo("pricing.wat");
		assertThat(source.digest()).isEqualTo("1885772b94ca41b360d9bd07535547f4c8ef16cbe7e49d2c8e9780247e26c4de");
	}

	@Test
	void aFileThatIsReplacedHasAnotherStamp() throws IOException {
		write("pricing.wasm", "one");
		Stamp before = pricing().stamp();
		Files.move(write("pricing.tmp", "two"), this.path.resolve("pricing.wasm"), StandardCopyOption.ATOMIC_MOVE);
		assertThat(pricing().stamp()).isNotEqualTo(before);
	}

	@Test
	void aConfigMapThatIsReplacedHasAnotherStampEachTime() throws IOException {
		ConfigMap configMap = new ConfigMap(this.path);
		configMap.publish("pricing.wasm", "one");
		Stamp first = pricing().stamp();
		configMap.publish("pricing.wasm", "two");
		Stamp second = pricing().stamp();
		configMap.publish("pricing.wasm", "six");
		Stamp third = pricing().stamp();
		assertThat(first).isNotEqualTo(second);
		assertThat(second).isNotEqualTo(third);
		assertThat(directory().list()).containsOnlyKeys("pricing");
	}

	@Test
	void aLinkToNowhereIsNoModule() throws IOException {
		Files.createSymbolicLink(this.path.resolve("pricing.wasm"), this.path.resolve("missing"));
		assertThat(directory().list()).isEmpty();
	}

}
