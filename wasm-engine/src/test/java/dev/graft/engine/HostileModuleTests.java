package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Modules that somebody has written to exhaust or stop the host, or whose generator
/// knows no measure.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileModuleTests {

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "memory.fill (i32.const 0) (i32.const 1) (i32.const 262144000)",
			"memory.copy (i32.const 0) (i32.const 1) (i32.const 262143999)",
			"table.fill (i32.const 1) (ref.null extern) (i32.const 999999)",
			"table.copy (i32.const 0) (i32.const 1) (i32.const 999999)" })
	void cannotOutlastADeadlineInAFunctionThatNeitherLoopsNorCalls(String instruction) {
		Module module = load("(module (memory 4000) (table 1000000 externref) (func (export \"run\") "
				+ "(%s)".formatted(instruction).repeat(100_000) + "))");
		try (Store store = Store.builder(this.engine).deadline(Duration.ofMillis(200)).build()) {
			Func run = Linker.create(this.engine).instantiate(store, module).func("run");
			assertThatThrownBy(() -> run.call()).isInstanceOfSatisfying(Trap.class,
					(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "memory.fill (i64.const 0) (i32.const 1) (i64.const 0x100000000)",
			"memory.copy (i64.const 0) (i64.const 0x100000000) (i64.const 0xffff0000)",
			"memory.copy (i64.const 0x100000000) (i64.const 0) (i64.const 0xffff0000)" })
	void cannotOutlastADeadlineInOneInstructionOnManyGibibytes(String instruction) {
		Module module = load("(module (memory i64 0x1ffff) (func (export \"run\") (%s)))".formatted(instruction));
		try (Store store = Store.builder(this.engine)
			.limits(StoreLimits.UNLIMITED)
			.deadline(Duration.ofMillis(50))
			.build()) {
			Func run = Linker.create(this.engine).instantiate(store, module).func("run");
			assertThatThrownBy(() -> run.call()).isInstanceOfSatisfying(Trap.class,
					(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
		}
	}

	@Test
	void cannotWaitLongerThanTheDeadline() {
		Module module = load("(module (memory 1 1 shared) (func (export \"run\") (result i32)"
				+ " (memory.atomic.wait64 (i32.const 0) (i64.const 0) (i64.const -1))))");
		try (Store store = Store.builder(this.engine).deadline(Duration.ofMillis(50)).build()) {
			Func run = Linker.create(this.engine).instantiate(store, module).func("run");
			for (int round = 0; round < 3; round++) {
				assertThatThrownBy(() -> run.call()).isInstanceOfSatisfying(Trap.class,
						(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTERRUPT));
			}
		}
	}

	@Test
	void mayImportAHundredThousandThingsThatDoNotExist() {
		Module module = load("(module %s)".formatted(IntStream.range(0, 100_000)
			.mapToObj((n) -> "(import \"env\" \"missing-%d\" (func))".formatted(n))
			.collect(Collectors.joining())));
		Linker linker = Linker.create(this.engine);
		for (int n = 0; n < 1000; n++) {
			linker.function("env", "present-" + n, Runnable.class, () -> {
			});
		}
		assertThatExceptionOfType(UnsatisfiedImportsException.class).isThrownBy(() -> linker.instantiatePre(module))
			.satisfies((refused) -> assertThat(refused.imports()).hasSize(100_000))
			.satisfies(
					(refused) -> assertThat(refused.getMessage()).hasSizeLessThan(20_000).endsWith("and 99900 more"));
	}

	@Test
	void mayHaveMoreGlobalsAndTablesThanOneClassCanHold() {
		String globals = IntStream.range(0, 30_000)
			.mapToObj((n) -> "(global (export \"g%d\") (mut i32) (i32.const %d))".formatted(n, n))
			.collect(Collectors.joining());
		Module module = load("(module %s %s)".formatted(globals, "(table 0 funcref)".repeat(1000)));
		try (Store store = Store.create(this.engine)) {
			Instance instance = Linker.create(this.engine).instantiate(store, module);
			assertThat(instance.global("g29999").get()).isEqualTo(29_999);
		}
	}

	@Test
	void isRefusedATableThatNoArrayCanHold() {
		Module module = load("(module (table 4294967295 funcref))");
		try (Store store = Store.builder(this.engine).limits(StoreLimits.UNLIMITED).build()) {
			Linker linker = Linker.create(this.engine);
			assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> linker.instantiate(store, module));
		}
	}

	private Module load(String text) {
		return this.engine.load("hostile.wat", text.getBytes(StandardCharsets.UTF_8));
	}

}
