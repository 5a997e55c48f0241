package dev.graft.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.Wat;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortLeavesTests {

	private static List<Integer> leaves(String fields) {
		var module = Wat.decode("(module " + fields + ")", EnumSet.allOf(Feature.class));
		ShortLeaves leaves = new ShortLeaves(module, false);
		return IntStream.range(module.importedFunctionCount(), module.functionCount())
			.filter(leaves::contains)
			.boxed()
			.toList();
	}

	@Test
	void callNobody() {
		assertThat(
				leaves("""
						(import "m" "f" (func)) (table 1 funcref) (memory 1) (elem declare func 1)
						(func) (func (call 0)) (func (call 1)) (func (call_indirect (i32.const 0))) (func (call_ref 0 (ref.func 1)))
						(func (return_call 1)) (func (drop (memory.grow (i32.load (i32.const 16)))))"""))
			.containsExactly(1, 7);
	}

	@Test
	void areShort() {
		assertThat(leaves("(func " + "(drop (i32.const 1000))".repeat(250) + ")" + "(func "
				+ "(drop (i32.const 1000))".repeat(260) + ")"))
			.containsExactly(0);
	}

}
