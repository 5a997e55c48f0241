package dev.graft.compiler.emit;

import dev.graft.compiler.pass.Analysis;

/// Where in a body the statement is that is being emitted.
final class Whereabouts {

	private final Analysis analysis;

	private int position;

	Whereabouts(Analysis analysis) {
		this.analysis = analysis;
	}

	void moveTo(int position) {
		this.position = position;
	}

	/// The number of the straight line.
	int line() {
		return this.analysis.graph().lineAt(this.position);
	}

	/// Whether it is in a loop of the body.
	boolean isInLoop() {
		return this.analysis.loops().depth(this.position) > 0;
	}

}
