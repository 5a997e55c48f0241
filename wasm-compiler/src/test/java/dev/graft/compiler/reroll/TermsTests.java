package dev.graft.compiler.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

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

}
