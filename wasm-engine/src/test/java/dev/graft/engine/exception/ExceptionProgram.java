package dev.graft.engine.exception;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A random program that throws and catches, as WebAssembly text and as a model in Java
/// that does the same.
///
/// Functions call only those behind them, loops count, and every call takes fuel, so that
/// programs end. What happens, and in which order, goes into a number.
final class ExceptionProgram {

	private static final int FUNCTIONS = 4;

	private static final int INTS = 5;

	private static final int LONGS = 2;

	private static final int EXCEPTIONS = 2;

	private static final int TAGS = 3;

	private static final int WORDS = 8;

	/// How many calls a run takes.
	static final int FUEL = 60;

	private static final int DEPTH = 5;

	/// Labels of loops are numbered in steps of that, and end with the number of the loop
	/// in its function.
	private static final int LOOPS = 1 << 16;

	private final Random random;

	private final List<Function> functions = new ArrayList<>();

	private int labels;

	private int loops;

	private int budget;

	private final int[] memory = new int[WORDS];

	int log;

	private int fuel;

	private ExceptionProgram(long seed, int size) {
		this.random = new Random(seed);
		for (int index = 0; index < FUNCTIONS; index++) {
			this.budget = size;
			this.loops = 0;
			Node body = sequence(new Scope(index), DEPTH);
			this.functions.add(new Function(index, body, expression(new Scope(index), 2), this.loops));
		}
	}

	/// A program.
	/// @param size about how many statements a function has
	static ExceptionProgram of(long seed, int size) {
		return new ExceptionProgram(seed, size);
	}

	String text() {
		StringBuilder text = new StringBuilder("(module\n");
		text.append("  (tag $t0 (export \"t0\")) (tag $t1 (export \"t1\") (param i32)) ");
		text.append("(tag $t2 (export \"t2\") (param i32 i64))\n");
		text.append("  (memory 1)\n");
		text.append("  (global $log (export \"log\") (mut i32) (i32.const 0))\n");
		text.append("  (global $fuel (export \"fuel\") (mut i32) (i32.const ").append(FUEL).append("))\n");
		this.functions.forEach((function) -> text.append(function.text()));
		return text.append(')').toString();
	}

	private int call(int function, int first, int second) {
		if (--this.fuel < 0) {
			return 0;
		}
		Frame frame = new Frame();
		frame.ints[0] = first;
		frame.ints[1] = second;
		return this.functions.get(function).run(frame);
	}

	private void note(int value) {
		this.log = this.log * 31 + value;
	}

	private static String note(String value) {
		return "(global.set $log (i32.add (i32.mul (global.get $log) (i32.const 31)) " + value + "))";
	}

	// ---- what there is

	/// What a function's code sees.
	private static final class Frame {

		final int[] ints = new int[INTS];

		final long[] longs = new long[LONGS];

		final @Nullable Thrown[] exceptions = new @Nullable Thrown[EXCEPTIONS];

		final Map<Integer, Integer> counters = new HashMap<>();

		final Map<Integer, Thrown> caught = new HashMap<>();

	}

	/// What is around a place of the code.
	///
	/// @param depth how many labels there are, apart from the function's
	/// @param blocks labels of blocks without results
	/// @param labels all labels that exceptions can be delegated to
	/// @param loops labels of loops
	/// @param catches labels of deprecated `try`s whose handlers are around
	private record Scope(int function, int depth, List<Integer> blocks, List<Integer> labels, List<Integer> loops,
			List<Integer> catches) {

		Scope(int function) {
			this(function, 0, List.of(), List.of(), List.of(), List.of());
		}

		Scope block(int label) {
			return new Scope(this.function, this.depth + 1, with(this.blocks, label), with(this.labels, label),
					this.loops, this.catches);
		}

		Scope loop(int label) {
			return new Scope(this.function, this.depth + 1, this.blocks, with(this.labels, label),
					with(this.loops, label), this.catches);
		}

		Scope handler(int label) {
			return new Scope(this.function, this.depth, this.blocks, this.labels, this.loops,
					with(this.catches, label));
		}

		/// In blocks that nobody branches to.
		Scope deeper(int blocks) {
			return new Scope(this.function, this.depth + blocks, this.blocks, this.labels, this.loops, this.catches);
		}

		private static List<Integer> with(List<Integer> list, int label) {
			List<Integer> more = new ArrayList<>(list);
			more.add(label);
			return more;
		}

	}

