package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Body.Variables;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.MemoryBase;
import dev.graft.compiler.ir.MemoryBytes;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.SmallBytes;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Carries out every load and store in place: what a function has to know of a memory
/// is in its variables, and no access is a call of the engine (see `docs/RATIONALE.md`,
/// "Why does code access memory through method handles?").
///
/// The memory's base is kept in a variable. So is its size, over stretches in which
/// nothing can grow it: a loop without calls, or a whole body. Otherwise the volatile
/// read that asks for interruption would make HotSpot read the size again in each round,
/// and check in each round what it can check once.
///
/// A store in place checks its address before it computes its value. Where one could tell,
/// because the value has effects or traps in another way, the value is computed in a
/// statement of its own in front of the store.
public final class MemoryAccesses {

	private static final int ACCESS = Effects.READS_MEMORY | Effects.READS_SIZE;

	private static final long MOST_SMALL = 1L << 30;

	private static final int PAGE_LOG2 = 16;

	private static final int CHECK = Effects.READS_SIZE | Effects.TRAPS;

	private final Body body;

	private final Loops loops;

	private final List<ExternalType.Memory> memories;

	private final @Nullable Variable[] bases;

	private final @Nullable Variable[] bounds;

	private final List<Statement> rewritten;

	private int boundUntil;

	private MemoryAccesses(Body body, List<ExternalType.Memory> memories) {
		this.body = body;
		this.loops = Loops.of(body);
		this.memories = memories;
		this.bases = new @Nullable Variable[memories.size()];
		this.bounds = new @Nullable Variable[memories.size()];
		this.rewritten = new ArrayList<>(body.statements().size() + 8);
	}

	/// Rewrites the statements of a body.
	/// @param memories the memories of the module
	public static void plan(Body body, List<ExternalType.Memory> memories) {
		if (!memories.isEmpty()) {
			new MemoryAccesses(body, memories).rewrite();
		}
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		int accesses = 0;
		for (Statement statement : statements) {
			accesses += count(statement);
		}
		if (accesses == 0) {
			return;
		}
		if (accesses > 1) {
			bindIfSizeIsFixed(0, statements.size());
		}
		for (int position = 0; position < statements.size(); position++) {
			if (position >= this.boundUntil) {
				unbind();
				if (this.loops.isHeader(position) && this.loops.isEnteredFromAbove(position)) {
					bindIfSizeIsFixed(position, this.loops.end(position));
				}
			}
			Statement statement = statements.get(position);
			this.rewritten.add(touches(statement) ? rewrite(statement) : statement);
		}
		List<Statement> result = new ArrayList<>(this.rewritten.size() + this.memories.size());
		for (int memory = 0; memory < this.memories.size(); memory++) {
			if (this.bases[memory] != null) {
				result.add(new Assign(this.bases[memory], new MemoryBase(memory)));
			}
		}
		result.addAll(this.rewritten);
		statements.clear();
		statements.addAll(result);
	}

	private void unbind() {
		Arrays.fill(this.bounds, null);
	}

	// Which memories a stretch touches, and that nothing in it changes a size.
	private void bindIfSizeIsFixed(int from, int to) {
		boolean[] touched = new boolean[this.memories.size()];
		for (int position = from; position < to; position++) {
			Statement statement = this.body.statements().get(position);
			if ((statement.effects() & Effects.WRITES_SIZE) != 0) {
				return;
			}
			findTouched(statement, touched);
		}
		boolean pays = isBodyWithLoops(from, to);
		for (int memory = 0; memory < this.memories.size(); memory++) {
			if (touched[memory]) {
				this.bounds[memory] = bind(memory, pays && mayBeSmall(this.memories.get(memory)));
			}
		}
		this.boundUntil = to;
	}

	private boolean isBodyWithLoops(int from, int to) {
		return from == 0 && to == this.body.statements().size()
				&& IntStream.range(from, to).anyMatch(this.loops::isHeader);
	}

	private static boolean mayBeSmall(ExternalType.Memory type) {
		return type.limits().minimum() > 0 && type.pageSizeLog2() == PAGE_LOG2;
	}

	private Variable bind(int memory, boolean narrowed) {
		Variables variables = this.body.variables();
		Variable bound = narrowed ? variables.variable(Kind.LONG) : variables.temporary(Kind.LONG);
		this.rewritten.add(new Assign(bound, new MemoryBytes(memory)));
		if (narrowed) {
			narrow(bound);
		}
		return bound;
	}

