package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Lets jumps to a switch whose outcome is known go where the switch would lead.
///
/// ```
///     L0:                                       poll
///       poll                                    switch v1 (L1, L3, …)
///       switch v1 (L1, L2, …)                 L1:
///     L1:                                       …
///       …                          ─▶         L3:
///     L2:                                       poll
///       …                                       …
///       unless (…) goto L9                      if (…) goto L3
///       v1 = 1                                L9:
///       goto L0
///     L9:
/// ```
///
/// Go makes such code: a function is a loop around a switch over all places where it may
/// go on once a goroutine comes back to it, and what jumps anywhere jumps by that switch.
/// What is jumped back to becomes a loop, with a poll of its own. The switch may still
/// lead into the middle of it, which no loop of the module's does; HotSpot does not mind,
/// as it leaves out what the switch has never led to.
///
/// Only switches over a parameter count. LLVM makes others, to turn what has several
/// entries into a loop; they are left alone, since control does come in by all of these.
public final class JumpThreading {

	/// So far before a jump its number is looked for.
	private static final int MOST_STEPS = 16;

	private final Body body;

	private final List<Statement> statements;

	/// Where each label stands, and how many jumps lead there.
	private final int[] places;

	private final int[] jumps;

	private final Map<Label, Dispatch> dispatches = new LinkedHashMap<>();

	/// Where jumps lead instead, by their positions.
	private final Map<Integer, Label> threaded = new HashMap<>();

	/// The loops that they make: for a label that is jumped back to one of a loop, and
	/// the
	/// poll that its rounds came by before.
	private final Map<Label, Label> loops = new HashMap<>();

	private final Map<Label, Poll> polls = new HashMap<>();

	private JumpThreading(Body body) {
		this.body = body;
		this.statements = List.copyOf(body.statements());
		this.places = new int[body.variables().labels()];
		this.jumps = new int[this.places.length];
	}

	/// Rewrites the jumps of a body, unless it handles exceptions.
	/// @param body the body, whose labels have been merged
	public static void apply(Body body) {
		JumpThreading threading = new JumpThreading(body);
		if (threading.findDispatches() && threading.findJumps()) {
			threading.rewrite();
		}
	}

