package dev.graft.artifact.module;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.SectionOutput;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.TypeTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The section `.wasm.functions`: one row per function, imported ones first, read in
/// place.
///
/// ```
/// functions ::= row*                      row i describes function i
/// row       ::= typeIndex:u32             in the type table
///               groupIndex:i32            in CodeLayout.groupClasses; -1 for an import
///               dispatchSlot:i32          -1 for a function that never becomes a reference
///               tailNumber:u32            0 for a function that never leaves for those it calls
/// ```
public final class FunctionTable {

	/// The name of the section.
	public static final String SECTION = ".wasm.functions";

	/// The group index of imported functions.
	public static final int IMPORTED = -1;

	/// The dispatch slot of functions that never become a reference.
	public static final int NO_SLOT = -1;

	private static final int ROW_BYTES = 16;

	private static final int GROUP_INDEX = 4;

	private static final int DISPATCH_SLOT = 8;

	private static final int TAIL_NUMBER = 12;

	private final String source;

	private final ByteBuffer rows;

	private final @Nullable TypeTable types;

	private final int groupCount;

	private FunctionTable(String source, ByteBuffer rows, @Nullable TypeTable types, int groupCount) {
		this.source = source;
		this.rows = rows;
		this.types = types;
		this.groupCount = groupCount;
	}

	/// A view of a section. Rows are read, and checked, when they are asked for.
	/// @param source the file, for messages
	/// @param section the section's bytes
	/// @param types the types that the module defines
	/// @param groupCount how many classes hold functions
	/// @throws CorruptArtifactException if the section does not consist of rows
	public static FunctionTable read(String source, ByteBuffer section, TypeTable types, int groupCount) {
		return of(source, section, types, groupCount);
	}

	private static FunctionTable of(String source, ByteBuffer section, @Nullable TypeTable types, int groupCount) {
		if (section.remaining() % ROW_BYTES != 0) {
			throw new CorruptArtifactException(source, SECTION, 0, "a multiple of " + ROW_BYTES + " bytes",
					section.remaining() + " bytes");
		}
		return new FunctionTable(source, section.slice().order(ByteOrder.LITTLE_ENDIAN), types, groupCount);
	}

	/// How many functions there are.
	public int size() {
		return this.rows.limit() / ROW_BYTES;
	}

	/// The index of a function's type in the type table.
	/// @throws IndexOutOfBoundsException if there is no such function
	public int typeIndex(int functionIndex) {
		int row = row(functionIndex);
		int index = number(row, "a type index", 0, (this.types != null) ? this.types.size() : Integer.MAX_VALUE);
		if (this.types != null && !(this.types.types().get(index).composite() instanceof FunctionType)) {
			throw new CorruptArtifactException(this.source, SECTION, row, "a function type", "type " + index);
		}
		return index;
	}

	/// The index, in [CodeLayout#groupClasses], of the class that holds a function;
	/// [#IMPORTED] for imports.
	/// @throws IndexOutOfBoundsException if there is no such function
	public int groupIndex(int functionIndex) {
		return number(row(functionIndex) + GROUP_INDEX, "a class", IMPORTED, this.groupCount);
	}

	/// By what number dispatchers know a function; [#NO_SLOT] if it never becomes a
	/// reference.
	/// @throws IndexOutOfBoundsException if there is no such function
	public int dispatchSlot(int functionIndex) {
		return number(row(functionIndex) + DISPATCH_SLOT, "a dispatch slot", NO_SLOT, Integer.MAX_VALUE);
	}

	/// By what number a function is known that leaves for those that it calls in tail
	/// position; 0 if it never does.
	/// @throws IndexOutOfBoundsException if there is no such function
	public int tailNumber(int functionIndex) {
		return number(row(functionIndex) + TAIL_NUMBER, "a tail number", 0, Integer.MAX_VALUE);
	}

	/// The section's bytes, read only.
	public ByteBuffer bytes() {
		return this.rows.asReadOnlyBuffer();
	}

	private int row(int functionIndex) {
		return Objects.checkIndex(functionIndex, size()) * ROW_BYTES;
	}

	private int number(int offset, String what, int minimum, int limit) {
		int number = this.rows.getInt(offset);
		if (number < minimum || number >= limit) {
			throw new CorruptArtifactException(this.source, SECTION, offset, what + " below " + limit,
					Integer.toString(number));
		}
		return number;
	}

	/// Collects the rows, in the order of the function index space.
	public static final class Builder {

		private final SectionOutput rows = new SectionOutput();

		/// Adds the next function.
		public Builder add(int typeIndex, int groupIndex, int dispatchSlot, int tailNumber) {
			this.rows.u32(typeIndex).u32(groupIndex).u32(dispatchSlot).u32(tailNumber);
			return this;
		}

		/// Adds the next function, an import.
		/// @param dispatchSlot its slot, or [#NO_SLOT]
		public Builder addImport(int typeIndex, int dispatchSlot) {
			return add(typeIndex, IMPORTED, dispatchSlot, 0);
		}

		/// The table of all functions added.
		public FunctionTable build() {
			return of("", ByteBuffer.wrap(this.rows.toByteArray()), null, Integer.MAX_VALUE);
		}

	}

}
