package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.graft.spring.plugin.PluginName;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;
import org.springframework.util.StringUtils;

/// A directory with a module file per plugin. A plugin's name is its file's, without the
/// extension.
///
/// Files are taken by extension: `.wasm` (binary), `.wat` (text), `.artifact` (compiled
/// ahead of time). Everything else is somebody else's: hidden files and directories,
/// backups, files that are still being copied under another name. Directories are not
/// searched.
///
/// @param path the directory
record PluginDirectory(Path path) {

	private static final Log logger = LogFactory.getLog(PluginDirectory.class);

	/// What a module file is called.
	static final Set<String> EXTENSIONS = Set.of("wasm", "wat", "artifact");

	/// The modules that are in it.
	/// @throws IOException if it cannot be listed; that says nothing about what is in it
	Map<String, PluginLocation> list() throws IOException {
		Map<String, List<PluginLocation.InFile>> files = new TreeMap<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.path, PluginDirectory::isModule)) {
			for (Path entry : entries) {
				add(entry, files);
			}
		}
		Map<String, PluginLocation> locations = new TreeMap<>();
		files.forEach((plugin, found) -> locations.put(plugin,
				(found.size() == 1) ? found.getFirst() : new PluginLocation.Ambiguous(plugin, sorted(found))));
		return locations;
	}

	private static boolean isModule(Path entry) {
		String name = entry.getFileName().toString();
		String extension = StringUtils.getFilenameExtension(name);
		return extension != null && EXTENSIONS.contains(extension) && PluginName.isValid(plugin(name))
				&& Files.isRegularFile(entry);
	}

	private static String plugin(String fileName) {
		return StringUtils.stripFilenameExtension(fileName);
	}

	/// A file that is gone since the directory was listed is not there.
	private static void add(Path entry, Map<String, List<PluginLocation.InFile>> files) {
		String plugin = plugin(entry.getFileName().toString());
		try {
			files.computeIfAbsent(plugin, (added) -> new ArrayList<>())
				.add(new PluginLocation.InFile(plugin, entry, Stamp.of(entry)));
		}
		catch (IOException ex) {
			logger.debug(LogMessage.format("%s is gone: %s", entry, ex));
			files.values().removeIf(List::isEmpty);
		}
	}

	private static List<PluginLocation.InFile> sorted(List<PluginLocation.InFile> files) {
		return files.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList();
	}

}
