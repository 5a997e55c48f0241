package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Element;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.NewArray;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.SpareArray;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Keeps variables in two arrays, one of bits and one of references, where more are alive
/// at once than a frame should hold: thousands of locals, of operands on the stack, of a
/// block's parameters.
///
/// A frame has room for some, but pieces of a body pass on what is alive where they begin
/// and end, and no method takes more than 255 parameters. What is in an array is not passed
/// on. It stays there for all of its life: see [SpilledVariables] for which variables these
/// are.
public final class Spilling {

	/// How long an array may be that is given back at the end of a call.
	private static final int MOST_SPARE = 1_000;

	private final Body body;

	private final List<Variable> zeroed;

	private final SpilledVariables spilled;

	private @Nullable Variable bits;

	/// Whether the array of bits is one that later calls use again.
	private boolean isSpare;

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
	/// @return what is known of the body as it is then
	public static Analysis apply(Analysis analysis, int mostSlots) {
		if (analysis.slots().count() <= mostSlots) {
			return analysis;
		}
		Spilling spilling = new Spilling(analysis);
		Body body = analysis.body();
		spilling.spilled.choose(mostSlots, (variable) -> fitsArray(body.variables().get(variable).kind()));
		spilling.rewrite(spilling.spilled.place((kind) -> !kind.isReference(), Integer.MAX_VALUE),
				spilling.spilled.place(Kind::isReference, Integer.MAX_VALUE));
		return Analysis.of(body);
	}

	private static boolean fitsArray(Kind kind) {
		return switch (kind) {
			case INT, LONG, FLOAT, DOUBLE, REFERENCE -> true;
			case VECTOR, REGISTER, BITS, REFERENCES, VOID -> false;
		};
	}

	private void rewrite(int bitPlaces, int referencePlaces) {
		List<Statement> rewritten = new ArrayList<>(this.body.statements().size() + 2);
		if (bitPlaces > 0) {
			this.isSpare = bitPlaces <= MOST_SPARE;
			this.bits = this.body.variables().temporary(Kind.BITS);
			rewritten.add(new Assign(this.bits,
					this.isSpare ? SpareArray.take(bitPlaces) : new NewArray(Kind.BITS, bitPlaces)));
		}
		if (referencePlaces > 0) {
			this.references = this.body.variables().temporary(Kind.REFERENCES);
			rewritten.add(new Assign(this.references, new NewArray(Kind.REFERENCES, referencePlaces)));
		}
		begin(rewritten);
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = rewritten(position);
			if (statement instanceof Return give && this.isSpare) {
				addReturn(give, rewritten);
			}
			else {
				rewritten.add(statement);
			}
		}
		statements.clear();
		statements.addAll(rewritten);
	}

	// Parameters have arrived in the frame; what is read before it is assigned is zero.
	private void begin(List<Statement> statements) {
		for (Variable parameter : this.body.parameters()) {
			if (this.spilled.contains(parameter)) {
				statements.add(assign(parameter, new Read(parameter)));
			}
		}
		for (Variable variable : this.zeroed) {
			if (this.isSpare && this.spilled.contains(variable) && !variable.kind().isReference()) {
				statements.add(assign(variable, Constant.zero(variable.kind())));
			}
		}
	}

	// What is returned may come from the array, or from a call that wants one.
	private void addReturn(Return give, List<Statement> statements) {
		Evaluate giveBack = new Evaluate(SpareArray.giveBack(new Read(Objects.requireNonNull(this.bits))));
		Expression value = give.value();
		if (value == null) {
			statements.add(giveBack);
			statements.add(give);
			return;
		}
		Variable returned = this.body.variables().variable(value.kind());
		statements.add(new Assign(returned, value));
		statements.add(giveBack);
		statements.add(new Return(new Read(returned)));
	}

	private Variable array(Variable variable) {
		Variable array = variable.kind().isReference() ? this.references : this.bits;
		if (array == null) {
			throw new IllegalArgumentException(variable + " stays where it is");
		}
		return array;
	}

	private SetElement assign(Variable variable, Expression value) {
		return new SetElement(array(variable), this.spilled.place(variable), value);
	}

	private Statement rewritten(int position) {
		Statement read = this.spilled.reading(position,
				(variable) -> Element.of(variable.kind(), this.spilled.place(variable), array(variable)));
		return (read instanceof Assign assign && this.spilled.contains(assign.variable()))
				? assign(assign.variable(), assign.value()) : read;
	}

}
