package dev.graft.compiler.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.FlowGraph;
import dev.graft.compiler.pass.Loops;
import dev.graft.compiler.pass.MeasuredBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told of ranges while they grow, against what is found out about each by itself,
/// in bodies that jump everywhere.
class GrowingRangeTests {

	private static final int LENGTH = 60;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void withoutVariablesTheLeastCostIsTheCost(long seed) {
		BodyFacts facts = facts(seed, 0);
		GrowingRange growing = new GrowingRange(facts);
		for (int from = 0; from < facts.length(); from++) {
			growing.begin(from);
			for (int to = from + 1; to <= facts.length(); to++) {
				growing.extend(to);
				assertThat(growing.leastCost()).as("%d to %d", from, to).isEqualTo(facts.range(from, to).cost());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 31, 32, 33, 34 })
	void exitsAreCountedWithoutLookingAtAllOfARange(long seed) {
		BodyFacts facts = facts(seed, 12);
		for (int from = 0; from < facts.length(); from++) {
			for (int to = from + 1; to <= facts.length(); to++) {
				int exits = facts.range(from, to).exitCount();
				assertThat(facts.hasMoreExits(from, to, exits)).as("%d to %d", from, to).isFalse();
				assertThat(facts.hasMoreExits(from, to, exits - 1)).as("%d to %d", from, to).isTrue();
			}
		}
	}

	@Test
	void itIsEnoughToFindOneExitTooMany() {
		BodyFacts facts = facts(35, 12);
		long before = facts.effort();
		facts.hasMoreExits(0, facts.length() - 1, 0);
		assertThat(facts.effort() - before).isLessThan(facts.length() / 4);
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13, 14 })
	void withVariablesARangeCostsNoLess(long seed) {
		BodyFacts facts = facts(seed, 12);
		GrowingRange growing = new GrowingRange(facts);
		for (int from = 0; from < facts.length(); from += 2) {
			growing.begin(from);
			for (int to = from + 3; to <= facts.length(); to += 3) {
				growing.extend(to);
				assertThat(growing.leastCost()).as("%d to %d", from, to)
					.isLessThanOrEqualTo(facts.range(from, to).cost());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 21, 22, 23, 24 })
	void controlComesIntoARangeAsOftenAsItPassesItsBorderInwards(long seed) {
		BodyFacts facts = facts(seed, 0);
		FlowGraph graph = Analysis.of(facts.body()).graph();
		BranchOdds branches = new BranchOdds(graph, Loops.of(facts.body()), facts.body().statements());
		Frequencies frequencies = new Frequencies(graph, branches);
		for (int from = 1; from < graph.size(); from++) {
			Frequencies.Entering entering = frequencies.from(from);
			for (int to = from + 1; to <= graph.size(); to++) {
				assertThat(entering.times(to)).as("lines %d to %d", from, to)
					.isCloseTo(entering(graph, branches, frequencies, from, to), within(1e-9));
			}
		}
	}

	// What comes to the lines of the range without what comes from them.
	private static double entering(FlowGraph graph, BranchOdds branches, Frequencies frequencies, int from, int to) {
		double entering = 0;
		for (int line = from; line < to; line++) {
			int first = graph.successorStart(line);
			int[] successors = IntStream.range(first, graph.successorEnd(line)).map(graph::successor).toArray();
			double[] odds = new double[successors.length];
			branches.divide(line, successors, 0, successors.length, odds);
			entering += frequencies.of(line);
			for (int number = 0; number < successors.length; number++) {
				if (successors[number] >= from && successors[number] < to) {
					entering -= frequencies.of(line) * odds[number];
				}
			}
		}
		return Math.max(0, entering);
	}

	private static BodyFacts facts(long seed, int variableCount) {
		Random random = new Random(seed);
		Body.Variables variables = new Body.Variables();
		List<Variable> locals = new ArrayList<>();
		for (int number = 0; number < variableCount; number++) {
			locals.add(variables.variable(Kind.INT));
		}
		List<Label> labels = new ArrayList<>();
		for (int number = 0; number < LENGTH / 4; number++) {
			labels.add(variables.label(true));
		}
		List<Statement> statements = new ArrayList<>();
		for (int number = 0; number < LENGTH; number++) {
			statements.add(statement(random, labels, locals));
		}
		labels.forEach((label) -> statements.add(random.nextInt(statements.size()), new Mark(label)));
		statements.add(new Return(null));
		int[] sizes = new int[statements.size()];
		Arrays.fill(sizes, 10);
		Body body = new Body(variables, List.of(), Kind.VOID, statements);
		return new BodyFacts(new MeasuredBody(Analysis.of(body), sizes));
	}

	private static Statement statement(Random random, List<Label> labels, List<Variable> locals) {
		Expression value = locals.isEmpty() ? Constant.ofInt(1) : Read.of(any(random, locals));
		return switch (random.nextInt(8)) {
			case 0 -> new Jump(any(random, labels));
			case 1, 2 -> new JumpIf(value, true, any(random, labels));
			case 3 -> new Switch(value, new Label[] { any(random, labels), any(random, labels) }, any(random, labels));
			case 4 -> new Return(null);
			default -> locals.isEmpty() ? new JumpIf(value, false, any(random, labels))
					: new Assign(any(random, locals), value);
		};
	}

	private static <T> T any(Random random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

}
