package dev.graft.artifact.abi;

import static dev.graft.artifact.abi.MemberKind.STATIC;
import static dev.graft.artifact.abi.MemberKind.STATIC_GET;
import static dev.graft.artifact.abi.MemberKind.VIRTUAL;

/// The members of the Vector API that generated code may use, where the Java process has
/// it: functions of vectors, and access to linear memory. None of them can reach anything
/// that it was not handed.
///
/// The API is an incubating module, which is there only if the process was started with
/// `--add-modules jdk.incubator.vector`.
public enum VectorApiMember implements AllowedMember {

	BYTE_SPECIES(STATIC_GET, "ByteVector", "SPECIES_128", "L@VectorSpecies;"),

	BYTE_BROADCAST(STATIC, "ByteVector", "broadcast", "(L@VectorSpecies;B)L@ByteVector;"),

	BYTE_ADD(VIRTUAL, "ByteVector", "add", "(L@Vector;)L@ByteVector;"),

	BYTE_SUB(VIRTUAL, "ByteVector", "sub", "(L@Vector;)L@ByteVector;"),

	BYTE_MIN(VIRTUAL, "ByteVector", "min", "(L@Vector;)L@ByteVector;"),

	BYTE_MAX(VIRTUAL, "ByteVector", "max", "(L@Vector;)L@ByteVector;"),

	BYTE_NEG(VIRTUAL, "ByteVector", "neg", "()L@ByteVector;"),

	BYTE_ABS(VIRTUAL, "ByteVector", "abs", "()L@ByteVector;"),

	BYTE_LANEWISE(VIRTUAL, "ByteVector", "lanewise", "(L@VectorOperators$Binary;L@Vector;)L@ByteVector;"),

	BYTE_SHIFT(VIRTUAL, "ByteVector", "lanewise", "(L@VectorOperators$Binary;B)L@ByteVector;"),

	BYTE_COMPARE(VIRTUAL, "ByteVector", "compare", "(L@VectorOperators$Comparison;L@Vector;)L@VectorMask;"),

	BYTE_LANE(VIRTUAL, "ByteVector", "lane", "(I)B"),

	BYTE_WITH_LANE(VIRTUAL, "ByteVector", "withLane", "(IB)L@ByteVector;"),

	SHORT_SPECIES(STATIC_GET, "ShortVector", "SPECIES_128", "L@VectorSpecies;"),

	SHORT_BROADCAST(STATIC, "ShortVector", "broadcast", "(L@VectorSpecies;S)L@ShortVector;"),

	SHORT_ADD(VIRTUAL, "ShortVector", "add", "(L@Vector;)L@ShortVector;"),

	SHORT_SUB(VIRTUAL, "ShortVector", "sub", "(L@Vector;)L@ShortVector;"),

	SHORT_MUL(VIRTUAL, "ShortVector", "mul", "(L@Vector;)L@ShortVector;"),

	SHORT_MIN(VIRTUAL, "ShortVector", "min", "(L@Vector;)L@ShortVector;"),

	SHORT_MAX(VIRTUAL, "ShortVector", "max", "(L@Vector;)L@ShortVector;"),

	SHORT_NEG(VIRTUAL, "ShortVector", "neg", "()L@ShortVector;"),

	SHORT_ABS(VIRTUAL, "ShortVector", "abs", "()L@ShortVector;"),

	SHORT_LANEWISE(VIRTUAL, "ShortVector", "lanewise", "(L@VectorOperators$Binary;L@Vector;)L@ShortVector;"),

	SHORT_SHIFT(VIRTUAL, "ShortVector", "lanewise", "(L@VectorOperators$Binary;S)L@ShortVector;"),

	SHORT_COMPARE(VIRTUAL, "ShortVector", "compare", "(L@VectorOperators$Comparison;L@Vector;)L@VectorMask;"),

	SHORT_LANE(VIRTUAL, "ShortVector", "lane", "(I)S"),

