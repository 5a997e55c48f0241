package dev.graft.engine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.artifact.spi.StagedCompilation;
import dev.graft.artifact.spi.StagedCompilation.Part;
import dev.graft.engine.load.LateCode;
import org.jspecify.annotations.Nullable;

/// The code of a module that runs while it is being compiled.
///
/// ```
///   a guest calls a function ─▶ class loader ─▶ classBytes ─▶ the part is there            ─▶ its bytes
///                                                           ─▶ somebody is compiling it    ─▶ wait
///                                                           ─▶ nobody is                   ─▶ compile it now
///   meanwhile, in the background: all other parts, in order; then the artifact is put together and goes to the cache
/// ```
///
/// Compiling for a guest happens in a thread of its own, as the guest may have used up
/// its stack nearly, and the thread waits. Once the artifact is complete, classes come
/// from there, and what was needed to compile them is let go.
///
/// A part that cannot be compiled fails whoever needs it, each time. The background then
/// stops, as there will be no artifact.
final class LazyCode implements LateCode {

	/// With fewer processors, one that works in the background is taken from the guest.
	private static final int MANY_PROCESSORS = 4;

	/// How long nobody must have asked for anything before the background goes on, if
	/// there are few processors. A start asks for something every few milliseconds.
	private static final long QUIET_NANOS = 200_000_000;

	private static final long LOOK_MILLIS = 20;

	private final String name;

	private final Observer observer;

	private final long startNanos = System.nanoTime();

	private final AtomicInteger next = new AtomicInteger();

	private final AtomicInteger missing;

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile boolean stopped;

	private final AtomicBoolean failed = new AtomicBoolean();

	private volatile long lastAskedNanos = this.startNanos;

	private final boolean considerate;

	/// Whether somebody waits for the artifact.
	private volatile boolean urgent;

	/// What is needed to compile, until the artifact is complete.
	private volatile @Nullable Work work;

	private volatile @Nullable Artifact complete;

	/// Classes that do not go with what has been loaded as they are in the artifact.
	private final Map<String, byte[]> special = new ConcurrentHashMap<>();

	/// @param staged the module, nothing of which has been compiled
	/// @param observer is told how that goes
	LazyCode(String name, StagedCompilation staged, Observer observer) {
		this.name = name;
		this.observer = observer;
		this.work = new Work(staged, new AtomicReferenceArray<>(staged.partCount()));
		this.missing = new AtomicInteger(staged.partCount());
		this.considerate = Runtime.getRuntime().availableProcessors() < MANY_PROCESSORS;
	}

	/// Starts to compile in the background. One processor is left for the guest.
	void start() {
		int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
		Work all = this.work;
		if (all == null || all.staged.partCount() == 0) {
			startThread(this::completeIfAllThere);
			return;
		}
		for (int thread = 0; thread < threads; thread++) {
			startThread(this::compileAll);
		}
	}

	private void startThread(Runnable task) {
		Thread.ofPlatform().daemon().name("graft-compile " + this.name).start(task);
	}

	/// Ends the background work, if it has not ended yet. What guests need is still
	/// compiled.
	void stop() {
		this.stopped = true;
		this.ended.countDown();
	}

	/// Waits until the background work has ended, one way or the other.
	void await() throws InterruptedException {
		this.urgent = true;
		this.ended.await();
	}

	/// The artifact, once it is complete.
	Optional<Artifact> artifact() {
		return Optional.ofNullable(this.complete);
	}

	@Override
	public @Nullable ByteBuffer classBytes(String binaryName) {
		Work current = this.work;
		if (current == null) {
			return completed(binaryName);
		}
		int number = current.staged.partOf(binaryName);
		if (number < 0) {
			return null;
		}
		byte[] bytes = part(current, number).classes().get(binaryName);
		return (bytes != null) ? ByteBuffer.wrap(bytes) : null;
	}

	private @Nullable ByteBuffer completed(String binaryName) {
		byte[] own = this.special.get(binaryName);
		if (own != null) {
			return ByteBuffer.wrap(own);
		}
		Artifact artifact = this.complete;
		return (artifact != null) ? artifact.classBytes(binaryName) : null;
	}

