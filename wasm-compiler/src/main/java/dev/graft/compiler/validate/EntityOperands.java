package dev.graft.compiler.validate;

import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.op.VectorMemoryOp;
import java.util.List;

/// The rules of instructions that name something the module has: functions, types,
/// memories, tables, globals and segments.
final class EntityOperands {

	private static final long MAXIMUM_OFFSET_32 = 0xFFFFFFFFL;

	private final ModuleModel module;

	private final CodeReader code;

	private final CodeErrors errors;

	private final OperandStack operands;

	EntityOperands(ModuleModel module, CodeReader code, CodeErrors errors, OperandStack operands) {
		this.module = module;
		this.code = code;
		this.errors = errors;
		this.operands = operands;
	}

	// ---- functions and types

	/// The type of the function that the instruction names.
	FunctionType function() {
		int index = this.code.index();
		if (Integer.compareUnsigned(index, this.module.functionCount()) >= 0) {
			throw this.errors.unknown("function", index, this.module.functionCount());
		}
		return this.module.functionType(index);
	}

	/// Checks that the function which the instruction names may become a reference.
	void declaredFunction() {
		int index = this.code.index();
		if (Integer.compareUnsigned(index, this.module.functionCount()) >= 0) {
			throw this.errors.unknown("function", index, this.module.functionCount());
		}
		if (!this.module.isDeclaredReference(index)) {
			throw this.errors.invalid("undeclared function reference",
					"function %d is neither exported nor in an element segment".formatted(index));
		}
	}

	/// The type of references to a function: not null, and exactly the function's type.
	ReferenceType functionReference(int functionIndex) {
		return new ReferenceType(false, new HeapType.Concrete(this.module.functionTypeIndex(functionIndex)));
	}

	/// The type that `call_ref` states. Pops the reference.
	FunctionType referredFunction() {
		FunctionType type = functionType(this.code.index());
		this.operands.pop(new ReferenceType(true, new HeapType.Concrete(this.code.index())));
		return type;
	}

	/// The function type with an index.
	FunctionType functionType(int typeIndex) {
		if (defined(typeIndex) instanceof FunctionType function) {
			return function;
		}
		throw this.errors.mismatch("a function type", "type " + typeIndex);
	}

	/// The shape of the type with an index.
	CompositeType defined(int typeIndex) {
		if (Integer.compareUnsigned(typeIndex, this.module.types().size()) >= 0) {
			throw this.errors.unknown("type", typeIndex, this.module.types().size());
		}
		return this.module.types().types().get(typeIndex).composite();
	}

	/// Checks that a type which the instruction mentions is defined.
	HeapType defined(HeapType type) {
		if (type instanceof HeapType.Concrete concrete) {
			defined(concrete.typeIndex());
		}
		return type;
	}

	/// Checks that a type which the instruction mentions is defined.
	ValueType defined(ValueType type) {
		if (type instanceof ReferenceType reference) {
			defined(reference.heapType());
		}
		return type;
	}

	/// The type that `call_indirect` expects. Pops the index in the table.
	FunctionType indirectFunction() {
		ExternalType.Table table = table(this.code.secondIndex());
		if (!this.module.subtyping().matches(table.elementType(), ReferenceType.FUNCREF)) {
			throw this.errors.mismatch("a table of functions", "a table of " + table.elementType());
		}
		FunctionType type = functionType(this.code.index());
		this.operands.pop(table.addressType().valueType());
		return type;
	}

	/// What exceptions with a tag carry.
	List<ValueType> tag(int index) {
		List<ExternalType.Tag> tags = this.module.tagTypes();
		if (Integer.compareUnsigned(index, tags.size()) >= 0) {
			throw this.errors.unknown("tag", index, tags.size());
		}
		return functionType(tags.get(index).typeIndex()).parameters();
	}

	/// The global that the instruction names.
	/// @param visible how many globals exist for the code
	ExternalType.Global global(int visible) {
		int count = Math.min(visible, this.module.globalTypes().size());
		int index = this.code.index();
		if (Integer.compareUnsigned(index, count) >= 0) {
			throw this.errors.unknown("global", index, count);
		}
		return this.module.globalTypes().get(index);
	}

	// ---- memories

	private ValueType memory(int index) {
		List<ExternalType.Memory> memories = this.module.memoryTypes();
		if (Integer.compareUnsigned(index, memories.size()) >= 0) {
			throw this.errors.unknown("memory", index, memories.size());
		}
		return memories.get(index).addressType().valueType();
	}

	void access(MemoryAccessOp op) {
		ValueType address = memoryArgument(op.naturalAlignmentLog2());
		switch (op.access()) {
			case LOAD -> {
				this.operands.pop(address);
				this.operands.push(op.type());
			}
			case STORE -> {
				this.operands.pop(op.type());
				this.operands.pop(address);
			}
		}
	}

	void access(VectorMemoryOp op) {
		ValueType address = memoryArgument(op.naturalAlignmentLog2());
		if (op.isLane() || op.access() == MemoryAccessOp.Access.STORE) {
			this.operands.pop(VectorType.V128);
		}
		this.operands.pop(address);
		if (op.access() == MemoryAccessOp.Access.LOAD) {
			this.operands.push(VectorType.V128);
		}
	}

	/// Checks what a load or store states about the address, and returns its type.
	private ValueType memoryArgument(int naturalAlignmentLog2) {
		ValueType address = memory(this.code.index());
		if (this.code.alignmentLog2() > naturalAlignmentLog2) {
			throw this.errors.invalid("alignment must not be larger than natural",
					"2^%d is stated, 2^%d is natural".formatted(this.code.alignmentLog2(), naturalAlignmentLog2));
		}
		checkOffset(address);
		return address;
	}

