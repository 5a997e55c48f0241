package dev.graft.engine.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.engine.abi.Polls;

/// Writes the class files of call targets, and of the class by which code knows of its
/// polls.
///
/// By hand, since there is no branch in them, and the first use of the platform's own
/// means takes longer than all such classes of most programs.
///
/// @see CallTargets
/// @see Polls
final class TargetClassFile {

	private static final String CALL_TARGET = AbiMethod.PACKAGE + "CallTarget";

	private static final String POLLS = AbiMethod.POLLS_OFF.owner();

	private static final String CALL_SITE_TYPE = "L" + JavaBaseMember.CALL_SITE_TARGET.owner() + ";";

	private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";

	private static final String HANDLE = "handle";

	private static final String HANDLE_TYPE = "L" + METHOD_HANDLE + ";";

	private static final String CONSTRUCTOR = "<init>";

	private static final int PUBLIC = 0x0001;

	private static final int PRIVATE = 0x0002;

	private static final int STATIC = 0x0008;

	private static final int FINAL = 0x0010;

	private static final int SUPER = 0x0020;

	private static final int ABSTRACT = 0x0400;

	private static final int LDC_W = 0x13;

	private static final int ALOAD = 0x19;

	private static final int ALOAD_0 = 0x2a;

	private static final int ALOAD_1 = 0x2b;

	private static final int ILOAD = 0x15;

	private static final int LLOAD = 0x16;

	private static final int FLOAD = 0x17;

	private static final int DLOAD = 0x18;

	private static final int IRETURN = 0xac;

	private static final int LRETURN = 0xad;

	private static final int FRETURN = 0xae;

	private static final int DRETURN = 0xaf;

	private static final int ARETURN = 0xb0;

	private static final int RETURN = 0xb1;

	private static final int GETFIELD = 0xb4;

	private static final int PUTSTATIC = 0xb3;

	private static final int PUTFIELD = 0xb5;

	private static final int INVOKEVIRTUAL = 0xb6;

	private static final int INVOKESPECIAL = 0xb7;

	private static final int INVOKESTATIC = 0xb8;

	private final ClassBytes pool = new ClassBytes();

	private final Map<List<Object>, Integer> constants = new HashMap<>();

	/// What follows the constant pool.
	private final ClassBytes body = new ClassBytes();

	private final String name;

	private final String superclass;

	private TargetClassFile(String name, String superclass) {
		this.name = name;
		this.superclass = superclass;
	}

	/// The class of functions of a kind.
	/// @param name its internal name
	/// @param descriptor the type of their methods
	static byte[] ofKind(String name, String descriptor) {
		TargetClassFile file = new TargetClassFile(name, CALL_TARGET);
		file.begin(PUBLIC | ABSTRACT);
		file.body.u2(0).u2(2);
		file.constructor();
		file.method(PUBLIC | ABSTRACT, CallTargets.CALL, descriptor, 0);
		return file.finish();
	}

	/// The class of a function.
	/// @param name its internal name
	/// @param superclass that of the class of functions of its kind
	/// @param owner that of the class that has its method
	/// @param method what the method is called
	/// @param descriptor the type of the method
	static byte[] ofFunction(String name, String superclass, String owner, String method, String descriptor) {
		TargetClassFile file = new TargetClassFile(name, superclass);
		file.begin(PUBLIC | FINAL);
		file.body.u2(0).u2(2);
		file.constructor();
		Code code = file.new Code();
		code.parameters(descriptor);
		code.instruction(INVOKESTATIC, file.member(ConstantPool.METHOD, owner, method, descriptor));
		code.giveBack(descriptor);
		code.writeAs(CallTargets.CALL, descriptor);
		return file.finish();
	}

	/// The class of what method handles lead to.
	/// @param name its internal name
	/// @param superclass that of the class of functions of that kind
	/// @param descriptor the type of their methods
	/// @param handleDescriptor the type of the handles
	static byte[] ofHandle(String name, String superclass, String descriptor, String handleDescriptor) {
		TargetClassFile file = new TargetClassFile(name, superclass);
		file.begin(PUBLIC | FINAL);
		file.body.u2(1).u2(PRIVATE | FINAL).u2(file.utf8(HANDLE)).u2(file.utf8(HANDLE_TYPE)).u2(0);
		int field = file.member(ConstantPool.FIELD, name, HANDLE, HANDLE_TYPE);
		file.body.u2(2);
		Code constructor = file.new Code();
		constructor.invokeSuper();
		constructor.bytes.u1(ALOAD_0).u1(ALOAD_1);
		constructor.instruction(PUTFIELD, field);
		constructor.bytes.u1(RETURN);
		constructor.writeAs(CONSTRUCTOR, "(" + HANDLE_TYPE + ")V");
		Code code = file.new Code();
		code.bytes.u1(ALOAD_0);
		code.instruction(GETFIELD, field);
		code.parameters(descriptor);
		code.instruction(INVOKEVIRTUAL,
				file.member(ConstantPool.METHOD, METHOD_HANDLE, "invokeExact", handleDescriptor));
		code.giveBack(descriptor);
		code.writeAs(CallTargets.CALL, descriptor);
		return file.finish();
	}

