package dev.graft.actuator.health;

import java.util.stream.Stream;

import dev.graft.spring.plugin.PluginFailure;
import dev.graft.spring.plugin.PluginStatus;
import dev.graft.spring.plugin.PluginVersion;
import dev.graft.spring.plugin.WasmPluginRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;

/// The health of all plugins, whichever there are at the moment. Answers from memory.
///
/// | plugin | status |
/// |---|---|
/// | serves | UP, with the last refused version as a detail if there is one |
/// | does not serve, and the application has an interface for it | DOWN |
/// | does not serve, and nobody asks for it | UNKNOWN: a stray file is no reason to take the application out of service |
public final class WasmHealthContributor implements CompositeHealthContributor {

	private final WasmPluginRegistry registry;

	/// The health of a registry's plugins.
	public WasmHealthContributor(WasmPluginRegistry registry) {
		this.registry = registry;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return this.registry.plugin(name).map((plugin) -> indicator(plugin.name())).orElse(null);
	}

	@Override
	public Stream<Entry> stream() {
		return this.registry.plugins().stream().map((plugin) -> new Entry(plugin.name(), indicator(plugin.name())));
	}

	private HealthIndicator indicator(String plugin) {
		return () -> this.registry.plugin(plugin)
			.map(WasmHealthContributor::health)
			.orElseGet(() -> Health.unknown().build());
	}

	private static Health health(PluginStatus plugin) {
		PluginVersion version = plugin.version();
		Health.Builder health = status(plugin).withDetail("state", plugin.state());
		if (version != null) {
			health.withDetail("generation", version.generation())
				.withDetail("digest", version.digest())
				.withDetail("origin", version.origin())
				.withDetail("loadedAt", version.loadedAt());
		}
		PluginFailure failure = plugin.lastFailure();
		if (failure != null) {
			health.withDetail("refused", failure.origin())
				.withDetail("refusedAt", failure.at())
				.withDetail("reason", String.valueOf(failure.cause()));
		}
		return health.build();
	}

	private static Health.Builder status(PluginStatus plugin) {
		return switch (plugin.state()) {
			case ACTIVE -> Health.up();
			case FAILED, ABSENT -> plugin.interfaces().isEmpty() ? Health.unknown() : Health.down();
		};
	}

}
