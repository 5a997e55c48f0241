package dev.graft.compiler.ir;

import java.util.List;
import java.util.function.Consumer;

import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.type.HeapType;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// A tree that computes a value, or just does something if its kind is [Kind#VOID].
///
/// Operands are evaluated from left to right, then the node itself. Trees are immutable;
/// a tree stands in one place only, as evaluating it twice would repeat its effects. What
/// is asked for often is computed once, when the node is made.
public abstract sealed class Expression {

	private static final Expression[] NO_OPERANDS = new Expression[0];

	private final Kind kind;

	private final Expression[] operands;

	private final int effects;

	private final long reads;

	private final int depth;

	private final int nodes;

	private final boolean vectors;

	private Expression(Kind kind, int ownEffects, long ownReads, Expression... operands) {
		int effects = ownEffects;
		long reads = ownReads;
		int depth = 0;
		int nodes = 1;
		boolean vectors = kind == Kind.VECTOR;
		for (Expression operand : operands) {
			vectors |= operand.vectors;
			effects |= operand.effects;
			reads |= operand.reads;
			depth = Math.max(depth, operand.depth);
			nodes += operand.nodes;
		}
		this.kind = kind;
		this.operands = operands;
		this.effects = effects;
		this.reads = reads;
		this.depth = depth + 1;
		this.nodes = nodes;
		this.vectors = vectors;
	}

	/// Whether there are vectors in the tree, which have to be taken apart.
	public final boolean hasVectors() {
		return this.vectors;
	}

	/// What it leaves on the JVM's stack.
	public final Kind kind() {
		return this.kind;
	}

	/// The [Effects] of the whole tree.
	public final int effects() {
		return this.effects;
	}

	/// How many nodes are on the longest way down.
	public final int depth() {
		return this.depth;
	}

	/// How many nodes there are.
	public final int nodes() {
		return this.nodes;
	}

	/// How many operands the topmost node has.
	public final int operandCount() {
		return this.operands.length;
	}

	/// An operand of the topmost node.
	public final Expression operand(int number) {
		return this.operands[number];
	}

	/// Whether the tree reads a variable.
	public final boolean reads(Variable variable) {
		if ((this.reads & variable.bit()) == 0) {
			return false;
		}
		if (readsByItself(variable)) {
			return true;
		}
		for (Expression operand : this.operands) {
			if (operand.reads(variable)) {
				return true;
			}
		}
		return false;
	}

	/// Whether the topmost node reads a variable.
	boolean readsByItself(Variable variable) {
		return false;
	}

	/// Hands over every variable that the tree reads, once for each time.
	public final void forEachRead(Consumer<Variable> action) {
		for (Expression operand : this.operands) {
			operand.forEachRead(action);
		}
		switch (this) {
			case Read read -> action.accept(read.variable);
			case Load load -> load.access.forEachRead(action);
			case CheckedAddress checked -> checked.access.forEachRead(action);
			default -> {
			}
		}
	}

	/// Whether evaluating it now or later makes no difference, whatever happens between.
	public final boolean isStable() {
		return this instanceof Constant || this instanceof VectorConstant
				|| this instanceof Read read && read.variable.isTemporary()
				|| this instanceof GlobalGet && this.effects == Effects.NONE;
	}

	/// The same node over other operands.
	public abstract Expression with(Expression[] operands);

	/// A constant; null is the reference with bits `0`.
	public static final class Constant extends Expression {

		private final long bits;

		private Constant(Kind kind, long bits) {
			super(kind, Effects.NONE, 0, NO_OPERANDS);
			this.bits = bits;
		}

		/// Its bits: an `i32` sign-extended, floats as they are in memory.
		public long bits() {
			return this.bits;
		}

		/// An `i32`.
		public static Constant ofInt(int value) {
			return new Constant(Kind.INT, value);
		}

		/// A number by its bits, or null.
		public static Constant of(Kind kind, long bits) {
			return new Constant(kind, bits);
		}

		/// Zero, or null.
		public static Constant zero(Kind kind) {
			return new Constant(kind, 0);
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return this.bits + ":" + kind().descriptor().charAt(0);
		}

	}

	/// The value of a variable.
	public static final class Read extends Expression {

		private final Variable variable;

		/// Reads `variable`.
		public Read(Variable variable) {
			super(variable.kind(), Effects.NONE, variable.bit(), NO_OPERANDS);
			this.variable = variable;
		}

		/// The variable.
		public Variable variable() {
			return this.variable;
		}

		@Override
		boolean readsByItself(Variable variable) {
			return this.variable == variable;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return this.variable.toString();
		}

	}

	/// A number from numbers.
	public static final class Numeric extends Expression {

