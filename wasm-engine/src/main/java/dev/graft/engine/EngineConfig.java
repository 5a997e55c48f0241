package dev.graft.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.artifact.spi.ModuleCompiler;
import org.jspecify.annotations.Nullable;

/// How an [Engine] compiles, caches and limits. Immutable.
///
/// Everything has a default that is safe: [#defaults()] needs no directory, finds the
/// compiler on the class path if it is there, and limits what a store can take.
public final class EngineConfig {

	/// The system property that holds the default of [#memoryAccess]: `foreign` or `raw`.
	public static final String MEMORY_ACCESS_PROPERTY = "graft.memory.access";

	private static final long MEBIBYTE = 1024L * 1024;

	private static final EngineConfig DEFAULTS = builder().build();

	private final Builder values;

	private EngineConfig(Builder values) {
		this.values = values;
	}

	/// The defaults.
	public static EngineConfig defaults() {
		return DEFAULTS;
	}

	/// A builder that starts with the defaults.
	public static Builder builder() {
		return new Builder();
	}

	/// A builder that starts with these values.
	public Builder toBuilder() {
		return new Builder(this.values);
	}

	/// What modules may use. The default is [Feature#DEFAULT].
	public Set<Feature> features() {
		return this.values.features;
	}

	/// Whether compiled code can be interrupted by deadlines and [Store#interrupt]. The
	/// default is true.
	public boolean interruptible() {
		return this.values.interruptible;
	}

	/// Whether artifacts tell the offset in the `.wasm` file for every trap. The default
	/// is true.
	public boolean addressMap() {
		return this.values.addressMap;
	}

	/// Whether code that streams vectors may use the Vector API, if Java was started with
	/// `--add-modules jdk.incubator.vector`. The default is true. What is compiled with
	/// it runs only in processes that have the module.
	public boolean vectorApi() {
		return this.values.vectorApi;
	}

	/// By which means generated code reaches linear memories. The default is
	/// [MemoryAccess#FOREIGN], or what the system property [#MEMORY_ACCESS_PROPERTY]
	/// says.
	public MemoryAccess memoryAccess() {
		return this.values.memoryAccess;
	}

	/// Whether this engine may compile; if not, it loads artifacts only. The default is
	/// true.
	public boolean compilation() {
		return this.values.compilation;
	}

	/// Whether large modules run while they are being compiled. The default is false.
	/// @see Builder#lazyCompilation
	public boolean lazyCompilation() {
		return this.values.lazyCompilation;
	}

	/// The compiler, if it is not to be found by the service loader.
	public Optional<ModuleCompiler> compiler() {
		return Optional.ofNullable(this.values.compiler);
	}

	/// Where compiled artifacts are kept for the next process. By default nowhere.
	public Optional<Path> cacheDirectory() {
		return Optional.ofNullable(this.values.cacheDirectory);
	}

	/// How large the artifacts in the cache directory may become together, in bytes. The
	/// default is 2 GiB.
	public long cacheDiskBytes() {
		return this.values.cacheDiskBytes;
	}

	/// How large the artifacts in the memory cache may become together, in bytes. The
	/// default is 256 MiB.
	public long cacheMemoryBytes() {
		return this.values.cacheMemoryBytes;
	}

	/// What a store may take unless it says otherwise.
	public StoreLimits storeLimits() {
		return this.values.storeLimits;
	}

	/// How much the memories of all instances may take together, and what is kept for the
	/// next ones. The default is [PoolLimits#DEFAULT].
	public PoolLimits poolLimits() {
		return this.values.poolLimits;
	}

	/// How long a call from the host may take unless the store says otherwise. By default
	/// as long as it likes.
	public Optional<Duration> deadline() {
		return Optional.ofNullable(this.values.deadline);
	}

	/// How much of the Java heap may be in use, in percent, before a call that has put
	/// objects there is [stopped][dev.graft.engine.trap.TrapCode#HEAP_LIMIT]. The default
	/// is 85; 100 for no limit.
	public int heapLimitPercent() {
		return this.values.heapLimitPercent;
	}

	/// How many frames a backtrace may have. The default is 20.
	public int backtraceFrames() {
		return this.values.backtraceFrames;
	}

	/// Builds an [EngineConfig].
	public static final class Builder {

		private static final int USUAL_BACKTRACE_FRAMES = 20;

		private static final int USUAL_HEAP_LIMIT_PERCENT = 85;

		private static final int WHOLE_HEAP_PERCENT = 100;

		private Set<Feature> features = Feature.DEFAULT;

		private boolean interruptible = true;

		private boolean addressMap = true;

		private boolean vectorApi = true;

		private MemoryAccess memoryAccess = usualMemoryAccess();

		private boolean compilation = true;

		private boolean lazyCompilation;

		private @Nullable ModuleCompiler compiler;

		private @Nullable Path cacheDirectory;

		private long cacheDiskBytes = 2048 * MEBIBYTE;

		private long cacheMemoryBytes = 256 * MEBIBYTE;

		private StoreLimits storeLimits = StoreLimits.DEFAULT;

		private PoolLimits poolLimits = PoolLimits.DEFAULT;

		private @Nullable Duration deadline;

		private int heapLimitPercent = USUAL_HEAP_LIMIT_PERCENT;

		private int backtraceFrames = USUAL_BACKTRACE_FRAMES;

		private Builder() {
		}

