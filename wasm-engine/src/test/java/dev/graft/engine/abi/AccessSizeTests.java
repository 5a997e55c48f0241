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

import static org.assertj.core.api.Assertions.assertThat;

/// HotSpot's two compilers have to disagree about the methods that access memory: C1
/// calls them, C2 inlines them.
class AccessSizeTests {

	/// `C1MaxInlineSize`: what is larger C1 does not inline.
	private static final int C1_INLINES = 35;

	/// `FreqInlineSize`: what is called often and no larger C2 inlines.
	private static final int C2_INLINES = 325;

	private static final Pattern TARGET = Pattern.compile("[gs]et[IF]\\d+");

	@Test
	void targetsOfHandlesAreTooLargeForC1AndSmallEnoughForC2() throws IOException {
		List<String> targets = new ArrayList<>();
		for (MethodModel method : ClassFile.of().parse(bytes(MemoryHandles.class)).methods()) {
			String name = method.methodName().stringValue();
			if (TARGET.matcher(name).matches()) {
				int size = ((CodeAttribute) method.code().orElseThrow()).codeLength();
				assertThat(size).as(name).isGreaterThan(C1_INLINES).isLessThanOrEqualTo(C2_INLINES);
				targets.add(name);
			}
		}
		assertThat(targets).hasSize(12);
	}

	private static byte[] bytes(Class<?> type) throws IOException {
		try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
			return Objects.requireNonNull(in).readAllBytes();
		}
	}

}
