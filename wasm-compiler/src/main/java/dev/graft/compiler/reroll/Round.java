package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Place;
import dev.graft.compiler.reroll.Term.Stream;

/// What a straight line of statements computes, in terms of what variables and memory
/// were before it.
final class Round {

	/// A store of a lane.
	///
	/// @param place where to
	/// @param bytes how many bytes
	/// @param value of which the lower bytes are stored
	/// @param position the statement
	/// @param site where the statement is in the module
	record Cell(Place place, int bytes, Term value, int position, int site) {
	}

	/// A load.
	///
	/// @param place where from
	/// @param bytes how many bytes
	/// @param position the statement
	/// @param site where it is in the module
	record Source(Place place, int bytes, int position, int site) {
	}

	private final Terms terms;

	private final Operators operators;

	private final Set<Variable> assigned;

	private final ToIntFunction<Variable> uniform;

	private final Map<Variable, Integer> counted;

	private final Map<Variable, Term> numbers = new HashMap<>();

	private final Map<Variable, Bits> vectors = new HashMap<>();

	private final List<Cell> stores = new ArrayList<>();

	private final List<Source> loads = new ArrayList<>();

	private final Set<Variable> carried = new LinkedHashSet<>();

	private final Set<Variable> carriedNumbers = new LinkedHashSet<>();

	private int position;

	private int forgotten;

	/// @param terms makes the terms
	/// @param assigned which variables the loop assigns
	/// @param uniform from which width on all lanes of a vector are the same
	Round(Terms terms, Set<Variable> assigned, ToIntFunction<Variable> uniform) {
		this(terms, assigned, uniform, Map.of());
	}

	/// @param terms makes the terms
	/// @param assigned which variables the loop assigns
	/// @param uniform from which width on all lanes of a vector are the same
	/// @param counted to which vectors every round adds the same, and how wide lanes are
	Round(Terms terms, Set<Variable> assigned, ToIntFunction<Variable> uniform, Map<Variable, Integer> counted) {
		this.terms = terms;
		this.operators = new Operators(terms);
		this.assigned = assigned;
		this.uniform = uniform;
		this.counted = counted;
	}

	/// Goes on with a statement.
	/// @throws UnevenException if it does something that cannot be told
	void next(Statement statement) {
		switch (statement) {
			case Assign assign when assign.variable().kind() == Kind.VECTOR ->
				this.vectors.put(assign.variable(), vector(assign.value()));
			case Assign assign when assign.variable().kind() == Kind.INT || assign.variable().kind() == Kind.FLOAT ->
				this.numbers.put(assign.variable(), number(assign.value()));
			case Assign assign when assign.variable().kind() == Kind.LONG ->
				this.vectors.put(assign.variable(), half(assign.value()));
			case Store store -> store(store);
			case VectorStore store ->
				store(store.access(), place(store.access(), store.address()), vector(store.value()), Bits.VECTOR_BYTES);
			default -> throw new UnevenException(statement.toString());
		}
		this.position++;
	}

	/// Nothing is known of a variable any more.
	void forget(Variable variable) {
		if (variable.kind() == Kind.INT) {
			this.numbers.put(variable, this.terms.given(variable, Integer.BYTES, this.forgotten++));
			return;
		}
		this.vectors.put(variable, Bits.free((bytes, index) -> {
			throw new UnevenException(variable.toString());
		}));
	}

	/// The stores, in order.
	List<Cell> stores() {
		return this.stores;
	}

	/// The loads, in order.
	List<Source> loads() {
		return this.loads;
	}

	/// The vectors that are read before they are assigned, in the order of these reads.
	Set<Variable> carried() {
		return this.carried;
	}

	/// The numbers that are read before they are assigned.
	Set<Variable> carriedNumbers() {
		return this.carriedNumbers;
	}

	/// What a vector is now.
	Bits vector(Variable vector) {
		Bits known = this.vectors.get(vector);
		if (known != null) {
			return known;
		}
		Integer laneBytes = this.counted.get(vector);
		if (laneBytes != null) {
			known = Bits.counted(this.terms, vector, laneBytes, this.uniform.applyAsInt(vector));
		}
		else if (!this.assigned.contains(vector)) {
			known = Bits.given(this.terms, vector, this.uniform.applyAsInt(vector));
		}
		else {
			this.carried.add(vector);
			known = Bits.carried(this.terms, vector);
		}
		this.vectors.put(vector, known);
		return known;
	}

	/// What an `i32` is now, or the bits of an `f32`.
	Term number(Expression tree) {
		return switch (tree) {
			case Read read when read.kind() != Kind.INT -> real(read);
			case Constant constant -> this.terms.constant((int) constant.bits());
			case Read read -> this.numbers.computeIfAbsent(read.variable(), this::begun);
			case Load load -> number(load);
			case Vector vector -> lane(vector);
			case Numeric numeric -> number(numeric);
			case Select select -> chosen(select);
			default -> throw new UnevenException(tree.toString());
		};
	}

