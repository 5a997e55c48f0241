package dev.graft.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.graft.spring.plugin.WasmPluginMismatchException;
import dev.graft.spring.plugin.WasmPluginMismatchException.Mismatch;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Explains which methods and exports do not fit together, all at once.
class WasmPluginMismatchFailureAnalyzer extends AbstractFailureAnalyzer<WasmPluginMismatchException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WasmPluginMismatchException cause) {
		List<String> problems = new ArrayList<>();
		List<String> actions = new ArrayList<>();
		for (Mismatch mismatch : cause.mismatches()) {
			problems.add("plugin '%s' (%s)%n      %s: %s".formatted(mismatch.plugin(), mismatch.origin(),
					mismatch.method(), mismatch.problem()));
			if (!mismatch.suggestion().isEmpty()) {
				actions.add(mismatch.method() + ": " + mismatch.suggestion());
			}
		}
		return new FailureAnalysis(
				Sentences.list("WebAssembly plugins do not have what their Java interfaces ask for:", problems),
				Sentences.list("Correct the interface, or put a module in place that fits it.", actions), cause);
	}

}
