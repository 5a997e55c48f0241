package dev.graft.actuator.metrics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Every meter: its name, what it tells, its unit and its tags. The values of all tags
/// are bounded: plugins and their exports, and words of ours.
public enum WasmMeter {

	/// Compilations.
	MODULE_COMPILE("wasm.module.compile", "How long modules took to compile", null, "outcome"),

	/// Modules loaded, compiled or not.
	MODULE_LOAD("wasm.module.load", "How long modules took to load, compilation included", null, "origin"),

	/// Look-ups in the artifact cache.
	ARTIFACT_CACHE("wasm.artifact.cache", "Look-ups of compiled modules", null, "result"),

	/// The memory part of the artifact cache.
	ARTIFACT_CACHE_MEMORY("wasm.artifact.cache.memory", "Size of the compiled modules held in memory", "bytes"),

	/// Instances made.
	INSTANCE_INSTANTIATE("wasm.instance.instantiate", "How long instances of plugins took to make and start", null,
			"plugin"),

	/// Instances that there are.
	INSTANCES("wasm.instances", "Instances of plugins", null, "plugin", "state"),

	/// Calls.
	PLUGIN_CALL("wasm.plugin.call", "How long calls of plugins took, waiting for an instance included", null, "plugin",
			"function", "outcome"),

	/// Modules loaded into plugins, or refused.
	PLUGIN_RELOAD("wasm.plugin.reload", "Versions of plugins that were loaded or refused", null, "plugin", "outcome"),

	/// Plugins that there are.
	PLUGINS("wasm.plugins", "Plugins", null, "state"),

	/// Calls that trapped.
	TRAPS("wasm.traps", "Calls of plugins that ended with a trap", null, "plugin", "code"),

	/// Linear memory of plugins.
	MEMORY_USED("wasm.memory.used", "Linear memory of the instances of plugins", "bytes", "plugin"),

	/// Address space.
	MEMORY_RESERVED("wasm.memory.reserved", "Address space reserved for the memories of all instances", "bytes"),

	/// Slots for memories.
	MEMORY_SLOTS("wasm.memory.slots", "Slots for memories, with a memory in them or ready for one", null, "state"),

	/// The most slots that there may be.
	MEMORY_SLOTS_LIMIT("wasm.memory.slots.limit", "Slots for memories that there may be at most", null),

	/// Memories that were to get a slot.
	MEMORY_SLOT_REQUESTS("wasm.memory.slot.requests", "Memories that needed a slot", null, "result"),

	/// Slots made again what they were in the beginning.
	MEMORY_SLOT_RESETS("wasm.memory.slot.resets", "Slots that were reset for the next memory", null),

	/// What slots keep that nobody uses.
	MEMORY_WARM("wasm.memory.warm", "Memory that slots keep for the next instance", "bytes");

	private final String meterName;

	private final String description;

	private final @Nullable String unit;

	private final String tagKeys;

	WasmMeter(String meterName, String description, @Nullable String unit, String... tags) {
		this.meterName = meterName;
		this.description = description;
		this.unit = unit;
		this.tagKeys = String.join(",", tags);
	}

	/// Its name, as Micrometer writes it.
	public String meterName() {
		return this.meterName;
	}

	/// What it tells.
	public String description() {
		return this.description;
	}

	/// Its unit; null for times, whose unit the monitoring system chooses, and for
	/// counts.
	public @Nullable String unit() {
		return this.unit;
	}

	/// The keys of its tags.
	public List<String> tags() {
		return this.tagKeys.isEmpty() ? List.of() : List.of(this.tagKeys.split(","));
	}

}
