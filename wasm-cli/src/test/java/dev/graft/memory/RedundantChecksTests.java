package dev.graft.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import dev.graft.engine.StoreLimits;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.memory.RandomAccess.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever checks are left out or made early: random functions around the ends of a
/// memory trap where they should, with the memory as it should be by then.
class RedundantChecksTests {

	private static final int PAGE = 65_536;

	private static final int MOST_PAGES = 3;

	private static final int FUNCTIONS = 40;

	private static final int RUNS = 10;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void trapWhereTheyShouldWithTheMemoryAsItShouldBe(boolean inPieces) {
		MethodLimits limits = inPieces ? MethodLimits.TINY : MethodLimits.DEFAULT;
		try (Engine engine = Engine.create(EngineConfig.builder().compiler(new WasmCompiler(limits)).build())) {
			int[] outcomes = new int[3];
			for (int seed = 0; seed < FUNCTIONS; seed++) {
				RandomAccess program = new RandomAccess(seed);
				var module = engine.load("random",
						"(module (memory (export \"m\") 1 %d) %s)".formatted(MOST_PAGES, program.function("f"))
							.getBytes(StandardCharsets.UTF_8));
				for (int run = 0; run < RUNS; run++) {
					try (Store store = Store.builder(engine).deadline(null).build()) {
						Instance instance = Linker.create(engine).instantiate(store, module);
						outcomes[compare(program, instance, new Random(seed * RUNS + run))]++;
					}
				}
			}
			assertThat(Arrays.stream(outcomes).min().orElseThrow()).as("completed, out of bounds, divided by zero")
				.isGreaterThan(RUNS);
		}
	}

	private static int compare(RandomAccess program, Instance instance, Random random) {
		byte[] content = new byte[PAGE];
		random.nextBytes(content);
		instance.memory("m").write(0, content);
		int first = near(random);
		int second = near(random);
		int fuel = random.nextInt(20);
		Frame frame = new Frame(content, MOST_PAGES, first, second, fuel);
		Object expected = result(program, frame);
		Object found = result(instance.func("f"), first, second, fuel);
		assertThat(found).as("%s(%d, %d, %d)", program.function("f"), first, second, fuel).isEqualTo(expected);
		byte[] memory = instance.memory("m").read(0, (int) instance.memory("m").sizeBytes());
		assertThat(Arrays.mismatch(memory, frame.memory())).as(program.function("f")).isEqualTo(-1);
		return (expected instanceof TrapCode code) ? (code == TrapCode.MEMORY_OUT_OF_BOUNDS) ? 1 : 2 : 0;
	}

	private static int near(Random random) {
		int[] corners = { 0, 40, PAGE - 60, PAGE - 30, PAGE, 2 * PAGE - 30, 30_000 };
		return corners[random.nextInt(corners.length)] + random.nextInt(20);
	}

	private static Object result(RandomAccess program, Frame frame) {
		try {
			return program.run(frame);
		}
		catch (IndexOutOfBoundsException ex) {
			return TrapCode.MEMORY_OUT_OF_BOUNDS;
		}
		catch (ArithmeticException ex) {
			return TrapCode.INTEGER_DIVIDE_BY_ZERO;
		}
	}

	private static @Nullable Object result(Func function, int first, int second, int fuel) {
		try {
			return function.call(first, second, fuel)[0];
		}
		catch (Trap trap) {
			return trap.code();
		}
	}

	// A stretch that wraps around, where all 4 GiB are there, is in bounds piece by
	// piece.
	@Test
	void knowNothingOfAddressesThatWrapAround() {
		long bytes = 1L << Integer.SIZE;
		StoreLimits limits = StoreLimits.DEFAULT.withMemoryBytes(bytes);
		try (Engine engine = Engine.create(); Store store = Store.builder(engine).limits(limits).build()) {
			Instance instance = Linker.create(engine).instantiate(store, engine.load("whole", """
					(module (memory 65536) (func (export "f") (param i32) (result i32)
					  (i32.add
					    (i32.add (i32.load (local.get 0)) (i32.load (i32.add (local.get 0) (i32.const 4))))
					    (i32.add (i32.load8_u offset=3 (local.get 0)) (i32.load (local.get 0))))))
					""".getBytes(StandardCharsets.UTF_8)));
			assertThat(instance.func("f").call(-4)).containsExactly(0);
			assertThat(result(instance.func("f"), -3)).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS);
		}
	}

	private static @Nullable Object result(Func function, int address) {
		try {
			return function.call(address)[0];
		}
		catch (Trap trap) {
			return trap.code();
		}
	}

}
