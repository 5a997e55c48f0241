package dev.graft.compiler.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.Wat;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.model.ModuleModel;
import org.junit.jupiter.api.Test;

/// Modules as large as they may be. None of these tests would end if something took
/// quadratic time, or recursed.
class LargeModuleTests {

	private static final byte[] END = { 0x0B };

	@Test
	void validatesManyFunctions() {
		int count = 100_000;
		Bytes types = Bytes.empty().unsigned(count).raw(new byte[count]);
		Bytes bodies = Bytes.empty().unsigned(count);
		for (int i = 0; i < count; i++) {
			Bytes body = Bytes.empty().raw("00 10").unsigned((i + 1) % count).raw(END);
			bodies.unsigned(body.toByteArray().length).raw(body.toByteArray());
		}
		ModuleModel module = decode(Bytes.module()
			.section(1, "01 60 00 00")
			.section(3, types.toByteArray())
			.section(10, bodies.toByteArray()));
		Wat.validate(module);
		assertThat(module.functionCount()).isEqualTo(count);
	}

	@Test
	void validatesATableOfManyBranches() {
		int count = 100_000;
		Bytes code = Bytes.empty().raw("02 40 41 00 0e").unsigned(count);
		for (int i = 0; i <= count; i++) {
			code.unsigned(i & 1);
		}
		Wat.validate(withBody("00", code.raw(END).raw(END)));
	}

	@Test
	void validatesBlocksInBlocks() {
		int depth = 200_000;
		for (String block : new String[] { "02 40", "03 40", "41 00 04 40" }) {
			Bytes code = Bytes.empty().raw(block.repeat(depth)).raw("0b".repeat(depth)).raw(END);
			Wat.validate(withBody("00", code));
		}
	}

	@Test
	void validatesATableThatBranchesOutOfManyBlocks() {
		int depth = 100_000;
		Bytes code = Bytes.empty().raw("02 40".repeat(depth)).raw("41 00 0e").unsigned(depth);
		for (int i = 0; i <= depth; i++) {
			code.unsigned(i);
		}
		Wat.validate(withBody("00", code.raw("0b".repeat(depth)).raw(END)));
	}

	@Test
	void validatesManyLocals() {
		Bytes code = Bytes.empty();
		for (int i = 0; i < 50_000; i++) {
			code.raw("20").unsigned(i).raw("1a");
		}
		Bytes locals = Bytes.empty().unsigned(50_000);
		Wat.validate(withBody(locals.raw("01 7f".repeat(50_000)), code.raw(END)));
	}

	@Test
	void refusesStacksThatAFewBytesMakeEnormous() {
		Bytes types = Bytes.empty().raw("01 60 00 e8 07").raw("7f".repeat(1000));
		Bytes code = Bytes.empty().raw("10 00".repeat(1000));
		Bytes body = Bytes.empty().raw("00").raw(code.toByteArray()).raw(END);
		ModuleModel module = decode(
				Bytes.module().section(1, types.toByteArray()).section(3, "01 00").section(10, section(body)));
		assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(() -> Wat.validate(module))
			.satisfies((ex) -> assertThat(ex.feature()).isEqualTo("an operand stack of more than 100000"));
	}

	private static ModuleModel withBody(String locals, Bytes code) {
		return withBody(Bytes.empty().raw(locals), code);
	}

	private static ModuleModel withBody(Bytes locals, Bytes code) {
		return decode(Bytes.module()
			.section(1, "01 60 00 00")
			.section(3, "01 00")
			.section(10, section(locals.raw(code.toByteArray()))));
	}

	private static byte[] section(Bytes body) {
		byte[] bytes = body.toByteArray();
		return Bytes.empty().unsigned(1).unsigned(bytes.length).raw(bytes).toByteArray();
	}

	private static ModuleModel decode(Bytes module) {
		return ModuleDecoder.decode("large", module.toByteArray(), Feature.WASM2);
	}

}
