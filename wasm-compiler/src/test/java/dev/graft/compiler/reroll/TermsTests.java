package dev.graft.compiler.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Place;
import dev.graft.compiler.reroll.Term.Stream;
import org.junit.jupiter.api.Test;

class TermsTests {

	private final Terms terms = new Terms();

	private final Place place = new Place(new Stream(0, List.of()), 0, 0);

	@Test
	void aMagnitudeHasNoSign() {
		Term number = this.terms.signed(this.terms.loaded(this.place, 2), Short.SIZE);
		Term negated = this.terms.sub(this.terms.constant(0), number);
		for (Term magnitude : List.of(this.terms.max(number, negated), this.terms.max(negated, number))) {
			assertThat(magnitude.least()).isZero();
			assertThat(magnitude.most()).isEqualTo(1 << 15);
		}
	}

	/// The least number is its own opposite.
	@Test
	void aMagnitudeOfAnyNumberMayHaveASign() {
		Term number = this.terms.loaded(this.place, 4);
		Term negated = this.terms.sub(this.terms.constant(0), number);
		assertThat(this.terms.max(number, negated).least()).isEqualTo(Integer.MIN_VALUE);
	}

	/// Tables are computed by evaluating terms.
	@Test
	void comparisonsWithoutSignsAreEvaluated() {
		for (int one : new int[] { 0, 9, 10, -1, Integer.MIN_VALUE }) {
			Term less = this.terms.maskUnsigned(NumericOp.I32_LT_U, this.terms.constant(one), this.terms.constant(10))
				.operand(1);
			assertThat(this.terms.evaluated(less.head(), less.operands()).value())
				.isEqualTo((one == 0 || one == 9) ? 1 : 0);
		}
	}

	/// So that what is computed from a counter is an address that moves with it.
	@Test
	void aSumSoManyTimesIsASum() {
		Variable counter = new Body.Variables().variable(Kind.INT);
		Term sum = this.terms.add(this.terms.variable(counter), this.terms.constant(5));
		Term address = this.terms.shl(sum, 2);
		assertThat(address.head()).isEqualTo(new Head.Sum(Collections.nCopies(4, counter), 20));
		assertThat(this.terms.mul(this.terms.constant(4), sum)).isEqualTo(address);
		assertThat(this.terms.mul(sum, this.terms.constant(65)).head()).isInstanceOf(Head.Operation.class);
		assertThat(this.terms.mul(sum, this.terms.constant(-1)).head()).isInstanceOf(Head.Operation.class);
	}

}
