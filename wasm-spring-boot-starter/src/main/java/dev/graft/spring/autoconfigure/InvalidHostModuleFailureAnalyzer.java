package dev.graft.spring.autoconfigure;

import dev.graft.spring.host.InvalidHostModuleException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Explains host functions that cannot work.
class InvalidHostModuleFailureAnalyzer extends AbstractFailureAnalyzer<InvalidHostModuleException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidHostModuleException cause) {
		return new FailureAnalysis(
				Sentences.list("Host functions for WebAssembly plugins cannot be offered:", cause.problems()),
				"Correct the @HostModule beans named above. Names that are taken can be changed with @HostFunction(\"…\").",
				cause);
	}

}
