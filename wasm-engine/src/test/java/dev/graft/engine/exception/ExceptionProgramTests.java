package dev.graft.engine.exception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.ThrownException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Random programs that throw and catch do what their models do, however their functions
/// are cut.
class ExceptionProgramTests {

	private static final int PROGRAMS = Integer.getInteger("graft.exceptions.programs", 60);

	private static final int FIRST = Integer.getInteger("graft.exceptions.first", 0);

	private static final int HOT_PROGRAMS = 8;

	private static final int ROUNDS = 6_000;

	private static final List<int[]> ARGUMENTS = List.of(new int[] { 0, 0 }, new int[] { 1, 2 }, new int[] { 7, -5 });

	@Test
	void doWhatTheirModelsDo() {
		run(EngineConfig.builder(), 25);
	}

	@Test
	void doTheSameInSmallPieces() {
		run(EngineConfig.builder().compiler(new WasmCompiler(MethodLimits.TINY)), 25);
	}

	@Test
	void doTheSameInSections() {
		run(EngineConfig.builder().compiler(new WasmCompiler(MethodLimits.TINY_SECTIONS)), 25);
	}

	@Test
	void doTheSameIfTheyAreLarge() {
		run(EngineConfig.builder(), 400);
	}

	@Test
	void doTheSameInLargerPieces() {
		run(EngineConfig.builder()
			.compiler(new WasmCompiler(new MethodLimits(400, 300, 300, 500, 500, 100, 1_000_000, 2, false))), 100);
	}

	@Test
	void doTheSameWhenTheyAreHot() {
		try (Engine engine = Engine.create(EngineConfig.builder().features(EnumSet.allOf(Feature.class)).build())) {
			for (int seed = FIRST; seed < FIRST + HOT_PROGRAMS; seed++) {
				ExceptionProgram program = ExceptionProgram.of(seed, 40);
				Module module = load(engine, seed, program.text());
				try (Store store = Store.create(engine)) {
					Instance instance = Linker.create(engine).instantiate(store, module);
					for (int round = 0; round < ROUNDS; round++) {
						int[] arguments = { round % 7, round % 11 };
						instance.global("fuel").set(ExceptionProgram.FUEL);
						assertThat(run(instance, arguments)).as("program %d in round %d", seed, round)
							.isEqualTo(model(program, arguments));
					}
				}
			}
		}
	}

	private static void run(EngineConfig.Builder config, int size) {
		try (Engine engine = Engine.create(config.features(EnumSet.allOf(Feature.class)).build())) {
			for (int seed = FIRST; seed < FIRST + Math.max(1, PROGRAMS * 25 / size); seed++) {
				ExceptionProgram program = ExceptionProgram.of(seed, size);
				String text = program.text();
				Module module = load(engine, seed, text);
				for (int[] arguments : ARGUMENTS) {
					program.reset();
					String expected = model(program, arguments);
					assertThat(compiled(engine, module, arguments)).as("program %d of size %d", seed, size)
						.isEqualTo(expected);
				}
			}
		}
	}

	private static Module load(Engine engine, int seed, String text) {
		try {
			return engine.load(seed + ".wat", text.getBytes(StandardCharsets.UTF_8));
		}
		catch (RuntimeException ex) {
			throw new AssertionError("program " + seed, ex);
		}
	}

	private static String model(ExceptionProgram program, int[] arguments) {
		String outcome;
		try {
			outcome = "gives " + program.run(arguments[0], arguments[1]);
		}
		catch (ExceptionProgram.Thrown thrown) {
			outcome = "throws " + thrown.tag + switch (thrown.tag) {
				case 0 -> List.of();
				case 1 -> List.of(thrown.number);
				default -> List.of(thrown.number, thrown.wide);
			};
		}
		return outcome + ", log " + program.log;
	}

	private static String compiled(Engine engine, Module module, int[] arguments) {
		try (Store store = Store.create(engine)) {
			return run(Linker.create(engine).instantiate(store, module), arguments);
		}
	}

	private static String run(Instance instance, int[] arguments) {
		String outcome;
		try {
			outcome = "gives " + instance.func("run").call(arguments[0], arguments[1])[0];
		}
		catch (ThrownException thrown) {
			int tag = 0;
			while (!thrown.exception().is(instance.tag("t" + tag))) {
				tag++;
			}
			outcome = "throws " + tag + thrown.exception().fields();
		}
		return outcome + ", log " + instance.global("log").get();
	}

}
