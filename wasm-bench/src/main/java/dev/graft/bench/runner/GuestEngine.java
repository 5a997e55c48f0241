package dev.graft.bench.runner;

import java.io.IOException;
import java.nio.file.Path;

/// An engine that runs in the JVM, as the runner sees it: one module, one instance
/// at a time. Used by one thread. Implementations have a constructor without parameters;
/// that of a peer is in a source folder of its own, as it needs libraries that Graft does
/// without.
public interface GuestEngine extends AutoCloseable {

	/// Whether [#compile] leaves something behind that [#load] makes use of in another
	/// process.
	boolean cachesCode();

	/// Compiles a module into a cache.
	/// @param module the `.wasm` file
	/// @param cache a directory that exists, of this engine and this module alone
	void compile(Path module, Path cache) throws IOException;

	/// Gets a module ready to be instantiated: from the cache if this engine has one, or
	/// by compiling it.
	/// @param module the `.wasm` file
	/// @param cache what [#compile] was given
	void load(Path module, Path cache) throws IOException;

	/// Instantiates what was loaded. An instance that there was before is let go of.
	/// @param wasi what functions that are imported do
	void instantiate(Wasi wasi);

	/// Whether the instance exports a function of that name.
	boolean exports(String function);

	/// Calls an exported function.
	/// @param arguments one `Integer` per parameter
	/// @return the result, an `Integer`, `Long`, `Float` or `Double`; zero if there is
	/// none
	Number call(String function, Integer... arguments);

	/// Frees everything, after what was compiled has reached the cache.
	@Override
	void close();

}
