package dev.graft.compiler.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.Wat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which functions leave: only those in chains that may be endless.
class TailCallsTests {

	private static TailCalls of(String fields) {
		return TailCalls.of(Wat.decode("(module " + fields + ")", EnumSet.allOf(Feature.class)));
	}

	private static List<Integer> leaving(String fields) {
		return Arrays.stream(of(fields).functions()).boxed().toList();
	}

	@Test
	void circlesAndWhatLeadsToThemLeave() {
		assertThat(leaving("""
				(func $a (return_call $b)) (func $b (return_call $c)) (func $c (return_call $b))
				(func $ordinary (call $a)) (func $end) (func $short (return_call $end))""")).containsExactly(0, 1, 2);
	}

	@Test
	void callsOfWhatIsNotKnownLeave() {
		assertThat(leaving("(import \"m\" \"f\" (func)) (func (return_call 0))")).containsExactly(1);
		assertThat(leaving("(table 1 funcref) (func (return_call_indirect (i32.const 0)))")).containsExactly(0);
		assertThat(leaving("(type $t (func)) (elem declare func 0) (func (return_call_ref $t (ref.func 0)))"))
			.containsExactly(0);
	}

	@Test
	void aFunctionThatOnlyCallsItselfRepeats() {
		TailCalls calls = of("(func (return_call 0)) (func (return_call 0)) (func)");
		assertThat(calls.functions()).isEmpty();
		assertThat(List.of(0, 1, 2)).filteredOn(calls::repeats).containsExactly(0);
	}

	@Test
	void chainsThatEndSoonAreOrdinaryCallsAndLongOnesAreNot() {
		String chain = IntStream.range(0, 12)
			.mapToObj((index) -> "(func (return_call %d))".formatted(index + 1))
			.collect(Collectors.joining());
		assertThat(leaving(chain + "(func)")).containsExactly(0, 1, 2, 3);
	}

	@Test
	void functionsAreNumberedByWhatTheirMethodsReturn() {
		TailCalls calls = of("""
				(table 1 funcref)
				(func (result i64) (return_call_indirect (result i64) (i32.const 0)))
				(func (return_call_indirect (i32.const 0)))
				(func (result v128) (return_call_indirect (result v128) (i32.const 0)))
				(func (return_call_indirect (i32.const 0)))""");
		assertThat(calls.functions()).containsExactly(0, 2, 1, 3);
		assertThat(calls.number(0)).isEqualTo(1);
		assertThat(calls.number(3)).isEqualTo(4);
	}

}