		private final NumericOp op;

		private final int site;

		/// @param op the operator
		/// @param site where it is if it can trap, otherwise 0
		/// @param operands one or two
		public Numeric(NumericOp op, int site, Expression... operands) {
			super(Kind.of(op.signature().result()), trapsWith(op, operands) ? Effects.TRAPS : Effects.NONE, 0,
					operands);
			this.op = op;
			this.site = site;
		}

		/// Whether an operator can trap at all.
		public static boolean canTrap(NumericOp op) {
			return switch (op) {
				case I32_DIV_S, I32_DIV_U, I32_REM_S, I32_REM_U, I64_DIV_S, I64_DIV_U, I64_REM_S, I64_REM_U,
						I32_TRUNC_F32_S, I32_TRUNC_F32_U, I32_TRUNC_F64_S, I32_TRUNC_F64_U, I64_TRUNC_F32_S,
						I64_TRUNC_F32_U, I64_TRUNC_F64_S, I64_TRUNC_F64_U ->
					true;
				default -> false;
			};
		}

		/// Whether an operator divides.
		public static boolean isDivision(NumericOp op) {
			return switch (op) {
				case I32_DIV_S, I32_DIV_U, I32_REM_S, I32_REM_U, I64_DIV_S, I64_DIV_U, I64_REM_S, I64_REM_U -> true;
				default -> false;
			};
		}

		private static boolean trapsWith(NumericOp op, Expression[] operands) {
			return canTrap(op) && !(isDivision(op) && isHarmlessDivisor(operands[1]));
		}

		/// Whether dividing by it cannot trap: a constant that is neither 0 (division by
		/// zero) nor -1 (overflow).
		public static boolean isHarmlessDivisor(Expression divisor) {
			return divisor instanceof Constant constant && constant.bits() != 0 && constant.bits() != -1;
		}

		/// The operator.
		public NumericOp op() {
			return this.op;
		}

		/// Where it is if it can trap, otherwise 0.
		public int site() {
			return this.site;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Numeric(this.op, this.site, operands);
		}

		@Override
		public String toString() {
			return "(" + this.op + list(this) + ")";
		}

	}

	/// One of two values, both computed. The condition is the last operand.
	public static final class Select extends Expression {

		/// `whenTrue` if the condition is not zero.
		public Select(Expression whenTrue, Expression whenFalse, Expression condition) {
			super(whenTrue.kind(), Effects.NONE, 0, whenTrue, whenFalse, condition);
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Select(operands[0], operands[1], operands[2]);
		}

		@Override
		public String toString() {
			return "(select" + list(this) + ")";
		}

	}

	/// A load.
	public static final class Load extends Expression {

		private final Access access;

		/// @param access what it does
		/// @param address the address without the offset
		public Load(Access access, Expression address) {
			super(Kind.of(access.op().type()),
					access.checked() ? Effects.READS_MEMORY : Effects.READS_MEMORY | Effects.READS_SIZE | Effects.TRAPS,
					access.reads(), address);
			this.access = access;
		}

		/// What it does.
		public Access access() {
			return this.access;
		}

		@Override
		boolean readsByItself(Variable variable) {
			return this.access.reads(variable);
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Load(this.access, operands[0]);
		}

		@Override
		public String toString() {
			return "(" + this.access + list(this) + ")";
		}

	}

	/// An address at which several loads or stores are going to happen that an
	/// instruction makes at once: checked, and counted from the beginning of the memory.
	public static final class CheckedAddress extends Expression {

		private final Access access;

		private final int bytes;

		/// @param access what is accessed; its operator does not matter
		/// @param bytes how many bytes are accessed in all
		/// @param address the address without the offset
		public CheckedAddress(Access access, int bytes, Expression address) {
			super(Kind.LONG, Effects.READS_SIZE | Effects.TRAPS, access.reads(), address);
			this.access = access;
			this.bytes = bytes;
		}

		/// What is accessed.
		public Access access() {
			return this.access;
		}

		/// How many bytes are accessed in all.
		public int bytes() {
			return this.bytes;
		}

		@Override
		boolean readsByItself(Variable variable) {
			return this.access.reads(variable);
		}

		@Override
		public Expression with(Expression[] operands) {
			return new CheckedAddress(this.access, this.bytes, operands[0]);
		}

		@Override
		public String toString() {
			return "(check " + this.bytes + " +" + this.access.offset() + list(this) + ")";
		}

	}

	/// A vector that is known.
	public static final class VectorConstant extends Expression {

		private final long low;

		private final long high;

		/// @param low the lower half, which holds the first lanes
		/// @param high the upper half
		public VectorConstant(long low, long high) {
			super(Kind.VECTOR, Effects.NONE, 0, NO_OPERANDS);
			this.low = low;
			this.high = high;
		}

