package dev.graft.compiler.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.graft.artifact.spi.InvalidModuleException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedTasksTests {

	@Test
	void answersInOrder() {
		assertThat(OrderedTasks.run(1000, Integer::valueOf)).isEqualTo(IntStream.range(0, 1000).boxed().toList());
	}

	@Test
	void runsNothingForNothing() {
		assertThat(OrderedTasks.run(0, Integer::valueOf)).isEmpty();
	}

	@Test
	void throwsTheFirstOfSeveralErrors() {
		for (int round = 0; round < 100; round++) {
			assertThatExceptionOfType(InvalidModuleException.class)
				.isThrownBy(() -> OrderedTasks.run(500, OrderedTasksTests::failFromHundredOn))
				.satisfies((ex) -> assertThat(ex.what()).isEqualTo("task 100"));
		}
	}

	private static Integer failFromHundredOn(int number) {
		if (number >= 100) {
			throw new InvalidModuleException("test", "nowhere", "task " + number, "fails");
		}
		return number;
	}

	@Test
	void doesNotHideErrorsOfTheCompilerItself() {
		assertThatIllegalStateException().isThrownBy(() -> OrderedTasks.run(10, (number) -> {
			throw new IllegalStateException("task " + number);
		}));
	}

}
