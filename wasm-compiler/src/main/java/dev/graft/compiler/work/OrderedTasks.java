package dev.graft.compiler.work;

import dev.graft.artifact.spi.ModuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs numbered tasks in parallel, with the outcome of running them one after the other:
/// results in order, and of several errors the first.
///
/// The tasks run on the calling thread and on the common pool, which is as large as the
/// machine and belongs to nobody, so that no thread is left behind.
public final class OrderedTasks<T> {

	private final IntFunction<? extends T> task;

	private final AtomicReferenceArray<@Nullable T> results;

	private final AtomicReferenceArray<@Nullable ModuleException> failures;

	private final AtomicInteger firstFailure;

	private OrderedTasks(int count, IntFunction<? extends T> task) {
		this.task = task;
		this.results = new AtomicReferenceArray<>(count);
		this.failures = new AtomicReferenceArray<>(count);
		this.firstFailure = new AtomicInteger(count);
	}

	/// Runs tasks.
	/// @param count how many there are
	/// @param task what each does, given its number; never answers null
	/// @return what they answer, in order
	/// @throws ModuleException the one of the task with the lowest number that threw one
	public static <T> List<T> run(int count, IntFunction<? extends T> task) {
		OrderedTasks<T> tasks = new OrderedTasks<>(count, task);
		IntStream.range(0, count).parallel().forEach(tasks::run);
		return tasks.outcome();
	}

	/// Once a task has failed, those after it do not matter any more; those before it may
	/// fail as well.
	private void run(int number) {
		if (number > this.firstFailure.get()) {
			return;
		}
		try {
			this.results.set(number, this.task.apply(number));
		}
		catch (ModuleException failure) {
			this.failures.set(number, failure);
			this.firstFailure.accumulateAndGet(number, Math::min);
		}
	}

	private List<T> outcome() {
		int failed = this.firstFailure.get();
		ModuleException failure = (failed < this.failures.length()) ? this.failures.get(failed) : null;
		if (failure != null) {
			throw failure;
		}
		List<T> outcome = new ArrayList<>(this.results.length());
		for (int i = 0; i < this.results.length(); i++) {
			T result = this.results.get(i);
			if (result == null) {
				throw new IllegalStateException("task " + i + " has no result");
			}
			outcome.add(result);
		}
		return outcome;
	}

}
