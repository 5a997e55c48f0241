package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Functions beyond all measure compute what a model of them computes.
///
/// They are of 300,000 bytes, with limits by which those are too large to be looked at as
/// a whole. `-Dgraft.huge.bytes=10000000` takes functions of ten megabytes and the limits
/// that others have, and tells how long each takes to compile.
class HugeFunctionTests {

	private static final int BYTES = Integer.getInteger("graft.huge.bytes", 0);

	private static final int BYTES_IN_TESTS = 300_000;

	private static final int NODES_IN_TESTS = 20_000;

	private static final int ARGUMENT = 7;

	private static final int MEMORY_MASK = 0xFFFC;

	@ParameterizedTest
	@EnumSource
	void computesWhatItsModelComputes(Shape shape) {
		Function function = new Function(shape, bytes());
		byte[] module = function.module();
		try (Engine engine = Engine.create(EngineConfig.builder().compiler(compiler()).build());
				Store store = Store.create(engine)) {
			long start = System.nanoTime();
			Module loaded = engine.load(shape + ".wasm", module);
			Func func = Linker.create(engine).instantiate(store, loaded).func("f");
			if (BYTES > 0) {
				System.out.printf("%s: %,d bytes in %,d ms%n", shape, module.length,
						(System.nanoTime() - start) / 1_000_000);
			}
			assertThat(func.call(ARGUMENT)).containsExactly(function.result(ARGUMENT));
		}
	}

	static int bytes() {
		return (BYTES > 0) ? BYTES : BYTES_IN_TESTS;
	}

	static ModuleCompiler compiler() {
		MethodLimits limits = MethodLimits.DEFAULT;
		return new WasmCompiler((BYTES > 0) ? limits : new MethodLimits(limits.most(), limits.goal(), limits.piece(),
				limits.loop(), limits.line(), limits.slots(), NODES_IN_TESTS, limits.levels(), false));
	}

	/// What a function does over and over.
	enum Shape {

		STRAIGHT_LINE(24) {
			@Override
			Part part(Dice dice) {
				return dice.set();
			}
		},

		BLOCKS(24) {
			@Override
			Part part(Dice dice) {
				return new If(dice.local(), 1 << dice.below(20), dice.sets(3), dice.sets(2));
			}
		},

		THOUSANDS_OF_LOCALS(5_000) {
			@Override
			Part part(Dice dice) {
				return new If(dice.local(), 1 << dice.below(20), dice.sets(2), List.of());
			}
		},

		LOOPS_OVER_MEMORY(24) {
			@Override
			Part part(Dice dice) {
				return dice.loop(0, 3, List.of(dice.set(), new StoreWord(dice.local(), dice.local()), dice.set(),
						new LoadWord(dice.local(), dice.local()), new StoreWord(dice.local(), dice.local())));
			}
		},

		LOOPS_ALONG_MEMORY(24) {
			@Override
			Part part(Dice dice) {
				return new MemoryLoop(dice.counter(0), 20, 4 * dice.below(15_000), 4 * dice.below(15_000),
						dice.local());
			}
		},

		/// Their rounds are written out.
		SHORT_LOOPS_ALONG_MEMORY(24) {
			@Override
			Part part(Dice dice) {
				return new MemoryLoop(dice.counter(0), 10, 4 * dice.below(15_000), 4 * dice.below(15_000),
						dice.local());
			}
		},

		NESTED_LOOPS(24) {
			@Override
			Part part(Dice dice) {
				Part inner = dice.loop(2, 2, dice.sets(1));
				Part middle = dice.loop(1, 2, List.of(dice.set(), inner));
				return dice.loop(0, 2, List.of(dice.set(), middle, dice.set()));
			}
		},

		CALLS(24) {
			@Override
			Part part(Dice dice) {
				return new Call(dice.local(), dice.local());
			}
		},

		/// One switch in a loop, with a case for each part.
		TABLE_OF_BRANCHES(24) {
			@Override
			Part part(Dice dice) {
				return new If(dice.local(), 1 << dice.below(20), dice.sets(2), dice.sets(1));
			}
		};

		private final int locals;

		Shape(int locals) {
			this.locals = locals;
		}

		abstract Part part(Dice dice);

	}

	/// Random parts.
	static final class Dice {

		private static final int[] OPERATORS = { 0x6A, 0x6B, 0x6C, 0x73 };

		private final Random random;

		private final int locals;

		Dice(long seed, int locals) {
			this.random = new Random(seed);
			this.locals = locals;
		}

		int below(int bound) {
			return this.random.nextInt(bound);
		}

		// Of those that are not counters, the first of which is the parameter.
		int local() {
			return below(this.locals);
		}

		Part set() {
			return new Set(local(), local(), OPERATORS[below(OPERATORS.length)], this.random.nextInt());
		}

