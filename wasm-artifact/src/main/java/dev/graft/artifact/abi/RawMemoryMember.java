package dev.graft.artifact.abi;

/// The members of `jdk.internal.misc.Unsafe` that generated code may use if its artifact
/// and its engine are both meant for
/// [raw access][dev.graft.artifact.spi.MemoryAccess#RAW].
///
/// They read and write at any address. What confines generated code is the check before
/// each access, as it is with the constant segment over the whole address space.
public enum RawMemoryMember implements AllowedMember {

	GET_I8("getByte", "(Ljava/lang/Object;J)B"),

	PUT_I8("putByte", "(Ljava/lang/Object;JB)V"),

	GET_I16("getShortUnaligned", "(Ljava/lang/Object;J)S"),

	PUT_I16("putShortUnaligned", "(Ljava/lang/Object;JS)V"),

	GET_I32("getIntUnaligned", "(Ljava/lang/Object;J)I"),

	PUT_I32("putIntUnaligned", "(Ljava/lang/Object;JI)V"),

	GET_I64("getLongUnaligned", "(Ljava/lang/Object;J)J"),

	PUT_I64("putLongUnaligned", "(Ljava/lang/Object;JJ)V");

	/// The internal name of the class whose members these are.
	public static final String OWNER = "jdk/internal/misc/Unsafe";

	private final String memberName;

	private final String descriptor;

	RawMemoryMember(String memberName, String descriptor) {
		this.memberName = memberName;
		this.descriptor = descriptor;
	}

	@Override
	public String owner() {
		return OWNER;
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
		return MemberKind.VIRTUAL;
	}

}
