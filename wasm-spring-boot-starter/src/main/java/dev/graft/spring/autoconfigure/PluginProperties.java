package dev.graft.spring.autoconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.graft.spring.autoconfigure.WasmProperties.Defaults;
import dev.graft.spring.autoconfigure.WasmProperties.Defaults.DefaultInstances;
import dev.graft.spring.autoconfigure.WasmProperties.Plugin;
import dev.graft.spring.plugin.PluginSettings;
import dev.graft.spring.plugin.PluginSettings.Instances;
import dev.graft.spring.plugin.PluginSettings.Wasi;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/// The settings of each plugin: its own properties over those for all. Values are checked
/// when this is made, so that a wrong one fails the start with its name.
final class PluginProperties implements PluginSettings.Source {

	private static final String DEFAULTS = "wasm.plugins.defaults";

	private final PluginSettings defaults;

	private final Map<String, PluginSettings> settings = new HashMap<>();

	PluginProperties(WasmProperties properties) {
		this.defaults = defaults(properties.plugins().defaults());
		properties.plugin().forEach((name, plugin) -> this.settings.put(key(name), settings(name, plugin)));
	}

	@Override
	public PluginSettings of(String plugin) {
		return this.settings.getOrDefault(key(plugin), this.defaults);
	}

	/// Names of properties are relaxed, so `price_rules.wasm` finds
	/// `wasm.plugin.price-rules`.
	static String key(String plugin) {
		return plugin.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	private static PluginSettings defaults(Defaults defaults) {
		DefaultInstances instances = defaults.instances();
		return new PluginSettings(notNegative(DEFAULTS + ".deadline", defaults.deadline()),
				notNegative(DEFAULTS + ".start-timeout", defaults.startTimeout()),
				bytes(DEFAULTS + ".memory-limit", defaults.memoryLimit(), Long.MAX_VALUE),
				(int) bytes(DEFAULTS + ".result-limit", defaults.resultLimit(), Integer.MAX_VALUE),
				new Instances(instances.mode(), positive(DEFAULTS + ".instances.max", instances.max()),
						notNegative(DEFAULTS + ".instances.acquire-timeout", instances.acquireTimeout())),
				notNegative(DEFAULTS + ".drain-timeout", defaults.drainTimeout()),
				new Wasi(defaults.wasi().args(), defaults.wasi().env()), null);
	}

	private PluginSettings settings(String name, Plugin plugin) {
		String prefix = "wasm.plugin." + name;
		PluginSettings or = this.defaults;
		return new PluginSettings(notNegative(prefix + ".deadline", plugin.deadline(), or.deadline()),
				notNegative(prefix + ".start-timeout", plugin.startTimeout(), or.startTimeout()),
				(plugin.memoryLimit() != null) ? bytes(prefix + ".memory-limit", plugin.memoryLimit(), Long.MAX_VALUE)
						: or.memoryLimitBytes(),
				(plugin.resultLimit() != null)
						? (int) bytes(prefix + ".result-limit", plugin.resultLimit(), Integer.MAX_VALUE)
						: or.resultLimitBytes(),
				instances(prefix, plugin.instances(), or.instances()),
				notNegative(prefix + ".drain-timeout", plugin.drainTimeout(), or.drainTimeout()),
				wasi(plugin.wasi(), or.wasi()), digest(prefix, plugin.sha256()));
	}

	private static Instances instances(String prefix, Plugin.Instances own, Instances or) {
		return new Instances((own.mode() != null) ? own.mode() : or.mode(),
				(own.max() != null) ? positive(prefix + ".instances.max", own.max()) : or.maximum(),
				notNegative(prefix + ".instances.acquire-timeout", own.acquireTimeout(), or.acquireTimeout()));
	}

	private static Wasi wasi(Plugin.Wasi own, Wasi or) {
		Map<String, String> environment = new HashMap<>(or.environment());
		environment.putAll(own.env());
		return new Wasi((own.args() != null) ? own.args() : or.arguments(), Map.copyOf(environment));
	}

	private static @Nullable String digest(String prefix, @Nullable String digest) {
		if (digest != null && !digest.matches("[0-9A-Fa-f]{64}")) {
			throw invalid(prefix + ".sha256", digest, "A SHA-256 digest has 64 hexadecimal digits.");
		}
		return digest;
	}

	private static Duration notNegative(String property, @Nullable Duration own, Duration or) {
		return notNegative(property, Optional.ofNullable(own).orElse(or));
	}

	private static Duration notNegative(String property, Duration duration) {
		if (duration.isNegative()) {
			throw invalid(property, duration, "A duration must not be negative.");
		}
		return duration;
	}

	private static int positive(String property, int number) {
		if (number <= 0) {
			throw invalid(property, number, "There must be at least one.");
		}
		return number;
	}

	private static long bytes(String property, DataSize size, long largest) {
		if (size.isNegative() || size.toBytes() == 0 || size.toBytes() > largest) {
			throw invalid(property, size, "The size must be between 1 byte and %d bytes.".formatted(largest));
		}
		return size.toBytes();
	}

	private static InvalidConfigurationPropertyValueException invalid(String property, Object value, String reason) {
		return new InvalidConfigurationPropertyValueException(property, value, reason);
	}

}