		List<Part> sets(int count) {
			return Stream.generate(this::set).limit(count).toList();
		}

		Part loop(int depth, int rounds, List<Part> parts) {
			return new Loop(counter(depth), rounds, parts);
		}

		int counter(int depth) {
			return this.locals + depth;
		}

	}

	/// A function that is made of parts, and what it computes.
	static final class Function {

		private static final int COUNTERS = 3;

		private static final int ROUNDS = 40;

		/// Its block, its place in the table and how it is left.
		private static final int BYTES_OF_CASE = 10;

		private final Shape shape;

		private final int locals;

		private int parts;

		private final byte[] code;

		Function(Shape shape, int bytes) {
			this.shape = shape;
			this.locals = shape.locals;
			Code written = new Code();
			boolean table = shape == Shape.TABLE_OF_BRANCHES;
			while (written.size() + (table ? this.parts * BYTES_OF_CASE : 0) < bytes) {
				part(this.parts++).write(written);
			}
			if (table) {
				written = table();
			}
			this.code = written.toByteArray();
		}

		private Part part(int number) {
			return this.shape.part(new Dice(number, this.locals));
		}

		// loop, blocks, switch, cases, each of which leaves all blocks
		private Code table() {
			Code table = new Code();
			int counter = this.locals;
			table.bytes(0x41).signed(ROUNDS).bytes(0x21).unsigned(counter).bytes(0x03, 0x40, 0x02, 0x40);
			for (int number = 0; number < this.parts; number++) {
				table.bytes(0x02, 0x40);
			}
			table.get(0).bytes(0x41).signed(this.parts).bytes(0x70, 0x0E).unsigned(this.parts - 1);
			for (int number = 0; number < this.parts; number++) {
				table.unsigned(number);
			}
			for (int number = 0; number < this.parts; number++) {
				table.bytes(0x0B);
				part(number).write(table);
				table.bytes(0x0C).unsigned(this.parts - 1 - number);
			}
			table.bytes(0x0B);
			next(0).write(table);
			return table.countDown(counter).bytes(0x0D, 0x00, 0x0B);
		}

		private static Part next(int local) {
			return new Set(local, local, 0x6C, 0x5DEECE66);
		}

		int result(int argument) {
			State state = new State(this.locals + COUNTERS);
			state.locals[0] = argument;
			if (this.shape == Shape.TABLE_OF_BRANCHES) {
				for (int round = 0; round < ROUNDS; round++) {
					part(Integer.remainderUnsigned(state.locals[0], this.parts)).run(state);
					next(0).run(state);
				}
			}
			else {
				for (int number = 0; number < this.parts; number++) {
					part(number).run(state);
				}
			}
			int result = 0;
			for (int local = 0; local < this.locals; local++) {
				result = result * 31 + state.locals[local];
			}
			return result;
		}

		byte[] module() {
			Code body = new Code().unsigned(1).unsigned(this.locals - 1 + COUNTERS).bytes(0x7F);
			body.writeBytes(this.code);
			body.bytes(0x41, 0x00);
			for (int local = 0; local < this.locals; local++) {
				body.bytes(0x41).signed(31).bytes(0x6C).get(local).bytes(0x6A);
			}
			body.bytes(0x0B);
			Code called = new Code().bytes(0x00).get(0).bytes(0x41).signed(5).bytes(0x77).get(1).bytes(0x6A, 0x0B);
			Code module = new Code().bytes(0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00);
			module.section(1, new Code().bytes(2, 0x60, 1, 0x7F, 1, 0x7F, 0x60, 2, 0x7F, 0x7F, 1, 0x7F));
			module.section(3, new Code().bytes(2, 0, 1));
			module.section(5, new Code().bytes(1, 0, 1));
			module.section(7, new Code().bytes(1, 1).text("f").bytes(0, 0));
			module.section(10, new Code().bytes(2).sized(body).sized(called));
			return module.toByteArray();
		}

	}

	static final class State {

		private final int[] locals;

		private final int[] memory = new int[MEMORY_MASK / 4 + 1];

		State(int locals) {
			this.locals = new int[locals];
		}

	}

	sealed interface Part {

		void write(Code code);

		void run(State state);

	}

	record Set(int one, int other, int operator, int number) implements Part {

		@Override
		public void write(Code code) {
			code.get(this.one).get(this.other).bytes(this.operator).bytes(0x41).signed(this.number);
			code.bytes(0x6A, 0x21).unsigned(this.one);
		}

		@Override
		public void run(State state) {
			int left = state.locals[this.one];
			int right = state.locals[this.other];
			int value = switch (this.operator) {
				case 0x6A -> left + right;
				case 0x6B -> left - right;
				case 0x6C -> left * right;
				default -> left ^ right;
			};
			state.locals[this.one] = value + this.number;
		}

	}

	record If(int local, int bit, List<Part> then, List<Part> otherwise) implements Part {

