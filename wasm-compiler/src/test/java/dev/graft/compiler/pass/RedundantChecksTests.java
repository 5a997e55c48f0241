package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedundantChecksTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable pointer = this.variables.variable(Kind.INT);

	private final Variable other = this.variables.variable(Kind.INT);

	private final Variable value = this.variables.variable(Kind.INT);

	private final Variable base = this.variables.temporary(Kind.LONG);

	private final Label label = this.variables.label(false);

	private final Label loop = this.variables.label(true);

	@Test
	void aLoadChecksForThoseBehindIt() {
		assertThat(ends(load(0, this.pointer), load(8, this.pointer), load(4, this.pointer))).containsExactly(12L, 0L,
				0L);
	}

	@Test
	void aStoreThatLiesFurtherAwayChecksByItself() {
		assertThat(ends(store(0, this.pointer), store(4, this.pointer), store(0, this.pointer))).containsExactly(4L, 8L,
				0L);
	}

	@Test
	void aLoadDoesNotCheckForThoseBehindAStore() {
		assertThat(ends(load(0, this.pointer), store(0, this.other), load(8, this.pointer))).containsExactly(4L, 4L,
				12L);
	}

	@Test
	void aLoadDoesNotCheckForThoseBehindAnotherTrap() {
		Expression division = new Numeric(NumericOp.I32_DIV_U, 7, Constant.ofInt(1), Read.of(this.other));
		assertThat(ends(load(0, this.pointer), new Assign(this.value, division), load(8, this.pointer)))
			.containsExactly(4L, 12L);
	}

	@Test
	void aLoadDoesNotCheckForThoseBehindAJump() {
		assertThat(ends(load(0, this.pointer), jump(this.label), load(8, this.pointer), new Mark(this.label)))
			.containsExactly(4L, 12L);
	}

	@Test
	void whatOneOfTwoWaysHasCheckedIsNotKnown() {
		assertThat(ends(jump(this.label), load(0, this.pointer), new Mark(this.label), load(0, this.pointer)))
			.containsExactly(4L, 4L);
	}

	@Test
	void whatBothWaysHaveCheckedIsKnownAsFarAsBothReach() {
		assertThat(ends(store(4, this.pointer), jump(this.label), store(8, this.pointer), new Mark(this.label),
				store(4, this.pointer), store(8, this.pointer)))
			.containsExactly(8L, 12L, 0L, 12L);
	}

	@Test
	void whatALoopDoesNotAssignIsKnownInAllRounds() {
		assertThat(ends(store(4, this.pointer), store(4, this.other), new Mark(this.loop), store(4, this.pointer),
				store(4, this.other), assign(this.other, this.other, 1), jump(this.loop), store(4, this.pointer)))
			.containsExactly(8L, 8L, 0L, 8L, 0L);
	}

	@Test
	void anAddressThatChangesByAConstantTakesWithItWhatIsKnown() {
		assertThat(ends(store(8, this.pointer), assign(this.pointer, this.pointer, 4), store(4, this.pointer),
				store(5, this.pointer)))
			.containsExactly(12L, 0L, 9L);
	}

	@Test
	void aCopyKeepsWhatIsKnownOfTheOldValue() {
		assertThat(ends(assign(this.other, this.pointer, 4), store(8, this.pointer),
				assign(this.pointer, this.value, 0), store(8, this.pointer), store(4, this.other)))
			.containsExactly(12L, 12L, 0L);
	}

	@Test
	void anAddressInFrontOfWhatHasBeenCheckedIsUnknown() {
		assertThat(ends(assign(this.other, this.pointer, -4), store(8, this.pointer), store(0, this.other)))
			.containsExactly(12L, 4L);
	}

	// Where the 4 GiB are all there, one of them may lie at the beginning.
	@Test
	void aLoadDoesNotCheckWhereTheAddressMayWrapAround() {
		assertThat(ends(assign(this.other, this.pointer, 4), load(0, this.pointer), load(0, this.other)))
			.containsExactly(4L, 4L);
	}

	/// Up to where each access checks, 0 if it does not.
	private List<Long> ends(Statement... statements) {
		Body body = new Body(this.variables, List.of(), Kind.VOID, new ArrayList<>(List.of(statements)));
		body.statements().add(new Return(null));
		RedundantChecks.remove(body);
		List<Long> ends = new ArrayList<>();
		for (Statement statement : body.statements()) {
			switch (statement) {
				case Statement.Store store -> ends.add(end(store.access()));
				case Assign(Variable _, Load load) -> ends.add(end(load.access()));
				default -> {
				}
			}
		}
		return ends;
	}

	private static long end(Access access) {
		return (access.check() instanceof Check.Own(long end)) ? end : 0;
	}

	private Statement load(int offset, Variable address) {
		return new Assign(this.value, new Load(inPlace(MemoryAccessOp.I32_LOAD, offset), Read.of(address)));
	}

	private Statement store(int offset, Variable address) {
		return new Statement.Store(inPlace(MemoryAccessOp.I32_STORE, offset), Read.of(address), Constant.ofInt(0));
	}

	private Access inPlace(MemoryAccessOp op, int offset) {
		return Access.of(op, 0, offset, 1).inPlace(this.base, null);
	}

	private static Assign assign(Variable to, Variable from, int plus) {
		return new Assign(to, new Numeric(NumericOp.I32_ADD, 0, Read.of(from), Constant.ofInt(plus)));
	}

	private JumpIf jump(Label target) {
		return new JumpIf(Read.of(this.value), true, target);
	}

}
