package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedLoopTests {

	private static final int DEPTH = 1_000;

	private final Body.Variables variables = new Body.Variables();

	private final Variable counter = this.variables.variable(Kind.INT);

	private final List<Statement> code = new ArrayList<>();

	@Test
	void onlyTheInnermostOfLoopsInEachOtherIsLookedAtAsAWhole() {
		List<Label> labels = new ArrayList<>();
		for (int depth = 0; depth < DEPTH; depth++) {
			Label label = this.variables.label(true);
			labels.add(label);
			this.code.add(new Mark(label));
		}
		for (Label label : labels.reversed()) {
			this.code.add(new Assign(this.counter,
					new Numeric(NumericOp.I32_ADD, 0, Read.of(this.counter), Constant.ofInt(-1))));
			this.code.add(new JumpIf(Read.of(this.counter), true, label));
		}
		Loops loops = Loops.of(new Body(this.variables, List.of(), Kind.VOID, this.code));
		Counting counting = new Counting(this.code);
		int found = 0;
		for (int header = 0; header < DEPTH; header++) {
			found += (CountedLoop.at(counting, loops, header, 1_000) != null) ? 1 : 0;
		}
		assertThat(found).isEqualTo(1);
		assertThat(counting.looks).isLessThan(20 * DEPTH);
	}

	/// Counts how often somebody looks at a statement.
	private static final class Counting extends AbstractList<Statement> {

		private final List<Statement> statements;

		private int looks;

		Counting(List<Statement> statements) {
			this.statements = statements;
		}

		@Override
		public Statement get(int index) {
			this.looks++;
			return this.statements.get(index);
		}

		@Override
		public int size() {
			return this.statements.size();
		}

	}

}
