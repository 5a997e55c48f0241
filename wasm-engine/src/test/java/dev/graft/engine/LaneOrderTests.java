package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Long straight lines over many vectors, which are written lane by lane, give what Java
/// computes of the same steps.
class LaneOrderTests {

	private static final int CASES = 5;

	private static final int VECTORS = 20;

	private static final int STEPS = 240;

	private static final int LANES = 4;

	/// Where the result is stored; the vectors come from before.
	private static final int RESULT = 1024;

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).build();

	private final Random random = new Random(20261121);

	/// What the vectors hold so far.
	private final int[][] vectors = new int[VECTORS][LANES];

	private final int[] memory = new int[RESULT / Integer.BYTES];

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void givesWhatLanesThatNeverMeetGive() {
		compare(0);
	}

	@Test
	void givesWhatLanesThatMeetNowAndThenGive() {
		compare(20);
	}

	@Test
	void keepsWhatWasStoredBeforeALoadInTheLineTraps() {
		String line = steps(0);
		Instance instance = instance(module("(i32.store (i32.const 0) (i32.const 77))" + line
				+ "(local.set $v3 (v128.load (local.get $n)))" + steps(0)));
		Memory stored = instance.memory("memory");
		assertThatThrownBy(() -> instance.func("line").call(65_530)).isInstanceOf(Trap.class);
		assertThat(stored.readInt(0)).isEqualTo(77);
		assertThat(stored.readInt(RESULT)).isZero();
	}

	/// @param mixing how many of a thousand steps mix lanes
	private void compare(int mixing) {
		for (int number = 0; number < CASES; number++) {
			for (int at = 0; at < this.memory.length; at++) {
				this.memory[at] = this.random.nextInt();
			}
			for (int vector = 0; vector < VECTORS; vector++) {
				System.arraycopy(this.memory, vector * LANES, this.vectors[vector], 0, LANES);
			}
			String text = module(steps(mixing));
			Instance instance = instance(text);
			Memory used = instance.memory("memory");
			for (int at = 0; at < this.memory.length; at++) {
				used.writeInt(4L * at, this.memory[at]);
			}
			instance.func("line").call(12345);
			int[] stored = IntStream.range(0, VECTORS * LANES).map((at) -> used.readInt(RESULT + 4L * at)).toArray();
			assertThat(stored).as(text)
				.isEqualTo(IntStream.range(0, VECTORS * LANES)
					.map((at) -> this.vectors[at / LANES][at % LANES])
					.toArray());
		}
	}

	private Instance instance(String text) {
		return Linker.create(this.engine)
			.instantiate(this.store, this.engine.load("line.wat", text.getBytes(StandardCharsets.UTF_8)));
	}

	private String steps(int mixing) {
		return IntStream.range(0, STEPS)
			.mapToObj((number) -> (this.random.nextInt(1000) < mixing) ? mix() : step())
			.collect(Collectors.joining("\n  "));
	}

	private String step() {
		int target = this.random.nextInt(VECTORS);
		int one = this.random.nextInt(VECTORS);
		int other = this.random.nextInt(VECTORS);
		int count = 1 + this.random.nextInt(31);
		return switch (this.random.nextInt(9)) {
			case 0, 1 -> two(target, one, other, "i32x4.add", Integer::sum);
			case 2, 3 -> two(target, one, other, "v128.xor", (a, b) -> a ^ b);
			case 4 -> two(target, one, other, "i32x4.mul", (a, b) -> a * b);
			case 5 -> {
				change(target, one, one, (a, b) -> Integer.rotateLeft(a, count));
				yield combine(target, "(v128.or (i32x4.shr_u %1$s (i32.const %2$d)) (i32x4.shl %1$s (i32.const %3$d)))"
					.formatted(get(one), 32 - count, count));
			}
			case 6 -> {
				change(target, one, one, (a, b) -> Integer.rotateLeft(a, 16));
				yield combine(target,
						"(i8x16.shuffle 2 3 0 1 6 7 4 5 10 11 8 9 14 15 12 13 %1$s %1$s)".formatted(get(one)));
			}
			case 7 -> {
				change(target, one, other, (a, b) -> Integer.rotateRight(b, 8));
				yield combine(target, "(i8x16.shuffle 17 18 19 16 21 22 23 20 25 26 27 24 29 30 31 28 %s %s)"
					.formatted(get(one), get(other)));
			}
			default -> {
				change(target, one, one, (a, b) -> a + 12345);
				yield combine(target, "(i32x4.add %s (i32x4.splat (local.get $n)))".formatted(get(one)));
			}
		};
	}

	// A lane that stays and three that are turned within, or lanes that change places, or
	// four from memory.
	private String mix() {
		int target = this.random.nextInt(VECTORS);
		int source = this.random.nextInt(VECTORS);
		int[] from = this.vectors[source].clone();
		if (this.random.nextBoolean()) {
			this.vectors[target] = new int[] { from[0], Integer.rotateRight(from[3], 16),
					Integer.rotateRight(from[1], 8), from[2] };
			return set(target,
					"(i8x16.shuffle 0 1 2 3 14 15 12 13 5 6 7 4 8 9 10 11 %1$s %1$s)".formatted(get(source)));
		}
		int row = this.random.nextInt(this.memory.length / LANES);
		System.arraycopy(this.memory, row * LANES, this.vectors[target], 0, LANES);
		return set(target, "(v128.load offset=%d (i32.const 0))".formatted(row * 16));
	}

	private String two(int target, int one, int other, String operator, IntBinaryOperator same) {
		change(target, one, other, same);
		return combine(target, "(%s %s %s)".formatted(operator, get(one), get(other)));
	}

	private void change(int target, int one, int other, IntBinaryOperator same) {
		this.vectors[target] = IntStream.range(0, LANES)
			.map((lane) -> this.vectors[target][lane]
					^ same.applyAsInt(this.vectors[one][lane], this.vectors[other][lane]))
			.toArray();
	}

	private static String get(int vector) {
		return "(local.get $v%d)".formatted(vector);
	}

	private static String set(int vector, String value) {
		return "(local.set $v%d %s)".formatted(vector, value);
	}

	// Nothing that has been computed is in vain.
	private static String combine(int vector, String value) {
		return set(vector, "(v128.xor %s %s)".formatted(get(vector), value));
	}

	private static String module(String steps) {
		return """
				(module (memory (export "memory") 1)
				(func (export "line") (param $n i32) %s
				  %s
				  %s
				  %s))
				""".formatted(each("(local $v%1$d v128)"),
				IntStream.range(0, VECTORS)
					.mapToObj((number) -> set(number, "(v128.load offset=%d (i32.const 0))".formatted(number * 16)))
					.collect(Collectors.joining("\n  ")),
				steps,
				IntStream.range(0, VECTORS)
					.mapToObj((number) -> "(v128.store offset=%d (i32.const 0) %s)".formatted(RESULT + number * 16,
							get(number)))
					.collect(Collectors.joining("\n  ")));
	}

	private static String each(String text) {
		return IntStream.range(0, VECTORS).mapToObj(text::formatted).collect(Collectors.joining(" "));
	}

}
