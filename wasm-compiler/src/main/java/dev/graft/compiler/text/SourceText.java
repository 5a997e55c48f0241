package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The characters of a module or a script, as UTF-8 bytes, with the name they go by in
/// messages.
///
/// Offsets are byte offsets; only [#position] counts lines and characters. Immutable.
public final class SourceText {

	private final String name;

	private final byte[] bytes;

	private final int[] lineStarts;

	/// Takes the bytes as they are; the caller must not change them any more.
	/// @param name what messages call this text, usually a file name
	public SourceText(String name, byte[] bytes) {
		this.name = name;
		this.bytes = bytes;
		this.lineStarts = lineStarts(bytes);
	}

	/// What messages call this text.
	public String name() {
		return this.name;
	}

	/// How many bytes there are.
	public int length() {
		return this.bytes.length;
	}

	/// The byte at an offset, as an unsigned number, or -1 behind the end.
	int at(int offset) {
		return (offset < this.bytes.length) ? this.bytes[offset] & 0xFF : -1;
	}

	/// The characters between two byte offsets.
	String slice(int from, int to) {
		return new String(this.bytes, from, to - from, StandardCharsets.UTF_8);
	}

	/// The bytes between two byte offsets.
	public byte[] sliceBytes(int from, int to) {
		return Arrays.copyOfRange(this.bytes, from, to);
	}

	/// Whether the characters between two byte offsets are these.
	boolean contains(int from, int to, String ascii) {
		if (to - from != ascii.length()) {
			return false;
		}
		for (int i = 0; i < ascii.length(); i++) {
			if (this.bytes[from + i] != (byte) ascii.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/// Line and column of a byte offset.
	public SourcePosition position(int offset) {
		int found = Arrays.binarySearch(this.lineStarts, offset);
		int line = (found >= 0) ? found : -found - 2;
		int column = 1;
		for (int i = this.lineStarts[line]; i < Math.min(offset, this.bytes.length); i++) {
			if (!isContinuation(this.bytes[i])) {
				column++;
			}
		}
		return new SourcePosition(line + 1, column);
	}

	/// Complains about something at a byte offset.
	/// @param what what is wrong, in the specification's words
	/// @param detail the rest of the sentence
	public MalformedModuleException malformed(int offset, String what, String detail) {
		return new MalformedModuleException(this.name, position(offset).toString(), what, detail);
	}

	/// Complains about something at a byte offset that should be something else.
	/// @param what what is wrong, in the specification's words
	/// @param expected what should be there
	/// @param found what is there
	public MalformedModuleException malformed(int offset, String what, String expected, String found) {
		return new MalformedModuleException(this.name, position(offset).toString(), what, expected, found);
	}

	private static boolean isContinuation(byte unit) {
		return (unit & 0xC0) == 0x80;
	}

	/// Lines end with a line feed, a carriage return, or both in this order.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/text/lexical.html#white-space">Text
	/// Format, "White Space"</a>
	private static int[] lineStarts(byte[] bytes) {
		int[] starts = new int[16];
		int count = 1;
		for (int i = 0; i < bytes.length; i++) {
			boolean pairFollows = i + 1 < bytes.length && bytes[i + 1] == '\n';
			if (bytes[i] == '\n' || (bytes[i] == '\r' && !pairFollows)) {
				if (count == starts.length) {
					starts = Arrays.copyOf(starts, count * 2);
				}
				starts[count++] = i + 1;
			}
		}
		return Arrays.copyOf(starts, count);
	}

}
