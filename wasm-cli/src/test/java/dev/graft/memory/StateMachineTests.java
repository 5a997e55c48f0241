package dev.graft.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Store;
import dev.graft.engine.trap.Trap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions that are a loop around a switch over what is to come next, as Go makes them,
/// do what they say and trap where they should, however their jumps run across each other.
class StateMachineTests {

	private static final int PAGE = 65_536;

	private static final int MACHINES = 300;

	private static final int[] STARTS = { 0, PAGE - 60, PAGE - 24, PAGE };

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void doWhatTheySay(boolean inPieces) {
		Random random = new Random(1);
		List<Machine> machines = IntStream.range(0, MACHINES).mapToObj((_) -> Machine.random(random)).toList();
		MethodLimits limits = inPieces ? MethodLimits.TINY : MethodLimits.DEFAULT;
		try (Engine engine = Engine.create(EngineConfig.builder().compiler(new WasmCompiler(limits)).build());
				Store store = Store.builder(engine).deadline(null).build()) {
			Instance instance = Linker.create(engine).instantiate(store, engine.load("machines.wat", text(machines)));
			for (int number = 0; number < MACHINES; number++) {
				for (int start : STARTS) {
					for (int state = 0; state < machines.get(number).states.size(); state += 3) {
						compare(instance, number, machines.get(number), state, start);
					}
				}
			}
		}
	}

	private static byte[] text(List<Machine> machines) {
		StringBuilder text = new StringBuilder("""
				(module
				  (memory (export "memory") 1)
				  (global $left (export "left") (mut i32) (i32.const 0))
				""");
		for (int number = 0; number < machines.size(); number++) {
			machines.get(number).write(number, text);
		}
		return text.append(")").toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void compare(Instance instance, int number, Machine machine, int state, int start) {
		Memory memory = instance.memory("memory");
		memory.write(0, new byte[PAGE]);
		Run run = new Run(state, start, PAGE - start);
		String place = "machine %d from state %d at %d%n%s".formatted(number, state, start, machine.states);
		if (run.traps(machine)) {
			assertThatThrownBy(() -> instance.func("run" + number).call(state, start, PAGE - start)).as(place)
				.isInstanceOf(Trap.class);
		}
		else {
			assertThat(instance.func("run" + number).call(state, start, PAGE - start)).as(place)
				.containsExactly(run.sum ^ run.a ^ 31 * run.b);
		}
		assertThat(instance.global("left").get()).as(place).isEqualTo(run.left);
		assertThat(memory.read(0, PAGE)).as(place).isEqualTo(run.memory.array());
	}

	/// What a machine has come to.
	private static final class Run {

		private static final int STEPS = 60;

		private final ByteBuffer memory = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);

		private int left = STEPS;

		private int state;

		private int a;

		private int b;

		private int sum;

		Run(int state, int a, int b) {
			this.state = state;
			this.a = a;
			this.b = b;
		}

		boolean traps(Machine machine) {
			while (this.state < machine.states.size() && --this.left > 0) {
				State now = machine.states.get(this.state);
				for (Step step : now.steps) {
					if (!step.isPossible(this)) {
						return true;
					}
				}
				this.state = now.leaves(this) ? now.target : this.state + 1;
			}
			return false;
		}

		boolean reaches(int address, int offset, int bytes) {
			return Integer.toUnsignedLong(address) + offset + bytes <= PAGE;
		}

	}

	/// What a state does.
	private enum Step {

		STORE_A("(i32.store8 offset=3 (local.get $a) (local.get $sum))"),
		STORE_B("(i32.store offset=8 (local.get $b) (local.get $left))"),
		LOAD_A("(local.set $sum (i32.add (local.get $sum) (i32.load (local.get $a))))"),
		LOAD_B("(local.set $sum (i32.xor (local.get $sum) (i32.load8_u offset=5 (local.get $b))))"),
		ADVANCE_A("(local.set $a (i32.add (local.get $a) (i32.const 4)))"),
		RETREAT_A("(local.set $a (i32.sub (local.get $a) (i32.const 9)))"),
		ADVANCE_B("(local.set $b (i32.add (local.get $b) (i32.const 7)))"), COPY("(local.set $b (local.get $a))"),
		SWAP("(local.get $a) (local.set $a (local.get $b)) (local.set $b)");

