package dev.graft.bench;

import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/// Times throwing and catching, in nanoseconds of thread time per exception: of guests,
/// and of Java with and without stack traces. Arguments: how many exceptions to a round,
/// how many rounds. Prints the minimum of all rounds, and the last one's, which tells
/// whether throwing becomes slower with time.
public final class Exceptions {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final String MODULE = """
			(module
			  (tag $e (param i32))
			  (func (export "here") (param $n i32) (result i32)
			    (local $sum i32)
			    (loop $again
			      (block $h (result i32)
			        (try_table (catch $e $h) (throw $e (local.get $n)))
			        (unreachable))
			      (local.set $sum (i32.add (local.get $sum)))
			      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $sum))
			  (func $deep (param $frames i32) (param $n i32) (result i32)
			    (if (i32.eqz (local.get $frames)) (then (throw $e (local.get $n))))
			    (i32.add (call $deep (i32.sub (local.get $frames) (i32.const 1)) (local.get $n)) (i32.const 1)))
			  (func $from (param $frames i32) (param $n i32) (result i32)
			    (local $sum i32)
			    (loop $again
			      (block $h (result i32)
			        (try_table (catch $e $h) (drop (call $deep (local.get $frames) (local.get $n))))
			        (unreachable))
			      (local.set $sum (i32.add (local.get $sum)))
			      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $sum))
			  (func (export "callee") (param i32) (result i32) (call $from (i32.const 0) (local.get 0)))
			  (func (export "frames10") (param i32) (result i32) (call $from (i32.const 10) (local.get 0)))
			  (func $passed (param $frames i32) (param $n i32) (result i32)
			    (block $h (result i32 exnref)
			      (if (i32.eqz (local.get $frames)) (then (throw $e (local.get $n))))
			      (try_table (result i32) (catch_ref $e $h)
			        (call $passed (i32.sub (local.get $frames) (i32.const 1)) (local.get $n)))
			      (return))
			    (throw_ref))
			  (func (export "rethrown10") (param $n i32) (result i32)
			    (local $sum i32)
			    (loop $again
			      (block $h (result i32)
			        (try_table (catch $e $h) (drop (call $passed (i32.const 10) (local.get $n))))
			        (unreachable))
			      (local.set $sum (i32.add (local.get $sum)))
			      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $sum)))
			""";

	private Exceptions() {
	}

	/// Times everything.
	public static void main(String[] arguments) {
		int exceptions = Integer.parseInt(arguments[0]);
		int rounds = Integer.parseInt(arguments[1]);
		try (Engine engine = Engine.create(); Store store = Store.builder(engine).deadline(null).build()) {
			Instance instance = Linker.create(engine)
				.instantiate(store, engine.load("exceptions.wat", MODULE.getBytes(StandardCharsets.UTF_8)));
			for (String name : new String[] { "here", "callee", "frames10", "rethrown10" }) {
				time(name, instance.func(name).typed(IntUnaryOperator.class).call(), exceptions, rounds);
			}
		}
		time("java callee, no trace", (count) -> caught(count, 0, false), exceptions, rounds);
		time("java 10 frames, no trace", (count) -> caught(count, 10, false), exceptions, rounds);
		time("java 10 frames, trace", (count) -> caught(count, 10, true), exceptions / 10, rounds);
	}

	private static void time(String name, IntUnaryOperator function, int exceptions, int rounds) {
		double best = Double.POSITIVE_INFINITY;
		double last = 0;
		int sum = 0;
		for (int round = 0; round < rounds; round++) {
			long start = THREADS.getCurrentThreadCpuTime();
			sum += function.applyAsInt(exceptions);
			last = (THREADS.getCurrentThreadCpuTime() - start) / (double) exceptions;
			best = Math.min(best, last);
		}
		System.out.println(String.format(Locale.ROOT, "%-26s best %8.1f  last %8.1f  (%d)", name, best, last, sum));
	}

	private static int caught(int count, int frames, boolean traced) {
		int sum = 0;
		for (int number = count; number > 0; number--) {
			try {
				deep(frames, number, traced);
			}
			catch (Numbered thrown) {
				sum += thrown.number;
			}
		}
		return sum;
	}

	private static int deep(int frames, int number, boolean traced) {
		return (frames > 0) ? deep(frames - 1, number, traced) + 1 : raise(number, traced);
	}

	private static int raise(int number, boolean traced) {
		throw new Numbered(number, traced);
	}

	private static final class Numbered extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final int number;

		Numbered(int number, boolean traced) {
			super(null, null, false, traced);
			this.number = number;
		}

	}

}
