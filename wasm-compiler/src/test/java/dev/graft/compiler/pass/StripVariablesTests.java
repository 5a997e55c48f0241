package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripVariablesTests {

	private static final int WITH_THEIR_OWN = 16;

	private final Body.Variables variables = new Body.Variables();

	private final StripVariables strips = new StripVariables(this.variables);

	@Test
	void theFirstStripsShareNone() {
		assertThat(firstStrips()).doesNotHaveDuplicates();
	}

	@Test
	void theOthersShareThoseOfTheirKind() {
		firstStrips();
		List<Variable> one = strip(Kind.LONG, Kind.INT, Kind.INT);
		assertThat(one).doesNotHaveDuplicates()
			.extracting(Variable::kind)
			.containsExactly(Kind.LONG, Kind.INT, Kind.INT);
		int size = this.variables.size();
		assertThat(strip(Kind.INT, Kind.LONG)).containsExactly(one.get(1), one.getFirst());
		assertThat(this.variables.size()).isEqualTo(size);
	}

	@Test
	void whoNeedsMoreGetsMore() {
		firstStrips();
		Variable first = strip(Kind.LONG).getFirst();
		List<Variable> two = strip(Kind.LONG, Kind.LONG);
		assertThat(two).doesNotHaveDuplicates().startsWith(first);
		assertThat(strip(Kind.LONG, Kind.LONG)).isEqualTo(two);
	}

	private List<Variable> firstStrips() {
		List<Variable> all = new ArrayList<>();
		for (int number = 0; number < WITH_THEIR_OWN; number++) {
			all.addAll(strip(Kind.LONG, Kind.INT, Kind.INT));
		}
		return all;
	}

	private List<Variable> strip(Kind... kinds) {
		this.strips.begin();
		return List.of(kinds).stream().map(this.strips::next).toList();
	}

}
