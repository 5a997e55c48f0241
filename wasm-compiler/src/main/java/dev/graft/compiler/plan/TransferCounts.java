package dev.graft.compiler.plan;

import java.util.EnumMap;
import java.util.Map;

import dev.graft.compiler.ir.Kind;

/// How many values of each kind the pieces of any function pass through the instance at
/// once.
final class TransferCounts {

	private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

	void atLeast(Kind kind, int count) {
		this.counts.merge(kind, count, Math::max);
	}

	void atLeast(TransferCounts others) {
		others.counts.forEach(this::atLeast);
	}

	int count(Kind kind) {
		return this.counts.getOrDefault(kind, 0);
	}

}
