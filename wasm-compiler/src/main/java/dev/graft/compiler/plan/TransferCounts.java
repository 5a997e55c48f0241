package dev.graft.compiler.plan;

import dev.graft.compiler.ir.Kind;

/// How many values of each kind the pieces of any function pass through the instance at once.
final class TransferCounts {

	private final int[] counts = new int[Kind.values().length];

	void atLeast(Kind kind, int count) {
		this.counts[kind.ordinal()] = Math.max(this.counts[kind.ordinal()], count);
	}

	void atLeast(TransferCounts others) {
		for (Kind kind : Kind.values()) {
			atLeast(kind, others.count(kind));
		}
	}

	int count(Kind kind) {
		return this.counts[kind.ordinal()];
	}

}
