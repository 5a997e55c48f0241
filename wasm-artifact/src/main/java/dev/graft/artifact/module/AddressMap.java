package dev.graft.artifact.module;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.SectionInput;
import dev.graft.artifact.format.SectionOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The section `.wasm.addrmap`: from lines of generated code to offsets in the module's
/// binary form.
///
/// The line numbers of a generated method count the sites of the Wasm function from 1:
/// calls, instructions that can trap and loop headers. Lookups happen when a stack trace
/// is made, so small wins over fast: one function's sites are read from its first to the
/// one asked for.
///
/// ```
/// addrmap ::= count:u32  end:u32^count  sites^count       end[f] is where, after the ends, the sites of function f end
/// sites   ::= delta:signed*                               the first one from 0, each other one from the one before
/// ```
///
/// A stack trace does not need to know more than where: what went wrong is part of the
/// exception. Hence there is no section of trap sites.
public final class AddressMap {

	/// The name of the section.
	public static final String SECTION = ".wasm.addrmap";

	/// Line numbers have 16 bits: this one stands for itself and all above.
	public static final int LAST_LINE = 0xFFFF;

	/// What stands for an offset that is not known.
	public static final long UNKNOWN = -1;

	/// A map that knows nothing.
	public static final AddressMap EMPTY = new Builder().build();

	private final String source;

	private final ByteBuffer section;

	private final int count;

	private AddressMap(String source, ByteBuffer section, int count) {
		this.source = source;
		this.section = section;
		this.count = count;
	}

	/// A view of a section.
	/// @param source the file, for messages
	/// @param section the section's bytes
	/// @throws CorruptArtifactException if the section is too short for its count
	public static AddressMap read(String source, ByteBuffer section) {
		ByteBuffer bytes = section.slice().order(ByteOrder.LITTLE_ENDIAN);
		int count = (bytes.limit() < Integer.BYTES) ? -1 : bytes.getInt(0);
		if (count < 0 || count > bytes.limit() / Integer.BYTES - 1) {
			throw new CorruptArtifactException(source, SECTION, 0, "a count that fits into " + bytes.limit() + " bytes",
					Integer.toUnsignedString(count));
		}
		return new AddressMap(source, bytes, count);
	}

	/// Where in the module the site with a line number is.
	/// @param functionIndex the function
	/// @param line the line number, from 1
	/// @return the offset from the beginning of the module, or [#UNKNOWN]
	/// @throws CorruptArtifactException if the sites of that function lie outside of the
	/// section
	public long wasmOffset(int functionIndex, int line) {
		if (functionIndex < 0 || functionIndex >= this.count || line < 1) {
			return UNKNOWN;
		}
		SectionInput sites = sites(functionIndex);
		long offset = 0;
		for (int site = 0; site < line; site++) {
			if (sites.remaining() == 0) {
				return UNKNOWN;
			}
			offset += sites.signed();
		}
		return offset;
	}

	/// The section's bytes, read only.
	public ByteBuffer bytes() {
		return this.section.asReadOnlyBuffer();
	}

	private SectionInput sites(int functionIndex) {
		int first = row(this.count);
		int length = this.section.limit() - first;
		int start = (functionIndex == 0) ? 0 : this.section.getInt(row(functionIndex - 1));
		int end = this.section.getInt(row(functionIndex));
		if (start < 0 || end < start || end > length) {
			throw new CorruptArtifactException(this.source, SECTION, row(functionIndex),
					"a range within " + length + " bytes", start + ".." + end);
		}
		return new SectionInput(this.source, SECTION, this.section.slice(first + start, end - start));
	}

	private static int row(int functionIndex) {
		return (functionIndex + 1) * Integer.BYTES;
	}

	/// Collects sites, function by function in ascending order of their indices.
	public static final class Builder {

		private final SectionOutput ends = new SectionOutput();

		private final SectionOutput sites = new SectionOutput();

		/// Adds the sites of a function. Functions left out have none.
		/// @param functionIndex the function
		/// @param wasmOffsets the offset of the site with line number `i + 1` at index
		/// `i`; those beyond [#LAST_LINE] are not kept
		/// @throws IllegalArgumentException if the function comes before one already
		/// added
		public Builder add(int functionIndex, int[] wasmOffsets) {
			if (functionIndex < count()) {
				throw new IllegalArgumentException("function " + functionIndex + " comes after " + (count() - 1));
			}
			while (count() < functionIndex) {
				this.ends.u32(this.sites.size());
			}
			long previous = 0;
			for (int i = 0; i < Math.min(wasmOffsets.length, LAST_LINE); i++) {
				long offset = Integer.toUnsignedLong(wasmOffsets[i]);
				this.sites.signed(offset - previous);
				previous = offset;
			}
			this.ends.u32(this.sites.size());
			return this;
		}

		/// The map of all sites added.
		public AddressMap build() {
			SectionOutput section = new SectionOutput().u32(count())
				.bytes(this.ends.toByteArray())
				.bytes(this.sites.toByteArray());
			return read("", ByteBuffer.wrap(section.toByteArray()));
		}

		private int count() {
			return this.ends.size() / Integer.BYTES;
		}

	}

}
