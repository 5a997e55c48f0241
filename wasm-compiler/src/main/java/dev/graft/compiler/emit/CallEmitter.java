package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.TailStep;
import dev.graft.compiler.ir.Target;
import org.jspecify.annotations.Nullable;

/// Emits calls, and what travels beside them: results beyond the first.
final class CallEmitter {

	/// Where what is called is kept while its target is looked for.
	private static final int CALLEE = 2;

	/// Where the target is kept, as another thread may be making it.
	private static final int FOUND = 3;

	private final Bytecode code;

	private final CodeNames names;

	private final PieceNames pieces;

	private final ExpressionEmitter expressions;

	CallEmitter(Bytecode code, CodeNames names, PieceNames pieces, ExpressionEmitter expressions) {
		this.code = code;
		this.names = names;
		this.pieces = pieces;
		this.expressions = expressions;
	}

	void emit(Call call) {
		switch (call.target()) {
			case Target.Function function -> direct(call, function.functionIndex());
			case Target.Import function -> imported(call, function.functionIndex());
			case Target.Indirect indirect -> indirect(call, indirect);
			case Target.TailArguments arguments -> tailArguments(call, arguments.typeIndex());
			case Target.Piece piece -> {
				PieceNames.Method method = this.pieces.method(piece.number());
				operands(call);
				this.code.loadInstance();
				this.code.invokeStatic(method.owner(), method.name(), method.descriptor());
			}
		}
	}

	private void direct(Call call, int functionIndex) {
		operands(call);
		this.code.loadInstance();
		line(call);
		CodeNames.Callee callee = this.names.callee(functionIndex);
		this.code.invokeStatic(callee.owner(), callee.name(), callee.descriptor());
	}

	private void imported(Call call, int functionIndex) {
		this.code.loadInstance();
		this.code.use(AbiMethod.INSTANCE_IMPORTS);
		this.code.constant(functionIndex);
		this.code.add(Instruction.AALOAD);
		this.code.use(AbiMethod.FUNCTION_HANDLE);
		operands(call);
		this.code.loadInstance();
		line(call);
		this.code.invokeExact(CodeNames.handleDescriptor(this.names.module().functionType(functionIndex)));
	}

	private void indirect(Call call, Target.Indirect target) {
		if (this.names.isSwitched(target.typeIndex())) {
			operands(call);
			dispatch(call, target);
			return;
		}
		this.expressions.emit(call.operand(0));
		dispatch(call, target);
		operands(call, 1);
		this.code.loadInstance();
		line(call);
		FunctionType type = this.names.module().types().function(target.typeIndex());
		this.code.invokeVirtual(this.names.targetOwner(type), CallTargets.CALL, this.names.functionDescriptor(type));
	}

	private void dispatch(Call call, Target.Indirect target) {
		this.code.loadInstance();
		line(call);
		if (this.names.isFoundInPlace(target)) {
			int type = target.typeIndex();
			String descriptor = this.names.dispatcherDescriptor(type, target.tableIndex());
			if (this.names.isSwitched(type)) {
				this.code.invokeOwn((number) -> GeneratedNames.referenceDispatcher(type, number), descriptor,
						(code) -> new FunctionSwitch(this.names, type).callReference(code));
				return;
			}
			this.code.invokeOwn((number) -> GeneratedNames.referenceFinder(type, number), descriptor,
					(code) -> find(code, type));
			return;
		}
		this.code.invokeStatic(this.names.dispatcherOwner(target.typeIndex()),
				this.names.dispatcherName(target.typeIndex(), target.tableIndex()),
				this.names.dispatcherDescriptor(target.typeIndex(), target.tableIndex()));
	}

