package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// A directory as Kubernetes mounts a ConfigMap: files are links into `..data`, which is
/// a link to a directory with the current contents. An update makes a new directory,
/// moves another link over `..data`, and deletes the old directory.
///
///     pricing.wasm -> ..data/pricing.wasm
///     ..data       -> ..2026_11_20_1
///     ..2026_11_20_1/pricing.wasm
public final class ConfigMap {

	private final Path mountPoint;

	private final List<Path> versions = new ArrayList<>();

	/// A ConfigMap mounted at a directory.
	public ConfigMap(Path mountPoint) {
		this.mountPoint = mountPoint;
	}

	/// Replaces its contents by one file.
	public void publish(String name, String content) throws IOException {
		Path version = Files.createDirectory(this.mountPoint.resolve("..2026_11_20_" + this.versions.size()));
		Files.writeString(version.resolve(name), content);
		Path link = Files.createSymbolicLink(this.mountPoint.resolve("..data_tmp"), version.getFileName());
		Files.move(link, this.mountPoint.resolve("..data"), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		if (Files.notExists(this.mountPoint.resolve(name))) {
			Files.createSymbolicLink(this.mountPoint.resolve(name), Path.of("..data", name));
		}
		deletePrevious(name);
		this.versions.add(version);
	}

	private void deletePrevious(String name) throws IOException {
		if (!this.versions.isEmpty()) {
			Files.delete(this.versions.getLast().resolve(name));
			Files.delete(this.versions.getLast());
		}
	}

}