		/// The lower half, which holds the first lanes.
		public long low() {
			return this.low;
		}

		/// The upper half.
		public long high() {
			return this.high;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return "%016x%016x:V".formatted(this.high, this.low);
		}

	}

	/// A vector from its halves, two `i64`: what a vector is made of again that has come
	/// from elsewhere.
	public static final class VectorOfHalves extends Expression {

		/// @param low the lower half, which holds the first lanes
		/// @param high the upper half
		public VectorOfHalves(Expression low, Expression high) {
			super(Kind.VECTOR, Effects.NONE, 0, low, high);
		}

		@Override
		public Expression with(Expression[] operands) {
			return new VectorOfHalves(operands[0], operands[1]);
		}

		@Override
		public String toString() {
			return "(halves" + list(this) + ")";
		}

	}

	/// A vector from vectors, a number from a vector, or a vector from a number.
	public static final class Vector extends Expression {

		private static final byte[] NO_LANES = {};

		private final VectorOp op;

		private final int lane;

		private final byte[] lanes;

		private Vector(VectorOp op, int lane, byte[] lanes, Expression... operands) {
			super(Kind.of(op.signature().result()), Effects.NONE, 0, operands);
			this.op = op;
			this.lane = lane;
			this.lanes = lanes;
		}

		/// @param op the operator
		/// @param lane the lane that the instruction names, if it does
		/// @param operands its operands
		public static Vector of(VectorOp op, int lane, Expression... operands) {
			return new Vector(op, lane, NO_LANES, operands);
		}

		/// `i8x16.shuffle`
		/// @param lanes the sixteen lanes; never written to
		public static Vector shuffle(byte[] lanes, Expression... operands) {
			return new Vector(VectorOp.I8X16_SHUFFLE, 0, lanes, operands);
		}

		/// One half of a vector, as an `i64`.
		/// @param half 0 for the lower one, 1 for the upper one
		public static Vector half(int half, Expression vector) {
			return of(VectorOp.I64X2_EXTRACT_LANE, half, vector);
		}

		/// The operator.
		public VectorOp op() {
			return this.op;
		}

		/// The lane that the instruction names.
		public int lane() {
			return this.lane;
		}

		/// The lane that a shuffle names for a place.
		public int lane(int place) {
			return this.lanes[place];
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Vector(this.op, this.lane, this.lanes, operands);
		}

		@Override
		public String toString() {
			return "(" + this.op + list(this) + ")";
		}

	}

	/// A load of a whole vector.
	public static final class VectorLoad extends Expression {

		private final Access access;

		/// @param access what it does; its operator does not matter
		/// @param address the address without the offset
		public VectorLoad(Access access, Expression address) {
			super(Kind.VECTOR, Effects.READS_MEMORY | Effects.READS_SIZE | Effects.TRAPS, 0, address);
			this.access = access;
		}

		/// What it does.
		public Access access() {
			return this.access;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new VectorLoad(this.access, operands[0]);
		}

		@Override
		public String toString() {
			return "(v128.load +" + this.access.offset() + list(this) + ")";
		}

	}

	/// An instruction on vectors that are held as objects of the Vector API.
	public static final class RegisterOperation extends Expression {

		private final Op op;

		private final int lane;

		private RegisterOperation(Op op, int lane, Kind kind, int effects, Expression... operands) {
			super(kind, effects, 0, operands);
			this.op = op;
			this.lane = lane;
		}

		/// @param op the operator
		/// @param lane the lane that the instruction names, if it does
		/// @param operands its operands
		public static RegisterOperation of(VectorOp op, int lane, Expression... operands) {
			Kind result = Kind.of(op.signature().result());
			return new RegisterOperation(op, lane, (result == Kind.VECTOR) ? Kind.REGISTER : result, Effects.NONE,
					operands);
		}

		/// A vector of two halves.
		public static RegisterOperation ofHalves(Expression low, Expression high) {
			return new RegisterOperation(ConstantOp.V128_CONST, 0, Kind.REGISTER, Effects.NONE, low, high);
		}

		/// `v128.load` at an address as the machine counts, which has been checked.
		public static RegisterOperation load(Expression address) {
			return new RegisterOperation(VectorMemoryOp.V128_LOAD, 0, Kind.REGISTER, Effects.READS_MEMORY, address);
		}

		/// `v128.store` at an address as the machine counts, which has been checked.
		public static RegisterOperation store(Expression vector, Expression address) {
			return new RegisterOperation(VectorMemoryOp.V128_STORE, 0, Kind.VOID, Effects.WRITES_MEMORY, vector,
					address);
		}

