package dev.graft.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// HotSpot counts the rounds of a loop by its jumps back, in the interpreter and in C1's
/// code, but not those that a switch makes. A loop that goes on through one alone is
/// interpreted until its function returns, however long that takes.
class SwitchTests {

	private static final String LOOP_GOES_ON_IN_SWITCH = """
			(module (func (export "run") (param i32) (result i32)
			  (loop $again
			    (local.set 0 (i32.sub (local.get 0) (i32.const 1)))
			    (block $done (br_table $done $again $done $again (local.get 0))))
			  (local.get 0)))
			""";

	@Test
	void aSwitchOfTheGuestLeadsBackByAJump() {
		assertThat(methodsWhoseSwitchLeadsBack(LOOP_GOES_ON_IN_SWITCH, MethodLimits.DEFAULT)).isEmpty();
	}

	// Each piece of the loop ends it, goes on with what follows, or with the next round.
	@Test
	void whatFollowsAPieceLeadsBackByAJump() {
		assertThat(methodsWhoseSwitchLeadsBack(loopOfManyWays(), MethodLimits.TINY)).isEmpty();
	}

	private static String loopOfManyWays() {
		String steps = IntStream.range(0, 60).mapToObj((step) -> """
				(local.set 0 (i32.add (local.get 0) (i32.mul (local.get 1) (i32.const %1$d))))
				(br_if $done (i32.eq (local.get 0) (i32.const %1$d)))
				(br_if $again (i32.gt_u (local.get 0) (i32.const %1$d000)))
				""".formatted(step + 3)).collect(Collectors.joining());
		return "(module (func (export \"run\") (param i32 i32) (result i32) (block $done (loop $again " + steps
				+ "(br $again))) (local.get 0)))";
	}

	// C1 would have too many names for what is alive at the cases if the frame held all.
	@Test
	void anInterpretersSwitchStandsTwiceThoughMuchIsAlive() {
		assertThat(switchesOfTheFunction(interpreter(8))).isEqualTo(2);
		assertThat(switchesOfTheFunction(interpreter(20))).isEqualTo(2);
	}

	// An interpreter each of whose cases changes sixteen of its variables.
	private static String interpreter(int variables) {
		int cases = 65;
		String code = IntStream.range(0, cases)
			.mapToObj((number) -> "end\n" + IntStream.range(0, 16).mapToObj((step) -> """
					(local.set $v%1$d (i32.add (i32.mul (local.get $v%1$d) (local.get 0)) (i32.const %2$d)))
					""".formatted((number * 5 + step) % variables, number)).collect(Collectors.joining()) + """
					(local.set $sum (i32.add (local.get $sum) (local.get $v%d)))
					(br_if $done (i32.eq (local.get $sum) (i32.const 12345)))
					(br $next)
					""".formatted(number * 5 % variables))
			.collect(Collectors.joining());
		return """
				(module (func (export "run") (param i32) (result i32) (local $sum i32) %s
				  block $done loop $next
				    %s (br_table %s 0 (i32.rem_u (local.get $sum) (i32.const %d)))
				    %s
				  end end
				  (local.get $sum)))
				""".formatted(
				IntStream.range(0, variables).mapToObj("(local $v%d i32)"::formatted).collect(Collectors.joining()),
				"block\n".repeat(cases),
				IntStream.range(0, cases).mapToObj(Integer::toString).collect(Collectors.joining(" ")), cases, code);
	}

	private static long switchesOfTheFunction(String module) {
		return CompiledClasses
			.methods(new CompileRequest("loop.wat", module.getBytes(StandardCharsets.UTF_8), CompilerSettings.DEFAULT),
					MethodLimits.DEFAULT)
			.mapToLong((method) -> method.code()
				.stream()
				.flatMap((code) -> code.elementStream())
				.filter((element) -> element instanceof TableSwitchInstruction table && table.cases().size() >= 60)
				.count())
			.max()
			.orElseThrow();
	}

	// Cut anywhere, it was 211 methods, of which each round went through several.
	@Test
	void thousandCasesAreFewMethods() {
		int cases = 1_024;
		String code = IntStream.range(0, cases)
			.mapToObj(
					(number) -> """
							end
							(local.set $sum (i32.add (i32.xor (local.get $sum) (i32.const %d)) (i32.mul (local.get 0) (i32.const %d))))
							br $done
							"""
						.formatted(number * 7919, number * 31 + 1))
			.collect(Collectors.joining());
		String module = """
				(module (func (export "run") (param i32) (result i32) (local $sum i32)
				  loop $next
				    block $done
				      %s (br_table %s $done (i32.rem_u (local.get $sum) (i32.const %d)))
				      %s
				    end
				    (br_if $next (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))
				  end
				  (local.get $sum)))
				""".formatted("block\n".repeat(cases),
				IntStream.range(0, cases).mapToObj(Integer::toString).collect(Collectors.joining(" ")), cases + 1,
				code);
		assertThat(CompiledClasses
			.methods(new CompileRequest("cases.wat", module.getBytes(StandardCharsets.UTF_8), CompilerSettings.DEFAULT),
					MethodLimits.DEFAULT)
			.filter((method) -> method.methodName().stringValue().contains("#0$"))).hasSizeBetween(5, 20);
	}

	private static List<String> methodsWhoseSwitchLeadsBack(String module, MethodLimits limits) {
		return CompiledClasses
			.methods(new CompileRequest("loop.wat", module.getBytes(StandardCharsets.UTF_8), CompilerSettings.DEFAULT),
					limits)
			.filter(SwitchTests::hasSwitchThatLeadsBack)
			.map((method) -> method.methodName().stringValue())
			.toList();
	}

	private static boolean hasSwitchThatLeadsBack(MethodModel method) {
		Set<Label> passed = new HashSet<>();
		for (CodeElement element : method.code().map((code) -> code.elementList()).orElse(List.of())) {
			switch (element) {
				case LabelTarget target -> passed.add(target.label());
				case TableSwitchInstruction table -> {
					if (Stream.concat(table.cases().stream().map(SwitchCase::target), Stream.of(table.defaultTarget()))
						.anyMatch(passed::contains)) {
						return true;
					}
				}
				default -> {
				}
			}
		}
		return false;
	}

}
