package dev.graft.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.print.WatPrinter;
import dev.graft.compiler.text.WatParser;
import dev.graft.compiler.validate.DiscardingSink;
import dev.graft.compiler.validate.FunctionValidator;
import dev.graft.compiler.validate.ModuleValidator;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The text parser and its writer, the decoder and the printer hold each other: what is
/// printed is read again as what it was.
class TextRoundTripTests {

	private static final Set<Feature> EVERYTHING = EnumSet.allOf(Feature.class);

	/// A printed module is parsed to one that prints the same, and that does the same.
	@Test
	void generatedModulesComeBack() {
		try (Engine engine = Engine.create(EngineConfig.builder().features(EVERYTHING).build())) {
			for (long seed = 0; seed < 150; seed++) {
				GeneratedModule module = ModuleGenerator.generate(seed, Campaign.FEATURES, true);
				byte[] again = again("seed " + seed, module.bytes());
				Plan plan = Plan.of(module);
				assertThat(Agreement.difference(GraftRun.run(engine, engine.load("seed " + seed, module.bytes()), plan),
						GraftRun.run(engine, engine.load("seed " + seed + ", printed", again), plan)))
					.as("seed %d", seed)
					.isEmpty();
			}
		}
	}

	/// Of the suite's modules, in the text format and in the binary one, those that are
	/// valid.
	@Test
	void theSuitesModulesComeBack() throws IOException {
		Path spec = Path.of(System.getProperty("graft.spec.dir", "../../shared/spec"));
		Corpus corpus = Corpus.of(spec, 10, Campaign.FEATURES);
		int printed = 0;
		for (byte[] module : corpus.binaries()) {
			if (isValid(module)) {
				again("module", module);
				printed++;
			}
		}
		System.out.println("%d modules of %d printed and read again".formatted(printed, corpus.binaries().size()));
		assertThat(printed).isPositive();
	}

	private static boolean isValid(byte[] binary) {
		try {
			ModuleModel module = ModuleDecoder.decode("module", binary, EVERYTHING);
			ModuleValidator.validate(module);
			FunctionValidator bodies = new FunctionValidator(module);
			for (int function = module.importedFunctionCount(); function < module.functionCount(); function++) {
				bodies.validateBody(function, DiscardingSink.INSTANCE);
			}
			return true;
		}
		catch (ModuleException refused) {
			return false;
		}
	}

	/// Prints and parses a module that is valid.
	private static byte[] again(String name, byte[] binary) {
		ModuleModel model = ModuleDecoder.decode(name, binary, EVERYTHING);
		String text = WatPrinter.print(model);
		byte[] parsed;
		try {
			parsed = WatParser.parse(name, text).binary();
			String next = WatPrinter.print(ModuleDecoder.decode(name, parsed, EVERYTHING));
			assertThat(next).isEqualTo(text);
		}
		catch (ModuleException refused) {
			throw new AssertionError("what is printed is refused:\n" + text, refused);
		}
		return parsed;
	}

}
