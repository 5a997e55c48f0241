package dev.graft.spring.autoconfigure;

import dev.graft.spring.plugin.InvalidPluginInterfaceException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Explains annotations in the wrong place.
class InvalidPluginInterfaceFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPluginInterfaceException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidPluginInterfaceException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", Sentences.sentence(cause.action()), cause);
	}

}
