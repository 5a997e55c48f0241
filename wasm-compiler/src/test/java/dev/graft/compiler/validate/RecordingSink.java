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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes down what it is told.
final class RecordingSink implements InstructionSink {

	final List<String> events = new ArrayList<>();

	final List<Integer> offsets = new ArrayList<>();

	@Override
	public void at(int offset) {
		this.offsets.add(offset);
	}

	@Override
	public void block(ControlOp op, FunctionType type) {
		this.events.add(op + " " + type);
	}

	@Override
	public void orElse(boolean fallsThrough) {
		this.events.add(fallsThrough ? "else, fallen into" : "else");
	}

	@Override
	public void end(boolean fallsThrough, boolean reachable) {
		this.events.add("end" + (fallsThrough ? ", fallen into" : "") + (reachable ? "" : ", dead after"));
	}

	@Override
	public void tryTable(FunctionType type, List<CatchClause> catches) {
		StringBuilder clauses = new StringBuilder();
		catches.forEach((clause) -> clauses.append(" (")
			.append(clause.kind().keyword())
			.append(clause.kind().hasTag() ? " " + clause.tagIndex() : "")
			.append(' ')
			.append(clause.label())
			.append(')'));
		this.events.add("try_table " + type + clauses);
	}

	@Override
	public void handler(boolean fallsThrough, int tagIndex, List<ValueType> parameters) {
		this.events.add("catch " + tagIndex + " " + parameters + (fallsThrough ? ", fallen into" : ""));
	}

	@Override
	public void handlerOfAll(boolean fallsThrough) {
		this.events.add("catch_all" + (fallsThrough ? ", fallen into" : ""));
	}

	@Override
	public void delegate(boolean fallsThrough, boolean reachable, int label) {
		this.events
			.add("delegate " + label + (fallsThrough ? ", fallen into" : "") + (reachable ? "" : ", dead after"));
	}

	@Override
	public void throwException(int tagIndex, List<ValueType> parameters) {
		this.events.add("throw " + tagIndex + " " + parameters);
	}

	@Override
	public void throwReference() {
		this.events.add("throw_ref");
	}

	@Override
	public void rethrow(int label) {
		this.events.add("rethrow " + label);
	}

	@Override
	public void branch(int label) {
		this.events.add("br " + label);
	}

	@Override
	public void branchIf(int label) {
		this.events.add("br_if " + label);
	}

	@Override
	public void branchTable(int[] labels, int defaultLabel) {
		this.events.add("br_table " + Arrays.toString(labels) + " " + defaultLabel);
	}

	@Override
	public void returnFromFunction() {
		this.events.add("return");
	}

	@Override
	public void unreachable() {
		this.events.add("unreachable");
	}

	@Override
	public void call(int functionIndex, FunctionType type) {
		this.events.add("call " + functionIndex + " " + type);
	}

	@Override
	public void callIndirect(int typeIndex, int tableIndex, FunctionType type) {
		this.events.add("call_indirect " + typeIndex + " in " + tableIndex + " " + type);
	}

	@Override
	public void returnCall(int functionIndex, FunctionType type) {
		this.events.add("return_call " + functionIndex + " " + type);
	}

	@Override
	public void returnCallIndirect(int typeIndex, int tableIndex, FunctionType type) {
		this.events.add("return_call_indirect " + typeIndex + " in " + tableIndex + " " + type);
	}

	@Override
	public void returnCallReference(int typeIndex, FunctionType type) {
		this.events.add("return_call_ref " + typeIndex + " " + type);
	}

	@Override
	public void constant(ConstantOp op, long bits) {
		this.events.add(op + " " + bits);
	}

	@Override
	public void vectorConstant(long low, long high) {
		this.events.add("v128.const " + Long.toHexString(low) + " " + Long.toHexString(high));
	}

	@Override
	public void vector(VectorOp op, int lane) {
		this.events.add(op + " " + lane);
	}

	@Override
	public void shuffle(byte[] lanes) {
		this.events.add("i8x16.shuffle " + Arrays.toString(lanes));
	}

	@Override
	public void vectorAccess(VectorMemoryOp op, int memoryIndex, long offset, int lane) {
		this.events.add(op + " " + memoryIndex + " " + offset + " " + lane);
	}

	@Override
	public void numeric(NumericOp op) {
		this.events.add(op.mnemonic());
	}

	@Override
	public void drop(ValueType type) {
		this.events.add("drop " + type);
	}

	@Override
	public void select(ValueType type) {
		this.events.add("select " + type);
	}

	@Override
	public void local(VariableOp op, int localIndex, ValueType type) {
		this.events.add(op + " " + localIndex + " " + type);
	}

	@Override
	public void global(VariableOp op, int globalIndex, ValueType type) {
		this.events.add(op + " " + globalIndex + " " + type);
	}

	@Override
	public void table(TableOp op, int tableIndex, int other) {
		this.events.add(op + " " + tableIndex + " " + other);
	}

	@Override
	public void access(MemoryAccessOp op, int memoryIndex, long offset) {
		this.events.add(op + " " + memoryIndex + " " + offset);
	}

	@Override
	public void atomic(AtomicOp op, int memoryIndex, long offset) {
		this.events.add(op + " " + memoryIndex + " +" + offset);
	}

	@Override
	public void wideArithmetic(WideArithmeticOp op) {
		this.events.add(op.toString());
	}

	@Override
	public void memory(MemoryOp op, int memoryIndex, int other) {
		this.events.add(op + " " + memoryIndex + " " + other);
	}

	@Override
	public void referenceNull(ReferenceType type) {
		this.events.add("ref.null " + type);
	}

	@Override
	public void referenceIsNull(ReferenceType type) {
		this.events.add("ref.is_null " + type);
	}

	@Override
	public void callReference(int typeIndex, FunctionType type) {
		this.events.add("call_ref " + typeIndex + " " + type);
	}

	@Override
	public void branchOnNull(int label) {
		this.events.add("br_on_null " + label);
	}

	@Override
	public void branchOnNonNull(int label) {
		this.events.add("br_on_non_null " + label);
	}

	@Override
	public void referenceAsNonNull() {
		this.events.add("ref.as_non_null");
	}

	@Override
	public void referenceFunction(int functionIndex) {
		this.events.add("ref.func " + functionIndex);
	}

	@Override
	public void referenceEqual(ReferenceType first, ReferenceType second) {
		this.events.add("ref.eq " + first + " " + second);
	}

	@Override
	public void aggregate(GcOp op, int typeIndex, int other, @Nullable ReferenceType object) {
		this.events.add(op + " " + typeIndex + " " + other + " " + object);
	}

	@Override
	public void scalar(GcOp op, ValueType operand) {
		this.events.add(op + " " + operand);
	}

	@Override
	public void cast(GcOp op, ReferenceType operand, ReferenceType target) {
		this.events.add(op + " " + operand + " " + target);
	}

	@Override
	public void branchOnCast(GcOp op, int label, ReferenceType operand, ReferenceType target) {
		this.events.add(op + " " + label + " " + operand + " " + target);
	}

}
