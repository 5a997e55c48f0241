package dev.graft.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Module;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// How long Wasmtime's Cranelift takes to compile: `WasmtimeCompileSpeed MODULE.wasm ROUNDS`.
/// Prints wall time and processor time of the process per round, in milliseconds.
public final class WasmtimeCompileSpeed {

	private static final OperatingSystemMXBean PROCESS = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private WasmtimeCompileSpeed() {
	}

	/// Compiles again and again.
	public static void main(String[] arguments) throws IOException {
		byte[] module = Files.readAllBytes(Path.of(arguments[0]));
		try (Engine engine = new Engine()) {
			for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
				long processor = PROCESS.getProcessCpuTime();
				long start = System.nanoTime();
				Module.fromBinary(engine, module).close();
				System.out.println(String.format(Locale.ROOT, "wall %.0f cpu %.0f", (System.nanoTime() - start) / 1e6,
						(PROCESS.getProcessCpuTime() - processor) / 1e6));
			}
		}
	}

}
