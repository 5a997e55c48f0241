package dev.graft.wast;

import java.io.Serializable;
import java.nio.file.Path;

/// Where a module comes from.
public sealed interface ModuleSource extends Serializable {

	/// A module that stands in the script.
	final class Inline implements ModuleSource {

		private static final long serialVersionUID = 1L;

		private final boolean text;

		private final byte[] bytes;

		private Inline(boolean text, byte[] bytes) {
			this.text = text;
			this.bytes = bytes;
		}

		/// A module in the text format, `(module …)` or `(module quote …)`.
		public static Inline text(byte[] utf8) {
			return new Inline(true, utf8);
		}

		/// A module in the binary format, `(module binary …)`.
		public static Inline binary(byte[] bytes) {
			return new Inline(false, bytes);
		}

		/// Whether it is in the text format.
		public boolean isText() {
			return this.text;
		}

		/// The module; not a copy.
		public byte[] bytes() {
			return this.bytes;
		}

	}

	/// A module that has been compiled before.
	/// @param path the file, in the default file system
	record Artifact(String path) implements ModuleSource {

		/// The file.
		public Path file() {
			return Path.of(this.path);
		}

	}

}
