package dev.graft.artifact.spi;

/// The bytes or the text are not a module.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/index.html">Binary
/// Format</a>
public final class MalformedModuleException extends ModuleException {

	private static final long serialVersionUID = 1L;

	/// @param sourceName the file, URL or name that the module is known by
	/// @param location where in the module, such as `@0x1f3 in function 12` or `12:5`
	/// @param what what is wrong, in the specification's words where it has any
	/// @param detail the rest of the sentence
	public MalformedModuleException(String sourceName, String location, String what, String detail) {
		super(sourceName, location, what, detail);
	}

	/// @param sourceName the file, URL or name that the module is known by
	/// @param location where in the module, such as `@0x1f3 in function 12` or `12:5`
	/// @param what what is wrong, in the specification's words where it has any
	/// @param expected what should be there
	/// @param found what is there
	public MalformedModuleException(String sourceName, String location, String what, String expected, String found) {
		super(sourceName, location, what, expected, found);
	}

}
