package dev.graft.fuzz.c;

import dev.graft.fuzz.Dice;
import dev.graft.fuzz.c.CProgram.Function;
import dev.graft.fuzz.c.CProgram.Kind;
import dev.graft.fuzz.c.CProgram.Target;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the functions of a program are called, as a text that `programs.mjs` reads, too,
/// and what is in memory before each call: an image of the last bytes of memory, and
/// before them what was there at the beginning. (A call that writes there may leave a NaN,
/// whose bits differ from engine to engine and say something else to the next call.)
///
///     address i32
///     call f0 3 0 115270 119840 123904 31 -128 7
///
/// calls `f0` with an image by its number, the size of the fractions of which a NaN may
/// have any bits, three addresses, a count and two numbers.
///
/// @param lines the text
/// @param images what memory can be filled with
@SuppressWarnings("ArrayRecordComponent") // never compared
record CallPlan(List<String> lines, List<byte[]> images) {

	/// The size of a memory.
	static final int MEMORY_BYTES = 131_072;

	/// How many bytes of memory are filled before a call, and compared after it.
	static final int IMAGE_BYTES = 16_384;

	/// Where they begin.
	static final int BASE = MEMORY_BYTES - IMAGE_BYTES;

	private static final int CALLS = 24;

	private static final int FIRST = BASE + 128;

	private static final int SECOND = BASE + 5120;

	private static final int RESULT = BASE + 9216;

	private static final int[] BYTES = { 0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x81, 2 };

	private static final int[] LIMITS = { 0, 1, -1, 0x7fffffff, 0x80000000, 255, 256, 0x80, 0x7fff, 0x8000, 0xffff,
			-128, -129, -32768, -32769, 127 };

	/// One call.
	/// @param image the number of what is in memory
	/// @param fractionBytes as [Kind#fractionBytes]
	record Call(String function, int image, int fractionBytes, List<Integer> addresses, List<Integer> numbers) {

		private String line() {
			StringBuilder line = new StringBuilder(
					"call %s %d %d".formatted(this.function, this.image, this.fractionBytes));
			this.addresses.forEach((address) -> line.append(' ').append(address));
			this.numbers.forEach((number) -> line.append(' ').append(number));
			return line.toString();
		}

		private static Call of(String line) {
			List<String> words = List.of(line.split(" "));
			List<Integer> numbers = words.stream().skip(2).map(Integer::valueOf).toList();
			return new Call(words.get(1), numbers.getFirst(), numbers.get(1), numbers.subList(2, 5),
					numbers.subList(5, numbers.size()));
		}

	}

	/// How the functions of a program are called.
	static CallPlan of(CProgram program) {
		Dice dice = new Dice(~program.seed());
		List<byte[]> images = List.of(anything(dice), bytes(dice), limits(dice), fractions(dice), small(dice),
				mixed(dice), doubles(dice));
		List<String> lines = new ArrayList<>();
		lines.add("address " + (program.target() == Target.WASM64 ? "i64" : "i32"));
		for (Function function : program.functions()) {
			for (int number = 0; number < CALLS; number++) {
				lines.add(call(function, number, images.size(), dice).line());
			}
		}
		return new CallPlan(lines, images);
	}

	private static Call call(Function function, int number, int images, Dice dice) {
		// Fractions that are all the same, or none, tell little.
		int image = switch (function.kind()) {
			case FRACTIONS32, SCALARS32 -> dice.oneIn(3) ? dice.below(images) : dice.between(3, 5);
			case FRACTIONS64, SCALARS64 -> dice.oneIn(4) ? dice.below(images) : images - 1;
			case VECTORS, SCALARS -> dice.below(images);
		};
		int step = Math.max(1, 2 * function.kind().fractionBytes());
		List<Integer> addresses = addresses(number, dice).stream().map((address) -> address / step * step).toList();
		return new Call(function.name(), image, function.kind().fractionBytes(), addresses,
				List.of(count(number, dice), number(dice), number(dice)));
	}

