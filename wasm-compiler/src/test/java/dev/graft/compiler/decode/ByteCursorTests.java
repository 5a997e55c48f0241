package dev.graft.compiler.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.model.Positions;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ByteCursorTests {

	private static ByteCursor over(String hex) {
		byte[] bytes = Bytes.hex(hex);
		return new ByteCursor("test", Positions.IN_BINARY, bytes, 0, bytes.length, new Place.InModule());
	}

	@Test
	void readsTheLargestNumbersOfEachWidth() {
		assertThat(over("ff ff ff ff 0f").u32()).isEqualTo(-1);
		assertThat(over("ff ff ff ff ff ff ff ff ff 01").u64()).isEqualTo(-1);
		assertThat(over("ff ff ff ff 07").s32()).isEqualTo(Integer.MAX_VALUE);
		assertThat(over("80 80 80 80 78").s32()).isEqualTo(Integer.MIN_VALUE);
		assertThat(over("ff ff ff ff 0f").s33()).isEqualTo(0xFFFFFFFFL);
		assertThat(over("80 80 80 80 70").s33()).isEqualTo(-0x100000000L);
		assertThat(over("ff ff ff ff ff ff ff ff ff 00").s64()).isEqualTo(Long.MAX_VALUE);
		assertThat(over("80 80 80 80 80 80 80 80 80 7f").s64()).isEqualTo(Long.MIN_VALUE);
	}

	@Test
	void readsNumbersThatAreLongerThanTheyNeedToBe() {
		assertThat(over("82 00").u32()).isEqualTo(2);
		assertThat(over("82 80 80 80 00").u32()).isEqualTo(2);
		assertThat(over("fe ff ff ff 7f").s32()).isEqualTo(-2);
		assertThat(over("fe ff ff ff ff ff ff ff ff 7f").s64()).isEqualTo(-2);
	}

	@Test
	void readsBackWhatAnEncoderWrites() {
		Random random = new Random(42);
		for (int i = 0; i < 10_000; i++) {
			long value = random.nextLong() >> random.nextInt(64);
			byte[] encoded = signed(value);
			assertThat(
					new ByteCursor("test", Positions.IN_BINARY, encoded, 0, encoded.length, new Place.InModule()).s64())
				.isEqualTo(value);
		}
	}

	private static byte[] signed(long value) {
		Bytes bytes = Bytes.empty();
		long rest = value;
		while (rest < -64 || rest > 63) {
			bytes.raw(new byte[] { (byte) (rest & 0x7F | 0x80) });
			rest >>= 7;
		}
		return bytes.raw(new byte[] { (byte) (rest & 0x7F) }).toByteArray();
	}

	@Test
	void refusesNumbersWithMoreBytesThanTheirWidthNeeds() {
		assertMalformed("82 80 80 80 80 00", ByteCursor::u32, "integer representation too long");
		assertMalformed("80 80 80 80 80 00", ByteCursor::s32, "integer representation too long");
		assertMalformed("80 80 80 80 80 80 80 80 80 80 00", ByteCursor::u64, "integer representation too long");
		assertMalformed("ff ff ff ff ff ff ff ff ff ff 7f", ByteCursor::s64, "integer representation too long");
	}

	@Test
	void refusesNumbersWithBitsBeyondTheirWidth() {
		assertMalformed("82 80 80 80 10", ByteCursor::u32, "integer too large");
		assertMalformed("82 80 80 80 80 80 80 80 80 02", ByteCursor::u64, "integer too large");
		assertMalformed("80 80 80 80 08", ByteCursor::s32, "integer too large");
		assertMalformed("ff ff ff ff 77", ByteCursor::s32, "integer too large");
		assertMalformed("ff ff ff ff ff ff ff ff ff 7e", ByteCursor::s64, "integer too large");
	}

	@Test
	void refusesToReadBeyondTheEnd() {
		assertMalformed("", ByteCursor::u8, "unexpected end");
		assertMalformed("80", ByteCursor::u32, "unexpected end");
		assertMalformed("01 02 03", ByteCursor::bits32, "unexpected end");
		assertMalformed("02 61", ByteCursor::name, "unexpected end");
	}

	@Test
	void refusesLengthsBeyondTheEndBeforeReservingAnything() {
		assertMalformed("ff ff ff ff 0f", ByteCursor::count, "length out of bounds");
	}

	@Test
	void saysWhereAndInWhichSection() {
		ByteCursor cursor = over("41 80");
		cursor.enter(new Place.InSection(Section.DATA_COUNT));
		cursor.u8();
		assertThatExceptionOfType(MalformedModuleException.class).isThrownBy(cursor::u32)
			.satisfies((ex) -> assertThat(ex.location()).isEqualTo("@0x2 in the data count section"));
	}

	private static void assertMalformed(String hex, Function<ByteCursor, ?> read, String what) {
		assertThatExceptionOfType(MalformedModuleException.class).isThrownBy(() -> read.apply(over(hex)))
			.satisfies((ex) -> assertThat(ex.what()).startsWith(what));
	}

}
