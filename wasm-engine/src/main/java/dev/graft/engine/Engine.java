package dev.graft.engine;

import java.io.IOException;
import java.nio.file.Path;

/// Loads modules, and is what stores, linkers and modules share: configuration, compiler, artifact cache, limits and the
/// one thread that watches deadlines. Thread-safe; one per application is usual.
///
/// There is one way in: an artifact. Source, binary or text, is compiled to an artifact first (or found in the cache), and
/// then loaded as if it had come from a file compiled ahead of time.
public final class Engine implements AutoCloseable {

	private Engine() {
	}

	/// An engine with the default configuration.
	public static Engine create() {
		return create(EngineConfig.defaults());
	}

	/// An engine.
	public static Engine create(EngineConfig config) {
		return Pending.body();
	}

	/// How the engine was configured.
	public EngineConfig config() {
		return Pending.body();
	}

	/// Loads a module from a file: a binary (`.wasm`), text (`.wat`) or artifact, told
	/// apart by content. The module is
	/// named after the file.
	/// @throws IOException if the file cannot be read
	/// @throws dev.graft.artifact.spi.ModuleException if the module is malformed,
	/// invalid, or uses a feature that is off
	/// @throws CompilerMissingException if it has to be compiled and there is no compiler
	public Module load(Path file) throws IOException {
		return Pending.body();
	}

	/// Loads a module from a binary, text or artifact, told apart by content. Loading the
	/// same module again while it is
	/// in use gives a module that shares its classes.
	/// @param name what to call it in messages and backtraces, usually a file name
	/// @param bytes the module
	/// @throws dev.graft.artifact.spi.ModuleException if the module is malformed,
	/// invalid, or uses a feature that is off
	/// @throws CompilerMissingException if it has to be compiled and there is no compiler
	public Module load(String name, byte[] bytes) {
		return Pending.body();
	}

	/// Compiles a module, without the cache, to an artifact that any engine with the same
	/// [#compatibilityHash] can load.
	/// @param name what to call it in messages, usually a file name
	/// @param source the module, binary or text
	public byte[] precompile(String name, byte[] source) {
		return Pending.body();
	}

	/// Two engines with the same hash can exchange artifacts.
	public String compatibilityHash() {
		return Pending.body();
	}

	/// What the engine has done so far and holds now.
	public EngineStatistics statistics() {
		return Pending.body();
	}

	/// Tells a listener from now on.
	public void addListener(EngineListener listener) {
		Pending.body();
	}

	/// Tells a listener no longer.
	public void removeListener(EngineListener listener) {
		Pending.body();
	}

	/// Whether the engine has been closed.
	public boolean isClosed() {
		return Pending.body();
	}

	/// Ends the engine: nothing can be loaded and no store opened any more. Stores that
	/// are still open can be used until
	/// they are closed, with their deadlines.
	@Override
	public void close() {
		Pending.body();
	}

}