	SHORT_WITH_LANE(VIRTUAL, "ShortVector", "withLane", "(IS)L@ShortVector;"),

	INT_SPECIES(STATIC_GET, "IntVector", "SPECIES_128", "L@VectorSpecies;"),

	INT_BROADCAST(STATIC, "IntVector", "broadcast", "(L@VectorSpecies;I)L@IntVector;"),

	INT_ADD(VIRTUAL, "IntVector", "add", "(L@Vector;)L@IntVector;"),

	INT_SUB(VIRTUAL, "IntVector", "sub", "(L@Vector;)L@IntVector;"),

	INT_MUL(VIRTUAL, "IntVector", "mul", "(L@Vector;)L@IntVector;"),

	INT_MIN(VIRTUAL, "IntVector", "min", "(L@Vector;)L@IntVector;"),

	INT_MAX(VIRTUAL, "IntVector", "max", "(L@Vector;)L@IntVector;"),

	INT_NEG(VIRTUAL, "IntVector", "neg", "()L@IntVector;"),

	INT_ABS(VIRTUAL, "IntVector", "abs", "()L@IntVector;"),

	INT_LANEWISE(VIRTUAL, "IntVector", "lanewise", "(L@VectorOperators$Binary;L@Vector;)L@IntVector;"),

	INT_SHIFT(VIRTUAL, "IntVector", "lanewise", "(L@VectorOperators$Binary;I)L@IntVector;"),

	INT_COMPARE(VIRTUAL, "IntVector", "compare", "(L@VectorOperators$Comparison;L@Vector;)L@VectorMask;"),

	INT_LANE(VIRTUAL, "IntVector", "lane", "(I)I"),

	INT_WITH_LANE(VIRTUAL, "IntVector", "withLane", "(II)L@IntVector;"),

	LONG_SPECIES(STATIC_GET, "LongVector", "SPECIES_128", "L@VectorSpecies;"),

	LONG_BROADCAST(STATIC, "LongVector", "broadcast", "(L@VectorSpecies;J)L@LongVector;"),

	LONG_ADD(VIRTUAL, "LongVector", "add", "(L@Vector;)L@LongVector;"),

	LONG_SUB(VIRTUAL, "LongVector", "sub", "(L@Vector;)L@LongVector;"),

	LONG_MUL(VIRTUAL, "LongVector", "mul", "(L@Vector;)L@LongVector;"),

	LONG_NEG(VIRTUAL, "LongVector", "neg", "()L@LongVector;"),

	LONG_ABS(VIRTUAL, "LongVector", "abs", "()L@LongVector;"),

	LONG_LANEWISE(VIRTUAL, "LongVector", "lanewise", "(L@VectorOperators$Binary;L@Vector;)L@LongVector;"),

	LONG_SHIFT(VIRTUAL, "LongVector", "lanewise", "(L@VectorOperators$Binary;J)L@LongVector;"),

	LONG_LANE(VIRTUAL, "LongVector", "lane", "(I)J"),

	LONG_WITH_LANE(VIRTUAL, "LongVector", "withLane", "(IJ)L@LongVector;"),

	FLOAT_SPECIES(STATIC_GET, "FloatVector", "SPECIES_128", "L@VectorSpecies;"),

	FLOAT_BROADCAST(STATIC, "FloatVector", "broadcast", "(L@VectorSpecies;F)L@FloatVector;"),

	FLOAT_ADD(VIRTUAL, "FloatVector", "add", "(L@Vector;)L@FloatVector;"),

	FLOAT_SUB(VIRTUAL, "FloatVector", "sub", "(L@Vector;)L@FloatVector;"),

	FLOAT_MUL(VIRTUAL, "FloatVector", "mul", "(L@Vector;)L@FloatVector;"),

	FLOAT_DIV(VIRTUAL, "FloatVector", "div", "(L@Vector;)L@FloatVector;"),