		/// The operator.
		public Op op() {
			return this.op;
		}

		/// The lane that the instruction names.
		public int lane() {
			return this.lane;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new RegisterOperation(this.op, this.lane, kind(), effects(), operands);
		}

		@Override
		public String toString() {
			return "(register " + this.op + list(this) + ")";
		}

	}

	/// A number from numbers, computed by a method that has no effects.
	public static final class Computed extends Expression {

		private final AllowedMember method;

		/// @param method a static method
		/// @param operands its arguments
		public Computed(AllowedMember method, Expression... operands) {
			super(Kind.ofResult(method.descriptor()), Effects.NONE, 0, operands);
			this.method = method;
		}

		/// The method.
		public AllowedMember method() {
			return this.method;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Computed(this.method, operands);
		}

		@Override
		public String toString() {
			return "(" + this.method.memberName() + list(this) + ")";
		}

	}

	/// The address of a memory, fit to be added to.
	public static final class MemoryBase extends Expression {

		private final int memoryIndex;

		/// @param memoryIndex which memory
		public MemoryBase(int memoryIndex) {
			super(Kind.LONG, Effects.NONE, 0, NO_OPERANDS);
			this.memoryIndex = memoryIndex;
		}

		/// Which memory.
		public int memoryIndex() {
			return this.memoryIndex;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return "(base of memory " + this.memoryIndex + ")";
		}

	}

	/// The size of a memory in bytes.
	public static final class MemoryBytes extends Expression {

		private final int memoryIndex;

		/// @param memoryIndex which memory
		public MemoryBytes(int memoryIndex) {
			super(Kind.LONG, Effects.READS_SIZE, 0, NO_OPERANDS);
			this.memoryIndex = memoryIndex;
		}

		/// Which memory.
		public int memoryIndex() {
			return this.memoryIndex;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return "(bytes of memory " + this.memoryIndex + ")";
		}

	}

	/// The value of a global.
	public static final class GlobalGet extends Expression {

		private final int globalIndex;

		private final boolean high;

		private GlobalGet(Kind kind, boolean mutable, int globalIndex, boolean high) {
			super(kind, mutable ? Effects.READS_GLOBAL : Effects.NONE, 0, NO_OPERANDS);
			this.globalIndex = globalIndex;
			this.high = high;
		}

		/// @param kind what the global holds
		/// @param mutable whether it can change
		/// @param globalIndex which one
		public static Expression of(Kind kind, boolean mutable, int globalIndex) {
			return (kind != Kind.VECTOR) ? new GlobalGet(kind, mutable, globalIndex, false)
					: new VectorOfHalves(new GlobalGet(Kind.LONG, mutable, globalIndex, false),
							new GlobalGet(Kind.LONG, mutable, globalIndex, true));
		}

		/// Whether it is the upper half of a vector.
		public boolean isHigh() {
			return this.high;
		}

		/// Which one.
		public int globalIndex() {
			return this.globalIndex;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return "g" + this.globalIndex;
		}

	}

	/// A call. Yields the first result; the others are read by [FurtherResult].
	public static final class Call extends Expression {

		private final Target target;

		private final int site;

		/// @param kind the first result, [Kind#VOID] if there is none
		/// @param target what is called
		/// @param site where it is
		/// @param operands the arguments
		public Call(Kind kind, Target target, int site, Expression... operands) {
			super(kind, effects(target), 0, operands);
			this.target = target;
			this.site = site;
		}

		private static int effects(Target target) {
			boolean harmless = target instanceof Target.Piece piece && !piece.throwing();
			return harmless ? Effects.CALL & ~Effects.THROWS : Effects.CALL;
		}

		/// What is called.
		public Target target() {
			return this.target;
		}

		/// Where it is.
		public int site() {
			return this.site;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Call(kind(), this.target, this.site, operands);
		}

		@Override
		public String toString() {
			return "(call " + this.target + list(this) + ")";
		}

	}

	/// An instruction on a memory, a table, a segment or a reference that the engine's
	/// side carries out.
	public static final class EngineCall extends Expression {

		private final Op op;

		private final int first;

		private final int second;

		private final int site;

		private EngineCall(Op op, int first, int second, int site, Kind kind, int effects, Expression... operands) {
			super(kind, effects, 0, operands);
			this.op = op;
			this.first = first;
			this.second = second;
			this.site = site;
		}

