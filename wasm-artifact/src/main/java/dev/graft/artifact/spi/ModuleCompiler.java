package dev.graft.artifact.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Turns a module into an artifact. Found by [java.util.ServiceLoader].
///
/// Implementations may be called by many threads at once and are deterministic: the same
/// request gives the same bytes.
public interface ModuleCompiler {

	/// Compiles a module.
	/// @param request what to compile, and how
	/// @return the bytes of the artifact, whose manifest is [CompileRequest#manifest] of
	/// this compiler's [#version]
	/// @throws ModuleException if the module is malformed, invalid or uses something that
	/// is not supported
	byte[] compile(CompileRequest request);

	/// Compiles a module to a file. Its contents are the bytes that
	/// [#compile(CompileRequest)]
	/// gives; a compiler may keep less of them in the heap.
	/// @param request what to compile, and how
	/// @param file a file that nobody else uses; its directory may hold other files for
	/// as long as this takes
	/// @throws ModuleException if the module is malformed, invalid or uses something that
	/// is not supported
	/// @throws IOException if the file cannot be written
	default void compile(CompileRequest request, Path file) throws IOException {
		Files.write(file, compile(request));
	}

	/// Begins to compile a module: finds out what may be wrong with it and leaves its
	/// functions for later, if this compiler does that for modules like this.
	/// @param request what to compile, and how
	/// @throws ModuleException if the module is malformed, invalid or uses something that
	/// is not supported
	default Optional<StagedCompilation> begin(CompileRequest request) {
		return Optional.empty();
	}

	/// Identifies the code that this compiler generates: two compilers of the same
	/// version turn the same request into the same bytes. Part of the key under which
	/// artifacts are cached.
	String version();

}
