package dev.graft.artifact.abi;

import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.TypeDigest;
import dev.graft.artifact.type.VectorType;

/// How structure and array types look as Java classes.
///
/// The engine makes the classes, once for all modules that have equal types, so their
/// names come from the types' digests. Generated code reads and writes their fields and
/// calls their factories.
///
/// ```
///   graft.type.S<digest>     extends StructReference, or the class of the declared supertype
///       f0, f1 …             the type's own fields; a v128 is two: f2l, f2h
///       create(fields…)      a new one; not there if Java cannot pass so many parameters
///       createDefault()      a new one of zeros and nulls
///   graft.type.A<digest>     extends IntArrayReference and its like, or the class of the declared supertype
///       elements             inherited: int[] …; a v128 takes two elements of a long[]
///       create(int[])        the array with these elements
/// ```
public final class GeneratedTypes {

	/// The package of all of them, as class files write it.
	public static final String PACKAGE = "graft/type/";

	/// The static method that makes an object.
	public static final String CREATE = "create";

	/// The static method that makes a structure of zeros and nulls.
	public static final String CREATE_DEFAULT = "createDefault";

	/// The type of [#CREATE_DEFAULT].
	public static final String CREATE_DEFAULT_DESCRIPTOR = "()Ljava/lang/Object;";

	/// The field of an array that holds its elements.
	public static final String ELEMENTS = "elements";

	/// The superclass of structures whose type has no declared supertype.
	public static final String STRUCT_REFERENCE = AbiMethod.PACKAGE + "StructReference";

	private static final String OBJECT = "Ljava/lang/Object;";

	private static final char FIELD = 'f';

	private GeneratedTypes() {
	}

	/// The internal name of the class of a structure or array type.
	/// @throws IllegalArgumentException for a function type, which has none
	public static String className(CompositeType type, TypeDigest digest) {
		return PACKAGE + switch (type) {
			case StructType structure -> "S";
			case ArrayType array -> "A";
			case FunctionType function -> throw new IllegalArgumentException(function + " has no class");
		} + digest;
	}

	/// Whether an internal name is that of such a class.
	public static boolean isTypeClass(String internalName) {
		return internalName.startsWith(PACKAGE);
	}

	/// The Java field of a structure's field, or of the low half of a `v128`.
	public static String field(StorageType type, int index) {
		return (type == VectorType.V128) ? FIELD + Integer.toString(index) + "l" : FIELD + Integer.toString(index);
	}

	/// The Java field of the high half of a `v128`.
	public static String highField(int index) {
		return FIELD + Integer.toString(index) + "h";
	}

	/// Whether a Java field of that name can be a structure's.
	public static boolean isField(String name) {
		return name.charAt(0) == FIELD;
	}

	/// The descriptor of a Java field; that of one half for a `v128`.
	public static String fieldDescriptor(StorageType type) {
		return switch (type) {
			case PackedType packed -> switch (packed) {
				case I8 -> "B";
				case I16 -> "S";
			};
			case NumberType number -> GeneratedSignatures.carrier(number);
			case VectorType vector -> "J";
			case ReferenceType reference -> OBJECT;
		};
	}

	/// The descriptor of the Java array that holds an array's elements.
	public static String elementsDescriptor(ArrayType type) {
		return "[" + fieldDescriptor(type.element().storage());
	}

	/// The internal name of the superclass of arrays whose type has no declared
	/// supertype.
	public static String arrayReference(ArrayType type) {
		return AbiMethod.PACKAGE + switch (type.element().storage()) {
			case PackedType packed -> switch (packed) {
				case I8 -> "ByteArrayReference";
				case I16 -> "ShortArrayReference";
			};
			case NumberType number -> switch (number) {
				case I32 -> "IntArrayReference";
				case I64 -> "LongArrayReference";
				case F32 -> "FloatArrayReference";
				case F64 -> "DoubleArrayReference";
			};
			case VectorType vector -> "VectorArrayReference";
			case ReferenceType reference -> "ObjectArrayReference";
		};
	}

	/// Whether [#CREATE] can take a value for every field.
	public static boolean hasFactory(StructType type) {
		return parameterSlots(type) <= GeneratedSignatures.MOST_PARAMETER_SLOTS;
	}

	private static int parameterSlots(StructType type) {
		int slots = 0;
		for (FieldType field : type.fields()) {
			slots += switch (field.storage()) {
				case NumberType.I64, NumberType.F64 -> 2;
				case VectorType vector -> 4;
				case NumberType number -> 1;
				case PackedType packed -> 1;
				case ReferenceType reference -> 1;
			};
		}
		return slots;
	}

	/// The descriptor of [#CREATE] of a structure: packed integers are `int`s, a `v128`
	/// is two `long`s, low half first.
	public static String factoryDescriptor(StructType type) {
		StringBuilder descriptor = new StringBuilder("(");
		for (FieldType field : type.fields()) {
			descriptor.append(switch (field.storage()) {
				case PackedType packed -> "I";
				case VectorType vector -> "JJ";
				case NumberType number -> GeneratedSignatures.carrier(number);
				case ReferenceType reference -> OBJECT;
			});
		}
		return descriptor.append(')').append(OBJECT).toString();
	}

	/// The descriptor of [#CREATE] of an array.
	public static String factoryDescriptor(ArrayType type) {
		return "(" + elementsDescriptor(type) + ")" + OBJECT;
	}

}
