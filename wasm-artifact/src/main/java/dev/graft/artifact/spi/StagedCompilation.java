package dev.graft.artifact.spi;

import java.util.List;
import java.util.Map;

/// A module that has been found valid and is compiled piece by piece, in any order, by
/// any number of threads. Everything but the code of its functions is there already.
public interface StagedCompilation {

	/// An artifact that lacks the classes of functions, and where their sites come from,
	/// and is complete apart from that.
	byte[] outline();

	/// How many parts there are to compile.
	int partCount();

	/// The part that a class belongs to, -1 for none.
	/// @param binaryName the name of the class, with dots
	int partOf(String binaryName);

	/// The part that a function belongs to, -1 for none.
	int partOf(int functionIndex);

	/// Compiles a part. The same number always gives the same part.
	/// @param number from zero
	/// @throws ModuleException if it uses something that is not supported
	Part compile(int number);

	/// Puts the artifact together: the one that [ModuleCompiler#compile] makes.
	/// @param parts all parts, in order
	byte[] complete(List<? extends Part> parts);

	/// Classes of functions.
	interface Part {

		/// The class files by their binary names, to go with [#outline]. Not to be
		/// changed.
		Map<String, byte[]> classes();

		/// Whether the classes differ from those in the complete artifact, which do not
		/// go with the outline then.
		boolean isForOutlineOnly();

		/// Where in the module the site with a line number is.
		/// @param functionIndex a function of this part
		/// @param line the line number, from 1
		/// @return the offset from the beginning of the module, or
		/// [dev.graft.artifact.module.AddressMap#UNKNOWN]
		long wasmOffset(int functionIndex, int line);

	}

}
