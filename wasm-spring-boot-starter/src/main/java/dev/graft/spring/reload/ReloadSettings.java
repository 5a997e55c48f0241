package dev.graft.spring.reload;

import java.time.Duration;

/// How changes are noticed and dealt with.
///
/// @param enabled whether they are noticed at all
/// @param strategy how they are noticed
/// @param quietPeriod how long a file must not have changed before it is read
/// @param pollInterval how often to look in any case
/// @param onDelete what happens to a plugin whose file is gone
public record ReloadSettings(boolean enabled, WatchStrategy strategy, Duration quietPeriod, Duration pollInterval,
		DeletedFilePolicy onDelete) {
}
