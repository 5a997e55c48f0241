package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.VectorType;
import dev.graft.compiler.asm.Instruction;

/// How the elements of an array are accessed: the rows of a table.
enum ArrayAccess {

	I8(Instruction.BALOAD, Instruction.BASTORE, AbiMethod.ARRAY_NEW_BYTES, AbiMethod.ARRAY_FILLED_BYTES,
			AbiMethod.ARRAY_BYTES_OF_DATA, AbiMethod.ARRAY_FILL_BYTES),

	I16(Instruction.SALOAD, Instruction.SASTORE, AbiMethod.ARRAY_NEW_SHORTS, AbiMethod.ARRAY_FILLED_SHORTS,
			AbiMethod.ARRAY_SHORTS_OF_DATA, AbiMethod.ARRAY_FILL_SHORTS),

	I32(Instruction.IALOAD, Instruction.IASTORE, AbiMethod.ARRAY_NEW_INTS, AbiMethod.ARRAY_FILLED_INTS,
			AbiMethod.ARRAY_INTS_OF_DATA, AbiMethod.ARRAY_FILL_INTS),

	I64(Instruction.LALOAD, Instruction.LASTORE, AbiMethod.ARRAY_NEW_LONGS, AbiMethod.ARRAY_FILLED_LONGS,
			AbiMethod.ARRAY_LONGS_OF_DATA, AbiMethod.ARRAY_FILL_LONGS),

	F32(Instruction.FALOAD, Instruction.FASTORE, AbiMethod.ARRAY_NEW_FLOATS, AbiMethod.ARRAY_FILLED_FLOATS,
			AbiMethod.ARRAY_FLOATS_OF_DATA, AbiMethod.ARRAY_FILL_FLOATS),

	F64(Instruction.DALOAD, Instruction.DASTORE, AbiMethod.ARRAY_NEW_DOUBLES, AbiMethod.ARRAY_FILLED_DOUBLES,
			AbiMethod.ARRAY_DOUBLES_OF_DATA, AbiMethod.ARRAY_FILL_DOUBLES),

	/// Each half is an element.
	VECTOR(Instruction.LALOAD, Instruction.LASTORE, AbiMethod.ARRAY_NEW_VECTORS, AbiMethod.ARRAY_FILLED_VECTORS,
			AbiMethod.ARRAY_VECTORS_OF_DATA, AbiMethod.ARRAY_FILL_VECTORS),

	/// Made of element segments, never of data.
	REFERENCE(Instruction.AALOAD, Instruction.AASTORE, AbiMethod.ARRAY_NEW_OBJECTS, AbiMethod.ARRAY_FILLED_OBJECTS,
			AbiMethod.ARRAY_OBJECTS_OF_ELEMENTS, AbiMethod.ARRAY_FILL_OBJECTS);

	private final Instruction load;

	private final Instruction store;

	private final AbiMethod made;

	private final AbiMethod filled;

	private final AbiMethod ofData;

	private final AbiMethod fill;

	ArrayAccess(Instruction load, Instruction store, AbiMethod made, AbiMethod filled, AbiMethod ofData,
			AbiMethod fill) {
		this.load = load;
		this.store = store;
		this.made = made;
		this.filled = filled;
		this.ofData = ofData;
		this.fill = fill;
	}

	static ArrayAccess of(StorageType element) {
		return switch (element) {
			case PackedType.I8 -> I8;
			case PackedType.I16 -> I16;
			case NumberType.I32 -> I32;
			case NumberType.I64 -> I64;
			case NumberType.F32 -> F32;
			case NumberType.F64 -> F64;
			case VectorType vector -> VECTOR;
			case ReferenceType reference -> REFERENCE;
		};
	}

	/// Pushes an element.
	Instruction load() {
		return this.load;
	}

	/// Pops an element.
	Instruction store() {
		return this.store;
	}

	/// Makes the elements of `array.new_default`.
	AbiMethod made() {
		return this.made;
	}

	/// Makes the elements of `array.new`.
	AbiMethod filled() {
		return this.filled;
	}

	/// Makes the elements of `array.new_data`.
	AbiMethod ofData() {
		return this.ofData;
	}

	/// Does `array.fill`.
	AbiMethod fill() {
		return this.fill;
	}

}
