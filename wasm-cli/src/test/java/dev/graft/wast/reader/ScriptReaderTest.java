package dev.graft.wast.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.type.NumberType;
import dev.graft.wast.Action;
import dev.graft.wast.LaneShape;
import dev.graft.wast.ModuleSource;
import dev.graft.wast.ResultPattern;
import dev.graft.wast.Script;
import dev.graft.wast.ScriptCommand;
import dev.graft.wast.ScriptValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {

	private static Script read(String text) {
		return ScriptReader.read("test.wast", text.getBytes(StandardCharsets.UTF_8));
	}

	private static ScriptCommand only(String text) {
		return read(text).commands().getFirst();
	}

	private static String source(ScriptCommand command) {
		ModuleSource source = switch (command) {
			case ScriptCommand.DefinitionAndInstantiation both -> both.source();
			case ScriptCommand.Definition definition -> definition.source();
			default -> throw new AssertionError(command);
		};
		return new String(((ModuleSource.Inline) source).bytes(), StandardCharsets.UTF_8);
	}

	@Test
	void cutsModulesOutWithoutParsingThem() {
		ScriptCommand module = only("\n(module $m (; c ;) (func nonsense))");
		assertThat(module).isInstanceOfSatisfying(ScriptCommand.DefinitionAndInstantiation.class, (read) -> {
			assertThat(read.id()).isEqualTo("m");
			assertThat(read.line()).isEqualTo(2);
		});
		assertThat(source(module)).isEqualTo("(module $m (; c ;) (func nonsense))");
	}

	@Test
	void joinsTheStringsOfQuotedAndBinaryModules() {
		assertThat(source(only("(module quote \"(fu\" \"nc)\")"))).isEqualTo("(func)");
		assertThat(source(only("(module binary \"\\00a\" \"sm\")"))).isEqualTo("\0asm");
	}

	@Test
	void tellsDefinitionsAndInstancesApart() {
		List<ScriptCommand> commands = read("(module definition $d (func)) (module instance $i $d)").commands();
		assertThat(source(commands.get(0))).isEqualTo("(module $d (func))");
		assertThat(commands.get(1)).isEqualTo(new ScriptCommand.Instantiation(1, "i", "d"));
	}

	@Test
	void takesFieldsAloneForAModule() {
		assertThat(source(only("(memory 1) (func)"))).isEqualTo("(memory 1) (func)");
	}

	@Test
	void readsActionsWithTheirArguments() {
		Action invoke = new Action.Invoke("m", "f",
				List.of(new ScriptValue.I32(-1), new ScriptValue.I64(2), new ScriptValue.F32(0x3F80_0000),
						new ScriptValue.F64(0x8000_0000_0000_0000L), new ScriptValue.NullReference("func"),
						new ScriptValue.ExternReference(7)));
		assertThat(only(
				"(invoke $m \"f\" (i32.const 0xffffffff) (i64.const 2) (f32.const 1) (f64.const -0) (ref.null func) (ref.extern 7))"))
			.isEqualTo(new ScriptCommand.Perform(1, invoke));
		assertThat(only("(get \"g\")")).isEqualTo(new ScriptCommand.Perform(1, new Action.Get(null, "g")));
	}

	@Test
	void readsPatterns() {
		assertThat(only(
				"(assert_return (get \"g\") (f32.const nan:canonical) (f64.const nan:arithmetic) (ref.func) (either (i32.const 1) (ref.null)))"))
			.isEqualTo(new ScriptCommand.AssertReturn(1, new Action.Get(null, "g"),
					List.of(new ResultPattern.CanonicalNan(NumberType.F32),
							new ResultPattern.ArithmeticNan(NumberType.F64), new ResultPattern.AnyReference("func"),
							new ResultPattern.Either(List.of(new ResultPattern.Exactly(new ScriptValue.I32(1)),
									new ResultPattern.Exactly(new ScriptValue.NullReference("")))))));
	}

	@Test
	void readsVectorsLaneByLane() {
		assertThat(result("(v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 -1 0xff)"))
			.isEqualTo(exactly(0x0706_0504_0302_0100L, 0xFFFF_0D0C_0B0A_0908L));
		assertThat(result("(v128.const i16x8 1 -1 0xffff 2 3 4 5 -32768)"))
			.isEqualTo(exactly(0x0002_FFFF_FFFF_0001L, 0x8000_0005_0004_0003L));
		assertThat(result("(v128.const i32x4 1 -1 2 3)"))
			.isEqualTo(exactly(0xFFFF_FFFF_0000_0001L, 0x0000_0003_0000_0002L));
		assertThat(result("(v128.const i64x2 -1 2)")).isEqualTo(exactly(-1, 2));
		assertThat(result("(v128.const f32x4 1 -0 nan inf)"))
			.isEqualTo(exactly(0x8000_0000_3F80_0000L, 0x7F80_0000_7FC0_0000L));
		assertThat(result("(v128.const f64x2 1 -0)")).isEqualTo(exactly(0x3FF0_0000_0000_0000L, Long.MIN_VALUE));
		assertThatExceptionOfType(MalformedModuleException.class)
			.isThrownBy(() -> result("(v128.const i8x16 256 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)"))
			.withMessageContaining("constant out of range");
	}

	private static ResultPattern exactly(long low, long high) {
		return new ResultPattern.Exactly(new ScriptValue.V128(low, high));
	}

	private static ResultPattern result(String pattern) {
		return ((ScriptCommand.AssertReturn) only("(assert_return (get \"g\") " + pattern + ")")).results().getFirst();
	}

	@Test
	void keepsTheLanesOfVectorsThatMayDiffer() {
		assertThat(result("(v128.const f64x2 nan:canonical 1)"))
			.isEqualTo(new ResultPattern.Vector(LaneShape.F64X2, List.of(new ResultPattern.CanonicalNan(NumberType.F64),
					new ResultPattern.Exactly(new ScriptValue.F64(0x3FF0_0000_0000_0000L)))));
	}

	@Test
	void readsThreadsWithTheirCommands() {
		assertThat(read("(thread $t (shared (module $m) (module $a as $b)) (register \"m\" $m)) (wait $t)").commands())
			.containsExactly(
					new ScriptCommand.ThreadStart(1, "t",
							List.of(new ScriptCommand.SharedInstance("m", "m"),
									new ScriptCommand.SharedInstance("a", "b")),
							List.of(new ScriptCommand.Registration(1, "m", "m"))),
					new ScriptCommand.ThreadJoin(1, "t"));
	}

	@Test
	void tellsTrapsOfActionsFromTrapsOfModules() {
		assertThat(only("(assert_trap (invoke \"f\") \"unreachable\")")).isInstanceOf(ScriptCommand.AssertTrap.class);
		assertThat(only("(assert_trap (module) \"unreachable\")"))
			.isInstanceOf(ScriptCommand.AssertUninstantiable.class);
	}

	@Test
	void saysWhereACommandIsUnknown() {
		assertThatExceptionOfType(MalformedModuleException.class).isThrownBy(() -> read("(module)\n (assert_bliss)"))
			.withMessageContaining("test.wast 2:3")
			.withMessageContaining("assert_bliss");
	}

}
