package dev.graft.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.graft.artifact.spi.MalformedModuleException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Number literals, to the last bit.
class NumberLiteralTest {

	private static TokenCursor at(String literal) {
		return new TokenCursor(Lexer.tokenize(new SourceText("literal", literal.getBytes(StandardCharsets.UTF_8))), 0);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "-1, -1", "0xFFFF_FFFF, -1", "4294967295, -1", "-0x8000_0000, -2147483648", "+7, 7",
			"1_000, 1000" })
	void readsIntegersSignedOrUnsigned(String literal, int value) {
		assertThat(at(literal).takeI32()).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0x1_0000_0000", "-2147483649", "4294967296", "99999999999999999999999" })
	void refusesIntegersThatDoNotFit(String literal) {
		assertThatThrownBy(() -> at(literal).takeI32()).isInstanceOf(MalformedModuleException.class)
			.hasMessageContaining("constant out of range");
	}

	@ParameterizedTest
	@CsvSource({ "0xFFFF_FFFF_FFFF_FFFF, -1", "-9223372036854775808, -9223372036854775808",
			"18446744073709551615, -1" })
	void readsLongIntegers(String literal, long value) {
		assertThat(at(literal).takeI64()).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "1.0, 3f800000", "-0, 80000000", "0x1p-149, 00000001", "0x1.000001p0, 3f800000",
			"0x1.000002fffffp0, 3f800001", "0x1.000003p0, 3f800002", "0x1.fffffefp127, 7f7fffff", "1e-46, 00000000",
			"16777217, 4b800000", "16777219, 4b800002", "inf, 7f800000", "-inf, ff800000", "nan, 7fc00000",
			"-nan:0x1, ff800001", "nan:0x200000, 7fa00000", "0xAp0, 41200000", "1_0.5_0e0_1, 42d20000" })
	void roundsSingles(String literal, String bits) {
		assertThat("%08x".formatted(at(literal).takeF32())).isEqualTo(bits);
	}

	@ParameterizedTest
	@CsvSource({ "0.1, 3fb999999999999a", "0x1.00000000000008p0, 3ff0000000000000",
			"0x1.00000000000018p0, 3ff0000000000002", "4.9e-324, 0000000000000001",
			"1.7976931348623157e308, 7fefffffffffffff", "-nan:0xf_ffff_ffff_ffff, ffffffffffffffff" })
	void roundsDoubles(String literal, String bits) {
		assertThat("%016x".formatted(at(literal).takeF64())).isEqualTo(bits);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0x1p128", "1e39", "340282356779733661637539395458142568448", "nan:0x0", "nan:0x80_0000",
			"nan:0x1_0000_0000_0000_0000" })
	void refusesSinglesThatDoNotFit(String literal) {
		assertThatThrownBy(() -> at(literal).takeF32()).isInstanceOf(MalformedModuleException.class)
			.hasMessageContaining("constant out of range");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0x", "1__0", "_1", "1_", "0x1.p", "1e", "1.0_", "0xp1", "nan:1", "nan:0x", "+nan:0x",
			"--1", "0x1e+", "1..0" })
	void doesNotTakeOtherWordsForNumbers(String literal) {
		assertThatThrownBy(() -> at(literal).takeF64()).isInstanceOf(MalformedModuleException.class)
			.hasMessageContaining("unknown operator");
	}

}
