package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.VectorType;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Vectors at the boundaries: between host and module, between functions, in globals and
/// in memory. What instructions compute is the suite's business.
@ParameterizedClass
@MethodSource("limits")
class VectorTests {

	private static final V128 ONE_TO_FOUR = V128.ofInts(1, 2, 3, 4);

	private final Engine engine;

	private final Store store;

	private final Linker linker;

	static List<MethodLimits> limits() {
		return List.of(MethodLimits.DEFAULT, MethodLimits.TINY, MethodLimits.TINY_SECTIONS);
	}

	VectorTests(MethodLimits limits) {
		EngineConfig.Builder config = EngineConfig.builder().feature(Feature.SIMD, true);
		this.engine = Engine.create(config.compiler(new WasmCompiler(limits)).build());
		this.store = Store.builder(this.engine).build();
		this.linker = Linker.create(this.engine);
	}

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	private Instance instance(String module) {
		return this.linker.instantiate(this.store,
				this.engine.load("test.wat", module.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void areParametersAndResultsOfCalls() {
		Func negate = instance("""
				(module (func (export "negate") (param v128 i32) (result v128)
				  (i32x4.sub (i32x4.splat (local.get 1)) (local.get 0))))""").func("negate");
		assertThat(negate.call(ONE_TO_FOUR, 10)).containsExactly(V128.ofInts(9, 8, 7, 6));
		assertThatExceptionOfType(SignatureMismatchException.class).isThrownBy(() -> negate.call(1L, 10))
			.withMessageContaining("expected v128");
	}

	@Test
	void keepTheSignsOfTheirLanesWhateverTheyAreShiftedBy() {
		int[] numbers = { 0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE, Short.MIN_VALUE, Short.MAX_VALUE, 0x5A3C, 0x8001,
				0xA5C3, 0x00FF, 0xFF00 };
		Instance instance = instance("(module %s %s)".formatted(shifts("i8x16", 8), shifts("i16x8", 16)));
		for (int from = 0; from < numbers.length; from++) {
			ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
			for (int lane = 0; lane < 8; lane++) {
				bytes.putShort((short) numbers[(from + lane * (from + 1)) % numbers.length]);
			}
			V128 vector = V128.ofBytes(bytes.array());
			for (int by = 0; by < 16; by++) {
				V128 shorts = shifted(instance, "i16x8 " + by, vector);
				V128 eights = shifted(instance, "i8x16 " + by % 8, vector);
				for (int lane = 0; lane < 16; lane++) {
					assertThat(shorts.shortLane(lane / 2)).isEqualTo((short) (vector.shortLane(lane / 2) >> by));
					assertThat(eights.byteLane(lane)).isEqualTo((byte) (vector.byteLane(lane) >> by % 8));
				}
			}
		}
	}

	private static V128 shifted(Instance instance, String function, V128 vector) {
		return (V128) Objects.requireNonNull(instance.func(function).call(vector)[0]);
	}

	private static String shifts(String shape, int bits) {
		return IntStream.range(0, bits).mapToObj((by) -> """
				(func (export "%s %d") (param v128) (result v128) (%1$s.shr_s (local.get 0) (i32.const %2$d)))
				""".formatted(shape, by)).collect(Collectors.joining());
	}

	@Test
	void areAmongSeveralResults() {
		Func several = instance("""
				(module (func (export "several") (param v128) (result v128 i32 v128 externref f64)
				  (local.get 0) (i32.const 7) (v128.not (local.get 0)) (ref.null extern) (f64.const 2.5)))""")
			.func("several");
		assertThat(several.call(ONE_TO_FOUR)).containsExactly(ONE_TO_FOUR, 7, V128.ofInts(-2, -3, -4, -5), null, 2.5);
		Several record = several.typed(Separating.class).call().separate(ONE_TO_FOUR);
		assertThat(record).isEqualTo(new Several(ONE_TO_FOUR, 7, V128.ofInts(-2, -3, -4, -5), null, 2.5));
	}

	record Several(V128 first, int number, V128 second, @Nullable Object reference, double last) {
	}

	@FunctionalInterface
	interface Separating {

		Several separate(V128 vector);

	}

	@Test
	void areParametersAndResultsOfInterfaces() {
		Func mixed = instance("""
				(module (func (export "mixed") (param f32 v128 i64 v128) (result v128)
				  (i64x2.add (i32x4.add (local.get 1) (local.get 3)) (i64x2.splat (local.get 2)))))""").func("mixed");
		assertThat(mixed.typed(Mixing.class).call().mix(1, ONE_TO_FOUR, 1L << 32, ONE_TO_FOUR))
			.isEqualTo(V128.ofInts(2, 5, 6, 9));
		assertThatExceptionOfType(SignatureMismatchException.class).isThrownBy(() -> mixed.typed(UnaryOperator.class));
	}

	@FunctionalInterface
	interface Mixing {

		V128 mix(float number, V128 first, long added, V128 second);

	}

	@Test
	void areParametersAndResultsOfHostFunctions() {
		this.linker.function("host", "mix", Mixing.class, (number, first, added, second) -> V128
			.ofInts(first.intLane(0), second.intLane(1), (int) added, (int) number));
		FunctionType type = FunctionType.of(List.of(VectorType.V128, NumberType.I32), VectorType.V128);
		this.linker.function("host", "boxed", type,
				(caller, arguments) -> V128.ofLongs(((V128) arguments[0]).high(), (int) arguments[1]));
		Instance instance = instance("""
				(module
				  (import "host" "mix" (func $mix (param f32 v128 i64 v128) (result v128)))
				  (import "host" "boxed" (func $boxed (param v128 i32) (result v128)))
				  (func (export "mix") (param v128) (result v128)
				    (call $mix (f32.const 9) (local.get 0) (i64.const 8) (i32x4.neg (local.get 0))))
				  (func (export "boxed") (param v128) (result v128) (call $boxed (local.get 0) (i32.const -1))))""");
		assertThat(instance.func("mix").call(ONE_TO_FOUR)).containsExactly(V128.ofInts(1, -2, 8, 9));
		assertThat(instance.func("boxed").call(ONE_TO_FOUR)).containsExactly(new V128(ONE_TO_FOUR.high(), -1));
	}

	@Test
	void countTwiceAmongTooManyParameters() {
		String types = IntStream.range(0, 70).mapToObj((each) -> "v128").collect(Collectors.joining(" "));
		Instance instance = instance("""
				(module
				  (type $wide (func (param %s i32) (result v128)))
				  (table funcref (elem $wide))
				  (func $wide (export "wide") (type $wide) (i32x4.add (local.get 69) (i32x4.splat (local.get 70))))
				  (func (export "calls") (type $wide)
				    %s (local.get 70) (i32.const 0) (call_indirect (type $wide))))""".formatted(types,
				IntStream.range(0, 70).mapToObj("(local.get %d)"::formatted).collect(Collectors.joining(" "))));
		Object[] arguments = new Object[71];
		for (int index = 0; index < 70; index++) {
			arguments[index] = V128.ofInts(index, 0, 0, -index);
		}
		arguments[70] = 100;
		assertThat(instance.func("wide").call(arguments)).containsExactly(V128.ofInts(169, 100, 100, 31));
		assertThat(instance.func("calls").call(arguments)).containsExactly(V128.ofInts(169, 100, 100, 31));
	}

	@Test
	void areKeptInLocalsBeyondAllMeasure() {
		String sum = IntStream.range(1, 600)
			.mapToObj("(local.set %1$d (i32x4.add (local.get 0) (i32x4.splat (i32.const %1$d))))"::formatted)
			.collect(Collectors.joining(" "));
		Instance instance = instance("""
				(module (func (export "many") (param v128) (result v128) (local %s) %s
				  (i32x4.add (local.get 599) (local.get 1))))"""
			.formatted(IntStream.range(1, 600).mapToObj((each) -> "v128").collect(Collectors.joining(" ")), sum));
		assertThat(instance.func("many").call(ONE_TO_FOUR)).containsExactly(V128.ofInts(602, 604, 606, 608));
	}

	@Test
	void areTheValuesOfGlobals() {
		ExternalType.Global type = new ExternalType.Global(VectorType.V128, true);
		Global shared = Global.create(this.store, type, ONE_TO_FOUR);
		this.linker.define("host", "shared", shared);
		Instance instance = instance(
				"""
						(module
						  (import "host" "shared" (global $shared (mut v128)))
						  (global $own (mut v128) (v128.const i32x4 10 20 30 40))
						  (global $copy (export "copy") v128 (v128.const i64x2 -1 5))
						  (func (export "swap") (result v128)
						    (global.get $shared) (global.set $shared (global.get $own)) (global.set $own) (global.get $own)))""");
		assertThat(instance.func("swap").call()).containsExactly(ONE_TO_FOUR);
		assertThat(shared.get()).isEqualTo(V128.ofInts(10, 20, 30, 40));
		shared.set(V128.ZERO);
		assertThat(instance.func("swap").call()).containsExactly(V128.ZERO);
		assertThat(instance.global("copy").get()).isEqualTo(new V128(-1, 5));
		assertThatExceptionOfType(SignatureMismatchException.class).isThrownBy(() -> shared.set(1L));
	}

	@Test
	void areStoredAsAWholeOrNotAtAll() {
		Instance instance = instance("""
				(module (memory (export "memory") 1)
				  (func (export "store") (param i32 v128) (v128.store (local.get 0) (local.get 1)))
				  (func (export "loop") (param i32 v128)
				    (loop (v128.store (local.get 0) (i32x4.add (v128.load (local.get 0)) (local.get 1)))
				      (br_if 0 (local.tee 0 (i32.add (local.get 0) (i32.const 16)))))))""");
		for (String function : List.of("store", "loop")) {
			assertThatExceptionOfType(Trap.class)
				.isThrownBy(() -> instance.func(function).call(65_536 - 12, ONE_TO_FOUR))
				.matches((trap) -> trap.code() == TrapCode.MEMORY_OUT_OF_BOUNDS);
		}
		assertThat(instance.memory("memory").readLong(65_536 - 12)).isZero();
		instance.func("store").call(65_536 - 16, ONE_TO_FOUR);
		assertThat(instance.memory("memory").readLong(65_536 - 8)).isEqualTo(ONE_TO_FOUR.high());
	}

}