	private interface Node {

		String text();

		void run(Frame frame);

	}

	private interface Value {

		String text();

		int of(Frame frame);

	}

	private interface Action {

		void run(Frame frame);

	}

	private interface Computation {

		int of(Frame frame);

	}

	private record Step(String text, Action action) implements Node {

		@Override
		public void run(Frame frame) {
			this.action.run(frame);
		}

	}

	private record Computed(String text, Computation computation) implements Value {

		@Override
		public int of(Frame frame) {
			return this.computation.of(frame);
		}

	}

	/// Control that goes elsewhere.
	static class Elsewhere extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Elsewhere() {
			super(null, null, false, false);
		}

	}

	private static final class Branch extends Elsewhere {

		private static final long serialVersionUID = 1L;

		final int label;

		Branch(int label) {
			this.label = label;
		}

	}

	private static final class Returned extends Elsewhere {

		private static final long serialVersionUID = 1L;

		final int value;

		Returned(int value) {
			this.value = value;
		}

	}

	/// An exception of the program.
	static final class Thrown extends Elsewhere {

		private static final long serialVersionUID = 1L;

		final int tag;

		final int number;

		final long wide;

		Thrown(int tag, int number, long wide) {
			this.tag = tag;
			this.number = (tag > 0) ? number : 0;
			this.wide = (tag > 1) ? wide : 0;
		}

	}

	/// An exception on its way to the block that somebody has delegated it to; -1 for the
	/// function.
	private static final class Delegated extends Elsewhere {

		private static final long serialVersionUID = 1L;

		final int label;

		final Thrown thrown;

		Delegated(int label, Thrown thrown) {
			this.label = label;
			this.thrown = thrown;
		}

	}

	private record Function(int index, Node body, Value result, int loops) {

		String text() {
			StringBuilder text = new StringBuilder(
					"  (func $f" + this.index + ((this.index == 0) ? " (export \"run\")" : "")
							+ " (param $i0 i32) (param $i1 i32) (result i32)\n   ");
			for (int local = 2; local < INTS; local++) {
				text.append(" (local $i").append(local).append(" i32)");
			}
			for (int local = 0; local < LONGS; local++) {
				text.append(" (local $w").append(local).append(" i64)");
			}
			for (int local = 0; local < EXCEPTIONS; local++) {
				text.append(" (local $x").append(local).append(" exnref)");
			}
			for (int loop = 0; loop < this.loops; loop++) {
				text.append(" (local $c").append(loop).append(" i32)");
			}
			text.append("\n    (global.set $fuel (i32.sub (global.get $fuel) (i32.const 1)))");
			text.append("\n    (if (i32.lt_s (global.get $fuel) (i32.const 0)) (then (return (i32.const 0))))\n");
			text.append(this.body.text()).append('\n');
			for (int local = 0; local < INTS; local++) {
				text.append(note("(local.get $i" + local + ")"));
			}
			for (int local = 0; local < LONGS; local++) {
				text.append(note("(i32.wrap_i64 (local.get $w" + local + "))"));
			}
			return text.append(this.result.text()).append(")\n").toString();
		}

		int run(Frame frame) {
			try {
				this.body.run(frame);
				return finish(frame);
			}
			catch (Returned returned) {
				return returned.value;
			}
			catch (Delegated delegated) {
				throw delegated.thrown;
			}
		}

		private int finish(Frame frame) {
			for (int value : frame.ints) {
				ExceptionProgram.current().note(value);
			}
			for (long value : frame.longs) {
				ExceptionProgram.current().note((int) value);
			}
			return this.result.of(frame);
		}

	}

	private static final ThreadLocal<ExceptionProgram> CURRENT = new ThreadLocal<>();

	private static ExceptionProgram current() {
		return CURRENT.get();
	}

	/// Forgets what has happened.
	void reset() {
		this.log = 0;
		Arrays.fill(this.memory, 0);
	}

	/// Runs the model.
	int run(int first, int second) {
		this.fuel = FUEL;
		CURRENT.set(this);
		try {
			return call(0, first, second);
		}
		finally {
			CURRENT.remove();
		}
	}

	// ---- what may come

	private int pick(int bound) {
		return this.random.nextInt(bound);
	}

	private int pick(List<Integer> list) {
		return list.get(pick(list.size()));
	}

	private Node sequence(Scope scope, int depth) {
		List<Node> nodes = new ArrayList<>();
		int count = 1 + pick(4);
		for (int number = 0; number < count; number++) {
			nodes.add(statement(scope, depth));
		}
		StringBuilder text = new StringBuilder();
		nodes.forEach((node) -> text.append(node.text()).append("\n"));
		return new Step(text.toString(), (frame) -> nodes.forEach((node) -> node.run(frame)));
	}

	private Node statement(Scope scope, int depth) {
		this.budget--;
		int choice = (depth == 0 || this.budget < 0) ? pick(9) : pick(18);
		return switch (choice) {
			case 0, 1 -> setInt(scope);
			case 2 -> store(scope);
			case 3 -> setLong(scope);
			case 4 -> noted(scope);
			case 5 -> scope.blocks.isEmpty() ? noted(scope) : branch(scope);
			case 6 -> throwing(scope);
			case 7 -> leaving(scope);
			case 8 -> scope.catches.isEmpty() ? throwReference() : rethrow(scope);
			case 9 -> block(scope, depth);
			case 10 -> loop(scope, depth);
			case 11, 12, 13, 14 -> tryTable(scope, depth);
			case 15, 16 -> legacyTry(scope, depth);
			default -> delegate(scope, depth);
		};
	}

	private Node setInt(Scope scope) {
		int local = pick(INTS);
		Value value = expression(scope, 3);
		return new Step("(local.set $i" + local + " " + value.text() + ")",
				(frame) -> frame.ints[local] = value.of(frame));
	}

	private Node setLong(Scope scope) {
		int local = pick(LONGS);
		Value value = expression(scope, 2);
		return new Step("(local.set $w" + local + " (i64.extend_i32_s " + value.text() + "))",
				(frame) -> frame.longs[local] = value.of(frame));
	}

	private Node store(Scope scope) {
		Value place = expression(scope, 1);
		Value value = expression(scope, 2);
		return new Step("(i32.store " + address(place) + " " + value.text() + ")", (frame) -> {
			int word = place.of(frame) & WORDS - 1;
			current().memory[word] = value.of(frame);
		});
	}

	private static String address(Value place) {
		return "(i32.shl (i32.and " + place.text() + " (i32.const " + (WORDS - 1) + ")) (i32.const 2))";
	}

	// The number is read before the value is computed.
	private Node noted(Scope scope) {
		Value value = expression(scope, 2);
		return new Step(note(value.text()), (frame) -> {
			int before = current().log;
			current().log = before * 31 + value.of(frame);
		});
	}

	private Node branch(Scope scope) {
		int label = pick(scope.blocks);
		Value condition = odd(expression(scope, 1));
		return new Step("(br_if $L" + label + " " + condition.text() + ")", (frame) -> {
			if (condition.of(frame) != 0) {
				throw new Branch(label);
			}
		});
	}

	private static Value odd(Value value) {
		return new Computed("(i32.and " + value.text() + " (i32.const 1))", (frame) -> value.of(frame) & 1);
	}

	private Node throwing(Scope scope) {
		int tag = pick(TAGS);
		Value number = expression(scope, 1);
		int wide = pick(LONGS);
		String operands = switch (tag) {
			case 0 -> "";
			case 1 -> " " + number.text();
			default -> " " + number.text() + " (local.get $w" + wide + ")";
		};
		Action thrower = (frame) -> {
			throw new Thrown(tag, (tag > 0) ? number.of(frame) : 0, frame.longs[wide]);
		};
		return when(odd(expression(scope, 1)), "(throw $t" + tag + operands + ")", thrower);
	}

	private Node when(Value condition, String text, Action action) {
		return new Step("(if " + condition.text() + " (then " + text + "))", (frame) -> {
			if (condition.of(frame) != 0) {
				action.run(frame);
			}
		});
	}

	private Node leaving(Scope scope) {
		if (!scope.loops.isEmpty() && pick(2) == 0) {
			return goOn(pick(scope.loops));
		}
		Value value = expression(scope, 2);
		return when(odd(expression(scope, 1)), "(return " + value.text() + ")", (frame) -> {
			throw new Returned(value.of(frame));
		});
	}

	private Node goOn(int loop) {
		return new Step(countDown(loop), (frame) -> {
			if (frame.counters.merge(loop, -1, Integer::sum) > 0) {
				throw new Branch(loop);
			}
		});
	}

	private static String countDown(int loop) {
		String counter = "$c" + loop % LOOPS;
		return "(local.set %1$s (i32.sub (local.get %1$s) (i32.const 1)))(br_if $L%2$d (i32.gt_s (local.get %1$s) (i32.const 0)))"
			.formatted(counter, loop);
	}

	private Node throwReference() {
		int local = pick(EXCEPTIONS);
		String get = "(local.get $x" + local + ")";
		return new Step("(if (i32.eqz (ref.is_null " + get + ")) (then (throw_ref " + get + ")))", (frame) -> {
			Thrown thrown = frame.exceptions[local];
			if (thrown != null) {
				throw thrown;
			}
		});
	}

	private Node block(Scope scope, int depth) {
		int label = this.labels++;
		Node body = sequence(scope.block(label), depth - 1);
		return new Step("(block $L" + label + "\n" + body.text() + ")", (frame) -> inBlock(label, body, frame));
	}

	private static void inBlock(int label, Action body, Frame frame) {
		try {
			body.run(frame);
		}
		catch (Branch branch) {
			if (branch.label != label) {
				throw branch;
			}
		}
		catch (Delegated delegated) {
			throw arriving(delegated, label);
		}
	}

	private static void inBlock(int label, Node body, Frame frame) {
		inBlock(label, body::run, frame);
	}

	// Delegated to something that catches nothing: the next one outwards has to.
	private static Elsewhere arriving(Delegated delegated, int label) {
		return (delegated.label == label) ? delegated.thrown : delegated;
	}

	private Node loop(Scope scope, int depth) {
		int number = this.loops++;
		int label = LOOPS * (1 + this.labels++) + number;
		int rounds = 1 + pick(3);
		Node body = sequence(scope.loop(label), depth - 1);
		String text = "(local.set $c" + number + " (i32.const " + rounds + "))(loop $L" + label + "\n" + body.text()
				+ countDown(label) + ")";
		return new Step(text, (frame) -> {
			frame.counters.put(label, rounds);
			do {
				repeat(label, body, frame);
			}
			while (frame.counters.getOrDefault(label, 0) > 0);
		});
	}

	private static void repeat(int label, Node body, Frame frame) {
		try {
			body.run(frame);
			frame.counters.merge(label, -1, Integer::sum);
		}
		catch (Branch branch) {
			if (branch.label != label) {
				throw branch;
			}
		}
		catch (Delegated delegated) {
			throw arriving(delegated, label);
		}
	}

	private Node tryTable(Scope scope, int depth) {
		int after = this.labels++;
		int own = this.labels++;
		int count = pick(4);
		List<Clause> clauses = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			clauses.add(clause(scope.block(after).deeper(count - 1 - number), depth));
		}
		Node body = sequence(scope.block(after).deeper(count).block(own), depth - 1);
		StringBuilder text = new StringBuilder("(block $L" + after + "\n");
		for (int number = count - 1; number >= 0; number--) {
			text.append("(block $L")
				.append(clauses.get(number).label)
				.append(clauses.get(number).results())
				.append('\n');
		}
		text.append("(try_table $L").append(own);
		clauses.forEach((clause) -> text.append(clause.text()));
		text.append('\n').append(body.text()).append(")\n(br $L").append(after).append(")");
		for (Clause clause : clauses) {
			text.append(")\n").append(clause.taking()).append(clause.handler.text());
			text.append("(br $L").append(after).append(")");
		}
		text.append(")");
		return new Step(text.toString(), (frame) -> inBlock(after, (inner) -> {
			Thrown caught;
			try {
				inBlock(own, body, inner);
				return;
			}
			catch (Thrown thrown) {
				caught = thrown;
			}
			handle(clauses, caught, inner);
		}, frame));
	}

	private static void handle(List<Clause> clauses, Thrown caught, Frame frame) {
		for (Clause clause : clauses) {
			if (clause.tag < 0 || clause.tag == caught.tag) {
				if (clause.outer >= 0) {
					throw new Branch(clause.outer);
				}
				clause.take(caught, frame);
				clause.handler.run(frame);
				return;
			}
		}
		throw caught;
	}

	private Clause clause(Scope scope, int depth) {
		int tag = pick(TAGS + 1) - 1;
		boolean reference = pick(2) == 0;
		int label = this.labels++;
		int outer = (tag <= 0 && !reference && pick(3) == 0) ? pick(scope.blocks) : -1;
		return new Clause(tag, reference, label, outer, pick(INTS), pick(LONGS), pick(EXCEPTIONS),
				sequence(scope, depth - 1));
	}

	/// @param tag the tag, -1 for all
	/// @param outer the block that the clause leads to, -1 for its own
	private record Clause(int tag, boolean reference, int label, int outer, int number, int wide, int exception,
			Node handler) {

		String text() {
			String keyword = ((this.tag < 0) ? "catch_all" : "catch") + (this.reference ? "_ref" : "");
			return " (" + keyword + ((this.tag < 0) ? "" : " $t" + this.tag) + " $L"
					+ ((this.outer >= 0) ? this.outer : this.label) + ")";
		}

		String results() {
			if (this.outer >= 0) {
				return "";
			}
			String types = switch (this.tag) {
				case 1 -> " i32";
				case 2 -> " i32 i64";
				default -> "";
			} + (this.reference ? " exnref" : "");
			return types.isEmpty() ? "" : " (result" + types + ")";
		}

		// Where the clause leads elsewhere nobody comes here, but it has to be valid.
		String taking() {
			if (this.outer >= 0) {
				return "(unreachable)";
			}
			return (this.reference ? "(local.set $x" + this.exception + ")" : "") + switch (this.tag) {
				case 1 -> "(local.set $i" + this.number + ")";
				case 2 -> "(local.set $w" + this.wide + ")(local.set $i" + this.number + ")";
				default -> "";
			};
		}

		void take(Thrown thrown, Frame frame) {
			if (this.reference) {
				frame.exceptions[this.exception] = thrown;
			}
			if (this.tag > 0) {
				frame.ints[this.number] = thrown.number;
			}
			if (this.tag > 1) {
				frame.longs[this.wide] = thrown.wide;
			}
		}

	}

	private Node legacyTry(Scope scope, int depth) {
		int label = this.labels++;
		Node body = sequence(scope.block(label), depth - 1);
		List<Clause> handlers = new ArrayList<>();
		int count = pick(3);
		for (int number = 0; number < count; number++) {
			handlers.add(new Clause(pick(TAGS), false, label, -1, pick(INTS), pick(LONGS), 0,
					sequence(scope.block(label).handler(label), depth - 1)));
		}
		if (pick(2) == 0) {
			handlers
				.add(new Clause(-1, false, label, -1, 0, 0, 0, sequence(scope.block(label).handler(label), depth - 1)));
		}
		StringBuilder text = new StringBuilder("(try $L" + label + "\n(do " + body.text() + ")");
		for (Clause handler : handlers) {
			text.append((handler.tag < 0) ? "\n(catch_all " : "\n(catch $t" + handler.tag + " ");
			text.append(handler.taking()).append(handler.handler.text()).append(")");
		}
		text.append(")");
		return new Step(text.toString(), (frame) -> {
			Thrown caught;
			try {
				inBlock(label, body, frame);
				return;
			}
			catch (Thrown thrown) {
				caught = thrown;
			}
			frame.caught.put(label, caught);
			inBlock(label, (inner) -> handle(handlers, caught, inner), frame);
		});
	}

	private Node rethrow(Scope scope) {
		int label = pick(scope.catches);
		return when(odd(expression(scope, 1)), "(rethrow $L" + label + ")", (frame) -> {
			throw Objects.requireNonNull(frame.caught.get(label));
		});
	}

	private Node delegate(Scope scope, int depth) {
		int label = this.labels++;
		int choice = pick(scope.labels.size() + 1);
		int target = (choice < scope.labels.size()) ? scope.labels.get(choice) : -1;
		Node body = sequence(scope.block(label), depth - 1);
		String to = (target >= 0) ? "$L" + target : Integer.toString(scope.depth);
		return new Step("(try $L" + label + "\n(do " + body.text() + ")\n(delegate " + to + "))", (frame) -> {
			try {
				inBlock(label, body, frame);
			}
			catch (Thrown thrown) {
				throw new Delegated(target, thrown);
			}
		});
	}

	// ---- expressions

	private Value expression(Scope scope, int depth) {
		return switch (pick((depth == 0) ? 4 : 11)) {
			case 0, 1 -> {
				int local = pick(INTS);
				yield new Computed("(local.get $i" + local + ")", (frame) -> frame.ints[local]);
			}
			case 2 -> {
				int constant = pick(7);
				yield new Computed("(i32.const " + constant + ")", (frame) -> constant);
			}
			case 3 -> {
				int local = pick(LONGS);
				yield new Computed("(i32.wrap_i64 (local.get $w" + local + "))", (frame) -> (int) frame.longs[local]);
			}
			case 4, 5 -> {
				Value first = expression(scope, depth - 1);
				Value second = expression(scope, depth - 1);
				yield new Computed("(i32.add " + first.text() + " " + second.text() + ")", (frame) -> {
					int left = first.of(frame);
					return left + second.of(frame);
				});
			}
			case 6 -> {
				int local = pick(INTS);
				Value value = expression(scope, depth - 1);
				yield new Computed("(local.tee $i" + local + " " + value.text() + ")",
						(frame) -> frame.ints[local] = value.of(frame));
			}
			case 7 -> new Computed("(global.get $log)", (frame) -> current().log);
			case 8 -> {
				Value place = expression(scope, depth - 1);
				yield new Computed("(i32.load " + address(place) + ")",
						(frame) -> current().memory[place.of(frame) & WORDS - 1]);
			}
			case 9 -> called(scope, depth);
			default -> recovered(scope, depth);
		};
	}

	private Value called(Scope scope, int depth) {
		if (scope.function + 1 == FUNCTIONS) {
			return expression(scope, depth - 1);
		}
		int function = scope.function + 1 + pick(FUNCTIONS - scope.function - 1);
		Value first = expression(scope, depth - 1);
		Value second = expression(scope, depth - 1);
		return new Computed("(call $f" + function + " " + first.text() + " " + second.text() + ")", (frame) -> {
			int left = first.of(frame);
			return current().call(function, left, second.of(frame));
		});
	}

	/// The value of an expression, or what the exception carries that it throws.
	private Value recovered(Scope scope, int depth) {
		int label = this.labels++;
		Value value = expression(scope, depth - 1);
		return new Computed("(block $L" + label + " (result i32) (try_table (result i32) (catch $t1 $L" + label + ") "
				+ value.text() + "))", (frame) -> {
					try {
						return value.of(frame);
					}
					catch (Thrown thrown) {
						if (thrown.tag != 1) {
							throw thrown;
						}
						return thrown.number;
					}
				});
	}

}
