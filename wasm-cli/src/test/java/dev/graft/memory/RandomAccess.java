package dev.graft.memory;

import java.util.Arrays;
import java.util.Random;

/// A random function of two addresses that loads, stores, computes, branches and loops
/// around them, and what it does to a memory, without compiling it.
///
/// A program is a list of statements as text of WebAssembly, made at the same time as the
/// plan that [#run] follows.
final class RandomAccess {

	/// The address at each variable changes by no more than a few of these.
	private static final int NEAR = 12;

	private static final int VARIABLES = 4;

	private static final int MOST_STATEMENTS = 14;

	private final Random random;

	private final StringBuilder text = new StringBuilder();

	private final Step body;

	RandomAccess(long seed) {
		this.random = new Random(seed);
		this.body = block(2);
	}

	/// The function, as text.
	String function(String name) {
		return """
				(func (export "%s") (param $v0 i32) (param $v1 i32) (param $fuel i32) (result i32)
				  (local $v2 i32) (local $v3 i32) (local $sum i32)
				%s (local.get $sum))""".formatted(name, this.text);
	}

	/// Does what the function does.
	/// @return its result
	int run(Frame frame) {
		this.body.run(frame);
		return frame.sum;
	}

	private Step block(int depth) {
		Step[] steps = new Step[1 + this.random.nextInt(MOST_STATEMENTS)];
		for (int index = 0; index < steps.length; index++) {
			steps[index] = statement(depth);
		}
		return (frame) -> {
			for (Step step : steps) {
				step.run(frame);
			}
		};
	}

	private Step statement(int depth) {
		return switch (this.random.nextInt((depth > 0) ? 14 : 11)) {
			case 0, 1, 2, 3 -> load();
			case 4, 5, 6 -> store();
			case 7, 8 -> assign();
			case 9 -> divide();
			case 10 -> grow();
			case 11, 12 -> choose(depth);
			default -> loop(depth);
		};
	}

	private Step load() {
		int variable = variable();
		int plus = plus();
		int offset = this.random.nextInt(NEAR);
		int bytes = 1 << this.random.nextInt(3);
		this.text
			.append("(local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (i32.load%s offset=%d %s)))\n"
				.formatted(width(bytes, "_u"), offset, address(variable, plus)));
		return (frame) -> frame.sum = frame.sum * 31 + frame.load(frame.variables[variable] + plus, offset, bytes);
	}

	private Step store() {
		int variable = variable();
		int plus = plus();
		int offset = this.random.nextInt(NEAR);
		int bytes = 1 << this.random.nextInt(3);
		this.text.append("(i32.store%s offset=%d %s (local.get $sum))\n".formatted(width(bytes, ""), offset,
				address(variable, plus)));
		return (frame) -> frame.store(frame.variables[variable] + plus, offset, bytes, frame.sum);
	}

	private Step assign() {
		int to = variable();
		int from = this.random.nextBoolean() ? to : variable();
		int plus = plus();
		this.text.append("(local.set $v%d %s)\n".formatted(to, address(from, plus)));
		return (frame) -> frame.variables[to] = frame.variables[from] + plus;
	}

	private Step divide() {
		int bits = 1 + this.random.nextInt(7);
		this.text.append("(local.set $sum (i32.div_u (i32.const 1000) (i32.and (local.get $sum) (i32.const %d))))\n"
			.formatted(bits));
		return (frame) -> frame.sum = 1000 / (frame.sum & bits);
	}

	private Step grow() {
		boolean by = this.random.nextInt(4) == 0;
		this.text.append("(drop (memory.grow (i32.const %d)))\n".formatted(by ? 1 : 0));
		return (frame) -> {
			if (by) {
				frame.grow();
			}
		};
	}

	private Step choose(int depth) {
		int bit = 1 << this.random.nextInt(3);
		this.text.append("(if (i32.and (local.get $sum) (i32.const %d)) (then\n".formatted(bit));
		Step yes = block(depth - 1);
		this.text.append(") (else\n");
		Step no = block(depth - 1);
		this.text.append("))\n");
		return (frame) -> {
			Step chosen = ((frame.sum & bit) != 0) ? yes : no;
			chosen.run(frame);
		};
	}

	private Step loop(int depth) {
		this.text.append("(loop $again%d\n".formatted(depth));
		Step round = block(depth - 1);
		this.text.append("(local.set $fuel (i32.sub (local.get $fuel) (i32.const 1)))"
				+ "(br_if $again%d (i32.gt_s (local.get $fuel) (i32.const 0))))\n".formatted(depth));
		return (frame) -> {
			do {
				round.run(frame);
				frame.fuel--;
			}
			while (frame.fuel > 0);
		};
	}

	private int variable() {
		return this.random.nextInt(VARIABLES);
	}

	private int plus() {
		return this.random.nextBoolean() ? 0 : this.random.nextInt(2 * NEAR) - NEAR;
	}

	private static String width(int bytes, String extension) {
		return (bytes == Integer.BYTES) ? "" : 8 * bytes + extension;
	}

	private static String address(int variable, int plus) {
		String read = "(local.get $v%d)".formatted(variable);
		return (plus == 0) ? read : "(i32.add %s (i32.const %d))".formatted(read, plus);
	}

	/// Something that a program does.
	@FunctionalInterface
	interface Step {

		/// Does it.
		void run(Frame frame);

	}

	/// What a run changes.
	static final class Frame {

		private static final int PAGE = 65_536;

		private final int[] variables = new int[VARIABLES];

		private final int mostPages;

		private byte[] memory;

		private int sum;

		private int fuel;

		Frame(byte[] memory, int mostPages, int first, int second, int fuel) {
			this.memory = memory.clone();
			this.mostPages = mostPages;
			this.variables[0] = first;
			this.variables[1] = second;
			this.fuel = fuel;
		}

		/// The memory.
		byte[] memory() {
			return this.memory;
		}

		private int load(int address, int offset, int bytes) {
			int start = check(address, offset, bytes);
			int value = 0;
			for (int index = 0; index < bytes; index++) {
				value |= (this.memory[start + index] & 0xFF) << Byte.SIZE * index;
			}
			return value;
		}

		private void store(int address, int offset, int bytes, int value) {
			int start = check(address, offset, bytes);
			for (int index = 0; index < bytes; index++) {
				this.memory[start + index] = (byte) (value >> Byte.SIZE * index);
			}
		}

		private int check(int address, int offset, int bytes) {
			long start = Integer.toUnsignedLong(address) + offset;
			if (start + bytes > this.memory.length) {
				throw new IndexOutOfBoundsException("%d+%d".formatted(address, offset));
			}
			return (int) start;
		}

		private void grow() {
			if (this.memory.length < this.mostPages * PAGE) {
				this.memory = Arrays.copyOf(this.memory, this.memory.length + PAGE);
			}
		}

	}

}
