package dev.graft.compiler;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.text.SourceMap;
import dev.graft.compiler.text.WatModule;
import dev.graft.compiler.text.WatParser;

/// Tells binary from text and reads both.
final class ModuleInput {

	private ModuleInput() {
	}

	/// Decodes a module, whatever form it comes in. Messages about a text name its lines.
	static ModuleModel read(CompileRequest request) {
		if (!isText(request.source())) {
			return ModuleDecoder.decode(request.sourceName(), request.source(), request.settings().features());
		}
		WatModule parsed = WatParser.parse(request.sourceName(), request.source());
		SourceMap lines = parsed.sourceMap();
		return ModuleDecoder.decode(request.sourceName(), (offset) -> lines.position(offset).toString(),
				parsed.binary(), request.settings().features());
	}

	/// Whether bytes look like a module in the text format: what comes first, apart from
	/// white space, is a parenthesis or the semicolon of a comment. A binary module
	/// begins with a zero byte, and whatever is neither is told that it does not.
	private static boolean isText(byte[] source) {
		for (byte each : source) {
			switch (each) {
				case ' ', '\t', '\n', '\r' -> {
				}
				case '(', ';' -> {
					return true;
				}
				default -> {
					return false;
				}
			}
		}
		return false;
	}

}
