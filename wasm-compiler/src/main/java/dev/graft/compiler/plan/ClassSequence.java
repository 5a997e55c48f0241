package dev.graft.compiler.plan;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.ClassFile;
import dev.graft.compiler.emit.CodeNames;

/// A class, and more classes beside it for methods that find no place in it any more.
///
/// Methods that others have to find by the name of the class go into the first one; it is
/// closed last. All others go into the overflow classes, `Functions3_1` and so on, and
/// their callers are told where they are.
final class ClassSequence {

	private final CodeNames names;

	private final String simpleName;

	private final ClassFile first;

	private final List<ClassFile> overflow = new ArrayList<>();

	ClassSequence(CodeNames names, String simpleName) {
		this.names = names;
		this.simpleName = simpleName;
		this.first = open(simpleName);
	}

	private ClassFile open(String name) {
		return ClassFile.ofFunctions(this.names.internalName(name), this.names.instance(), this.names.sourceFile());
	}

	/// A method of the first class.
	Bytecode method(String name, String descriptor) {
		return this.first.method(name, descriptor);
	}

	/// The class that the next method which is not tied to the first class goes to.
	ClassFile roomy() {
		if (!this.first.isFull()) {
			return this.first;
		}
		if (this.overflow.isEmpty() || this.overflow.getLast().isFull()) {
			this.overflow.add(open(this.simpleName + "_" + (this.overflow.size() + 1)));
		}
		return this.overflow.getLast();
	}

	/// The finished classes.
	List<GeneratedClass> finish() {
		List<GeneratedClass> classes = new ArrayList<>();
		classes.add(finish(this.first));
		this.overflow.forEach((each) -> classes.add(finish(each)));
		return classes;
	}

	private static GeneratedClass finish(ClassFile file) {
		return new GeneratedClass(file.name().replace('/', '.'), file.toByteArray());
	}

}
