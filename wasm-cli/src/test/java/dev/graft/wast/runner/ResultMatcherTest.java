package dev.graft.wast.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.type.NumberType;
import dev.graft.engine.V128;
import dev.graft.wast.LaneShape;
import dev.graft.wast.ResultPattern;
import dev.graft.wast.ScriptValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultMatcherTest {

	private static final ResultPattern ONE = new ResultPattern.Exactly(new ScriptValue.F32(0x3F80_0000));

	private static final ResultPattern LANES = new ResultPattern.Vector(LaneShape.F32X4,
			List.of(ONE, ONE, ONE, new ResultPattern.CanonicalNan(NumberType.F32)));

	@Test
	void comparesVectorsLaneByLane() {
		assertThat(ResultMatcher.matches(LANES, V128.ofFloats(1, 1, 1, Float.NaN))).isTrue();
		assertThat(ResultMatcher.matches(LANES, V128.ofFloats(1, 1, 1, 1))).isFalse();
		assertThat(ResultMatcher.matches(LANES, V128.ofFloats(1, 2, 1, Float.NaN))).isFalse();
		assertThat(ResultMatcher.matches(LANES, 1)).isFalse();
	}

	@Test
	void comparesVectorsBitByBit() {
		ResultPattern vector = new ResultPattern.Exactly(new ScriptValue.V128(1, 2));
		assertThat(ResultMatcher.matches(vector, new V128(1, 2))).isTrue();
		assertThat(ResultMatcher.matches(vector, new V128(2, 1))).isFalse();
	}

}
