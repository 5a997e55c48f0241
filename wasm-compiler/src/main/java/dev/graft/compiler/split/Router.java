package dev.graft.compiler.split;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.LargeSwitch;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;

/// Rewrites a body in which everybody jumps everywhere, so that it can be cut.
///
/// Each of its parts is entered at the top only and left by jumping to one place, the
/// router, with a number that says where control goes: the upper half in which part, the
/// lower half where there. However many jumps there are between two parts, a call of a
/// part has one way in and one way out.
///
/// ```
///     next = 0
///   router:
///     switch (next >> 16)
///   part0:                                  this and the following becomes a piece
///     switch (next & 0xffff)
///     …
///     next = 1 << 16 | 3;  goto router      was: goto L7
///   part1:
///     …
/// ```
///
/// That costs a detour for each jump, so it is for bodies that resist everything else.
final class Router {

	/// No switch over parts, and no body that calls them, is too large. Parts that are
	/// are cut again.
	private static final int MOST_PARTS = 48;

	private static final int PART_BITS = 16;

	/// How many labels a part may have that others jump to.
	static final int MOST_ENTRIES = (1 << PART_BITS) - 1;

	private final BodyFacts facts;

	private final Body.Variables variables;

	private final int[] starts;

	private final List<Map<Label, Integer>> entries = new ArrayList<>();

	/// Those that are in more than one part, or whose handler is in another one.
	private final Set<Region> wide;

	private final Map<Region, Region> regions = new HashMap<>();

	private final Map<Label, Label> handlers = new LinkedHashMap<>();

	private final Label router;

	private final Variable next;

	private final List<Statement> statements = new ArrayList<>();

	private Router(BodyFacts facts, int[] starts) {
		this.facts = facts;
		this.variables = facts.body().variables();
		this.starts = starts;
		this.router = this.variables.label(true);
		this.next = this.variables.variable(Kind.INT);
		for (int part = 0; part < starts.length; part++) {
			this.entries.add(new LinkedHashMap<>());
		}
		this.wide = wideRegions();
	}

	/// Rewrites a body.
	/// @param partBytes how large parts should be
	/// @return for each part where it begins and ends
	static List<int[]> route(BodyFacts facts, int partBytes) {
		return route(facts, starts(facts, Math.max(partBytes, facts.totalSize() / MOST_PARTS)));
	}

	/// Rewrites a body.
	/// @param starts where its parts begin
	/// @return for each part where it begins and ends
	static List<int[]> route(BodyFacts facts, int[] starts) {
		Router router = new Router(facts, starts);
		router.findEntries();
		List<int[]> parts = router.write();
		List<Statement> statements = facts.body().statements();
		statements.clear();
		statements.addAll(router.statements);
		return parts;
	}

	private static int[] starts(BodyFacts facts, int bytes) {
		int[] starts = new int[16];
		int count = 1;
		int size = 0;
		int end = reachableEnd(facts);
		for (int position = 0; position < end; position++) {
			size += facts.size(position);
			if (size > bytes && position > starts[count - 1] && facts.isCuttable(position)) {
				if (count == starts.length) {
					starts = Arrays.copyOf(starts, count * 2);
				}
				starts[count++] = position;
				size = facts.size(position);
			}
		}
		return Arrays.copyOf(starts, count);
	}

	// Behind the last statement that ends a line, nothing can be reached: a part of that
	// alone would fall out of the body.
	static int reachableEnd(BodyFacts facts) {
		int end = facts.length();
		while (end > 0 && !facts.statement(end - 1).endsLine()) {
			end--;
		}
		return end;
	}

	private int part(int position) {
		int found = Arrays.binarySearch(this.starts, position);
		return (found >= 0) ? found : -found - 2;
	}

	private int part(Label label) {
		return part(this.facts.position(label));
	}

	private int end(int part) {
		return (part + 1 < this.starts.length) ? this.starts[part + 1] : this.facts.length();
	}

	private void findEntries() {
		for (int position = 0; position < this.facts.length(); position++) {
			int from = part(position);
			Statement statement = this.facts.statement(position);
			statement.forEachTarget((target) -> {
				if (part(target) != from) {
					addEntry(target);
				}
			});
			if (statement instanceof Enter enter && this.wide.contains(enter.region())) {
				addEntry(enter.region().handler());
			}
		}
	}

