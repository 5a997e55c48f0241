package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.graft.spring.plugin.PluginSource;

import org.springframework.core.io.Resource;

/// Where the module of a plugin is.
sealed interface PluginLocation {

	/// The plugin's name.
	String plugin();

	/// The location, for people.
	String origin();

	/// What can be told without reading.
	Stamp stamp();

	/// Reads the module, once and whole.
	/// @throws ChangingFileException if it is being written at this moment
	PluginSource read() throws IOException;

	/// A file.
	///
	/// @param plugin the plugin's name
	/// @param path the file
	/// @param stamp what it was when it was found
	record InFile(String plugin, Path path, Stamp stamp) implements PluginLocation {

		@Override
		public String origin() {
			return this.path.toString();
		}

		@Override
		public PluginSource read() throws IOException {
			Stamp before = Stamp.of(this.path);
			byte[] bytes = Files.readAllBytes(this.path);
			if (!Stamp.of(this.path).equals(before) || bytes.length != before.size()) {
				throw new ChangingFileException(this.path);
			}
			return new PluginSource(this.plugin, this.path.getFileName().toString(), origin(), bytes);
		}

	}

	/// A resource that is not a file, such as one in the application's jar.
	///
	/// @param plugin the plugin's name
	/// @param resource the resource
	record InResource(String plugin, Resource resource) implements PluginLocation {

		@Override
		public String origin() {
			return this.resource.getDescription();
		}

		@Override
		public Stamp stamp() {
			return Stamp.FIXED;
		}

		@Override
		public PluginSource read() throws IOException {
			String fileName = this.resource.getFilename();
			return new PluginSource(this.plugin, (fileName != null) ? fileName : this.plugin, origin(),
					this.resource.getContentAsByteArray());
		}

	}

	/// Several files, of which nobody can say which one is meant.
	///
	/// @param plugin the plugin's name
	/// @param files the files
	record Ambiguous(String plugin, List<InFile> files) implements PluginLocation {

		@Override
		public String origin() {
			return this.files.stream().map(InFile::origin).collect(Collectors.joining(", "));
		}

		/// Changes with each of the files.
		@Override
		public Stamp stamp() {
			long modified = this.files.stream().mapToLong((file) -> file.stamp().modifiedNanos()).sum();
			return new Stamp(origin(), this.files.size(), modified, null, true);
		}

		@Override
		public PluginSource read() throws IOException {
			throw new IOException("several files are for plugin '%s'; leave one of them".formatted(this.plugin));
		}

	}

}
