package dev.graft.artifact.abi;

import static dev.graft.artifact.type.NumberType.F32;
import static dev.graft.artifact.type.NumberType.F64;
import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import org.junit.jupiter.api.Test;

class GeneratedSignaturesTest {

	@Test
	void passesNumbersAsTheyAreAndReferencesAsObjects() {
		FunctionType type = FunctionType.of(List.of(I32, I64, F32, F64, ReferenceType.EXTERNREF), I64, I32);
		assertThat(GeneratedSignatures.descriptor(type, "m/Instance"))
			.isEqualTo("(IJFDLjava/lang/Object;Lm/Instance;)J");
	}

	@Test
	void returnsNothingWithoutResults() {
		assertThat(GeneratedSignatures.descriptor(FunctionType.of(List.of()), "m/Instance"))
			.isEqualTo("(Lm/Instance;)V");
	}

	@Test
	void passesArraysWhereTheParametersAreTooMany() {
		FunctionType tooMany = FunctionType.of(Collections.nCopies(241, I32), ReferenceType.FUNCREF);
		assertThat(GeneratedSignatures.descriptor(tooMany, "m/Instance"))
			.isEqualTo("([J[Ljava/lang/Object;Lm/Instance;)Ljava/lang/Object;");
	}

	@Test
	void passesNoMoreOnTheStackThanHotSpotCompilesCallsFor() {
		for (ValueType type : List.of(I32, I64, ReferenceType.EXTERNREF)) {
			assertThat(isWide(Collections.nCopies(29, type))).isFalse();
			assertThat(isWide(Collections.nCopies(30, type))).isTrue();
		}
		for (ValueType type : List.of(F32, F64)) {
			assertThat(isWide(Collections.nCopies(32, type))).isFalse();
			assertThat(isWide(Collections.nCopies(33, type))).isTrue();
		}
		assertThat(isWide(Collections.nCopies(14, VectorType.V128))).isFalse();
		assertThat(isWide(Collections.nCopies(15, VectorType.V128))).isTrue();
	}

	@Test
	void countsIntegersAndFloatsTogetherBeyondTheirRegisters() {
		List<ValueType> parameters = new ArrayList<>(Collections.nCopies(17, I32));
		parameters.addAll(Collections.nCopies(20, F64));
		assertThat(isWide(parameters)).isFalse();
		parameters.add(F32);
		assertThat(isWide(parameters)).isTrue();
	}

	private static boolean isWide(List<ValueType> parameters) {
		return GeneratedSignatures.isWide(FunctionType.of(parameters));
	}

	@Test
	void fitsAsManyParametersIntoAJavaMethodAsHandlesNeed() {
		assertThat(GeneratedSignatures.fitsMethod(FunctionType.of(Collections.nCopies(120, I64)))).isTrue();
		assertThat(GeneratedSignatures.fitsMethod(FunctionType.of(Collections.nCopies(121, I64)))).isFalse();
		assertThat(GeneratedSignatures.descriptorOneByOne(FunctionType.of(Collections.nCopies(30, I64)), "m/Instance"))
			.isEqualTo("(" + "J".repeat(30) + "Lm/Instance;)V");
	}

}
