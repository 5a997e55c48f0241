package dev.graft.engine.abi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PollsTests {

	/// HotSpot's `MaxTrivialSize`: C2 does not ask how often a smaller method has been
	/// called.
	private static final int MAX_TRIVIAL_SIZE = 6;

	@Test
	void theHandleLeadsToWhatHotSpotInlinesHoweverSeldomItIsCalled() throws IOException {
		MethodHandleInfo target = MethodHandles.publicLookup().revealDirect(Polls.TARGET);
		assertThat(target.getDeclaringClass()).isEqualTo(MutableCallSite.class);
		assertThat(codeLength(target)).isLessThanOrEqualTo(MAX_TRIVIAL_SIZE);
	}

	@Test
	void theHandleGivesTheTargetOfASite() throws Throwable {
		MutableCallSite site = new MutableCallSite(Polls.OFF);
		assertThat(Polls.TARGET.invoke(site)).isSameAs(Polls.OFF);
		site.setTarget(MethodHandles.constant(boolean.class, true));
		assertThat(Polls.TARGET.invoke(site)).isSameAs(site.getTarget()).isNotSameAs(Polls.OFF);
	}

	private static int codeLength(MethodHandleInfo method) throws IOException {
		Class<?> owner = method.getDeclaringClass();
		try (InputStream bytes = owner.getResourceAsStream(owner.getSimpleName() + ".class")) {
			ClassModel model = ClassFile.of().parse(Objects.requireNonNull(bytes).readAllBytes());
			MethodModel found = model.methods()
				.stream()
				.filter((each) -> each.methodName().equalsString(method.getName()))
				.findFirst()
				.orElseThrow();
			return ((CodeAttribute) found.code().orElseThrow()).codeLength();
		}
	}

}
