package dev.graft.engine.load;

import java.nio.ByteBuffer;
import java.util.Set;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.abi.MemberKind;
import dev.graft.artifact.spi.MemoryAccess;
import org.jspecify.annotations.Nullable;

/// Checks that a class can do no more than generated code is meant to do.
///
/// HotSpot's verifier, which runs for every class of an artifact, guarantees type safety.
/// This check is about reach, and it is strict, because it knows what the compiler emits:
///
///   - the constant pool names only the module's own classes, listed members, and classes that these need, and the fields and
///     factories of the classes of structure and array types; nothing that could make new references (method handles, method
///     types, dynamic constants)
///   - calls that are linked when they are first run have the name and type of an operator that accesses memory, and are
///     linked by the one listed method; there are not more of them in a class than HotSpot counts
///   - references to an own class never go by the name of something that the class inherits
///   - a field that is not its own is written only if it is listed as writable
///   - methods are static, apart from the constructor of the instance: so nothing can be overridden or finalized; none is
///     native or synchronized, none initializes a class
///   - handlers catch exceptions of guests, and no traps or errors
///   - the superclass is `ModuleInstance` or a part of the instance for the instance, and `Object` for all others; there are no interfaces, no
///     static fields, and only the attributes that the compiler writes
final class ClassVerifier {

	private static final int MAGIC = 0xCAFEBABE;

	private static final int PUBLIC = 0x0001;

	private static final int STATIC = 0x0008;

	/// `final`, `super` and `synthetic` do not matter.
	private static final int HARMLESS_CLASS_FLAGS = PUBLIC | 0x0010 | 0x0020 | 0x1000;

	/// `private`, `final` and `synthetic` do not matter.
	private static final int HARMLESS_MEMBER_FLAGS = PUBLIC | STATIC | 0x0002 | 0x0010 | 0x1000;

	private static final Set<String> CLASS_ATTRIBUTES = Set.of("SourceFile", "BootstrapMethods");

	private static final Set<String> METHOD_ATTRIBUTES = Set.of("Code");

	private static final Set<String> CODE_ATTRIBUTES = Set.of("StackMapTable", "LineNumberTable", "LocalVariableTable");

	/// The kind of a method handle.
	private static final int INVOKE_STATIC = 6;

	private static final int MOST_REFERENCES = 0xFFFF;

	private final String binaryName;

	private final ClassFileBytes bytes;

	private final MemoryAccess access;

	private final ConstantPool constants;

	private final String internalName;

	private final String ownPackage;

	private int position;

	private int linkedCalls;

	private ClassVerifier(String binaryName, ClassFileBytes bytes, MemoryAccess access) {
		this.binaryName = binaryName;
		this.access = access;
		this.bytes = bytes;
		this.internalName = binaryName.replace('.', '/');
		this.ownPackage = this.internalName.substring(0, this.internalName.lastIndexOf('/') + 1);
		checkVersion();
		this.constants = ConstantPool.read(bytes);
		this.position = this.constants.end();
	}

	/// Checks a class file.
	/// @param binaryName the class that it must be
	/// @param classFile the class file, from its first byte to its limit
	/// @param access what it may reach memories by
	/// @throws ForbiddenCodeException if it is not what the compiler would have made
	static void verify(String binaryName, ByteBuffer classFile, MemoryAccess access) {
		try {
			ClassVerifier verifier = new ClassVerifier(binaryName, ClassFileBytes.of(classFile), access);
			verifier.checkConstants();
			verifier.checkDeclaration();
			verifier.checkFields();
			verifier.checkMethods();
			verifier.checkAttributes(CLASS_ATTRIBUTES);
		}
		catch (IndexOutOfBoundsException malformed) {
			throw new ForbiddenCodeException(binaryName, "the class file", "is malformed: " + malformed.getMessage());
		}
	}

	private void checkVersion() {
		if (this.bytes.s4(0) != MAGIC) {
			throw refuse("the class file", "does not begin as one");
		}
		int version = this.bytes.s4(4);
		if (version != GeneratedNames.CLASS_FILE_VERSION) {
			throw refuse("class file version " + (version & 0xFFFF) + "." + (version >>> 16),
					"is not " + GeneratedNames.CLASS_FILE_VERSION + ".0");
		}
	}

	private void checkConstants() {
		for (int index = 1; index < this.constants.count(); index++) {
			switch (this.constants.tag(index)) {
				case ConstantPool.CLASS -> checkClass(this.constants.className(index));
				case ConstantPool.FIELD, ConstantPool.METHOD, ConstantPool.INTERFACE_METHOD -> checkMember(index);
				case 0, ConstantPool.UTF8, ConstantPool.INTEGER, ConstantPool.FLOAT, ConstantPool.LONG,
						ConstantPool.DOUBLE, ConstantPool.STRING, ConstantPool.NAME_AND_TYPE ->
					{
					}
				case ConstantPool.METHOD_HANDLE -> checkHandle(index);
				case ConstantPool.INVOKE_DYNAMIC -> checkLinkedCall(index);
				default -> throw refuse("constant pool entry " + index,
						"has tag " + this.constants.tag(index) + ", which generated code does not use");
			}
		}
	}

