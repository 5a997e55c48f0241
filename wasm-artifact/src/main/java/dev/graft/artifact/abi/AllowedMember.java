package dev.graft.artifact.abi;

/// A member outside of its own module that generated code may use.
public sealed interface AllowedMember
		permits AbiMethod, CallFrameField, JavaBaseMember, RawMemoryMember, VectorApiMember {

	/// The internal name of the class, as in class files: `java/lang/Math`.
	String owner();

	/// The name of the method or field; `<init>` for a constructor.
	String memberName();

	/// The descriptor, as in class files. Empty for a signature-polymorphic method, which
	/// may be called with every descriptor.
	String descriptor();

	/// How it may be used.
	MemberKind kind();

}
