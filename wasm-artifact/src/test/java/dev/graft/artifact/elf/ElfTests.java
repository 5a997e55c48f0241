package dev.graft.artifact.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElfTests {

	private static final ElfIdentification IDENTIFICATION = new ElfIdentification(0x99, 7);

	@Test
	void readsBackWhatItWrites() throws MalformedElfException {
		byte[] bytes = sample();
		ElfFile file = ElfFile.read(ByteBuffer.wrap(bytes));
		assertThat(file.header().identification()).isEqualTo(IDENTIFICATION);
		assertThat(file.sections()).extracting(ElfSection::name).containsExactly("first", "größe", "", ".shstrtab");
		assertThat(contents(bytes, file.sections().get(0))).isEqualTo("one");
		assertThat(contents(bytes, file.sections().get(1))).isEqualTo("two");
		assertThat(file.sections().get(1).offset()).isEqualTo(4096);
		assertThat(file.sections().get(2).size()).isZero();
	}

	@Test
	void writesAndReadsEveryFieldOfAHeader() throws MalformedElfException {
		ElfHeader header = new ElfHeader(IDENTIFICATION, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 65535);
		ByteBuffer bytes = ByteBuffer.allocate(ElfHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		header.write(bytes);
		assertThat(bytes.hasRemaining()).isFalse();
		assertThat(ElfHeader.read(bytes)).isEqualTo(header);
	}

	@Test
	void writesAndReadsEveryFieldOfASectionHeader() {
		SectionHeader header = new SectionHeader(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
		ByteBuffer bytes = ByteBuffer.allocate(SectionHeader.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		header.write(bytes);
		assertThat(bytes.hasRemaining()).isFalse();
		assertThat(SectionHeader.read(bytes.flip())).isEqualTo(header);
	}

	@Test
	void refusesSectionsOutsideOfTheFile() {
		for (long[] place : List.of(new long[] { 0, Long.MAX_VALUE }, new long[] { Long.MAX_VALUE, 1 },
				new long[] { -1, 0 }, new long[] { 0, -1 }, new long[] { 1, sample().length })) {
			ByteBuffer bytes = ByteBuffer.wrap(sample()).order(ByteOrder.LITTLE_ENDIAN);
			int second = ElfHeader.BYTES + SectionHeader.BYTES;
			bytes.putLong(second + 24, place[0]).putLong(second + 32, place[1]);
			assertThatExceptionOfType(MalformedElfException.class).isThrownBy(() -> ElfFile.read(bytes))
				.withMessageStartingWith("section header 1 @0x80: expected a section within a file of");
		}
	}

	@Test
	void refusesNamesWithoutAnEnd() {
		ByteBuffer bytes = ByteBuffer.wrap(sample()).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putInt(ElfHeader.BYTES + SectionHeader.BYTES, -1);
		assertThatExceptionOfType(MalformedElfException.class).isThrownBy(() -> ElfFile.read(bytes))
			.satisfies((ex) -> assertThat(ex.expected()).isEqualTo("the name of section 1"))
			.satisfies((ex) -> assertThat(ex.found()).isEqualTo("the end of the names"));
	}

	@Test
	void refusesAFileWithoutSectionNames() {
		ByteBuffer bytes = ByteBuffer.wrap(sample()).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putShort(62, (short) 200);
		assertThatExceptionOfType(MalformedElfException.class).isThrownBy(() -> ElfFile.read(bytes))
			.withMessage("ELF header @0x0: expected a section of names among 5 sections, found section 200");
	}

	@Test
	void refusesBigEndianAnd32BitFiles() {
		for (int index : new int[] { 4, 5 }) {
			ByteBuffer bytes = ByteBuffer.wrap(sample());
			bytes.put(index, (byte) (3 - bytes.get(index)));
			assertThatExceptionOfType(MalformedElfException.class).isThrownBy(() -> ElfFile.read(bytes))
				.withMessageContaining("expected a 64-bit little endian ELF file");
		}
	}

	private static byte[] sample() {
		return new ElfWriter(IDENTIFICATION).add("first", 1, text("one"))
			.add("größe", 4096, text("two"))
			.add("", 8, text(""))
			.toByteArray();
	}

	private static ByteBuffer text(String text) {
		return StandardCharsets.UTF_8.encode(text);
	}

	private static String contents(byte[] file, ElfSection section) {
		return new String(file, section.offset(), section.size(), StandardCharsets.UTF_8);
	}

}