	// Whoever calls a function by reference for the first time makes its target. Where
	// that is found out far from here, HotSpot has seen it happen, and lets what follows
	// forget all that it knows of memory.
	private void find(Bytecode code, int typeIndex) {
		String owner = this.names.targetOwner(this.names.module().types().function(typeIndex));
		int unknown = code.newLabel();
		code.load(Kind.REFERENCE, 0);
		code.use(AbiMethod.CALL_CALLEE);
		code.store(Kind.REFERENCE, CALLEE);
		code.load(Kind.REFERENCE, CALLEE);
		code.use(AbiMethod.FUNCTION_TARGET);
		code.store(Kind.REFERENCE, FOUND);
		code.load(Kind.REFERENCE, FOUND);
		code.jump(Condition.NULL, unknown);
		code.load(Kind.REFERENCE, CALLEE);
		code.use(AbiMethod.FUNCTION_OWNER);
		code.loadInstance();
		code.jump(Condition.NOT_SAME, unknown);
		code.load(Kind.REFERENCE, FOUND);
		code.checkCast(owner);
		code.giveBack(Kind.REFERENCE);
		code.place(unknown, new @Nullable Kind[] { Kind.REFERENCE, null, null, null }, 2);
		code.load(Kind.REFERENCE, 0);
		code.loadInstance();
		code.use(AbiMethod.CALL_TARGET);
		code.checkCast(owner);
		code.giveBack(Kind.REFERENCE);
	}

	private void tailArguments(Call call, int typeIndex) {
		operands(call);
		this.code.loadInstance();
		FunctionType type = this.names.module().types().function(typeIndex);
		this.code.invokeStatic(this.names.tailArgumentsOwner(typeIndex), GeneratedNames.TAIL_ARGUMENTS,
				this.names.tailArgumentsDescriptor(type));
	}

	/// Emits a step whose operands are on the stack.
	void emit(TailStep step) {
		if (step.site() != 0) {
			this.code.line(step.site());
		}
		switch (step.step()) {
			case CALLEE -> {
				this.code.loadInstance();
				this.code.getField(this.names.instance(), GeneratedNames.table(step.first()), CodeNames.TABLE);
				this.code.loadInstance();
				this.code.constant(step.second());
				this.code.use(AbiMethod.TAIL_CALLEE);
				this.code.asObject();
			}
			case NUMBER -> {
				this.code.checkCast(CodeNames.FUNCTION_REFERENCE);
				this.code.use(AbiMethod.FUNCTION_TAIL_NUMBER);
			}
			case LEAVE_FOR_NUMBER -> {
				this.code.constant(step.first());
				this.code.loadInstance();
				this.code.use(AbiMethod.TAIL_LEAVE_FOR_NUMBER);
			}
			case LEAVE_FOR_CALLEE -> {
				this.code.checkCast(CodeNames.FUNCTION_REFERENCE);
				this.code.use(AbiMethod.TAIL_LEAVE_FOR_CALLEE);
			}
		}
	}

	private void operands(Expression call) {
		operands(call, 0);
	}

	private void operands(Expression call, int first) {
		for (int number = first; number < call.operandCount(); number++) {
			this.expressions.emit(call.operand(number));
		}
	}

	private void line(Call call) {
		if (call.site() != 0) {
			this.code.line(call.site());
		}
	}

	void furtherResult(Kind kind, int index) {
		this.code.loadInstance();
		this.code.use(AbiMethod.INSTANCE_CONTEXT);
		this.code.use((kind == Kind.REFERENCE) ? AbiMethod.CONTEXT_RESULT_REFERENCES : AbiMethod.CONTEXT_RESULT_BITS);
		element(kind, index);
	}

	void setFurtherResult(int index, Expression value) {
		Kind kind = value.kind();
		this.code.loadInstance();
		this.code.use(AbiMethod.INSTANCE_CONTEXT);
		this.code.use((kind == Kind.REFERENCE) ? AbiMethod.CONTEXT_RESULT_REFERENCES : AbiMethod.CONTEXT_RESULT_BITS);
		setElement(index, value);
	}

	/// The element of the array on the stack, where numbers are kept as bits.
	void element(Kind kind, int index) {
		this.code.constant(index);
		if (kind == Kind.REFERENCE) {
			this.code.add(Instruction.AALOAD);
			return;
		}
		this.code.add(Instruction.LALOAD);
		CarrierBits.toNumber(this.code, kind);
	}

	/// Sets an element of the array on the stack.
	void setElement(int index, Expression value) {
		this.code.constant(index);
		this.expressions.emit(value);
		if (value.kind() == Kind.REFERENCE) {
			this.code.add(Instruction.AASTORE);
			return;
		}
		CarrierBits.ofNumber(this.code, value.kind());
		this.code.add(Instruction.LASTORE);
	}

}
