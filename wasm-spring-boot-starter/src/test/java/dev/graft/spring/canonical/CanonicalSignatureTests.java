package dev.graft.spring.canonical;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CanonicalSignatureTests {

	private static CanonicalSignature signature(Class<?> result, Class<?>... parameters) {
		return CanonicalSignature.of(List.of(parameters), result);
	}

	@Test
	void numbersAreWhatTheyAre() {
		CanonicalSignature signature = signature(double.class, boolean.class, byte.class, short.class, int.class,
				long.class, float.class, double.class);
		assertThat(signature.exportType()).hasToString("[i32 i32 i32 i32 i64 f32 f64] -> [f64]");
		assertThat(signature.importType()).isEqualTo(signature.exportType());
		assertThat(signature.passesMemory()).isFalse();
		assertThat(signature).hasToString("func(bool, s8, s16, s32, s64, f32, f64) -> f64");
	}

	@Test
	void textIsAddressAndLength() {
		CanonicalSignature signature = signature(void.class, String.class, byte[].class);
		assertThat(signature.exportType()).hasToString("[i32 i32 i32 i32] -> []");
		assertThat(signature.passesMemory()).isTrue();
		assertThat(signature.returnsMemory()).isFalse();
		assertThat(signature).hasToString("func(string, list<u8>)");
	}

	@Test
	void anExportReturnsTheAddressOfItsTextAndAnImportIsToldWhereItGoes() {
		CanonicalSignature signature = signature(String.class, int.class);
		assertThat(signature.exportType()).hasToString("[i32] -> [i32]");
		assertThat(signature.importType()).hasToString("[i32 i32] -> []");
		assertThat(signature.returnsMemory()).isTrue();
	}

	@Test
	void sixteenFlatParametersAreFlatAndSeventeenAreATuple() {
		Class<?>[] eightTexts = Collections.nCopies(8, String.class).toArray(Class[]::new);
		Class<?>[] nineTexts = Collections.nCopies(9, String.class).toArray(Class[]::new);
		assertThat(signature(void.class, eightTexts).exportType().parameters()).hasSize(16);
		assertThat(signature(void.class, nineTexts).exportType()).hasToString("[i32] -> []");
	}

	@Test
	void manyNumbersAreATupleToo() {
		Class<?>[] many = Collections.nCopies(17, long.class).toArray(Class[]::new);
		CanonicalSignature signature = signature(String.class, many);
		assertThat(signature.passesMemory()).isTrue();
		assertThat(signature.importType()).hasToString("[i32 i32] -> []");
	}

	@Test
	void saysWhichParameterCannotCross() {
		assertThatExceptionOfType(UnsupportedTypeException.class)
			.isThrownBy(() -> signature(int.class, int.class, Integer.class))
			.withMessage("parameter 2 is of type java.lang.Integer, which cannot cross to a plugin; "
					+ "boolean, byte, short, int, long, float, double, String, byte[] can");
	}

	@Test
	void saysThatACharIsNotACodePoint() {
		assertThatExceptionOfType(UnsupportedTypeException.class).isThrownBy(() -> signature(char.class))
			.withMessage("the result is of type char, which cannot cross to a plugin; a code point as int can");
	}

}
