package dev.graft.compiler.ir;

import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.TableOp;

/// An instruction on a memory, a table, a segment or a reference that the engine's
/// side carries out.
public final class EngineCall extends Expression {

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
			case MEMORY_GROW ->
				new EngineCall(op, memoryIndex, other, site, address, Effects.TRAPS | Effects.WRITES_SIZE, operands);
			case MEMORY_INIT, MEMORY_FILL -> new EngineCall(op, memoryIndex, other, site, Kind.VOID, writes, operands);
			case MEMORY_COPY ->
				new EngineCall(op, memoryIndex, other, site, Kind.VOID, writes | Effects.READS_MEMORY, operands);
			case DATA_DROP -> new EngineCall(op, memoryIndex, other, site, Kind.VOID, Effects.WRITES_MEMORY, operands);
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
