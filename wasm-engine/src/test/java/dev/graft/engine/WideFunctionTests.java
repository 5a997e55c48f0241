package dev.graft.engine;

import static dev.graft.artifact.type.NumberType.F32;
import static dev.graft.artifact.type.NumberType.F64;
import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Functions with so many parameters that they are passed in arrays, and with just not so
/// many, called in every way there is.
class WideFunctionTests {

	private static final List<String> WAYS = List.of("direct", "indirect", "by reference", "tail", "indirect tail",
			"tail by reference", "protected", "to the host", "to the host indirectly", "tail to the host");

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	private final Linker linker = Linker.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	static Stream<List<ValueType>> parameters() {
		Stream<List<ValueType>> plain = IntStream.of(28, 29, 30, 31, 33, 60, 70, 120, 121, 127, 128, 240, 241, 254, 255)
			.boxed()
			.flatMap((count) -> Stream.of(I32, I64, F64).map((type) -> nCopies(count, type)));
		List<ValueType> all = List.of(I32, F32, I64, F64, ReferenceType.EXTERNREF, VectorType.V128);
		Stream<List<ValueType>> mixed = IntStream.rangeClosed(30, 48)
			.mapToObj((count) -> IntStream.range(0, count).mapToObj((index) -> all.get(index % all.size())).toList());
		Stream<List<ValueType>> references = Stream.of(nCopies(29, ReferenceType.EXTERNREF),
				nCopies(30, ReferenceType.EXTERNREF));
		return Stream.of(plain, mixed, references).flatMap((each) -> each);
	}

	private static List<ValueType> nCopies(int count, ValueType type) {
		return Collections.nCopies(count, type);
	}

	@ParameterizedTest
	@MethodSource("parameters")
	void getAllArgumentsHoweverTheyAreCalled(List<ValueType> parameters) {
		FunctionType type = FunctionType.of(parameters, I64);
		this.linker.function("host", "sum", type, (_, values) -> sum(values));
		Instance instance = instantiate(module(parameters));
		Object[] arguments = arguments(parameters);
		long expected = sum(arguments);
		assertThat(instance.func("sum").call(arguments)).containsExactly(expected);
		for (String way : WAYS) {
			assertThat(instance.func(way).call("object")).as(way).containsExactly(expected);
		}
		if (!parameters.contains(ReferenceType.EXTERNREF)) {
			assertThat(raw(instance.func("sum"), arguments)).isEqualTo(expected);
			assertThat(raw(instance.func("host's"), arguments)).isEqualTo(expected);
		}
	}

	private static long raw(Func func, Object[] arguments) {
		List<Long> bits = new ArrayList<>();
		for (int index = 0; index < arguments.length; index++) {
			switch (arguments[index]) {
				case Float value -> bits.add((long) Float.floatToRawIntBits(value));
				case Double value -> bits.add(Double.doubleToRawLongBits(value));
				case V128 value -> bits.addAll(List.of(value.low(), value.high()));
				default -> bits.add(((Number) arguments[index]).longValue());
			}
		}
		long[] values = bits.stream().mapToLong(Long::longValue).toArray();
		func.raw().call(values);
		return values[0];
	}

	private static Object[] arguments(List<ValueType> parameters) {
		return IntStream.range(0, parameters.size()).mapToObj((index) -> switch (parameters.get(index)) {
			case NumberType number -> switch (number) {
				case I32 -> (Object) (index - 9);
				case I64 -> (long) index - 9;
				case F32 -> (float) index - 9;
				case F64 -> (double) index - 9;
			};
			case VectorType _ -> new V128(index, -9);
			case ReferenceType _ -> "object";
		}).toArray();
	}

	// Every argument has a weight of its own.
	private static long sum(@Nullable Object[] values) {
		long sum = 0;
		for (int index = 0; index < values.length; index++) {
			long value = switch (values[index]) {
				case Number number -> number.longValue();
				case V128 vector -> vector.low() + vector.high();
				case null, default -> "object".equals(values[index]) ? 3 : 0;
			};
			sum += value * (index + 1);
		}
		return sum;
	}

