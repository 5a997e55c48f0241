package dev.graft.engine.abi;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutionContextTests {

	@Test
	void tellsWhoIsStoppedForTheHeapHowFullItIs() {
		ExecutionContext context = new ExecutionContext();
		context.exceedHeapLimit(context.callNumber, 700L << 20, 1024L << 20, 513L << 20);
		assertThat(context.interruptionTrap().detail())
			.isEqualTo("700 of 1024 MiB of the heap are in use, and the call has allocated 513 MiB");
	}

}
