package dev.graft.engine.load;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedNames;

/// Writes the class files of call targets.
///
/// By hand, since there is no branch in them, and the first use of the platform's own
/// means takes longer than all such classes of most programs.
///
/// @see CallTargets
final class TargetClassFile {

	private static final String CALL_TARGET = AbiMethod.PACKAGE + "CallTarget";

	private static final String METHOD_HANDLE = "java/lang/invoke/MethodHandle";

	private static final String HANDLE = "handle";

	private static final String CONSTRUCTOR = "<init>";

	private static final int PUBLIC = 0x0001;

	private static final int PRIVATE = 0x0002;

	private static final int FINAL = 0x0010;

	private static final int SUPER = 0x0020;

	private static final int ABSTRACT = 0x0400;

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

	private static final int PUTFIELD = 0xb5;

	private static final int INVOKEVIRTUAL = 0xb6;

	private static final int INVOKESPECIAL = 0xb7;

	private static final int INVOKESTATIC = 0xb8;

	private final ByteArrayOutputStream poolBytes = new ByteArrayOutputStream();

	private final DataOutputStream pool = new DataOutputStream(this.poolBytes);

	private final Map<List<Object>, Integer> constants = new HashMap<>();

	private final ByteArrayOutputStream bodyBytes = new ByteArrayOutputStream();

