package dev.graft.compiler.plan;

import java.util.EnumMap;
import java.util.Map;

import dev.graft.compiler.ir.Kind;

/// How many values of each kind the pieces of any function pass through the instance at
/// once.
public final class TransferCounts {

	/// What an instance has room for whose functions have not all been compiled: more
	/// than has been seen in real modules, which is 113 times `int` and 32 times `long`.
	static final TransferCounts RESERVE = reserve();

	private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

	TransferCounts() {
	}

	private static TransferCounts reserve() {
		TransferCounts counts = new TransferCounts();
		counts.atLeast(Kind.INT, 256);
		counts.atLeast(Kind.LONG, 96);
		counts.atLeast(Kind.FLOAT, 160);
		counts.atLeast(Kind.DOUBLE, 96);
		counts.atLeast(Kind.REFERENCE, 64);
		counts.atLeast(Kind.BITS, 4);
		counts.atLeast(Kind.REFERENCES, 4);
		return counts;
	}

	TransferCounts copy() {
		TransferCounts copy = new TransferCounts();
		copy.atLeast(this);
		return copy;
	}

	boolean isWithin(TransferCounts others) {
		return this.counts.entrySet().stream().allMatch((entry) -> entry.getValue() <= others.count(entry.getKey()));
	}

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
