package dev.graft.compiler.pass;

import java.util.BitSet;
import java.util.OptionalInt;

import dev.graft.compiler.ir.Body;
import org.jspecify.annotations.Nullable;

/// What the passes find out about a body, each of them once, as long as the body does not
/// change: measuring, cutting and emitting all need it.
public final class Analysis {

	private final Body body;

	private @Nullable FlowGraph graph;

	private @Nullable Reads reads;

	private @Nullable Liveness liveness;

	private @Nullable SlotAllocation slots;

	private @Nullable LiveIntervals intervals;

	private @Nullable Loops loops;

	private int @Nullable [] sizes;

	private OptionalInt mostBytes = OptionalInt.empty();

	/// The variables that liveness is found out of, null if of all.
	private final @Nullable BitSet among;

	private Analysis(Body body, @Nullable BitSet among) {
		this.body = body;
		this.among = among;
		FlowGraph graph = FlowGraph.of(body);
		Reads reads = Reads.of(body);
		this.graph = graph;
		this.reads = reads;
		this.liveness = Liveness.of(body, graph, reads, among);
	}

	/// Analyses a body as it is now.
	public static Analysis of(Body body) {
		return new Analysis(body, null);
	}

	/// Analyses a body as it is now, but for what other variables do: these are alive
	/// nowhere and take no slots.
	/// @param variables the indices of some variables
	public static Analysis among(BitSet variables, Body body) {
		return new Analysis(body, variables);
	}

	/// Analyses the body once it has become another one, with more parameters perhaps.
	Analysis ofRewritten(Body rewritten) {
		if (this.among == null) {
			return of(rewritten);
		}
		BitSet variables = (BitSet) this.among.clone();
		rewritten.parameters().forEach((parameter) -> variables.set(parameter.index()));
		return among(variables, rewritten);
	}

	/// Forgets what can be found out again, which is all but sizes: of a function beyond
	/// all measure there are thousands of pieces before the first one is emitted.
	public void forget() {
		this.graph = null;
		this.reads = null;
		this.liveness = null;
		this.slots = null;
		this.intervals = null;
		this.loops = null;
	}

	/// The body.
	public Body body() {
		return this.body;
	}

	/// Its straight lines.
	public FlowGraph graph() {
		FlowGraph known = this.graph;
		if (known == null) {
			known = FlowGraph.of(this.body);
			this.graph = known;
		}
		return known;
	}

	/// What each statement reads.
	public Reads reads() {
		Reads known = this.reads;
		if (known == null) {
			known = Reads.of(this.body);
			this.reads = known;
		}
		return known;
	}

	/// What is live where.
	public Liveness liveness() {
		Liveness known = this.liveness;
		if (known == null) {
			known = Liveness.of(this.body, graph(), reads(), this.among);
			this.liveness = known;
		}
		return known;
	}

	/// Where the variables are.
	public SlotAllocation slots() {
		SlotAllocation known = this.slots;
		if (known == null) {
			known = SlotAllocation.of(this);
			this.slots = known;
		}
		return known;
	}

	/// From where to where each variable is live.
	LiveIntervals intervals() {
		LiveIntervals known = this.intervals;
		if (known == null) {
			known = new LiveIntervals(this.body, graph(), liveness(), reads());
			this.intervals = known;
		}
		return known;
	}

	/// Where its loops are.
	public Loops loops() {
		Loops known = this.loops;
		if (known == null) {
			known = Loops.of(this.body);
			this.loops = known;
		}
		return known;
	}

	/// How many bytes each statement takes, if somebody has measured that.
	public int @Nullable [] sizes() {
		return this.sizes;
	}

	/// Keeps how many bytes each statement takes.
	public void measured(int[] sizes) {
		this.sizes = sizes;
	}

	/// How many bytes the method will take at most, if somebody has found out.
	public OptionalInt mostBytes() {
		return this.mostBytes;
	}

	/// Keeps how many bytes the method will take at most.
	public void takesAtMost(int bytes) {
		this.mostBytes = OptionalInt.of(bytes);
	}

}
