package dev.graft.compiler.lower;

import java.util.List;

import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.ControlOp;
import org.jspecify.annotations.Nullable;

/// A block that lowering is in.
final class ControlFrame {

	/// `block`, `loop`, `if`, `try` or `try_table`; `end` stands for the function itself.
	final ControlOp op;

	final FunctionType type;

	/// How many operands belong to the blocks around it.
	final int height;

	/// Where a branch to it goes.
	final Label label;

	/// What a branch to it assigns: a loop's parameters, the results of other blocks.
	final List<Variable> carried;

	/// Where an `if` goes on when its condition is zero.
	final @Nullable Label otherwise;

	/// The parameters of an `if`, with which its second part starts too.
	final Expression[] parameters;

	/// Whether a branch to its end has been emitted.
	boolean branched;

	/// Whether its `else` has been seen.
	boolean inElse;

	/// What protects the whole block.
	@Nullable Region around;

	/// How many of the blocks around it have handlers.
	int handlersAround;

	/// What protects the body of a `try` or `try_table`.
	@Nullable Region region;

	/// What holds the exception that is being handled.
	@Nullable Variable exception;

	/// The clauses of a `try_table`.
	List<CatchClause> catches = List.of();

	/// Whether a `catch` or `catch_all` of a `try` has been seen.
	boolean inHandler;

	/// Where exceptions go on that no `catch` so far has caught.
	@Nullable Label uncaught;

	ControlFrame(ControlOp op, FunctionType type, int height, Label label, List<Variable> carried,
			@Nullable Label otherwise, Expression[] parameters) {
		this.op = op;
		this.type = type;
		this.height = height;
		this.label = label;
		this.carried = carried;
		this.otherwise = otherwise;
		this.parameters = parameters;
	}

	boolean isFunction() {
		return this.op == ControlOp.END;
	}

	/// What protects the statements that are being lowered, null if nothing does.
	@Nullable Region innermost() {
		return (this.region != null && !this.inHandler) ? this.region : this.around;
	}

	/// How many operands a branch to it takes along.
	int arity() {
		return (this.op == ControlOp.LOOP) ? this.type.parameters().size() : this.type.results().size();
	}

}
