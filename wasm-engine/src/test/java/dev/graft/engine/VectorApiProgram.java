package dev.graft.engine;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

import dev.graft.artifact.abi.MemberKind;
import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;

/// Compares what instructions compute with and without the Vector API. A program of its
/// own, because Java has to be started with the module.
final class VectorApiProgram {

	private static final int BLOCKS = 40;

	private static final List<String> BINARY = List.of("i8x16.add", "i8x16.sub", "i8x16.add_sat_s", "i8x16.add_sat_u",
			"i8x16.sub_sat_s", "i8x16.sub_sat_u", "i8x16.min_s", "i8x16.min_u", "i8x16.max_s", "i8x16.max_u",
			"i8x16.eq", "i8x16.ne", "i8x16.lt_s", "i8x16.lt_u", "i8x16.gt_s", "i8x16.gt_u", "i8x16.le_s", "i8x16.le_u",
			"i8x16.ge_s", "i8x16.ge_u", "i8x16.swizzle", "i8x16.narrow_i16x8_s", "i8x16.narrow_i16x8_u", "i16x8.add",
			"i16x8.sub", "i16x8.mul", "i16x8.add_sat_s", "i16x8.add_sat_u", "i16x8.sub_sat_s", "i16x8.sub_sat_u",
			"i16x8.min_s", "i16x8.min_u", "i16x8.max_s", "i16x8.max_u", "i16x8.eq", "i16x8.lt_s", "i16x8.lt_u",
			"i16x8.ge_s", "i16x8.ge_u", "i16x8.narrow_i32x4_s", "i16x8.narrow_i32x4_u", "i32x4.add", "i32x4.sub",
			"i32x4.mul", "i32x4.min_s", "i32x4.min_u", "i32x4.max_s", "i32x4.max_u", "i32x4.eq", "i32x4.lt_s",
			"i32x4.lt_u", "i32x4.le_s", "i32x4.gt_u", "i64x2.add", "i64x2.sub", "v128.and", "v128.or", "v128.xor",
			"v128.andnot", "i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
			"i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23",
			"i8x16.shuffle 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16", "f32x4.add", "f32x4.sub", "f32x4.mul",
			"f32x4.div", "f64x2.add", "f64x2.sub", "f64x2.mul", "f64x2.div", "f32x4.eq", "f32x4.ne", "f32x4.lt",
			"f32x4.le", "f32x4.gt", "f32x4.ge", "f32x4.pmin", "f32x4.pmax", "i8x16.avgr_u", "i16x8.avgr_u",
			"i32x4.dot_i16x8_s", "i64x2.mul", "i16x8.extmul_low_i8x16_s", "i16x8.extmul_high_i8x16_s",
			"i16x8.extmul_low_i8x16_u", "i16x8.extmul_high_i8x16_u", "i32x4.extmul_low_i16x8_s",
			"i32x4.extmul_high_i16x8_s", "i32x4.extmul_low_i16x8_u", "i32x4.extmul_high_i16x8_u",
			"i64x2.extmul_low_i32x4_s", "i64x2.extmul_high_i32x4_s", "i64x2.extmul_low_i32x4_u",
			"i64x2.extmul_high_i32x4_u");

	private static final List<String> UNARY = List.of("i8x16.neg", "i8x16.abs", "i16x8.neg", "i16x8.abs", "i32x4.neg",
			"i32x4.abs", "i64x2.neg", "v128.not", "i16x8.extend_low_i8x16_s", "i16x8.extend_low_i8x16_u",
			"i16x8.extend_high_i8x16_s", "i16x8.extend_high_i8x16_u", "i32x4.extend_low_i16x8_s",
			"i32x4.extend_low_i16x8_u", "i32x4.extend_high_i16x8_s", "i32x4.extend_high_i16x8_u",
			"f32x4.convert_i32x4_s", "f64x2.convert_low_i32x4_s", "i32x4.trunc_sat_f32x4_s", "i64x2.extend_low_i32x4_s",
			"i64x2.extend_low_i32x4_u", "i64x2.extend_high_i32x4_s", "i64x2.extend_high_i32x4_u",
			"i16x8.extadd_pairwise_i8x16_s", "i16x8.extadd_pairwise_i8x16_u", "i32x4.extadd_pairwise_i16x8_s",
			"i32x4.extadd_pairwise_i16x8_u", "f32x4.neg", "f32x4.abs", "f32x4.sqrt", "f64x2.neg", "f64x2.abs",
			"f64x2.sqrt", "v128.bitselect (v128.load (local.get $b)) (v128.const i32x4 1 -1 0x0f0f0f0f 5)");

