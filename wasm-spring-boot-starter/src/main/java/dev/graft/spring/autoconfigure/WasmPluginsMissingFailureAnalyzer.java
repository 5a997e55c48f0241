package dev.graft.spring.autoconfigure;

import dev.graft.spring.reload.WasmPluginsMissingException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Explains which plugins cannot be had.
class WasmPluginsMissingFailureAnalyzer extends AbstractFailureAnalyzer<WasmPluginsMissingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WasmPluginsMissingException cause) {
		return new FailureAnalysis(Sentences.list("WebAssembly plugins cannot be had:", cause.problems()),
				"Put usable modules in place, or let the application start without them: wasm.plugins.startup=lenient.",
				cause);
	}

}
