package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.Immediates;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import dev.graft.compiler.op.ParametricOp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses instructions, flat and folded, and writes them.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/instructions.html#folded-instructions">Text
/// Format, "Folded Instructions"</a>
final class InstructionParser {

	/*
	 * Folded instructions nest as deep as the author of the text likes, so nesting is
	 * kept in `open`, not on the stack of this thread.
	 *
	 * An operator comes before its operands in the text and behind them in the binary:
	 * while the operands of a folded instruction are parsed, its own bytes wait at the
	 * end of `waiting`, and the form that is open knows where they begin. Since forms
	 * close in the opposite order of opening, `waiting` is a stack.
	 */

	private static final int NO_HINT = -1;

	private final TokenCursor cursor;

	private final BinaryWriter code;

	private final BinaryWriter waiting = new BinaryWriter();

	private final LabelStack labels = new LabelStack();

	private final ImmediateParser immediates;

	private final Deque<Form> open = new ArrayDeque<>();

	private final BranchHints branchHints = new BranchHints();

	/// A parser for one expression or function body.
	/// @param locals the locals in scope
	/// @param code where the instructions go
	InstructionParser(ModuleContext context, IndexSpace locals, BinaryWriter code) {
		this.cursor = context.cursor;
		this.code = code;
		this.immediates = new ImmediateParser(context, locals, this.labels);
	}

	/// A parser for a constant expression, which has no locals.
	static InstructionParser ofConstant(ModuleContext context, BinaryWriter code) {
		return new InstructionParser(context, new IndexSpace("local"), code);
	}

	/// Instructions up to a closing parenthesis, which is left alone, and the final
	/// `end`.
	/// @param functionLabel whether the whole is a function body, to which branches can
	/// go
	void expression(boolean functionLabel) {
		if (functionLabel) {
			this.labels.push(null);
		}
		while (!(this.open.isEmpty() && this.cursor.at(TokenKind.RIGHT_PARENTHESIS))) {
			step();
		}
		end();
	}

	/// One folded instruction and the final `end`.
	void foldedExpression() {
		if (!this.cursor.at(TokenKind.LEFT_PARENTHESIS)) {
			throw this.cursor.unexpected("a folded instruction");
		}
		do {
			step();
		}
		while (!this.open.isEmpty());
		end();
	}

	/// Which way the branches will probably go.
	BranchHints branchHints() {
		return this.branchHints;
	}

	private void end() {
		this.code.mark(this.cursor.textOffset());
		this.code.u8(ControlOp.END.opcode());
	}

	private void step() {
		switch (this.cursor.kind()) {
			case LEFT_PARENTHESIS -> openFolded();
			case RIGHT_PARENTHESIS -> closeFolded();
			case KEYWORD -> flat();
			default -> throw this.cursor.unexpected("an instruction");
		}
	}

	// Flat instructions

	private void flat() {
		if (!this.open.isEmpty() && !this.open.peek().acceptsFlat()) {
			throw this.cursor.unexpected("a folded instruction");
		}
		int textOffset = this.cursor.textOffset();
		int hint = takeHint();
		Op op = operator();
		checkHint(hint, op, textOffset);
		this.code.mark(textOffset);
		addHint(hint);
		if (op == ControlOp.END) {
			endFlatBlock();
		}
		else if (op == ControlOp.ELSE) {
			elseOfFlatIf();
		}
		else if (op == ControlOp.CATCH || op == ControlOp.CATCH_ALL) {
			handlerOfFlatTry((ControlOp) op);
		}
		else if (op == ControlOp.DELEGATE) {
			delegateOfFlatTry();
		}
		else if (isBlock(op)) {
			@Nullable String label = label();
			this.immediates.instruction(op, this.code);
			this.labels.push(label);
			this.open.push(new Form.FlatBlock((ControlOp) op));
		}
		else {
			this.immediates.instruction(op, this.code);
		}
	}

	private void endFlatBlock() {
		if (!(this.open.peek() instanceof Form.FlatBlock)) {
			throw misplaced("an instruction or \")\"", "end");
		}
		checkLabel();
		this.code.u8(ControlOp.END.opcode());
		this.labels.pop();
		this.open.pop();
	}

	private void elseOfFlatIf() {
		if (!(this.open.peek() instanceof Form.FlatBlock block) || block.op() != ControlOp.IF) {
			throw misplaced("an instruction", "else");
		}
		checkLabel();
		this.code.u8(ControlOp.ELSE.opcode());
		goOn(ControlOp.ELSE);
	}

	/// The innermost form is a flat block that goes on with an operator.
	private void goOn(ControlOp op) {
		this.open.pop();
		this.open.push(new Form.FlatBlock(op));
	}

	private void handlerOfFlatTry(ControlOp op) {
		if (!(this.open.peek() instanceof Form.FlatBlock block) || !block.handlerAllowed()) {
			throw misplaced("an instruction", op.mnemonic());
		}
		this.immediates.instruction(op, this.code);
		goOn(op);
	}

