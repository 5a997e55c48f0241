package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Which slot of the JVM's frame each variable of a body has.
///
/// A linear scan: a variable occupies its slot from the first to the last position where
/// it is live. A slot only ever holds variables of one kind, so once something has been
/// assigned to it its type is known for good, which makes frames simple.
public final class SlotAllocation {

	private static final int NOWHERE = -1;

	private final int[] slots;

	private boolean[] read = {};

	private final List<Variable> zeroed = new ArrayList<>();

	private @Nullable Kind[] kinds = new @Nullable Kind[16];

	private int count;

	private SlotAllocation(Body body) {
		this.slots = new int[body.variables().size()];
		Arrays.fill(this.slots, NOWHERE);
	}

	/// Places the variables of a body.
	static SlotAllocation of(Analysis analysis) {
		Body body = analysis.body();
		SlotAllocation allocation = new SlotAllocation(body);
		LiveIntervals intervals = analysis.intervals();
		allocation.read = intervals.read();
		allocation.placeParameters(body);
		allocation.scan(body, intervals);
		allocation.findZeroed(body, analysis.graph(), analysis.liveness());
		return allocation;
	}

	private void placeParameters(Body body) {
		for (Variable parameter : body.parameters()) {
			this.slots[parameter.index()] = addSlot(parameter.kind());
		}
		// The instance.
		this.count++;
	}

	private int addSlot(Kind kind) {
		int slot = this.count;
		if (slot + 2 > this.kinds.length) {
			this.kinds = Arrays.copyOf(this.kinds, this.kinds.length * 2);
		}
		this.kinds[slot] = kind;
		this.count += kind.slots();
		return slot;
	}

	private void scan(Body body, LiveIntervals intervals) {
		int[] byStart = intervals.byStart();
		int[] byEnd = intervals.byEnd();
		Map<Kind, FreeSlots> free = new EnumMap<>(Kind.class);
		int ended = 0;
		for (int index : byStart) {
			while (intervals.end(byEnd[ended]) < intervals.start(index)) {
				Variable past = body.variables().get(byEnd[ended++]);
				free.computeIfAbsent(past.kind(), (kind) -> new FreeSlots()).add(this.slots[past.index()]);
			}
			if (this.slots[index] == NOWHERE) {
				Kind kind = body.variables().get(index).kind();
				FreeSlots candidates = free.get(kind);
				this.slots[index] = (candidates != null && candidates.size > 0) ? candidates.take() : addSlot(kind);
			}
		}
	}

	private void findZeroed(Body body, FlowGraph graph, Liveness liveness) {
		if (graph.size() > 0) {
			liveness.forEachLiveIn(0, (variable) -> {
				if (!body.parameters().contains(variable)) {
					this.zeroed.add(variable);
				}
			});
		}
	}

	/// The slot of a variable.
	public int slot(Variable variable) {
		return this.slots[variable.index()];
	}

	/// Whether a variable has a slot: it has none if it is assigned but never read. The
	/// slot of a parameter that is never read is somebody else's after the entry.
	public boolean hasSlot(Variable variable) {
		return this.read[variable.index()];
	}

	/// What a slot holds once something has been assigned to it; null for the instance
	/// and for second halves.
	public @Nullable Kind kind(int slot) {
		return this.kinds[slot];
	}

	/// How many slots there are, with parameters and instance.
	public int count() {
		return this.count;
	}

	/// The variables that are read before they are assigned on some way, and so start as
	/// zero.
	public List<Variable> zeroed() {
		return this.zeroed;
	}

	private static final class FreeSlots {

		private int[] slots = new int[8];

		private int size;

		void add(int slot) {
			if (this.size == this.slots.length) {
				this.slots = Arrays.copyOf(this.slots, this.size * 2);
			}
			this.slots[this.size++] = slot;
		}

		int take() {
			return this.slots[--this.size];
		}

	}

}
