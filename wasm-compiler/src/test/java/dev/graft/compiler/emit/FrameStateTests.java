package dev.graft.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.SlotAllocation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameStateTests {

	private final FrameState state = new FrameState(slots(4));

	@Test
	void aCopyIsOfNoConsequenceToWhatItIsACopyOf() {
		this.state.assign(0);
		FrameState copy = this.state.copy();
		copy.assign(1);
		assertThat(this.state.kinds()).containsExactly(Kind.INT);
		assertThat(copy.kinds()).containsExactly(Kind.INT, Kind.INT);
	}

	@Test
	void norIsItTheOtherWayRound() {
		this.state.assign(0);
		FrameState copy = this.state.copy();
		this.state.assign(2);
		assertThat(copy.kinds()).containsExactly(Kind.INT);
		assertThat(this.state.kinds()).containsExactly(Kind.INT, null, Kind.INT);
	}

	@Test
	void whatTwoWaysHaveInCommonIsKept() {
		this.state.assign(0);
		this.state.assign(1);
		FrameState copy = this.state.copy();
		FrameState other = this.state.ofNothing();
		other.assign(1);
		other.assign(2);
		copy.meet(other);
		assertThat(copy.kinds()).containsExactly(null, Kind.INT);
		assertThat(this.state.kinds()).containsExactly(Kind.INT, Kind.INT);
		assertThat(this.state.covers(copy)).isTrue();
		assertThat(copy.covers(this.state)).isFalse();
	}

	@Test
	void theSameFrameIsMadeOnce() {
		this.state.assign(0);
		FrameState copy = this.state.copy();
		copy.assign(0);
		copy.meet(this.state);
		assertThat(copy.kinds()).isSameAs(this.state.kinds());
	}

	@Test
	void whatHasBeenToldDoesNotHideWhatIsAssignedThen() {
		this.state.assign(0);
		assertThat(this.state.kinds()).containsExactly(Kind.INT);
		this.state.assign(1);
		assertThat(this.state.kinds()).containsExactly(Kind.INT, Kind.INT);
	}

	private static SlotAllocation slots(int count) {
		Body.Variables variables = new Body.Variables();
		List<Variable> parameters = new ArrayList<>();
		List<Statement> code = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			parameters.add(variables.variable(Kind.INT));
			code.add(new Evaluate(Read.of(parameters.getLast())));
		}
		return Analysis.of(new Body(variables, parameters, Kind.VOID, code)).slots();
	}

}