		@Override
		public void write(Code code) {
			code.get(this.local).bytes(0x41).signed(this.bit).bytes(0x71, 0x04, 0x40);
			this.then.forEach((part) -> part.write(code));
			code.bytes(0x05);
			this.otherwise.forEach((part) -> part.write(code));
			code.bytes(0x0B);
		}

		@Override
		public void run(State state) {
			List<Part> chosen = ((state.locals[this.local] & this.bit) != 0) ? this.then : this.otherwise;
			chosen.forEach((part) -> part.run(state));
		}

	}

	record Loop(int counter, int rounds, List<Part> parts) implements Part {

		@Override
		public void write(Code code) {
			code.bytes(0x41).signed(this.rounds).bytes(0x21).unsigned(this.counter).bytes(0x03, 0x40);
			this.parts.forEach((part) -> part.write(code));
			code.countDown(this.counter).bytes(0x0D, 0x00, 0x0B);
		}

		@Override
		public void run(State state) {
			IntStream.range(0, this.rounds).forEach((_) -> this.parts.forEach((part) -> part.run(state)));
		}

	}

	record StoreWord(int address, int value) implements Part {

		@Override
		public void write(Code code) {
			code.address(this.address).get(this.value).bytes(0x36, 0x02, 0x00);
		}

		@Override
		public void run(State state) {
			state.memory[(state.locals[this.address] & MEMORY_MASK) / 4] = state.locals[this.value];
		}

	}

	record LoadWord(int address, int local) implements Part {

		@Override
		public void write(Code code) {
			code.address(this.address).bytes(0x28, 0x02, 0x00).get(this.local).bytes(0x6A, 0x21).unsigned(this.local);
		}

		@Override
		public void run(State state) {
			state.locals[this.local] += state.memory[(state.locals[this.address] & MEMORY_MASK) / 4];
		}

	}

	/// Adds a number to words of memory and puts them elsewhere.
	record MemoryLoop(int counter, int rounds, int from, int to, int local) implements Part {

		@Override
		public void write(Code code) {
			code.bytes(0x41, 0x00, 0x21).unsigned(this.counter).bytes(0x03, 0x40);
			code.get(this.counter).get(this.counter).bytes(0x28, 0x02).unsigned(this.from);
			code.get(this.local).bytes(0x6A, 0x36, 0x02).unsigned(this.to);
			code.get(this.counter).bytes(0x41).signed(4).bytes(0x6A, 0x22).unsigned(this.counter);
			code.bytes(0x41).signed(4L * this.rounds).bytes(0x49, 0x0D, 0x00, 0x0B);
			code.get(this.local).bytes(0x41, 0x00, 0x28, 0x02).unsigned(this.to).bytes(0x6A, 0x21).unsigned(this.local);
		}

		@Override
		public void run(State state) {
			for (int place = 0; place < 4 * this.rounds; place += 4) {
				int word = state.memory[(place + this.from) / 4];
				state.memory[(place + this.to) / 4] = word + state.locals[this.local];
			}
			state.locals[this.local] += state.memory[this.to / 4];
		}

	}

	record Call(int one, int other) implements Part {

		@Override
		public void write(Code code) {
			code.get(this.one).get(this.other).bytes(0x10, 0x01, 0x21).unsigned(this.one);
		}

		@Override
		public void run(State state) {
			state.locals[this.one] = Integer.rotateLeft(state.locals[this.one], 5) + state.locals[this.other];
		}

	}

	/// Bytes of WebAssembly.
	static final class Code extends ByteArrayOutputStream {

		Code bytes(int... bytes) {
			for (int each : bytes) {
				write(each);
			}
			return this;
		}

		Code unsigned(int value) {
			int rest = value;
			while (rest >>> 7 != 0) {
				write(rest & 0x7F | 0x80);
				rest >>>= 7;
			}
			write(rest);
			return this;
		}

		Code signed(long value) {
			long rest = value;
			while (rest < -64 || rest > 63) {
				write((int) (rest & 0x7F | 0x80));
				rest >>= 7;
			}
			write((int) (rest & 0x7F));
			return this;
		}

		Code text(String text) {
			writeBytes(text.getBytes(StandardCharsets.UTF_8));
			return this;
		}

		Code get(int local) {
			return bytes(0x20).unsigned(local);
		}

		Code address(int local) {
			return get(local).bytes(0x41).signed(MEMORY_MASK).bytes(0x71);
		}

		// Leaves the new value.
		Code countDown(int local) {
			return get(local).bytes(0x41).signed(1).bytes(0x6B, 0x22).unsigned(local);
		}

		Code sized(Code content) {
			unsigned(content.size());
			writeBytes(content.toByteArray());
			return this;
		}

		void section(int id, Code content) {
			bytes(id).sized(content);
		}

	}

}
