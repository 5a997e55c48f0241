package dev.graft.artifact.abi;

import static dev.graft.artifact.abi.MemberKind.INTERFACE;
import static dev.graft.artifact.abi.MemberKind.STATIC;
import static dev.graft.artifact.abi.MemberKind.VIRTUAL;

/// The members of the Java platform that generated code may use: functions of numbers,
/// access to linear memory, the call of a method handle, and what a call site leads to.
/// None of them can reach anything that it was not handed.
public enum JavaBaseMember implements AllowedMember {

	CHECK_INDEX(STATIC, "java/util/Objects", "checkIndex", "(JJ)J"),

	I32_ABS(STATIC, "java/lang/Math", "abs", "(I)I"),

	I32_MIN(STATIC, "java/lang/Math", "min", "(II)I"),

	I32_MAX(STATIC, "java/lang/Math", "max", "(II)I"),

	F32_FMA(STATIC, "java/lang/Math", "fma", "(FFF)F"),

	F64_FMA(STATIC, "java/lang/Math", "fma", "(DDD)D"),

	I32_BIT_COUNT(STATIC, "java/lang/Integer", "bitCount", "(I)I"),

	I32_NUMBER_OF_LEADING_ZEROS(STATIC, "java/lang/Integer", "numberOfLeadingZeros", "(I)I"),

	I32_NUMBER_OF_TRAILING_ZEROS(STATIC, "java/lang/Integer", "numberOfTrailingZeros", "(I)I"),

	I32_ROTATE_LEFT(STATIC, "java/lang/Integer", "rotateLeft", "(II)I"),

	I32_ROTATE_RIGHT(STATIC, "java/lang/Integer", "rotateRight", "(II)I"),

	I32_REVERSE_BYTES(STATIC, "java/lang/Integer", "reverseBytes", "(I)I"),

	I32_COMPARE_UNSIGNED(STATIC, "java/lang/Integer", "compareUnsigned", "(II)I"),

	I32_DIVIDE_UNSIGNED(STATIC, "java/lang/Integer", "divideUnsigned", "(II)I"),

	I32_REMAINDER_UNSIGNED(STATIC, "java/lang/Integer", "remainderUnsigned", "(II)I"),

	I64_BIT_COUNT(STATIC, "java/lang/Long", "bitCount", "(J)I"),

	I64_NUMBER_OF_LEADING_ZEROS(STATIC, "java/lang/Long", "numberOfLeadingZeros", "(J)I"),

	I64_NUMBER_OF_TRAILING_ZEROS(STATIC, "java/lang/Long", "numberOfTrailingZeros", "(J)I"),

	I64_ROTATE_LEFT(STATIC, "java/lang/Long", "rotateLeft", "(JI)J"),

	I64_ROTATE_RIGHT(STATIC, "java/lang/Long", "rotateRight", "(JI)J"),

	I64_REVERSE_BYTES(STATIC, "java/lang/Long", "reverseBytes", "(J)J"),

	I64_COMPARE_UNSIGNED(STATIC, "java/lang/Long", "compareUnsigned", "(JJ)I"),

	I64_DIVIDE_UNSIGNED(STATIC, "java/lang/Long", "divideUnsigned", "(JJ)J"),

	I64_REMAINDER_UNSIGNED(STATIC, "java/lang/Long", "remainderUnsigned", "(JJ)J"),

	I64_MULTIPLY_HIGH(STATIC, "java/lang/Math", "multiplyHigh", "(JJ)J"),

	I64_UNSIGNED_MULTIPLY_HIGH(STATIC, "java/lang/Math", "unsignedMultiplyHigh", "(JJ)J"),

	I64_TO_UNSIGNED(STATIC, "java/lang/Integer", "toUnsignedLong", "(I)J"),

	F32_RAW_BITS(STATIC, "java/lang/Float", "floatToRawIntBits", "(F)I"),

	F32_OF_BITS(STATIC, "java/lang/Float", "intBitsToFloat", "(I)F"),

	F64_RAW_BITS(STATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J"),

	F64_OF_BITS(STATIC, "java/lang/Double", "longBitsToDouble", "(J)D"),

	SQRT(STATIC, "java/lang/Math", "sqrt", "(D)D"),

	CHARACTER_AT(VIRTUAL, "java/lang/String", "charAt", "(I)C"),

	INVOKE_EXACT(VIRTUAL, "java/lang/invoke/MethodHandle", "invokeExact", ""),

	CALL_SITE_TARGET(VIRTUAL, "java/lang/invoke/MutableCallSite", "getTarget", "()Ljava/lang/invoke/MethodHandle;");

	private final String owner;

	private final String memberName;

	private final String descriptor;

	private final MemberKind kind;

	JavaBaseMember(MemberKind kind, String owner, String memberName, String descriptor) {
		this.kind = kind;
		this.owner = owner;
		this.memberName = memberName;
		this.descriptor = descriptor;
	}

	@Override
	public String owner() {
		return this.owner;
	}

	@Override
	public String memberName() {
		return this.memberName;
	}

	@Override
	public String descriptor() {
		return this.descriptor;
	}

	@Override
	public MemberKind kind() {
		return this.kind;
	}

}
