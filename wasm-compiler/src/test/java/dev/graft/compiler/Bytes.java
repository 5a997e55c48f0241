package dev.graft.compiler;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Binary modules written by hand.
public final class Bytes {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private Bytes() {
	}

	/// Any bytes, in hexadecimal; blanks do not matter.
	public static byte[] hex(String digits) {
		return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
	}

	/// A module that begins with magic and version.
	public static Bytes module() {
		return new Bytes().raw("00 61 73 6d 01 00 00 00");
	}

	/// A section with its size.
	public Bytes section(int id, String contents) {
		return section(id, hex(contents));
	}

	/// A section with its size.
	public Bytes section(int id, byte[] contents) {
		this.bytes.write(id);
		return unsigned(contents.length).raw(contents);
	}

	/// The code section of functions.
	/// @param bodies of each its locals and code
	public Bytes code(byte[]... bodies) {
		Bytes contents = empty().unsigned(bodies.length);
		for (byte[] body : bodies) {
			contents.unsigned(body.length).raw(body);
		}
		return section(10, contents.toByteArray());
	}

	/// Bytes as they are.
	public Bytes raw(String digits) {
		this.bytes.writeBytes(hex(digits));
		return this;
	}

	/// Bytes as they are.
	public Bytes raw(byte[] more) {
		this.bytes.writeBytes(more);
		return this;
	}

	/// An unsigned LEB128 number.
	public Bytes unsigned(int value) {
		int rest = value;
		while (rest > 0x7F) {
			this.bytes.write(rest & 0x7F | 0x80);
			rest >>>= 7;
		}
		this.bytes.write(rest);
		return this;
	}

	/// All bytes so far.
	public byte[] toByteArray() {
		return this.bytes.toByteArray();
	}

	/// Begins something that is not a module.
	public static Bytes empty() {
		return new Bytes();
	}

}
