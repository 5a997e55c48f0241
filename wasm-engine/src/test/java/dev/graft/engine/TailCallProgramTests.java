package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random programs compute the same whether their calls in tail position are written as
/// such or as ordinary calls.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TailCallProgramTests {

	private static final int PROGRAMS = 12;

	static List<MethodLimits> limits() {
		return List.of(MethodLimits.DEFAULT, MethodLimits.TINY, MethodLimits.TINY_SECTIONS);
	}

	@ParameterizedTest
	@MethodSource("limits")
	void computeWhatOrdinaryCallsCompute(MethodLimits limits) {
		try (Engine engine = Engine.create(EngineConfig.builder().compiler(new WasmCompiler(limits)).build())) {
			for (int seed = 0; seed < PROGRAMS; seed++) {
				Program program = new Program(new Random(seed));
				assertThat(results(engine, program, true)).as("seed %d", seed)
					.isEqualTo(results(engine, program, false));
			}
		}
	}

	private static List<List<Object>> results(Engine engine, Program program, boolean tailCalls) {
		try (Store store = Store.create(engine)) {
			Linker linker = Linker.create(engine).allowShadowing(true);
			Instance first = linker.instantiate(store, load(engine, program.module(0, tailCalls)));
			linker.instance("first", first);
			Instance second = linker.instantiate(store, load(engine, program.module(1, tailCalls)));
			for (int function = 0; function < Program.FUNCTIONS; function++) {
				first.table("others").set(function, second.func("f" + function));
			}
			List<List<Object>> results = new ArrayList<>();
			for (int function = 0; function < Program.FUNCTIONS; function++) {
				for (int steps : new int[] { 0, 1, 7, 60 }) {
					Object[] arguments = program.arguments(function, steps);
					results.add(List.of(first.func("f" + function).call(arguments)));
					results.add(List.of(second.func("f" + function).call(arguments)));
				}
			}
			return results;
		}
	}

	private static Module load(Engine engine, String module) {
		return engine.load("random.wat", module.getBytes(StandardCharsets.UTF_8));
	}

	/// Two modules whose functions call each other and themselves. The first parameter of
	/// each says how many steps there are to go.
	private static final class Program {

		private static final int FUNCTIONS = 6;

		private static final List<String> TYPES = List.of("i32", "i64", "f32", "f64", "v128");

		private final List<List<String>> parameters = new ArrayList<>();

		private final List<String> results;

		private final long seed;

		private Program(Random random) {
			this.seed = random.nextLong();
			this.results = types(random, 1 + random.nextInt(3));
			for (int function = 0; function < FUNCTIONS; function++) {
				List<String> types = new ArrayList<>(List.of("i32"));
				types.addAll(types(random, (random.nextInt(12) == 0) ? 260 : random.nextInt(6)));
				this.parameters.add(types);
			}
		}

		private static List<String> types(Random random, int count) {
			return IntStream.range(0, count).mapToObj((index) -> TYPES.get(random.nextInt(TYPES.size()))).toList();
		}

		Object[] arguments(int function, int steps) {
			List<String> types = this.parameters.get(function);
			Object[] arguments = new Object[types.size()];
			for (int index = 0; index < arguments.length; index++) {
				arguments[index] = switch (types.get(index)) {
					case "i32" -> index * 3 + 1;
					case "i64" -> index * 5L - 2;
					case "f32" -> index * 0.5f;
					case "f64" -> index * 0.25;
					default -> new V128(index, -index);
				};
			}
			arguments[0] = steps;
			return arguments;
		}

		String module(int number, boolean tailCalls) {
			Random random = new Random(this.seed + number);
			StringBuilder module = new StringBuilder("(module ");
			for (int function = 0; function < FUNCTIONS; function++) {
				module.append("(type $t%d (func (param %s) (result %s)))%n".formatted(function,
						String.join(" ", this.parameters.get(function)), String.join(" ", this.results)));
			}
			if (number == 1) {
				for (int function = 0; function < FUNCTIONS; function++) {
					module.append("(import \"first\" \"f%d\" (func $o%d (type $t%d)))%n".formatted(function, function,
							function));
				}
			}
			module.append("(tag $e) (table $others (export \"others\") %d funcref)%n".formatted(FUNCTIONS));
			String all = IntStream.range(0, FUNCTIONS).mapToObj((each) -> "$f" + each).collect(Collectors.joining(" "));
			module.append("(table $own funcref (elem %s))%n".formatted(all));
			for (int function = 0; function < FUNCTIONS; function++) {
				module.append(function(random, number, function, tailCalls));
			}
			return module.append(')').toString();
		}

		private String function(Random random, int module, int function, boolean tailCalls) {
			List<String> types = this.parameters.get(function);
			String locals = String.join(" ", types(random, random.nextInt(4)));
			StringBuilder code = new StringBuilder(
					"(func $f%d (export \"f%d\") (type $t%d) (local $left i32) (local %s)%n".formatted(function,
							function, function, locals));
			code.append("(if (i32.eqz (local.get 0)) (then %s return))%n".formatted(results(random, types)));
			code.append("(local.set $left (i32.sub (local.get 0) (i32.const 1)))\n");
			if (random.nextInt(4) == 0) {
				int other = random.nextInt(FUNCTIONS);
				code.append("(call $f%d %s)".formatted(other,
						arguments(random, other, types, "(i32.div_u (local.get 0) (i32.const 3))")));
				code.append(" drop".repeat(this.results.size())).append('\n');
			}
			int ways = 1 + random.nextInt(4);
			for (int way = 1; way < ways; way++) {
				code.append("(if (i32.eq (i32.rem_u (local.get 0) (i32.const %d)) (i32.const %d)) (then %s))%n"
					.formatted(ways, way, tail(random, module, types, tailCalls)));
			}
			return code.append(tail(random, module, types, tailCalls)).append(")\n").toString();
		}

		private String tail(Random random, int module, List<String> types, boolean tailCalls) {
			int callee = random.nextInt(FUNCTIONS);
			String arguments = arguments(random, callee, types, "(local.get $left)");
			String prefix = tailCalls ? "return_call" : "call";
			String suffix = tailCalls ? "" : " return";
			String call = switch (random.nextInt((module == 1) ? 6 : 5)) {
				case 0, 1 -> "(%s $f%d %s)".formatted(prefix, callee, arguments);
				case 2 ->
					"(%s_indirect $own (type $t%d) %s (i32.const %d))".formatted(prefix, callee, arguments, callee);
				case 3 -> "(%s_indirect $%s (type $t%d) %s (i32.const %d))".formatted(prefix,
						(module == 0) ? "others" : "own", callee, arguments, callee);
				case 4 -> "(%s_ref $t%d %s (ref.func $f%d))".formatted(prefix, callee, arguments, callee);
				default -> "(%s $o%d %s)".formatted(prefix, callee, arguments);
			};
			return (random.nextInt(5) == 0)
					? "(block (try_table (catch_all 0) %s)) unreachable".formatted(call + suffix) : call + suffix;
		}

		private String arguments(Random random, int callee, List<String> types, String steps) {
			List<String> wanted = this.parameters.get(callee);
			return steps + " "
					+ wanted.subList(1, wanted.size())
						.stream()
						.map((type) -> value(random, type, types))
						.collect(Collectors.joining(" "));
		}

		private String results(Random random, List<String> types) {
			return this.results.stream().map((type) -> value(random, type, types)).collect(Collectors.joining(" "));
		}

		private static String value(Random random, String type, List<String> types) {
			List<Integer> fitting = IntStream.range(0, types.size())
				.filter((index) -> types.get(index).equals(type))
				.boxed()
				.toList();
			String constant = type.equals("v128") ? "(v128.const i64x2 %d 3)".formatted(random.nextInt(100))
					: "(%s.const %d)".formatted(type, random.nextInt(100));
			if (fitting.isEmpty()) {
				return constant;
			}
			String read = "(local.get %d)".formatted(fitting.get(random.nextInt(fitting.size())));
			return (random.nextInt(2) == 0) ? read
					: "(%s.add %s %s)".formatted(type.equals("v128") ? "i64x2" : type, read, constant);
		}

	}

}
