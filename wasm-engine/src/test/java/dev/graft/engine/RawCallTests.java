package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Functions that are called by the bits of their arguments and results.
class RawCallTests {

	private static final String MODULE = """
			(module
			  (func (export "mixed") (param i32 i64 f32 f64) (result f64)
			    (f64.add
			      (f64.add (f64.convert_i32_s (local.get 0)) (f64.convert_i64_s (local.get 1)))
			      (f64.add (f64.promote_f32 (local.get 2)) (local.get 3))))
			  (func (export "negate") (param i32) (result i32) (i32.sub (i32.const 0) (local.get 0)))
			  (func (export "half") (param f32) (result f32) (f32.mul (local.get 0) (f32.const 0.5)))
			  (func (export "all") (param i32) (result i32 i64 f32 f64)
			    (local.get 0) (i64.const -2) (f32.const 1.5) (f64.const 2.5))
			  (func (export "swap") (param i32 v128) (result v128 i32) (local.get 1) (local.get 0))
			  (func (export "nothing"))
			  (func (export "divide") (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
			  (func (export "reference") (param externref))
			  (func (export "wide") %s (result i32) (i32.sub (local.get 299) (local.get 0))))
			""".formatted(String.join(" ", Collections.nCopies(300, "(param i32)")));

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	private final Instance instance = Linker.create(this.engine)
		.instantiate(this.store, this.engine.load("raw.wat", MODULE.getBytes(StandardCharsets.UTF_8)));

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void takeArgumentsOfEachTypeFromTheirPlaces() {
		long[] values = { 1, -2, Float.floatToRawIntBits(0.5f), Double.doubleToRawLongBits(0.25) };
		raw("mixed").call(values);
		assertThat(Double.longBitsToDouble(values[0])).isEqualTo(-0.25);
	}

	@Test
	void ignoreTheUpperHalfOfAnI32AndExtendItsSign() {
		long[] values = { 0xABCD_0000_0005L };
		raw("negate").call(values);
		assertThat(values[0]).isEqualTo(-5);
		long[] single = { 0xFFFF_FFFF_0000_0000L | Float.floatToRawIntBits(3) };
		raw("half").call(single);
		assertThat(Float.intBitsToFloat((int) single[0])).isEqualTo(1.5f);
	}

	@Test
	void putAllResultsIntoTheirPlaces() {
		long[] values = { 7, 0, 0, 0, 99 };
		raw("all").call(values);
		assertThat(values).containsExactly(7, -2, Float.floatToRawIntBits(1.5f), Double.doubleToRawLongBits(2.5), 99);
	}

	@Test
	void passVectorsInTwoPlaces() {
		long[] values = { 5, 11, 12 };
		raw("swap").call(values);
		assertThat(values).containsExactly(11, 12, 5);
	}

	@Test
	void passAsManyParametersAsThereMayBe() {
		long[] values = LongStream.range(0, 300).toArray();
		raw("wide").call(values);
		assertThat(values).startsWith(299, 1).hasSize(300);
	}

	@Test
	void needNoRoomForNothing() {
		raw("nothing").call(new long[0]);
	}

	@Test
	void refuseAnArrayWithoutRoom() {
		assertThatThrownBy(() -> raw("all").call(new long[3])).isInstanceOf(SignatureMismatchException.class)
			.hasMessageContaining("room for 4 values, found 3");
		assertThatThrownBy(() -> raw("divide").call(new long[1])).isInstanceOf(SignatureMismatchException.class);
	}

	@Test
	void refuseReferences() {
		assertThatThrownBy(() -> raw("reference")).isInstanceOf(SignatureMismatchException.class)
			.hasMessageContaining("references");
		assertThatThrownBy(() -> this.instance.func("reference").typed(RawCall.class))
			.isInstanceOf(SignatureMismatchException.class);
	}

	@Test
	void trapLikeAllCallsAndLeaveTheStoreUsable() {
		assertThatThrownBy(() -> raw("divide").call(new long[] { 1, 0 })).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.INTEGER_DIVIDE_BY_ZERO));
		long[] values = { 7, 2 };
		raw("divide").call(values);
		assertThat(values[0]).isEqualTo(3);
	}

	@Test
	void areRefusedAfterTheStoreWasClosed() {
		RawCall nothing = raw("nothing");
		this.store.close();
		assertThatThrownBy(() -> nothing.call(new long[0])).isInstanceOf(StoreClosedException.class);
	}

	@Test
	void reachFunctionsOfTheHost() {
		RawCall twice = Func.create(this.store, LongUnaryOperator.class, (n) -> 2 * n).raw();
		long[] values = { 21 };
		twice.call(values);
		assertThat(values[0]).isEqualTo(42);
	}

	private RawCall raw(String name) {
		return this.instance.func(name).raw();
	}

}
