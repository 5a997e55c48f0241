package dev.graft.bench;

import dev.graft.artifact.spi.Feature;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/// Times the ways to call a function, in nanoseconds of thread time per call: directly,
/// through a table, through a table by a supertype, by a reference. All but the first
/// alternate between two functions. Arguments: how many calls to a round, how many
/// rounds. Prints the minimum of all rounds.
public final class Calls {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final String MODULE = """
			(module
			  (type $f (func (param i32) (result i32)))
			  (type $open (sub (func (param i32) (result i32))))
			  (type $sub (sub final $open (func (param i32) (result i32))))
			  (table $t 4 funcref)
			  (elem (i32.const 0) func $a $b $c $d)
			  (func $a (type $f) (i32.add (local.get 0) (i32.const 1)))
			  (func $b (type $f) (i32.xor (local.get 0) (i32.const 3)))
			  (func $c (type $sub) (i32.add (local.get 0) (i32.const 1)))
			  (func $d (type $sub) (i32.xor (local.get 0) (i32.const 3)))
			  (func (export "call") (param $n i32) (result i32)
			    (local $r i32)
			    (loop $l
			      (local.set $r (call $a (local.get $r)))
			      (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $r))
			  (func (export "call_indirect") (param $n i32) (result i32)
			    (local $r i32)
			    (loop $l
			      (local.set $r
			        (call_indirect $t (type $f) (local.get $r) (i32.and (local.get $n) (i32.const 1))))
			      (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $r))
			  (func (export "by a supertype") (param $n i32) (result i32)
			    (local $r i32)
			    (loop $l
			      (local.set $r
			        (call_indirect $t (type $open) (local.get $r)
			          (i32.add (i32.const 2) (i32.and (local.get $n) (i32.const 1)))))
			      (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $r))
			  (func (export "call_ref") (param $n i32) (result i32)
			    (local $r i32) (local $f (ref null $f)) (local $g (ref null $f))
			    (local.set $f (ref.func $a))
			    (local.set $g (ref.func $b))
			    (loop $l
			      (local.set $r
			        (call_ref $f (local.get $r)
			          (select (result (ref null $f)) (local.get $f) (local.get $g)
			            (i32.and (local.get $n) (i32.const 1)))))
			      (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
			    (local.get $r)))
			""";

	private Calls() {
	}

	/// Times everything.
	public static void main(String[] arguments) {
		int calls = Integer.parseInt(arguments[0]);
		int rounds = Integer.parseInt(arguments[1]);
		EngineConfig config = EngineConfig.builder()
			.features(EnumSet.range(Feature.MVP, Feature.EXTENDED_CONST))
			.build();
		try (Engine engine = Engine.create(config); Store store = Store.builder(engine).deadline(null).build()) {
			Instance instance = Linker.create(engine)
				.instantiate(store, engine.load("calls.wat", MODULE.getBytes(StandardCharsets.UTF_8)));
			for (String name : new String[] { "call", "call_indirect", "by a supertype", "call_ref" }) {
				time(name, instance.func(name).typed(IntUnaryOperator.class).call(), calls, rounds);
			}
		}
	}

	private static void time(String name, IntUnaryOperator function, int calls, int rounds) {
		long best = Long.MAX_VALUE;
		int result = 0;
		for (int round = 0; round < rounds; round++) {
			long start = THREADS.getCurrentThreadCpuTime();
			result = function.applyAsInt(calls);
			best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
		}
		System.out.println(String.format(Locale.ROOT, "%-16s %6.2f ns  (%d)", name, (double) best / calls, result));
	}

}