	private Set<Region> wideRegions() {
		Set<Region> found = new HashSet<>();
		Deque<Integer> entered = new ArrayDeque<>();
		for (int position = 0; position < this.facts.length(); position++) {
			if (this.facts.statement(position) instanceof Enter) {
				entered.addLast(position);
			}
			else if (this.facts.statement(position) instanceof Leave) {
				int from = entered.removeLast();
				Region region = ((Enter) this.facts.statement(from)).region();
				if (isHandledHere(region) && (part(from) != part(position) || part(from) != part(region.handler()))) {
					found.add(region);
				}
			}
		}
		return found;
	}

	// A handler that nothing leads to may be gone.
	private boolean isHandledHere(Region region) {
		return region.isHandled() && this.facts.position(region.handler()) >= 0;
	}

	// 0 is the beginning of the part.
	private void addEntry(Label label) {
		Map<Label, Integer> known = this.entries.get(part(label));
		known.putIfAbsent(label, known.size() + 1);
	}

	private int number(Label label) {
		int part = part(label);
		Integer entry = this.entries.get(part).get(label);
		if (entry == null) {
			throw new IllegalArgumentException("nobody goes to " + label + " from another part");
		}
		return part << PART_BITS | entry;
	}

	private List<int[]> write() {
		Label[] tops = new Label[this.starts.length];
		Arrays.setAll(tops, (_) -> this.variables.label(false));
		this.statements.add(new Assign(this.next, Constant.ofInt(0)));
		this.statements.add(new Mark(this.router));
		// The JVM has no switch without cases.
		if (tops.length > 1) {
			this.statements
				.add(new Switch(new Numeric(NumericOp.I32_SHR_U, 0, Read.of(this.next), Constant.ofInt(PART_BITS)),
						Arrays.copyOf(tops, tops.length - 1), tops[tops.length - 1]));
		}
		List<int[]> parts = new ArrayList<>();
		for (int part = 0; part < tops.length; part++) {
			this.statements.add(new Mark(tops[part]));
			int from = this.statements.size();
			enter(part);
			Map<Label, Label> detours = new LinkedHashMap<>();
			for (int position = this.starts[part]; position < end(part); position++) {
				write(this.facts.statement(position), part, detours);
			}
			if (part + 1 < tops.length && this.facts.isFallenInto(end(part))) {
				goTo(part + 1 << PART_BITS);
			}
			writeDetours(detours);
			parts.add(new int[] { from, this.statements.size() });
		}
		writeDetours(this.handlers);
		return parts;
	}

	private void enter(int part) {
		List<Label> targets = new ArrayList<>(this.entries.get(part).keySet());
		if (targets.isEmpty()) {
			return;
		}
		boolean fallsIn = this.facts.isFallenInto(this.starts[part]);
		Label top = fallsIn ? this.variables.label(false) : targets.getLast();
		targets.addFirst(top);
		LargeSwitch.emit(this.variables, this.statements,
				new Numeric(NumericOp.I32_AND, 0, Read.of(this.next), Constant.ofInt((1 << PART_BITS) - 1)),
				targets.toArray(new Label[0]), top);
		if (fallsIn) {
			this.statements.add(new Mark(top));
		}
	}

	private void goTo(int number) {
		this.statements.add(new Assign(this.next, Constant.ofInt(number)));
		this.statements.add(new Jump(this.router));
	}

	private void write(Statement statement, int part, Map<Label, Label> detours) {
		switch (statement) {
			case Jump jump when part(jump.target()) != part -> goTo(number(jump.target()));
			case JumpIf jump -> this.statements
				.add(new JumpIf(jump.condition(), jump.whenTrue(), detour(jump.target(), part, detours)));
			case Switch table -> {
				Label[] targets = table.targets().clone();
				Arrays.setAll(targets, (number) -> detour(targets[number], part, detours));
				this.statements.add(new Switch(table.index(), targets, detour(table.otherwise(), part, detours)));
			}
			case Enter enter -> this.statements.add(new Enter(region(enter.region())));
			default -> this.statements.add(statement);
		}
	}

	private Label detour(Label target, int part, Map<Label, Label> detours) {
		return (part(target) == part) ? target : detours.computeIfAbsent(target, (_) -> this.variables.label(false));
	}

	// Such handlers stay with the router, as pieces cannot be entered by an exception.
	private Region region(Region region) {
		if (!this.wide.contains(region)) {
			return region;
		}
		return this.regions.computeIfAbsent(region,
				(original) -> Region.handledAt(
						this.handlers.computeIfAbsent(original.handler(), (_) -> this.variables.label(false)),
						original.exception()));
	}

	private void writeDetours(Map<Label, Label> detours) {
		detours.forEach((target, detour) -> {
			this.statements.add(new Mark(detour));
			goTo(number(target));
		});
	}

}
