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

/// Ignores everything: for code that is only validated, or cannot be reached. Whoever
/// wants to hear of some instructions only begins with this.
public class DiscardingSink implements InstructionSink {

	/// One that ignores everything.
	public static final DiscardingSink INSTANCE = new DiscardingSink();

	/// A sink that ignores what is not overridden.
	protected DiscardingSink() {
	}

	@Override
	public void at(int offset) {
	}

	@Override
	public void vectorConstant(long low, long high) {
	}

	@Override
	public void vector(VectorOp op, int lane) {
	}

	@Override
	public void shuffle(byte[] lanes) {
	}

	@Override
	public void vectorAccess(VectorMemoryOp op, int memoryIndex, long offset, int lane) {
	}

	@Override
	public void block(ControlOp op, FunctionType type) {
	}

	@Override
	public void orElse(boolean fallsThrough) {
	}

	@Override
	public void end(boolean fallsThrough, boolean reachable) {
	}

	@Override
	public void tryTable(FunctionType type, List<CatchClause> catches) {
	}

	@Override
	public void handler(boolean fallsThrough, int tagIndex, List<ValueType> parameters) {
	}

	@Override
	public void handlerOfAll(boolean fallsThrough) {
	}

	@Override
	public void delegate(boolean fallsThrough, boolean reachable, int label) {
	}

	@Override
	public void throwException(int tagIndex, List<ValueType> parameters) {
	}

	@Override
	public void throwReference() {
	}

	@Override
	public void rethrow(int label) {
	}

	@Override
	public void branch(int label) {
	}

	@Override
	public void branchIf(int label) {
	}

	@Override
	public void branchTable(int[] labels, int defaultLabel) {
	}

	@Override
	public void returnFromFunction() {
	}

	@Override
	public void unreachable() {
	}

	@Override
	public void call(int functionIndex, FunctionType type) {
	}

	@Override
	public void callIndirect(int typeIndex, int tableIndex, FunctionType type) {
	}

	@Override
	public void returnCall(int functionIndex, FunctionType type) {
	}

	@Override
	public void returnCallIndirect(int typeIndex, int tableIndex, FunctionType type) {
	}

	@Override
	public void returnCallReference(int typeIndex, FunctionType type) {
	}

	@Override
	public void constant(ConstantOp op, long bits) {
	}

	@Override
	public void numeric(NumericOp op) {
	}

	@Override
	public void drop(ValueType type) {
	}

	@Override
	public void select(ValueType type) {
	}

	@Override
	public void local(VariableOp op, int localIndex, ValueType type) {
	}

	@Override
	public void global(VariableOp op, int globalIndex, ValueType type) {
	}

	@Override
	public void table(TableOp op, int tableIndex, int other) {
	}

	@Override
	public void access(MemoryAccessOp op, int memoryIndex, long offset) {
	}

	@Override
	public void atomic(AtomicOp op, int memoryIndex, long offset) {
	}

	@Override
	public void wideArithmetic(WideArithmeticOp op) {
	}

	@Override
	public void memory(MemoryOp op, int memoryIndex, int other) {
	}

	@Override
	public void referenceNull(ReferenceType type) {
	}

	@Override
	public void referenceIsNull(ReferenceType type) {
	}

	@Override
	public void callReference(int typeIndex, FunctionType type) {
	}

	@Override
	public void branchOnNull(int label) {
	}

	@Override
	public void branchOnNonNull(int label) {
	}

	@Override
	public void referenceAsNonNull() {
	}

	@Override
	public void referenceFunction(int functionIndex) {
	}

	@Override
	public void referenceEqual(ReferenceType first, ReferenceType second) {
	}

	@Override
	public void aggregate(GcOp op, int typeIndex, int other, @Nullable ReferenceType object) {
	}

	@Override
	public void scalar(GcOp op, ValueType operand) {
	}

	@Override
	public void cast(GcOp op, ReferenceType operand, ReferenceType target) {
	}

	@Override
	public void branchOnCast(GcOp op, int label, ReferenceType operand, ReferenceType target) {
	}

}
