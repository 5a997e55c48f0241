package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Takes four or eight bytes that are loaded into an empty vector out of a vector that has
/// been loaded from around there.
///
/// Who extends bytes to 32 bits needs four at a time, and C compilers load them one four
/// after the other, the first one with all sixteen, or with all eight.
final class PartialLoads {

	private static final int BYTES = 16;

	/// So many are remembered.
	private static final int MOST = 16;

	private final List<Loaded> loaded = new ArrayList<>();

	/// Control may come from elsewhere.
	void forget() {
		this.loaded.clear();
	}

	/// What a statement changes is no longer what has been loaded.
	void next(Statement statement) {
		if ((statement.effects() & Effects.WRITES_MEMORY) != 0) {
			this.loaded.clear();
		}
		if (statement instanceof Assign assign) {
			this.loaded.removeIf((load) -> load.address.base == assign.variable());
		}
	}

	/// Remembers a vector that is loaded.
	void assigned(Assign assign) {
		if (assign.variable().isTemporary() && assign.value() instanceof VectorLoad load) {
			remember(assign.variable(), Address.of(load.access(), load.operand(0)), BYTES);
		}
		else if (assign.variable().isTemporary() && assign.value() instanceof VectorOfHalves halves
				&& halves.operand(0) instanceof Load load && load.access().op() == MemoryAccessOp.I64_LOAD) {
			remember(assign.variable(), Address.of(load.access(), load.operand(0)), Long.BYTES);
		}
	}

	private void remember(Variable vector, @Nullable Address address, int bytes) {
		if (address != null) {
			if (this.loaded.size() == MOST) {
				this.loaded.removeFirst();
			}
			this.loaded.add(new Loaded(vector, address, bytes));
		}
	}

	/// A vector of which only a part is loaded, from what has been loaded, or the same.
	Expression reused(Expression value) {
		if (value instanceof VectorOfHalves halves && halves.operand(1) instanceof Constant high && high.bits() == 0
				&& halves.operand(0) instanceof Load load && load.access().op() == MemoryAccessOp.I64_LOAD) {
			return part(load, Long.BYTES, value);
		}
		boolean single = value instanceof Vector vector && vector.op() == VectorOp.I32X4_REPLACE_LANE
				&& vector.lane() == 0 && vector.operand(0) instanceof VectorConstant constant
				&& (constant.low() | constant.high()) == 0;
		return (single && value.operand(1) instanceof Load load && load.access().op() == MemoryAccessOp.I32_LOAD)
				? part(load, Integer.BYTES, value) : value;
	}

	private Expression part(Load load, int bytes, Expression otherwise) {
		Address address = Address.of(load.access(), load.operand(0));
		for (Loaded vector : this.loaded) {
			int distance = (address != null) ? address.from(vector.address) : -1;
			if (distance >= 0 && distance + bytes <= vector.bytes) {
				return Vector.shuffle(places(distance, bytes), Read.of(vector.vector), new VectorConstant(0, 0));
			}
		}
		return otherwise;
	}

	private static byte[] places(int from, int count) {
		byte[] places = new byte[BYTES];
		for (int place = 0; place < BYTES; place++) {
			places[place] = (byte) ((place < count) ? from + place : place + BYTES);
		}
		return places;
	}

	/// @param vector what has been loaded
	/// @param address from where
	/// @param bytes how many of its bytes
	private record Loaded(Variable vector, Address address, int bytes) {
	}

	/// A variable and a constant, and what the instruction adds without wrapping around.
	///
	/// The distance is known if the constant of the part is not the lesser one: if only
	/// its sum wrapped around, the vector would end behind the end of the largest memory.
	/// The sum of a lesser constant may be below zero and wrap around, so that the part
	/// is out of bounds while the vector is not.
	///
	/// @param memory the memory
	/// @param offset what the instruction adds
	/// @param base the variable
	/// @param constant what is added to it
	private record Address(int memory, long offset, Variable base, int constant) {

		static @Nullable Address of(Access access, Expression tree) {
			boolean sum = tree instanceof Numeric numeric && numeric.op() == NumericOp.I32_ADD
					&& numeric.operand(1) instanceof Constant;
			Expression base = sum ? tree.operand(0) : tree;
			int constant = sum ? (int) ((Constant) tree.operand(1)).bits() : 0;
			return (base instanceof Read read)
					? new Address(access.memoryIndex(), access.offset(), read.variable(), constant) : null;
		}

		int from(Address vector) {
			if (this.memory != vector.memory || this.base != vector.base) {
				return -1;
			}
			long further = Integer.toUnsignedLong(this.constant - vector.constant);
			long distance = further + this.offset - vector.offset;
			return (further <= Integer.MAX_VALUE && distance == (int) distance) ? (int) distance : -1;
		}

	}

}
