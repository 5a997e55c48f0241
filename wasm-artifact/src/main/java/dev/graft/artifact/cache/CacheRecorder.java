package dev.graft.artifact.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Counts what happens, then passes it on.
final class CacheRecorder implements CacheListener {

	private final CacheListener listener;

	private final LongAdder memoryHits = new LongAdder();

	private final LongAdder diskHits = new LongAdder();

	private final LongAdder compiled = new LongAdder();

	private final LongAdder diskEvictions = new LongAdder();

	private final LongAdder damaged = new LongAdder();

	private final LongAdder outdated = new LongAdder();

	private final LongAdder diskFailures = new LongAdder();

	CacheRecorder(CacheListener listener) {
		this.listener = listener;
	}

	@Override
	public void memoryHit(String sourceName) {
		this.memoryHits.increment();
		this.listener.memoryHit(sourceName);
	}

	@Override
	public void diskHit(String sourceName, Path file, Duration duration) {
		this.diskHits.increment();
		this.listener.diskHit(sourceName, file, duration);
	}

	@Override
	public void compiled(String sourceName, Duration duration, long artifactBytes) {
		this.compiled.increment();
		this.listener.compiled(sourceName, duration, artifactBytes);
	}

	@Override
	public void evicted(Path file, long bytes) {
		this.diskEvictions.increment();
		this.listener.evicted(file, bytes);
	}

	@Override
	public void damaged(Path file, Exception problem) {
		this.damaged.increment();
		this.listener.damaged(file, problem);
	}

	@Override
	public void outdated(Path file, Exception problem) {
		this.outdated.increment();
		this.listener.outdated(file, problem);
	}

	@Override
	public void diskFailed(Path path, Exception problem) {
		this.diskFailures.increment();
		this.listener.diskFailed(path, problem);
	}

	CacheStatistics statistics(MemoryLevel memory, long diskBytes) {
		return new CacheStatistics(this.memoryHits.sum(), this.diskHits.sum(), this.compiled.sum(), memory.evictions(),
				this.diskEvictions.sum(), this.damaged.sum(), this.outdated.sum(), this.diskFailures.sum(),
				memory.bytes(), diskBytes);
	}

}
