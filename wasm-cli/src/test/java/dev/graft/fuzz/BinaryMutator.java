package dev.graft.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Damages binary modules, the way somebody would who knows the format: bits, opcodes,
/// numbers, whole sections.
final class BinaryMutator {

	private static final int HEADER_BYTES = 8;

	private static final int[] TELLING = { 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x08, 0x0B, 0x0C, 0x0E, 0x10, 0x11,
			0x12, 0x14, 0x1A, 0x1C, 0x1F, 0x20, 0x23, 0x28, 0x36, 0x3F, 0x40, 0x41, 0x4E, 0x50, 0x5E, 0x5F, 0x60, 0x63,
			0x64, 0x69, 0x6A, 0x6B, 0x6E, 0x6F, 0x70, 0x71, 0x77, 0x78, 0x7B, 0x7C, 0x7F, 0x80, 0xD0, 0xD2, 0xD4, 0xFB,
			0xFC, 0xFD, 0xFE, 0xFF };

	private final Dice dice;

	BinaryMutator(Dice dice) {
		this.dice = dice;
	}

	/// A damaged copy.
	/// @param others modules to take pieces of
	byte[] damage(byte[] module, List<byte[]> others) {
		byte[] damaged = module;
		int changes = this.dice.oneIn(3) ? this.dice.between(2, 6) : 1;
		for (int i = 0; i < changes; i++) {
			damaged = change(damaged, others);
		}
		return damaged;
	}

	private byte[] change(byte[] module, List<byte[]> others) {
		if (module.length <= HEADER_BYTES + 1) {
			return this.dice.of(others);
		}
		int at = this.dice.between(HEADER_BYTES, module.length - 1);
		return switch (this.dice.below(12)) {
			case 0 -> set(module, at, module[at] ^ 1 << this.dice.below(8));
			case 1 -> set(module, at, this.dice.i32());
			case 2, 3, 4 -> set(module, at, TELLING[this.dice.below(TELLING.length)]);
			case 5 -> splice(module, at, at + this.dice.between(1, 8), new byte[0]);
			case 6 -> splice(module, at, at, slice(module));
			case 7 -> splice(module, at, at + 1, slice(this.dice.of(others)));
			case 8 -> splice(module, at, at + 1, number());
			case 9 -> lengthen(module, at);
			case 10 -> sections(module, others);
			default -> Arrays.copyOf(module, at);
		};
	}

	private static byte[] set(byte[] module, int at, int value) {
		byte[] changed = module.clone();
		changed[at] = (byte) value;
		return changed;
	}

	private byte[] slice(byte[] module) {
		if (module.length == 0) {
			return module;
		}
		int from = this.dice.below(module.length);
		return Arrays.copyOfRange(module, from, Math.min(module.length, from + this.dice.between(1, 16)));
	}

	private byte[] number() {
		return (this.dice.coin() ? new ByteSink().unsigned(this.dice.i64()) : new ByteSink().signed(this.dice.i64()))
			.toByteArray();
	}

	/// The same number in more bytes than it needs, or in more than are allowed.
	private byte[] lengthen(byte[] module, int at) {
		int more = this.dice.between(1, 10);
		byte[] longer = new byte[more + 1];
		Arrays.fill(longer, (byte) 0x80);
		longer[0] = (byte) (module[at] | 0x80);
		longer[more] = (byte) ((module[at] & 0x40) != 0 && this.dice.coin() ? 0x7F : 0);
		return splice(module, at, at + 1, longer);
	}

	/// Leaves a section out, repeats it, or replaces it by another module's.
	private byte[] sections(byte[] module, List<byte[]> others) {
		List<byte[]> sections = cut(module);
		if (sections.isEmpty()) {
			return module;
		}
		int at = this.dice.below(sections.size());
		List<byte[]> foreign = cut(this.dice.of(others));
		switch (this.dice.below(4)) {
			case 0 -> sections.remove(at);
			case 1 -> sections.add(at, sections.get(this.dice.below(sections.size())));
			case 2 -> sections.add(sections.remove(at));
			default -> sections.set(at, foreign.isEmpty() ? new byte[0] : this.dice.of(foreign));
		}
		ByteSink out = new ByteSink().raw(Arrays.copyOf(module, HEADER_BYTES));
		sections.forEach(out::raw);
		return out.toByteArray();
	}

	/// The sections of a module, as far as they can be told.
	static List<byte[]> cut(byte[] module) {
		List<byte[]> sections = new ArrayList<>();
		int at = HEADER_BYTES;
		while (at < module.length) {
			int start = at++;
			long size = 0;
			for (int shift = 0; at < module.length; shift += 7) {
				size |= (long) (module[at] & 0x7F) << shift;
				if (module[at++] >= 0) {
					break;
				}
			}
			if (size < 0 || size > module.length - at) {
				break;
			}
			at += (int) size;
			sections.add(Arrays.copyOfRange(module, start, at));
		}
		return sections;
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
