package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import org.jspecify.annotations.Nullable;

/// What a switch leads to, in blocks that can change places: each goes from a label that
/// is jumped to, to the next one, and the last one ends where it meets what came before
/// it, or where nothing goes on.
final class CaseBlocks {

	private static final int BYTES_PER_STATEMENT = 3;

	private static final int BYTES_PER_NODE = 2;

	private final List<Statement> statements;

	private final Switch table;

	/// Behind the switch.
	private final int from;

	/// Behind the blocks.
	private int to;

	/// In the order of their positions.
	private final List<Block> blocks = new ArrayList<>();

	/// Those that the table leads to.
	private final Map<Label, Block> cases = new HashMap<>();

	/// As they will stand.
	private final List<Block> order = new ArrayList<>();

	private int added;

	private boolean hasRegions;

	private long effort;

	private int shift;

	/// Finds the blocks of a switch.
	/// @param statements those of its body
	/// @param position where it is
	/// @param switches how many switches lead to a label, by its number: what several
	/// lead to are no cases of one
	/// @param most how many statements and targets may be looked at; then there are no
	/// blocks
	CaseBlocks(List<Statement> statements, int position, Switch table, int[] switches, long most) {
		this.statements = statements;
		this.table = table;
		this.from = position + 1;
		for (Label target : table.targets()) {
			if (!target.isLoop() && switches[target.number()] == 1) {
				this.cases.computeIfAbsent(target, Block::new);
			}
		}
		this.cases.remove(table.otherwise());
		find(most);
	}

	private void find(long most) {
		Map<Label, Integer> jumps = new HashMap<>();
		this.table.forEachTarget((target) -> jumps.put(target, this.from));
		int missing = this.cases.size();
		int lastCase = this.from;
		int place = this.from;
		for (; place < this.statements.size() && this.effort < most; place++) {
			Statement statement = this.statements.get(place);
			Integer jump = (statement instanceof Mark mark) ? jumps.get(mark.label()) : null;
			if (missing == 0 && (jump != null && jump <= lastCase || this.statements.get(place - 1).endsLine())) {
				break;
			}
			if (jump != null && begin(((Mark) statement).label(), place)) {
				missing--;
				lastCase = place;
			}
			int from = place;
			this.effort++;
			statement.forEachTarget((target) -> {
				jumps.putIfAbsent(target, from);
				this.effort++;
			});
			this.hasRegions |= statement instanceof Enter || statement instanceof Leave;
		}
		if (missing > 0) {
			this.blocks.clear();
		}
		this.to = place;
		for (int number = 0; number < this.blocks.size(); number++) {
			this.blocks.get(number).to = (number + 1 < this.blocks.size()) ? this.blocks.get(number + 1).from : place;
		}
	}

	private boolean begin(Label label, int place) {
		Block known = this.cases.get(label);
		Block block = (known != null) ? known : new Block(label);
		block.from = place;
		block.number = this.blocks.size();
		this.blocks.add(block);
		return known != null;
	}

	/// How many statements and targets have been looked at.
	long effort() {
		return this.effort;
	}

	/// Behind the last block.
	int end() {
		return this.to;
	}

	/// About how many bytes of bytecode there are for each entry of the table.
	/// @param most how many a case takes at most
	int bytesPerEntry(int most) {
		long all = 0;
		int bytes = 0;
		for (Block block : this.blocks) {
			if (this.cases.containsKey(block.label)) {
				all += Math.min(bytes, most);
				bytes = 0;
			}
			for (Statement statement : this.statements.subList(block.from, block.to)) {
				bytes += bytes(statement);
			}
		}
		all += Math.min(bytes, most);
		return (int) (all / this.table.targets().length);
	}

	private static int bytes(Statement statement) {
		int bytes = (statement instanceof Mark) ? 0 : BYTES_PER_STATEMENT;
		for (int number = 0; number < statement.operandCount(); number++) {
			bytes += BYTES_PER_NODE * statement.operand(number).nodes();
		}
		return bytes;
	}

