package dev.graft.spring.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.spring.plugin.InstanceMode;
import dev.graft.spring.reload.DeletedFilePolicy;
import dev.graft.spring.reload.WatchStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/// The `wasm.*` properties. A misspelt one fails the start instead of being ignored.
///
/// @param enabled Whether plugins are loaded and their beans created.
/// @param engine Engine that compiles and runs modules.
/// @param features Features of WebAssembly that modules may use, or not, by the names of
/// their proposals.
/// @param plugin Single plugins by name, over the defaults for all.
/// @param plugins All plugins.
@ConfigurationProperties(prefix = "wasm", ignoreUnknownFields = false)
public record WasmProperties(@DefaultValue("true") boolean enabled, @DefaultValue Engine engine,
		@DefaultValue Map<Feature, Boolean> features, @DefaultValue Map<String, Plugin> plugin,
		@DefaultValue Plugins plugins) {

	/// The engine.
	///
	/// @param cache Compiled modules that are kept for the next start.
	/// @param lazyCompilation Whether large plugins that are not in the cache run while
	/// they are being compiled.
	/// @param interruptible Whether compiled code can be stopped; without it, deadlines
	/// do not work.
	/// @param heapLimitPercent How much of the Java heap may be in use before the call of
	/// a plugin that has put most objects there is stopped, 100 for no limit.
	/// @param memoryAccess By which means compiled code reaches memories; raw needs a
	/// JVM that was started for it.
	/// @param pool Memories of all instances, and what is kept for the next ones.
	public record Engine(@DefaultValue Cache cache, @DefaultValue("false") boolean lazyCompilation,
			@DefaultValue("true") boolean interruptible, @DefaultValue("85") int heapLimitPercent,
			@DefaultValue("foreign") MemoryAccess memoryAccess, @DefaultValue Pool pool) {

		/// The artifact cache.
		///
		/// @param enabled Whether compiled modules are kept on disk.
		/// @param directory Directory of the compiled modules, by default one for the
		/// user among the system's temporary files.
		/// @param maxDiskSize Total size of the files above which the least recently used
		/// are deleted.
		/// @param maxMemorySize Total size of the modules kept open in memory.
		public record Cache(@DefaultValue("true") boolean enabled, @Nullable String directory,
				@DefaultValue("1GB") DataSize maxDiskSize, @DefaultValue("64MB") DataSize maxMemorySize) {
		}

		/// The slots that memories live in.
		///
		/// @param maxMemories Largest number of memories of all instances together.
		/// @param acquireTimeout Longest time a new instance waits for a slot if all are
		/// in use.
		/// @param maxWarm Largest number of slots that are kept ready for the next
		/// instance of their module.
		/// @param warmSize Largest amount of memory that each of them keeps.
		public record Pool(@DefaultValue("10000") int maxMemories, @DefaultValue("5s") Duration acquireTimeout,
				@DefaultValue("100") int maxWarm, @DefaultValue("2MB") DataSize warmSize) {
		}

	}

	/// All plugins.
	///
	/// @param directory Directory that holds a module file per plugin.
	/// @param startup Whether the application starts although a plugin cannot be had.
	/// @param reload Replacement of plugins whose file has changed.
	/// @param defaults Settings of every plugin that has no setting of its own.
	public record Plugins(@Nullable String directory, @DefaultValue("lenient") StartupPolicy startup,
			@DefaultValue Reload reload, @DefaultValue Defaults defaults) {
	}

	/// Replacement of plugins whose file has changed.
	///
	/// @param enabled Whether changes of plugin files are noticed and replace the plugin.
	/// @param strategy How changes are noticed.
	/// @param quietPeriod Time without a further change after which changed files are
	/// read.
	/// @param pollInterval Time between two looks at the files.
	/// @param onDelete What happens to a plugin whose file has been deleted.
	public record Reload(@DefaultValue("true") boolean enabled, @DefaultValue("watch") WatchStrategy strategy,
			@DefaultValue("1s") Duration quietPeriod, @DefaultValue("5s") Duration pollInterval,
			@DefaultValue("unload") DeletedFilePolicy onDelete) {
	}

	/// Settings of every plugin.
	///
	/// @param deadline Longest time a call may take, 0 for no limit.
	/// @param startTimeout Longest time a plugin may take to start, 0 for no limit.
	/// @param drainTimeout Longest time a replaced plugin may go on with calls it has
	/// begun.
	/// @param memoryLimit Size up to which the memory of an instance may grow.
	/// @param resultLimit Longest string or byte array taken from a plugin.
	/// @param instances Instances of a plugin.
	/// @param wasi What WASI offers to plugins.
	public record Defaults(@DefaultValue("5s") Duration deadline, @DefaultValue("5s") Duration startTimeout,
			@DefaultValue("30s") Duration drainTimeout,
			@DefaultValue("256MB") @DataSizeUnit(DataUnit.MEGABYTES) DataSize memoryLimit,
			@DefaultValue("16MB") @DataSizeUnit(DataUnit.MEGABYTES) DataSize resultLimit,
			@DefaultValue DefaultInstances instances, @DefaultValue DefaultWasi wasi) {

		/// Instances.
		///
		/// @param mode How long an instance lives.
		/// @param max Largest number of instances of one plugin.
		/// @param acquireTimeout Longest time a call waits for a free instance.
		public record DefaultInstances(@DefaultValue("pooled") InstanceMode mode, @DefaultValue("16") int max,
				@DefaultValue("2s") Duration acquireTimeout) {
		}

		/// WASI.
		///
		/// @param args Arguments of the program, after its name.
		/// @param env Environment variables of the program.
		public record DefaultWasi(@DefaultValue List<String> args, @DefaultValue Map<String, String> env) {
		}

	}

	/// One plugin.
	///
	/// @param enabled Whether the plugin is loaded.
	/// @param location Resource that holds the module, if it is not in the plugin
	/// directory.
	/// @param sha256 SHA-256 digest, in hexadecimal digits, that the file must have.
	/// @param deadline Longest time a call may take, 0 for no limit.
	/// @param startTimeout Longest time the plugin may take to start, 0 for no limit.
	/// @param drainTimeout Longest time a replaced version may go on with calls it has
	/// begun.
	/// @param memoryLimit Size up to which the memory of an instance may grow.
	/// @param resultLimit Longest string or byte array taken from the plugin.
	/// @param instances Instances of the plugin.
	/// @param wasi What WASI offers to the plugin.
	public record Plugin(@DefaultValue("true") boolean enabled, @Nullable String location, @Nullable String sha256,
			@Nullable Duration deadline, @Nullable Duration startTimeout, @Nullable Duration drainTimeout,
			@Nullable @DataSizeUnit(DataUnit.MEGABYTES) DataSize memoryLimit,
			@Nullable @DataSizeUnit(DataUnit.MEGABYTES) DataSize resultLimit, @DefaultValue Instances instances,
			@DefaultValue Wasi wasi) {

		/// Instances.
		///
		/// @param mode How long an instance lives.
		/// @param max Largest number of instances.
		/// @param acquireTimeout Longest time a call waits for a free instance.
		public record Instances(@Nullable InstanceMode mode, @Nullable Integer max, @Nullable Duration acquireTimeout) {
		}

		/// WASI.
		///
		/// @param args Arguments of the program, after its name.
		/// @param env Environment variables of the program, over those for all plugins.
		public record Wasi(@Nullable List<String> args, @DefaultValue Map<String, String> env) {
		}

	}

}
