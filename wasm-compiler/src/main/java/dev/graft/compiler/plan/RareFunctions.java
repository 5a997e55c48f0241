package dev.graft.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.artifact.spi.ModuleException;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.ExportDeclaration;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.ControlOp;

/// The functions that an instance runs so seldom that HotSpot does not compile them for
/// being called: `_start` of a command, the start function, and what these call outside
/// of loops, if nobody else does.
///
/// A body that does not even follow the grammar is left to the validator, which says what
/// is wrong.
final class RareFunctions {

	/// HotSpot compiles what has been called twice as often, or as often and with two
	/// thousand rounds of its loops.
	private static final int MOST_CALLS = 100;

	/// How many bodies are looked at. What is called outside of loops is not much in
	/// programs.
	private static final int MOST_BODIES = 1_000;

	private static final String COMMAND = "_start";

	private final ModuleModel module;

	/// The calls that have been found, of each function that may be one of these.
	private final Map<Integer, Calls> calls = new HashMap<>();

	private final Deque<Integer> unread = new ArrayDeque<>();

	private RareFunctions(ModuleModel module) {
		this.module = module;
	}

	/// Looks for them in a module whose bodies have not been validated.
	/// @return their indices
	static BitSet of(ModuleModel module) {
		RareFunctions functions = new RareFunctions(module);
		functions.addStarts();
		if (functions.calls.isEmpty()) {
			return new BitSet();
		}
		functions.readBodies();
		functions.readOthers();
		return functions.rare();
	}

	private void addStarts() {
		this.module.startFunction().ifPresent(this::addStart);
		for (ExportDeclaration export : this.module.exports()) {
			if (export.kind() == ExternalKind.FUNCTION && export.name().equals(COMMAND)) {
				addStart(export.index());
			}
		}
	}

	private void addStart(int functionIndex) {
		if (isDefined(functionIndex)) {
			calls(functionIndex).times = 1;
		}
	}

	private Calls calls(int functionIndex) {
		return this.calls.computeIfAbsent(functionIndex, (unknown) -> {
			this.unread.add(functionIndex);
			return new Calls();
		});
	}

	private boolean isDefined(int functionIndex) {
		return functionIndex >= this.module.importedFunctionCount() && functionIndex < this.module.functionCount();
	}

	private void readBodies() {
		for (int bodies = 0; bodies < MOST_BODIES && !this.unread.isEmpty(); bodies++) {
			int functionIndex = this.unread.remove();
			Calls caller = calls(functionIndex);
			forEachCall(functionIndex, (callee, inLoop) -> call(caller, callee, inLoop));
		}
		this.unread.forEach(this.calls::remove);
	}

	private void forEachCall(int functionIndex, OnCall onCall) {
		BitSet loops = new BitSet();
		int depth = 0;
		try {
			CodeReader code = CodeReader.ofBody(this.module, functionIndex);
			while (code.hasNext()) {
				if (code.next() instanceof ControlOp control) {
					switch (control) {
						case BLOCK, LOOP, IF, TRY, TRY_TABLE -> loops.set(depth++, control == ControlOp.LOOP);
						case END, DELEGATE -> {
							depth = Math.max(0, depth - 1);
							loops.clear(depth);
						}
						case CALL, RETURN_CALL -> onCall.call(code.index(), !loops.isEmpty());
						default -> {
						}
					}
				}
			}
		}
		catch (ModuleException malformed) {
			// The validator says what is wrong, when it comes to this function.
		}
	}

	private void call(Calls caller, int callee, boolean inLoop) {
		if (isDefined(callee) && !this.module.isDeclaredReference(callee)) {
			Calls found = calls(callee);
			if (inLoop || found.callers.size() == MOST_CALLS) {
				found.times = Calls.MANY;
			}
			if (found.times == Calls.UNKNOWN) {
				found.callers.add(caller);
			}
		}
	}

	// What any other body calls is called nobody knows how often.
	private void readOthers() {
		for (int function = this.module.importedFunctionCount(); function < this.module.functionCount(); function++) {
			if (!this.calls.containsKey(function) && mayCall(this.module.body(function))) {
				forEachCall(function, (callee, inLoop) -> {
					Calls called = this.calls.get(callee);
					if (called != null) {
						called.times = Calls.MANY;
					}
				});
			}
		}
	}

	/*
	 * A call begins with one of two bytes, behind which is the function's index. To see
	 * that there is nothing like that takes far less time than to read a body.
	 */
	private boolean mayCall(FunctionBody body) {
		byte[] bytes = this.module.bytes();
		for (int offset = body.codeOffset(); offset < body.endOffset(); offset++) {
			if (bytes[offset] == 0x10 || bytes[offset] == 0x12) {
				Calls called = this.calls.get(unsigned(bytes, offset + 1, body.endOffset()));
				if (called != null && called.times != Calls.MANY) {
					return true;
				}
			}
		}
		return false;
	}

	// However many bytes a linker has given it.
	private static int unsigned(byte[] bytes, int from, int end) {
		int number = 0;
		int shift = 0;
		for (int offset = from; offset < end && shift < Integer.SIZE; offset++) {
			number |= (bytes[offset] & 0x7f) << shift;
			shift += 7;
			if (bytes[offset] >= 0) {
				break;
			}
		}
		return number;
	}

	private BitSet rare() {
		BitSet rare = new BitSet();
		this.calls.forEach((functionIndex, found) -> rare.set(functionIndex, found.times() <= MOST_CALLS));
		return rare;
	}

	/// Hears of the calls in a body.
	private interface OnCall {

		void call(int callee, boolean inLoop);

	}

	/// What is known of the calls of a function.
	private static final class Calls {

		private static final int UNKNOWN = -1;

		private static final int MANY = MOST_CALLS + 1;

		private final List<Calls> callers = new ArrayList<>();

		/// How often an instance calls it.
		private int times = UNKNOWN;

		// A function that is called by itself in the end may be called any number of
		// times.
		int times() {
			if (this.times == UNKNOWN) {
				this.times = MANY;
				int sum = 0;
				for (Calls caller : this.callers) {
					sum = Math.min(sum + caller.times(), MANY);
				}
				this.times = sum;
			}
			return this.times;
		}

	}

}