	FLOAT_NEG(VIRTUAL, "FloatVector", "neg", "()L@FloatVector;"),

	FLOAT_ABS(VIRTUAL, "FloatVector", "abs", "()L@FloatVector;"),

	FLOAT_SQRT(VIRTUAL, "FloatVector", "sqrt", "()L@FloatVector;"),

	FLOAT_COMPARE(VIRTUAL, "FloatVector", "compare", "(L@VectorOperators$Comparison;L@Vector;)L@VectorMask;"),

	FLOAT_LANE(VIRTUAL, "FloatVector", "lane", "(I)F"),

	FLOAT_WITH_LANE(VIRTUAL, "FloatVector", "withLane", "(IF)L@FloatVector;"),

	DOUBLE_SPECIES(STATIC_GET, "DoubleVector", "SPECIES_128", "L@VectorSpecies;"),

	DOUBLE_BROADCAST(STATIC, "DoubleVector", "broadcast", "(L@VectorSpecies;D)L@DoubleVector;"),

	DOUBLE_ADD(VIRTUAL, "DoubleVector", "add", "(L@Vector;)L@DoubleVector;"),

	DOUBLE_SUB(VIRTUAL, "DoubleVector", "sub", "(L@Vector;)L@DoubleVector;"),

	DOUBLE_MUL(VIRTUAL, "DoubleVector", "mul", "(L@Vector;)L@DoubleVector;"),

	DOUBLE_DIV(VIRTUAL, "DoubleVector", "div", "(L@Vector;)L@DoubleVector;"),

	DOUBLE_NEG(VIRTUAL, "DoubleVector", "neg", "()L@DoubleVector;"),

	DOUBLE_ABS(VIRTUAL, "DoubleVector", "abs", "()L@DoubleVector;"),

	DOUBLE_SQRT(VIRTUAL, "DoubleVector", "sqrt", "()L@DoubleVector;"),

	DOUBLE_LANE(VIRTUAL, "DoubleVector", "lane", "(I)D"),

	DOUBLE_WITH_LANE(VIRTUAL, "DoubleVector", "withLane", "(ID)L@DoubleVector;"),

	BYTE_AND(VIRTUAL, "ByteVector", "and", "(L@Vector;)L@ByteVector;"),

	BYTE_OR(VIRTUAL, "ByteVector", "or", "(L@Vector;)L@ByteVector;"),

	BYTE_NOT(VIRTUAL, "ByteVector", "not", "()L@ByteVector;"),

	BYTE_SELECT_FROM(VIRTUAL, "ByteVector", "selectFrom", "(L@Vector;)L@ByteVector;"),

	BYTE_FROM_MEMORY(STATIC, "ByteVector", "fromMemorySegment",
			"(L@VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)L@ByteVector;"),

	BYTE_INTO_MEMORY(VIRTUAL, "ByteVector", "intoMemorySegment",
			"(Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V"),

	SHORT_AND(VIRTUAL, "ShortVector", "and", "(L@Vector;)L@ShortVector;"),

	SHORT_OR(VIRTUAL, "ShortVector", "or", "(L@Vector;)L@ShortVector;"),

	SHORT_NOT(VIRTUAL, "ShortVector", "not", "()L@ShortVector;"),

	INT_AND(VIRTUAL, "IntVector", "and", "(L@Vector;)L@IntVector;"),

	INT_OR(VIRTUAL, "IntVector", "or", "(L@Vector;)L@IntVector;"),

	INT_NOT(VIRTUAL, "IntVector", "not", "()L@IntVector;"),

	LONG_AND(VIRTUAL, "LongVector", "and", "(L@Vector;)L@LongVector;"),

	LONG_OR(VIRTUAL, "LongVector", "or", "(L@Vector;)L@LongVector;"),

	LONG_NOT(VIRTUAL, "LongVector", "not", "()L@LongVector;"),

	SHORT_FROM_MEMORY(STATIC, "ShortVector", "fromMemorySegment",
			"(L@VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)L@ShortVector;"),

