package dev.graft.artifact.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureTests {

	@Test
	void versionsOfTheStandardIncludeTheOnesBefore() {
		assertThat(Feature.WASM3).containsAll(Feature.WASM2)
			.contains(Feature.GC)
			.doesNotContain(Feature.THREADS, Feature.CUSTOM_PAGE_SIZES);
	}

	@Test
	void theDefaultsAndTheVersionsAreComplete() {
		for (Set<Feature> features : Set.of(Feature.WASM2, Feature.WASM3, Feature.DEFAULT,
				EnumSet.allOf(Feature.class))) {
			assertThatCode(() -> Feature.requireComplete(features)).doesNotThrowAnyException();
		}
	}

	@Test
	void theDefaultsAreThoseOfWasmtime() {
		Set<Feature> expected = EnumSet.of(Feature.THREADS, Feature.WIDE_ARITHMETIC);
		expected.addAll(Feature.WASM3);
		assertThat(Feature.DEFAULT).isEqualTo(expected);
	}

	@Test
	void saysWhatIsMissing() {
		Set<Feature> features = EnumSet.allOf(Feature.class);
		features.remove(Feature.FUNCTION_REFERENCES);
		assertThatExceptionOfType(MissingFeatureException.class).isThrownBy(() -> Feature.requireComplete(features))
			.withMessage(
					"gc is on, and needs function-references, which is off: switch function-references on or gc off")
			.satisfies((ex) -> {
				assertThat(ex.feature()).isEqualTo(Feature.GC);
				assertThat(ex.missing()).isEqualTo(Feature.FUNCTION_REFERENCES);
			});
	}

	@Test
	void findsFeaturesByTheNamesOfTheirProposals() {
		assertThat(Feature.of("tail-call")).contains(Feature.TAIL_CALL);
		assertThat(Feature.of("coffee")).isEmpty();
	}

}
