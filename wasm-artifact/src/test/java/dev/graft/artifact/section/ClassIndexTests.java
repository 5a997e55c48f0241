package dev.graft.artifact.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.graft.artifact.format.SectionOutput;
import dev.graft.artifact.section.ClassIndex.ClassFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClassIndexTests {

	@Test
	void findsEachOfManyClassesAndNoOther() {
		ClassIndex.Builder builder = new ClassIndex.Builder();
		for (int i = 0; i < 1000; i++) {
			builder.add(name(i), contents(i));
		}
		SectionOutput section = new SectionOutput();
		builder.classes().forEach(section::bytes);
		ByteBuffer classes = ByteBuffer.wrap(section.toByteArray());
		ClassIndex index = ClassIndex.read("x", builder.index());
		for (int i = 0; i < 1000; i++) {
			ClassFile found = index.find(name(i)).orElseThrow();
			assertThat(classes.slice(found.offset(), found.size())).isEqualTo(contents(i));
			assertThat(found.offset() % 8).isZero();
			assertThat(index.find(name(i) + "x")).isEmpty();
		}
		assertThat(index.names()).hasSize(1000).contains("p.Functions7").isSorted();
	}

	@Test
	void keepsTheOrderInWhichClassesWereGiven() {
		ClassIndex.Builder builder = new ClassIndex.Builder().add("p.Z", contents(1)).add("p.A", contents(2));
		ClassIndex index = ClassIndex.read("x", builder.index());
		assertThat(index.names()).containsExactly("p.A", "p.Z");
		assertThat(index.find("p.Z").orElseThrow().offset()).isZero();
	}

	@Test
	void sortsNamesByTheirBytes() {
		ClassIndex.Builder builder = new ClassIndex.Builder();
		for (String name : new String[] { "p.ä", "p.z", "p.\uD83D\uDE00", "p.\uFF21", "p", "p.a" }) {
			builder.add(name, contents(1));
		}
		ClassIndex index = ClassIndex.read("x", builder.index());
		assertThat(index.names()).containsExactly("p", "p.a", "p.z", "p.ä", "p.\uFF21", "p.\uD83D\uDE00");
		assertThat(index.find("p.\uD83D\uDE00")).isPresent();
	}

	@Test
	void takesEachClassOnce() {
		ClassIndex.Builder builder = new ClassIndex.Builder().add("p.A", contents(1));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.add("p.A", contents(1)))
			.withMessage("two classes p.A");
	}

	private static String name(int i) {
		return "p.Functions" + i;
	}

	private static ByteBuffer contents(int i) {
		return ByteBuffer.wrap("class file %d".formatted(i).getBytes(StandardCharsets.UTF_8));
	}

}
