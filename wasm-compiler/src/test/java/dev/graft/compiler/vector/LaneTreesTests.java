package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.op.NumericOp;
import org.junit.jupiter.api.Test;

class LaneTreesTests {

	private final Body.Variables variables = new Body.Variables();

	private final Read condition = Read.of(this.variables.variable(Kind.INT));

	private final Read one = Read.of(this.variables.variable(Kind.LONG));

	private final Read other = Read.of(this.variables.variable(Kind.LONG));

	private final Read number = Read.of(this.variables.variable(Kind.FLOAT));

	private final Expression mask = new Select(Trees.constant(-1L), Trees.constant(0L), this.condition);

	@Test
	void aMaskThatChooses() {
		Expression differing = Trees.xor(this.one, this.other);
		assertSimplified(Trees.xor(this.other, Trees.and(differing, this.mask)), "(select v1 v2 v0)");
	}

	@Test
	void aMaskThatLeavesNothing() {
		assertSimplified(Trees.and(this.one, this.mask), "(select v1 0:J v0)");
		assertSimplified(Trees.and(this.one, Trees.not(this.mask)), "(select 0:J v1 v0)");
	}

	@Test
	void aMaskOfWhatIsNotOneOperation() {
		Expression differing = Trees.xor(Trees.not(this.one), this.other);
		Expression masked = Trees.and(differing, this.mask);
		assertSimplified(masked, masked.toString());
		assertSimplified(Trees.and(Trees.xor(this.one, this.other), this.mask), "(select (i64.xor v1 v2) 0:J v0)");
	}

	@Test
	void aMaskOfSomethingElse() {
		Expression differing = Trees.xor(this.one, this.one);
		Expression masked = Trees.and(differing, this.other);
		Expression tree = Trees.xor(this.one, masked);
		assertSimplified(tree, tree.toString());
	}

	@Test
	void factorsOfOne() {
		assertSimplified(sum(NumericOp.F32_ADD, this.number, times(-1)), "(f32.sub v3 v3)");
		assertSimplified(sum(NumericOp.F32_ADD, times(1), this.number), "(f32.add v3 v3)");
		assertSimplified(sum(NumericOp.F32_SUB, times(1), times(-1)), "(f32.add v3 v3)");
	}

	@Test
	void aProductByItselfMakesNansQuiet() {
		assertSimplified(times(1), times(1).toString());
	}

	@Test
	void aSignThatIsInverted() {
		Expression bits = Trees.numeric(NumericOp.I32_REINTERPRET_F32, this.number);
		Expression turned = Trees.numeric(NumericOp.I32_XOR, bits, Trees.constant(Integer.MIN_VALUE));
		assertSimplified(Trees.numeric(NumericOp.F32_REINTERPRET_I32, turned), "(f32.neg v3)");
	}

	@Test
	void whatCallsStaysInOrder() {
		Constant minusOne = Constant.of(Kind.FLOAT, Float.floatToRawIntBits(-1));
		Expression product = Trees.numeric(NumericOp.F32_MUL, call(Kind.FLOAT, 1), minusOne);
		Expression sum = sum(NumericOp.F32_ADD, product, call(Kind.FLOAT, 2));
		assertSimplified(sum, sum.toString());
		Expression chosen = new Select(Trees.constant(-1L), Trees.constant(0L), call(Kind.INT, 1));
		Expression masked = Trees.and(chosen, call(Kind.LONG, 2));
		assertSimplified(masked, masked.toString());
		assertSimplified(Trees.and(call(Kind.LONG, 2), chosen),
				"(select (call Function[functionIndex=2]) 0:J (call Function[functionIndex=1]))");
	}

	private static Expression call(Kind kind, int function) {
		return new Call(kind, new Target.Function(function), 0);
	}

	private Expression times(float factor) {
		return Trees.numeric(NumericOp.F32_MUL, this.number, Constant.of(Kind.FLOAT, Float.floatToRawIntBits(factor)));
	}

	private static Expression sum(NumericOp op, Expression one, Expression other) {
		return Trees.numeric(op, one, other);
	}

	private static void assertSimplified(Expression tree, String expected) {
		assertThat(LaneTrees.simplified(tree)).hasToString(expected);
	}

}
