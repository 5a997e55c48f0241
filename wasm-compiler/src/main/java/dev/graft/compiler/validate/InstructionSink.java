package dev.graft.compiler.validate;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.op.VariableOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.op.WideArithmeticOp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Told about each valid instruction that can be reached, in the order of the binary.
///
/// What the validator promises:
///
/// * Code that control cannot reach is left out: after an unconditional branch or a trap nothing arrives until the `else` or
///   `end` of a block whose beginning was reachable. So operand types are always known, and blocks nest properly: every
///   [#block] has its [#end], and its [#orElse] if the binary has one.
/// * The operand stack of the specification can be followed exactly. Where a block's end or `else` is not reached by falling into
///   it, the stack is cut to the block's height, and an end that a branch reaches has the block's results on it.
/// * Labels count blocks outwards, `0` is the innermost; the label beyond the outermost block is the function itself, whose end
///   arrives as a last [#end].
/// * [#at] comes before each instruction.
///
/// A method per shape of instruction, not per opcode: operators arrive as rows of their
/// family. No immediate is boxed.
public interface InstructionSink {

	/// Where the next instruction is.
	/// @param offset the byte offset of its opcode in the binary
	void at(int offset);

	/// A block begins. `if` has popped its condition; the parameters stay on the stack.
	/// @param op `block`, `loop`, `if` or the deprecated `try`
	/// @param type the block's parameters and results
	void block(ControlOp op, FunctionType type);

	/// The `else` of the innermost block.
	/// @param fallsThrough whether the end of the first part is reached by falling into
	/// it
	void orElse(boolean fallsThrough);

	/// The `end` of the innermost block, or of the function. An `if` without `else`
	/// passes its parameters on when the condition is zero.
	/// @param fallsThrough whether it is reached by falling into it
	/// @param reachable whether what comes after it is reached at all: by falling, by a
	/// branch, or by an `if` without `else`
	void end(boolean fallsThrough, boolean reachable);

	/// A `try_table` begins; its parameters stay on the stack. It ends like other blocks.
	/// @param type the block's parameters and results
	/// @param catches its clauses, whose labels are counted from outside of it
	void tryTable(FunctionType type, List<CatchClause> catches);

	/// The `catch` of the innermost block, which is a deprecated `try`. What the
	/// exception carries is on the stack.
	/// @param fallsThrough whether the end of the part before is reached by falling into
	/// it
	/// @param tagIndex the tag
	/// @param parameters what exceptions with the tag carry
	void handler(boolean fallsThrough, int tagIndex, List<ValueType> parameters);

	/// The `catch_all` of the innermost block, which is a deprecated `try`.
	/// @param fallsThrough whether the end of the part before is reached by falling into
	/// it
	void handlerOfAll(boolean fallsThrough);

	/// The `delegate` of the innermost block, a deprecated `try`, which it ends.
	/// @param fallsThrough whether it is reached by falling into it
	/// @param reachable whether what comes after it is reached at all
	/// @param label the block that handles the exceptions, counted from outside of the
	/// `try`
	void delegate(boolean fallsThrough, boolean reachable, int label);

	/// `throw`
	/// @param tagIndex the tag
	/// @param parameters what exceptions with the tag carry
	void throwException(int tagIndex, List<ValueType> parameters);

	/// `throw_ref`
	void throwReference();

	/// `rethrow`
	/// @param label a deprecated `try` that is in one of its handlers
	void rethrow(int label);

	/// `br`
	void branch(int label);

	/// `br_if`
	void branchIf(int label);

	/// `br_table`
	/// @param labels the table; owned by the receiver
	/// @param defaultLabel where an operand outside the table leads
	void branchTable(int[] labels, int defaultLabel);

	/// `return`
	void returnFromFunction();

	/// `unreachable`
	void unreachable();

	/// `call`
	/// @param type the function's type
	void call(int functionIndex, FunctionType type);

	/// `call_indirect`
	/// @param type the type at `typeIndex`
	void callIndirect(int typeIndex, int tableIndex, FunctionType type);

	/// `call_ref`
	/// @param type the type at `typeIndex`
	void callReference(int typeIndex, FunctionType type);

	/// `br_on_null`: the reference stays on the stack unless it branches
	void branchOnNull(int label);

	/// `br_on_non_null`: the reference is the last operand of the label
	void branchOnNonNull(int label);

