package dev.graft.compiler.pass;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import org.jspecify.annotations.Nullable;

/// The straight lines of a body and where control goes from each.
///
/// A line begins at the body's start, at labels, at borders of regions and behind jumps,
/// and is numbered in the order of the statements. Lines beyond all measure are divided,
/// so that looking at one always takes little time.
public final class FlowGraph {

	private static final int LONGEST_LINE = 1_000;

	private final List<Statement> statements;

	private int[] starts = new int[16];

	private int count;

	private final int[] lineOfLabel;

	/// For each line the region that protects what throws in it; null if there is no
	/// region in the body.
	private @Nullable Region @Nullable [] regions;

	/// The lines that can follow each line at its end, and for each line the number of
	/// the first of them. All that goes along the lines asks for them over and over.
	private int[] successors = new int[16];

	private final int[] successorStarts;

	private int successorCount;

	private FlowGraph(Body body) {
		this.statements = body.statements();
		this.lineOfLabel = new int[body.variables().labels()];
		Arrays.fill(this.lineOfLabel, -1);
		if (findLines()) {
			this.regions = findRegions();
		}
		this.successorStarts = new int[this.count + 1];
		findSuccessors();
	}

	private void findSuccessors() {
		Consumer<Label> onTarget = (target) -> addSuccessor(line(target));
		for (int line = 0; line < this.count; line++) {
			Statement last = this.statements.get(end(line) - 1);
			last.forEachTarget(onTarget);
			if (!last.endsLine() && line + 1 < this.count) {
				addSuccessor(line + 1);
			}
			this.successorStarts[line + 1] = this.successorCount;
		}
	}

	private void addSuccessor(int line) {
		if (this.successorCount == this.successors.length) {
			this.successors = Arrays.copyOf(this.successors, this.successorCount * 2);
		}
		this.successors[this.successorCount++] = line;
	}

	/// The graph of a body.
	public static FlowGraph of(Body body) {
		return new FlowGraph(body);
	}

	/// Whether there are regions.
	private boolean findLines() {
		boolean found = false;
		boolean begins = true;
		boolean onlyMarks = false;
		boolean onlyBorders = false;
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Mark mark) {
				if (begins || !onlyMarks) {
					add(position);
				}
				this.lineOfLabel[mark.label().number()] = this.count - 1;
				onlyMarks = true;
				onlyBorders = false;
				begins = false;
				continue;
			}
			boolean border = statement instanceof Enter || statement instanceof Leave;
			boolean newBorder = border && !onlyBorders;
			if (begins || newBorder) {
				add(position);
			}
			found |= border;
			onlyMarks = false;
			onlyBorders = border;
			begins = statement.endsLine() || statement instanceof JumpIf
					|| position + 1 - start(this.count - 1) == LONGEST_LINE;
		}
		return found;
	}

	private @Nullable Region[] findRegions() {
		@Nullable Region[] found = new @Nullable Region[this.count];
		Deque<Region> open = new ArrayDeque<>();
		for (int line = 0; line < this.count; line++) {
			int position = start(line);
			while (position < end(line) && cross(this.statements.get(position), open)) {
				position++;
			}
			found[line] = open.isEmpty() ? null : protecting(open.element(), line);
		}
		return found;
	}

	/// Whether a statement is the border of a region.
	private static boolean cross(Statement statement, Deque<Region> open) {
		switch (statement) {
			case Enter enter -> open.push(enter.region());
			case Leave _ -> open.pop();
			default -> {
				return false;
			}
		}
		return true;
	}

	private @Nullable Region protecting(Region region, int line) {
		if (region.isHandled()) {
			for (int position = start(line); position < end(line); position++) {
				if ((this.statements.get(position).effects() & Effects.THROWS) != 0) {
					return region;
				}
			}
		}
		return null;
	}

	private void add(int position) {
		if (this.count == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, this.count * 2);
		}
		this.starts[this.count++] = position;
	}

	/// How many lines there are.
	public int size() {
		return this.count;
	}

	/// The position of a line's first statement.
	public int start(int line) {
		return this.starts[line];
	}

	/// The position behind a line's last statement.
	public int end(int line) {
		return (line + 1 < this.count) ? this.starts[line + 1] : this.statements.size();
	}

	/// The line that begins at a label, -1 if the label is not in the body.
	public int line(Label label) {
		return this.lineOfLabel[label.number()];
	}

	/// The region whose handler can follow a line at any point, null if there is none.
	public @Nullable Region region(int line) {
		return (this.regions != null) ? this.regions[line] : null;
	}

	/// The number of the first of the lines that can follow a line at its end. Those of
	/// the line come one after the other; one may come more than once.
	public int successorStart(int line) {
		return this.successorStarts[line];
	}

	/// What comes behind the number of the last of the lines that can follow a line.
	public int successorEnd(int line) {
		return this.successorStarts[line + 1];
	}

	/// A line that can follow another one.
	public int successor(int number) {
		return this.successors[number];
	}

	/// The lines that can follow a line at its end, each once.
	public int[] successors(int line) {
		return Arrays.stream(this.successors, successorStart(line), successorEnd(line)).distinct().toArray();
	}

	/// The statements of a line.
	public List<Statement> statements(int line) {
		return this.statements.subList(start(line), end(line));
	}

	/// For each line whether control can reach it.
	public boolean[] reachable() {
		boolean[] reached = new boolean[this.count];
		int[] pending = new int[this.count];
		int size = (this.count > 0) ? reach(0, reached, pending, 0) : 0;
		while (size > 0) {
			int line = pending[--size];
			for (int number = successorStart(line); number < successorEnd(line); number++) {
				size = reach(successor(number), reached, pending, size);
			}
			Region region = region(line);
			if (region != null) {
				size = reach(line(region.handler()), reached, pending, size);
			}
		}
		return reached;
	}

	private static int reach(int line, boolean[] reached, int[] pending, int size) {
		if (reached[line]) {
			return size;
		}
		reached[line] = true;
		pending[size] = line;
		return size + 1;
	}

	/// The line that a statement is in.
	public int lineAt(int position) {
		int found = Arrays.binarySearch(this.starts, 0, this.count, position);
		return (found >= 0) ? found : -found - 2;
	}

}
