package dev.graft.compiler.asm;

import dev.graft.artifact.abi.GeneratedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// A class that is being generated. Methods are written one after the other.
///
/// Frames and stack sizes come from what the emitters know, never from an analysis of the
/// finished code.
public final class ClassFile {

	/// Constants below that number certainly fit in the constant pool, whatever else
	/// there is.
	private static final int MANY_CONSTANTS = 40_000;

	private static final int MANY_BYTES = 1 << 20;

	private static final int CONSTANTS_PER_METHOD = 6;

	private final ClassWriter writer = new ClassWriter(0);

	private final String name;

	private final String instance;

	private @Nullable AsmCode open;

	private int constants;

	private int bytes;

	private int ownMethods;

	private final List<Runnable> waiting = new ArrayList<>();

	/// A public class.
	/// @param name its internal name
	/// @param superclass the internal name of its superclass
	/// @param instance the internal name of the module's instance class
	/// @param sourceFile what stack traces show
	/// @param last whether it has no subclasses
	public ClassFile(String name, String superclass, String instance, String sourceFile, boolean last) {
		this.name = name;
		this.instance = instance;
		this.writer.visit(GeneratedNames.CLASS_FILE_VERSION,
				Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER | (last ? Opcodes.ACC_FINAL : 0), name, null, superclass, null);
		this.writer.visitSource(sourceFile, null);
	}

	/// A class of static methods.
	/// @param name its internal name
	/// @param instance the internal name of the module's instance class
	/// @param sourceFile what stack traces show
	public static ClassFile ofFunctions(String name, String instance, String sourceFile) {
		return new ClassFile(name, "java/lang/Object", instance, sourceFile, true);
	}

	/// Its internal name.
	public String name() {
		return this.name;
	}

	/// Adds a public field.
	public void field(String name, String descriptor) {
		this.writer.visitField(Opcodes.ACC_PUBLIC, name, descriptor, null, null).visitEnd();
	}

	/// Adds a public static method whose last parameter is the instance. The method
	/// before it is complete.
	public Bytecode method(String name, String descriptor) {
		closeMethod();
		MethodVisitor method = this.writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, null,
				null);
		int instanceSlot = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 2;
		return open(new AsmCode(this, method, this.instance, instanceSlot));
	}

	/// Adds a constructor with one parameter, which is in slot 1; the new object counts
	/// as the instance.
	public Bytecode constructor(String descriptor) {
		closeMethod();
		MethodVisitor method = this.writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", descriptor, null, null);
		return open(new AsmCode(this, method, this.instance, 0));
	}

	private Bytecode open(AsmCode code) {
		this.open = code;
		return code;
	}

	private void closeMethod() {
		if (this.open != null) {
			this.open.finish();
			this.constants += this.open.constants() + CONSTANTS_PER_METHOD;
			this.bytes += this.open.size();
			this.open = null;
			writeOwn();
		}
	}

	/// Remembers a method that is called from one place of the method that is open, and
	/// written behind it.
	/// @return its name
	String own(IntFunction<String> name, String descriptor, Consumer<Bytecode> body) {
		String given = name.apply(this.ownMethods++);
		this.waiting.add(() -> body.accept(method(given, descriptor)));
		return given;
	}

	private void writeOwn() {
		List<Runnable> bodies = List.copyOf(this.waiting);
		this.waiting.clear();
		bodies.forEach(Runnable::run);
		closeMethod();
	}

	/// Whether it has become so large that a further method should go elsewhere.
	public boolean isFull() {
		closeMethod();
		return this.constants > MANY_CONSTANTS || this.bytes > MANY_BYTES;
	}

	/// The bytes of the class. Nothing can be added any more.
	public byte[] toByteArray() {
		closeMethod();
		this.writer.visitEnd();
		return this.writer.toByteArray();
	}

}
