package dev.graft.artifact.spi;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// How a module is compiled. Part of the key under which artifacts are cached.
///
/// @param features what modules may use
/// @param interruptible whether generated code looks, at loop headers and function
/// entries, for a request to stop
/// @param addressMap whether stack traces can say where in the module each frame is
/// @param debugNames whether names from the module's name section are kept
/// @param guestDebugInfo whether the module's DWARF sections are kept
/// @param vectorApi whether code that streams vectors may use the Vector API, an
/// incubating module of the JDK, without which the artifact does not run then
/// @param memoryAccess by which means code reaches linear memories
public record CompilerSettings(Set<Feature> features, boolean interruptible, boolean addressMap, boolean debugNames,
		boolean guestDebugInfo, boolean vectorApi, MemoryAccess memoryAccess) {

	/// Everything that is supported, guests can be stopped, and stack traces are as good
	/// as the module allows.
	public static final CompilerSettings DEFAULT = new CompilerSettings(Feature.DEFAULT, true, true, true, true, false,
			MemoryAccess.FOREIGN);

	/// What a manifest says of an artifact that uses the Vector API.
	public static final String VECTOR_API = "vector-api=true";

	/// What a manifest says of an artifact that was compiled for [MemoryAccess#RAW].
	public static final String RAW_MEMORY_ACCESS = "memory-access=raw";

	/// Copies the features, in the order of their declaration.
	public CompilerSettings {
		features = Collections
			.unmodifiableSet(features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features));
	}

	/// These settings with other features.
	public CompilerSettings withFeatures(Set<Feature> features) {
		return new CompilerSettings(features, this.interruptible, this.addressMap, this.debugNames, this.guestDebugInfo,
				this.vectorApi, this.memoryAccess);
	}

	/// These settings with interruption compiled in or left out.
	public CompilerSettings withInterruptible(boolean interruptible) {
		return new CompilerSettings(this.features, interruptible, this.addressMap, this.debugNames, this.guestDebugInfo,
				this.vectorApi, this.memoryAccess);
	}

	/// These settings with or without addresses in stack traces.
	public CompilerSettings withAddressMap(boolean addressMap) {
		return new CompilerSettings(this.features, this.interruptible, addressMap, this.debugNames, this.guestDebugInfo,
				this.vectorApi, this.memoryAccess);
	}

	/// These settings with or without names from the name section.
	public CompilerSettings withDebugNames(boolean debugNames) {
		return new CompilerSettings(this.features, this.interruptible, this.addressMap, debugNames, this.guestDebugInfo,
				this.vectorApi, this.memoryAccess);
	}

	/// These settings with or without the guest's DWARF.
	public CompilerSettings withGuestDebugInfo(boolean guestDebugInfo) {
		return new CompilerSettings(this.features, this.interruptible, this.addressMap, this.debugNames, guestDebugInfo,
				this.vectorApi, this.memoryAccess);
	}

	/// These settings with or without the Vector API.
	public CompilerSettings withVectorApi(boolean vectorApi) {
		return new CompilerSettings(this.features, this.interruptible, this.addressMap, this.debugNames,
				this.guestDebugInfo, vectorApi, this.memoryAccess);
	}

	/// These settings with another means of reaching linear memories.
	public CompilerSettings withMemoryAccess(MemoryAccess memoryAccess) {
		return new CompilerSettings(this.features, this.interruptible, this.addressMap, this.debugNames,
				this.guestDebugInfo, this.vectorApi, memoryAccess);
	}

	/// The names of the features, as a manifest lists them.
	public Set<String> featureNames() {
		return this.features.stream().map(Feature::specName).collect(Collectors.toUnmodifiableSet());
	}

	/// Everything but the features in a fixed order, as a manifest carries it:
	/// `interruptible=true address-map=true debug-names=true guest-debug-info=true`, and
	/// [#VECTOR_API] and [#RAW_MEMORY_ACCESS] if they are used.
	public String canonicalText() {
		String text = "interruptible=%b address-map=%b debug-names=%b guest-debug-info=%b".formatted(this.interruptible,
				this.addressMap, this.debugNames, this.guestDebugInfo);
		return text + (this.vectorApi ? " " + VECTOR_API : "")
				+ ((this.memoryAccess == MemoryAccess.RAW) ? " " + RAW_MEMORY_ACCESS : "");
	}

}