		/// @param op an instruction on a memory
		/// @param address what sizes of the memory are
		/// @param memoryIndex the memory, or the one copied to
		/// @param other the segment, or the memory copied from
		/// @param site where it is
		/// @param operands its operands; those of a copy are of one kind
		public static EngineCall of(MemoryOp op, Kind address, int memoryIndex, int other, int site,
				Expression... operands) {
			int writes = Effects.TRAPS | Effects.READS_SIZE | Effects.WRITES_MEMORY;
			return switch (op) {
				case MEMORY_SIZE -> new EngineCall(op, memoryIndex, other, site, address, Effects.READS_SIZE, operands);
				case MEMORY_GROW -> new EngineCall(op, memoryIndex, other, site, address,
						Effects.TRAPS | Effects.WRITES_SIZE, operands);
				case MEMORY_INIT, MEMORY_FILL ->
					new EngineCall(op, memoryIndex, other, site, Kind.VOID, writes, operands);
				case MEMORY_COPY ->
					new EngineCall(op, memoryIndex, other, site, Kind.VOID, writes | Effects.READS_MEMORY, operands);
				case DATA_DROP ->
					new EngineCall(op, memoryIndex, other, site, Kind.VOID, Effects.WRITES_MEMORY, operands);
			};
		}

		/// `memory.size` of a shared memory. It may tell this thread that another one has
		/// grown the memory, and what follows may rely on that.
		/// @param address what the size is
		/// @param memoryIndex the memory
		/// @param site where it is
		public static EngineCall sharedSize(Kind address, int memoryIndex, int site) {
			return new EngineCall(MemoryOp.MEMORY_SIZE, memoryIndex, 0, site, address,
					Effects.READS_SIZE | Effects.WRITES_SIZE, NO_OPERANDS);
		}

		/// @param op an instruction on a table
		/// @param tableIndex the table, or the one copied to
		/// @param other the segment, or the table copied from
		/// @param site where it is
		/// @param operands its operands
		public static EngineCall of(TableOp op, int tableIndex, int other, int site, Expression... operands) {
			Kind kind = switch (op) {
				case TABLE_GET -> Kind.REFERENCE;
				case TABLE_SIZE, TABLE_GROW -> Kind.INT;
				case TABLE_SET, TABLE_INIT, TABLE_COPY, TABLE_FILL, ELEM_DROP -> Kind.VOID;
			};
			int effects = switch (op) {
				case TABLE_SIZE -> Effects.READS_TABLE;
				case TABLE_GET -> Effects.READS_TABLE | Effects.TRAPS;
				case ELEM_DROP -> Effects.WRITES_TABLE;
				case TABLE_SET, TABLE_GROW, TABLE_INIT, TABLE_COPY, TABLE_FILL ->
					Effects.READS_TABLE | Effects.WRITES_TABLE | Effects.TRAPS;
			};
			return new EngineCall(op, tableIndex, other, site, kind, effects, operands);
		}

		/// `ref.is_null`
		public static EngineCall isNull(Expression reference) {
			return new EngineCall(ReferenceOp.REF_IS_NULL, 0, 0, 0, Kind.INT, Effects.NONE, reference);
		}

		/// `ref.as_non_null`
		/// @param site where it is
		public static EngineCall asNonNull(Expression reference, int site) {
			return new EngineCall(ReferenceOp.REF_AS_NON_NULL, 0, 0, site, Kind.REFERENCE, Effects.TRAPS, reference);
		}

		/// `ref.eq`
		/// @param scalars whether both may be unboxed scalars, whose identity says
		/// nothing
		public static EngineCall same(boolean scalars, Expression one, Expression other) {
			return new EngineCall(ReferenceOp.REF_EQ, scalars ? 1 : 0, 0, 0, Kind.INT, Effects.NONE, one, other);
		}

		/// `ref.func`
		public static EngineCall function(int functionIndex) {
			return new EngineCall(ReferenceOp.REF_FUNC, functionIndex, 0, 0, Kind.REFERENCE, Effects.NONE, NO_OPERANDS);
		}

		/// The instruction.
		public Op op() {
			return this.op;
		}

		/// The first index among its immediates.
		public int first() {
			return this.first;
		}

		/// The second index among its immediates.
		public int second() {
			return this.second;
		}

		/// Where it is.
		public int site() {
			return this.site;
		}

		/// Whether addresses, sizes and lengths among its operands and its result have 64
		/// bits.
		public boolean isWide() {
			boolean wide = kind() == Kind.LONG;
			for (int number = 0; number < operandCount(); number++) {
				wide |= operand(number).kind() == Kind.LONG;
			}
			return wide;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new EngineCall(this.op, this.first, this.second, this.site, kind(), effects(), operands);
		}

		@Override
		public String toString() {
			return "(" + this.op + " " + this.first + " " + this.second + list(this) + ")";
		}

	}

	/// An atomic instruction. What it does may tell this thread of anything that another
	/// one has done, growing the memory included, so that it is as if it did all that
	/// itself.
	public static final class Atomic extends Expression {

