package dev.graft.cli;

import dev.graft.artifact.Artifact;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The methods of an artifact's classes, the largest first: HotSpot compiles none of more
/// than 8,000 bytes of bytecode.
///
/// @param all the methods
record GeneratedMethods(List<Method> all) {

	/// The methods of an artifact.
	static GeneratedMethods of(Artifact artifact) {
		List<Method> methods = new ArrayList<>();
		for (String name : artifact.classNames()) {
			ByteBuffer classFile = artifact.classBytes(name);
			if (classFile != null) {
				byte[] bytes = new byte[classFile.remaining()];
				classFile.get(bytes);
				addMethods(name.substring(name.lastIndexOf('.') + 1), bytes, methods);
			}
		}
		methods.sort(Comparator.comparingInt(Method::bytes).reversed());
		return new GeneratedMethods(methods);
	}

	private static void addMethods(String simpleName, byte[] classFile, List<Method> methods) {
		for (MethodModel method : ClassFile.of().parse(classFile).methods()) {
			int bytes = method.findAttribute(Attributes.code()).map((code) -> code.codeLength()).orElse(0);
			methods.add(new Method(simpleName + '.' + method.methodName().stringValue(), bytes));
		}
	}

	/// The bytes of bytecode of all methods together.
	long bytes() {
		return this.all.stream().mapToLong(Method::bytes).sum();
	}

	/// The largest methods.
	List<Method> largest(int count) {
		return this.all.subList(0, Math.min(count, this.all.size()));
	}

	/// @param name the class without its package, and the method
	/// @param bytes how many bytes of bytecode it has
	record Method(String name, int bytes) {
	}

}
