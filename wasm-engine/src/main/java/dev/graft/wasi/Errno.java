package dev.graft.wasi;

/// What functions of WASI answer: success, or why not. Only those that something here
/// answers.
///
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-errno-variant">errno</a>
enum Errno {

	/// No error.
	SUCCESS(0),

	/// Bad file descriptor.
	BADF(8),

	/// Invalid argument.
	INVAL(28),

	/// Input or output error.
	IO(29),

	/// Not a socket.
	NOTSOCK(57),

	/// Not supported.
	NOTSUP(58),

	/// Value too large.
	OVERFLOW(61),

	/// Invalid seek.
	SPIPE(70);

	private final int code;

	Errno(int code) {
		this.code = code;
	}

	/// The number that programs see.
	int code() {
		return this.code;
	}

}
