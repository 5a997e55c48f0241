package dev.graft.artifact.section;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.SectionOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where each class file is, by name. Searched in place.
///
/// ```
/// classindex ::= count:u32 row^count text
/// row        ::= nameEnd:u32              in text; the name begins where the one before ends
///                offset:u32 size:u32      in .wasm.classes
///                checksum:u32             CRC-32C of the class file, checked whenever it is handed out
/// text       ::= UTF-8                    binary names, sorted by their bytes as unsigned numbers
/// ```
public final class ClassIndex {

	private static final String NAME = SectionKind.CLASS_INDEX.sectionName();

	private static final int ROW_BYTES = 16;

	private final String source;

	private final ByteBuffer section;

	private final int count;

	private ClassIndex(String source, ByteBuffer section, int count) {
		this.source = source;
		this.section = section;
		this.count = count;
	}

	/// A view of a section.
	/// @param source the file, for messages
	/// @throws CorruptArtifactException if the section is too short for its count
	public static ClassIndex read(String source, ByteBuffer section) {
		ByteBuffer bytes = section.slice().order(ByteOrder.LITTLE_ENDIAN);
		int count = (bytes.limit() < Integer.BYTES) ? -1 : bytes.getInt(0);
		if (count < 0 || count > (bytes.limit() - Integer.BYTES) / ROW_BYTES) {
			throw new CorruptArtifactException(source, NAME, 0, "a count that fits into " + bytes.limit() + " bytes",
					Integer.toUnsignedString(count));
		}
		return new ClassIndex(source, bytes, count);
	}

	/// How many classes there are.
	public int size() {
		return this.count;
	}

	/// Where the file of a class is, if there is such a class.
	public Optional<ClassFile> find(String binaryName) {
		ByteBuffer wanted = ByteBuffer.wrap(binaryName.getBytes(StandardCharsets.UTF_8));
		int low = 0;
		int high = this.count - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = compareUnsigned(name(middle), wanted);
			if (order == 0) {
				return Optional.of(row(middle));
			}
			if (order < 0) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return Optional.empty();
	}

	/// The binary names of all classes, sorted.
	public List<String> names() {
		List<String> names = new ArrayList<>(this.count);
		for (int i = 0; i < this.count; i++) {
			ByteBuffer utf8 = name(i);
			byte[] name = new byte[utf8.limit()];
			utf8.get(name);
			names.add(new String(name, StandardCharsets.UTF_8));
		}
		return names;
	}

	private ClassFile row(int row) {
		int at = rowOffset(row);
		return new ClassFile(this.section.getInt(at + 4), this.section.getInt(at + 8), this.section.getInt(at + 12));
	}

	private ByteBuffer name(int row) {
		int text = rowOffset(this.count);
		int length = this.section.limit() - text;
		int start = (row == 0) ? 0 : this.section.getInt(rowOffset(row - 1));
		int end = this.section.getInt(rowOffset(row));
		if (start < 0 || end < start || end > length) {
			throw new CorruptArtifactException(this.source, NAME, rowOffset(row), "a name within " + length + " bytes",
					start + ".." + end);
		}
		return this.section.slice(text + start, end - start);
	}

	private static int rowOffset(int row) {
		return Integer.BYTES + row * ROW_BYTES;
	}

	private static int compareUnsigned(ByteBuffer a, ByteBuffer b) {
		int mismatch = a.mismatch(b);
		if (mismatch < 0) {
			return 0;
		}
		if (mismatch == a.limit() || mismatch == b.limit()) {
			return Integer.compare(a.limit(), b.limit());
		}
		return Byte.compareUnsigned(a.get(mismatch), b.get(mismatch));
	}

	/// Where a class file is.
	/// @param offset where it begins in the section of class files
	/// @param size how many bytes it has
	/// @param checksum its checksum, see [DigestSection#checksum]
	public record ClassFile(int offset, int size, int checksum) {
	}

	/// Lays class files out and builds their index.
	public static final class Builder {

		private static final int ALIGNMENT = 8;

		/// Class files and what pads them. Not copied: together they may take a quarter
		/// of the heap.
		private final List<ByteBuffer> classes = new ArrayList<>();

		private long size;

		private final SortedMap<byte[], ClassFile> rows = new TreeMap<>(Arrays::compareUnsigned);

		/// Adds a class file after the ones that are there. It is not copied.
		/// @throws IllegalArgumentException if there is one of that name
		public Builder add(String binaryName, ByteBuffer classFile) {
			int padding = (int) (-this.size & (ALIGNMENT - 1));
			long offset = this.size + padding;
			int bytes = classFile.remaining();
			if (offset + bytes > Integer.MAX_VALUE) {
				throw new IllegalStateException("class files of more than 2 GiB");
			}
			ClassFile row = new ClassFile((int) offset, bytes, DigestSection.checksum(classFile.duplicate()));
			if (this.rows.put(binaryName.getBytes(StandardCharsets.UTF_8), row) != null) {
				throw new IllegalArgumentException("two classes " + binaryName);
			}
			this.classes.add(ByteBuffer.allocate(padding));
			this.classes.add(classFile);
			this.size = offset + bytes;
			return this;
		}

		/// The section of class files, in pieces.
		public List<ByteBuffer> classes() {
			return List.copyOf(this.classes);
		}

		/// The section that is their index.
		public ByteBuffer index() {
			SectionOutput index = new SectionOutput().u32(this.rows.size());
			SectionOutput text = new SectionOutput();
			for (Map.Entry<byte[], ClassFile> entry : this.rows.entrySet()) {
				ClassFile row = entry.getValue();
				text.bytes(entry.getKey());
				index.u32(text.size()).u32(row.offset()).u32(row.size()).u32(row.checksum());
			}
			return ByteBuffer.wrap(index.bytes(text.toByteArray()).toByteArray());
		}

	}

}
