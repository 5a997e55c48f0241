package dev.graft.artifact.abi;

import static dev.graft.artifact.type.NumberType.F32;
import static dev.graft.artifact.type.NumberType.F64;
import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ReferenceType;
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
		FunctionType most = FunctionType.of(Collections.nCopies(120, I64));
		FunctionType tooMany = FunctionType.of(Collections.nCopies(241, I32), ReferenceType.FUNCREF);
		assertThat(GeneratedSignatures.isWide(most)).isFalse();
		assertThat(GeneratedSignatures.descriptor(tooMany, "m/Instance"))
			.isEqualTo("([J[Ljava/lang/Object;Lm/Instance;)Ljava/lang/Object;");
	}

}