	/// `return_call`
	/// @param type the function's type
	void returnCall(int functionIndex, FunctionType type);

	/// `return_call_indirect`
	/// @param type the type at `typeIndex`
	void returnCallIndirect(int typeIndex, int tableIndex, FunctionType type);

	/// `return_call_ref`
	/// @param type the type at `typeIndex`
	void returnCallReference(int typeIndex, FunctionType type);

	/// A constant.
	/// @param bits its bits: an `i32` sign-extended, floats as they are in memory
	void constant(ConstantOp op, long bits);

	/// `v128.const`
	/// @param low the lower half, which holds the first lanes
	/// @param high the upper half
	void vectorConstant(long low, long high);

	/// Vectors from vectors, numbers from vectors, vectors from numbers.
	/// @param lane the lane that the instruction names, if it does
	void vector(VectorOp op, int lane);

	/// `i8x16.shuffle`
	/// @param lanes the sixteen lanes; owned by the receiver
	void shuffle(byte[] lanes);

	/// A load or store of a vector or of one of its lanes.
	/// @param offset the static offset, unsigned
	/// @param lane the lane, if it is only one
	void vectorAccess(VectorMemoryOp op, int memoryIndex, long offset, int lane);

	/// Numbers from numbers.
	void numeric(NumericOp op);

	/// `drop`
	/// @param type the type of what is dropped
	void drop(ValueType type);

	/// `select`
	/// @param type the type of both choices
	void select(ValueType type);

	/// `local.get`, `local.set`, `local.tee`
	/// @param type the local's type
	void local(VariableOp op, int localIndex, ValueType type);

	/// `global.get`, `global.set`
	/// @param type the global's type
	void global(VariableOp op, int globalIndex, ValueType type);

	/// Instructions on tables and element segments. What there is no need for is `0`.
	/// @param tableIndex the table; for `table.copy` the one copied to
	/// @param other the element segment of `table.init` and `elem.drop`, the table that
	/// `table.copy` copies from
	void table(TableOp op, int tableIndex, int other);

	/// A load or store.
	/// @param offset the static offset, unsigned
	void access(MemoryAccessOp op, int memoryIndex, long offset);

	/// An atomic instruction.
	/// @param memoryIndex the memory; `0` for a fence
	/// @param offset the static offset, unsigned
	void atomic(AtomicOp op, int memoryIndex, long offset);

	/// Numbers of 128 bits.
	void wideArithmetic(WideArithmeticOp op);

	/// Instructions on memories and data segments. What there is no need for is `0`.
	/// @param memoryIndex the memory; for `memory.copy` the one copied to
	/// @param other the data segment of `memory.init` and `data.drop`, the memory that
	/// `memory.copy` copies from
	void memory(MemoryOp op, int memoryIndex, int other);

	/// `ref.null`
	/// @param type the type of the null
	void referenceNull(ReferenceType type);

	/// `ref.is_null`
	/// @param type the operand's type
	void referenceIsNull(ReferenceType type);

	/// `ref.as_non_null`
	void referenceAsNonNull();

	/// `ref.func`
	void referenceFunction(int functionIndex);

	/// `ref.eq`
	/// @param first the first operand's type
	/// @param second the second operand's type
	void referenceEqual(ReferenceType first, ReferenceType second);

	/// Instructions on structures and arrays. What there is no need for is `0`.
	/// @param typeIndex the type; for `array.copy` that of the array copied to
	/// @param other the field, the number of operands, the segment, or for `array.copy`
	/// the type of the array copied from
	/// @param object the type of the structure or array that is accessed, null if one is
	/// made
	void aggregate(GcOp op, int typeIndex, int other, @Nullable ReferenceType object);

	/// `ref.i31`, `i31.get_s`, `i31.get_u`, `any.convert_extern`, `extern.convert_any`
	/// @param operand the operand's type
	void scalar(GcOp op, ValueType operand);

	/// `ref.test`, `ref.cast`
	/// @param operand the operand's type
	/// @param target what it may turn out to be
	void cast(GcOp op, ReferenceType operand, ReferenceType target);

	/// `br_on_cast`, `br_on_cast_fail`
	/// @param operand the operand's type
	/// @param target what it may turn out to be
	void branchOnCast(GcOp op, int label, ReferenceType operand, ReferenceType target);

}
