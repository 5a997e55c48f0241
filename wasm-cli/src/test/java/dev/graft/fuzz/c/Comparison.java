package dev.graft.fuzz.c;

import dev.graft.fuzz.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Compares programs in Graft with the same in Node, until the time is up.
///
/// By hand, from `wasm-cli`, after `mvn test-compile`:
///
///     java -Dgraft.fuzz.clang=clang -Dgraft.fuzz.node=node -cp … dev.graft.fuzz.c.Comparison 600 1
///
/// for how many seconds, and from which seed on. Finds are written to
/// `target/fuzz/programs`.
final class Comparison implements AutoCloseable {

	private static final String NODE = "graft.fuzz.node";

	/// The ways for which any JVM will do: as everyone does, and now and then the others,
	/// which take longer, the last one ten times.
	private static final List<List<Way>> WAYS = List.of(List.of(Way.WHOLE, Way.PIECES),
			List.of(Way.WHOLE, Way.SECTIONS), List.of(Way.WHOLE), List.of(Way.WHOLE, Way.PIECES), List.of(Way.WHOLE),
			List.of(Way.WHOLE, Way.PIECES), List.of(Way.WHOLE), List.of(Way.WHOLE));

	private static final int MOST_LEFT = 20;

	private final Path directory;

	private final Clang clang;

	private final Worker node;

	private final Worker graft;

	private final List<String> finds = new ArrayList<>();

	private int programs;

	private int left;

	private long calls;

	private Comparison(Path directory, Clang clang, Path node) throws IOException {
		this.directory = directory;
		this.clang = clang;
		this.node = new Worker(List.of(node.toString(), "--no-warnings",
				CProgram.FILES.resolve("programs.mjs").toString(), directory.toString()));
		this.graft = GraftWorker.start(directory);
	}

	/// A comparison, if system properties say where clang and Node are.
	/// @param directory for files
	static Optional<Comparison> in(Path directory) throws IOException, InterruptedException {
		Optional<Clang> clang = Clang.in(directory);
		String node = System.getProperty(NODE, "");
		return (clang.isEmpty() || node.isEmpty()) ? Optional.empty()
				: Optional.of(new Comparison(directory, clang.get(), Path.of(node)));
	}

	/// Runs by hand.
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path directory = Files.createTempDirectory("programs");
		try (Comparison comparison = in(directory).orElseThrow()) {
			comparison.run(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]), 1);
			System.out.println(comparison);
		}
	}

	/// Compares for some time. While a program is compared, clang compiles the next one.
	/// @param seconds of time that passes
	/// @param least how many programs are compared however long it takes
	/// @return what was found
	List<String> run(long seconds, long firstSeed, int least) throws IOException, InterruptedException {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		try (ExecutorService compiling = Executors.newSingleThreadExecutor(); Watch watch = new Watch()) {
			Future<Optional<String>> next = compiling.submit(() -> prepare(firstSeed));
			for (long seed = firstSeed; System.nanoTime() < end || this.programs < least; seed++) {
				long following = seed + 1;
				watch.begin("seed " + seed);
				Optional<String> name = next.get();
				next = compiling.submit(() -> prepare(following));
				if (name.isPresent()) {
					compare(name.get());
				}
				else {
					leave();
				}
			}
			next.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A program could not be compiled.", ex);
		}
		return this.finds;
	}

	private Optional<String> prepare(long seed) throws IOException, InterruptedException {
		CProgram program = CProgram.of(seed);
		String name = "seed-" + seed;
		CallPlan.of(program).write(this.directory, name);
		return this.clang.compile(program, name) ? Optional.of(name) : Optional.empty();
	}

	private void compare(String name) throws IOException {
		this.node.ask(name);
		this.graft.ask(name);
		Map<Way, List<String>> runs = new LinkedHashMap<>();
		for (Way way : WAYS.get(this.programs % WAYS.size())) {
			runs.put(way, GraftCalls.run(this.directory, name, way));
		}
		List<String> calls = CallPlan.read(this.directory, name).lines();
		List<String> expected = this.node.answer();
		if (expected.size() != calls.size() - 1) {
			throw new IllegalStateException(
					"%s: Node answers %d of %d calls".formatted(name, expected.size(), calls.size() - 1));
		}
		for (Way way : GraftWorker.WAYS) {
			runs.put(way, this.graft.answer());
		}
		runs.forEach((way, lines) -> difference(expected, lines, calls).ifPresent((text) -> find(name, way, text)));
		this.programs++;
		this.calls += (long) expected.size() * runs.size();
		for (String extension : List.of(".c", ".wasm", ".plan", ".images")) {
			Files.delete(this.directory.resolve(name + extension));
		}
	}

	// Older versions of clang fail now and then, but not at whatever they are given.
	private void leave() {
		this.left++;
		if (this.left > MOST_LEFT && this.programs == 0) {
			throw new IllegalStateException("clang fails at each of " + this.left + " programs");
		}
	}

	private static Optional<String> difference(List<String> expected, List<String> found, List<String> calls) {
		for (int i = 0; i < expected.size(); i++) {
			String line = (i < found.size()) ? found.get(i) : "nothing";
			if (!line.equals(expected.get(i))) {
				return Optional.of("%s%n  Node   %s%n  Graft  %s".formatted(calls.get(i + 1), expected.get(i), line));
			}
		}
		return Optional.empty();
	}

	private void find(String name, Way way, String text) {
		String find = "%s, %s: %s".formatted(name, way, text);
		System.out.println("FIND " + find);
		this.finds.add(find);
		try {
			Path kept = Files.createDirectories(Path.of("target/fuzz/programs"));
			for (String extension : List.of(".c", ".wasm", ".plan", ".images")) {
				Files.copy(this.directory.resolve(name + extension), kept.resolve(name + extension),
						StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// How much was compared.
	@Override
	public String toString() {
		return "%d programs (without %d at which clang fails), %d calls, %d finds".formatted(this.programs, this.left,
				this.calls, this.finds.size());
	}

	@Override
	public void close() {
		this.node.close();
		this.graft.close();
	}

}
