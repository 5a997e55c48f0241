package dev.graft.spring.canonical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/// What the host lowers, a guest would lift, and the other way round: so each direction
/// is the other's test.
class LoweringAndLiftingTests {

	private static final int LIMIT = 1000;

	private final BumpMemory memory = new BumpMemory(65_536, 1024);

	private static CanonicalSignature signature(Class<?> result, Class<?>... parameters) {
		return CanonicalSignature.of(List.of(parameters), result);
	}

	private Object[] lower(CanonicalSignature signature, @Nullable Object... arguments) {
		return new Lowering("quote", signature).arguments(arguments, this.memory);
	}

	private Object[] roundTrip(CanonicalSignature signature, Object... arguments) {
		return new Lifting("quote", signature, LIMIT).arguments(lower(signature, arguments), this.memory);
	}

	private static Lifting lifting(Class<?> result) {
		return new Lifting("quote", signature(result), LIMIT);
	}

	@Test
	void numbersSurvive() {
		Object[] numbers = { true, Byte.MIN_VALUE, Short.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, Float.MIN_VALUE,
				Double.MIN_VALUE };
		CanonicalSignature signature = signature(void.class, boolean.class, byte.class, short.class, int.class,
				long.class, float.class, double.class);
		assertThat(roundTrip(signature, numbers)).isEqualTo(numbers);
		assertThat(this.memory.allocations).isZero();
	}

	@Test
	void textSurvives() {
		CanonicalSignature signature = signature(void.class, String.class, int.class, String.class);
		assertThat(roundTrip(signature, "Grüße \uD83D\uDE00", 7, "")).containsExactly("Grüße \uD83D\uDE00", 7, "");
	}

	@Test
	void bytesSurvive() {
		byte[] bytes = { 0, -1, 127, -128 };
		assertThat(roundTrip(signature(void.class, byte[].class), (Object) bytes)).containsExactly(bytes);
	}

	@Test
	void textIsUtf8WhereTheGuestSaid() {
		assertThat(lower(signature(void.class, String.class), "Grüße")).containsExactly(1024, 7);
		assertThat(this.memory.read(1024, 7)).isEqualTo("Grüße".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void emptyTextIsAllocatedTooAsTheSpecificationSays() {
		lower(signature(void.class, String.class), "");
		assertThat(this.memory.allocations).isOne();
	}

	@Test
	void manyParametersSurviveAsATuple() {
		Class<?>[] types = { boolean.class, String.class, byte.class, long.class, short.class, byte[].class,
				double.class, float.class, int.class, String.class, String.class, String.class, String.class };
		Object[] values = { true, "one", (byte) -2, -3L, (short) -4, new byte[] { 5 }, 6.5, 7.5f, -8, "nine", "ten", "",
				"twelve" };
		assertThat(lower(signature(void.class, types), values)).hasSize(1);
		assertThat(roundTrip(signature(void.class, types), values)).isEqualTo(values);
	}

	@Test
	void aTupleIsLaidOutByAlignment() {
		TupleLayout layout = new TupleLayout(List.of(CanonicalType.BOOL, CanonicalType.S64, CanonicalType.S16,
				CanonicalType.STRING, CanonicalType.S8));
		assertThat(IntStream.range(0, 5).map(layout::offset)).containsExactly(0, 8, 16, 20, 28);
		assertThat(layout.bytes()).isEqualTo(32);
		assertThat(layout.alignment()).isEqualTo(8);
	}

	@Test
	void aHostResultGoesWhereTheGuestWantsIt() {
		CanonicalSignature signature = signature(String.class);
		assertThat(new Lowering("tier", signature).result("gold", 64, this.memory)).isNull();
		assertThat(lifting(String.class).result(64, this.memory)).isEqualTo("gold");
	}

	@Test
	void aHostResultThatIsANumberIsReturned() {
		assertThat(new Lowering("tier", signature(boolean.class)).result(true, 0, this.memory)).isEqualTo(1);
		assertThat(new Lowering("tier", signature(long.class)).result(5L, 0, this.memory)).isEqualTo(5L);
		assertThat(new Lowering("tier", signature(void.class)).result(null, 0, this.memory)).isNull();
	}

	@Test
	void ofNarrowNumbersOnlyTheLowBitsCount() {
		assertThat(lifting(byte.class).result(0x1ff, this.memory)).isEqualTo((byte) -1);
		assertThat(lifting(short.class).result(0x18000, this.memory)).isEqualTo(Short.MIN_VALUE);
		assertThat(lifting(boolean.class).result(256, this.memory)).isEqualTo(true);
	}

	@Test
	void refusesHalfASurrogatePair() {
		assertThatIllegalArgumentException().isThrownBy(() -> lower(signature(void.class, String.class), "a\uD83Db"))
			.withMessageStartingWith("quote, parameter 1: the text has half a surrogate pair");
	}

	@Test
	void refusesNull() {
		assertThatNullPointerException()
			.isThrownBy(() -> lower(signature(void.class, int.class, String.class), 1, null))
			.withMessage("quote, parameter 2 is null");
	}

	@Test
	void refusesTextThatIsNotUtf8() {
		this.memory.write(100, new byte[] { (byte) 0xc0, (byte) 0x80 });
		writePair(64, 100, 2);
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(String.class).result(64, this.memory))
			.withMessage("quote, result: the text is not UTF-8");
	}

	@Test
	void refusesAResultOutsideTheMemory() {
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(String.class).result(65_532, this.memory))
			.withMessage("quote, result: address 0xfffc, length 8, is outside the memory of 65536 bytes");
	}

	@Test
	void refusesAResultThatIsNotAligned() {
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(String.class).result(66, this.memory))
			.withMessage("quote, result: address 0x42 is not a multiple of 4");
	}

	@Test
	void refusesTextThatEndsOutsideTheMemory() {
		writePair(64, 65_000, 900);
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(byte[].class).result(64, this.memory))
			.withMessageContaining("outside the memory");
	}

	@Test
	void refusesEmptyTextOutsideTheMemory() {
		writePair(64, 65_537, 0);
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(String.class).result(64, this.memory));
	}

	@Test
	void readsAddressesAndLengthsAsUnsigned() {
		writePair(64, -1, 1);
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(String.class).result(64, this.memory))
			.withMessageContaining("0xffffffff");
		writePair(64, 0, -1);
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(String.class).result(64, this.memory))
			.withMessageContaining("4294967295 bytes");
	}

	@Test
	void refusesMoreThanTheLimit() {
		writePair(64, 0, LIMIT + 1);
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lifting(byte[].class).result(64, this.memory))
			.withMessage("quote, result: 1001 bytes are more than the 1000 allowed; see "
					+ "wasm.plugins.defaults.result-limit");
	}

	@Test
	void doesNotWriteWhereALyingAllocatorPoints() {
		this.memory.answerAllocationsWith(65_530);
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lower(signature(void.class, String.class), "too long"))
			.withMessageStartingWith("quote, parameter 1, memory from cabi_realloc: address 0xfffa, length 8");
	}

	@Test
	void refusesATupleFromTheAllocatorThatIsNotAligned() {
		this.memory.answerAllocationsWith(9);
		Class<?>[] types = Collections.nCopies(17, long.class).toArray(Class[]::new);
		Object[] values = Collections.nCopies(17, 1L).toArray();
		assertThatExceptionOfType(CanonicalAbiException.class)
			.isThrownBy(() -> lower(signature(void.class, types), values))
			.withMessageContaining("not a multiple of 8");
	}

	private void writePair(int at, int address, int length) {
		this.memory.write(at,
				ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(address).putInt(length).array());
	}

}
