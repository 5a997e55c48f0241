package dev.graft.engine.abi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.Objects;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AbiPreparationTests {

	// RATIONALE, "What does a failed check cost the rest of the JVM?".
	@Test
	void neverLetsTheCheckFailThatGeneratedCodeShares() throws IOException {
		try (InputStream file = Objects
			.requireNonNull(AbiPreparation.class.getResourceAsStream("AbiPreparation.class"))) {
			assertThat(
					StreamSupport.stream(ClassFile.of().parse(file.readAllBytes()).constantPool().spliterator(), false)
						.filter(MemberRefEntry.class::isInstance)
						.map(MemberRefEntry.class::cast)
						.map((member) -> member.name().stringValue()))
				.contains("checkFromToIndex")
				.doesNotContain("checkIndex");
		}
	}

	@Test
	void canBeDoneAgain() {
		AbiPreparation.run();
		AbiPreparation.run();
	}

}