	// Apart from each other, in some calls one in or near another, in a few at the end of
	// memory or before it.
	private static List<Integer> addresses(int number, Dice dice) {
		boolean even = number % 3 == 0;
		int first = FIRST + (even ? 0 : dice.below(64));
		int second = SECOND + (even ? 0 : dice.below(64));
		int result = RESULT + (even ? 0 : dice.below(16));
		if (number % 4 == 3) {
			return switch (dice.below(8)) {
				case 0 -> List.of(first, second, first);
				case 1 -> List.of(first, second, second);
				case 2 -> List.of(first, second, first + 16);
				case 3 -> List.of(first, second, first + dice.below(32));
				case 4 -> List.of(first, second, second - dice.below(32));
				case 5 -> List.of(first, first, result);
				case 6 -> List.of(first, first + 4, result);
				default -> List.of(first, second, first + 64);
			};
		}
		if (number % 12 == 10) {
			int end = MEMORY_BYTES - dice.below(512);
			return switch (dice.below(6)) {
				case 0 -> List.of(end, second, result);
				case 1 -> List.of(first, end, result);
				case 2 -> List.of(first, second, end);
				case 3 -> List.of(first, second, -dice.below(128));
				case 4 -> List.of(end, second, end - 100);
				default -> List.of(-dice.below(128), second, result);
			};
		}
		return List.of(first, second, result);
	}

	private static int count(int number, Dice dice) {
		return switch (number % 12) {
			case 5 -> dice.between(70, 200);
			case 7 -> (number == 7) ? 600 : dice.between(0, 3);
			default -> dice.below(40);
		};
	}

	private static int number(Dice dice) {
		return dice.coin() ? LIMITS[dice.below(LIMITS.length)] : dice.between(-300, 300);
	}

	// ---- what is in memory

	private interface Numbers {

		int next();

	}

	private static byte[] image(Numbers numbers) {
		ByteBuffer image = ByteBuffer.allocate(IMAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
		while (image.hasRemaining()) {
			image.putInt(numbers.next());
		}
		return image.array();
	}

	private static byte[] anything(Dice dice) {
		return dice.bytes(IMAGE_BYTES);
	}

	private static byte[] bytes(Dice dice) {
		return image(() -> BYTES[dice.below(8)] | BYTES[dice.below(8)] << 8 | BYTES[dice.below(8)] << 16
				| BYTES[dice.below(8)] << 24);
	}

	private static byte[] limits(Dice dice) {
		return image(() -> LIMITS[dice.below(LIMITS.length)]);
	}

	private static byte[] fractions(Dice dice) {
		return image(dice::f32OrNan);
	}

	private static byte[] small(Dice dice) {
		return image(() -> dice.below(4) | dice.below(4) << 8 | dice.below(4) << 16 | dice.below(4) << 24);
	}

	private static byte[] mixed(Dice dice) {
		return image(
				() -> dice.coin() ? Float.floatToRawIntBits(dice.between(-4000, 4000) / 8f) : dice.between(-512, 512));
	}

	private static byte[] doubles(Dice dice) {
		ByteBuffer image = ByteBuffer.allocate(IMAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
		while (image.hasRemaining()) {
			image.putLong(dice.coin() ? dice.f64OrNan() : Double.doubleToRawLongBits(dice.between(-4000, 4000) / 8d));
		}
		return image.array();
	}

	// ---- files

	/// Writes `NAME.plan` and `NAME.images`.
	void write(Path directory, String name) throws IOException {
		Files.write(directory.resolve(name + ".plan"), this.lines);
		ByteBuffer all = ByteBuffer.allocate(this.images.size() * IMAGE_BYTES);
		this.images.forEach(all::put);
		Files.write(directory.resolve(name + ".images"), all.array());
	}

	/// Reads what [#write] wrote.
	static CallPlan read(Path directory, String name) throws IOException {
		ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(directory.resolve(name + ".images")));
		List<byte[]> images = new ArrayList<>();
		while (all.hasRemaining()) {
			byte[] image = new byte[IMAGE_BYTES];
			all.get(image);
			images.add(image);
		}
		return new CallPlan(Files.readAllLines(directory.resolve(name + ".plan")), images);
	}

	/// Whether addresses have 64 bits.
	boolean is64() {
		return this.lines.getFirst().equals("address i64");
	}

	/// The calls.
	List<Call> calls() {
		return this.lines.stream().skip(1).map(Call::of).toList();
	}

}