	// Only if the round has computed it.
	private Term real(Read read) {
		Term known = this.numbers.get(read.variable());
		if (known == null) {
			throw new UnevenException(read.toString());
		}
		return known;
	}

	private Term begun(Variable number) {
		if (this.assigned.contains(number)) {
			this.carriedNumbers.add(number);
		}
		return this.terms.variable(number);
	}

	private Term number(Numeric numeric) {
		Term one = number(numeric.operand(0));
		switch (numeric.op()) {
			case I32_POPCNT -> {
				return this.terms.population(one);
			}
			case I32_REINTERPRET_F32, F32_REINTERPRET_I32 -> {
				return one;
			}
			default -> {
				// Of two numbers.
			}
		}
		Term other = (numeric.operandCount() > 1) ? number(numeric.operand(1)) : one;
		return combined(numeric.op(), one, other);
	}

	// The greater or the lesser of two.
	private Term chosen(Select select) {
		if (!(select.operand(2) instanceof Numeric condition) || condition.operandCount() != 2) {
			throw new UnevenException(select.toString());
		}
		Term one = number(select.operand(0));
		Term other = number(select.operand(1));
		Term first = number(condition.operand(0));
		Term second = number(condition.operand(1));
		boolean turned = first.equals(other) && second.equals(one);
		if (!turned && (!first.equals(one) || !second.equals(other))) {
			throw new UnevenException(select.toString());
		}
		return (greater(condition.op(), first, second) == turned) ? this.terms.min(one, other)
				: this.terms.max(one, other);
	}

	private static boolean greater(NumericOp comparison, Term one, Term other) {
		boolean positive = one.least() >= 0 && other.least() >= 0;
		boolean known = switch (comparison) {
			case I32_GT_S, I32_GE_S, I32_LT_S, I32_LE_S -> true;
			case I32_GT_U, I32_GE_U, I32_LT_U, I32_LE_U -> positive;
			default -> false;
		};
		if (!known) {
			throw new UnevenException(comparison.toString());
		}
		return switch (comparison) {
			case I32_GT_S, I32_GE_S, I32_GT_U, I32_GE_U -> true;
			default -> false;
		};
	}

	/// What an operator makes of two numbers.
	/// @throws UnevenException if that is not known here
	Term combined(NumericOp op, Term one, Term other) {
		return switch (op) {
			case I32_ADD -> this.terms.add(one, other);
			case I32_SUB -> this.terms.sub(one, other);
			case I32_MUL -> this.terms.mul(one, other);
			case I32_AND -> this.terms.and(one, other);
			case I32_OR -> this.terms.or(one, other);
			case I32_XOR -> this.terms.xor(one, other);
			case I32_SHL -> this.terms.shl(one, count(other));
			default -> throw new UnevenException(op.toString());
		};
	}

	private static int count(Term shift) {
		if (!shift.isConstant()) {
			throw new UnevenException(shift.toString());
		}
		return shift.value() & (Integer.SIZE - 1);
	}

	private Term number(Load load) {
		Place place = load(load.access(), load.operand(0), load.access().op().bytes());
		return switch (load.access().op()) {
			case I32_LOAD, F32_LOAD -> this.terms.loaded(place, Integer.BYTES);
			case I32_LOAD8_U -> this.terms.loaded(place, 1);
			case I32_LOAD16_U -> this.terms.loaded(place, 2);
			case I32_LOAD8_S -> this.terms.signed(this.terms.loaded(place, 1), Byte.SIZE);
			case I32_LOAD16_S -> this.terms.signed(this.terms.loaded(place, 2), Short.SIZE);
			default -> throw new UnevenException(load.toString());
		};
	}

	private Term lane(Vector extraction) {
		Bits vector = bits(extraction.operand(0));
		return switch (extraction.op()) {
			case I32X4_EXTRACT_LANE, F32X4_EXTRACT_LANE -> vector.lane(Integer.BYTES, extraction.lane());
			case I16X8_EXTRACT_LANE_U -> this.terms.unsigned(vector.lane(2, extraction.lane()), Short.SIZE);
			case I16X8_EXTRACT_LANE_S -> this.terms.signed(vector.lane(2, extraction.lane()), Short.SIZE);
			case I8X16_EXTRACT_LANE_U -> this.terms.unsigned(vector.lane(1, extraction.lane()), Byte.SIZE);
			case I8X16_EXTRACT_LANE_S -> this.terms.signed(vector.lane(1, extraction.lane()), Byte.SIZE);
			default -> throw new UnevenException(extraction.toString());
		};
	}

	// Where a load or store is, and that it is.
	private Place load(Access access, Expression address, int bytes) {
		Place place = place(access, address);
		this.loads.add(new Source(place, bytes, this.position, access.site()));
		return place;
	}