	private final DataOutputStream body = new DataOutputStream(this.bodyBytes);

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
		return written(() -> {
			TargetClassFile file = new TargetClassFile(name, CALL_TARGET);
			file.begin(PUBLIC | ABSTRACT, 0);
			file.body.writeShort(2);
			file.constructor();
			file.method(PUBLIC | ABSTRACT, CallTargets.CALL, descriptor, 0);
			file.body.writeShort(0);
			return file.finish();
		});
	}

	/// The class of a function.
	/// @param name its internal name
	/// @param superclass that of the class of functions of its kind
	/// @param owner that of the class that has its method
	/// @param method what the method is called
	/// @param descriptor the type of the method
	static byte[] ofFunction(String name, String superclass, String owner, String method, String descriptor) {
		return written(() -> {
			TargetClassFile file = new TargetClassFile(name, superclass);
			file.begin(PUBLIC | FINAL, 0);
			file.body.writeShort(2);
			file.constructor();
			Code code = file.new Code();
			code.parameters(descriptor);
			code.instruction(INVOKESTATIC, file.member(METHOD, owner, method, descriptor));
			code.giveBack(descriptor);
			code.writeAs(CallTargets.CALL, descriptor);
			file.body.writeShort(0);
			return file.finish();
		});
	}

	/// The class of what method handles lead to.
	/// @param name its internal name
	/// @param superclass that of the class of functions of that kind
	/// @param descriptor the type of their methods
	/// @param handleDescriptor the type of the handles
	static byte[] ofHandle(String name, String superclass, String descriptor, String handleDescriptor) {
		return written(() -> {
			TargetClassFile file = new TargetClassFile(name, superclass);
			String type = "L" + METHOD_HANDLE + ";";
			file.begin(PUBLIC | FINAL, 1);
			file.body.writeShort(PRIVATE | FINAL);
			file.body.writeShort(file.utf8(HANDLE));
			file.body.writeShort(file.utf8(type));
			file.body.writeShort(0);
			int field = file.member(FIELD, name, HANDLE, type);
			file.body.writeShort(2);
			Code constructor = file.new Code();
			constructor.invokeSuper();
			constructor.out.writeByte(ALOAD_0);
			constructor.out.writeByte(ALOAD_1);
			constructor.instruction(PUTFIELD, field);
			constructor.out.writeByte(RETURN);
			constructor.writeAs(CONSTRUCTOR, "(" + type + ")V");
			Code code = file.new Code();
			code.out.writeByte(ALOAD_0);
			code.instruction(GETFIELD, field);
			code.parameters(descriptor);
			code.instruction(INVOKEVIRTUAL, file.member(METHOD, METHOD_HANDLE, "invokeExact", handleDescriptor));
			code.giveBack(descriptor);
			code.writeAs(CallTargets.CALL, descriptor);
			file.body.writeShort(0);
			return file.finish();
		});
	}

	private static byte[] written(Writing writing) {
		try {
			return writing.write();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	private void begin(int flags, int fields) throws IOException {
		this.body.writeShort(flags | SUPER);
		this.body.writeShort(classConstant(this.name));
		this.body.writeShort(classConstant(this.superclass));
		this.body.writeShort(0);
		this.body.writeShort(fields);
	}

	private byte[] finish() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(all);
		out.writeInt(0xCAFEBABE);
		out.writeInt(GeneratedNames.CLASS_FILE_VERSION);
		out.writeShort(this.constants.size() + 1);
		this.poolBytes.writeTo(out);
		this.bodyBytes.writeTo(out);
		return all.toByteArray();
	}

	private void constructor() throws IOException {
		Code code = new Code();
		code.invokeSuper();
		code.out.writeByte(RETURN);
		code.writeAs(CONSTRUCTOR, "()V");
	}

	private void method(int flags, String method, String descriptor, int attributes) throws IOException {
		this.body.writeShort(flags);
		this.body.writeShort(utf8(method));
		this.body.writeShort(utf8(descriptor));
		this.body.writeShort(attributes);
	}

	// Constants

	private int utf8(String text) throws IOException {
		Integer known = this.constants.get(List.<Object>of(UTF8, text));
		if (known != null) {
			return known;
		}
		this.pool.writeByte(UTF8);
		this.pool.writeUTF(text);
		return added(UTF8, text);
	}

	private int classConstant(String internalName) throws IOException {
		int text = utf8(internalName);
		Integer known = this.constants.get(List.<Object>of(CLASS, text));
		if (known != null) {
			return known;
		}
		this.pool.writeByte(CLASS);
		this.pool.writeShort(text);
		return added(CLASS, text);
	}

	private int member(int tag, String owner, String member, String descriptor) throws IOException {
		int ownerConstant = classConstant(owner);
		int memberName = utf8(member);
		int memberType = utf8(descriptor);
		this.pool.writeByte(NAME_AND_TYPE);
		this.pool.writeShort(memberName);
		this.pool.writeShort(memberType);
		int nameAndType = added(NAME_AND_TYPE, memberName, memberType);
		this.pool.writeByte(tag);
		this.pool.writeShort(ownerConstant);
		this.pool.writeShort(nameAndType);
		return added(tag, ownerConstant, nameAndType);
	}

	private int added(Object... constant) {
		int index = this.constants.size() + 1;
		this.constants.put(List.of(constant), index);
		return index;
	}

	private static final int UTF8 = ConstantPool.UTF8;

	private static final int CLASS = ConstantPool.CLASS;

	private static final int FIELD = ConstantPool.FIELD;

	private static final int METHOD = ConstantPool.METHOD;

	private static final int NAME_AND_TYPE = ConstantPool.NAME_AND_TYPE;

	/// The code of a method.
	private final class Code {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private final DataOutputStream out = new DataOutputStream(this.bytes);

		private int words = 1;

		private int locals = 1;

		private void instruction(int opcode, int constant) throws IOException {
			this.out.writeByte(opcode);
			this.out.writeShort(constant);
		}

		private void invokeSuper() throws IOException {
			this.out.writeByte(ALOAD_0);
			instruction(INVOKESPECIAL, member(METHOD, TargetClassFile.this.superclass, CONSTRUCTOR, "()V"));
			// For the constructor's own argument.
			this.locals = 2;
			this.words = 2;
		}

		// All parameters of the method, in their order.
		private void parameters(String descriptor) throws IOException {
			int at = 1;
			while (descriptor.charAt(at) != ')') {
				char kind = descriptor.charAt(at);
				this.out.writeByte(switch (kind) {
					case 'I' -> ILOAD;
					case 'J' -> LLOAD;
					case 'F' -> FLOAD;
					case 'D' -> DLOAD;
					default -> ALOAD;
				});
				this.out.writeByte(this.locals);
				int slots = (kind == 'J' || kind == 'D') ? 2 : 1;
				this.locals += slots;
				this.words += slots;
				at = end(descriptor, at);
			}
			// The result may be larger than all parameters together.
			this.words++;
		}

		private static int end(String descriptor, int start) {
			int element = start;
			while (descriptor.charAt(element) == '[') {
				element++;
			}
			return (descriptor.charAt(element) == 'L') ? descriptor.indexOf(';', element) + 1 : element + 1;
		}

		private void giveBack(String descriptor) throws IOException {
			this.out.writeByte(switch (descriptor.charAt(descriptor.indexOf(')') + 1)) {
				case 'V' -> RETURN;
				case 'I' -> IRETURN;
				case 'J' -> LRETURN;
				case 'F' -> FRETURN;
				case 'D' -> DRETURN;
				default -> ARETURN;
			});
		}

		private void writeAs(String name, String descriptor) throws IOException {
			DataOutputStream body = TargetClassFile.this.body;
			method(PUBLIC, name, descriptor, 1);
			body.writeShort(utf8("Code"));
			body.writeInt(12 + this.bytes.size());
			body.writeShort(this.words);
			body.writeShort(this.locals);
			body.writeInt(this.bytes.size());
			this.bytes.writeTo(body);
			body.writeShort(0);
			body.writeShort(0);
		}

	}

	/// Something that writes to memory, where writing does not fail.
	private interface Writing {

		byte[] write() throws IOException;

	}

}
