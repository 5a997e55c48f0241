package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestoredReferencesTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable local = this.variables.variable(Kind.REFERENCE);

	private final Variable copy = this.variables.variable(Kind.REFERENCE);

	private final Variable result = this.variables.variable(Kind.REFERENCE);

	private final Label there = this.variables.label(false);

	private final Label end = this.variables.label(false);

	private final Label loop = this.variables.label(true);

	private final Expression condition = Constant.ofInt(1);

	private List<Statement> dropped(Statement... statements) {
		Body body = new Body(this.variables, List.of(), Kind.VOID, new ArrayList<>(List.of(statements)));
		RestoredReferences.drop(body);
		return Stream.of(statements).filter((each) -> !body.statements().contains(each)).toList();
	}

	private static Assign assign(Variable variable, Variable value) {
		return new Assign(variable, Read.of(value));
	}

	@Test
	void dropsWhatGivesAVariableItsReferenceBack() {
		Assign back = assign(this.local, this.result);
		assertThat(dropped(assign(this.copy, this.local), new JumpIf(this.condition, true, this.end),
				assign(this.result, this.copy), new Jump(this.there), new Mark(this.end), new Return(null),
				new Mark(this.there), back, new Return(null)))
			.containsExactly(back);
	}

	@Test
	void keepsWhatHasChangedOnOneWay() {
		assertThat(dropped(assign(this.copy, this.local), new JumpIf(this.condition, true, this.there),
				new Assign(this.local, Constant.zero(Kind.REFERENCE)), new Mark(this.there),
				assign(this.local, this.copy), new Return(null)))
			.isEmpty();
	}

	@Test
	void keepsWhatTheCopyHasLost() {
		assertThat(dropped(assign(this.copy, this.local), assign(this.copy, this.result), assign(this.local, this.copy),
				new Return(null)))
			.isEmpty();
	}

	@Test
	void knowsNothingWhereALoopBegins() {
		assertThat(dropped(assign(this.copy, this.local), new Mark(this.loop), assign(this.local, this.copy),
				new Assign(this.local, Constant.zero(Kind.REFERENCE)), new JumpIf(this.condition, true, this.loop),
				new Return(null)))
			.isEmpty();
	}

	@Test
	void knowsNothingWhereExceptionsArrive() {
		Region region = Region.handledAt(this.there, this.result);
		assertThat(dropped(assign(this.copy, this.local), new Enter(region),
				new Assign(this.local, Constant.zero(Kind.REFERENCE)), new Leave(), assign(this.local, this.copy),
				new Mark(this.there), assign(this.local, this.copy), new Return(null)))
			.isEmpty();
	}

	@Test
	void knowsWhatHoldsOnEachOfTwoWays() {
		Assign back = assign(this.local, this.copy);
		assertThat(dropped(new JumpIf(this.condition, true, this.there), assign(this.copy, this.local),
				new Jump(this.end), new Mark(this.there), assign(this.local, this.result),
				assign(this.copy, this.result), new Mark(this.end), back, new Return(null)))
			.containsExactly(back);
	}

}