	private boolean findDispatches() {
		Consumer<Label> onTarget = (target) -> this.jumps[target.number()]++;
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Enter) {
				return false;
			}
			if (statement instanceof Mark mark) {
				this.places[mark.label().number()] = position;
				if (mark.label().isLoop()) {
					findDispatch(mark.label(), position);
				}
			}
			statement.forEachTarget(onTarget);
		}
		return !this.dispatches.isEmpty();
	}

	private void findDispatch(Label label, int header) {
		@Nullable Poll poll = (this.statements.get(header + 1) instanceof Poll found) ? found : null;
		int position = header + ((poll != null) ? 2 : 1);
		if (this.statements.get(position) instanceof Switch table && table.index() instanceof Read read
				&& this.body.parameters().contains(read.variable())) {
			this.dispatches.put(label, new Dispatch(header, poll, position, table, read.variable()));
		}
	}

	private boolean findJumps() {
		for (int position = 0; position < this.statements.size(); position++) {
			if (this.statements.get(position) instanceof Jump jump) {
				Dispatch dispatch = this.dispatches.get(jump.target());
				Constant index = (dispatch != null) ? valueBefore(position, dispatch.variable) : null;
				if (dispatch != null && index != null) {
					thread(position, dispatch, dispatch.target((int) index.bits()));
					this.jumps[jump.target().number()]--;
				}
			}
		}
		return !this.threaded.isEmpty();
	}

	private @Nullable Constant valueBefore(int jump, Variable variable) {
		for (int position = jump - 1; position >= Math.max(0, jump - MOST_STEPS); position--) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Assign assign && assign.variable() == variable) {
				return (assign.value() instanceof Constant constant) ? constant : null;
			}
			if (statement instanceof Mark) {
				return null;
			}
		}
		return null;
	}

	private void thread(int position, Dispatch dispatch, Label target) {
		this.threaded.put(position, target);
		if (place(target) < position && !target.isLoop()) {
			this.loops.computeIfAbsent(target, (_) -> this.body.variables().label(true));
			if (dispatch.poll != null) {
				this.polls.put(target, dispatch.poll);
			}
		}
	}

	private int place(Label label) {
		return this.places[label.number()];
	}

	private void rewrite() {
		BitSet dropped = dropped();
		List<Statement> rewritten = new ArrayList<>(this.statements.size());
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			Label target = this.threaded.get(position);
			if (target != null) {
				rewritten.add(new Jump(of(target)));
			}
			else if (statement instanceof Mark mark && !dropped.get(position)) {
				mark(rewritten, mark.label());
			}
			else if (!dropped.get(position)) {
				rewritten.add(statement.retargeted(this::of));
			}
		}
		this.body.statements().clear();
		this.body.statements().addAll(rewritten);
	}

	// A jump here that skips nothing but a jump becomes that jump.
	private void mark(List<Statement> rewritten, Label label) {
		int last = rewritten.size() - 1;
		if (last > 0 && rewritten.get(last) instanceof Jump jump && rewritten.get(last - 1) instanceof JumpIf skip
				&& skip.target() == of(label)) {
			rewritten.removeLast();
			rewritten.set(last - 1, new JumpIf(skip.condition(), !skip.whenTrue(), jump.target()));
		}
		rewritten.add(new Mark(of(label)));
		Poll poll = this.polls.get(label);
		if (poll != null) {
			rewritten.add(poll);
		}
	}

	private Label of(Label label) {
		return this.loops.getOrDefault(label, label);
	}

	/*
	 * The headers that nobody jumps back to any more, and the numbers for their switches
	 * if these are asked for nowhere else. Their polls stay: one at the beginning of a
	 * function is that of its calls, too.
	 */
	private BitSet dropped() {
		int[] reads = reads();
		int[] earliest = earliestTargets();
		BitSet dropped = new BitSet();
		this.dispatches.forEach((label, dispatch) -> {
			if (this.jumps[label.number()] == 0) {
				dropped.set(dispatch.header);
				if (reads[dispatch.variable.index()] == 1 && earliest[dispatch.table + 1] > dispatch.table) {
					dropNumbers(dispatch, dropped);
				}
			}
		});
		return dropped;
	}

	private int[] reads() {
		int[] reads = new int[this.body.variables().size()];
		this.statements.forEach((statement) -> statement.forEachRead((variable) -> reads[variable.index()]++));
		return reads;
	}

	// The first place that a statement from a position on jumps to.
	private int[] earliestTargets() {
		int[] earliest = new int[this.statements.size() + 1];
		earliest[this.statements.size()] = Integer.MAX_VALUE;
		for (int position = this.statements.size() - 1; position >= 0; position--) {
			int at = position;
			earliest[at] = earliest[at + 1];
			Label target = this.threaded.get(at);
			if (target != null) {
				earliest[at] = Math.min(earliest[at], place(target));
			}
			else {
				this.statements.get(at).forEachTarget((label) -> earliest[at] = Math.min(earliest[at], place(label)));
			}
		}
		return earliest;
	}

	private void dropNumbers(Dispatch dispatch, BitSet dropped) {
		for (int position = dispatch.table + 1; position < this.statements.size(); position++) {
			if (this.statements.get(position) instanceof Assign assign && assign.variable() == dispatch.variable
					&& assign.value() instanceof Constant) {
				dropped.set(position);
			}
		}
	}

	/// The header of a loop with nothing behind it but a switch over a variable.
	///
	/// @param header where the header is
	/// @param poll the poll behind it, if there is one
	/// @param table where the switch is
	/// @param statement the switch
	/// @param variable what it asks for
	private record Dispatch(int header, @Nullable Poll poll, int table, Switch statement, Variable variable) {

		Label target(int index) {
			Label[] targets = this.statement.targets();
			return (index >= 0 && index < targets.length) ? targets[index] : this.statement.otherwise();
		}

	}

}