	private Place place(Access access, Expression address) {
		if (address.kind() == Kind.INT && number(address).head() instanceof Head.Sum sum) {
			return new Place(new Stream(access.memoryIndex(), sum.variables()), sum.constant(), access.offset());
		}
		throw new UnevenException(address.toString());
	}

	private void store(Store store) {
		MemoryAccessOp op = store.access().op();
		Place place = place(store.access(), store.address());
		switch (op) {
			case I32_STORE, I32_STORE8, I32_STORE16, F32_STORE -> storeNumber(store, place);
			case I64_STORE -> store(store.access(), place, half(store.value()), Bits.HALF_BYTES);
			default -> throw new UnevenException(store.toString());
		}
	}

	// Several lanes, if it is a part of a vector of narrower ones.
	private void storeNumber(Store store, Place place) {
		int bytes = store.access().op().bytes();
		if (store.value() instanceof Vector vector && isExtraction(vector.op(), bytes)) {
			Bits source = bits(vector.operand(0));
			if (source.laneBytes() != 0 && source.laneBytes() < bytes) {
				store(store.access(), place, Bits.part(source, bytes, vector.lane()), bytes);
				return;
			}
		}
		this.stores.add(new Cell(place, bytes, number(store.value()), this.position, store.access().site()));
	}

	private static boolean isExtraction(VectorOp op, int bytes) {
		return switch (op) {
			case I32X4_EXTRACT_LANE -> bytes == Integer.BYTES;
			case I16X8_EXTRACT_LANE_U, I16X8_EXTRACT_LANE_S -> bytes == Short.BYTES;
			default -> false;
		};
	}

	private void store(Access access, Place place, Bits value, int bytes) {
		int laneBytes = (value.laneBytes() == 0) ? Integer.BYTES : value.laneBytes();
		for (int lane = 0; lane < bytes / laneBytes; lane++) {
			this.stores.add(new Cell(place.further((long) lane * laneBytes), laneBytes, value.lane(laneBytes, lane),
					this.position, access.site()));
		}
	}

	// A vector, or a constant one.
	private Bits bits(Expression operand) {
		return switch (operand) {
			case VectorConstant constant -> Bits.constant(this.terms, constant);
			case Read read -> vector(read.variable());
			default -> throw new UnevenException(operand.toString());
		};
	}

	private Bits vector(Expression value) {
		return switch (value) {
			case VectorLoad load -> Bits.loaded(this.terms, load(load.access(), load.operand(0), Bits.VECTOR_BYTES));
			case VectorOfHalves halves -> Bits.joined(half(halves.operand(0)), half(halves.operand(1)));
			case Vector vector -> computed(vector);
			default -> bits(value);
		};
	}

	// What an `i64` is that holds half of a vector.
	private Bits half(Expression value) {
		return switch (value) {
			case Constant constant -> Bits.constant(this.terms, new VectorConstant(constant.bits(), 0));
			case Load load when load.access().op() == MemoryAccessOp.I64_LOAD ->
				Bits.loaded(this.terms, load(load.access(), load.operand(0), Bits.HALF_BYTES));
			case Vector vector when vector.op() == VectorOp.I64X2_EXTRACT_LANE ->
				Bits.half(bits(vector.operand(0)), vector.lane());
			case Read read when this.vectors.containsKey(read.variable()) -> vector(read.variable());
			default -> throw new UnevenException(value.toString());
		};
	}

	private Bits computed(Vector vector) {
		return switch (vector.op()) {
			case I8X16_SPLAT -> splat(1, vector);
			case I16X8_SPLAT -> splat(2, vector);
			case I32X4_SPLAT, F32X4_SPLAT -> splat(Integer.BYTES, vector);
			case I8X16_REPLACE_LANE -> replaced(1, vector);
			case I16X8_REPLACE_LANE -> replaced(2, vector);
			case I32X4_REPLACE_LANE, F32X4_REPLACE_LANE -> replaced(Integer.BYTES, vector);
			default -> {
				List<Bits> operands = new ArrayList<>();
				for (int number = 0; number < vector.operandCount(); number++) {
					if (vector.operand(number).kind() == Kind.VECTOR) {
						operands.add(bits(vector.operand(number)));
					}
				}
				yield this.operators.vector(vector, operands.toArray(new Bits[0]));
			}
		};
	}

	private Bits splat(int bytes, Vector splat) {
		Term value = number(splat.operand(0));
		return Bits.of(this.terms, bytes, (lane) -> value);
	}

	private Bits replaced(int bytes, Vector replacing) {
		Bits before = bits(replacing.operand(0));
		Term value = number(replacing.operand(1));
		return Bits.of(this.terms, bytes, (lane) -> (lane == replacing.lane()) ? value : before.lane(bytes, lane));
	}

}
