package dev.graft.compiler;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.text.WatParser;
import dev.graft.compiler.validate.DiscardingSink;
import dev.graft.compiler.validate.FunctionValidator;
import dev.graft.compiler.validate.ModuleValidator;
import java.util.Set;

/// Modules written as text.
public final class Wat {

	private Wat() {
	}

	/// A module that is decoded but not validated.
	public static ModuleModel decode(String text) {
		return decode(text, Feature.WASM2);
	}

	/// A module that is decoded but not validated.
	public static ModuleModel decode(String text, Set<Feature> features) {
		return ModuleDecoder.decode("test.wat", WatParser.parse("test.wat", text).binary(), features);
	}

	/// Validates a module and all of its bodies.
	public static void validate(ModuleModel module) {
		ModuleValidator.validate(module);
		FunctionValidator bodies = new FunctionValidator(module);
		for (int i = module.importedFunctionCount(); i < module.functionCount(); i++) {
			bodies.validateBody(i, DiscardingSink.INSTANCE);
		}
	}

}
