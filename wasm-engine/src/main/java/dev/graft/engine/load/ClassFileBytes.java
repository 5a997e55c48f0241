package dev.graft.engine.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The bytes of a class file, as they are read: big-endian.
///
/// They are in an array, since all of a class is read before its first method runs, often by
/// the interpreter, for which a byte of a mapped buffer is a dozen calls.
///
/// @see <a
/// href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html">JVM
/// Specification, chapter 4</a>
final class ClassFileBytes {

	private final byte[] bytes;

	private ClassFileBytes(byte[] bytes) {
		this.bytes = bytes;
	}

	/// What remains of a buffer, whose position stays where it is.
	static ClassFileBytes of(ByteBuffer classFile) {
		byte[] bytes = new byte[classFile.remaining()];
		classFile.get(classFile.position(), bytes);
		return new ClassFileBytes(bytes);
	}

	int length() {
		return this.bytes.length;
	}

	int u1(int position) {
		return this.bytes[position] & 0xFF;
	}

	int u2(int position) {
		return (this.bytes[position] & 0xFF) << 8 | this.bytes[position + 1] & 0xFF;
	}

	/// Four bytes, with a sign.
	int s4(int position) {
		return u2(position) << 16 | u2(position + 2);
	}

	/// Characters of one byte each.
	String text(int position, int length) {
		return new String(this.bytes, position, length, StandardCharsets.ISO_8859_1);
	}

}
