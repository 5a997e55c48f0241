package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.graft.artifact.abi.PayloadLayout;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Element;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.OfException;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Statement.Throw;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.ControlOp;
import org.jspecify.annotations.Nullable;

/// Lowers `throw` and what handles exceptions: `try_table`, and the deprecated `try`.
///
/// What is protected becomes a [Region]; its handler looks at the tags one after the
/// other, and throws on what none of them catches.
final class ExceptionLowering {

	private final LoweringState state;

	private final Body.Variables variables;

	private final OperandStack stack;

	private final BlockLowering blocks;

	private final BranchLowering branches;

	/// From how many blocks with handlers around on exceptions are moved on from where
	/// they arrive: that has to be a variable, and not all of so many can stay in one.
	private static final int MANY_HANDLERS = 16;

	/// What holds the exception in handlers, by how many blocks with handlers there are
	/// around: one is enough for those that do not nest.
	private final List<Variable> exceptions = new ArrayList<>();

	/// The regions of deprecated `try` blocks without handlers, and those that handle
	/// their exceptions.
	private final Map<Region, Region> delegates = new HashMap<>();

	ExceptionLowering(LoweringState state, BlockLowering blocks, BranchLowering branches) {
		this.state = state;
		this.variables = state.variables;
		this.stack = state.stack;
		this.blocks = blocks;
		this.branches = branches;
	}

	// Regions

	/// `try_table`
	void beginTryTable(FunctionType type, List<CatchClause> catches) {
		ControlFrame frame = this.blocks.beginBlock(ControlOp.TRY_TABLE, type);
		if (!catches.isEmpty()) {
			frame.catches = catches;
			enterRegion(frame);
		}
	}

	/// `try`
	void beginTry(FunctionType type) {
		enterRegion(this.blocks.beginBlock(ControlOp.TRY, type));
	}

	private void enterRegion(ControlFrame frame) {
		if (frame.handlersAround == this.exceptions.size()) {
			this.exceptions.add(this.variables.variable(Kind.REFERENCE));
		}
		frame.exception = this.exceptions.get(frame.handlersAround);
		Variable arriving = this.exceptions.get(Math.min(frame.handlersAround, MANY_HANDLERS));
		Region region = Region.handledAt(this.variables.label(false), arriving);
		frame.region = region;
		this.stack.emit(new Enter(region));
		this.stack.inRegion(true);
	}

	private void leaveRegion(ControlFrame frame) {
		this.stack.emit(new Leave());
		this.stack.inRegion(frame.around != null);
	}

	private static Region region(ControlFrame frame) {
		return Objects.requireNonNull(frame.region);
	}

	private static Expression exception(ControlFrame frame) {
		return Read.of(Objects.requireNonNull(frame.exception));
	}

	private void beginHandler(ControlFrame frame) {
		this.stack.emit(new Mark(region(frame).handler()));
		Variable arriving = region(frame).exception();
		Variable exception = Objects.requireNonNull(frame.exception);
		if (exception != arriving) {
			this.stack.emit(new Assign(exception, Read.of(arriving)));
		}
	}

	/// The end of a block with handlers.
	void end(ControlFrame frame, boolean fallsThrough) {
		if (fallsThrough) {
			this.blocks.leave(frame);
		}
		this.stack.cut(frame.height);
		if (frame.op == ControlOp.TRY_TABLE) {
			leaveRegion(frame);
			catchClauses(frame);
		}
		else if (!frame.inHandler) {
			leaveRegion(frame);
			delegateTo(this.blocks.frame(0), frame);
		}
		else if (frame.uncaught != null) {
			this.stack.emit(new Mark(frame.uncaught));
			this.stack.emit(new Throw(exception(frame), 0));
		}
		if (frame.branched) {
			this.blocks.endAtLabel(frame);
		}
	}

	// Handlers

	private void catchClauses(ControlFrame frame) {
		beginHandler(frame);
		boolean all = false;
		for (CatchClause clause : frame.catches) {
			if (all) {
				// Nothing is left for this one to catch. The validator does not look that
				// far.
				this.blocks.frame(clause.label()).branched = true;
			}
			else {
				all = !catchClause(frame, clause);
			}
		}
		if (!all) {
			this.stack.emit(new Throw(exception(frame), 0));
		}
	}

	// Says whether it leaves something for others to catch.
	private boolean catchClause(ControlFrame frame, CatchClause clause) {
		@Nullable Label otherwise = clause.kind().hasTag() ? matching(frame, clause.tagIndex()) : null;
		if (clause.kind().hasReference()) {
			this.stack.push(exception(frame));
		}
		this.branches.branch(clause.label());
		this.stack.cut(frame.height);
		if (otherwise != null) {
			this.stack.emit(new Mark(otherwise));
		}
		return otherwise != null;
	}