	private void checkOffset(ValueType address) {
		if (address == NumberType.I32 && Long.compareUnsigned(this.code.number(), MAXIMUM_OFFSET_32) > 0) {
			throw this.errors.invalid("offset out of range",
					Long.toUnsignedString(this.code.number()) + " does not fit into 32 bits");
		}
	}

	void atomic(AtomicOp op) {
		if (op.action() == AtomicOp.Action.FENCE) {
			return;
		}
		ValueType address = memory(this.code.index());
		if (this.code.alignmentLog2() != op.alignmentLog2()) {
			throw this.errors.invalid("atomic alignment must be natural",
					"2^%d is stated, 2^%d is natural".formatted(this.code.alignmentLog2(), op.alignmentLog2()));
		}
		checkOffset(address);
		ValueType type = op.type();
		switch (op.action()) {
			case NOTIFY -> atomic(NumberType.I32, address, NumberType.I32);
			case WAIT -> atomic(NumberType.I32, address, type, NumberType.I64);
			case LOAD -> atomic(type, address);
			case STORE -> pop(address, type);
			case ADD, SUBTRACT, AND, OR, XOR, EXCHANGE -> atomic(type, address, type);
			case COMPARE_EXCHANGE -> atomic(type, address, type, type);
			case FENCE -> throw new IllegalStateException("a fence has no operands");
		}
	}

	private void atomic(ValueType result, ValueType... operands) {
		pop(operands);
		this.operands.push(result);
	}

	void memory(MemoryOp op) {
		switch (op) {
			case MEMORY_SIZE -> this.operands.push(memory(this.code.index()));
			case MEMORY_GROW -> {
				ValueType address = memory(this.code.index());
				this.operands.pop(address);
				this.operands.push(address);
			}
			case MEMORY_FILL -> {
				ValueType address = memory(this.code.index());
				pop(address, NumberType.I32, address);
			}
			case MEMORY_COPY -> {
				ValueType to = memory(this.code.index());
				ValueType from = memory(this.code.secondIndex());
				pop(to, from, length(to, from));
			}
			case MEMORY_INIT -> {
				ValueType to = memory(this.code.secondIndex());
				dataSegment(this.code.index(), dataCount());
				pop(to, NumberType.I32, NumberType.I32);
			}
			case DATA_DROP -> dataSegment(this.code.index(), dataCount());
		}
	}

	private int dataCount() {
		return this.module.dataCount()
			.orElseThrow(() -> this.code.malformed("data count section required",
					"an instruction names data segment " + Integer.toUnsignedString(this.code.index())));
	}

	/// Checks that the data segment which the instruction names exists.
	void dataSegment(int index) {
		dataSegment(index, dataCount());
	}

	private void dataSegment(int index, int count) {
		if (Integer.compareUnsigned(index, count) >= 0) {
			throw this.errors.unknown("data segment", index, count);
		}
	}

	// ---- tables

	private ExternalType.Table table(int index) {
		List<ExternalType.Table> tables = this.module.tableTypes();
		if (Integer.compareUnsigned(index, tables.size()) >= 0) {
			throw this.errors.unknown("table", index, tables.size());
		}
		return tables.get(index);
	}

	void table(TableOp op) {
		switch (op) {
			case TABLE_GET -> {
				ExternalType.Table table = table(this.code.index());
				this.operands.pop(address(table));
				this.operands.push(table.elementType());
			}
			case TABLE_SET -> {
				ExternalType.Table table = table(this.code.index());
				pop(address(table), table.elementType());
			}
			case TABLE_SIZE -> this.operands.push(address(table(this.code.index())));
			case TABLE_GROW -> {
				ExternalType.Table table = table(this.code.index());
				pop(table.elementType(), address(table));
				this.operands.push(address(table));
			}
			case TABLE_FILL -> {
				ExternalType.Table table = table(this.code.index());
				pop(address(table), table.elementType(), address(table));
			}
			case TABLE_COPY -> tableCopy();
			case TABLE_INIT -> tableInit();
			case ELEM_DROP -> elementType(this.code.index());
		}
	}

	private void tableCopy() {
		ExternalType.Table to = table(this.code.index());
		ExternalType.Table from = table(this.code.secondIndex());
		checkElements(from.elementType(), to);
		pop(address(to), address(from), length(address(to), address(from)));
	}

	private void tableInit() {
		ExternalType.Table to = table(this.code.secondIndex());
		checkElements(elementType(this.code.index()), to);
		pop(address(to), NumberType.I32, NumberType.I32);
	}

	private void checkElements(ReferenceType type, ExternalType.Table to) {
		if (!this.module.subtyping().matches(type, to.elementType())) {
			throw this.errors.mismatch("elements of type " + to.elementType(), type.toString());
		}
	}

	/// What the element segment with an index holds.
	ReferenceType elementType(int index) {
		int count = this.module.elements().size();
		if (Integer.compareUnsigned(index, count) >= 0) {
			throw this.errors.unknown("elem segment", index, count);
		}
		return this.module.elements().get(index).type();
	}

	private static ValueType address(ExternalType.Table table) {
		return table.addressType().valueType();
	}

	/// The type of a length that is good for both: the smaller one.
	private static ValueType length(ValueType to, ValueType from) {
		return (to == NumberType.I32) ? to : from;
	}

	/// Pops operands; the last one is on top.
	private void pop(ValueType... types) {
		for (int i = types.length - 1; i >= 0; i--) {
			this.operands.pop(types[i]);
		}
	}

}
