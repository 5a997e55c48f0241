package dev.graft.bench;

import dev.graft.artifact.type.NumberType;
import dev.graft.engine.Engine;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// Times the kernels: `Kernels KERNELS.wasm ROUNDS [NAME=ARGUMENT…]`, by default those of
/// `kernels.sh`. Prints "name milliseconds result" per kernel, the minimum of all rounds;
/// the result shows that engines agree.
public final class Kernels {

	private static final Map<String, Integer> ARGUMENTS = arguments();

	// Of this thread, so that what else the machine does counts less.
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private Kernels() {
	}

	/// Times all kernels of a module.
	public static void main(String[] arguments) throws IOException {
		int rounds = Integer.parseInt(arguments[1]);
		try (Engine engine = Engine.create()) {
			Module module = engine.load(Path.of(arguments[0]));
			try (Store store = Store.builder(engine).deadline(null).build()) {
				Instance instance = Linker.create(engine).instantiate(store, module);
				chosen(arguments).forEach((name, argument) -> time(instance.func(name), name, argument, rounds));
			}
		}
	}

	private static Map<String, Integer> chosen(String[] arguments) {
		Map<String, Integer> chosen = new LinkedHashMap<>();
		for (int index = 2; index < arguments.length; index++) {
			int equals = arguments[index].indexOf('=');
			chosen.put(arguments[index].substring(0, equals), Integer.valueOf(arguments[index].substring(equals + 1)));
		}
		return chosen.isEmpty() ? ARGUMENTS : chosen;
	}

	private static void time(Func function, String name, int argument, int rounds) {
		boolean floating = function.type().results().getFirst() == NumberType.F64;
		IntToDoubleFunction kernel = floating ? function.typed(IntToDoubleFunction.class).call()
				: function.typed(IntUnaryOperator.class).call()::applyAsInt;
		double best = Double.POSITIVE_INFINITY;
		double result = 0;
		for (int round = 0; round < rounds; round++) {
			long start = THREADS.getCurrentThreadCpuTime();
			result = kernel.applyAsDouble(argument);
			best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
		}
		String text = floating ? Double.toString(result) : Integer.toString((int) result);
		System.out.println(String.format(Locale.ROOT, "%s %.3f %s", name, best, text));
	}

	private static Map<String, Integer> arguments() {
		Map<String, Integer> arguments = new LinkedHashMap<>();
		arguments.put("matmul", 200);
		arguments.put("sieve", 1_000_000);
		arguments.put("qsort", 1_000_000);
		arguments.put("sha256", 20_000);
		arguments.put("nbody", 300_000);
		arguments.put("mandel", 300);
		arguments.put("vm", 2_000_000);
		arguments.put("hash", 2_000_000);
		arguments.put("fib", 32);
		arguments.put("strs", 4_000_000);
		arguments.put("structs", 20_000);
		return arguments;
	}

}
