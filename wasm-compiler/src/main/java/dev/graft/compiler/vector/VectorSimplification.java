package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Rewrites what C compilers make of loops over bytes, for processors that extend and
/// narrow lanes in one step, to what takes few steps in `long`s:
/// [chains that begin and end as bytes][EvenOddBytes], [even in between][WholeBytes],
/// [sums of bytes][ByteSums], [loads of parts of what has been loaded][PartialLoads],
/// [floats that are limited before they become integers][LimitedConversions],
/// [halves of lanes of 64 bits][ExtendedInts],
/// [numbers that are narrowed to look at them][NarrowedLanes], and
/// [pairs of products of which one is zero][LowerHalves].
///
/// Only statements that follow each other without a label between are looked at together.
final class VectorSimplification {

	private final Body body;

	private final List<Statement> rewritten;

	private final Definitions definitions;

	private final PartialLoads loads = new PartialLoads();

	private final PairedLanes pairs;

	private final NarrowedLanes narrowed;

	private VectorSimplification(Body body) {
		this.body = body;
		this.rewritten = new ArrayList<>(body.statements().size());
		this.definitions = new Definitions(body);
		this.pairs = new PairedLanes(body, this.definitions);
		this.narrowed = new NarrowedLanes(body, this.definitions);
	}

	/// Rewrites a body.
	static void apply(Body body) {
		rewrite(body, VectorSimplification::next);
	}

	/// Rewrites limits alone, those of conversions and those without signs, so that loops
	/// are seen with limits of integers as they are without vectors.
	static void simplifyLimits(Body body) {
		rewrite(body, VectorSimplification::nextLimit);
	}

	private static void rewrite(Body body, BiConsumer<VectorSimplification, Statement> step) {
		VectorSimplification simplification = new VectorSimplification(body);
		for (Statement statement : body.statements()) {
			step.accept(simplification, statement);
		}
		body.statements().clear();
		body.statements().addAll(simplification.used());
	}

	private void nextLimit(Statement statement) {
		if (statement instanceof Mark) {
			this.definitions.forget();
		}
		add(statement, this::assignLimit);
	}

	private void add(Statement statement, Consumer<Assign> vectors) {
		if (!(statement instanceof Assign assign)) {
			this.rewritten.add(statement);
		}
		else if (assign.variable().kind() == Kind.VECTOR) {
			vectors.accept(assign);
		}
		else {
			this.definitions.changed(assign.variable());
			this.rewritten.add(statement);
		}
	}

	private void assignLimit(Assign assign) {
		List<Statement> before = new ArrayList<>();
		Expression value = (assign.value() instanceof Vector vector) ? signed(vector) : assign.value();
		Expression known = this.definitions.resolved(value);
		Vector limited = (known instanceof Vector vector) ? limited(vector, before) : null;
		this.rewritten.addAll(before);
		this.rewritten.add(new Assign(assign.variable(), (limited != null) ? limited : value));
		this.definitions.assigned(assign.variable(), (limited != null) ? limited : known);
	}

	private @Nullable Vector limited(Vector vector, List<Statement> before) {
		return switch (vector.op()) {
			case I32X4_TRUNC_SAT_F32X4_S -> new LimitedConversions(this.definitions, before).signed(vector.operand(0));
			case I32X4_TRUNC_SAT_F32X4_U ->
				new LimitedConversions(this.definitions, before).unsigned(vector.operand(0));
			default -> null;
		};
	}

	// Where no lane can be negative, signs do not matter.
	private Vector signed(Vector vector) {
		VectorOp op = switch (vector.op()) {
			case I32X4_MIN_U -> VectorOp.I32X4_MIN_S;
			case I32X4_MAX_U -> VectorOp.I32X4_MAX_S;
			default -> vector.op();
		};
		return (op != vector.op() && this.definitions.widths().addsWithin(vector, Integer.SIZE))
				? Vector.of(op, 0, vector.operand(0), vector.operand(1)) : vector;
	}

	private void next(Statement original) {
		Statement statement = original.map(this.narrowed::signs);
		if (statement instanceof Mark) {
			this.definitions.forget();
			this.loads.forget();
			this.pairs.forget();
		}
		this.loads.next(statement);
		add(statement, this::assign);
	}

