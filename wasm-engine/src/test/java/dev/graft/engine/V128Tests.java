package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class V128Tests {

	private static final V128 BYTES = V128.ofBytes((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6,
			(byte) 7, (byte) 8, (byte) 9, (byte) 10, (byte) 11, (byte) 12, (byte) 13, (byte) 14, (byte) -1);

	@Test
	void readsTheSameBitsInEveryShape() {
		assertThat(BYTES).isEqualTo(new V128(0x0706_0504_0302_0100L, 0xFF0E_0D0C_0B0A_0908L));
		assertThat(BYTES.byteLane(15)).isEqualTo((byte) -1);
		assertThat(BYTES.shortLane(1)).isEqualTo((short) 0x0302);
		assertThat(BYTES.intLane(2)).isEqualTo(0x0B0A_0908);
		assertThat(BYTES.longLane(1)).isEqualTo(0xFF0E_0D0C_0B0A_0908L);
	}

	@Test
	void keepsWhatItIsMadeOf() {
		V128 ints = V128.ofInts(1, -2, 3, -4);
		assertThat(new int[] { ints.intLane(0), ints.intLane(1), ints.intLane(2), ints.intLane(3) }).containsExactly(1,
				-2, 3, -4);
		assertThat(V128.ofFloats(1, -0f, 3, 4).floatLane(1)).isEqualTo(-0f);
		assertThat(V128.ofDoubles(1, -2).doubleLane(1)).isEqualTo(-2);
		assertThat(V128.ofLongs(1, -2)).isEqualTo(new V128(1, -2));
	}

	@Test
	void refusesLanesThatDoNotExist() {
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> BYTES.intLane(4));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> BYTES.byteLane(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> V128.ofBytes((byte) 1));
	}

	@Test
	void printsTheHighestBitsFirst() {
		assertThat(new V128(1, 2)).hasToString("v128 0x00000000000000020000000000000001");
	}

}
