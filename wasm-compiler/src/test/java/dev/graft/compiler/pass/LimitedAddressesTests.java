package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of a memory of one page the last four bytes begin at 65,532.
class LimitedAddressesTests {

	private static final int LAST = 65_532;

	private final Body.Variables variables = new Body.Variables();

	private final Variable parameter = this.variables.variable(Kind.INT);

	private final Variable index = this.variables.variable(Kind.INT);

	private final Variable next = this.variables.variable(Kind.INT);

	private final Variable base = this.variables.temporary(Kind.LONG);

	@Test
	void whatALoadOfAByteLeadsToNeedsNoCheck() {
		assertThat(isChecked(LAST - 255 * 4, timesFour(loadByte()))).isFalse();
		assertThat(isChecked(LAST - 255 * 4 + 1, timesFour(loadByte()))).isTrue();
	}

	@Test
	void whatIsBehindAMaskNeedsNoCheck() {
		Expression masked = node(NumericOp.I32_AND, Read.of(this.parameter), Constant.ofInt(7));
		assertThat(isChecked(LAST - 7, masked)).isFalse();
		assertThat(isChecked(LAST - 6, masked)).isTrue();
	}

	@Test
	void aMaskWithASignSaysNothing() {
		assertThat(isChecked(0, node(NumericOp.I32_AND, Read.of(this.parameter), Constant.ofInt(-8)))).isTrue();
	}

	@Test
	void aSumThatMayWrapAroundSaysNothing() {
		assertThat(isChecked(0, node(NumericOp.I32_ADD, loadByte(), Constant.ofInt(-1)))).isTrue();
		assertThat(isChecked(0, node(NumericOp.I32_SHL, loadByte(), Constant.ofInt(24)))).isTrue();
	}

	@Test
	void aVariableHoldsWhatIsAssignedToIt() {
		assertThat(isChecked(LAST - 255 * 4, timesFour(Read.of(this.index)), assign(this.index, loadByte()))).isFalse();
	}

	@Test
	void aVariableHoldsTheMostOfAllThatIsAssignedToIt() {
		Expression sixteenBits = load(MemoryAccessOp.I32_LOAD16_U);
		assertThat(isChecked(0, Read.of(this.index), assign(this.index, loadByte()), assign(this.index, sixteenBits)))
			.isTrue();
		assertThat(isChecked(0, Read.of(this.index), assign(this.index, loadByte()),
				assign(this.index, Read.of(this.next))))
			.isFalse();
		assertThat(isChecked(0, Read.of(this.index), assign(this.index, loadByte()),
				assign(this.index, Read.of(this.parameter))))
			.isTrue();
	}

	@Test
	void aVariableThatGrowsMayHoldAnything() {
		Expression more = node(NumericOp.I32_ADD, Read.of(this.index), Constant.ofInt(1));
		assertThat(isChecked(0, Read.of(this.index), assign(this.index, more))).isTrue();
	}

	@Test
	void aParameterMayBeAnything() {
		assertThat(isChecked(0, Read.of(this.parameter), assign(this.parameter, loadByte()))).isTrue();
	}

	@Test
	void aStoreNeedsNoCheckEither() {
		Store store = new Store(access(MemoryAccessOp.I32_STORE, 0), timesFour(loadByte()), Constant.ofInt(1));
		Body body = body(store);
		LimitedAddresses.apply(body, List.of(memory(1)));
		assertThat(((Store) body.statements().getFirst()).access().checks()).isFalse();
	}

	@Test
	void aMemoryThatBeginsWithNothingIsChecked() {
		Body body = body(assign(this.next, new Load(access(MemoryAccessOp.I32_LOAD, 0), timesFour(loadByte()))));
		LimitedAddresses.apply(body, List.of(memory(0)));
		assertThat(load(body).access().checks()).isTrue();
	}

	private boolean isChecked(long offset, Expression address, Statement... others) {
		List<Statement> statements = new ArrayList<>(List.of(others));
		statements.add(assign(this.next, Constant.ofInt(0)));
		statements.add(new Statement.Evaluate(new Load(access(MemoryAccessOp.I32_LOAD, offset), address)));
		Body body = body(statements.toArray(Statement[]::new));
		LimitedAddresses.apply(body, List.of(memory(1)));
		return load(body).access().checks();
	}

	private static Load load(Body body) {
		return (Load) body.statements().getLast().operand(0);
	}

	private Body body(Statement... statements) {
		return new Body(this.variables, List.of(this.parameter), Kind.VOID, new ArrayList<>(List.of(statements)));
	}

	private static ExternalType.Memory memory(long pages) {
		return ExternalType.Memory.of(Limits.from(pages));
	}

	private Expression loadByte() {
		return load(MemoryAccessOp.I32_LOAD8_U);
	}

	private Expression load(MemoryAccessOp op) {
		return new Load(access(op, 0), Read.of(this.parameter));
	}

	private Access access(MemoryAccessOp op, long offset) {
		return new Access(op, 0, offset, 0, this.base, null, new Check.Own(offset + op.bytes()));
	}

	private static Assign assign(Variable variable, Expression value) {
		return new Assign(variable, value);
	}

	private static Expression timesFour(Expression index) {
		return node(NumericOp.I32_SHL, index, Constant.ofInt(2));
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

}
