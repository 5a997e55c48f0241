package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/// Sleeps until something happens in some directories, or for a while. What it reports is
/// a hint: nothing is concluded from an event but that the directories are worth a look,
/// so an event that is lost or told twice does no harm.
final class DirectoryChanges implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(DirectoryChanges.class);

	private final @Nullable WatchService watchService;

	private final Map<Path, WatchKey> keys = new HashMap<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	DirectoryChanges(WatchStrategy strategy) {
		this.watchService = (strategy == WatchStrategy.WATCH) ? open() : null;
	}

	private static @Nullable WatchService open() {
		try {
			return FileSystems.getDefault().newWatchService();
		}
		catch (IOException | UnsupportedOperationException ex) {
			logger.warn(LogMessage
				.format("Directories cannot be watched and are looked at from time to time instead: %s", ex));
			return null;
		}
	}

	/// Watches these directories, if they can be watched; those that have been deleted
	/// and made again too.
	void watch(Set<Path> directories) {
		if (this.watchService == null) {
			return;
		}
		this.keys.values().removeIf((key) -> !key.isValid());
		for (Path directory : directories) {
			this.keys.computeIfAbsent(directory, (added) -> register(added, this.watchService));
		}
	}

	private static @Nullable WatchKey register(Path directory, WatchService watchService) {
		try {
			return directory.register(watchService, StandardWatchEventKinds.ENTRY_CREATE,
					StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
		}
		catch (IOException | ClosedWatchServiceException ex) {
			logger.debug(LogMessage.format("%s cannot be watched: %s", directory, ex));
			return null;
		}
	}

	/// Waits for something to happen.
	/// @param longest how long to wait at most
	/// @return the names of files that something happened to; there may be others;
	/// nothing if this has been closed
	Optional<Set<String>> await(Duration longest) throws InterruptedException {
		if (this.watchService == null) {
			boolean ended = this.closed.await(longest.toNanos(), TimeUnit.NANOSECONDS);
			return ended ? Optional.empty() : Optional.of(Set.of());
		}
		try {
			return Optional.of(names(this.watchService, longest));
		}
		catch (ClosedWatchServiceException ex) {
			return Optional.empty();
		}
	}

	private static Set<String> names(WatchService watchService, Duration longest) throws InterruptedException {
		Set<String> names = new HashSet<>();
		WatchKey key = watchService.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
		while (key != null) {
			key.pollEvents().forEach((event) -> addName(event, names));
			key.reset();
			key = watchService.poll();
		}
		return names;
	}

	/// An overflow has no context: it says that events were lost.
	private static void addName(WatchEvent<?> event, Set<String> names) {
		if (event.context() instanceof Path path) {
			names.add(path.toString());
		}
	}

	/// Ends the waiting, if somebody waits.
	@Override
	public void close() {
		this.closed.countDown();
		try {
			if (this.watchService != null) {
				this.watchService.close();
			}
		}
		catch (IOException ex) {
			logger.debug("The watch service could not be closed", ex);
		}
	}

}
