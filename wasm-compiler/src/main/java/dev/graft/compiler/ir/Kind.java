package dev.graft.compiler.ir;

import dev.graft.artifact.abi.CallFrameField;
import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;

/// What the JVM holds a value as.
public enum Kind {

	/// An `i32`.
	INT("I", 1),

	/// An `i64`.
	LONG("J", 2),

	/// An `f32`.
	FLOAT("F", 1),

	/// An `f64`.
	DOUBLE("D", 2),

	/// A `v128`, until it is taken apart: no JVM value is one.
	VECTOR("JJ", 4),

	/// A `v128` as an object of the Vector API, which HotSpot keeps in a register as long
	/// as nobody else gets to see it: the API sees it as bytes.
	REGISTER("L" + VectorApiMember.register("Byte") + ";", 1),

	/// The same as numbers of 16 bits.
	SHORT_REGISTER("L" + VectorApiMember.register("Short") + ";", 1),

	/// The same as numbers of 32 bits.
	INT_REGISTER("L" + VectorApiMember.register("Int") + ";", 1),

	/// The same as numbers of 64 bits.
	LONG_REGISTER("L" + VectorApiMember.register("Long") + ";", 1),

	/// The same as `f32`.
	FLOAT_REGISTER("L" + VectorApiMember.register("Float") + ";", 1),

	/// The same as `f64`.
	DOUBLE_REGISTER("L" + VectorApiMember.register("Double") + ";", 1),

	/// Any reference.
	REFERENCE("Ljava/lang/Object;", 1),

	/// A `long[]` that holds numbers as bits: the numeric parameters of a function with
	/// too many, and variables that found no place in a [#FRAME] either.
	BITS("[J", 1),

	/// An `Object[]`, the same for references.
	REFERENCES("[Ljava/lang/Object;", 1),

	/// Where a call keeps variables that found no place in the frame.
	FRAME("L" + CallFrameField.OWNER + ";", 1),

	/// No value.
	VOID("V", 0);

	private final String descriptor;

	private final int slots;

	Kind(String descriptor, int slots) {
		this.descriptor = descriptor;
		this.slots = slots;
	}

	/// The kind that values of a Wasm type have.
	public static Kind of(ValueType type) {
		return switch (type) {
			case NumberType number -> switch (number) {
				case I32 -> INT;
				case I64 -> LONG;
				case F32 -> FLOAT;
				case F64 -> DOUBLE;
			};
			case ReferenceType reference -> REFERENCE;
			case VectorType vector -> VECTOR;
		};
	}

	/// The kind of what a method returns.
	/// @param descriptor the method's descriptor
	static Kind ofResult(String descriptor) {
		return switch (descriptor.charAt(descriptor.indexOf(')') + 1)) {
			case 'I' -> INT;
			case 'J' -> LONG;
			case 'F' -> FLOAT;
			case 'D' -> DOUBLE;
			default -> throw new IllegalArgumentException(descriptor + " does not compute a number");
		};
	}

	/// The JVM's field descriptor.
	public String descriptor() {
		return this.descriptor;
	}

	/// How many slots of a JVM frame a value takes.
	public int slots() {
		return this.slots;
	}

	/// Whether values are references for the JVM.
	public boolean isReference() {
		return this == REFERENCE || isRegister() || this == BITS || this == REFERENCES || this == FRAME;
	}

	/// Whether values are objects of the Vector API.
	public boolean isRegister() {
		return switch (this) {
			case REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER -> true;
			default -> false;
		};
	}

	/// The internal name of the class of values that are objects.
	public String className() {
		return this.descriptor.substring(1, this.descriptor.length() - 1);
	}

}