	// Changes nothing, but HotSpot then knows that each checked address is an `int`, and
	// leaves adding it to the base to the processor's addressing. It leaves out the other
	// way as long as there are no larger memories, and none that has been closed: such a
	// memory has no bytes.
	private void narrow(Variable bound) {
		Constant page = Constant.of(Kind.LONG, 1L << PAGE_LOG2);
		Constant most = Constant.of(Kind.LONG, MOST_SMALL - (1L << PAGE_LOG2));
		Label small = this.body.variables().label(false);
		Label end = this.body.variables().label(false);
		Expression furtherPages = new Numeric(NumericOp.I64_SUB, 0, Read.of(bound), page);
		Expression isSmall = new Numeric(NumericOp.I64_LE_U, 0, furtherPages, most);
		this.rewritten.add(new JumpIf(isSmall, true, small));
		this.rewritten.add(new Assign(bound, new Computed(AbiMethod.UNUSUAL_MEMORY_SIZE, Read.of(bound))));
		this.rewritten.add(new Jump(end));
		this.rewritten.add(new Mark(small));
		this.rewritten.add(new Assign(bound, new SmallBytes(Read.of(bound))));
		this.rewritten.add(new Mark(end));
	}

	private static void findTouched(Statement statement, boolean[] touched) {
		if (statement instanceof Store store) {
			touched[store.access().memoryIndex()] = true;
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			findTouched(statement.operand(number), touched);
		}
	}

	private static void findTouched(Expression tree, boolean[] touched) {
		switch (tree) {
			case Load load -> touched[load.access().memoryIndex()] = true;
			case CheckedAddress checked -> touched[checked.access().memoryIndex()] = true;
			default -> {
			}
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			findTouched(tree.operand(number), touched);
		}
	}

	private static int count(Statement statement) {
		int count = (statement instanceof Store store && store.access().checks()) ? 1 : 0;
		for (int number = 0; number < statement.operandCount(); number++) {
			count += count(statement.operand(number));
		}
		return count;
	}

	// Parts of an access that is checked as a whole count as one.
	private static int count(Expression tree) {
		if ((tree.effects() & ACCESS) == 0) {
			return 0;
		}
		int count = (tree instanceof CheckedAddress || tree instanceof Load load && load.access().checks()) ? 1 : 0;
		for (int number = 0; number < tree.operandCount(); number++) {
			count += count(tree.operand(number));
		}
		return count;
	}

	private static boolean touches(Statement statement) {
		return statement instanceof Store || (statement.effects() & ACCESS) != 0;
	}

	private Statement rewrite(Statement statement) {
		Expression[] operands = new Expression[statement.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = rewrite(statement.operand(number));
		}
		if (statement instanceof Store store) {
			return store(inPlace(store.access()), operands[0], operands[1]);
		}
		return statement.with(operands);
	}

	private Store store(Access access, Expression address, Expression value) {
		if (!access.checks() || !mattersBeforeCheck(value)) {
			return new Store(access, address, value);
		}
		boolean addressFirst = Effects.conflict(address.effects(), value.effects());
		return new Store(access, addressFirst ? computed(address) : address, computed(value));
	}

	private Read computed(Expression tree) {
		Variable variable = this.body.variables().temporary(tree.kind());
		this.rewritten.add(new Assign(variable, tree));
		return Read.of(variable);
	}

	// Loads do not matter: out of bounds they trap as the check does.
	private static boolean mattersBeforeCheck(Expression value) {
		if (!Effects.conflict(value.effects(), CHECK)) {
			return false;
		}
		if (!(value instanceof Load) && Effects.conflict(ownEffects(value), CHECK)) {
			return true;
		}
		for (int number = 0; number < value.operandCount(); number++) {
			if (mattersBeforeCheck(value.operand(number))) {
				return true;
			}
		}
		return false;
	}

	private static int ownEffects(Expression value) {
		return switch (value) {
			case Numeric numeric -> (numeric.site() != 0) ? Effects.TRAPS : Effects.NONE;
			case Select _ -> Effects.NONE;
			default -> value.effects();
		};
	}

	private Expression rewrite(Expression tree) {
		if ((tree.effects() & ACCESS) == 0) {
			return tree;
		}
		Expression[] operands = new Expression[tree.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = rewrite(tree.operand(number));
		}
		return switch (tree) {
			case Load load -> new Load(inPlace(load.access()), operands[0]);
			case CheckedAddress checked -> new CheckedAddress(
					checked.access().within(this.bounds[checked.access().memoryIndex()]), checked.bytes(), operands[0]);
			default -> tree.with(operands);
		};
	}

	private Access inPlace(Access access) {
		int memory = access.memoryIndex();
		Variable base = this.bases[memory];
		if (base == null) {
			base = this.body.variables().temporary(Kind.LONG);
			this.bases[memory] = base;
		}
		return access.inPlace(base, this.bounds[memory]);
	}

}
