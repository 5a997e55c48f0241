import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
import java.util.List;
import java.util.Locale;

/// Times the kernels in Wasmtime through its JNI binding: `java -cp …
/// WasmtimeKernels.java KERNELS.wasm ROUNDS`. Prints "name milliseconds result" per
/// kernel, the minimum of all rounds. Run as a source file, so that the build needs no
/// native library.
public class WasmtimeKernels {

	public static void main(String[] arguments) {
		String[] names = { "matmul", "sieve", "qsort", "sha256", "nbody", "mandel", "vm", "hash", "fib", "strs", "structs" };
		int[] inputs = { 200, 1000000, 1000000, 20000, 300000, 300, 2000000, 2000000, 32, 4000000, 20000 };
		int rounds = Integer.parseInt(arguments[1]);
		try (Engine engine = new Engine();
				Store<Void> store = new Store<>(null, engine);
				Module module = Module.fromFile(engine, arguments[0]);
				Instance instance = new Instance(store, module, List.of())) {
			for (int kernel = 0; kernel < names.length; kernel++) {
				Func function = instance.getFunc(store, names[kernel]).orElseThrow();
				double best = Double.POSITIVE_INFINITY;
				Object result = null;
				for (int round = 0; round < rounds; round++) {
					long start = System.nanoTime();
					result = function.call(store, Val.fromI32(inputs[kernel]))[0].getValue();
					best = Math.min(best, (System.nanoTime() - start) / 1e6);
				}
				System.out.printf(Locale.ROOT, "%s %.3f %s%n", names[kernel], best, result);
			}
		}
	}

}
