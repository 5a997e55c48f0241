package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.Path;

/// A file was written to while it was read. Nothing is wrong with that; it is read again
/// when it has come to rest.
final class ChangingFileException extends IOException {

	private static final long serialVersionUID = 1L;

	ChangingFileException(Path file) {
		super(file + " was written to while it was read");
	}

}
