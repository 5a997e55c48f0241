package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;

/// Leaves out loads of what is known already, because it has been stored or loaded on
/// every way before.
///
/// ```
///   i32.store +12 v0 (i32.add v1 v2)     v9 = (i32.add v1 v2)
///                                        i32.store +12 v0 v9
///   v3 = (i32.load +8 (i32.load +12 v0)) v3 = (i32.load +8 v9)
/// ```
///
/// Each place has a variable for its bytes, which every load or store assigns whose value
/// somebody asks for later. That lies within memory as surely as the access that is left
/// out would have, so it could not have trapped. Nothing stays known over a call, and so
/// none of these variables lives longer than to the next one.
///
/// What a compiler makes of C without optimizing keeps every variable in memory; in
/// optimized code there is next to nothing to find.
public final class LoadForwarding {

	/// A pointer that is loaded over and over becomes a variable in the first round, what
	/// it points to in the second.
	private static final int ROUNDS = 2;

	private final Body body;

	private final KnownPlaces known;

	private final Map<Place, Variable> variables = new HashMap<>();

	private final List<Statement> rewritten;

	private int accesses;

	private LoadForwarding(Body body, KnownPlaces known) {
		this.body = body;
		this.known = known;
		this.rewritten = new ArrayList<>(body.statements().size());
	}

	/// Leaves out loads of a body, whose accesses have not been planned yet.
	/// @param memories the memories of the module
	public static void apply(Body body, List<ExternalType.Memory> memories) {
		for (int round = 0; round < ROUNDS && RepeatedLoads.areMany(body); round++) {
			KnownPlaces known = KnownPlaces.of(body, PlaceEvents.of(body, memories));
			if (!known.isOfUse()) {
				return;
			}
			new LoadForwarding(body, known).rewrite();
		}
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		for (Statement statement : statements) {
			this.rewritten.add(rewrite(statement));
		}
		statements.clear();
		statements.addAll(this.rewritten);
	}

	private Statement rewrite(Statement statement) {
		Statement result = statement.map(this::rewrite);
		return (result instanceof Store store && this.known.keeps(this.accesses++)) ? store(store) : result;
	}

	// The address is a variable or a constant, so that it does not matter if the value is
	// computed before.
	private Store store(Store store) {
		Expression value = store.value();
		Variable variable = variable(store.access(), store.address());
		this.rewritten.add(new Assign(variable, value));
		boolean atHand = value instanceof Constant || value instanceof Read;
		return new Store(store.access(), store.address(), atHand ? value : Read.of(variable));
	}

	private Expression rewrite(Expression tree) {
		if ((tree.effects() & Effects.READS_MEMORY) == 0) {
			return tree;
		}
		Expression result = tree.map(this::rewrite);
		return (tree instanceof Load load) ? load(load, result) : result;
	}

	private Expression load(Load load, Expression result) {
		int access = this.accesses++;
		if (this.known.isForwarded(access)) {
			return extended(load.access().op(), Read.of(variable(load.access(), load.operand(0))));
		}
		if (this.known.keeps(access)) {
			Variable variable = variable(load.access(), load.operand(0));
			this.rewritten.add(new Assign(variable, result));
			return Read.of(variable);
		}
		return result;
	}

	private Variable variable(Access access, Expression address) {
		Place place = Objects.requireNonNull(Place.of(access, address));
		return this.variables.computeIfAbsent(place, (any) -> this.body.variables().variable(place.kind()));
	}

	// What is kept of a short load or store has the bytes at its lower end, and above
	// them anything.
	private static Expression extended(MemoryAccessOp op, Expression kept) {
		return switch (op) {
			case I32_LOAD8_S -> new Numeric(NumericOp.I32_EXTEND8_S, 0, kept);
			case I32_LOAD8_U -> masked(NumericOp.I32_AND, kept, 0xFF);
			case I32_LOAD16_S -> new Numeric(NumericOp.I32_EXTEND16_S, 0, kept);
			case I32_LOAD16_U -> masked(NumericOp.I32_AND, kept, 0xFFFF);
			case I64_LOAD8_S -> new Numeric(NumericOp.I64_EXTEND8_S, 0, kept);
			case I64_LOAD8_U -> masked(NumericOp.I64_AND, kept, 0xFF);
			case I64_LOAD16_S -> new Numeric(NumericOp.I64_EXTEND16_S, 0, kept);
			case I64_LOAD16_U -> masked(NumericOp.I64_AND, kept, 0xFFFF);
			case I64_LOAD32_S -> new Numeric(NumericOp.I64_EXTEND32_S, 0, kept);
			case I64_LOAD32_U -> masked(NumericOp.I64_AND, kept, 0xFFFF_FFFFL);
			case I32_LOAD, I64_LOAD, F32_LOAD, F64_LOAD -> kept;
			case I32_STORE, I64_STORE, F32_STORE, F64_STORE, I32_STORE8, I32_STORE16, I64_STORE8, I64_STORE16,
					I64_STORE32 ->
				throw new IllegalArgumentException(op + " does not load");
		};
	}

	private static Expression masked(NumericOp and, Expression kept, long mask) {
		return new Numeric(and, 0, kept, Constant.of(kept.kind(), mask));
	}

}
