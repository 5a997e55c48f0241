package dev.graft.compiler.reroll;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.CountedLoop;
import dev.graft.compiler.reroll.Term.Head;

/// The last round of a loop over vectors behind a loop over elements. Of what the rounds
/// before it have left it finds only what changes evenly, and the lanes that are handed on.
final class LastRound {

	private final Round round;

	private final List<State> states;

	private final CountedLoop loop;

	private final Set<Variable> assigned;

	private final Set<Term> seen = new HashSet<>();

	/// @param assigned which variables the loop assigns
	LastRound(Round round, List<State> states, CountedLoop loop, Set<Variable> assigned) {
		this.round = round;
		this.states = states;
		this.loop = loop;
		this.assigned = assigned;
	}

	/// Whether a variable that the loop assigns is what it should be when the round ends.
	/// @throws UnevenException if that is not known
	boolean finds(Variable variable) {
		return switch (variable.kind()) {
			case INT, FLOAT -> finds(this.round.number(Read.of(variable)));
			case LONG -> finds(this.round.vector(variable), Bits.HALF_BYTES);
			default -> finds(this.round.vector(variable), Bits.VECTOR_BYTES);
		};
	}

	private boolean finds(Bits bits, int bytes) {
		int laneBytes = (bits.laneBytes() == 0) ? Integer.BYTES : bits.laneBytes();
		for (int lane = 0; lane < bytes / laneBytes; lane++) {
			if (!finds(bits.lane(laneBytes, lane))) {
				return false;
			}
		}
		return true;
	}

	private boolean finds(Term term) {
		if (!this.seen.add(term)) {
			return true;
		}
		return switch (term.head()) {
			case Head.Carried _ -> this.states.stream().anyMatch((state) -> state.slot().equals(term));
			case Head.Sum sum -> sum.variables()
				.stream()
				.noneMatch((variable) -> this.assigned.contains(variable) && this.loop.stride(variable) == 0);
			default -> term.operands().stream().allMatch(this::finds);
		};
	}

}
