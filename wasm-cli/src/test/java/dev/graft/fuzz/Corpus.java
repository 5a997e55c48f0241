package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.text.WatParser;
import dev.graft.wast.ModuleSource;
import dev.graft.wast.Script;
import dev.graft.wast.ScriptCommand;
import dev.graft.wast.reader.ScriptReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Modules to damage: those of scripts, valid or not, and generated ones.
///
/// @param texts modules in the text format
/// @param binaries modules in the binary format
record Corpus(List<String> texts, List<byte[]> binaries) {

	/// Larger modules take too long for what they find.
	private static final int MOST_BYTES = 20_000;

	/// Generated modules, and those of the specification's suite if it is there.
	/// @param spec the folder with the suite
	static Corpus of(Path spec, int generated, Set<Feature> features) throws IOException {
		Corpus corpus = new Corpus(new ArrayList<>(), new ArrayList<>());
		for (int seed = 0; seed < generated; seed++) {
			corpus.binaries.add(ModuleGenerator.generate(seed, features, false).bytes());
		}
		if (Files.isDirectory(spec)) {
			try (Stream<Path> files = Files.walk(spec)) {
				for (Path file : files.filter((each) -> each.toString().endsWith(".wast")).sorted().toList()) {
					corpus.addScript(file);
				}
			}
		}
		return corpus;
	}

	private void addScript(Path file) throws IOException {
		try {
			Script script = ScriptReader.read(file.toString(), Files.readAllBytes(file));
			script.commands().stream().flatMap((command) -> sources(command).stream()).forEach(this::add);
		}
		catch (ModuleException unreadable) {
			this.texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
		}
	}

	private static List<ModuleSource> sources(ScriptCommand command) {
		return switch (command) {
			case ScriptCommand.Definition definition -> List.of(definition.source());
			case ScriptCommand.DefinitionAndInstantiation both -> List.of(both.source());
			case ScriptCommand.AssertMalformed malformed -> List.of(malformed.source());
			case ScriptCommand.AssertInvalid invalid -> List.of(invalid.source());
			case ScriptCommand.AssertUnlinkable unlinkable -> List.of(unlinkable.source());
			case ScriptCommand.AssertUninstantiable trapping -> List.of(trapping.source());
			default -> List.of();
		};
	}

	private void add(ModuleSource source) {
		if (!(source instanceof ModuleSource.Inline inline) || inline.bytes().length > MOST_BYTES) {
			return;
		}
		if (!inline.isText()) {
			this.binaries.add(inline.bytes());
			return;
		}
		this.texts.add(new String(inline.bytes(), StandardCharsets.UTF_8));
		try {
			this.binaries.add(WatParser.parse("corpus", inline.bytes()).binary());
		}
		catch (ModuleException malformed) {
			// Text only.
		}
	}

}
