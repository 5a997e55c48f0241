package dev.graft.compiler.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// What compiling a large function allocates grows like the function.
class MemoryGrowthTests {

	/// With frames of all variables it was 10,000, and twice that with twice as many.
	private static final long MOST_PER_BYTE = 5_000;

	@Test
	void keepsFramesSmallWhereEverythingCountsAsAlive() {
		// (block (result i32)
		// (try_table (catch 0 0) (local.set 0 (call 1 (local.get 0))))
		// (local.get 1)) (local.set 0)
		String code = "02 7f 1f 40 01 00 00 00 20 00 10 01 21 00 0b 20 01 0b 21 00 ".repeat(10_000);
		byte[] body = Bytes.empty().raw("01 02 7f").raw(code).raw("0b").toByteArray();
		byte[] other = Bytes.hex("00 20 00 0b");
		byte[] module = Bytes.module()
			.section(1, "03 60 00 00 60 01 7f 01 7f 60 01 7f 00")
			.section(3, "02 00 01")
			.section(13, "01 00 02")
			.code(body, other)
			.toByteArray();
		assertThat(allocated(module) / module.length).isLessThan(MOST_PER_BYTE);
	}

	private static long allocated(byte[] module) {
		ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
		long before = threads.getTotalThreadAllocatedBytes();
		CompiledClasses.of(new CompileRequest("grows.wasm", module, CompilerSettings.DEFAULT), MethodLimits.DEFAULT);
		return threads.getTotalThreadAllocatedBytes() - before;
	}

}
