package dev.graft.compiler.plan;

import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.emit.FunctionEmitter;
import dev.graft.compiler.emit.PieceNames;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.pass.MemoryAccesses;

/// Takes a body from lowering to code.
final class BodyCompiler {

	private final CodeNames names;

	private final ClassSequence classes;

	BodyCompiler(CodeNames names, ClassSequence classes) {
		this.names = names;
		this.classes = classes;
	}

	/// Compiles a body into a method of the first class.
	void compile(Body body, String name, String descriptor) {
		MemoryAccesses.plan(body, this.names.module().memoryTypes().size());
		FunctionEmitter.emit(body, this.classes.method(name, descriptor), this.names, PieceNames.NONE);
	}

}
