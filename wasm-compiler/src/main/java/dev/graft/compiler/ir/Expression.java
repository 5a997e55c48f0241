package dev.graft.compiler.ir;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A tree that computes a value, or just does something if its kind is [Kind#VOID].
///
/// Operands are evaluated from left to right, then the node itself. Trees are immutable;
/// a tree stands in one place only, as evaluating it twice would repeat its effects. What
/// is asked for often is computed once, when the node is made.
public abstract sealed class Expression permits Atomic, Call, CallFrame, CheckedAddress, Computed, Constant, Element,
		EngineCall, FurtherResult, GlobalGet, HeapOperation, HighProduct, Home, InFrame, Load, Lookup, MemoryBase,
		MemoryBytes, NewArray, Numeric, OfException, Read, RegisterOperation, Select, SmallBytes, TableIndex, TailStep,
		Transferred, Vector, VectorConstant, VectorLoad, VectorOfHalves {

	static final Expression[] NO_OPERANDS = new Expression[0];

	private final Kind kind;

	private final Expression[] operands;

	private final int effects;

	private final long reads;

	private final int depth;

	private final int nodes;

	private final boolean vectors;

	Expression(Kind kind, int ownEffects, long ownReads, Expression... operands) {
		int effects = ownEffects;
		long reads = ownReads;
		int depth = 0;
		int nodes = 1;
		boolean vectors = kind == Kind.VECTOR;
		for (Expression operand : operands) {
			vectors |= operand.vectors;
			effects |= operand.effects;
			reads |= operand.reads;
			depth = Math.max(depth, operand.depth);
			nodes += operand.nodes;
		}
		this.kind = kind;
		this.operands = operands;
		this.effects = effects;
		this.reads = reads;
		this.depth = depth + 1;
		this.nodes = nodes;
		this.vectors = vectors;
	}

	/// Whether there are vectors in the tree, which have to be taken apart.
	public final boolean hasVectors() {
		return this.vectors;
	}

	/// What it leaves on the JVM's stack.
	public final Kind kind() {
		return this.kind;
	}

	/// The [Effects] of the whole tree.
	public final int effects() {
		return this.effects;
	}

	/// How many nodes are on the longest way down.
	public final int depth() {
		return this.depth;
	}

	/// How many nodes there are.
	public final int nodes() {
		return this.nodes;
	}

	/// How many operands the topmost node has.
	public final int operandCount() {
		return this.operands.length;
	}

	/// An operand of the topmost node.
	public final Expression operand(int number) {
		return this.operands[number];
	}

	/// Whether the tree reads a variable.
	public final boolean reads(Variable variable) {
		if ((this.reads & variable.bit()) == 0) {
			return false;
		}
		if (readsByItself(variable)) {
			return true;
		}
		for (Expression operand : this.operands) {
			if (operand.reads(variable)) {
				return true;
			}
		}
		return false;
	}

	/// Whether the topmost node reads a variable.
	boolean readsByItself(Variable variable) {
		return false;
	}

	/// Hands over every variable that the tree reads, once for each time.
	public final void forEachRead(Consumer<Variable> action) {
		for (Expression operand : this.operands) {
			operand.forEachRead(action);
		}
		switch (this) {
			case Read read -> action.accept(read.variable());
			case Load load -> load.access().forEachRead(action);
			case CheckedAddress checked -> checked.access().forEachRead(action);
			default -> {
			}
		}
	}

	/// Whether evaluating it now or later makes no difference, whatever happens between.
	public final boolean isStable() {
		return this instanceof Constant || this instanceof VectorConstant
				|| this instanceof Read read && read.variable().isTemporary()
				|| this instanceof GlobalGet && this.effects == Effects.NONE;
	}

	/// The same node over other operands.
	public abstract Expression with(Expression[] operands);

	/// This node over what stands for each operand; itself, if each stands for itself.
	/// @param change what stands for an operand, asked from left to right
	public final Expression map(UnaryOperator<Expression> change) {
		Expression[] operands = new Expression[operandCount()];
		boolean changed = false;
		for (int number = 0; number < operands.length; number++) {
			operands[number] = change.apply(operand(number));
			changed |= operands[number] != operand(number);
		}
		return changed ? with(operands) : this;
	}

	static String list(Expression node) {
		StringBuilder text = new StringBuilder();
		for (Expression operand : List.of(node.operands)) {
			text.append(' ').append(operand);
		}
		return text.toString();
	}

}
