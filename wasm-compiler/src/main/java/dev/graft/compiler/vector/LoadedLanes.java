package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
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

	/// The variables that are another one and a constant at the moment.
	private final Map<Variable, Sum> sums = new HashMap<>();

	/// The sums of a variable.
	private final Map<Variable, List<Variable>> readers = new HashMap<>();

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
			this.sums.clear();
			this.readers.clear();
		}
		if (statement instanceof Assign assign && assign.variable().kind() != Kind.VECTOR) {
			assigned(assign.variable(), Sum.of(assign.value()));
		}
	}

	private void assigned(Variable target, @Nullable Sum value) {
		Sum sum = (value != null) ? resolved(value) : null;
		this.lanes.remove(target);
		this.sums.remove(target);
		this.readers.getOrDefault(target, List.of()).forEach(this.sums::remove);
		this.readers.remove(target);
		if (sum != null && sum.variable != target) {
			this.sums.put(target, sum);
			this.readers.computeIfAbsent(sum.variable, (key) -> new ArrayList<>()).add(target);
		}
	}

	private Sum resolved(Sum sum) {
		Sum base = this.sums.get(sum.variable);
		return (base != null) ? new Sum(base.variable, base.constant + sum.constant) : sum;
	}

	/// Where a lane comes from; null if it may be another number the next time, or if
	/// that cannot be told.
	/// @param vector the access of the whole vector
	/// @param address its address, without the offset
	/// @param lane the access of the lane, from where the vector begins
	@Nullable Place place(Access vector, Expression address, Access lane) {
		Sum sum = Sum.of(address);
		if (sum == null || this.shared.test(vector.memoryIndex())) {
			return null;
		}
		Sum from = resolved(sum);
		return new Place(vector.memoryIndex(), from.variable, from.constant + vector.offset() + lane.offset(),
				lane.op());
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

	/// A place in a memory. Two sums that are the same modulo 2^32 are the same address
	/// if
	/// both are in bounds, which has been checked for each whole vector: otherwise one of
	/// them would be 4 GiB behind the other.
	///
	/// @param memory the memory
	/// @param base a variable
	/// @param distance what is added to it
	/// @param op how it is loaded
	record Place(int memory, Variable base, long distance, MemoryAccessOp op) {
	}

	/// @param variable a variable
	/// @param constant what is added to it, modulo 2^32 if it is an `i32`
	private record Sum(Variable variable, int constant) {

		static @Nullable Sum of(Expression tree) {
			boolean sum = tree instanceof Numeric numeric && numeric.op() == NumericOp.I32_ADD
					&& numeric.operand(1) instanceof Constant;
			int constant = sum ? (int) ((Constant) tree.operand(1)).bits() : 0;
			return ((sum ? tree.operand(0) : tree) instanceof Read read) ? new Sum(read.variable(), constant) : null;
		}

	}

}
