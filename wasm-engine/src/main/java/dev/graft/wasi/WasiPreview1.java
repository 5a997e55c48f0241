package dev.graft.wasi;

import java.lang.invoke.MethodHandles;
import java.util.stream.Stream;

import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;

/// The import module `wasi_snapshot_preview1`, all of its functions.
///
/// ```java
/// WasiPreview1.addTo(linker);
/// WasiPreview1.configure(store, WasiConfig.builder().arguments(List.of("hello")).inheritStandardStreams().build());
/// int exitCode = WasiPreview1.run(linker.instantiate(store, module));
/// ```
///
/// @see <a href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md">WASI
/// preview 1</a>
public final class WasiPreview1 {

	/// The name of the import module.
	public static final String MODULE = "wasi_snapshot_preview1";

	private WasiPreview1() {
	}

	/// Gives the functions of WASI preview 1 their names. Programs see nothing of the
	/// world unless their store is [configured][#configure].
	public static void addTo(Linker linker) {
		addTo(linker, WasiConfig.empty());
	}

	/// Gives the functions of WASI preview 1 their names.
	/// @param config what programs see in stores that have not been
	/// [configured][#configure] otherwise
	public static void addTo(Linker linker, WasiConfig config) {
		MethodHandles.Lookup lookup = MethodHandles.lookup();
		Stream
			.of(new ProcessFunctions(config), new ClockFunctions(config), new DescriptorFunctions(config),
					new PathFunctions(config), new SocketFunctions(config))
			.forEach((group) -> group.addTo(linker, lookup));
	}

	/// Sets what programs in a store see.
	public static void configure(Store store, WasiConfig config) {
		store.setData(WasiContext.class, new WasiContext(config));
	}

	/// Runs a command: calls `_start`.
	/// @return the exit code
	/// @throws dev.graft.engine.NoSuchExportException if it is not a command
	/// @throws dev.graft.engine.trap.Trap if the program traps
	public static int run(Instance command) {
		try {
			command.func("_start").call();
			return 0;
		}
		catch (WasiExitException exit) {
			return exit.code();
		}
	}

	/// Initialises a reactor: calls `_initialize` if there is one. To be done once,
	/// before any other export is called.
	/// @throws WasiExitException if that makes the program exit
	/// @throws dev.graft.engine.trap.Trap if that traps
	public static void initialize(Instance reactor) {
		if (reactor.export("_initialize").orElse(null) instanceof Func initialize) {
			initialize.call();
		}
	}

}
