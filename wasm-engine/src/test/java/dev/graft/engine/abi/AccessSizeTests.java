package dev.graft.engine.abi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// HotSpot's two compilers have to disagree about the methods that access memory: C1
/// calls them, C2 inlines them.
class AccessSizeTests {

	/// `MaxInlineSize`: what is no larger C2 inlines although it is seldom called.
	private static final int C2_INLINES = 35;

	/// `C1InlineStackLimit` where there is a C2: what has a deeper stack C1 does not
	/// inline.
	private static final int C1_INLINES = 5;

	private static final Pattern OPERATOR = Pattern.compile("(get|set|load|store)[IF]\\d+");

	@ParameterizedTest
	@ValueSource(classes = { MemoryAccessOps.class, CheckedAccessOps.class })
	void operatorsAreSmallEnoughForC2AndTooDeepForC1(Class<?> type) throws IOException {
		List<String> operators = new ArrayList<>();
		for (MethodModel method : ClassFile.of().parse(bytes(type)).methods()) {
			String name = method.methodName().stringValue();
			if (OPERATOR.matcher(name).matches()) {
				CodeAttribute code = (CodeAttribute) method.code().orElseThrow();
				assertThat(code.codeLength()).as(name).isLessThanOrEqualTo(C2_INLINES);
				assertThat(code.maxStack()).as(name).isGreaterThan(C1_INLINES);
				operators.add(name);
			}
		}
		assertThat(operators).hasSize(12);
	}

	@Test
	void checksOfOperatorsAreSmallEnoughForC2() throws IOException {
		assertThat(ClassFile.of().parse(bytes(CheckedAccessOps.class)).methods())
			.filteredOn((method) -> method.methodName().stringValue().startsWith("within"))
			.hasSize(4)
			.allSatisfy((method) -> assertThat(((CodeAttribute) method.code().orElseThrow()).codeLength())
				.isLessThanOrEqualTo(C2_INLINES));
	}

	private static byte[] bytes(Class<?> type) throws IOException {
		try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
			return Objects.requireNonNull(in).readAllBytes();
		}
	}

}
