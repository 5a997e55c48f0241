package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.graft.artifact.abi.CallFrameField;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.CallFrame;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Element;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.InFrame;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.NewArray;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Statement.SetInFrame;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Keeps variables in an object of the call where more are alive at once than the JVM's
/// frame should hold: what an interpreter keeps from one instruction to the next, thousands
/// of locals, of operands on the stack, of a block's parameters.
///
/// A frame has room for some, but pieces of a body pass on what is alive where they begin
/// and end, and no method takes more than 255 parameters. What is in the object is not
/// passed on. It stays there for all of its life: see [SpilledVariables] for which
/// variables these are. Numbers live in the object's fields, the first ones of each kind;
/// those for which there is none, and references, in two arrays.
///
/// While the body is being cut, the object and the arrays are parameters of it. So what
/// makes them stays in the function's own method, which hands them down to its pieces; a
/// piece would have to leave them in fields of the instance, which is costly for objects.
public final class Spilling {

	/// How many bytes it takes at most to make the object and the arrays.
	public static final int MOST_BYTES = 32;

	private static final List<Kind> NUMBERS = List.of(Kind.INT, Kind.LONG, Kind.FLOAT, Kind.DOUBLE);

	private final Body body;

	private final List<Variable> zeroed;

	private final SpilledVariables spilled;

	private final List<Variable> holders = new ArrayList<>();

	private final List<Statement> making = new ArrayList<>();

	private final Map<Variable, Expression> reads = new HashMap<>();

	/// How many numbers of each kind have no field.
	private final int[] beyond = new int[NUMBERS.size()];

	private @Nullable Variable frame;

	private @Nullable Variable bits;

	private @Nullable Variable references;

	private Spilling(Analysis analysis) {
		this.body = analysis.body();
		this.zeroed = analysis.slots().zeroed();
		this.spilled = new SpilledVariables(analysis);
	}

	/// Rewrites a body so that no more than so many slots of its frame are taken at once,
	/// if that can be.
	/// @param analysis the body as it is, memory accesses planned
	/// @param mostSlots how many slots may be taken
	/// @return the body as it is then
	public static Spilled apply(Analysis analysis, int mostSlots) {
		if (analysis.slots().count() <= mostSlots) {
			return new Spilled(analysis, List.of());
		}
		Spilling spilling = new Spilling(analysis);
		Body body = analysis.body();
		spilling.spilled.choose(mostSlots, (variable) -> isMovable(body.variables().get(variable).kind()));
		spilling.rewrite();
		List<Variable> parameters = new ArrayList<>(body.parameters());
		parameters.addAll(spilling.holders);
		Body inner = new Body(body.variables(), parameters, body.result(), body.statements());
		return new Spilled(analysis.ofRewritten(inner), spilling.making);
	}

	private static boolean isMovable(Kind kind) {
		return kind == Kind.REFERENCE || NUMBERS.contains(kind);
	}