	private static final List<String> NUMBERS = List.of("v128.any_true", "i8x16.all_true", "i16x8.all_true",
			"i32x4.all_true", "i8x16.bitmask", "i16x8.bitmask", "i32x4.bitmask", "i8x16.extract_lane_s 5",
			"i8x16.extract_lane_u 15", "i16x8.extract_lane_s 1", "i16x8.extract_lane_u 7", "i32x4.extract_lane 2");

	private static final List<String> SHIFTS = List.of("i8x16.shl", "i8x16.shr_s", "i8x16.shr_u", "i16x8.shl",
			"i16x8.shr_s", "i16x8.shr_u", "i32x4.shl", "i32x4.shr_s", "i32x4.shr_u", "i64x2.shl", "i64x2.shr_s",
			"i64x2.shr_u", "i8x16.replace_lane 3", "i16x8.replace_lane 6", "i32x4.replace_lane 0");

	private static final String SLOW_FORM = "(i8x16.sub (%s (v128.load (local.get $a))) (v128.load (local.get $b)))";

	/// What would not be worth it by itself.
	private static final List<String> SLOW = List.of("f32x4.nearest");

	/// What gives the same for all floats, NaN and infinities among them.
	private static final List<String> COMPARING = List.of("f32x4.eq", "f32x4.ne", "f32x4.lt", "f32x4.le", "f32x4.gt",
			"f32x4.ge", "f32x4.pmin", "f32x4.pmax");

	/// What HotSpot has no instructions for: masks of two lanes.
	private static final List<String> LANES = List.of("f64x2.eq", "f64x2.ne", "f64x2.lt", "f64x2.le", "f64x2.gt",
			"f64x2.ge", "f64x2.pmin", "f64x2.pmax");

	private static final float[] FLOATS = { Float.NaN, 0f, -0f, 0.5f, -0.5f, 1.5f, 2.5f, -2.5f, Float.MIN_VALUE,
			Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0x1p23f, -0x1p22f - 0.5f, 0x1p31f, -0x1p31f, 0x1p40f,
			0.49999997f };

	/// What is narrowed, and a mask that may or may not leave what fits.
	private static final Map<String, List<String>> MASKED = Map.of("i8x16.narrow_i16x8_u",
			List.of("i16x8 255 255 255 255 15 255 255 255", "i16x8 255 255 255 256 255 255 255 255"),
			"i8x16.narrow_i16x8_s",
			List.of("i16x8 127 127 127 127 127 127 127 1", "i16x8 127 127 127 127 127 127 255 127"),
			"i16x8.narrow_i32x4_u", List.of("i32x4 65535 65535 255 65535", "i32x4 65535 65535 65536 65535"),
			"i16x8.narrow_i32x4_s", List.of("i32x4 32767 32767 32767 1", "i32x4 32767 65535 32767 32767"));

	private static final String EVERY_OTHER = "(i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 %1$s %1$s)"
		.formatted("(local.get $v)");

	private static final String EVERY_OTHER_BUT_ONE = EVERY_OTHER.replace("0 1 2 3 8 9 10 11", "4 5 6 7 12 13 14 15");