		private final String text;

		Step(String text) {
			this.text = text;
		}

		boolean isPossible(Run run) {
			switch (this) {
				case STORE_A -> {
					if (!run.reaches(run.a, 3, 1)) {
						return false;
					}
					run.memory.put(run.a + 3, (byte) run.sum);
				}
				case STORE_B -> {
					if (!run.reaches(run.b, 8, 4)) {
						return false;
					}
					run.memory.putInt(run.b + 8, run.left);
				}
				case LOAD_A -> {
					if (!run.reaches(run.a, 0, 4)) {
						return false;
					}
					run.sum += run.memory.getInt(run.a);
				}
				case LOAD_B -> {
					if (!run.reaches(run.b, 5, 1)) {
						return false;
					}
					run.sum ^= run.memory.get(run.b + 5) & 0xFF;
				}
				case ADVANCE_A -> run.a += 4;
				case RETREAT_A -> run.a -= 9;
				case ADVANCE_B -> run.b += 7;
				case COPY -> run.b = run.a;
				case SWAP -> {
					int held = run.a;
					run.a = run.b;
					run.b = held;
				}
			}
			return true;
		}

	}

	/// @param steps what it does
	/// @param target where it goes
	/// @param mask of the steps that are left those bits that have to be 0 for it to go
	/// there; otherwise it goes on with the next
	private record State(List<Step> steps, int target, int mask) {

		boolean leaves(Run run) {
			return (run.left & this.mask) == 0;
		}

		String text() {
			StringBuilder text = new StringBuilder("""
					(global.set $left (local.tee $left (i32.sub (local.get $left) (i32.const 1))))
					(br_if $out (i32.le_s (local.get $left) (i32.const 0)))
					""");
			this.steps.forEach((step) -> text.append(step.text).append('\n'));
			String jump = "(local.set $state (i32.const %d)) (br $again)".formatted(this.target);
			return text
				.append((this.mask == 0) ? jump
						: "(if (i32.eqz (i32.and (local.get $left) (i32.const %d))) (then %s))".formatted(this.mask,
								jump))
				.append('\n')
				.toString();
		}

	}

	/// @param states what it can be in
	private record Machine(List<State> states) {

		static Machine random(Random random) {
			List<State> states = new ArrayList<>();
			int count = 4 + random.nextInt(12);
			for (int number = 0; number < count; number++) {
				List<Step> steps = new ArrayList<>(List.of(Step.values()));
				Collections.shuffle(steps, random);
				steps = List.copyOf(steps.subList(0, random.nextInt(5)));
				states.add(new State(steps, random.nextInt(count + 1), random.nextInt(4)));
			}
			return new Machine(states);
		}

		void write(int number, StringBuilder text) {
			text.append("""
					(func (export "run%d") (param $state i32) (param $a i32) (param $b i32) (result i32)
					  (local $left i32) (local $sum i32)
					  (local.set $left (i32.const %d))
					  (block $end
					  (block $out
					  (loop $again
					""".formatted(number, Run.STEPS));
			for (int state = this.states.size() - 1; state >= 0; state--) {
				text.append("(block $").append(state).append('\n');
			}
			text.append("(br_table");
			for (int state = 0; state < this.states.size(); state++) {
				text.append(" $").append(state);
			}
			text.append(" $end (local.get $state))\n");
			this.states.forEach((state) -> text.append(")\n").append(state.text()));
			text.append("(br $end)))\n")
				.append("(nop))\n")
				.append("(i32.xor (i32.xor (local.get $sum) (local.get $a)) (i32.mul (i32.const 31) (local.get $b))))\n");
		}

	}

}
