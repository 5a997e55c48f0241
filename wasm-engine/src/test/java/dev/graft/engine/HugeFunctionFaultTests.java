package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.engine.HugeFunctionTests.Code;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.engine.trap.WasmFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions beyond all measure trap where they should, can be stopped, and keep values of
/// all kinds from one end to the other, compiled before they are called or when they are.
///
/// Of the same size as those of [HugeFunctionTests].
class HugeFunctionFaultTests {

	private static final int SETS_PER_PART = 60;

	private static final int NUMBERS = 24;

	/// The parameters, then a local of each kind, then numbers.
	private static final int CHOICE = 0;

	private static final int REFERENCE = 1;

	private static final int LONG = 2;

	private static final int DOUBLE = 3;

	private static final int VECTOR = 4;

	private static final int FIRST_NUMBER = 5;

	private static final long FIRST_LONG = 0x1122_3344_5566_7788L;

	private static final int NO_FAULT = -1;

	private enum Fault {

		UNREACHABLE, DIVISION, LOAD, CALL, LOOP

	}

	private static final List<Fault> FAULTS = List.of(Fault.values());

	/// Function 0, whose parts each do something wrong if they are chosen, and function
	/// 1, which traps.
	private static final class Faulty {

		/// Where in the body the instruction of each part is that traps.
		private final List<Integer> places = new ArrayList<>();

		private final Code code = new Code();

		private int start;

		Faulty(int bytes) {
			this.code.bytes(0x42).signed(FIRST_LONG).bytes(0x21, LONG);
			while (this.code.size() < bytes) {
				writePart(this.places.size());
			}
			this.code.bytes(0x20, LONG, 0x20, DOUBLE);
			this.code.bytes(0x20, VECTOR, 0xFD, 0x1D, 0, 0x20, VECTOR, 0xFD, 0x1D, 1, 0x20, REFERENCE, 0x0B);
		}

		int parts() {
			return this.places.size();
		}

		static Fault fault(int part) {
			return FAULTS.get(part % FAULTS.size());
		}

		private void writePart(int part) {
			this.code.get(CHOICE).bytes(0x41).signed(part).bytes(0x46, 0x04, 0x40);
			writeFault(fault(part));
			this.code.bytes(0x0B);
			// long += 1, double += 1, lanes of the vector += 1 and 2
			this.code.get(LONG).bytes(0x42, 1, 0x7C, 0x21, LONG);
			this.code.get(DOUBLE).bytes(0x44, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0xA0, 0x21, DOUBLE);
			this.code.get(VECTOR).bytes(0xFD, 0x0C, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0);
			this.code.bytes(0xFD, 0xCE, 0x01, 0x21, VECTOR);
			for (int set = 0; set < SETS_PER_PART; set++) {
				int number = FIRST_NUMBER + (part + set) % NUMBERS;
				this.code.get(number).get(FIRST_NUMBER + set % NUMBERS).bytes(0x6A, 0x41).signed(part * 31 + set);
				this.code.bytes(0x73, 0x21).unsigned(number);
			}
		}

		private void writeFault(Fault fault) {
			switch (fault) {
				case DIVISION, LOAD -> this.code.bytes(0x41, 0x78);
				default -> {
				}
			}
			if (fault == Fault.DIVISION) {
				this.code.bytes(0x41, 0);
			}
			this.places.add(this.code.size());
			switch (fault) {
				case UNREACHABLE -> this.code.bytes(0x00);
				case DIVISION -> this.code.bytes(0x6E, 0x1A);
				case LOAD -> this.code.bytes(0x28, 2, 0, 0x1A);
				case CALL -> this.code.bytes(0x10, 1);
				case LOOP -> this.code.bytes(0x03, 0x40, 0x0C, 0, 0x0B);
			}
		}

		byte[] module() {
			Code body = new Code().bytes(4, 1, 0x7E, 1, 0x7C, 1, 0x7B, NUMBERS, 0x7F);
			int locals = body.size();
			body.writeBytes(this.code.toByteArray());
			Code functions = new Code().bytes(2).sized(body);
			int header = functions.size() - body.size() + locals;
			functions.sized(new Code().bytes(0, 0x00, 0x0B));
			Code module = new Code().bytes(0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00);
			module.section(1, new Code().bytes(2, 0x60, 2, 0x7F, 0x6F, 5, 0x7E, 0x7C, 0x7E, 0x7E, 0x6F, 0x60, 0, 0));
			module.section(3, new Code().bytes(2, 0, 1));
			module.section(5, new Code().bytes(1, 0, 1));
			module.section(7, new Code().bytes(1, 1).text("f").bytes(0, 0));
			module.section(10, functions);
			this.start = module.size() - functions.size() + header;
			return module.toByteArray();
		}

		/// Where in the module the instruction of a part is that traps.
		long offset(int part) {
			return (long) this.start + this.places.get(part);
		}

	}

	private static EngineConfig config(boolean lazy) {
		return EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(HugeFunctionTests.compiler())
			.lazyCompilation(lazy)
			.build();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@Timeout(600)
	void trapsWhereItShouldAndCanBeStopped(boolean lazy) {
		Faulty function = new Faulty(HugeFunctionTests.bytes());
		try (Engine engine = Engine.create(config(lazy)); Store store = Store.create(engine)) {
			Func func = Linker.create(engine).instantiate(store, engine.load("huge.wasm", function.module())).func("f");
			keepsItsValues(func, function.parts());
			int middle = function.parts() / 2;
			int last = function.parts() - FAULTS.size();
			IntStream.of(0, middle, last)
				.flatMap((first) -> IntStream.range(first, first + FAULTS.size()))
				.forEach((part) -> fails(store, func, function, part));
			keepsItsValues(func, function.parts());
		}
	}

	private static void keepsItsValues(Func func, int parts) {
		Object reference = new Object();
		assertThat(func.call(NO_FAULT, reference)).containsExactly(FIRST_LONG + parts, (double) parts, (long) parts,
				2L * parts, reference);
	}

	private static void fails(Store store, Func func, Faulty function, int part) {
		Fault fault = Faulty.fault(part);
		store.setDeadline((fault == Fault.LOOP) ? Duration.ofMillis(200) : null);
		assertThatExceptionOfType(Trap.class).isThrownBy(() -> func.call(part, "reference"))
			.satisfies((trap) -> assertThat(trap.code()).isEqualTo(code(fault)))
			.satisfies((trap) -> {
				if (fault != Fault.LOOP) {
					assertThat(trap.backtrace().frames()).as("%s in part %s, by %s", fault, part, trap.getCause())
						.isNotEmpty();
					WasmFrame frame = trap.backtrace().frames().getLast();
					assertThat(frame.functionIndex()).isZero();
					assertThat(frame.offset()).as("%s in part %s", fault, part).hasValue(function.offset(part));
				}
			});
		store.setDeadline(null);
	}

	private static TrapCode code(Fault fault) {
		return switch (fault) {
			case UNREACHABLE, CALL -> TrapCode.UNREACHABLE;
			case DIVISION -> TrapCode.INTEGER_DIVIDE_BY_ZERO;
			case LOAD -> TrapCode.MEMORY_OUT_OF_BOUNDS;
			case LOOP -> TrapCode.INTERRUPT;
		};
	}

}