	private static final String LIMITED_SUM = """
			(i16x8.min_u (v128.const i16x8 255 255 255 255 255 255 255 255)
			  (i16x8.add (i16x8.extend_%1$s_i8x16_u (local.get $v))
			    (i16x8.extend_%1$s_i8x16_u (v128.load (local.get $b)))))
			""";

	/// What becomes something else before anybody asks what is held as objects, and what
	/// is handed on from round to round.
	private static final List<String> CHAINS = List.of(
			"(i64x2.extmul_low_i32x4_u %s %s)".formatted(EVERY_OTHER, EVERY_OTHER_BUT_ONE),
			"(i64x2.extmul_high_i32x4_s %s %s)".formatted(EVERY_OTHER_BUT_ONE, EVERY_OTHER),
			"(i8x16.narrow_i16x8_u %s %s)".formatted(LIMITED_SUM.formatted("low"), LIMITED_SUM.formatted("high")),
			"(f32x4.convert_i32x4_s (i32x4.add (local.get $v) (i16x8.sub (local.get $v) (v128.load (local.get $b)))))");

	/// Lanes that are all the same, and such that are not; a NaN keeps its bits.
	private static final List<String> CONSTANTS = List.of("i16x8.add i32x4 0x00050005 0x00050005 0x00050005 0x00050005",
			"i16x8.add i32x4 5 5 5 5", "i8x16.add i32x4 0x81818181 0x81818181 0x81818181 0x81818181",
			"i32x4.add i32x4 -7 -7 -7 -7", "i32x4.mul i32x4 1 2 3 4", "i64x2.sub i64x2 -3 -3", "i64x2.add i64x2 3 4",
			"f32x4.mul i32x4 0x3f000000 0x3f000000 0x3f000000 0x3f000000", "f64x2.mul i64x2 0x4010000000000000 1",
			"v128.xor i32x4 0x7fa00001 0x7fa00001 0x7fa00001 0x7fa00001");

	/// One vector, as numbers of all widths, as floats and bit by bit.
	private static final String DIFFERENT_LANES = """
			(i8x16.sub
			  (i16x8.mul
			    (v128.andnot (f32x4.abs (local.tee $v (v128.load (local.get $a))))
			      (i32x4.lt_s (local.get $v) (v128.load (local.get $b))))
			    (v128.bitselect (i64x2.add (local.get $v) (f64x2.neg (local.get $v))) (i8x16.neg (local.get $v))
			      (f32x4.lt (local.get $v) (v128.const f32x4 1 1 1 1))))
			  (v128.not (i16x8.max_s (local.get $v) (f32x4.neg (local.get $v)))))
			""";

	/// A loop of which some rounds make no vector, so that there is none where it begins
	/// if it is cut into pieces.
	private static final String NOW_AND_THEN = """
			(module (memory (export "memory") 1)
			  (func (export "run") (param $blocks i32) (local $a i32) (local $v v128)
			    (loop $again
			      (if (i32.lt_u (i32.load8_u (local.get $a)) (i32.const 163))
			        (then
			          (local.set $v
			            (i16x8.narrow_i32x4_s (i8x16.shl (local.get $v) (i32.const 61))
			              (i32x4.max_u (v128.load offset=3 (local.get $a)) (local.get $v))))
			          (v128.store offset=32 (local.get $a) (local.get $v))))
			      (local.set $a (i32.add (local.get $a) (i32.const 48)))
			      (br_if $again (local.tee $blocks (i32.sub (local.get $blocks) (i32.const 1)))))))
			""";

	private VectorApiProgram() {
	}

