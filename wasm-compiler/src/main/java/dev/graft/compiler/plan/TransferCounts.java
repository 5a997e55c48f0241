package dev.graft.compiler.plan;

import java.util.EnumMap;
import java.util.Map;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.pass.Homes;

/// How many values of each kind the pieces of any function pass through the instance at
/// once, and how many live in it.
public final class TransferCounts {

	/// What an instance has room for whose functions have not all been compiled: more
	/// than has been seen in real modules, which is 113 times `int` and 32 times `long`.
	static final TransferCounts RESERVE = reserve();

	private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

	private final Map<Kind, Integer> homes = new EnumMap<>(Kind.class);

	TransferCounts() {
	}

	private static TransferCounts reserve() {
		TransferCounts counts = new TransferCounts();
		counts.atLeast(Kind.INT, 192);
		counts.atLeast(Kind.LONG, 64);
		counts.atLeast(Kind.FLOAT, 32);
		counts.atLeast(Kind.DOUBLE, 64);
		counts.atLeast(Kind.REFERENCE, 64);
		counts.atLeast(Kind.BITS, 4);
		counts.atLeast(Kind.REFERENCES, 4);
		counts.atLeast(Kind.FRAME, 4);
		Homes.ROOM.forEach(counts::atLeastHomes);
		return counts;
	}

	TransferCounts copy() {
		TransferCounts copy = new TransferCounts();
		copy.atLeast(this);
		return copy;
	}

	boolean isWithin(TransferCounts others) {
		return this.counts.entrySet().stream().allMatch((entry) -> entry.getValue() <= others.count(entry.getKey()))
				&& this.homes.entrySet().stream().allMatch((entry) -> entry.getValue() <= others.homes(entry.getKey()));
	}

	void atLeast(Kind kind, int count) {
		this.counts.merge(kind, count, Math::max);
	}

	void atLeast(TransferCounts others) {
		others.counts.forEach(this::atLeast);
		others.homes.forEach(this::atLeastHomes);
	}

	void atLeastHomes(Kind kind, int count) {
		this.homes.merge(kind, count, Math::max);
	}

	int count(Kind kind) {
		return this.counts.getOrDefault(kind, 0);
	}

	int homes(Kind kind) {
		return this.homes.getOrDefault(kind, 0);
	}

}
