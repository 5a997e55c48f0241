package dev.graft.artifact.abi;

/// How generated code may use a listed member.
public enum MemberKind {

	/// Calls a static method.
	STATIC,

	/// Has calls by `invokedynamic` linked by a static method.
	BOOTSTRAP,

	/// Calls an instance method of a class.
	VIRTUAL,

	/// Calls a method of an interface.
	INTERFACE,

	/// Creates an object, or calls the constructor of the superclass.
	CONSTRUCTOR,

	/// Reads a static field.
	STATIC_GET,

	/// Reads an instance field.
	FIELD_GET,

	/// Reads or writes an instance field.
	FIELD_GET_PUT;

	/// Whether the member is a field.
	public boolean isField() {
		return switch (this) {
			case STATIC_GET, FIELD_GET, FIELD_GET_PUT -> true;
			case STATIC, BOOTSTRAP, VIRTUAL, INTERFACE, CONSTRUCTOR -> false;
		};
	}

}