	/// Prints how many instructions agree.
	public static void main(String[] arguments) throws ReflectiveOperationException {
		for (VectorApiMember member : VectorApiMember.values()) {
			find(member);
		}
		int agreeing = 0;
		byte[] bytes = input();
		for (String op : BINARY) {
			agreeing += compare("(%s (v128.load (local.get $a)) (v128.load (local.get $b)))".formatted(op), bytes);
		}
		for (String op : UNARY) {
			String[] words = op.split(" ", 2);
			agreeing += compare(
					"(%s (v128.load (local.get $a)) %s)".formatted(words[0], (words.length > 1) ? words[1] : ""),
					bytes);
		}
		for (String op : SLOW) {
			agreeing += compare(SLOW_FORM.formatted(op), bytes);
		}
		for (Map.Entry<String, List<String>> narrowing : MASKED.entrySet()) {
			for (String mask : narrowing.getValue()) {
				agreeing += compare("""
						(%1$s (v128.and (v128.load (local.get $a)) (v128.const %2$s))
						  (v128.and (v128.const %2$s) (v128.load (local.get $b))))""".formatted(narrowing.getKey(),
						mask), bytes);
			}
		}
		for (String op : NUMBERS) {
			agreeing += compare("(i32x4.splat (%s (v128.load (local.get $a))))".formatted(op), bytes);
		}
		for (String op : SHIFTS) {
			agreeing += compare("(%s (v128.load (local.get $a)) (i32.load (local.get $b)))".formatted(op), bytes);
		}
		for (String op : COMPARING) {
			agreeing += compare("(%s (v128.load (local.get $a)) (v128.load (local.get $b)))".formatted(op), floats());
		}
		for (String op : SLOW) {
			agreeing += compare(SLOW_FORM.formatted(op), floats());
		}
		for (String chain : CHAINS) {
			agreeing += compare("(i8x16.sub %s (local.tee $v (v128.load (local.get $a))))".formatted(chain), bytes);
		}
		agreeing += compare("(i32x4.trunc_sat_f32x4_s (v128.load (local.get $a)))", floats());
		for (String constant : CONSTANTS) {
			agreeing += compare("(i8x16.sub (v128.load (local.get $b)) (%s (v128.load (local.get $a)) %s))".formatted(
					constant.substring(0, constant.indexOf(' ')),
					"(v128.const " + constant.substring(constant.indexOf(' ') + 1) + ")"), bytes);
		}
		agreeing += compare(averages(20), bytes);
		agreeing += compare(DIFFERENT_LANES, bytes);
		agreeing += compare("(v128.xor (f32x4.abs (local.tee $v (v128.load (local.get $a)))) (local.get $v))",
				signallingNans());
		agreeing += compareModule(NOW_AND_THEN, bytes);
		staysLanes();
		System.out.println(agreeing + " agree");
	}

	// What is listed has to exist.
	private static void find(VectorApiMember member) throws ReflectiveOperationException {
		Class<?> owner = Class.forName(member.owner().replace('/', '.'));
		if (member.kind().isField()) {
			Field field = owner.getField(member.memberName());
			if (!field.getType().descriptorString().equals(member.descriptor())) {
				throw new NoSuchFieldException(member + " is of type " + field.getType());
			}
			return;
		}
		MethodType type = MethodType.fromMethodDescriptorString(member.descriptor(), owner.getClassLoader());
		Method method = owner.getMethod(member.memberName(), type.parameterArray());
		boolean isStatic = Modifier.isStatic(method.getModifiers());
		if (isStatic != (member.kind() == MemberKind.STATIC) || Arrays.stream(owner.getMethods())
			.noneMatch((each) -> each.getName().equals(member.memberName())
					&& each.getReturnType() == type.returnType())) {
			throw new NoSuchMethodException(member.toString());
		}
	}

	// Shuffles that turn the bytes of `int`s are rotations, for which lanes need no
	// vectors; and HotSpot's first compiler gives up rounds that call many methods.
	private static void staysLanes() {
		run(module(averages(80)), true, input(), false, MethodLimits.DEFAULT);
		for (String op : LANES) {
			String value = "(%s (v128.load (local.get $a)) (v128.load (local.get $b)))".formatted(op);
			run(module(value), true, input(), false, MethodLimits.DEFAULT);
		}
		String value = "(v128.load (local.get $a))";
		for (int step = 0; step < 12; step++) {
			value = "(i32x4.add (i8x16.shuffle 2 3 0 1 6 7 4 5 10 11 8 9 14 15 12 13 (local.tee $v %s) (local.get $v))"
				.formatted(value) + " (local.get $v))";
		}
		run(module(value), true, input(), false, MethodLimits.DEFAULT);
	}

