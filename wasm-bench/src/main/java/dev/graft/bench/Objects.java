package dev.graft.bench;

import dev.graft.engine.Engine;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times the kernels on structures and arrays: `Objects wasm-bench/objects.wat`. Prints
/// for each the name, the milliseconds in WebAssembly and in Java, and their ratio; the
/// minimum of 25 calls.
public final class Objects {

	private static final int ROUNDS = 25;

	private static final int LENGTH = 1000;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private Objects() {
	}

	/// Times all kernels.
	public static void main(String[] arguments) throws IOException {
		try (Engine engine = Engine.create(); Store store = Store.builder(engine).deadline(null).build()) {
			Instance instance = Linker.create(engine).instantiate(store, engine.load(Path.of(arguments[0])));
			for (Kernel kernel : Kernel.values()) {
				Func function = instance.func(kernel.name().toLowerCase(Locale.ROOT));
				double wasm = milliseconds(() -> function.call(kernel.rounds));
				double java = milliseconds(() -> kernel.run(kernel.rounds));
				System.out
					.println(String.format(Locale.ROOT, "%-8s %8.2f %8.2f %6.2f", kernel, wasm, java, wasm / java));
			}
		}
	}

	private static double milliseconds(Runnable kernel) {
		double best = Double.POSITIVE_INFINITY;
		for (int round = 0; round < ROUNDS; round++) {
			long start = THREADS.getCurrentThreadCpuTime();
			kernel.run();
			best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
		}
		return best;
	}

	/// What is timed.
	enum Kernel {

		/// Walks a linked list.
		LIST(3000) {
			@Override
			double run(int rounds) {
				@Nullable Node list = Node.list(LENGTH);
				int sum = 0;
				for (int round = 0; round < rounds; round++) {
					sum += Node.sum(list);
				}
				return sum;
			}
		},

		/// Makes and walks linked lists.
		ALLOC(3000) {
			@Override
			double run(int rounds) {
				int sum = 0;
				for (int round = 0; round < rounds; round++) {
					sum += Node.sum(Node.list(LENGTH));
				}
				return sum;
			}
		},

		/// Makes and counts binary trees of depth 14.
		TREE(30) {
			@Override
			double run(int rounds) {
				int sum = 0;
				for (int round = 0; round < rounds; round++) {
					sum += Tree.make(14).count();
				}
				return sum;
			}
		},

		/// Finds primes in an array.
		SIEVE(20) {
			@Override
			double run(int rounds) {
				int[] prime = new int[100_000];
				int count = 0;
				for (int round = 0; round < rounds; round++) {
					Arrays.fill(prime, 1);
					count = 0;
					for (int number = 2; number < prime.length; number++) {
						count += prime[number];
						for (int multiple = 2 * number; prime[number] != 0
								&& multiple < prime.length; multiple += number) {
							prime[multiple] = 0;
						}
					}
				}
				return count;
			}
		},

		/// Calls methods through objects.
		VIRTUAL(3000) {
			@Override
			double run(int rounds) {
				Shape[] shapes = new Shape[LENGTH];
				for (int index = 0; index < LENGTH; index++) {
					shapes[index] = (index % 3 != 0) ? new Square(index) : new Rectangle(index, 2);
				}
				double sum = 0;
				for (int round = 0; round < rounds; round++) {
					for (Shape shape : shapes) {
						sum += shape.area();
					}
				}
				return sum;
			}
		};

		private final int rounds;

		Kernel(int rounds) {
			this.rounds = rounds;
		}

		abstract double run(int rounds);

	}

	/// An element of a linked list.
	private record Node(int value, @Nullable Node next) {

		static @Nullable Node list(int length) {
			@Nullable Node list = null;
			for (int value = length; value > 0; value--) {
				list = new Node(value, list);
			}
			return list;
		}

		static int sum(@Nullable Node list) {
			int sum = 0;
			for (Node node = list; node != null; node = node.next) {
				sum += node.value;
			}
			return sum;
		}

	}

	/// A node of a binary tree: two children or none.
	private record Tree(@Nullable Tree left, @Nullable Tree right) {

		static Tree make(int depth) {
			return (depth == 0) ? new Tree(null, null) : new Tree(make(depth - 1), make(depth - 1));
		}

		int count() {
			return (this.left == null || this.right == null) ? 1 : 1 + this.left.count() + this.right.count();
		}

	}

	/// Something with an area.
	private sealed interface Shape {

		double area();

	}

	private record Square(double side) implements Shape {

		@Override
		public double area() {
			return this.side * this.side;
		}

	}

	private record Rectangle(double width, double height) implements Shape {

		@Override
		public double area() {
			return this.width * this.height;
		}

	}

}
