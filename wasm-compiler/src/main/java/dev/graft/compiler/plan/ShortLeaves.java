package dev.graft.compiler.plan;

import java.util.HashMap;
import java.util.Map;

import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.Op;

/// The functions that call nobody and are too short for [dev.graft.compiler.pass.Homes].
/// Whoever calls one finds his own homes as he has left them.
final class ShortLeaves {

	/// How many bytes of WebAssembly a function has at most.
	private static final int MOST_BYTES = 1_024;

	private static final int MOST_BYTES_IN_TESTS = 24;

	private final ModuleModel module;

	private final int mostBytes;

	private final Map<Integer, Boolean> known = new HashMap<>();

	/// @param contrary whether short functions have homes, too, to test them
	ShortLeaves(ModuleModel module, boolean contrary) {
		this.module = module;
		this.mostBytes = contrary ? MOST_BYTES_IN_TESTS : MOST_BYTES;
	}

	/// Whether a function is too short for homes.
	boolean isShort(int functionIndex) {
		FunctionBody body = this.module.body(functionIndex);
		return body.endOffset() - body.offset() <= this.mostBytes;
	}

	/// Whether a function that the module defines is one of these.
	boolean contains(int functionIndex) {
		return isShort(functionIndex) && this.known.computeIfAbsent(functionIndex, this::callsNobody);
	}

	private boolean callsNobody(int functionIndex) {
		try {
			CodeReader code = CodeReader.ofBody(this.module, functionIndex);
			while (code.hasNext()) {
				if (isCall(code.next())) {
					return false;
				}
			}
			return true;
		}
		catch (ModuleException malformed) {
			// The validator says what is wrong, when it comes to this function.
			return false;
		}
	}

	private static boolean isCall(Op op) {
		return op instanceof ControlOp control && switch (control) {
			case CALL, CALL_INDIRECT, CALL_REF, RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> true;
			default -> false;
		};
	}

}
