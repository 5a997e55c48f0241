package dev.graft.compiler.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages binary modules, the way somebody would who knows the format: a few small
/// changes, often to lengths and opcodes.
final class Mutator {

	private static final int[] INTERESTING = { 0x00, 0x01, 0x02, 0x05, 0x0B, 0x0E, 0x10, 0x11, 0x1A, 0x1C, 0x20, 0x21,
			0x23, 0x28, 0x36, 0x3F, 0x40, 0x41, 0x60, 0x6F, 0x70, 0x7F, 0x80, 0xD0, 0xD2, 0xFC, 0xFD, 0xFF };

	private static final int HEADER_BYTES = 8;

	private final Random random;

	private final List<byte[]> corpus;

	Mutator(Random random, List<byte[]> corpus) {
		this.random = random;
		this.corpus = corpus;
	}

	/// A damaged module.
	byte[] next() {
		byte[] module = pick();
		int changes = 1 + this.random.nextInt(4);
		for (int i = 0; i < changes; i++) {
			module = change(module);
		}
		return module;
	}

	private byte[] pick() {
		return this.corpus.get(this.random.nextInt(this.corpus.size())).clone();
	}

	private byte[] change(byte[] module) {
		if (module.length <= HEADER_BYTES) {
			return pick();
		}
		int at = HEADER_BYTES + this.random.nextInt(module.length - HEADER_BYTES);
		return switch (this.random.nextInt(8)) {
			case 0 -> set(module, at, module[at] ^ 1 << this.random.nextInt(8));
			case 1 -> set(module, at, this.random.nextInt());
			case 2, 3 -> set(module, at, INTERESTING[this.random.nextInt(INTERESTING.length)]);
			case 4 -> splice(module, at, at + 1 + this.random.nextInt(8), new byte[0]);
			case 5 -> splice(module, at, at, slice(module));
			case 6 -> splice(module, at, at + 1, slice(pick()));
			default -> Arrays.copyOf(module, at);
		};
	}

	private static byte[] set(byte[] module, int at, int value) {
		module[at] = (byte) value;
		return module;
	}

	private byte[] slice(byte[] module) {
		int from = this.random.nextInt(module.length);
		return Arrays.copyOfRange(module, from, Math.min(module.length, from + 1 + this.random.nextInt(16)));
	}

	private static byte[] splice(byte[] module, int from, int to, byte[] replacement) {
		int end = Math.min(to, module.length);
		byte[] result = new byte[module.length - (end - from) + replacement.length];
		System.arraycopy(module, 0, result, 0, from);
		System.arraycopy(replacement, 0, result, from, replacement.length);
		System.arraycopy(module, end, result, from + replacement.length, module.length - end);
		return result;
	}

}