	SHORT_INTO_MEMORY(VIRTUAL, "ShortVector", "intoMemorySegment",
			"(Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V"),

	INT_FROM_MEMORY(STATIC, "IntVector", "fromMemorySegment",
			"(L@VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)L@IntVector;"),

	INT_INTO_MEMORY(VIRTUAL, "IntVector", "intoMemorySegment",
			"(Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V"),

	LONG_FROM_MEMORY(STATIC, "LongVector", "fromMemorySegment",
			"(L@VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)L@LongVector;"),

	LONG_INTO_MEMORY(VIRTUAL, "LongVector", "intoMemorySegment",
			"(Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V"),

	FLOAT_FROM_MEMORY(STATIC, "FloatVector", "fromMemorySegment",
			"(L@VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)L@FloatVector;"),

	FLOAT_INTO_MEMORY(VIRTUAL, "FloatVector", "intoMemorySegment",
			"(Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V"),

	DOUBLE_FROM_MEMORY(STATIC, "DoubleVector", "fromMemorySegment",
			"(L@VectorSpecies;Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)L@DoubleVector;"),

	DOUBLE_INTO_MEMORY(VIRTUAL, "DoubleVector", "intoMemorySegment",
			"(Ljava/lang/foreign/MemorySegment;JLjava/nio/ByteOrder;)V"),

	AS_BYTE(VIRTUAL, "Vector", "reinterpretAsBytes", "()L@ByteVector;"),

	AS_SHORT(VIRTUAL, "Vector", "reinterpretAsShorts", "()L@ShortVector;"),

	AS_INT(VIRTUAL, "Vector", "reinterpretAsInts", "()L@IntVector;"),

	AS_LONG(VIRTUAL, "Vector", "reinterpretAsLongs", "()L@LongVector;"),

	AS_FLOAT(VIRTUAL, "Vector", "reinterpretAsFloats", "()L@FloatVector;"),

	AS_DOUBLE(VIRTUAL, "Vector", "reinterpretAsDoubles", "()L@DoubleVector;"),

	CONVERT_SHAPE(VIRTUAL, "Vector", "convertShape", "(L@VectorOperators$Conversion;L@VectorSpecies;I)L@Vector;"),

	MASK_CAST(VIRTUAL, "VectorMask", "cast", "(L@VectorSpecies;)L@VectorMask;"),

	MASK_TO_VECTOR(VIRTUAL, "VectorMask", "toVector", "()L@Vector;"),

	MASK_ANY_TRUE(VIRTUAL, "VectorMask", "anyTrue", "()Z"),

	MASK_TO_LONG(VIRTUAL, "VectorMask", "toLong", "()J"),

	XOR(STATIC_GET, "VectorOperators", "XOR", "L@VectorOperators$Associative;"),

	UMIN(STATIC_GET, "VectorOperators", "UMIN", "L@VectorOperators$Associative;"),

	UMAX(STATIC_GET, "VectorOperators", "UMAX", "L@VectorOperators$Associative;"),

	LSHL(STATIC_GET, "VectorOperators", "LSHL", "L@VectorOperators$Binary;"),

	ASHR(STATIC_GET, "VectorOperators", "ASHR", "L@VectorOperators$Binary;"),

	LSHR(STATIC_GET, "VectorOperators", "LSHR", "L@VectorOperators$Binary;"),

	SADD(STATIC_GET, "VectorOperators", "SADD", "L@VectorOperators$Binary;"),

	SUADD(STATIC_GET, "VectorOperators", "SUADD", "L@VectorOperators$Binary;"),

	SSUB(STATIC_GET, "VectorOperators", "SSUB", "L@VectorOperators$Binary;"),

	SUSUB(STATIC_GET, "VectorOperators", "SUSUB", "L@VectorOperators$Binary;"),

	EQ(STATIC_GET, "VectorOperators", "EQ", "L@VectorOperators$Comparison;"),

