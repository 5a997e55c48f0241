package dev.graft.compiler.pass;

import dev.graft.compiler.ir.Body;
import org.jspecify.annotations.Nullable;

/// The analysis of a body, made when it is first asked for, as most bodies have nothing
/// that a pass would have to ask about.
final class AnalysisOnDemand {

	private final Body body;

	private @Nullable Analysis analysis;

	AnalysisOnDemand(Body body) {
		this.body = body;
	}

	/// The body as it was when this was called first.
	Analysis get() {
		Analysis known = this.analysis;
		if (known == null) {
			known = Analysis.of(this.body);
			this.analysis = known;
		}
		return known;
	}

}
