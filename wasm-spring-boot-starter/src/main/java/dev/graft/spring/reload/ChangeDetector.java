package dev.graft.spring.reload;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/// Tells which plugins have changed since they were dealt with, once they have not
/// changed any more for a quiet period. Knows neither files nor clocks.
final class ChangeDetector {

	private final long quietNanos;

	/// What has been dealt with.
	private final Map<String, Stamp> settled = new HashMap<>();

	/// What is different now, and since when it is as it is.
	private final Map<String, Change> pending = new HashMap<>();

	/// What is worth another look although it may seem the same.
	private final Set<String> suspects = new HashSet<>();

	ChangeDetector(Duration quietPeriod) {
		this.quietNanos = quietPeriod.toNanos();
	}

	/// These plugins have just been loaded.
	void settle(Map<String, Stamp> loaded) {
		this.settled.clear();
		this.settled.putAll(loaded);
		this.pending.clear();
	}

	/// Whatever its stamp says, a plugin is worth another look, and is not quiet.
	void suspect(String plugin) {
		this.suspects.add(plugin);
		this.pending.remove(plugin);
	}

	/// Takes in what is there now.
	/// @param now the stamps of all plugins that are there
	/// @param nanos the time now
	/// @return the plugins that have changed, come or gone, and are quiet; they count as
	/// dealt with
	Set<String> observe(Map<String, Stamp> now, long nanos) {
		Set<String> names = new HashSet<>(this.settled.keySet());
		names.addAll(this.pending.keySet());
		names.addAll(now.keySet());
		this.suspects.retainAll(names);
		Set<String> changed = new TreeSet<>();
		for (String name : names) {
			if (isQuietChange(name, now.get(name), nanos)) {
				changed.add(name);
				settle(name, now.get(name));
			}
		}
		return changed;
	}

	private boolean isQuietChange(String name, @Nullable Stamp stamp, long nanos) {
		if (!this.suspects.contains(name) && Objects.equals(stamp, this.settled.get(name))) {
			this.pending.remove(name);
			return false;
		}
		Change change = this.pending.get(name);
		if (change == null || !Objects.equals(change.stamp, stamp)) {
			change = new Change(stamp, nanos);
			this.pending.put(name, change);
		}
		return nanos - change.sinceNanos >= this.quietNanos;
	}

	private void settle(String name, @Nullable Stamp stamp) {
		this.pending.remove(name);
		this.suspects.remove(name);
		if (stamp != null) {
			this.settled.put(name, stamp);
		}
		else {
			this.settled.remove(name);
		}
	}

	/// Whether something has changed and is not quiet yet.
	boolean isWaiting() {
		return !this.pending.isEmpty();
	}

	private record Change(@Nullable Stamp stamp, long sinceNanos) {
	}

}
