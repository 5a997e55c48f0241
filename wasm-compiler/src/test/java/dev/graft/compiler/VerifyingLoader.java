package dev.graft.compiler;

import dev.graft.artifact.abi.AbiMethod;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/// Defines generated classes and has the JVM verify them.
///
/// The engine is not there when the compiler is tested. The verifier only asks which
/// class extends which, so empty classes stand in for the engine's.
public final class VerifyingLoader extends ClassLoader {

	private static final String ENGINE = AbiMethod.PACKAGE.replace('/', '.');

	private final Map<String, byte[]> classes;

	private VerifyingLoader(Map<String, byte[]> classes) {
		super(null);
		this.classes = classes;
	}

	/// Verifies classes.
	/// @param classes class files by their names
	/// @throws VerifyError if one is wrong
	public static void verify(Map<String, byte[]> classes) throws ClassNotFoundException {
		VerifyingLoader loader = new VerifyingLoader(classes);
		for (String name : classes.keySet()) {
			// They are verified before they are initialized, and generated classes have
			// nothing to initialize.
			Class.forName(name, true, loader);
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		byte[] generated = this.classes.get(name);
		if (generated != null) {
			return defineClass(name, generated, 0, generated.length);
		}
		if (name.startsWith(ENGINE)) {
			byte[] standIn = empty(name.replace('.', '/'));
			return defineClass(name, standIn, 0, standIn.length);
		}
		throw new ClassNotFoundException(name);
	}

	private static byte[] empty(String internalName) {
		ClassWriter writer = new ClassWriter(0);
		String superclass = internalName.endsWith("/TrapException") ? "java/lang/RuntimeException" : "java/lang/Object";
		writer.visit(Opcodes.V25, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, internalName, null, superclass, null);
		writer.visitEnd();
		return writer.toByteArray();
	}

}
