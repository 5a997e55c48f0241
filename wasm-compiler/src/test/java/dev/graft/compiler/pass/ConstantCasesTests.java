package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Lookup;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import org.junit.jupiter.api.Test;

class ConstantCasesTests {

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0, what is switched over.
	private final Variable index = this.variables.variable(Kind.INT);

	/// v1, what is chosen.
	private final Variable chosen = this.variables.variable(Kind.INT);

	/// v2, something else.
	private final Variable other = this.variables.variable(Kind.INT);

	/// L0 to L31.
	private final Label[] cases = IntStream.range(0, 32)
		.mapToObj((_) -> this.variables.label(false))
		.toArray(Label[]::new);

	/// L32, where all cases go on.
	private final Label out = this.variables.label(false);

	@Test
	void becomeATableIfAllOfThemChoose() {
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			choose(this.cases[number], 3 * number);
		}
		end();
		assertThat(rewritten()).containsExactly("unless (i32.lt_u v0 32:I) goto L32", "v1 = (one of 32 v0)", "goto L32",
				"L32:", "return v1");
		assertThat(tables()).containsExactly(table((number) -> 3 * number));
	}

	@Test
	void becomeAsManyTablesAsNumbersHaveBytes() {
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			choose(this.cases[number], -(number << 20) - 1);
		}
		end();
		assertThat(rewritten()).contains(
				"v1 = (i32.or (i32.shl (one of 32 v0) 24:I) (i32.or (i32.shl (one of 32 v0) 16:I) (i32.or (i32.shl (one of 32 v0) 8:I) (one of 32 v0))))");
		assertThat(tables()).containsExactly(table((number) -> (-(number << 20) - 1) >>> 24),
				table((number) -> (-(number << 20) - 1) >>> 16), table((_) -> -1), table((_) -> -1));
	}

	@Test
	void areReturned() {
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			this.code.add(new Mark(this.cases[number]));
			this.code.add(new Return(Constant.ofInt(number)));
		}
		end();
		assertThat(rewritten()).containsExactly("unless (i32.lt_u v0 32:I) goto L32", "return (one of 32 v0)", "L32:",
				"return v1");
	}

	@Test
	void areComparedIfFewDoSomethingElse() {
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			if (number == 5) {
				doSomethingElse(this.cases[number]);
			}
			else {
				choose(this.cases[number], number);
			}
		}
		end();
		assertThat(rewritten()).containsExactly("if (i32.eq v0 5:I) goto L5", "unless (i32.lt_u v0 32:I) goto L32",
				"v1 = (one of 32 v0)", "goto L32", "L5:", "v1 = v2", "goto L32", "L32:", "return v1");
	}

	@Test
	void goOnAsTheyDidIfTheyAreTooFew() {
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			if (number < 20) {
				choose(this.cases[number], number);
			}
			else {
				doSomethingElse(this.cases[number]);
			}
		}
		end();
		List<String> before = this.code.stream().map(Statement::toString).toList();
		assertThat(rewritten()).isEqualTo(before);
	}

	@Test
	void shareTheSwitchWithThoseThatDoSomethingElse() {
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			if (number % 8 == 7) {
				doSomethingElse(this.cases[number]);
			}
			else {
				choose(this.cases[number], number);
			}
		}
		end();
		String found = "L33, L33, L33, L33, L33, L33, L33, ";
		assertThat(rewritten()).startsWith(
				"switch v0 [" + found + "L7, " + found + "L15, " + found + "L23, " + found + "L31] else L32", "L33:",
				"v1 = (one of 32 v0)", "goto L32", "L7:");
		assertThat(tables()).containsExactly(table((number) -> (number % 8 == 7) ? 0 : number));
	}

	@Test
	void stayWhereOthersComeByThem() {
		this.code.add(new JumpIf(Read.of(this.other), true, this.cases[1]));
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			choose(this.cases[number], number);
		}
		end();
		assertThat(rewritten()).containsExactly("if v2 goto L1", "unless (i32.lt_u v0 32:I) goto L32",
				"v1 = (one of 32 v0)", "goto L32", "L1:", "v1 = 1:I", "goto L32", "L32:", "return v1");
	}

	@Test
	void areNotLookedUpIfTheyGoOnElsewhere() {
		Label elsewhere = this.variables.label(false);
		this.code.add(table());
		for (int number = 0; number < this.cases.length; number++) {
			this.code.add(new Mark(this.cases[number]));
			this.code.add(new Assign(this.chosen, Constant.ofInt(number)));
			this.code.add(new Jump((number == 2) ? elsewhere : this.out));
		}
		this.code.add(new Mark(elsewhere));
		this.code.add(new Evaluate(Read.of(this.other)));
		end();
		assertThat(rewritten()).startsWith("if (i32.eq v0 2:I) goto L2", "unless (i32.lt_u v0 32:I) goto L32")
			.containsSequence("L2:", "v1 = 2:I", "goto L33");
	}

	// The default stands before them.
	@Test
	void mayEndTheFunction() {
		this.code.add(table());
		this.code.add(new Mark(this.out));
		this.code.add(new Return(Read.of(this.other)));
		for (int number = 0; number < this.cases.length; number++) {
			this.code.add(new Mark(this.cases[number]));
			this.code.add(new Return(Constant.ofInt(number)));
		}
		assertThat(rewritten()).containsExactly("unless (i32.lt_u v0 32:I) goto L32", "return (one of 32 v0)", "L32:",
				"return v2");
	}

	// The last case of one switch runs into that of another.
	@Test
	void stayWhereATableGoesOn() {
		Label first = this.variables.label(false);
		Label second = this.variables.label(false);
		Label[] all = new Label[32];
		this.code.add(new JumpIf(Read.of(this.other), true, this.cases[0]));
		Arrays.fill(all, first);
		this.code.add(new Switch(Read.of(this.index), all.clone(), this.out));
		this.code.add(new Mark(this.cases[0]));
		Arrays.fill(all, second);
		this.code.add(new Switch(Read.of(this.index), all, this.out));
		this.code.add(new Mark(first));
		this.code.add(new Assign(this.chosen, Constant.ofInt(5)));
		this.code.add(new Mark(second));
		this.code.add(new Assign(this.chosen, Constant.ofInt(7)));
		this.code.add(new Jump(this.out));
		end();
		assertThat(rewritten()).containsExactly("if v2 goto L0", "unless (i32.lt_u v0 32:I) goto L32",
				"v1 = (one of 32 v0)", "goto L34", "L0:", "unless (i32.lt_u v0 32:I) goto L32", "v1 = (one of 32 v0)",
				"goto L32", "L34:", "v1 = 7:I", "goto L32", "L32:", "return v1");
	}

	private Switch table() {
		return new Switch(Read.of(this.index), this.cases, this.out);
	}

	private String table(IntUnaryOperator numbers) {
		return String.join(", ",
				IntStream.range(0, this.cases.length)
					.map((number) -> numbers.applyAsInt(number) & 0xFF)
					.mapToObj(Integer::toString)
					.toList());
	}

	private void choose(Label label, int number) {
		this.code.add(new Mark(label));
		this.code.add(new Assign(this.chosen, Constant.ofInt(number)));
		this.code.add(new Jump(this.out));
	}

	private void doSomethingElse(Label label) {
		this.code.add(new Mark(label));
		this.code.add(new Assign(this.chosen, Read.of(this.other)));
		this.code.add(new Jump(this.out));
	}

	private void end() {
		this.code.add(new Mark(this.out));
		this.code.add(new Return(Read.of(this.chosen)));
	}

	private List<String> rewritten() {
		ConstantCases.apply(new Body(this.variables, List.of(this.index, this.other), Kind.INT, this.code));
		return this.code.stream().map(Statement::toString).toList();
	}

	private List<String> tables() {
		List<String> tables = new ArrayList<>();
		Statement assigned = this.code.stream()
			.filter((each) -> each instanceof Assign assign && assign.variable() == this.chosen)
			.findFirst()
			.orElseThrow();
		collect(assigned.operand(0), tables);
		return tables;
	}

	private static void collect(Expression tree, List<String> tables) {
		if (tree instanceof Lookup lookup) {
			tables.add(String.join(", ", lookup.table().chars().mapToObj(Integer::toString).toList()));
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			collect(tree.operand(number), tables);
		}
	}

}