	// Pushes what the exception carries if it has the tag, or jumps on.
	private Label matching(ControlFrame frame, int tagIndex) {
		Label otherwise = this.variables.label(false);
		this.stack.emit(new JumpIf(OfException.matches(tagIndex, exception(frame)), false, otherwise));
		List<ValueType> types = carried(tagIndex);
		PayloadLayout layout = PayloadLayout.of(types);
		for (int index = 0; index < types.size(); index++) {
			this.stack.push(carried(Kind.of(types.get(index)), layout.place(index), exception(frame)));
		}
		return otherwise;
	}

	private static Expression carried(Kind kind, int place, Expression exception) {
		return switch (kind) {
			case VECTOR ->
				new VectorOfHalves(carried(Kind.LONG, place, exception), carried(Kind.LONG, place + 1, exception));
			case REFERENCE -> new Element(kind, place, OfException.references(exception));
			default -> new Element(kind, place, OfException.bits(exception));
		};
	}

	private List<ValueType> carried(int tagIndex) {
		int type = this.state.module.tagTypes().get(tagIndex).typeIndex();
		return this.state.module.types().function(type).parameters();
	}

	/// `catch`
	void handler(boolean fallsThrough, int tagIndex) {
		ControlFrame frame = beginHandler(fallsThrough);
		frame.uncaught = matching(frame, tagIndex);
	}

	/// `catch_all`
	void handlerOfAll(boolean fallsThrough) {
		beginHandler(fallsThrough).uncaught = null;
	}

	private ControlFrame beginHandler(boolean fallsThrough) {
		ControlFrame frame = this.blocks.frame(0);
		if (fallsThrough) {
			this.blocks.leave(frame);
		}
		this.stack.cut(frame.height);
		if (frame.uncaught != null) {
			this.stack.emit(new Mark(frame.uncaught));
		}
		else {
			frame.inHandler = true;
			leaveRegion(frame);
			beginHandler(frame);
		}
		return frame;
	}

	// Delegates

	/// `delegate`
	void delegate(boolean fallsThrough, int label) {
		ControlFrame frame = this.blocks.removeInnermost();
		if (fallsThrough) {
			this.blocks.leave(frame);
		}
		this.stack.cut(frame.height);
		leaveRegion(frame);
		delegateTo(this.blocks.frame(label), frame);
		if (frame.branched) {
			this.blocks.endAtLabel(frame);
		}
	}

	// The next block outwards that protects what is in it handles the exceptions, or if
	// there is none, the caller.
	private void delegateTo(ControlFrame outer, ControlFrame frame) {
		Region target = outer.innermost();
		this.delegates.put(region(frame), (target != null) ? target : Region.NONE);
	}

	/// Puts in place of each region that delegates the one that handles its exceptions.
	/// To be done after the last instruction.
	void resolveDelegates() {
		if (!this.delegates.isEmpty()) {
			this.state.statements.replaceAll(this::undelegated);
		}
	}

	private Statement undelegated(Statement statement) {
		if (!(statement instanceof Enter enter)) {
			return statement;
		}
		Region target = enter.region();
		for (Region next = this.delegates.get(target); next != null; next = this.delegates.get(target)) {
			target = next;
		}
		if (target != enter.region()) {
			// Those further in that delegate to this one need not go the whole way again.
			this.delegates.put(enter.region(), target);
		}
		return new Enter(target);
	}

	// Throwing

	/// `throw`
	void throwException(int tagIndex, List<ValueType> parameters) {
		Expression[] values = this.stack.evaluateNow(this.stack.pop(parameters.size()));
		PayloadLayout layout = PayloadLayout.of(parameters);
		@Nullable Variable bits = payload(Kind.BITS, layout.bits());
		@Nullable Variable references = payload(Kind.REFERENCES, layout.references());
		for (int index = 0; index < values.length; index++) {
			Variable array = Objects.requireNonNull(parameters.get(index).isReference() ? references : bits);
			Expression[] parts = VectorHalves.of(values[index]);
			for (int part = 0; part < parts.length; part++) {
				this.stack.emit(new SetElement(array, layout.place(index) + part, parts[part]));
			}
		}
		Expression exception = OfException.create(tagIndex, arrayOrNull(Kind.BITS, bits),
				arrayOrNull(Kind.REFERENCES, references));
		this.stack.emit(new Throw(exception, this.state.site()));
	}

	private @Nullable Variable payload(Kind kind, int length) {
		return (length > 0) ? this.state.newArray(kind, length) : null;
	}

	private static Expression arrayOrNull(Kind kind, @Nullable Variable array) {
		return (array != null) ? Read.of(array) : Constant.zero(kind);
	}

	/// `throw_ref`
	void throwReference() {
		this.stack.emit(new Throw(this.stack.pop(), this.state.site()));
	}

	/// `rethrow`
	void rethrow(int label) {
		this.stack.emit(new Throw(exception(this.blocks.frame(label)), this.state.site()));
	}

}