		private final AtomicOp op;

		private final int memoryIndex;

		private final long offset;

		private final int site;

		/// @param op the instruction
		/// @param memoryIndex which memory
		/// @param offset the static offset, unsigned
		/// @param site where it is
		/// @param operands its operands, the address as an `i64`
		public Atomic(AtomicOp op, int memoryIndex, long offset, int site, Expression... operands) {
			super(kind(op), EFFECTS, 0, operands);
			this.op = op;
			this.memoryIndex = memoryIndex;
			this.offset = offset;
			this.site = site;
		}

		private static final int EFFECTS = Effects.READS_MEMORY | Effects.WRITES_MEMORY | Effects.READS_SIZE
				| Effects.WRITES_SIZE | Effects.TRAPS;

		private static Kind kind(AtomicOp op) {
			return switch (op.action()) {
				case STORE, FENCE -> Kind.VOID;
				case NOTIFY, WAIT -> Kind.INT;
				case LOAD, ADD, SUBTRACT, AND, OR, XOR, EXCHANGE, COMPARE_EXCHANGE -> Kind.of(op.type());
			};
		}

		/// The instruction.
		public AtomicOp op() {
			return this.op;
		}

		/// Which memory.
		public int memoryIndex() {
			return this.memoryIndex;
		}

		/// The static offset, unsigned.
		public long offset() {
			return this.offset;
		}

		/// Where it is.
		public int site() {
			return this.site;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Atomic(this.op, this.memoryIndex, this.offset, this.site, operands);
		}

		@Override
		public String toString() {
			return "(" + this.op + " +" + this.offset + list(this) + ")";
		}

	}

	/// The upper half of the product of two `i64`.
	public static final class HighProduct extends Expression {

		private final boolean signed;

		/// @param signed whether the factors are signed
		/// @param factors the two factors
		public HighProduct(boolean signed, Expression... factors) {
			super(Kind.LONG, Effects.NONE, 0, factors);
			this.signed = signed;
		}

		/// Whether the factors are signed.
		public boolean signed() {
			return this.signed;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new HighProduct(this.signed, operands);
		}

		@Override
		public String toString() {
			return (this.signed ? "(high_s" : "(high_u") + list(this) + ")";
		}

	}

	/// A 64-bit index of a table, or number of its elements, in 32 bits. What does not
	/// fit becomes the largest number, which no table has room for.
	public static final class TableIndex extends Expression {

		/// The index `index`.
		public TableIndex(Expression index) {
			super(Kind.INT, Effects.NONE, 0, index);
		}

		@Override
		public Expression with(Expression[] operands) {
			return new TableIndex(operands[0]);
		}

		@Override
		public String toString() {
			return "(index" + list(this) + ")";
		}

	}

	/// An instruction on a structure, an array, or a reference into the heap of such
	/// objects.
	///
	/// What its type looks like to the JVM is for who emits it to know; here is what may
	/// change places with it. An object may be made early, late or not at all, as nobody
	/// can tell before it is used.
	public static final class HeapOperation extends Expression {

		private final GcOp op;

		private final int typeIndex;

		private final int other;

		private final @Nullable HeapType target;

		private final int site;

		private final VectorPart part;

		private HeapOperation(GcOp op, int typeIndex, int other, @Nullable HeapType target, int site, VectorPart part,
				Kind kind, int effects, Expression... operands) {
			super(kind, effects, 0, operands);
			this.part = part;
			this.op = op;
			this.typeIndex = typeIndex;
			this.other = other;
			this.target = target;
			this.site = site;
		}

		/// An instruction that makes, reads or changes a structure or array.
		/// @param op the instruction
		/// @param typeIndex the type; -1 if it is not known of `array.len`
		/// @param other the field, the segment, or the type copied from
		/// @param kind what it yields
		/// @param effects what it does
		/// @param site where it is
		/// @param operands its operands
		public static HeapOperation of(GcOp op, int typeIndex, int other, Kind kind, int effects, int site,
				Expression... operands) {
			return new HeapOperation(op, typeIndex, other, null, site, VectorPart.WHOLE, kind, effects, operands);
		}

		/// The upper half of what the instruction is about, a field that is a vector. The
		/// instruction itself is for the lower half.
		/// @param operands its operands
		public HeapOperation high(Expression... operands) {
			return new HeapOperation(this.op, this.typeIndex, this.other, null, this.site, VectorPart.HIGH, kind(),
					effects(), operands);
		}

