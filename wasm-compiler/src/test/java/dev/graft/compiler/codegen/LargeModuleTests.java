package dev.graft.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Modules with much code have more static calls of accesses than others, and shorter
/// ones, as C1 is what they wait for.
class LargeModuleTests {

	private static final int MUCH = 4_000_000;

	/// Behind a call the size of a memory is read anew.
	private static final String CALL = "10 01 ";

	private static final String STORE = "20 00 41 07 36 02 00";

	private static final String STORE_IF = "20 00 04 40" + STORE + "0b";

	@Test
	void leaveAllAccessesBehindConditionsToOperatorsThatCheck() {
		assertThat(forms(MUCH, STORE_IF.repeat(30))).isEqualTo(new Forms(30, 0, 0));
		assertThat(forms(0, STORE_IF.repeat(30))).isEqualTo(new Forms(0, 12, 18));
	}

	@Test
	void reachTheEndOfALongStraightLineThroughCallSites() {
		assertThat(forms(MUCH, STORE.repeat(40))).isEqualTo(new Forms(1, 15, 24));
		assertThat(forms(0, STORE.repeat(40))).isEqualTo(new Forms(0, 12, 28));
	}

	@Test
	void keepCallSitesInLoops() {
		String loop = "03 40" + STORE.repeat(20) + "20 00 0d 00 0b";
		assertThat(forms(MUCH, loop)).isEqualTo(new Forms(0, 12, 8));
		assertThat(forms(MUCH, loop + STORE.repeat(5))).isEqualTo(new Forms(0, 17, 8));
	}

	@Test
	void keepCallSitesInMethodsThatAreLarge() {
		MethodLimits whole = MethodLimits.DEFAULT.ofInterpreter();
		assertThat(forms(MUCH, STORE_IF.repeat(150), whole)).isEqualTo(new Forms(0, 0, 150));
	}

	private static Forms forms(int otherBytes, String code) {
		return forms(otherBytes, code, MethodLimits.DEFAULT);
	}

	private static Forms forms(int otherBytes, String code, MethodLimits limits) {
		byte[] accesses = body(Bytes.hex(CALL + code));
		byte[] module = Bytes.module()
			.section(1, "02 60 01 7f 00 60 00 00")
			.section(3, "02 00 01")
			.section(5, "01 00 01")
			.section(10, Bytes.empty().unsigned(2).raw(accesses).raw(body(nops(otherBytes))).toByteArray())
			.toByteArray();
		CompileRequest request = new CompileRequest("large", module, CompilerSettings.DEFAULT);
		List<String> instructions = MethodText.of(CompiledClasses.of(request, limits).values(), "f#0");
		return new Forms(count(instructions, "INVOKESTATIC dev/graft/engine/abi/CheckedAccessOps."),
				count(instructions, "INVOKESTATIC dev/graft/engine/abi/MemoryAccessOps."),
				count(instructions, "INVOKEDYNAMIC "));
	}

	private static byte[] nops(int count) {
		byte[] nops = new byte[count];
		Arrays.fill(nops, (byte) 1);
		return nops;
	}

	private static byte[] body(byte[] instructions) {
		byte[] body = Bytes.empty().raw("00").raw(instructions).raw("0b").toByteArray();
		return Bytes.empty().unsigned(body.length).raw(body).toByteArray();
	}

	private static int count(List<String> instructions, String beginning) {
		return (int) instructions.stream().filter((each) -> each.strip().startsWith(beginning)).count();
	}

	private record Forms(int checking, int direct, int linked) {
	}

}
