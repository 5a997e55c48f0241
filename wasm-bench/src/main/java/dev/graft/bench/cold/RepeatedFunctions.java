package dev.graft.bench.cold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Makes a large module of a real one: `RepeatedFunctions MODULE.wasm TIMES RESULT.wasm`
/// appends the functions that the module defines again, so that there are so many times
/// as many. The copies call the originals; nobody calls them, but they have to be
/// compiled all the same.
public final class RepeatedFunctions {

	private static final int HEADER_BYTES = 8;

	private static final int FUNCTIONS = 3;

	private static final int CODE = 10;

	private final byte[] module;

	private int at = HEADER_BYTES;

	private RepeatedFunctions(byte[] module) {
		this.module = module;
	}

	/// Makes the module.
	public static void main(String[] arguments) throws IOException {
		byte[] module = Files.readAllBytes(Path.of(arguments[0]));
		Files.write(Path.of(arguments[2]), new RepeatedFunctions(module).repeated(Integer.parseInt(arguments[1])));
	}

	private byte[] repeated(int times) {
		ByteArrayOutputStream result = new ByteArrayOutputStream();
		result.write(this.module, 0, HEADER_BYTES);
		while (this.at < this.module.length) {
			int section = this.module[this.at++];
			int length = unsigned();
			int end = this.at + length;
			byte[] content = (section == FUNCTIONS || section == CODE) ? repeatedSection(end, times)
					: Arrays.copyOfRange(this.module, this.at, end);
			result.write(section);
			writeUnsigned(result, content.length);
			result.writeBytes(content);
			this.at = end;
		}
		return result.toByteArray();
	}

	/// A vector with its elements so many times.
	private byte[] repeatedSection(int end, int times) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		writeUnsigned(content, unsigned() * times);
		for (int copy = 0; copy < times; copy++) {
			content.write(this.module, this.at, end - this.at);
		}
		return content.toByteArray();
	}

	private int unsigned() {
		int value = 0;
		for (int shift = 0;; shift += 7) {
			byte next = this.module[this.at++];
			value |= (next & 0x7F) << shift;
			if (next >= 0) {
				return value;
			}
		}
	}

	private static void writeUnsigned(ByteArrayOutputStream to, int value) {
		int rest = value;
		while (rest > 0x7F) {
			to.write(rest & 0x7F | 0x80);
			rest >>>= 7;
		}
		to.write(rest);
	}

}
