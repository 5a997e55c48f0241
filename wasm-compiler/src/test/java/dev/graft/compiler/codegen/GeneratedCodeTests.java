package dev.graft.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Functions become the bytecode that stands below them in `src/test/resources/codegen`.
/// A change there is a change of the generated code: look at it, and keep it with
/// `-Dgraft.bless=true`.
class GeneratedCodeTests {

	static List<CodegenCase> cases() throws IOException {
		return CodegenCase.all();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void isAsExpected(CodegenCase each) throws IOException {
		List<String> generated = each.generated();
		assertThat(generated).as("the method to be shown").isNotEmpty();
		if (CodegenCase.BLESS) {
			each.bless(generated);
			return;
		}
		List<Delta<String>> differences = DiffUtils.diff(each.expected(), generated).getDeltas();
		if (!differences.isEmpty()) {
			fail(each.file() + " expects other code; if the new one is right, run with -Dgraft.bless=true\n"
					+ differences.stream().map(GeneratedCodeTests::text).collect(Collectors.joining()));
		}
	}

	private static String text(Delta<String> difference) {
		StringBuilder text = new StringBuilder("@@ line %d%n".formatted(difference.lineNumber()));
		difference.getOriginal().getLines().forEach((line) -> text.append("- ").append(line).append('\n'));
		difference.getRevised().getLines().forEach((line) -> text.append("+ ").append(line).append('\n'));
		return text.toString();
	}

}
