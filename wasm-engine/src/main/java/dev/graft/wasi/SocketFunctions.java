package dev.graft.wasi;

import dev.graft.engine.Caller;

/// Functions on sockets. Nothing that is open is one.
///
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-sock_accept">sock_accept
/// and after</a>
final class SocketFunctions extends WasiFunctions {

	SocketFunctions(WasiConfig defaults) {
		super(defaults);
	}

	int sockAccept(Caller caller, int fd, int flags, int accepted) {
		return notSocket(caller, fd);
	}

	int sockRecv(Caller caller, int fd, int vectors, int count, int flags, int bytesRead, int resultFlags) {
		return notSocket(caller, fd);
	}

	int sockSend(Caller caller, int fd, int vectors, int count, int flags, int bytesWritten) {
		return notSocket(caller, fd);
	}

	int sockShutdown(Caller caller, int fd, int how) {
		return notSocket(caller, fd);
	}

	private int notSocket(Caller caller, int fd) {
		return ((context(caller).descriptor(fd) != null) ? Errno.NOTSOCK : Errno.BADF).code();
	}

}
