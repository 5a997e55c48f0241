package dev.graft.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated modules are valid, and do the same however they are compiled, and in Node.
///
/// The number of modules is fixed; `-Dgraft.fuzz.factor=10` takes ten times as many.
/// `-Dgraft.fuzz.node=PATH` says where Node is, without which it is left out.
class GeneratedModulesTests {

	private static final int FACTOR = Integer.getInteger("graft.fuzz.factor", 1);

	private static final long MODULES = 60;

	private static final Set<Feature> NODE_FEATURES = NodeRun.features(Campaign.FEATURES);

	@Test
	void doTheSameInPieces() {
		doTheSame(MethodLimits.TINY);
	}

	@Test
	void doTheSameInSections() {
		doTheSame(MethodLimits.TINY_SECTIONS);
	}

	private static void doTheSame(MethodLimits limits) {
		try (Engine whole = engine(MethodLimits.DEFAULT); Engine pieces = engine(limits)) {
			for (long seed = 0; seed < MODULES * FACTOR; seed++) {
				GeneratedModule module = ModuleGenerator.generate(seed, Campaign.FEATURES, true);
				Plan plan = Plan.of(module);
				assertThat(Agreement.difference(run(whole, module, plan), run(pieces, module, plan)))
					.as("seed %d", seed)
					.isEmpty();
			}
		}
	}

	@Test
	void areCompiledToTheSameBytesTwice() {
		try (Engine one = engine(MethodLimits.DEFAULT); Engine other = engine(MethodLimits.DEFAULT)) {
			for (long seed = 0; seed < MODULES * FACTOR / 2; seed++) {
				byte[] module = ModuleGenerator.generate(seed, Campaign.FEATURES, false).bytes();
				assertThat(one.precompile("generated", module)).as("seed %d", seed)
					.isEqualTo(other.precompile("generated", module));
			}
		}
	}

	@Test
	void haveClassesThatTheJvmTakes() {
		try (Engine whole = engine(MethodLimits.DEFAULT);
				Engine pieces = engine(MethodLimits.TINY);
				Engine sections = engine(MethodLimits.TINY_SECTIONS)) {
			for (long seed = 0; seed < MODULES * FACTOR; seed++) {
				byte[] module = ModuleGenerator.generate(seed, Campaign.FEATURES, false).bytes();
				LoadedClasses.verify(whole.load("seed " + seed, module));
				LoadedClasses.verify(pieces.load("seed " + seed, module));
				LoadedClasses.verify(sections.load("seed " + seed, module));
			}
		}
	}

	@Test
	void doTheSameInNode(@TempDir Path directory) throws IOException, InterruptedException {
		Optional<NodeRun> node = NodeRun.in(directory);
		if (node.isEmpty()) {
			System.out.println("Left out: say where Node is with -Dgraft.fuzz.node=PATH.");
			return;
		}
		compare(node.get(),
				LongStream.range(0, 2 * MODULES * FACTOR)
					.mapToObj((seed) -> ModuleGenerator.generate(seed, NODE_FEATURES, true))
					.toList());
	}

	/// Two modules, of which one imports from the other.
	@Test
	void doTheSameInPairs(@TempDir Path directory) throws IOException, InterruptedException {
		Optional<NodeRun> node = NodeRun.in(directory);
		Map<String, List<String>> here = new LinkedHashMap<>();
		try (Engine whole = engine(MethodLimits.DEFAULT); Engine pieces = engine(MethodLimits.TINY)) {
			for (long seed = 0; seed < MODULES * FACTOR; seed++) {
				List<GeneratedModule> pair = ModuleGenerator.generatePair(seed, NODE_FEATURES, true);
				Plan plan = Plan.of(pair.getLast()).after("first-" + seed);
				List<String> lines = run(whole, pair, plan);
				assertThat(Agreement.difference(lines, run(pieces, pair, plan))).as("pair %d", seed).isEmpty();
				if (node.isPresent()) {
					Files.write(directory.resolve("first-" + seed + ".wasm"), pair.getFirst().bytes());
					node.get().add("pair-" + seed, pair.getLast().bytes(), plan);
					here.put("pair-" + seed, lines);
				}
			}
		}
		if (node.isPresent()) {
			compare(here, node.get().run());
		}
	}

	/// Each operator by itself, with many operands.
	@Test
	void computeWhatNodeComputes(@TempDir Path directory) throws IOException, InterruptedException {
		Optional<NodeRun> node = NodeRun.in(directory);
		if (node.isEmpty()) {
			return;
		}
		compare(node.get(),
				LongStream.range(0, FACTOR)
					.boxed()
					.flatMap((seed) -> PlainOps.of(NODE_FEATURES)
						.stream()
						.map((op) -> OperatorModule.of(op, seed, NODE_FEATURES)))
					.toList());
	}

	private static void compare(NodeRun node, List<GeneratedModule> modules) throws IOException, InterruptedException {
		Map<String, List<String>> here = new LinkedHashMap<>();
		try (Engine engine = engine(MethodLimits.DEFAULT)) {
			for (GeneratedModule module : modules) {
				String name = here.size() + "-seed-" + module.seed();
				Plan plan = module.functions().size() > 40 ? Plan.ofEach(module) : Plan.of(module);
				node.add(name, module.bytes(), plan);
				here.put(name, run(engine, module, plan));
			}
		}
		compare(here, node.run());
	}

	private static void compare(Map<String, List<String>> here, Map<String, List<String>> there) {
		assertThat(there.keySet()).isEqualTo(here.keySet());
		here.forEach((name, lines) -> assertThat(Agreement.difference(lines, Objects.requireNonNull(there.get(name))))
			.as(name)
			.isEmpty());
	}

	@Test
	void haveAllOperators() {
		Set<Op> missing = new HashSet<>(OpTable.all());
		missing.removeIf((op) -> !Campaign.FEATURES.contains(op.feature()));
		for (long seed = 0; !missing.isEmpty() && seed < 3000; seed++) {
			byte[] bytes = ModuleGenerator.generate(seed, Campaign.FEATURES, true).bytes();
			ModuleModel module = ModuleDecoder.decode("seed " + seed, bytes, Campaign.FEATURES);
			for (int function = module.importedFunctionCount(); function < module.functionCount(); function++) {
				CodeReader code = CodeReader.ofBody(module, function);
				while (code.hasNext()) {
					missing.remove(code.next());
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	private static Engine engine(MethodLimits limits) {
		return Engine
			.create(EngineConfig.builder().features(Campaign.FEATURES).compiler(new WasmCompiler(limits)).build());
	}

	private static List<String> run(Engine engine, GeneratedModule module, Plan plan) {
		Module loaded = engine.load("seed " + module.seed(), module.bytes());
		return GraftRun.run(engine, loaded, plan);
	}

	private static List<String> run(Engine engine, List<GeneratedModule> pair, Plan plan) {
		return GraftRun.run(engine, engine.load("first of " + pair.getFirst().seed(), pair.getFirst().bytes()),
				engine.load("second of " + pair.getFirst().seed(), pair.getLast().bytes()), plan);
	}

}
