package dev.graft.compiler.pass;

import dev.graft.compiler.ir.Body;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What the passes find out about a body, each of them once, as long as the body does not
/// change: measuring, cutting and emitting all need it.
public final class Analysis {

	private final Body body;

	private final FlowGraph graph;

	private final Reads reads;

	private final Liveness liveness;

	private @Nullable SlotAllocation slots;

	private @Nullable LiveIntervals intervals;

	private @Nullable Loops loops;

	private int @Nullable [] sizes;

	private OptionalInt mostBytes = OptionalInt.empty();

	private Analysis(Body body) {
		this.body = body;
		this.graph = FlowGraph.of(body);
		this.reads = Reads.of(body);
		this.liveness = Liveness.of(body, this.graph, this.reads);
	}

	/// Analyses a body as it is now.
	public static Analysis of(Body body) {
		return new Analysis(body);
	}

	/// The body.
	public Body body() {
		return this.body;
	}

	/// Its straight lines.
	public FlowGraph graph() {
		return this.graph;
	}

	/// What each statement reads.
	public Reads reads() {
		return this.reads;
	}

	/// What is live where.
	public Liveness liveness() {
		return this.liveness;
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
			known = new LiveIntervals(this.body, this.graph, this.liveness, this.reads);
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
