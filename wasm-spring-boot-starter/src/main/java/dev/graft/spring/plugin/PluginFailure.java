package dev.graft.spring.plugin;

import java.time.Instant;

/// A module was refused.
///
/// @param at when
/// @param origin where the module was read from
/// @param cause why
public record PluginFailure(Instant at, String origin, Throwable cause) {
}
