package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.split.MethodLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Tries damaged and generated modules until the time is up, each by its number.
///
/// By hand, from `wasm-cli`, after `mvn test-compile`:
///
///     java -cp … dev.graft.fuzz.Campaign binary 600 1
///
/// for what is tried (`binary`, `text`, `generated`), for how many seconds, and from
/// which number on. Finds are written to `target/fuzz`.
final class Campaign {

	/// The features that generated modules may use: those that are on, and those that are
	/// complete although they are off.
	static final Set<Feature> FEATURES = features();

	private static final int GENERATED = 300;

	private final Corpus corpus;

	private final Map<Trial.Stage, Integer> counts = new EnumMap<>(Trial.Stage.class);

	private int finds;

	/// @param corpus what to damage
	Campaign(Corpus corpus) {
		this.corpus = corpus;
	}

	/// Runs by hand.
	public static void main(String[] arguments) throws IOException {
		Path spec = Path.of(System.getProperty("graft.spec.dir", "../../shared/spec"));
		Campaign campaign = new Campaign(Corpus.of(spec, GENERATED, FEATURES));
		campaign.run(Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT)), Long.parseLong(arguments[1]),
				Long.parseLong(arguments[2]));
		System.out.println(campaign);
	}

	private static Set<Feature> features() {
		Set<Feature> features = EnumSet.copyOf(Feature.DEFAULT);
		features.add(Feature.CUSTOM_PAGE_SIZES);
		features.add(Feature.LEGACY_EXCEPTIONS);
		return Collections.unmodifiableSet(features);
	}

	/// What is tried.
	enum Kind {

		/// Damaged binary modules.
		BINARY,

		/// Damaged modules in the text format.
		TEXT,

		/// Generated modules, which have to be valid.
		GENERATED

	}

	/// Tries for some time.
	/// @param seconds of the thread's time, so that the same is tried on a machine that
	/// is busy
	/// @return how many finds there were
	int run(Kind kind, long seconds, long firstNumber) throws IOException {
		long end = threadNanos() + seconds * 1_000_000_000L;
		try (Trial whole = new Trial(MethodLimits.DEFAULT);
				Trial pieces = new Trial(MethodLimits.TINY);
				Trial sections = new Trial(MethodLimits.TINY_SECTIONS);
				Watch watch = new Watch()) {
			for (long number = firstNumber; threadNanos() < end; number++) {
				byte[] input = input(kind, number);
				watch.begin(kind + " " + number);
				Trial trial = switch ((int) (number % 4)) {
					case 0 -> pieces;
					case 1 -> sections;
					default -> whole;
				};
				attempt(kind + "-" + number, kind, input, trial);
			}
		}
		return this.finds;
	}

	private static long threadNanos() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	/// The input with a number.
	byte[] input(Kind kind, long number) {
		Dice dice = new Dice(number);
		return switch (kind) {
			case BINARY -> new BinaryMutator(dice).damage(dice.of(this.corpus.binaries()), this.corpus.binaries());
			case TEXT -> new TextMutator(dice).damage(dice.of(this.corpus.texts())).getBytes(StandardCharsets.UTF_8);
			case GENERATED -> ModuleGenerator.generate(number, FEATURES, false).bytes();
		};
	}

	private void attempt(String name, Kind kind, byte[] input, Trial trial) throws IOException {
		try {
			Trial.Stage stage = trial.attempt(name, input);
			this.counts.merge(stage, 1, Integer::sum);
			if (kind == Kind.GENERATED && stage == Trial.Stage.REFUSED) {
				throw new AssertionError("a generated module is refused");
			}
		}
		// Whatever gets out is a find, and the next one is to be found, too.
		catch (RuntimeException | Error escaped) {
			this.finds++;
			report(name, input, escaped);
		}
	}

	private static void report(String name, byte[] input, Throwable escaped) throws IOException {
		Path file = Files.createDirectories(Path.of("target/fuzz")).resolve(name);
		Files.write(file, input);
		System.out.println("FIND %s: %s".formatted(file, escaped));
		escaped.printStackTrace(System.out);
		if (input.length < 500) {
			System.out.println(HexFormat.of().formatHex(input));
		}
	}

	/// How many inputs came how far.
	@Override
	public String toString() {
		return "%s, %d finds".formatted(this.counts, this.finds);
	}

}