	NE(STATIC_GET, "VectorOperators", "NE", "L@VectorOperators$Comparison;"),

	LT(STATIC_GET, "VectorOperators", "LT", "L@VectorOperators$Comparison;"),

	LE(STATIC_GET, "VectorOperators", "LE", "L@VectorOperators$Comparison;"),

	GT(STATIC_GET, "VectorOperators", "GT", "L@VectorOperators$Comparison;"),

	GE(STATIC_GET, "VectorOperators", "GE", "L@VectorOperators$Comparison;"),

	ULT(STATIC_GET, "VectorOperators", "ULT", "L@VectorOperators$Comparison;"),

	ULE(STATIC_GET, "VectorOperators", "ULE", "L@VectorOperators$Comparison;"),

	UGT(STATIC_GET, "VectorOperators", "UGT", "L@VectorOperators$Comparison;"),

	UGE(STATIC_GET, "VectorOperators", "UGE", "L@VectorOperators$Comparison;"),

	B2S(STATIC_GET, "VectorOperators", "B2S", "L@VectorOperators$Conversion;"),

	ZERO_EXTEND_B2S(STATIC_GET, "VectorOperators", "ZERO_EXTEND_B2S", "L@VectorOperators$Conversion;"),

	S2I(STATIC_GET, "VectorOperators", "S2I", "L@VectorOperators$Conversion;"),

	ZERO_EXTEND_S2I(STATIC_GET, "VectorOperators", "ZERO_EXTEND_S2I", "L@VectorOperators$Conversion;"),

	I2L(STATIC_GET, "VectorOperators", "I2L", "L@VectorOperators$Conversion;"),

	ZERO_EXTEND_I2L(STATIC_GET, "VectorOperators", "ZERO_EXTEND_I2L", "L@VectorOperators$Conversion;"),

	S2B(STATIC_GET, "VectorOperators", "S2B", "L@VectorOperators$Conversion;"),

	I2S(STATIC_GET, "VectorOperators", "I2S", "L@VectorOperators$Conversion;"),

	I2F(STATIC_GET, "VectorOperators", "I2F", "L@VectorOperators$Conversion;"),

	F2I(STATIC_GET, "VectorOperators", "F2I", "L@VectorOperators$Conversion;"),

	I2D(STATIC_GET, "VectorOperators", "I2D", "L@VectorOperators$Conversion;"),

	LITTLE_ENDIAN(STATIC_GET, "java/nio/ByteOrder", "LITTLE_ENDIAN", "Ljava/nio/ByteOrder;");

	/// The module that the API is in.
	public static final String MODULE = "jdk.incubator.vector";

	private static final String PACKAGE = "jdk/incubator/vector/";

	private final MemberKind kind;

	private final String simpleOwner;

	private final String memberName;

	private final String descriptor;

	// `@` stands for the package in descriptors, which would not fit on a line otherwise.
	VectorApiMember(MemberKind kind, String simpleOwner, String memberName, String descriptor) {
		this.kind = kind;
		this.simpleOwner = simpleOwner;
		this.memberName = memberName;
		this.descriptor = descriptor;
	}

	/// The internal name of a class that generated code holds vectors as.
	/// @param lanes what the API calls the type of a lane, such as `Byte`
	public static String register(String lanes) {
		return PACKAGE + lanes + "Vector";
	}

	/// Whether this process has the API.
	public static boolean isPresent() {
		return ModuleLayer.boot().findModule(MODULE).isPresent();
	}

	@Override
	public String owner() {
		return (this.simpleOwner.indexOf('/') < 0) ? PACKAGE + this.simpleOwner : this.simpleOwner;
	}

	@Override
	public String memberName() {
		return this.memberName;
	}

	@Override
	public String descriptor() {
		return this.descriptor.replace("@", PACKAGE);
	}

	@Override
	public MemberKind kind() {
		return this.kind;
	}

}