	private void assign(Assign assign) {
		Expression value = this.loads.reused(assign.value());
		Expression known = this.definitions.resolved(value);
		Expression taken = (known instanceof Vector shuffle) ? this.pairs.taken(shuffle, this.rewritten) : null;
		if (taken != null) {
			this.rewritten.add(new Assign(assign.variable(), taken));
			this.definitions.assigned(assign.variable(), taken);
			this.loads.assigned(assign);
			return;
		}
		Expression simple = (known instanceof Vector vector) ? simplified(vector) : null;
		this.rewritten.add(new Assign(assign.variable(), (simple != null) ? simple : value));
		// Who looks behind a sum wants to see its addends.
		boolean sum = known instanceof Vector vector
				&& (vector.op() == VectorOp.I32X4_ADD || vector.op() == VectorOp.I32X4_SUB);
		this.definitions.assigned(assign.variable(), (simple != null && !sum) ? simple : known);
		this.loads.assigned(assign);
	}

	private @Nullable Vector simplified(Vector vector) {
		List<Statement> before = new ArrayList<>();
		Vector simple = switch (vector.op()) {
			case I8X16_EQ, I8X16_NE, I8X16_LT_S, I8X16_GT_S, I8X16_LE_S, I8X16_GE_S, I16X8_EQ, I16X8_NE, I16X8_LT_S,
					I16X8_GT_S, I16X8_LE_S, I16X8_GE_S ->
				this.narrowed.compared(vector, before);
			case I32X4_DOT_I16X8_S -> new LowerHalves(this.definitions, before).sum(vector);
			case I16X8_MUL -> new LowerHalves(this.definitions, before).products(vector);
			case I8X16_NARROW_I16X8_S -> new EvenOddBytes(this.definitions, before).joined(vector);
			case I8X16_NARROW_I16X8_U -> {
				Vector whole = new WholeBytes(this.definitions, before).narrowed(vector);
				yield (whole != null) ? whole : new EvenOddBytes(this.definitions, before).joined(vector);
			}
			case I32X4_ADD, I32X4_SUB -> new ByteSums(this.definitions, before).summed(vector);
			case I64X2_EXTEND_LOW_I32X4_S, I64X2_EXTEND_LOW_I32X4_U, I64X2_EXTEND_HIGH_I32X4_S,
					I64X2_EXTEND_HIGH_I32X4_U ->
				new ExtendedInts(this.definitions, before).extended(vector.operand(0), vector.op());
			case I64X2_EXTMUL_LOW_I32X4_S -> product(vector, VectorOp.I64X2_EXTEND_LOW_I32X4_S, before);
			case I64X2_EXTMUL_LOW_I32X4_U -> product(vector, VectorOp.I64X2_EXTEND_LOW_I32X4_U, before);
			case I64X2_EXTMUL_HIGH_I32X4_S -> product(vector, VectorOp.I64X2_EXTEND_HIGH_I32X4_S, before);
			case I64X2_EXTMUL_HIGH_I32X4_U -> product(vector, VectorOp.I64X2_EXTEND_HIGH_I32X4_U, before);
			default -> null;
		};
		if (simple != null) {
			this.rewritten.addAll(before);
		}
		return simple;
	}

	private @Nullable Vector product(Vector product, VectorOp extension, List<Statement> before) {
		return new ExtendedInts(this.definitions, before).product(product, extension);
	}

	// Without temporaries that nobody reads any more, so that they do not count where
	// costs are compared.
	private List<Statement> used() {
		int[] reads = new int[this.body.variables().size()];
		List<Statement> used = new ArrayList<>(this.rewritten.size());
		for (Statement statement : this.rewritten.reversed()) {
			boolean unused = statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR
					&& assign.variable().isTemporary() && reads[assign.variable().index()] == 0
					&& Effects.isRemovable(assign.value().effects());
			if (!unused) {
				statement.forEachRead((variable) -> reads[variable.index()]++);
				used.add(statement);
			}
		}
		Collections.reverse(used);
		return used;
	}

}
