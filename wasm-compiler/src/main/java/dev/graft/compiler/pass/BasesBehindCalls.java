package dev.graft.compiler.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.MemoryBase;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Fetches the bases of memories again behind the calls of a loop, if there is a way
/// around it on which nobody calls, or a loop in it.
///
/// ```
///     v0 = (base of memory 0)            v0 = (base of memory 0)
///   L0:                                L0:
///     v1 = (load v0 …)                   v1 = (load v0 …)
///     unless v1 goto L1         ─▶       unless v1 goto L1
///     call                               call
///                                        v0 = (base of memory 0)
///   L1:                                L1:
///     … (load v0 …)                      … (load v0 …)
///     if v2 goto L0                      if v2 goto L0
/// ```
///
/// The base stays the same, but HotSpot has no register that survives a call. What never
/// changes in a loop it keeps in the frame for all of it, and all that it has computed
/// from it in front of the loop, too. What changes is in a register on the way that calls
/// nobody. See `docs/RATIONALE.md`, "Why is a memory's base fetched again behind calls?".
public final class BasesBehindCalls {

	private static final int MOST_BYTES_OF_ONE = 16;

	private final Analysis analysis;

	private final Body body;

	private final SortedMap<Integer, Variable> bases = new TreeMap<>();

	/// How many accesses there are before each statement.
	private final int[] accessesBefore;

	/// The headers of loops around others.
	private final BitSet aroundLoops = new BitSet();

	/// The calls behind which bases are fetched.
	private final BitSet calls = new BitSet();

	private final boolean everywhere;

	private int accesses;

	private @Nullable ShortRounds rounds;

	private BasesBehindCalls(Analysis analysis, boolean everywhere) {
		this.analysis = analysis;
		this.body = analysis.body();
		this.everywhere = everywhere;
		this.accessesBefore = new int[this.body.statements().size() + 1];
	}

	/// Finds out behind which calls of a body they are to be fetched.
	/// @param analysis the body, of which nothing is going to be cut any more
	/// @param everywhere whether that is done in every loop that has accesses
	public static BasesBehindCalls of(Analysis analysis, boolean everywhere) {
		BasesBehindCalls found = new BasesBehindCalls(analysis, everywhere);
		if (Loops.areIn(found.body) && found.body.statements().stream().anyMatch(ShortRounds::calls)) {
			found.findBases();
			found.findLoops();
			found.findCalls();
		}
		return found;
	}

	/// How many bytes the body grows by at most, 0 if it is to stay as it is.
	public int mostBytes() {
		return this.calls.cardinality() * this.bases.size() * MOST_BYTES_OF_ONE;
	}

	/// Rewrites the body.
	public Analysis fetched() {
		List<Statement> statements = List.copyOf(this.body.statements());
		this.body.statements().clear();
		for (int position = 0; position < statements.size(); position++) {
			this.body.statements().add(statements.get(position));
			if (this.calls.get(position)) {
				this.bases
					.forEach((memory, base) -> this.body.statements().add(new Assign(base, new MemoryBase(memory))));
			}
		}
		return Analysis.of(this.body);
	}

	private void findBases() {
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = statements.get(position);
			if (statement instanceof Store store) {
				add(store.access());
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				findBases(statement.operand(number));
			}
			this.accessesBefore[position + 1] = this.accesses;
		}
	}

	private void findBases(Expression tree) {
		if (tree instanceof Load load) {
			add(load.access());
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			findBases(tree.operand(number));
		}
	}

	private void add(Access access) {
		Variable base = access.base();
		if (base != null) {
			this.bases.put(access.memoryIndex(), base);
			this.accesses++;
		}
	}

	private void findLoops() {
		Loops loops = this.analysis.loops();
		Deque<Integer> around = new ArrayDeque<>();
		for (int position = 0; position < this.body.statements().size(); position++) {
			leave(around, position);
			if (loops.isHeader(position)) {
				if (!around.isEmpty()) {
					this.aroundLoops.set(around.element());
				}
				around.push(position);
			}
		}
	}

	private void findCalls() {
		List<Statement> statements = this.body.statements();
		Deque<Integer> around = new ArrayDeque<>();
		BitSet suiting = new BitSet();
		for (int position = 0; position < statements.size(); position++) {
			leave(around, position);
			if (this.analysis.loops().isHeader(position)) {
				around.push(position);
				suiting.set(position, suits(position));
			}
			Statement statement = statements.get(position);
			if (ShortRounds.calls(statement) && !statement.endsLine() && !around.isEmpty()
					&& suiting.get(around.element())) {
				this.calls.set(position);
			}
		}
	}

	private void leave(Deque<Integer> around, int position) {
		while (!around.isEmpty() && this.analysis.loops().end(around.element()) <= position) {
			around.pop();
		}
	}

	private boolean suits(int header) {
		int end = this.analysis.loops().end(header);
		boolean accesses = this.accessesBefore[header] < this.accessesBefore[end];
		return accesses && (this.everywhere || this.aroundLoops.get(header) || rounds().areWithoutCallsAt(header));
	}

	private ShortRounds rounds() {
		ShortRounds known = this.rounds;
		if (known == null) {
			known = new ShortRounds(this.body, this.analysis.graph());
			this.rounds = known;
		}
		return known;
	}

}