		/// Where the lower half of an element of an array of vectors is: the upper one is
		/// next to it.
		/// @param typeIndex the type of the array
		/// @param site where it is
		public static HeapOperation place(int typeIndex, int site, Expression array, Expression index) {
			return new HeapOperation(GcOp.ARRAY_GET, typeIndex, 0, null, site, VectorPart.PLACE, Kind.INT,
					Effects.TRAPS, array, index);
		}

		/// `ref.test`, of a reference that is not null, or that is not to pass.
		/// @param target what it may turn out to be
		public static HeapOperation test(HeapType target, Expression reference) {
			return new HeapOperation(GcOp.REF_TEST, 0, 0, target, 0, VectorPart.WHOLE, Kind.INT, Effects.NONE,
					reference);
		}

		/// `ref.cast`
		/// @param op the variant for null, which also is that for references that are
		/// never null, or the one that null does not pass
		/// @param target what it is to be
		/// @param site where it is
		public static HeapOperation cast(GcOp op, HeapType target, int site, Expression reference) {
			return new HeapOperation(op, 0, 0, target, site, VectorPart.WHOLE, Kind.REFERENCE, Effects.TRAPS,
					reference);
		}

		/// The instruction.
		public GcOp op() {
			return this.op;
		}

		/// The type of the structure or array; -1 if it is not known.
		public int typeIndex() {
			return this.typeIndex;
		}

		/// The field, the segment, or the type copied from.
		public int other() {
			return this.other;
		}

		/// What a test or cast looks for, null for everything else.
		public @Nullable HeapType target() {
			return this.target;
		}

		/// What of a vector it is about.
		public VectorPart part() {
			return this.part;
		}

		/// Where it is.
		public int site() {
			return this.site;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new HeapOperation(this.op, this.typeIndex, this.other, this.target, this.site, this.part, kind(),
					effects(), operands);
		}

		@Override
		public String toString() {
			Object type = (this.target != null) ? this.target : this.typeIndex + " " + this.other;
			return "(" + this.op + " " + type + ((this.part != VectorPart.WHOLE) ? " " + this.part : "") + list(this)
					+ ")";
		}

		/// What of a vector an instruction is about.
		public enum VectorPart {

			/// All, if it is no vector; its lower half, if it is one.
			WHOLE,

			/// Its upper half.
			HIGH,

			/// Where it is in the Java array.
			PLACE

		}

	}

	/// A step of a call in tail position for which the function leaves.
	public static final class TailStep extends Expression {

		private final Step step;

		private final int first;

		private final int second;

		private final int site;

		private TailStep(Step step, int first, int second, int site, Kind kind, int effects, Expression... operands) {
			super(kind, effects, 0, operands);
			this.step = step;
			this.first = first;
			this.second = second;
			this.site = site;
		}

		/// The function at an index of a table.
		/// @param typeIndex the type that it must have
		/// @param site where it is
		/// @param index an `i32`
		public static TailStep callee(int tableIndex, int typeIndex, int site, Expression index) {
			return new TailStep(Step.CALLEE, tableIndex, typeIndex, site, Kind.REFERENCE,
					Effects.READS_TABLE | Effects.TRAPS, index);
		}

		/// The number of a function in its own module, 0 if it never leaves.
		/// @param site where it is
		/// @param callee the function
		public static TailStep number(int site, Expression callee) {
			return new TailStep(Step.NUMBER, 0, 0, site, Kind.INT, Effects.TRAPS, callee);
		}

		/// Says which function of the module is to be called next.
		/// @param number its number
		public static TailStep leaveFor(int number) {
			return new TailStep(Step.LEAVE_FOR_NUMBER, number, 0, 0, Kind.VOID, Effects.WRITES_TRANSFER);
		}

		/// Says which function is to be called next.
		/// @param callee the function
		public static TailStep leaveFor(Expression callee) {
			return new TailStep(Step.LEAVE_FOR_CALLEE, 0, 0, 0, Kind.VOID, Effects.WRITES_TRANSFER, callee);
		}

		/// What it does.
		public Step step() {
			return this.step;
		}

		/// The table or the number.
		public int first() {
			return this.first;
		}

		/// The type.
		public int second() {
			return this.second;
		}

		/// Where it is.
		public int site() {
			return this.site;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new TailStep(this.step, this.first, this.second, this.site, kind(), effects(), operands);
		}

		@Override
		public String toString() {
			return "(" + this.step + " " + this.first + " " + this.second + list(this) + ")";
		}

		/// What there is to do.
		public enum Step {

			/// Looks a function up in a table.
			CALLEE,

			/// Reads the number of a function.
			NUMBER,

			/// Notes the number of the next function of this module.
			LEAVE_FOR_NUMBER,

			/// Notes the next function.
			LEAVE_FOR_CALLEE

		}

	}

	/// A result of the last call beyond its first.
	public static final class FurtherResult extends Expression {

