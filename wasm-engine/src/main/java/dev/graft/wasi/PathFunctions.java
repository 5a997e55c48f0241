package dev.graft.wasi;

import dev.graft.engine.Caller;

/// Functions on paths. They all begin at a directory, and none is open.
///
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-path_create_directory">
/// path_create_directory and after</a>
final class PathFunctions extends WasiFunctions {

	PathFunctions(WasiConfig defaults) {
		super(defaults);
	}

	int pathCreateDirectory(Caller caller, int fd, int path, int length) {
		return Errno.BADF.code();
	}

	int pathFilestatGet(Caller caller, int fd, int flags, int path, int length, int stat) {
		return Errno.BADF.code();
	}

	int pathFilestatSetTimes(Caller caller, int fd, int flags, int path, int length, long accessed, long modified,
			int timeFlags) {
		return Errno.BADF.code();
	}

	int pathLink(Caller caller, int fd, int flags, int path, int length, int newFd, int newPath, int newLength) {
		return Errno.BADF.code();
	}

	int pathOpen(Caller caller, int fd, int directoryFlags, int path, int length, int openFlags, long rights,
			long inheriting, int flags, int opened) {
		return Errno.BADF.code();
	}

	int pathReadlink(Caller caller, int fd, int path, int length, int buffer, int bufferLength, int used) {
		return Errno.BADF.code();
	}

	int pathRemoveDirectory(Caller caller, int fd, int path, int length) {
		return Errno.BADF.code();
	}

	int pathRename(Caller caller, int fd, int path, int length, int newFd, int newPath, int newLength) {
		return Errno.BADF.code();
	}

	int pathSymlink(Caller caller, int path, int length, int fd, int newPath, int newLength) {
		return Errno.BADF.code();
	}

	int pathUnlinkFile(Caller caller, int fd, int path, int length) {
		return Errno.BADF.code();
	}

}
