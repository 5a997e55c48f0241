package dev.graft.compiler.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.compiler.Wat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SegmentLayoutTests {

	private static final int ALIGNMENT = MemoryImage.ALIGNMENT;

	private static SegmentLayout layout(String module) {
		return SegmentLayout.of(Wat.decode(module));
	}

	// ---- images

	@Test
	void makesAnImageOfWhatIsKnown() {
		SegmentLayout layout = layout(
				"(module (memory 1) (data (i32.const 100) \"abc\") (data (i32.const 102) \"xy\"))");
		assertThat(layout.memoryImages()).containsExactly(new MemoryImage(0, 0, 0, ALIGNMENT));
		assertThat(text(layout.imageBytes(), 100, 4)).isEqualTo("abxy");
		assertThat(layout.dataSegments()).allMatch(DataSegment::inImage);
		assertThat(layout.dataBytes()).isEmpty();
	}

	@Test
	void leavesGapsOutOfAnImage() {
		SegmentLayout layout = layout(
				"(module (memory 65536) (data (i32.const -65536) \"end\") (data (i32.const 20000) \"start\"))");
		assertThat(layout.memoryImages()).containsExactly(new MemoryImage(0, 0, ALIGNMENT, ALIGNMENT),
				new MemoryImage(0, ALIGNMENT, 0xFFFF0000L, ALIGNMENT));
		assertThat(text(layout.imageBytes(), 20000 - ALIGNMENT, 5)).isEqualTo("start");
		assertThat(text(layout.imageBytes(), ALIGNMENT, 3)).isEqualTo("end");
	}

	@Test
	void keepsPassiveSegmentsBesideAnImage() {
		SegmentLayout layout = layout("(module (memory 1) (data \"later\") (data (i32.const 0) \"now\") (data \"!\"))");
		assertThat(layout.dataSegments()).containsExactly(new DataSegment(0, 5, false), new DataSegment(0, 3, true),
				new DataSegment(5, 1, false));
		assertThat(text(layout.dataBytes(), 0, 6)).isEqualTo("later!");
	}

	@Test
	void makesNoImageOfWhatIsNotKnownOrNotCertain() {
		assertNoImage("(module (import \"m\" \"m\" (memory 1)) (data (i32.const 0) \"x\"))");
		assertNoImage("(module (import \"m\" \"g\" (global i32)) (memory 1) (data (global.get 0) \"x\"))");
		assertNoImage("(module (memory 1) (data (i32.const 0) \"x\") (data (i32.const 65536) \"y\"))");
		assertNoImage("(module (memory 1) (data (i32.const -1) \"xy\"))");
	}

	@Test
	void makesNoImageOfCrumbs() {
		StringBuilder module = new StringBuilder("(module (memory 65536)");
		for (int i = 0; i < 100; i++) {
			module.append("(data (i32.const %d) \"x\")".formatted(i * 1024 * 1024));
		}
		assertNoImage(module.append(")").toString());
	}

	/// A function in somebody else's table can look at the memory of an instance whose
	/// initialization has failed: it must not see data that was never written.
	@Test
	void makesNoImageIfAFailedInstanceCanBeLookedInto() {
		String leak = "(elem (i32.const 0) func $f) (elem (i32.const 10) func $f)";
		assertNoImage("(module (import \"m\" \"t\" (table 1 funcref)) (memory 1) (func $f)" + leak
				+ " (data (i32.const 0) \"x\"))");
		SegmentLayout safe = layout("(module (import \"m\" \"t\" (table 11 funcref)) (memory 1) (func $f)" + leak
				+ " (data (i32.const 0) \"x\"))");
		assertThat(safe.memoryImages()).isNotEmpty();
	}

	private static void assertNoImage(String module) {
		SegmentLayout layout = layout(module);
		assertThat(layout.memoryImages()).as(module).isEmpty();
		assertThat(layout.dataSegments()).noneMatch(DataSegment::inImage);
		assertThat(layout.dataBytes()).isNotEmpty();
	}

	// ---- elements

	@Test
	void writesFunctionsOneAfterTheOther() {
		SegmentLayout layout = layout("(module (table 9 funcref) (func $f) (func $g) (elem (i32.const 0) func $g $f) "
				+ "(elem funcref (ref.func $g) (ref.null func)))");
		assertThat(layout.elementSegments()).extracting(ElementSegment::sectionOffset).containsExactly(0L, 8L);
		ByteBuffer bytes = ByteBuffer.wrap(layout.elementBytes()).order(ByteOrder.LITTLE_ENDIAN);
		assertThat(bytes.getInt()).isEqualTo(1);
		assertThat(bytes.getInt()).isZero();
		assertThat(bytes.getInt()).isEqualTo(1);
		assertThat(bytes.getInt()).isEqualTo(ElementSegment.NULL_ITEM);
	}

	@Test
	void leavesComputedElementsToTheInitializer() {
		SegmentLayout layout = layout("(module (import \"m\" \"g\" (global funcref)) (elem funcref (global.get 0)))");
		assertThat(layout.elementSegments()).allMatch(ElementSegment::computed);
	}

	private static String text(byte[] bytes, int offset, int length) {
		return new String(bytes, offset, length, StandardCharsets.UTF_8);
	}

}
