package dev.graft.cli;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.print.WatPrinter;
import dev.graft.compiler.text.WatParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/// `graft print`: shows a module in the text format.
final class PrintCommand implements Command {

	@Override
	public String usage() {
		return "print FILE";
	}

	@Override
	public String summary() {
		return "prints a module (.wasm, .wat) in the text format, one instruction per line";
	}

	@Override
	public int run(List<String> arguments, Console console) throws IOException {
		Arguments rest = new Arguments(arguments);
		Path file = Path.of(rest.next("FILE"));
		rest.end();
		byte[] bytes = Files.readAllBytes(file);
		String name = String.valueOf(file.getFileName());
		byte[] binary = ModuleDecoder.isBinary(bytes) ? bytes : WatParser.parse(name, bytes).binary();
		// To look is not to run: everything may be looked at.
		console.output().print(WatPrinter.print(ModuleDecoder.decode(name, binary, EnumSet.allOf(Feature.class))));
		return 0;
	}

}
