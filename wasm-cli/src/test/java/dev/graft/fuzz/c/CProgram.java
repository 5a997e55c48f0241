package dev.graft.fuzz.c;

import dev.graft.fuzz.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A program in C that a seed gave: some functions over arrays in memory that only differ
/// in what they do.
///
/// @param seed the seed
/// @param source the text
/// @param functions what it exports
/// @param target what it is compiled for
/// @param optimization how, as `-O2`
record CProgram(long seed, String source, List<Function> functions, Target target, String optimization) {

	/// Where the grammars are, and what programs include.
	static final Path FILES = Path.of("src/test/fuzz").toAbsolutePath();

	private static final int FUNCTIONS = 20;

	private static final int VARIABLES = 4;

	/// Mostly what people ship.
	private static final List<String> OPTIMIZATIONS = List.of("-O2", "-O2", "-O2", "-O3", "-O3", "-O1", "-Os");

	private static final List<Target> TARGETS = List.of(Target.WASM32, Target.WASM32, Target.WASM32, Target.WASM32,
			Target.WASM32, Target.WASM32, Target.WASM64, Target.SHARED);

	private static final List<Kind> KINDS = List.of(Kind.VECTORS, Kind.VECTORS, Kind.VECTORS, Kind.VECTORS,
			Kind.VECTORS, Kind.VECTORS, Kind.FRACTIONS32, Kind.FRACTIONS32, Kind.FRACTIONS64, Kind.SCALARS,
			Kind.SCALARS, Kind.SCALARS32, Kind.SCALARS64);

	/// An exported function.
	record Function(String name, Kind kind) {
	}

	/// What a memory is like.
	enum Target {

		/// Memories as most programs have them.
		WASM32,

		/// With addresses of 64 bits.
		WASM64,

		/// Shared by threads.
		SHARED

	}

	/// What a function computes.
	enum Kind {

		/// Anything, with vectors.
		VECTORS(0, "programs"),

		/// Numbers with fractions of 32 bits, with vectors.
		FRACTIONS32(4, "programs", "fractions32"),

		/// Numbers with fractions of 64 bits, with vectors.
		FRACTIONS64(8, "programs", "fractions32", "fractions64"),

		/// Integers, without vectors; it is the compiler that makes some.
		SCALARS(0, "programs", "scalars"),

		/// Numbers with fractions of 32 bits, without vectors.
		SCALARS32(4, "programs", "scalars", "scalars32"),

		/// Numbers with fractions of 64 bits, without vectors.
		SCALARS64(8, "programs", "scalars", "scalars32", "scalars64");

		private final int fractionBytes;

		@SuppressWarnings("ImmutableEnumChecker") // never changed
		private final Grammar grammar;

		Kind(int fractionBytes, String... files) {
			this.fractionBytes = fractionBytes;
			try {
				this.grammar = Grammar
					.of(Stream.of(files).map((file) -> FILES.resolve(file + ".grammar")).toArray(Path[]::new));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/// The size of the fractions in memory, of which a NaN may have any bits; zero if
		/// there are none.
		int fractionBytes() {
			return this.fractionBytes;
		}

	}

	/// Writes a program.
	static CProgram of(long seed) {
		Dice dice = new Dice(seed);
		Target target = dice.of(TARGETS);
		String optimization = dice.of(OPTIMIZATIONS);
		StringBuilder source = new StringBuilder("#include \"idioms.h\"\n\n");
		source.append(Kind.VECTORS.grammar.write("helpers", dice));
		List<Function> functions = new ArrayList<>();
		for (int number = 0; number < FUNCTIONS; number++) {
			Function function = new Function("f" + number, dice.of(KINDS));
			functions.add(function);
			source.append("\n// ").append(function.kind()).append("\nEXPORTED(\"");
			source.append(function.name()).append("\") u32 ").append(function.name());
			source.append(write(function.kind(), dice)).append('\n');
		}
		return new CProgram(seed, source.toString(), List.copyOf(functions), target, optimization);
	}

	// Few variables, so that what one line leaves is what the next one takes.
	private static String write(Kind kind, Dice dice) {
		int count = dice.between(1, VARIABLES);
		List<String> variables = IntStream.range(0, count).mapToObj((number) -> "v" + number).toList();
		String beginnings = variables.stream()
			.map((variable) -> variable + " = $beginning")
			.collect(Collectors.joining(", ", "V ", ";"));
		return kind.grammar.with("v", variables)
			.with("g", List.of("g0", "g1", "g2"))
			.with("beginnings", List.of(beginnings))
			.write("vectors", dice);
	}

}
