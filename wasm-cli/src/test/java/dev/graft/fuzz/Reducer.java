package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.split.MethodLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/// Makes a module smaller as long as it fails in the same way: leaves out sections,
/// bodies, instructions. By hand: `Reducer FILE`, with `pieces` behind it if it fails
/// only in pieces; the result is `FILE.small`.
final class Reducer {

	private static final byte[] UNREACHABLE = { 0, 0, 0x0B };

	private static final int CODE = 10;

	private final Predicate<byte[]> fails;

	private byte[] smallest;

	private Reducer(byte[] module, Predicate<byte[]> fails) {
		this.smallest = module;
		this.fails = fails;
	}

	/// Runs by hand.
	public static void main(String[] arguments) throws IOException {
		Path file = Path.of(arguments[0]);
		byte[] module = Files.readAllBytes(file);
		try (Trial trial = new Trial(arguments.length > 1 ? MethodLimits.TINY : MethodLimits.DEFAULT)) {
			String failure = failure(trial, module);
			System.out.println(failure);
			byte[] small = reduce(module, (each) -> failure(trial, each).equals(failure));
			Files.write(Path.of(file + ".small"), small);
			System.out.println("%d bytes, %d are left".formatted(module.length, small.length));
		}
	}

	private static String failure(Trial trial, byte[] module) {
		try {
			trial.attempt("reduced", module);
			return "";
		}
		catch (RuntimeException | Error failed) {
			String message = String.valueOf(failed.getMessage());
			return failed.getClass() + message.replaceAll("[0-9].*", "").lines().findFirst().orElse("");
		}
	}

	/// Makes a module smaller.
	/// @param fails whether a module still shows what is looked for
	static byte[] reduce(byte[] module, Predicate<byte[]> fails) {
		Reducer reducer = new Reducer(module, fails);
		int before;
		do {
			before = reducer.smallest.length;
			reducer.leaveOutSections();
			reducer.leaveOutBodies();
			reducer.leaveOutInstructions();
		}
		while (reducer.smallest.length < before);
		return reducer.smallest;
	}

	private boolean attempt(byte[] candidate) {
		boolean better = candidate.length < this.smallest.length && this.fails.test(candidate);
		if (better) {
			this.smallest = candidate;
		}
		return better;
	}

	private void leaveOutSections() {
		for (int at = BinaryMutator.cut(this.smallest).size() - 1; at >= 0; at--) {
			List<byte[]> sections = BinaryMutator.cut(this.smallest);
			sections.remove(at);
			attempt(join(sections));
		}
	}

	private void leaveOutBodies() {
		int count = bodies(this.smallest).size();
		for (int at = 0; at < count; at++) {
			List<byte[]> bodies = bodies(this.smallest);
			bodies.set(at, UNREACHABLE);
			attempt(withBodies(bodies));
		}
	}

	private void leaveOutInstructions() {
		int count = bodies(this.smallest).size();
		for (int at = 0; at < count; at++) {
			for (int length = 64; length > 0; length = length / 2) {
				leaveOutInstructions(at, length);
			}
		}
	}

	private void leaveOutInstructions(int body, int length) {
		for (int from = 0; from + length < instructions(body).size(); from++) {
			List<byte[]> instructions = instructions(body);
			instructions.subList(from + 1, from + 1 + length).clear();
			List<byte[]> bodies = bodies(this.smallest);
			bodies.set(body, concatenate(instructions));
			if (attempt(withBodies(bodies))) {
				from--;
			}
		}
	}

	/// The declarations of locals, then the instructions.
	private List<byte[]> instructions(int body) {
		List<byte[]> instructions = new ArrayList<>();
		byte[] bytes = bodies(this.smallest).get(body);
		try {
			ModuleModel module = ModuleDecoder.decode("reduced", this.smallest, EnumSet.allOf(Feature.class));
			int function = body + module.importedFunctionCount();
			CodeReader code = CodeReader.ofBody(module, function);
			int end = module.body(function).endOffset();
			int last = end - bytes.length;
			while (code.hasNext()) {
				code.next();
				instructions.add(Arrays.copyOfRange(this.smallest, last, code.offset()));
				last = code.offset();
			}
			instructions.add(Arrays.copyOfRange(this.smallest, last, end));
		}
		catch (ModuleException malformed) {
			instructions.clear();
		}
		return instructions;
	}

	private static List<byte[]> bodies(byte[] module) {
		List<byte[]> bodies = new ArrayList<>();
		for (byte[] section : BinaryMutator.cut(module)) {
			if (section[0] == CODE) {
				int at = skip(section, skip(section, 1));
				while (at < section.length) {
					int start = skip(section, at);
					int size = number(section, at);
					bodies.add(Arrays.copyOfRange(section, start, start + size));
					at = start + size;
				}
			}
		}
		return bodies;
	}

	private static int number(byte[] bytes, int from) {
		int value = 0;
		for (int at = from, shift = 0;; at++, shift += 7) {
			value |= (bytes[at] & 0x7F) << shift;
			if (bytes[at] >= 0) {
				return value;
			}
		}
	}

	/// Where a number ends.
	private static int skip(byte[] bytes, int from) {
		int at = from;
		while (bytes[at] < 0) {
			at++;
		}
		return at + 1;
	}

	private byte[] withBodies(List<byte[]> bodies) {
		ByteSink contents = new ByteSink().unsigned(bodies.size());
		bodies.forEach(contents::sized);
		List<byte[]> sections = BinaryMutator.cut(this.smallest);
		sections.replaceAll((section) -> section[0] != CODE ? section
				: new ByteSink().u8(CODE).sized(contents.toByteArray()).toByteArray());
		return join(sections);
	}

	private byte[] join(List<byte[]> sections) {
		ByteSink out = new ByteSink().raw(Arrays.copyOf(this.smallest, 8));
		sections.forEach(out::raw);
		return out.toByteArray();
	}

	private static byte[] concatenate(List<byte[]> parts) {
		ByteSink out = new ByteSink();
		parts.forEach(out::raw);
		return out.toByteArray();
	}

}