	/// The class that has a module's poll site in a static field.
	/// @param name its internal name
	static byte[] ofPolls(String name) {
		TargetClassFile file = new TargetClassFile(name, "java/lang/Object");
		file.begin(PUBLIC | FINAL);
		file.body.u2(1)
			.u2(PUBLIC | STATIC | FINAL)
			.u2(file.utf8(GeneratedNames.POLL_SITE))
			.u2(file.utf8(CALL_SITE_TYPE))
			.u2(0);
		int field = file.member(ConstantPool.FIELD, name, GeneratedNames.POLL_SITE, CALL_SITE_TYPE);
		file.body.u2(1);
		Code code = file.new Code();
		code.instruction(LDC_W, file.classConstant(name));
		code.instruction(INVOKESTATIC,
				file.member(ConstantPool.METHOD, POLLS, "site", "(Ljava/lang/Class;)" + CALL_SITE_TYPE));
		code.instruction(PUTSTATIC, field);
		code.bytes.u1(RETURN);
		code.write(STATIC, "<clinit>", "()V");
		return file.finish();
	}

	// Flags, names, no interfaces; fields and methods follow.
	private void begin(int flags) {
		this.body.u2(flags | SUPER).u2(classConstant(this.name)).u2(classConstant(this.superclass)).u2(0);
	}

	// No attributes.
	private byte[] finish() {
		return new ClassBytes().u4(0xCAFEBABE)
			.u4(GeneratedNames.CLASS_FILE_VERSION)
			.u2(this.constants.size() + 1)
			.all(this.pool)
			.all(this.body)
			.u2(0)
			.toByteArray();
	}

	private void constructor() {
		Code code = new Code();
		code.invokeSuper();
		code.bytes.u1(RETURN);
		code.writeAs(CONSTRUCTOR, "()V");
	}

	private void method(int flags, String method, String descriptor, int attributes) {
		this.body.u2(flags).u2(utf8(method)).u2(utf8(descriptor)).u2(attributes);
	}

	// Constants

	private int utf8(String text) {
		Integer known = this.constants.get(List.<Object>of(ConstantPool.UTF8, text));
		if (known != null) {
			return known;
		}
		this.pool.u1(ConstantPool.UTF8).text(text);
		return added(ConstantPool.UTF8, text);
	}

	private int classConstant(String internalName) {
		int text = utf8(internalName);
		Integer known = this.constants.get(List.<Object>of(ConstantPool.CLASS, text));
		if (known != null) {
			return known;
		}
		this.pool.u1(ConstantPool.CLASS).u2(text);
		return added(ConstantPool.CLASS, text);
	}

	private int member(int tag, String owner, String member, String descriptor) {
		int ownerConstant = classConstant(owner);
		int memberName = utf8(member);
		int memberType = utf8(descriptor);
		this.pool.u1(ConstantPool.NAME_AND_TYPE).u2(memberName).u2(memberType);
		int nameAndType = added(ConstantPool.NAME_AND_TYPE, memberName, memberType);
		this.pool.u1(tag).u2(ownerConstant).u2(nameAndType);
		return added(tag, ownerConstant, nameAndType);
	}

	private int added(Object... constant) {
		int index = this.constants.size() + 1;
		this.constants.put(List.of(constant), index);
		return index;
	}

	/// The code of a method.
	private final class Code {

		private final ClassBytes bytes = new ClassBytes();

		private int words = 2;

		private int locals = 1;

		private void instruction(int opcode, int constant) {
			this.bytes.u1(opcode).u2(constant);
		}

		private void invokeSuper() {
			this.bytes.u1(ALOAD_0);
			instruction(INVOKESPECIAL,
					member(ConstantPool.METHOD, TargetClassFile.this.superclass, CONSTRUCTOR, "()V"));
			// For the constructor's own argument.
			this.locals = 2;
		}

		// All parameters of the method, in their order.
		private void parameters(String descriptor) {
			int at = 1;
			while (descriptor.charAt(at) != ')') {
				char kind = descriptor.charAt(at);
				this.bytes.u1(switch (kind) {
					case 'I' -> ILOAD;
					case 'J' -> LLOAD;
					case 'F' -> FLOAD;
					case 'D' -> DLOAD;
					default -> ALOAD;
				}).u1(this.locals);
				int slots = (kind == 'J' || kind == 'D') ? 2 : 1;
				this.locals += slots;
				this.words += slots;
				at = end(descriptor, at);
			}
		}

		private static int end(String descriptor, int start) {
			int element = start;
			while (descriptor.charAt(element) == '[') {
				element++;
			}
			return (descriptor.charAt(element) == 'L') ? descriptor.indexOf(';', element) + 1 : element + 1;
		}

		private void giveBack(String descriptor) {
			this.bytes.u1(switch (descriptor.charAt(descriptor.indexOf(')') + 1)) {
				case 'V' -> RETURN;
				case 'I' -> IRETURN;
				case 'J' -> LRETURN;
				case 'F' -> FRETURN;
				case 'D' -> DRETURN;
				default -> ARETURN;
			});
		}

		private void writeAs(String name, String descriptor) {
			write(PUBLIC, name, descriptor);
		}

		private void write(int flags, String name, String descriptor) {
			int attribute = utf8("Code");
			method(flags, name, descriptor, 1);
			TargetClassFile.this.body.u2(attribute)
				.u4(12 + this.bytes.size())
				.u2(this.words)
				.u2(this.locals)
				.u4(this.bytes.size())
				.all(this.bytes)
				.u2(0)
				.u2(0);
		}

	}

}
