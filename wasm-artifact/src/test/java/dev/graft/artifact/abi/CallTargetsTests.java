package dev.graft.artifact.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.VectorType;
import org.junit.jupiter.api.Test;

class CallTargetsTests {

	private static final FunctionType EVERYTHING = new FunctionType(List.of(NumberType.I32, NumberType.I64,
			NumberType.F32, NumberType.F64, VectorType.V128, new ReferenceType(true, HeapType.Abstract.EXTERN)),
			List.of(NumberType.I32));

	private static final FunctionType WIDE = new FunctionType(Collections.nCopies(300, NumberType.I32), List.of());

	@Test
	void aNameTellsTheTypeOfTheMethod() {
		assertThat(CallTargets.className(EVERYTHING)).isEqualTo("Target_IJFDJJL_I");
		assertThat(CallTargets.className(WIDE)).isEqualTo("Target_W_V");
		assertThat(CallTargets.className(new FunctionType(List.of(), List.of()))).isEqualTo("Target__V");
		for (FunctionType type : List.of(EVERYTHING, WIDE)) {
			assertThat(CallTargets.descriptor(CallTargets.className(type), "p/Instance"))
				.isEqualTo(GeneratedSignatures.descriptor(type, "p/Instance"));
		}
	}

	@Test
	void namesOfTheThreeFormsAreTold() {
		assertThat(CallTargets.isAbstractTarget("Target_IJ_I")).isTrue();
		assertThat(CallTargets.handleTarget("Target_IJ_I")).isEqualTo("HandleTarget_IJ_I");
		assertThat(CallTargets.functionTarget(17)).isEqualTo("Target17");
		for (String other : List.of("Target17", "HandleTarget_IJ_I", "Target_", "Target_I", "Target_Z_V",
				"Target_I_I_I", "Target_WI_V", "Functions0")) {
			assertThat(CallTargets.isAbstractTarget(other)).as(other).isFalse();
		}
	}

}