	/// Finds out which blocks belong together: what only one stretch of the table leads
	/// to.
	/// @param shift by how much an entry's number is shifted to get that of its stretch
	/// @return whether they can be moved: jumps that lead back have to go on doing so
	boolean group(int shift) {
		if (this.blocks.isEmpty() || this.hasRegions) {
			return false;
		}
		this.shift = shift;
		Map<Label, Block> places = new HashMap<>();
		this.blocks.forEach((block) -> places.put(block.label, block));
		Label[] targets = this.table.targets();
		for (int entry = 0; entry < targets.length; entry++) {
			int group = this.cases.containsKey(targets[entry]) ? entry >> shift : Block.SHARED;
			isReachedFrom(places.get(targets[entry]), group);
		}
		for (Statement statement : this.statements.subList(this.from, this.blocks.getFirst().from)) {
			statement.forEachTarget((target) -> isReachedFrom(places.get(target), Block.SHARED));
		}
		isReachedFrom(places.get(this.table.otherwise()), Block.SHARED);
		List<Block[]> jumpsBack = new ArrayList<>();
		for (Block block : this.blocks) {
			reach(block, places, jumpsBack);
		}
		this.blocks.stream()
			.sorted(Comparator.comparingInt((Block block) -> block.group).thenComparingInt((block) -> block.number))
			.forEach(this.order::add);
		for (int rank = 0; rank < this.order.size(); rank++) {
			this.order.get(rank).rank = rank;
		}
		return jumpsBack.stream().allMatch((jump) -> jump[0].rank >= jump[1].rank);
	}

	private void reach(Block block, Map<Label, Block> places, List<Block[]> jumpsBack) {
		for (Statement statement : this.statements.subList(block.from, block.to)) {
			if (statement instanceof Mark mark) {
				places.put(mark.label(), block);
			}
			statement.forEachTarget((target) -> {
				Block to = places.get(target);
				if (to != null && to.number <= block.number) {
					jumpsBack.add(new Block[] { block, to });
				}
				else {
					isReachedFrom(to, block.group);
				}
			});
		}
		if (fallsOut(block) && block.number + 1 < this.blocks.size()) {
			this.blocks.get(block.number + 1).isReachedFrom(block.group);
		}
	}

	private static void isReachedFrom(@Nullable Block block, int group) {
		if (block != null) {
			block.isReachedFrom(group);
		}
	}

	private boolean fallsOut(Block block) {
		return !this.statements.get(block.to - 1).endsLine();
	}

	/// Adds what stands behind a part of the switches.
	/// @param entries of how many entries of the table the switches are there: if of
	/// none, that is what stands before the first block
	void add(int entries, List<Statement> to) {
		if (entries > 0) {
			addGroups(entries - 1 >>> this.shift, to);
			return;
		}
		int first = this.blocks.getFirst().from;
		to.addAll(this.statements.subList(this.from, first));
		if (first > this.from && !this.statements.get(first - 1).endsLine()) {
			to.add(new Jump(this.blocks.getFirst().label));
		}
	}

	// The blocks of the stretches up to one, of which those before have been added.
	private void addGroups(int last, List<Statement> to) {
		while (this.added < this.order.size() && this.order.get(this.added).group <= last) {
			Block block = this.order.get(this.added++);
			to.addAll(this.statements.subList(block.from, block.to));
			boolean goesOn = this.added < this.order.size() && this.order.get(this.added).group <= last
					&& this.order.get(this.added).number == block.number + 1;
			if (fallsOut(block) && !goesOn) {
				to.add(new Jump(behind(block)));
			}
		}
	}

	/// Adds the blocks that belong to no stretch.
	void addRest(List<Statement> to) {
		addGroups(Block.SHARED, to);
	}

	private Label behind(Block block) {
		return ((Mark) this.statements.get(block.to)).label();
	}

	/// Statements that are moved together.
	private static final class Block {

		/// The group of what is reached from several groups, or not from the switch.
		static final int SHARED = Integer.MAX_VALUE;

		final Label label;

		int number;

		int from;

		int to;

		private boolean reached;

		int group = SHARED;

		/// What place it will have among the blocks.
		int rank;

		Block(Label label) {
			this.label = label;
		}

		void isReachedFrom(int other) {
			this.group = (!this.reached || this.group == other) ? other : SHARED;
			this.reached = true;
		}

	}

}