	private static String module(List<ValueType> parameters) {
		StringBuilder sum = new StringBuilder("(i64.const 0)");
		StringBuilder arguments = new StringBuilder();
		for (int index = 0; index < parameters.size(); index++) {
			String get = "(local.get " + index + ")";
			String number = "const " + (index - 9) + ")";
			switch (parameters.get(index)) {
				case NumberType type -> {
					arguments.append("(").append(type).append(".").append(number);
					sum.append(switch (type) {
						case I32 -> "(i64.extend_i32_s " + get + ")";
						case I64 -> get;
						case F32 -> "(i64.trunc_f32_s " + get + ")";
						case F64 -> "(i64.trunc_f64_s " + get + ")";
					});
				}
				case VectorType _ -> {
					arguments.append("(v128.const i64x2 ").append(index).append(" -9)");
					sum.append("(i64.add (i64x2.extract_lane 0 %s) (i64x2.extract_lane 1 %s))".formatted(get, get));
				}
				case ReferenceType _ -> {
					arguments.append("(local.get 0)");
					sum.append("(select (i64.const 0) (i64.const 3) (ref.is_null ").append(get).append("))");
				}
			}
			sum.append("(i64.mul (i64.const ").append(index + 1).append(")) (i64.add)");
		}
		return """
				(module
				  (type $wide (func (param %s) (result i64)))
				  (import "host" "sum" (func $host (type $wide)))
				  (tag $tag (param i64))
				  (export "host's" (func $host))
				  (table $t funcref (elem $sum $host $throwing))
				  (func $sum (export "sum") (type $wide) %s)
				  (func $throwing (type $wide) (return_call $sum %s))
				  (func $raising (type $wide) (throw $tag (call $sum %s)))
				  (func (export "direct") (param externref) (result i64) (call $sum ARGUMENTS))
				  (func (export "indirect") (param externref) (result i64)
				    (call_indirect $t (type $wide) ARGUMENTS (i32.const 0)))
				  (func (export "by reference") (param externref) (result i64) (call_ref $wide ARGUMENTS (ref.func $sum)))
				  (func (export "tail") (param externref) (result i64) (return_call $sum ARGUMENTS))
				  (func (export "indirect tail") (param externref) (result i64)
				    (return_call_indirect $t (type $wide) ARGUMENTS (i32.const 2)))
				  (func (export "tail by reference") (param externref) (result i64)
				    (return_call_ref $wide ARGUMENTS (ref.func $sum)))
				  (func (export "protected") (param externref) (result i64)
				    (block $caught (result i64)
				      (try_table (result i64) (catch $tag $caught) (call $raising ARGUMENTS))
				      (drop) (i64.const -1)))
				  (func (export "to the host") (param externref) (result i64) (call $host ARGUMENTS))
				  (func (export "to the host indirectly") (param externref) (result i64)
				    (call_indirect $t (type $wide) ARGUMENTS (i32.const 1)))
				  (func (export "tail to the host") (param externref) (result i64) (return_call $host ARGUMENTS)))
				"""
			.formatted(String.join(" ", parameters.stream().map(WideFunctionTests::text).toList()), sum,
					locals(parameters), locals(parameters))
			.replace("ARGUMENTS", arguments);
	}

	private static String text(ValueType type) {
		return (type instanceof ReferenceType) ? "externref" : type.toString();
	}

	private static String locals(List<ValueType> parameters) {
		return String.join("", IntStream.range(0, parameters.size()).mapToObj("(local.get %d)"::formatted).toList());
	}

	private Instance instantiate(String module) {
		return this.linker.instantiate(this.store,
				this.engine.load("wide.wat", module.getBytes(StandardCharsets.UTF_8)));
	}

	@FunctionalInterface
	interface TwentyNine {

		long call(int p0, int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11,
				int p12, int p13, int p14, int p15, int p16, int p17, int p18, int p19, int p20, int p21, int p22,
				int p23, int p24, int p25, int p26, int p27, int p28);

	}

	@FunctionalInterface
	interface Thirty {

		long call(int p0, int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11,
				int p12, int p13, int p14, int p15, int p16, int p17, int p18, int p19, int p20, int p21, int p22,
				int p23, int p24, int p25, int p26, int p27, int p28, int p29);

	}

	@Test
	void areBoundToInterfacesLikeOthers() {
		List<ValueType> less = nCopies(29, I32);
		this.linker.function("host", "sum", FunctionType.of(less, I64), (_, values) -> sum(values));
		Func narrow = instantiate(module(less)).func("sum");
		assertThat(narrow.typed(TwentyNine.class)
			.call()
			.call(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
					29))
			.isEqualTo(8_555);
		List<ValueType> more = nCopies(30, I32);
		Linker other = Linker.create(this.engine)
			.function("host", "sum", FunctionType.of(more, I64), (_, values) -> sum(values));
		Func wide = other
			.instantiate(this.store, this.engine.load("wide.wat", module(more).getBytes(StandardCharsets.UTF_8)))
			.func("sum");
		assertThat(wide.typed(Thirty.class)
			.call()
			.call(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
					29, 30))
			.isEqualTo(9_455);
		assertThatThrownBy(() -> wide.typed(TwentyNine.class)).isInstanceOf(SignatureMismatchException.class);
	}

	@Test
	void areImplementedByInterfacesLikeOthers() {
		Thirty host = (p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20,
				p21, p22, p23, p24, p25, p26, p27, p28, p29) -> p0 + 2L * p15 + 3L * p29;
		this.linker.function("host", "sum", Thirty.class, host);
		Instance instance = instantiate(module(nCopies(30, I32)));
		for (String way : List.of("to the host", "to the host indirectly", "tail to the host")) {
			assertThat(instance.func(way).call("object")).as(way).containsExactly(-9L + 2 * 6 + 3 * 20);
		}
	}

	@Test
	void fitNoInterfaceBeyondWhatJavaAllows() {
		List<ValueType> parameters = nCopies(121, I64);
		this.linker.function("host", "sum", FunctionType.of(parameters, I64), (_, values) -> sum(values));
		Func sum = instantiate(module(parameters)).func("sum");
		assertThatThrownBy(() -> sum.typed(Thirty.class)).isInstanceOf(SignatureMismatchException.class)
			.hasMessageContaining("too many parameters");
	}

}
