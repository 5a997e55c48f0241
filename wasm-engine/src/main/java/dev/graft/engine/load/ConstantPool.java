package dev.graft.engine.load;

import org.jspecify.annotations.Nullable;

/// The constant pool of a class file, read in place.
///
/// @see <a
/// href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.4">JVMS
/// 4.4, "The Constant Pool"</a>
final class ConstantPool {

	static final int UTF8 = 1;

	static final int INTEGER = 3;

	static final int FLOAT = 4;

	static final int LONG = 5;

	static final int DOUBLE = 6;

	static final int CLASS = 7;

	static final int STRING = 8;

	static final int FIELD = 9;

	static final int METHOD = 10;

	static final int INTERFACE_METHOD = 11;

	static final int NAME_AND_TYPE = 12;

	static final int METHOD_HANDLE = 15;

	static final int INVOKE_DYNAMIC = 18;

	private static final int START = 8;

	private final ClassFileBytes bytes;

	/// Where the contents of each entry begin, after the tag; zero for no entry.
	private final int[] positions;

	private final int end;

	private final @Nullable String[] strings;

	private ConstantPool(ClassFileBytes bytes, int[] positions, int end) {
		this.bytes = bytes;
		this.positions = positions;
		this.end = end;
		this.strings = new @Nullable String[positions.length];
	}

	/// Finds the entries of the constant pool of a class file.
	/// @throws IndexOutOfBoundsException if the class file ends within the constant pool
	static ConstantPool read(ClassFileBytes classFile) {
		int count = classFile.u2(START);
		int[] positions = new int[count];
		int position = START + 2;
		for (int index = 1; index < count; index++) {
			int tag = classFile.u1(position);
			positions[index] = position + 1;
			position += 1 + size(tag, classFile, position + 1);
			if (tag == LONG || tag == DOUBLE) {
				index++;
			}
		}
		return new ConstantPool(classFile, positions, position);
	}

	private static int size(int tag, ClassFileBytes classFile, int position) {
		return switch (tag) {
			case UTF8 -> 2 + classFile.u2(position);
			case LONG, DOUBLE -> 8;
			case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, INVOKE_DYNAMIC, 17 -> 4;
			case CLASS, STRING, 16, 19, 20 -> 2;
			case METHOD_HANDLE -> 3;
			default -> throw new IndexOutOfBoundsException("constant pool entry with unknown tag " + tag);
		};
	}

	/// One more than the largest index.
	int count() {
		return this.positions.length;
	}

	/// Where in the class file the constant pool ends.
	int end() {
		return this.end;
	}

	/// What kind of entry there is, zero if none.
	int tag(int index) {
		int position = this.positions[index];
		return position == 0 ? 0 : this.bytes.u1(position - 1);
	}

	/// The text of a `CONSTANT_Utf8`. Characters beyond ASCII come out wrong, but never
	/// as ASCII: good enough to compare with names that are.
	String utf8(int index) {
		String known = this.strings[index];
		return known != null ? known : decode(index);
	}

	/// The name of a `CONSTANT_Class`.
	String className(int index) {
		return utf8(reference(index, CLASS, 0));
	}

	/// The class of a `CONSTANT_Fieldref`, `CONSTANT_Methodref` or
	/// `CONSTANT_InterfaceMethodref`.
	String owner(int index) {
		return className(u2(index, 0));
	}

	/// What a `CONSTANT_MethodHandle` does with its member.
	int handleKind(int index) {
		return this.bytes.u1(this.positions[index]);
	}

	/// The member of a `CONSTANT_MethodHandle`.
	int handleMember(int index) {
		return u2(index, 1);
	}

	/// The name of what such an entry, or a `CONSTANT_InvokeDynamic`, refers to.
	String memberName(int index) {
		return utf8(reference(u2(index, 2), NAME_AND_TYPE, 0));
	}

	/// The last character of the name of what such an entry refers to.
	char lastOfMemberName(int index) {
		int name = reference(u2(index, 2), NAME_AND_TYPE, 0);
		int length = (tag(name) == UTF8) ? u2(name, 0) : 0;
		return (char) ((length > 0) ? this.bytes.u1(this.positions[name] + 1 + length) : 0);
	}

	/// The descriptor of what such an entry, or a `CONSTANT_InvokeDynamic`, refers to.
	String descriptor(int index) {
		return utf8(reference(u2(index, 2), NAME_AND_TYPE, 2));
	}

	private int reference(int index, int expectedTag, int offset) {
		if (tag(index) != expectedTag) {
			throw new IndexOutOfBoundsException("constant pool entry " + index + " has the wrong kind");
		}
		return u2(index, offset);
	}

	private int u2(int index, int offset) {
		return this.bytes.u2(this.positions[index] + offset);
	}

	private String decode(int index) {
		if (tag(index) != UTF8) {
			throw new IndexOutOfBoundsException("constant pool entry " + index + " is no text");
		}
		String decoded = this.bytes.text(this.positions[index] + 2, u2(index, 0));
		this.strings[index] = decoded;
		return decoded;
	}

}