		private final int index;

		/// @param kind its kind
		/// @param index its place among the results, from 1
		public FurtherResult(Kind kind, int index) {
			super(kind, Effects.READS_TRANSFER, 0, NO_OPERANDS);
			this.index = index;
		}

		/// Its place among the results, from 1.
		public int index() {
			return this.index;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return "result" + this.index;
		}

	}

	/// A value that a piece of the function has left for the others.
	public static final class Transferred extends Expression {

		private final int index;

		/// @param kind its kind
		/// @param index its place among those of the kind
		public Transferred(Kind kind, int index) {
			super(kind, Effects.READS_TRANSFER, 0, NO_OPERANDS);
			this.index = index;
		}

		/// Its place among those of the kind.
		public int index() {
			return this.index;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return "transfer" + kind().descriptor().charAt(0) + this.index;
		}

	}

	/// A new array for numbers or references.
	public static final class NewArray extends Expression {

		private final int length;

		/// @param kind [Kind#BITS] or [Kind#REFERENCES]
		/// @param length how many elements
		public NewArray(Kind kind, int length) {
			super(kind, Effects.NONE, 0, NO_OPERANDS);
			this.length = length;
		}

		/// How many elements.
		public int length() {
			return this.length;
		}

		@Override
		public Expression with(Expression[] operands) {
			return this;
		}

		@Override
		public String toString() {
			return "(new " + kind() + " " + this.length + ")";
		}

	}

	/// An element of an array that the function made or was given. Whoever reads and
	/// writes such elements keeps the order, which the statements around them do.
	public static final class Element extends Expression {

		private final int index;

		/// @param kind what the element stands for
		/// @param index its place
		/// @param array the array
		public Element(Kind kind, int index, Expression array) {
			super(kind, Effects.READS_TRANSFER, 0, array);
			this.index = index;
		}

		/// An element that stands for a value, or both that stand for a vector.
		/// @param kind what they stand for
		/// @param place the first place
		/// @param array the variable that holds the array
		public static Expression of(Kind kind, int place, Variable array) {
			return (kind != Kind.VECTOR) ? new Element(kind, place, new Read(array)) : new VectorOfHalves(
					new Element(Kind.LONG, place, new Read(array)), new Element(Kind.LONG, place + 1, new Read(array)));
		}

		/// Its place.
		public int index() {
			return this.index;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new Element(kind(), this.index, operands[0]);
		}

		@Override
		public String toString() {
			return operand(0) + "[" + this.index + "]";
		}

	}

	/// A step of handling exceptions: making one, or looking into one.
	public static final class OfException extends Expression {

		private final Aspect aspect;

		private final int tagIndex;

		private OfException(Aspect aspect, int tagIndex, Kind kind, Expression... operands) {
			super(kind, Effects.NONE, 0, operands);
			this.aspect = aspect;
			this.tagIndex = tagIndex;
		}

		/// A new exception.
		/// @param tagIndex its tag
		/// @param bits the array of numbers that it carries, null for none
		/// @param references the array of references that it carries, null for none
		public static OfException create(int tagIndex, Expression bits, Expression references) {
			return new OfException(Aspect.CREATE, tagIndex, Kind.REFERENCE, bits, references);
		}

		/// Whether an exception has a tag.
		public static OfException matches(int tagIndex, Expression exception) {
			return new OfException(Aspect.MATCHES, tagIndex, Kind.INT, exception);
		}

		/// The array of numbers that an exception carries.
		public static OfException bits(Expression exception) {
			return new OfException(Aspect.BITS, 0, Kind.BITS, exception);
		}

		/// The array of references that an exception carries.
		public static OfException references(Expression exception) {
			return new OfException(Aspect.REFERENCES, 0, Kind.REFERENCES, exception);
		}

		/// What is done.
		public Aspect aspect() {
			return this.aspect;
		}

		/// The tag that it is about.
		public int tagIndex() {
			return this.tagIndex;
		}

		@Override
		public Expression with(Expression[] operands) {
			return new OfException(this.aspect, this.tagIndex, kind(), operands);
		}

		@Override
		public String toString() {
			return "(exception " + this.aspect + " " + this.tagIndex + list(this) + ")";
		}

		/// What is done with an exception.
		public enum Aspect {

			/// It is made.
			CREATE,

			/// Its tag is compared.
			MATCHES,

			/// The numbers that it carries are looked up.
			BITS,

			/// The references that it carries are looked up.
			REFERENCES

		}

	}

	private static String list(Expression node) {
		StringBuilder text = new StringBuilder();
		for (Expression operand : List.of(node.operands)) {
			text.append(' ').append(operand);
		}
		return text.toString();
	}

}