	// So all bootstrap methods are the listed one.
	private void checkHandle(int index) {
		int member = this.constants.handleMember(index);
		if (this.constants.handleKind(index) != INVOKE_STATIC || kindOf(member) != MemberKind.BOOTSTRAP) {
			throw refuse(describe(member), "must not be reached by a method handle");
		}
	}

	private void checkLinkedCall(int index) {
		String name = this.constants.memberName(index);
		String descriptor = this.constants.descriptor(index);
		if (!AllowedMembers.isLinked(name, descriptor)) {
			throw refuse("the linked call " + name + descriptor, "is not in the list of what generated code may use");
		}
	}

	private void checkClass(String name) {
		String element = elementClass(name);
		if (element != null && !isOwn(element) && !GeneratedTypes.isTypeClass(element)
				&& !AllowedMembers.isAllowed(element, this.access)) {
			throw refuse(name, "is not a class that generated code may name");
		}
	}

	// The class in an array's name; null if its elements are numbers.
	private static @Nullable String elementClass(String name) {
		int dimensions = name.lastIndexOf('[') + 1;
		if (dimensions == 0) {
			return name;
		}
		return name.charAt(dimensions) == 'L' ? name.substring(dimensions + 1, name.length() - 1) : null;
	}

	private void checkMember(int index) {
		String owner = this.constants.owner(index);
		if (GeneratedTypes.isTypeClass(owner)) {
			checkTypeMember(index);
		}
		else if (!isOwn(owner)) {
			kindOf(index);
		}
		else if (isInherited(index) && inheritedKind(index) == null) {
			throw refuse(describe(index), "would reach what the class inherits");
		}
	}

	// Whatever such a class has under these names was made by the engine.
	private void checkTypeMember(int index) {
		String name = this.constants.memberName(index);
		boolean allowed = switch (this.constants.tag(index)) {
			case ConstantPool.FIELD -> GeneratedTypes.isField(name) || name.equals(GeneratedTypes.ELEMENTS);
			case ConstantPool.METHOD ->
				name.equals(GeneratedTypes.CREATE) || name.equals(GeneratedTypes.CREATE_DEFAULT);
			default -> false;
		};
		if (!allowed) {
			throw refuse(describe(index), "is not in the list of what generated code may use");
		}
	}

	private boolean isInherited(int index) {
		return AllowedMembers.isInherited(this.constants.lastOfMemberName(index))
				&& AllowedMembers.isInherited(this.constants.memberName(index));
	}

	private MemberKind kindOf(int index) {
		MemberKind kind = AllowedMembers.kind(this.constants.owner(index), this.constants.memberName(index),
				this.constants.descriptor(index), this.access);
		if (kind == null || kind.isField() != (this.constants.tag(index) == ConstantPool.FIELD)) {
			throw refuse(describe(index), "is not in the list of what generated code may use");
		}
		return kind;
	}

	private @Nullable MemberKind inheritedKind(int index) {
		return AllowedMembers.kind(AllowedMembers.MODULE_INSTANCE, this.constants.memberName(index),
				this.constants.descriptor(index), this.access);
	}

	private void checkDeclaration() {
		int flags = u2();
		String name = this.constants.className(u2());
		String superclass = this.constants.className(u2());
		if ((flags & ~HARMLESS_CLASS_FLAGS) != 0) {
			throw refuse("its access flags 0x" + Integer.toHexString(flags), "are not those of a plain class");
		}
		if (!name.equals(this.internalName)) {
			throw refuse(name, "is the name in the class file");
		}
		boolean allowed = isInstance(name)
				? superclass.equals(AllowedMembers.MODULE_INSTANCE) || isInstancePart(superclass)
				: superclass.equals(AllowedMembers.OBJECT);
		if (!allowed) {
			throw refuse(superclass, "must not be its superclass");
		}
		if (u2() != 0) {
			throw refuse("an interface", "must not be implemented");
		}
	}

	private boolean isInstance(String name) {
		return name.equals(this.ownPackage + GeneratedNames.INSTANCE) || isInstancePart(name);
	}

	// Where an instance has more fields than a class should, its superclasses hold the
	// rest. They pass these checks, too.
	private boolean isInstancePart(String name) {
		return name.startsWith(this.ownPackage + GeneratedNames.INSTANCE_PART);
	}