	private void rewrite() {
		List<Statement> rewritten = new ArrayList<>(this.body.statements().size() + 2);
		place();
		begin(rewritten);
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = rewritten(position);
			if (statement instanceof Return give && this.frame != null) {
				addReturn(give, this.frame, rewritten);
			}
			else {
				rewritten.add(statement);
			}
		}
		statements.clear();
		statements.addAll(rewritten);
	}

	private void place() {
		int numbers = 0;
		int others = 0;
		for (int index = 0; index < this.beyond.length; index++) {
			Kind kind = NUMBERS.get(index);
			int places = this.spilled.place((each) -> each == kind, Integer.MAX_VALUE);
			this.beyond[index] = Math.max(0, places - type(kind).count());
			numbers += places;
			others += this.beyond[index];
		}
		if (numbers > 0) {
			this.frame = holder(Kind.FRAME, CallFrame.take());
		}
		if (others > 0) {
			this.bits = holder(Kind.BITS, new NewArray(Kind.BITS, others));
		}
		int places = this.spilled.place((kind) -> kind == Kind.REFERENCE, Integer.MAX_VALUE);
		if (places > 0) {
			this.references = holder(Kind.REFERENCES, new NewArray(Kind.REFERENCES, places));
		}
	}

	private Variable holder(Kind kind, Expression value) {
		Variable holder = this.body.variables().temporary(kind);
		this.holders.add(holder);
		this.making.add(new Assign(holder, value));
		return holder;
	}

	// Parameters have arrived in the JVM's frame; what is read before it is assigned is
	// zero, as all elements of new arrays are.
	private void begin(List<Statement> statements) {
		for (Variable parameter : this.body.parameters()) {
			if (this.spilled.contains(parameter)) {
				statements.add(assign(parameter, Read.of(parameter)));
			}
		}
		for (Variable variable : this.zeroed) {
			if (this.spilled.contains(variable) && isInField(variable)) {
				statements.add(assign(variable, Constant.zero(variable.kind())));
			}
		}
	}

	// What is returned may come from a field, or from a call that wants a frame.
	private void addReturn(Return give, Variable taken, List<Statement> statements) {
		Evaluate giveBack = new Evaluate(CallFrame.giveBack(Read.of(taken)));
		Expression value = give.value();
		if (value == null) {
			statements.add(giveBack);
			statements.add(give);
			return;
		}
		Variable returned = this.body.variables().variable(value.kind());
		statements.add(new Assign(returned, value));
		statements.add(giveBack);
		statements.add(new Return(Read.of(returned)));
	}

	private boolean isInField(Variable variable) {
		return variable.kind() != Kind.REFERENCE && this.spilled.place(variable) < type(variable.kind()).count();
	}

	private static CallFrameField.Type type(Kind kind) {
		return switch (kind) {
			case INT -> CallFrameField.Type.INT;
			case LONG -> CallFrameField.Type.LONG;
			case FLOAT -> CallFrameField.Type.FLOAT;
			case DOUBLE -> CallFrameField.Type.DOUBLE;
			case VECTOR, REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER,
					REFERENCE, BITS, REFERENCES, FRAME, VOID ->
				throw new IllegalArgumentException("no field holds " + kind);
		};
	}

	private CallFrameField field(Variable variable) {
		return new CallFrameField(type(variable.kind()), this.spilled.place(variable));
	}

	// Numbers that have no field lie in the array kind by kind.
	private int element(Variable variable) {
		int place = this.spilled.place(variable);
		if (variable.kind() == Kind.REFERENCE) {
			return place;
		}
		int index = place - type(variable.kind()).count();
		for (int kind = 0; NUMBERS.get(kind) != variable.kind(); kind++) {
			index += this.beyond[kind];
		}
		return index;
	}

	private Variable array(Variable variable) {
		return Objects.requireNonNull((variable.kind() == Kind.REFERENCE) ? this.references : this.bits);
	}

	// Trees without effects, one for each variable, as there may be millions of places.
	private Expression read(Variable variable) {
		return this.reads.computeIfAbsent(variable,
				(each) -> isInField(each)
						? new InFrame(each.kind(), field(each), Read.of(Objects.requireNonNull(this.frame)))
						: new Element(each.kind(), element(each), Read.of(array(each))));
	}

	private Statement assign(Variable variable, Expression value) {
		return isInField(variable) ? new SetInFrame(Objects.requireNonNull(this.frame), field(variable), value)
				: new SetElement(array(variable), element(variable), value);
	}

	private Statement rewritten(int position) {
		Statement read = this.spilled.reading(position, this::read);
		return (read instanceof Assign assign && this.spilled.contains(assign.variable()))
				? assign(assign.variable(), assign.value()) : read;
	}

	/// A body some of whose variables have left the frame.
	///
	/// @param analysis what is known of it; what holds the variables are its last
	/// parameters
	/// @param making what makes those
	public record Spilled(Analysis analysis, List<Statement> making) {

		/// What is known of the function's own method once all cuts have been made: it
		/// begins with making what it hands to its pieces.
		/// @param own what is known of the body by then
		public Analysis complete(Analysis own) {
			if (this.making.isEmpty()) {
				return own;
			}
			Body inner = own.body();
			List<Variable> parameters = inner.parameters();
			inner.statements().addAll(0, this.making);
			return Analysis.of(new Body(inner.variables(),
					List.copyOf(parameters.subList(0, parameters.size() - this.making.size())), inner.result(),
					inner.statements()));
		}

	}

}
