package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import java.nio.charset.StandardCharsets;

/// Parses modules in the text format.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/modules.html#text-module">Text
/// Format, "Modules"</a>
public final class WatParser {

	private WatParser() {
	}

	/// Parses a module.
	/// @param sourceName what error messages call the text, usually a file name
	/// @param source the text, in UTF-8
	/// @throws MalformedModuleException if the text is not a module
	/// @throws UnsupportedFeatureException if it uses types that are not supported
	public static WatModule parse(String sourceName, byte[] source) {
		return parse(new SourceText(sourceName, source));
	}

	/// Parses a module.
	/// @param sourceName what error messages call the text, usually a file name
	/// @param source the text
	/// @throws MalformedModuleException if the text is not a module
	/// @throws UnsupportedFeatureException if it uses types that are not supported
	public static WatModule parse(String sourceName, CharSequence source) {
		return parse(sourceName, source.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static WatModule parse(SourceText source) {
		return new ModuleParser(Lexer.tokenize(source)).parse();
	}

}
