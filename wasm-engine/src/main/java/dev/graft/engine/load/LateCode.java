package dev.graft.engine.load;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/// The classes that an artifact lacks, made when they are asked for. They pass the same
/// checks as all others. Thread-safe.
public interface LateCode {

	/// A class file, from its first byte to its limit; null if there is no such class.
	/// Takes as long as compiling it does.
	/// @param binaryName the name of the class, with dots
	/// @throws dev.graft.artifact.spi.ModuleException if it cannot be compiled
	@Nullable ByteBuffer classBytes(String binaryName);

	/// Where in the module a site of a function is that has been compiled.
	/// @param functionIndex the function
	/// @param line the number of the site, from 1
	/// @return the offset, or [dev.graft.artifact.module.AddressMap#UNKNOWN]
	long wasmOffset(int functionIndex, int line);

}
