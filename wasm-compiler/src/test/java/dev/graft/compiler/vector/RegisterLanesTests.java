package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;
import dev.graft.compiler.pass.Loops;
import org.junit.jupiter.api.Test;

class RegisterLanesTests {

	private static final Access PLACE = Access.of(MemoryAccessOp.I64_LOAD, 0, 0, 0);

	private final Body.Variables variables = new Body.Variables();

	private final Variable address = this.variables.variable(Kind.INT);

	private final List<Statement> statements = new ArrayList<>();

	@Test
	void areThoseOfTheOperatorsThatComputeAndUseAVector() {
		Variable loaded = load();
		Variable sum = assign(VectorOp.I32X4_ADD, loaded, loaded);
		assertThat(List.of(lanes(loaded), lanes(sum))).containsOnly(Kind.INT_REGISTER);
	}

	@Test
	void areTheSameForWhatIsCopiedOrCombinedBitByBit() {
		Variable mask = load();
		Variable masked = assign(VectorOp.V128_AND, load(), mask);
		Variable copy = this.variables.variable(Kind.VECTOR);
		this.statements.add(new Assign(copy, Read.of(masked)));
		assign(VectorOp.F64X2_ADD, copy, copy);
		assertThat(List.of(lanes(mask), lanes(masked), lanes(copy))).containsOnly(Kind.DOUBLE_REGISTER);
	}

	@Test
	void areBytesWhereNobodyWantsOthers() {
		Variable loaded = load();
		assertThat(lanes(assign(VectorOp.V128_XOR, loaded, loaded))).isEqualTo(Kind.REGISTER);
	}

	@Test
	void followWhatIsDoneOften() {
		Variable loaded = load();
		assign(VectorOp.I16X8_ADD, loaded, loaded);
		Label loop = this.variables.label(true);
		this.statements.add(new Mark(loop));
		assign(VectorOp.F32X4_MUL, loaded, loaded);
		this.statements.add(new JumpIf(Read.of(this.address), true, loop));
		assertThat(lanes(loaded)).isEqualTo(Kind.FLOAT_REGISTER);
	}

	@Test
	void aConversionTakesOtherLanesThanItGives() {
		assertThat(RegisterOperation.operandOf(VectorOp.I16X8_EXTEND_HIGH_I8X16_U)).isEqualTo(Kind.REGISTER);
		assertThat(RegisterOperation.resultOf(VectorOp.I16X8_EXTEND_HIGH_I8X16_U)).isEqualTo(Kind.SHORT_REGISTER);
		assertThat(RegisterOperation.operandOf(VectorOp.I8X16_NARROW_I16X8_S)).isEqualTo(Kind.SHORT_REGISTER);
		assertThat(RegisterOperation.operandOf(VectorOp.I32X4_TRUNC_SAT_F32X4_S)).isEqualTo(Kind.FLOAT_REGISTER);
		assertThat(RegisterOperation.operandOf(VectorOp.F64X2_CONVERT_LOW_I32X4_S)).isEqualTo(Kind.INT_REGISTER);
		assertThat(RegisterOperation.resultOf(VectorOp.F32X4_LT)).isEqualTo(Kind.INT_REGISTER);
		assertThat(RegisterOperation.operandOf(VectorOp.I16X8_EXTRACT_LANE_U)).isEqualTo(Kind.SHORT_REGISTER);
		assertThat(RegisterOperation.operandOf(VectorOp.I8X16_MAX_U)).isEqualTo(Kind.REGISTER);
		assertThat(RegisterOperation.operandOf(VectorOp.V128_ANY_TRUE)).isNull();
	}

	@Test
	void roundsWithManyCallsOfTheApiHaveNoObjects() {
		assertThat(chosen(60)).isFalse();
		assertThat(chosen(20)).isTrue();
	}

	// An average is made of five methods, and a load is one.
	private boolean chosen(int averages) {
		this.statements.clear();
		Label loop = this.variables.label(true);
		this.statements.add(new Mark(loop));
		Variable value = load();
		Variable first = value;
		for (int number = 0; number < averages; number++) {
			value = assign(VectorOp.I8X16_AVGR_U, value, load());
		}
		this.statements.add(new VectorStore(PLACE, Read.of(this.address), Read.of(value)));
		this.statements.add(new JumpIf(Read.of(this.address), true, loop));
		return RegisterChoice.choose(body(), Loops.of(body())).get(first.index());
	}

	private Variable load() {
		Variable loaded = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(loaded, new VectorLoad(PLACE, Read.of(this.address))));
		return loaded;
	}

	private Variable assign(VectorOp op, Variable first, Variable second) {
		Variable target = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(target, Vector.of(op, 0, Read.of(first), Read.of(second))));
		return target;
	}

	private Kind lanes(Variable vector) {
		BitSet chosen = new BitSet();
		chosen.set(0, this.variables.size());
		Body body = body();
		return RegisterLanes.of(body, Loops.of(body), chosen).of(vector);
	}

	private Body body() {
		return new Body(this.variables, List.of(this.address), Kind.VOID, this.statements);
	}

}
