package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.pass.KnownSums;
import org.jspecify.annotations.Nullable;

/// Lanes that have been loaded with another vector in the same straight line.
///
/// A filter loads a vector for each of its factors, each of them one lane further on, as
/// a processor with vectors loads four lanes as fast as one. Taken apart, most lanes would
/// be loaded as often as there are lanes.
final class LoadedLanes {

	private final IntPredicate shared;

	/// By the variable that their addresses begin with.
	private final Map<Variable, Map<Place, Expression>> lanes = new HashMap<>();

	private KnownSums sums = new KnownSums();

	/// @param shared whether other threads may change what is in a memory, by its index
	LoadedLanes(IntPredicate shared) {
		this.shared = shared;
	}

	/// A statement has been expanded: what it changes is not known any more.
	void behind(Statement statement) {
		if (statement instanceof Mark || (statement.effects() & Effects.WRITES_MEMORY) != 0) {
			this.lanes.clear();
		}
		if (statement instanceof Mark) {
			this.sums = new KnownSums();
		}
		else if (statement instanceof Assign assign) {
			this.sums.pass(assign);
			this.lanes.remove(assign.variable());
		}
	}

	/// Where a lane comes from; null if it may be another number the next time, or if
	/// that cannot be told.
	/// @param vector the access of the whole vector
	/// @param address its address, without the offset
	/// @param lane the access of the lane, from where the vector begins
	@Nullable Place place(Access vector, Expression address, Access lane) {
		KnownSums.Sum sum = this.sums.sum(address);
		if (sum == null || sum.variable() == null || this.shared.test(vector.memoryIndex())) {
			return null;
		}
		long constant = (address.kind() == Kind.INT) ? (int) sum.constant() : sum.constant();
		return new Place(vector.memoryIndex(), sum.variable(), constant + vector.offset() + lane.offset(), lane.op());
	}

	/// What has been loaded from a place; null if nothing has.
	@Nullable Expression at(Place place) {
		return this.lanes.getOrDefault(place.base, Map.of()).get(place);
	}

	/// Remembers what has been loaded, if that lasts.
	void loaded(Place place, Expression lane) {
		if (lane.isStable()) {
			this.lanes.computeIfAbsent(place.base, (key) -> new HashMap<>()).put(place, lane);
		}
	}

	/// A place in a memory. Two sums that are the same modulo 2^32, or 2^64, are the same
	/// address if both are in bounds, which has been checked for each whole vector:
	/// otherwise one of them would be as far behind the other.
	///
	/// @param memory the memory
	/// @param base a variable
	/// @param distance what is added to it
	/// @param op how it is loaded
	record Place(int memory, Variable base, long distance, MemoryAccessOp op) {
	}

}
