package dev.graft.spring.autoconfigure;

import dev.graft.artifact.spi.MissingFeatureException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Explains features of WebAssembly that cannot be on without others.
class MissingFeatureFailureAnalyzer extends AbstractFailureAnalyzer<MissingFeatureException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingFeatureException cause) {
		return new FailureAnalysis(
				"The WebAssembly feature %s is on, and needs %s, which is off.".formatted(cause.feature(),
						cause.missing()),
				"Set wasm.features.%s=true, or wasm.features.%s=false.".formatted(cause.missing(), cause.feature()),
				cause);
	}

}