		private Builder(Builder from) {
			this.features = from.features;
			this.interruptible = from.interruptible;
			this.addressMap = from.addressMap;
			this.vectorApi = from.vectorApi;
			this.memoryAccess = from.memoryAccess;
			this.compilation = from.compilation;
			this.lazyCompilation = from.lazyCompilation;
			this.compiler = from.compiler;
			this.cacheDirectory = from.cacheDirectory;
			this.cacheDiskBytes = from.cacheDiskBytes;
			this.cacheMemoryBytes = from.cacheMemoryBytes;
			this.storeLimits = from.storeLimits;
			this.poolLimits = from.poolLimits;
			this.deadline = from.deadline;
			this.heapLimitPercent = from.heapLimitPercent;
			this.backtraceFrames = from.backtraceFrames;
		}

		/// What modules may use, and nothing else.
		public Builder features(Set<Feature> features) {
			this.features = Set.copyOf(features);
			return this;
		}

		/// Whether modules may use a feature.
		public Builder feature(Feature feature, boolean on) {
			Set<Feature> all = EnumSet.noneOf(Feature.class);
			all.addAll(this.features);
			all.remove(feature);
			if (on) {
				all.add(feature);
			}
			return features(all);
		}

		/// Whether compiled code can be interrupted. Code that cannot is a little faster,
		/// and an endless loop in it can only be stopped by ending the process.
		public Builder interruptible(boolean interruptible) {
			this.interruptible = interruptible;
			return this;
		}

		/// Whether artifacts tell the offset in the `.wasm` file for every trap.
		public Builder addressMap(boolean addressMap) {
			this.addressMap = addressMap;
			return this;
		}

		/// Whether code that streams vectors may use the Vector API where there is one.
		public Builder vectorApi(boolean vectorApi) {
			this.vectorApi = vectorApi;
			return this;
		}

		private static MemoryAccess usualMemoryAccess() {
			String name = System.getProperty(MEMORY_ACCESS_PROPERTY, "foreign");
			return switch (name) {
				case "foreign" -> MemoryAccess.FOREIGN;
				case "raw" -> MemoryAccess.RAW;
				default -> throw new IllegalArgumentException(
						MEMORY_ACCESS_PROPERTY + " must be 'foreign' or 'raw', and is '" + name + "'");
			};
		}

		/// By which means generated code reaches linear memories.
		/// [Raw access][MemoryAccess#RAW] takes the JIT compilers less time, and needs a
		/// process that was started for it; elsewhere no engine comes of this
		/// configuration. Artifacts with raw access run in such engines only.
		public Builder memoryAccess(MemoryAccess access) {
			this.memoryAccess = Objects.requireNonNull(access, "access");
			return this;
		}

		/// Whether the engine may compile; if not, it loads artifacts only.
		public Builder compilation(boolean compilation) {
			this.compilation = compilation;
			return this;
		}

		/// Whether large modules that are not in the cache run while they are being
		/// compiled. A module that is not valid is refused when it is loaded, as always;
		/// the rest is compiled when a guest comes to it, or in the background, and goes
		/// to the cache when it is complete.
		///
		/// The first result comes several times as early. In return the time to compile
		/// what a call needs counts as time of the call, also for its deadline, and what
		/// cannot be compiled although it is valid fails the call that needs it.
		public Builder lazyCompilation(boolean lazy) {
			this.lazyCompilation = lazy;
			return this;
		}

		/// The compiler to use instead of the one that the service loader finds.
		public Builder compiler(ModuleCompiler compiler) {
			this.compiler = Objects.requireNonNull(compiler, "compiler");
			return this;
		}

		/// Where to keep compiled artifacts for the next process. Several processes may
		/// share the directory.
		public Builder cacheDirectory(Path directory) {
			this.cacheDirectory = Objects.requireNonNull(directory, "directory");
			return this;
		}

		/// How large the artifacts in the cache directory may become together.
		public Builder cacheDiskBytes(long bytes) {
			this.cacheDiskBytes = bytes;
			return this;
		}

		/// How large the artifacts in the memory cache may become together.
		public Builder cacheMemoryBytes(long bytes) {
			this.cacheMemoryBytes = bytes;
			return this;
		}

		/// What a store may take unless it says otherwise.
		public Builder storeLimits(StoreLimits limits) {
			this.storeLimits = Objects.requireNonNull(limits, "limits");
			return this;
		}

		/// How much the memories of all instances may take together, and what is kept for
		/// the next ones.
		public Builder poolLimits(PoolLimits limits) {
			this.poolLimits = Objects.requireNonNull(limits, "limits");
			return this;
		}

		/// How long a call from the host may take unless the store says otherwise; null
		/// for as long as it likes.
		public Builder deadline(@Nullable Duration deadline) {
			this.deadline = Deadlines.checked(deadline);
			return this;
		}

		/// How much of the Java heap may be in use, in percent, before the call of a
		/// guest with structures, arrays or exceptions that has allocated most is
		/// stopped; 100 for no limit.
		/// @throws IllegalArgumentException unless it is between 1 and 100
		public Builder heapLimitPercent(int percent) {
			if (percent < 1 || percent > WHOLE_HEAP_PERCENT) {
				throw new IllegalArgumentException("heapLimitPercent must be between 1 and 100: " + percent);
			}
			this.heapLimitPercent = percent;
			return this;
		}

		/// How many frames a backtrace may have.
		public Builder backtraceFrames(int frames) {
			this.backtraceFrames = frames;
			return this;
		}

		/// The configuration.
		/// @throws dev.graft.artifact.spi.MissingFeatureException if a feature is on and
		/// another one that it needs is off
		public EngineConfig build() {
			Feature.requireComplete(this.features);
			return new EngineConfig(new Builder(this));
		}

	}

}