	private void checkFields() {
		for (int remaining = u2(); remaining > 0; remaining--) {
			int flags = u2();
			String name = this.constants.utf8(u2());
			this.position += 2;
			if ((flags & STATIC) != 0) {
				throw refuse("field " + name, "is static, and would be shared between instances");
			}
			if (AllowedMembers.isInherited(name)) {
				throw refuse("field " + name, "hides what the class inherits");
			}
			checkAttributes(Set.of());
		}
	}

	private void checkMethods() {
		for (int remaining = u2(); remaining > 0; remaining--) {
			int flags = u2();
			String name = this.constants.utf8(u2());
			this.position += 2;
			checkMethod(name, flags);
			for (int attributes = u2(); attributes > 0; attributes--) {
				int end = beginAttribute(METHOD_ATTRIBUTES);
				checkCode(name);
				this.position = end;
			}
		}
	}

	private void checkMethod(String name, int flags) {
		if ((flags & ~HARMLESS_MEMBER_FLAGS) != 0) {
			throw refuse("method " + name,
					"has access flags 0x" + Integer.toHexString(flags) + ", such as native, abstract or synchronized");
		}
		boolean isConstructor = name.equals("<init>") && isInstance(this.internalName);
		if (!isConstructor && ((flags & STATIC) == 0 || name.startsWith("<"))) {
			throw refuse("method " + name, "is neither static nor the constructor of the instance");
		}
	}

	private void checkCode(String method) {
		this.position += 4;
		int length = this.bytes.s4(this.position);
		this.position += 4;
		checkInstructions(method, new CodeScanner(this.bytes, this.position, length));
		this.position += length;
		checkHandlers(method);
		checkAttributes(CODE_ATTRIBUTES);
	}

	// Whoever could catch traps could go on when it is interrupted.
	private void checkHandlers(String method) {
		for (int remaining = u2(); remaining > 0; remaining--) {
			this.position += 6;
			int caught = u2();
			if (caught == 0 || !this.constants.className(caught).equals(AllowedMembers.GUEST_EXCEPTION)) {
				throw refuse("method " + method, "catches more than exceptions of guests");
			}
		}
	}

	private void checkInstructions(String method, CodeScanner code) {
		while (code.advance()) {
			switch (code.opcode()) {
				case CodeScanner.PUT_FIELD, CodeScanner.PUT_STATIC -> checkWrite(code.constant());
				case CodeScanner.INVOKE_DYNAMIC -> countLinkedCall(method);
				case CodeScanner.MONITOR_ENTER, CodeScanner.MONITOR_EXIT ->
					throw refuse("method " + method, "locks an object");
				default -> {
				}
			}
		}
	}

	// HotSpot numbers calls behind constants, with 16 bits, and does not look whether
	// that is enough. If it were not, calls would get targets of other types.
	private void countLinkedCall(String method) {
		this.linkedCalls++;
		if (this.linkedCalls + this.constants.count() > MOST_REFERENCES) {
			throw refuse("method " + method, "has more linked calls than a class can have");
		}
	}

	private void checkWrite(int index) {
		if (GeneratedTypes.isTypeClass(this.constants.owner(index))) {
			if (!GeneratedTypes.isField(this.constants.memberName(index))) {
				throw refuse(describe(index), "must not be written");
			}
			return;
		}
		boolean own = isOwn(this.constants.owner(index)) && !isInherited(index);
		if (!own && kindOfWritten(index) != MemberKind.FIELD_GET_PUT) {
			throw refuse(describe(index), "must not be written");
		}
	}

	private @Nullable MemberKind kindOfWritten(int index) {
		return isOwn(this.constants.owner(index)) ? inheritedKind(index) : kindOf(index);
	}

	private void checkAttributes(Set<String> allowed) {
		for (int remaining = u2(); remaining > 0; remaining--) {
			this.position = beginAttribute(allowed);
		}
	}

	// Goes to an attribute's contents and returns where they end.
	private int beginAttribute(Set<String> allowed) {
		String name = this.constants.utf8(u2());
		if (!allowed.contains(name)) {
			throw refuse("attribute " + name, "is not one that the compiler writes");
		}
		long end = this.position + 4L + Integer.toUnsignedLong(this.bytes.s4(this.position));
		if (end > this.bytes.length()) {
			throw new IndexOutOfBoundsException("attribute " + name + " ends after the class file");
		}
		this.position += 4;
		return (int) end;
	}

	private int u2() {
		int value = this.bytes.u2(this.position);
		this.position += 2;
		return value;
	}

	private boolean isOwn(String className) {
		return className.startsWith(this.ownPackage);
	}

	private String describe(int index) {
		return this.constants.owner(index) + "." + this.constants.memberName(index) + this.constants.descriptor(index);
	}

	private ForbiddenCodeException refuse(String member, String reason) {
		return new ForbiddenCodeException(this.binaryName, member, reason);
	}

}
