package dev.graft.bench.cold;

import dev.graft.artifact.abi.AbiVersion;
import dev.graft.artifact.cache.ArtifactCache;
import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.abi.AbiPreparation;
import dev.graft.engine.memory.LinearMemories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// From the start of the process to the first call, part by part:
/// `ColdStart ARTIFACT NANOSECONDS`, the latter being the time of day at which the process
/// was started. `ColdStart` with the name of a text module and that of an artifact makes
/// the artifact. Prints a line "MILLISECONDS PART" per part.
public final class ColdStart {

	private final Map<String, Duration> parts = new LinkedHashMap<>();

	private Instant last;

	private ColdStart(Instant started) {
		this.last = started;
	}

	/// Measures, or makes the artifact.
	public static void main(String[] arguments) throws IOException {
		if (arguments[0].endsWith(".wat")) {
			try (Engine engine = Engine.create()) {
				Files.write(Path.of(arguments[1]),
						engine.precompile(arguments[0], Files.readAllBytes(Path.of(arguments[0]))));
			}
			return;
		}
		Instant now = Instant.now();
		ColdStart start = new ColdStart(Instant.ofEpochSecond(0, Long.parseLong(arguments[1])));
		start.until("JVM", now);
		start.run(Path.of(arguments[0]));
		start.parts.forEach(
				(part, time) -> System.out.println(String.format(Locale.ROOT, "%.3f %s", time.toNanos() / 1e6, part)));
	}

	private void run(Path artifact) throws IOException {
		beginEngine();
		try (Engine engine = Engine.create()) {
			until("engine, the rest", Instant.now());
			Module module = engine.load(artifact);
			until("load", Instant.now());
			try (Store store = Store.create(engine)) {
				until("store", Instant.now());
				Instance instance = Linker.create(engine).instantiate(store, module);
				until("instantiate", Instant.now());
				IntUnaryOperator function = instance.func("run").typed(IntUnaryOperator.class).call();
				until("bind", Instant.now());
				int answer = function.applyAsInt(1);
				until((answer == 0) ? "call (0)" : "call", Instant.now());
			}
		}
	}

	// What an engine begins with is done once in a process, so it can be done, and timed,
	// part by part before there is one.
	private void beginEngine() {
		AbiPreparation.run();
		until("engine: operators", Instant.now());
		new LinearMemories();
		until("engine: C library", Instant.now());
		String abi = AbiVersion.CURRENT;
		until("engine: fingerprint", Instant.now());
		ArtifactCache.builder(abi).build().close();
		until("engine: cache", Instant.now());
	}

	private void until(String part, Instant now) {
		this.parts.put(part, Duration.between(this.last, now));
		this.last = now;
	}

}
