package dev.graft.engine.load;

import java.io.ByteArrayOutputStream;

/// Bytes of a class file, as they are written: big-endian.
///
/// @see <a
/// href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html">JVM
/// Specification, chapter 4</a>
final class ClassBytes {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	ClassBytes u1(int value) {
		this.bytes.write(value);
		return this;
	}

	ClassBytes u2(int value) {
		return u1(value >>> 8).u1(value);
	}

	ClassBytes u4(int value) {
		return u2(value >>> 16).u2(value);
	}

	ClassBytes all(ClassBytes other) {
		this.bytes.writeBytes(other.toByteArray());
		return this;
	}

	/// A text in modified UTF-8, behind its length.
	ClassBytes text(String text) {
		ClassBytes encoded = new ClassBytes();
		for (int index = 0; index < text.length(); index++) {
			encoded.character(text.charAt(index));
		}
		return u2(encoded.size()).all(encoded);
	}

	private void character(char unit) {
		if (unit >= 0x01 && unit <= 0x7F) {
			u1(unit);
		}
		else if (unit <= 0x7FF) {
			u1(0xC0 | unit >>> 6).u1(0x80 | unit & 0x3F);
		}
		else {
			u1(0xE0 | unit >>> 12).u1(0x80 | unit >>> 6 & 0x3F).u1(0x80 | unit & 0x3F);
		}
	}

	int size() {
		return this.bytes.size();
	}

	byte[] toByteArray() {
		return this.bytes.toByteArray();
	}

}
