package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.Test;

/// Memories of more than 2 GiB, and small ones, used by the same code after HotSpot has
/// compiled it for the small ones.
class LargeMemoryTests {

	private static final int HOT = 30_000;

	private static final int FAR = 0xA000_0000;

	private static final String PROGRAM = """
			(module
			  (memory (export "memory") 2)
			  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
			  (func (export "load") (param i32) (result i32)
			    (i32.add (i32.load offset=4 (local.get 0)) (i32.load8_u (local.get 0))))
			  (func (export "sum") (param $from i32) (param $count i32) (result i32) (local $sum i32)
			    (loop $next
			      (i32.store offset=8 (local.get $from) (local.get $count))
			      (local.set $sum (i32.add (local.get $sum) (i32.load (i32.add (local.get $from) (i32.const 8)))))
			      (local.set $from (i32.add (local.get $from) (i32.const 4)))
			      (br_if $next (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
			    (local.get $sum)))
			""";

	@Test
	void accessesBeyondTwoGibibytesReachTheirPlaceAndOthersTrapWhateverHasBeenCompiledBefore() {
		try (Engine engine = Engine.create();
				Store small = Store.builder(engine).deadline(null).build();
				Store large = Store.builder(engine).limits(StoreLimits.UNLIMITED).deadline(null).build()) {
			Module module = engine.load("large.wat", PROGRAM.getBytes(StandardCharsets.UTF_8));
			Instance near = Linker.create(engine).instantiate(small, module);
			useOften(near, 0);
			assertBounds(near);
			Instance far = Linker.create(engine).instantiate(large, module);
			assertBounds(far);
			assertThat(far.func("grow").call(0xC000)).containsExactly(2);
			useOften(far, FAR);
			useOften(far, 0x7FFF_FFF0);
			useOften(near, 0);
			assertThat(far.func("load").call(0xBFFF_FFF8 + 0x1000)).containsExactly(0);
			assertOutOfBounds(far, 0xC002_0000 - 7);
			assertOutOfBounds(far, -8);
			assertBounds(near);
			assertThat(far.memory("memory").readInt(Integer.toUnsignedLong(FAR) + 8)).isEqualTo(5);
		}
	}

	@Test
	void aMemoryEndsAtTwoGibibytesWhereThatIsTheLimit() {
		try (Engine engine = Engine.create();
				Store store = Store.builder(engine)
					.limits(StoreLimits.DEFAULT.withMemoryBytes(1L << 31))
					.deadline(null)
					.build()) {
			Module module = engine.load("large.wat", PROGRAM.getBytes(StandardCharsets.UTF_8));
			Instance instance = Linker.create(engine).instantiate(store, module);
			assertThat(instance.func("grow").call(0x7FFF)).containsExactly(-1);
			assertThat(instance.func("grow").call(0x7FFE)).containsExactly(2);
			useOften(instance, 0x7FFF_FF00);
			assertThat(instance.func("load").call(0x7FFF_FFF8)).containsExactly(0);
			assertOutOfBounds(instance, 0x7FFF_FFF9);
			assertOutOfBounds(instance, 0x8000_0000);
		}
	}

	// RATIONALE, "How does HotSpot learn that a memory is small?".
	@Test
	void theirClassIsNotInitializedBeforeThereIsOne() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xlog:class+init=info:stdout:none", "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), SmallThenLarge.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		String[] parts = output.split("small has been used\n");
		assertThat(parts).as(output).hasSize(2);
		assertThat(parts[0]).contains("Initializing 'dev/graft/engine/abi/MemoryOps'")
			.doesNotContain("Initializing 'dev/graft/engine/abi/UnusualMemory'");
		assertThat(parts[1]).contains("Initializing 'dev/graft/engine/abi/UnusualMemory'").contains("large: 10\n");
	}

	/// A program of its own, as other tests have large memories.
	static final class SmallThenLarge {

		private SmallThenLarge() {
		}

		/// Uses a small memory, and then the same when it has grown.
		public static void main(String[] arguments) {
			try (Engine engine = Engine.create();
					Store store = Store.builder(engine).limits(StoreLimits.UNLIMITED).deadline(null).build()) {
				Module module = engine.load("large.wat", PROGRAM.getBytes(StandardCharsets.UTF_8));
				Instance instance = Linker.create(engine).instantiate(store, module);
				instance.func("sum").call(0, 4);
				System.out.println("small has been used");
				instance.func("grow").call(0x8000);
				System.out.println("large: " + instance.func("sum").call(0, 4)[0]);
			}
		}

	}

	private static void useOften(Instance instance, int address) {
		IntUnaryOperator load = instance.func("load").typed(IntUnaryOperator.class).call();
		IntBinaryOperator sum = instance.func("sum").typed(IntBinaryOperator.class).call();
		for (int round = 0; round < HOT; round++) {
			assertThat(sum.applyAsInt(address, 5)).isEqualTo(5 + 4 + 3 + 2 + 1);
			assertThat(load.applyAsInt(address + 4)).isEqualTo(5);
		}
	}

	private static void assertBounds(Instance instance) {
		assertThat(instance.func("load").call(0x1_FFF8)).containsExactly(0);
		for (int address : new int[] { 0x1_FFF9, 0x2_0000, 0x7FFF_FFFF, 0x8000_0000, FAR, -1 }) {
			assertOutOfBounds(instance, address);
		}
	}

	private static void assertOutOfBounds(Instance instance, int address) {
		assertThatThrownBy(() -> instance.func("load").call(address)).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS));
	}

}