	private void delegateOfFlatTry() {
		if (!(this.open.peek() instanceof Form.FlatBlock block) || block.op() != ControlOp.TRY) {
			throw misplaced("an instruction", "delegate");
		}
		this.labels.pop();
		this.immediates.instruction(ControlOp.DELEGATE, this.code);
		this.open.pop();
	}

	private MalformedModuleException misplaced(String expected, String found) {
		return this.cursor.error(this.cursor.token() - 1, "unexpected token", expected, found);
	}

	/// An identifier behind `end` or `else` repeats that of the block.
	private void checkLabel() {
		int token = this.cursor.token();
		@Nullable String repeated = label();
		@Nullable String label = this.labels.innermost();
		if (repeated != null && !repeated.equals(label)) {
			throw this.cursor.error(token, "mismatching label", (label != null) ? "$" + label : "none", "$" + repeated);
		}
	}

	// Folded instructions

	private void openFolded() {
		if (this.open.peek() instanceof Form.FoldedIf form && openBranch(form)) {
			return;
		}
		if (this.open.peek() instanceof Form.FoldedTry form) {
			openHandler(form);
			return;
		}
		int outerHint = takeHint();
		int opening = this.cursor.skip();
		int textOffset = this.cursor.textOffset();
		int hint = Math.max(outerHint, takeHint());
		Op op = operator();
		checkHint(hint, op, textOffset);
		if (isContinuation(op)) {
			throw this.cursor.error(opening + 1, "unexpected token", "an instruction", op.mnemonic());
		}
		if (op == ControlOp.IF) {
			@Nullable String label = label();
			int start = this.waiting.size();
			this.immediates.instruction(op, this.waiting);
			this.open.push(new Form.FoldedIf(label, start, textOffset, hint));
		}
		else if (isBlock(op)) {
			@Nullable String label = label();
			this.code.mark(textOffset);
			this.immediates.instruction(op, this.code);
			this.labels.push(label);
			this.open.push((op == ControlOp.TRY) ? new Form.FoldedTry() : Form.FOLDED_BLOCK);
		}
		else {
			int start = this.waiting.size();
			this.immediates.instruction(op, this.waiting);
			this.open.push(new Form.Plain(start, textOffset, hint));
		}
	}

	/// Opens `(then` or `(else` of a folded `if`. What else may stand in it are the
	/// instructions that compute the condition, before the first of these.
	private boolean openBranch(Form.FoldedIf form) {
		if (form.phase == Form.FoldedIf.Phase.CONDITION && this.cursor.tryForm("then")) {
			flush(form.start, form.textOffset, form.hint);
			this.labels.push(form.label);
			form.phase = Form.FoldedIf.Phase.THEN;
			this.open.push(Form.BRANCH);
			return true;
		}
		if (form.phase == Form.FoldedIf.Phase.THEN && this.cursor.atForm("else")) {
			this.code.mark(this.cursor.textOffset());
			this.cursor.openForm("else");
			this.code.u8(ControlOp.ELSE.opcode());
			form.phase = Form.FoldedIf.Phase.ELSE;
			this.open.push(Form.BRANCH);
			return true;
		}
		if (form.phase != Form.FoldedIf.Phase.CONDITION) {
			throw this.cursor.unexpectedForm("\")\"");
		}
		return false;
	}

	/// Opens `(do`, then any number of `(catch`, then perhaps `(catch_all`; or `(do`,
	/// then `(delegate`.
	private void openHandler(Form.FoldedTry form) {
		if (form.last == null) {
			this.cursor.openForm("do");
			form.last = ControlOp.TRY;
			this.open.push(Form.BRANCH);
			return;
		}
		int textOffset = this.cursor.textOffset();
		ControlOp op = handler();
		if (op == null || form.last == ControlOp.CATCH_ALL || form.last == ControlOp.DELEGATE
				|| op == ControlOp.DELEGATE && form.last != ControlOp.TRY) {
			throw this.cursor.unexpectedForm("\")\"");
		}
		form.last = op;
		this.cursor.openForm(op.mnemonic());
		this.code.mark(textOffset);
		if (op == ControlOp.DELEGATE) {
			this.labels.pop();
		}
		this.immediates.instruction(op, this.code);
		if (op == ControlOp.DELEGATE) {
			this.cursor.close();
		}
		else {
			this.open.push(Form.BRANCH);
		}
	}

	private @Nullable ControlOp handler() {
		for (ControlOp op : List.of(ControlOp.CATCH, ControlOp.CATCH_ALL, ControlOp.DELEGATE)) {
			if (this.cursor.atForm(op.mnemonic())) {
				return op;
			}
		}
		return null;
	}

