package dev.graft.artifact.module;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.SectionOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The section `.wasm.names`: the names of functions from the module's name section, read
/// one at a time and in place.
///
/// ```
/// names ::= count:u32  end:u32^count  text        end[i] is where, in text, the name of function i ends;
/// text  ::= UTF-8                                 it begins where the one before ends; an empty name is none
/// ```
///
/// Functions from `count` on have no name. The module's own name is part of
/// [ModuleMetadata].
public final class NameTable {

	/// The name of the section.
	public static final String SECTION = ".wasm.names";

	/// The table of a module without names.
	public static final NameTable EMPTY = new Builder().build();

	private final String source;

	private final ByteBuffer section;

	private final int count;

	private NameTable(String source, ByteBuffer section, int count) {
		this.source = source;
		this.section = section;
		this.count = count;
	}

	/// A view of a section.
	/// @param source the file, for messages
	/// @param section the section's bytes
	/// @throws CorruptArtifactException if the section is too short for its count
	public static NameTable read(String source, ByteBuffer section) {
		ByteBuffer bytes = section.slice().order(ByteOrder.LITTLE_ENDIAN);
		int count = (bytes.limit() < Integer.BYTES) ? -1 : bytes.getInt(0);
		if (count < 0 || count > bytes.limit() / Integer.BYTES - 1) {
			throw new CorruptArtifactException(source, SECTION, 0, "a count that fits into " + bytes.limit() + " bytes",
					Integer.toUnsignedString(count));
		}
		return new NameTable(source, bytes, count);
	}

	/// The name of a function, if it has one.
	/// @throws CorruptArtifactException if the row of that function points outside of the
	/// section
	public @Nullable String functionName(int functionIndex) {
		if (functionIndex < 0 || functionIndex >= this.count) {
			return null;
		}
		int start = (functionIndex == 0) ? 0 : end(functionIndex - 1);
		int end = end(functionIndex);
		if (start < 0 || end < start || end > textLength()) {
			throw new CorruptArtifactException(this.source, SECTION, row(functionIndex),
					"a range within " + textLength() + " bytes", start + ".." + end);
		}
		return (start == end) ? null : text(start, end);
	}

	/// The section's bytes, read only.
	public ByteBuffer bytes() {
		return this.section.asReadOnlyBuffer();
	}

	private String text(int start, int end) {
		byte[] utf8 = new byte[end - start];
		this.section.get(textStart() + start, utf8);
		return new String(utf8, StandardCharsets.UTF_8);
	}

	private int end(int functionIndex) {
		return this.section.getInt(row(functionIndex));
	}

	private static int row(int functionIndex) {
		return (functionIndex + 1) * Integer.BYTES;
	}

	private int textStart() {
		return row(this.count);
	}

	private int textLength() {
		return this.section.limit() - textStart();
	}

	/// Collects names, in ascending order of the functions' indices.
	public static final class Builder {

		private final SectionOutput ends = new SectionOutput();

		private final SectionOutput text = new SectionOutput();

		/// Adds the name of a function. Functions left out have none.
		/// @throws IllegalArgumentException if the function comes before one already
		/// named
		public Builder add(int functionIndex, String name) {
			if (functionIndex < count()) {
				throw new IllegalArgumentException("function " + functionIndex + " comes after " + (count() - 1));
			}
			while (count() < functionIndex) {
				this.ends.u32(this.text.size());
			}
			this.text.bytes(name.getBytes(StandardCharsets.UTF_8));
			this.ends.u32(this.text.size());
			return this;
		}

		/// The table of all names added.
		public NameTable build() {
			SectionOutput section = new SectionOutput().u32(count())
				.bytes(this.ends.toByteArray())
				.bytes(this.text.toByteArray());
			return read("", ByteBuffer.wrap(section.toByteArray()));
		}

		private int count() {
			return this.ends.size() / Integer.BYTES;
		}

	}

}
