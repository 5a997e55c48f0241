package dev.graft.compiler.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.Wat;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every feature can be switched off, and a module that uses it is told its name.
class FeatureSwitchTests {

	private static final String ZEROS = "00".repeat(16);

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MVP")
	void aModuleThatUsesWhatIsOffIsRefusedByName(Feature feature) {
		Set<Feature> others = EnumSet.allOf(Feature.class);
		others.removeIf((other) -> needs(/* feature= */ other, /* other= */ feature));
		assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(() -> validate(feature, others))
			.withMessageContaining(feature.specName() + " is not supported")
			.satisfies((ex) -> assertThat(ex.feature()).isEqualTo(feature.specName()));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MVP")
	void aModuleNeedsOnlyWhatItUses(Feature feature) {
		Set<Feature> needed = EnumSet.allOf(Feature.class);
		needed.removeIf((other) -> !needs(feature, other));
		assertThatCode(() -> validate(feature, needed)).doesNotThrowAnyException();
	}

	private static boolean needs(Feature feature, Feature other) {
		return feature == other || feature.needs().stream().anyMatch((needed) -> needs(needed, other));
	}

	private static void validate(Feature feature, Set<Feature> features) {
		Wat.validate(ModuleDecoder.decode("test.wasm", module(feature).toByteArray(), features));
	}

	/// A module that uses one feature.
	private static Bytes module(Feature feature) {
		return switch (feature) {
			case MVP -> Bytes.module();
			case MUTABLE_GLOBALS -> Bytes.module().section(6, "01 7f 01 41 00 0b").section(7, "01 01 67 03 00");
			case SIGN_EXTENSION -> code("41 00 c0 1a");
			case SATURATING_FLOAT_TO_INT -> code("43 00 00 00 00 fc 00 1a");
			case MULTI_VALUE -> Bytes.module().section(1, "01 60 00 02 7f 7f");
			case BULK_MEMORY -> Bytes.module().section(11, "01 01 00");
			case REFERENCE_TYPES -> Bytes.module().section(4, "01 6f 00 00");
			case SIMD -> code("fd 0c" + ZEROS + "1a");
			case RELAXED_SIMD -> code("00 fd 85 02 1a");
			case MULTI_MEMORY -> Bytes.module().section(5, "02 00 00 00 00");
			case MEMORY64 -> Bytes.module().section(5, "01 04 00");
			case TAIL_CALL -> code("12 00");
			case EXCEPTION_HANDLING -> code("1f 40 00 0b");
			case FUNCTION_REFERENCES -> code("d0 70 d4 1a");
			case GC -> Bytes.module().section(1, "01 5f 00");
			case EXTENDED_CONST -> Bytes.module().section(6, "01 7f 00 41 01 41 01 6a 0b");
			case THREADS -> code("fe 03 00");
			case CUSTOM_PAGE_SIZES -> Bytes.module().section(5, "01 08 00 00");
			case WIDE_ARITHMETIC -> code("42 00 42 00 42 00 42 00 fc 13 1a 1a");
			case LEGACY_EXCEPTIONS -> code("06 40 19 0b");
		};
	}

	private static Bytes code(String instructions) {
		byte[] body = Bytes.hex("00" + instructions + "0b");
		return Bytes.module().section(1, "01 60 00 00").section(3, "01 00").code(body);
	}

}