	private void closeFolded() {
		Form form = this.open.element();
		switch (form) {
			case Form.FlatBlock block -> throw this.cursor.unexpected("an instruction or \"end\"");
			case Form.Plain plain -> flush(plain.start(), plain.textOffset(), plain.hint());
			case Form.Branch branch -> {
			}
			case Form.FoldedBlock block -> endFoldedBlock();
			case Form.FoldedTry handlers -> {
				if (handlers.last == null) {
					throw this.cursor.unexpected("\"(do\"");
				}
				if (handlers.last != ControlOp.DELEGATE) {
					endFoldedBlock();
				}
			}
			case Form.FoldedIf branches -> {
				if (branches.phase == Form.FoldedIf.Phase.CONDITION) {
					throw this.cursor.unexpected("\"(then\"");
				}
				endFoldedBlock();
			}
		}
		this.open.pop();
		this.cursor.close();
	}

	private void endFoldedBlock() {
		this.code.mark(this.cursor.textOffset());
		this.code.u8(ControlOp.END.opcode());
		this.labels.pop();
	}

	/// Writes an instruction that has waited for its operands.
	private void flush(int start, int textOffset, int hint) {
		this.code.mark(textOffset);
		addHint(hint);
		this.code.append(this.waiting, start);
		this.waiting.truncate(start);
	}

	// Both

	/// The hint that stands before the next token, -1 if there is none.
	private int takeHint() {
		@Nullable Annotations annotations = this.cursor.annotations();
		return (annotations != null) ? annotations.takeBranchHint(this.cursor.token()) : NO_HINT;
	}

	private void checkHint(int hint, Op op, int textOffset) {
		@Nullable Annotations annotations = this.cursor.annotations();
		if (hint != NO_HINT && annotations != null && op != ControlOp.IF && op != ControlOp.BR_IF) {
			throw annotations.invalidTarget(textOffset);
		}
	}

	private void addHint(int hint) {
		if (hint != NO_HINT) {
			this.branchHints.add(this.code.size(), hint);
		}
	}

	private Op operator() {
		@Nullable Op op = this.cursor.at(TokenKind.KEYWORD) ? OpTable.byMnemonic(this.cursor.text()) : null;
		if (op == null) {
			throw this.cursor.unexpected("an instruction");
		}
		this.cursor.skip();
		return (op == ParametricOp.SELECT && this.cursor.atForm("result")) ? ParametricOp.SELECT_TYPED : op;
	}

	private static boolean isBlock(Op op) {
		return op.immediates() == Immediates.BLOCK_TYPE || op.immediates() == Immediates.TRY_TABLE;
	}

	/// Whether an operator ends or divides a block, so that no folded instruction begins
	/// with it.
	private static boolean isContinuation(Op op) {
		return op instanceof ControlOp control && switch (control) {
			case END, ELSE, CATCH, CATCH_ALL, DELEGATE -> true;
			default -> false;
		};
	}

	private @Nullable String label() {
		return this.cursor.at(TokenKind.IDENTIFIER) ? this.cursor.takeIdentifier() : null;
	}

	/// A block or a folded instruction that has begun and not yet ended.
	private sealed interface Form {

		FoldedBlock FOLDED_BLOCK = new FoldedBlock();

		Branch BRANCH = new Branch();

		/// Whether flat instructions may stand directly in it.
		default boolean acceptsFlat() {
			return true;
		}

		/// `block … end`.
		/// @param op what its current part began with: `if` or `else`, `try` or `catch`
		record FlatBlock(ControlOp op) implements Form {

			/// Whether a handler may come next.
			boolean handlerAllowed() {
				return this.op == ControlOp.TRY || this.op == ControlOp.CATCH;
			}

		}

		/// `(block …)`.
		record FoldedBlock() implements Form {
		}

		/// `(try …)`.
		final class FoldedTry implements Form {

			/// What its last part began with, `try` standing for `(do …)`; null before
			/// that.
			private @Nullable ControlOp last;

			@Override
			public boolean acceptsFlat() {
				return false;
			}

		}

		/// `(then …)`, `(else …)`, or a part of a `try`.
		record Branch() implements Form {
		}

		/// `(i32.add …)`.
		/// @param start where its bytes wait
		/// @param textOffset where it comes from
		/// @param hint the hint before it, or -1
		record Plain(int start, int textOffset, int hint) implements Form {

			@Override
			public boolean acceptsFlat() {
				return false;
			}

		}

		/// `(if …)`.
		final class FoldedIf implements Form {

			private final @Nullable String label;

			private final int start;

			private final int textOffset;

			private final int hint;

			private Phase phase = Phase.CONDITION;

			FoldedIf(@Nullable String label, int start, int textOffset, int hint) {
				this.label = label;
				this.start = start;
				this.textOffset = textOffset;
				this.hint = hint;
			}

			@Override
			public boolean acceptsFlat() {
				return false;
			}

			/// How far it has come.
			enum Phase {

				CONDITION, THEN, ELSE

			}

		}

	}

}