	private static String averages(int count) {
		String value = "(v128.load (local.get $a))";
		for (int each = 0; each < count; each++) {
			value = "(i8x16.avgr_u %s (v128.load (local.get $b)))".formatted(value);
		}
		return value;
	}

	private static int compare(String expression, byte[] input) {
		return compareModule(module(expression), input);
	}

	private static int compareModule(String module, byte[] input) {
		byte[] lanes = run(module, false, input, false, MethodLimits.DEFAULT);
		for (MethodLimits limits : List.of(MethodLimits.DEFAULT, MethodLimits.TINY)) {
			byte[] registers = run(module, true, input, true, limits);
			if (!Arrays.equals(lanes, registers)) {
				throw new AssertionError(module + " differs at " + Arrays.mismatch(lanes, registers));
			}
		}
		return 1;
	}

	private static String module(String expression) {
		return """
				(module (memory (export "memory") 1)
				  (func (export "run") (param $blocks i32) (local $a i32) (local $b i32) (local $v v128)
				    (loop $again
				      (local.set $b (i32.add (local.get $a) (i32.const 16)))
				      (v128.store offset=32 (local.get $a) %s)
				      (local.set $a (i32.add (local.get $a) (i32.const 48)))
				      (br_if $again (local.tee $blocks (i32.sub (local.get $blocks) (i32.const 1)))))))"""
			.formatted(expression);
	}

	private static byte[] run(String module, boolean vectorApi, byte[] input, boolean isUsed, MethodLimits limits) {
		EngineConfig config = EngineConfig.builder()
			.feature(Feature.SIMD, true)
			.vectorApi(vectorApi)
			.compiler(new WasmCompiler(limits))
			.build();
		byte[] source = module.getBytes(StandardCharsets.UTF_8);
		try (Engine engine = Engine.create(config); Store store = Store.builder(engine).build()) {
			byte[] artifact = engine.precompile("test.wat", source);
			if (new String(artifact, StandardCharsets.ISO_8859_1).contains("jdk/incubator/vector") != isUsed) {
				throw new AssertionError("the Vector API is used: " + !isUsed + "\n" + module);
			}
			Instance instance = Linker.create(engine).instantiate(store, engine.load("test.wat", artifact));
			Memory memory = instance.memory("memory");
			memory.write(0, input);
			IntConsumer run = instance.func("run").typed(IntConsumer.class).call();
			run.accept(BLOCKS);
			return memory.read(0, BLOCKS * 48);
		}
	}

	// Floats that are neither huge nor NaN, whose bits may differ; other bytes as they
	// come.
	private static byte[] input() {
		byte[] bytes = new byte[BLOCKS * 48];
		new Random(7).nextBytes(bytes);
		for (int at = 3; at < bytes.length; at += 8) {
			bytes[at] = (byte) (bytes[at] & 0x80 | 0x3F);
			bytes[at + 4] = (byte) (bytes[at + 4] & 0x80 | 0x40);
		}
		return bytes;
	}

	// What is loaded as floats keeps its bits.
	private static byte[] signallingNans() {
		ByteBuffer bytes = ByteBuffer.allocate(BLOCKS * 48).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining()) {
			bytes.putInt(0xFF800001 + bytes.position());
		}
		return bytes.array();
	}

	// Each number with each other one.
	private static byte[] floats() {
		ByteBuffer bytes = ByteBuffer.allocate(BLOCKS * 48).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = 0, number = 0; at < bytes.capacity(); number++) {
			int distance = (at % 48 < 16) ? 0 : at / 48;
			bytes.putFloat(at, FLOATS[(number + distance) % FLOATS.length]);
			at += Float.BYTES;
		}
		return bytes.array();
	}

}
