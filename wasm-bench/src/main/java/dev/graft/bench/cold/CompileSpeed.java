package dev.graft.bench.cold;

import com.sun.management.OperatingSystemMXBean;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.timing.CompileTimings;
import dev.graft.engine.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How long compiling takes: `CompileSpeed MODULE.wasm ROUNDS`. Prints a line per round:
/// wall time and processor time of the process in milliseconds (all threads, HotSpot's
/// compilers and collectors included), the size of the artifact, and the most heap that
/// was in use so far in MiB, garbage included. With a third argument, `stages`, it
/// prints instead what each stage took in the last round, as `graft compile --timings`
/// does for the first.
public final class CompileSpeed {

	private static final OperatingSystemMXBean PROCESS = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private CompileSpeed() {
	}

	/// Compiles again and again.
	public static void main(String[] arguments) throws IOException {
		byte[] module = Files.readAllBytes(Path.of(arguments[0]));
		if (arguments.length > 2 && arguments[2].equals("stages")) {
			stages(new CompileRequest(arguments[0], module, CompilerSettings.DEFAULT), Integer.parseInt(arguments[1]));
			return;
		}
		try (Engine engine = Engine.create()) {
			for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
				long processor = PROCESS.getProcessCpuTime();
				long start = System.nanoTime();
				int bytes = engine.precompile(arguments[0], module).length;
				long wall = System.nanoTime() - start;
				System.out.println(String.format(Locale.ROOT, "wall %.0f cpu %.0f bytes %d heap %d", wall / 1e6,
						(PROCESS.getProcessCpuTime() - processor) / 1e6, bytes, peakHeapMebibytes()));
			}
		}
	}

	private static void stages(CompileRequest request, int rounds) {
		List<String> report = List.of();
		for (int round = 0; round < rounds; round++) {
			CompileTimings timings = new CompileTimings();
			new WasmCompiler(timings).compile(request);
			report = timings.report();
		}
		report.forEach(System.out::println);
	}

	private static long peakHeapMebibytes() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.map(MemoryPoolMXBean::getPeakUsage)
			.mapToLong((usage) -> usage.getUsed() >> 20)
			.sum();
	}

}
