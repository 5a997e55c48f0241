package dev.graft.cli;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.engine.EngineConfig;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// `--enable` and `--disable`: which features of WebAssembly a module may use; and
/// `--memory-access`: by which means its code reaches memories.
final class FeatureOptions {

	/// For a command's usage.
	static final String USAGE = "[--enable|--disable FEATURE,…]… [--memory-access foreign|raw]";

	private static final String ALL = "all";

	private final Set<Feature> enabled = EnumSet.noneOf(Feature.class);

	private final Set<Feature> disabled = EnumSet.noneOf(Feature.class);

	private MemoryAccess memoryAccess = EngineConfig.defaults().memoryAccess();

	/// Takes an option if it is one of these.
	boolean take(String option, Arguments arguments) {
		switch (option) {
			case "--enable" -> move(arguments.next("the feature"), this.disabled, this.enabled);
			case "--disable" -> move(arguments.next("the feature"), this.enabled, this.disabled);
			case "--memory-access" -> this.memoryAccess = memoryAccess(arguments.next("foreign or raw"));
			default -> {
				return false;
			}
		}
		return true;
	}

	// What comes later on the command line counts.
	private static void move(String names, Set<Feature> from, Set<Feature> to) {
		for (String name : names.split(",")) {
			Set<Feature> features = name.equals(ALL) ? EnumSet.allOf(Feature.class) : EnumSet.of(feature(name));
			from.removeAll(features);
			to.addAll(features);
		}
	}

	private static MemoryAccess memoryAccess(String name) {
		return switch (name) {
			case "foreign" -> MemoryAccess.FOREIGN;
			case "raw" -> MemoryAccess.RAW;
			default -> throw new UsageException("--memory-access is foreign or raw, and not '%s'".formatted(name));
		};
	}

	/// By which means code reaches memories.
	MemoryAccess memoryAccess() {
		return this.memoryAccess;
	}

	private static Feature feature(String name) {
		return Feature.of(name)
			.orElseThrow(() -> new UsageException("there is no feature '%s', only: %s, %s".formatted(name, ALL,
					Arrays.stream(Feature.values()).map(Feature::specName).collect(Collectors.joining(", ")))));
	}

	/// The features that result.
	/// @param usual those that are on unless the options say otherwise
	Set<Feature> from(Set<Feature> usual) {
		Set<Feature> features = EnumSet.noneOf(Feature.class);
		features.addAll(usual);
		features.addAll(this.enabled);
		features.removeAll(this.disabled);
		return Collections.unmodifiableSet(features);
	}

}
