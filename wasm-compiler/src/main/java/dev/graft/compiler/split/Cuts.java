package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntBiFunction;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Return;

/// Replaces ranges of a body by calls of pieces.
final class Cuts {

	/// Stands where a statement has been that is in a piece now.
	private static final Statement GONE = new Return(null);

	private final BodyFacts facts;

	private final boolean contrary;

	private final Map<Kind, Integer> taken;

	private final BiConsumer<Kind, Integer> transfers;

	/// @param contrary whether as many parameters as possible are passed through fields
	/// @param taken for each kind: how many transfer fields are in use around the body
	/// @param transfers is told how many there have to be
	Cuts(BodyFacts facts, boolean contrary, Map<Kind, Integer> taken, BiConsumer<Kind, Integer> transfers) {
		this.facts = facts;
		this.contrary = contrary;
		this.taken = taken;
		this.transfers = transfers;
	}

	/// Makes pieces of ranges.
	/// @param ranges the ranges, in the order of their positions
	/// @param pieces what becomes of a piece in which so many transfer fields are in use,
	/// and its number; its statements in the body are gone by then
	void make(List<Range> ranges, ToIntBiFunction<Body, Map<Kind, Integer>> pieces) {
		List<Statement> statements = this.facts.body().statements();
		Exits exits = new Exits(this.facts.body());
		List<Statement> remaining = new ArrayList<>();
		int position = 0;
		for (Range range : ranges) {
			remaining.addAll(statements.subList(position, range.from()));
			Outliner outliner = outliner(range, exits);
			Map<Kind, Integer> counts = outliner.layout().counts(this.facts.body().result());
			counts.forEach(this.transfers);
			int number = pieces.applyAsInt(piece(outliner, range), counts);
			outliner.addCall(remaining, number);
			position = range.to();
		}
		remaining.addAll(statements.subList(position, statements.size()));
		exits.place(remaining);
		statements.clear();
		statements.addAll(remaining);
	}

	private Outliner outliner(Range range, Exits exits) {
		Parameters passed = Parameters.of(range.parameters(), this.contrary);
		return new Outliner(this.facts, range, exits, passed, this.taken);
	}

	// A body beyond all measure is not to be there twice.
	private Body piece(Outliner outliner, Range range) {
		Body piece = outliner.piece();
		Collections.fill(this.facts.body().statements().subList(range.from(), range.to()), GONE);
		return piece;
	}

}
