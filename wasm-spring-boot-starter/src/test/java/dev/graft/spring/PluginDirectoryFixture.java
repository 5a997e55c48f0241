package dev.graft.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A plugin directory, filled as people and tools fill one: under another name first,
/// then renamed.
public final class PluginDirectoryFixture {

	private final Path path;

	/// A plugin directory at a path.
	public PluginDirectoryFixture(Path path) {
		this.path = path;
	}

	/// Puts a file in place, at once and whole.
	public PluginDirectoryFixture put(String name, String text) {
		return put(name, text.getBytes(StandardCharsets.UTF_8));
	}

	/// Puts a file in place, at once and whole.
	public PluginDirectoryFixture put(String name, byte[] bytes) {
		try {
			Path temporary = Files.write(this.path.resolve("." + name + ".tmp"), bytes);
			Files.move(temporary, this.path.resolve(name), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Deletes a file.
	public void delete(String name) {
		try {
			Files.delete(this.path.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The property that makes it the plugin directory.
	public String property() {
		return "wasm.plugins.directory=" + this.path;
	}

}
