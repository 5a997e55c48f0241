package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.Test;

/// Loads of a straight line that lie near to each other, against twins that make each of
/// them in a function of its own: at the ends of the memory, where a sum wraps around, and
/// before and after HotSpot has compiled them.
class NearbyLoadsTests {

	private static final int FUNCTIONS = 24;

	private static final int HOT = 6_000;

	private static final List<String> LOADS = List.of("i32.load8_u", "i32.load16_s", "i32.load", "i32.load8_s");

	private final Random random = new Random(27);

	@Test
	void theyReadAndTrapAsIfEachWereAlone() {
		try (Engine engine = Engine.create();
				Store store = Store.builder(engine).limits(StoreLimits.UNLIMITED).deadline(null).build()) {
			Module module = engine.load("nearby.wat", program().getBytes(StandardCharsets.UTF_8));
			Instance instance = Linker.create(engine).instantiate(store, module);
			assertSame(instance, 1L << 16);
			useOften(instance);
			assertSame(instance, 1L << 16);
			assertThat(instance.func("grow").call(0x8000)).containsExactly(1);
			assertSame(instance, 0x8001_0000L);
			useOften(instance);
			assertThat(instance.func("grow").call(0x7FFF)).containsExactly(0x8001);
			assertSame(instance, 1L << 32);
			useOften(instance);
			assertSame(instance, 1L << 32);
		}
	}

	private void useOften(Instance instance) {
		for (int function = 0; function < FUNCTIONS; function++) {
			Func loads = instance.func("loads" + function);
			for (int time = 0; time < HOT; time++) {
				loads.call(0x4000 + time);
			}
		}
	}

	private void assertSame(Instance instance, long bytes) {
		for (int function = 0; function < FUNCTIONS; function++) {
			for (long end : new long[] { 0, bytes }) {
				for (int address = -80; address < 80; address++) {
					assertThat(result(instance.func("loads" + function), (int) (end + address)))
						.as("function %d at %x%+d", function, end, address)
						.isEqualTo(result(instance.func("alone" + function), (int) (end + address)));
				}
			}
		}
	}

	// What has been stored before a trap counts as well.
	private static List<Object> result(Func function, int address) {
		List<Object> result = new ArrayList<>();
		try {
			result.add(function.call(address)[0]);
		}
		catch (Trap trap) {
			result.add(trap.code());
		}
		return result;
	}

	private String program() {
		StringBuilder text = new StringBuilder("(module (memory 1) (data (i32.const 0) \"");
		appendBytes(text, 256);
		text.append("\") (data (i32.const 65400) \"");
		appendBytes(text, 136);
		text.append("\") (func (export \"grow\") (param i32) (result i32) (memory.grow (local.get 0)))\n");
		for (String load : LOADS) {
			text.append("(func $%s (param i32) (result i32) (%s (local.get 0)))\n".formatted(load, load));
		}
		for (int function = 0; function < FUNCTIONS; function++) {
			appendFunctions(text, function);
		}
		return text.append(')').toString();
	}

	private void appendBytes(StringBuilder text, int count) {
		for (int index = 0; index < count; index++) {
			text.append("\\%02x".formatted(this.random.nextInt(256)));
		}
	}

	private void appendFunctions(StringBuilder text, int function) {
		StringBuilder together = new StringBuilder();
		StringBuilder alone = new StringBuilder();
		int loads = 3 + this.random.nextInt(6);
		int reach = 4 << this.random.nextInt(4);
		for (int index = 0; index < loads; index++) {
			String load = LOADS.get(this.random.nextInt(LOADS.size()));
			String address = "(i32.add (local.get $p) (i32.const %d))"
				.formatted(this.random.nextInt(2 * reach) - reach);
			String result = "(local.set $s (i32.add (i32.mul (local.get $s) (i32.const 31)) (%s %s)))\n";
			together.append(result.formatted(load, address));
			alone.append(result.formatted("call $" + load, address));
			if (this.random.nextInt(4) == 0) {
				String next = "(local.set $p (i32.add (local.get $p) (i32.const %d)))\n"
					.formatted(this.random.nextInt(9) - 4);
				together.append(next);
				alone.append(next);
			}
		}
		String head = "(func (export \"%s%d\") (param $p i32) (result i32) (local $s i32)\n%s(local.get $s))\n";
		text.append(head.formatted("loads", function, together)).append(head.formatted("alone", function, alone));
	}

}