	@Override
	public long wasmOffset(int functionIndex, int line) {
		Work current = this.work;
		if (current == null) {
			Artifact artifact = this.complete;
			return (artifact != null) ? artifact.addressMap().wasmOffset(functionIndex, line) : AddressMap.UNKNOWN;
		}
		int number = current.staged.partOf(functionIndex);
		CompletableFuture<Part> part = (number >= 0) ? current.parts.get(number) : null;
		if (part == null || !part.isDone() || part.isCompletedExceptionally()) {
			return AddressMap.UNKNOWN;
		}
		return part.join().wasmOffset(functionIndex, line);
	}

	private Part part(Work current, int number) {
		CompletableFuture<Part> mine = new CompletableFuture<>();
		CompletableFuture<Part> first = current.parts.compareAndExchange(number, null, mine);
		if (first == null) {
			this.lastAskedNanos = System.nanoTime();
			startThread(() -> compile(current, number, mine));
			first = mine;
		}
		try {
			return first.join();
		}
		catch (CompletionException failed) {
			throw rethrow(failed);
		}
	}

	private static RuntimeException rethrow(CompletionException failed) {
		return switch (failed.getCause()) {
			case RuntimeException problem -> problem;
			case Error problem -> throw problem;
			case null, default -> failed;
		};
	}

	private void compileAll() {
		Work current = this.work;
		while (current != null && awaitQuiet()) {
			int number = this.next.getAndIncrement();
			if (number >= current.parts.length()) {
				return;
			}
			CompletableFuture<Part> mine = new CompletableFuture<>();
			if (current.parts.compareAndSet(number, null, mine)) {
				compile(current, number, mine);
			}
		}
	}

	/// Whether to go on.
	private boolean awaitQuiet() {
		while (this.considerate && !this.stopped && !this.urgent
				&& System.nanoTime() - this.lastAskedNanos < QUIET_NANOS) {
			try {
				Thread.sleep(LOOK_MILLIS);
			}
			catch (InterruptedException nobodyDoes) {
				return false;
			}
		}
		return !this.stopped;
	}

	// Whatever happens, those who wait for the part must hear of it.
	private void compile(Work current, int number, CompletableFuture<Part> mine) {
		try {
			mine.complete(current.staged.compile(number));
		}
		catch (ModuleException problem) {
			mine.completeExceptionally(problem);
			fail(problem);
			return;
		}
		catch (RuntimeException | Error problem) {
			// Lack of memory, perhaps: the next one who needs the part tries again.
			current.parts.compareAndSet(number, mine, null);
			mine.completeExceptionally(problem);
			fail((problem instanceof RuntimeException exception) ? exception
					: new IllegalStateException("cannot compile " + this.name + ": " + problem, problem));
			return;
		}
		if (this.missing.decrementAndGet() == 0) {
			completeIfAllThere();
		}
	}

	// Who waits for the end has been told of the failure by then.
	private void fail(RuntimeException problem) {
		if (this.stopped || !this.failed.compareAndSet(false, true)) {
			return;
		}
		this.stopped = true;
		try {
			this.observer.failed(since(), problem);
		}
		finally {
			this.ended.countDown();
		}
	}

	private void completeIfAllThere() {
		Work current = this.work;
		if (this.stopped || current == null) {
			return;
		}
		try {
			List<Part> parts = new ArrayList<>(current.parts.length());
			for (int number = 0; number < current.parts.length(); number++) {
				parts.add(Objects.requireNonNull(current.parts.get(number)).join());
			}
			parts.stream().filter(Part::isForOutlineOnly).forEach((part) -> this.special.putAll(part.classes()));
			this.complete = this.observer.completed(since(), current.staged.complete(parts));
			this.work = null;
		}
		catch (RuntimeException | Error problem) {
			fail((problem instanceof RuntimeException exception) ? exception
					: new IllegalStateException("cannot keep " + this.name + ": " + problem, problem));
		}
		finally {
			this.ended.countDown();
		}
	}

	private Duration since() {
		return Duration.ofNanos(System.nanoTime() - this.startNanos);
	}

	/// @param staged what compiles
	/// @param parts what has been compiled or is about to be; null what is not
	private record Work(StagedCompilation staged, AtomicReferenceArray<@Nullable CompletableFuture<Part>> parts) {
	}

	/// Hears how compiling in the background ends, on the thread that does it.
	interface Observer {

		/// All has been compiled.
		/// @return the artifact, opened from where it is kept
		Artifact completed(Duration duration, byte[] artifact);

		/// Something cannot be compiled, or the artifact cannot be kept.
		void failed(Duration duration, RuntimeException problem);

	}

}
