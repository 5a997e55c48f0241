package dev.graft.engine.diagnostics;

import java.util.List;
import java.util.OptionalLong;

import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.load.SampleCode;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.engine.trap.WasmFrame;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class TrapTranslationTests {

	private final ModuleInstance instance = SampleCode.instantiate(new SampleCode().load());

	private final TrapTranslation translation = new TrapTranslation(5);

	@Test
	void namesFunctionsAndPlacesAndTakesPiecesForTheirFunction() {
		Trap trap = trap(1);
		assertThat(trap.code()).isEqualTo(TrapCode.UNREACHABLE);
		assertThat(trap.backtrace().frames()).containsExactly(frame(2, "stop", 210), frame(1, "fail", 120));
		assertThat(trap).hasMessage("""
				wasm trap: unreachable
				  at sample.wasm!stop (@0xd2)
				  at sample.wasm!fail (@0x78)""");
	}

	@Test
	void aFunctionWithoutANameIsKnownByItsIndex() {
		Trap trap = trap(4);
		assertThat(trap.code()).isEqualTo(TrapCode.INTEGER_DIVIDE_BY_ZERO);
		assertThat(trap).hasMessage("wasm trap: integer divide by zero\n  at sample.wasm!function[4] (@0x19a)");
	}

	@Test
	void theEndOfTheStackIsATrapWithTheInnermostFrames() {
		Trap trap = trap(3);
		assertThat(trap.code()).isEqualTo(TrapCode.STACK_EXHAUSTED);
		assertThat(trap.backtrace().frames()).hasSize(5).allMatch((frame) -> "endless".equals(frame.functionName()));
		assertThat(trap.backtrace().omitted()).isGreaterThan(500);
	}

	@Test
	void namesTheAddressThatTheJavaPlatformFoundOutside() {
		Trap trap = this.translation
			.translate(new IndexOutOfBoundsException("Index 65536 out of bounds for length 65533"))
			.orElseThrow();
		assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS);
		assertThat(trap).hasMessage("wasm trap: out of bounds memory access (address 65536)");
		assertThat(trap.backtrace().frames()).isEmpty();
	}

	@Test
	void runningOutOfHeapIsATrap() {
		assertThat(this.translation.translate(new OutOfMemoryError("Java heap space")).map(Trap::code))
			.contains(TrapCode.OUT_OF_MEMORY);
	}

	@Test
	void everythingElseIsNoTrap() {
		for (Throwable other : List.of(new IllegalStateException(), new NullPointerException(), new InternalError(),
				new ClassCastException())) {
			assertThat(this.translation.translate(other)).isEmpty();
		}
	}

	private Trap trap(int function) {
		Throwable thrown = catchThrowable(() -> SampleCode.call(this.instance, function, 0, 0));
		Trap trap = this.translation.translate(thrown).orElseThrow();
		assertThat(trap).hasCause(thrown);
		return trap;
	}

	private static WasmFrame frame(int index, String name, long offset) {
		return new WasmFrame("sample.wasm", index, name, OptionalLong.of(offset));
	}

}
