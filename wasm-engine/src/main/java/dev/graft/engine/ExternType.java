package dev.graft.engine;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import org.jspecify.annotations.Nullable;

/// The type of an import or export, complete in itself: unlike an [ExternalType] it needs
/// no module's type table to be read.
///
/// The text form is the one of the text format: `func [i32] -> [i32]`, `memory 1..2`,
/// `global mut i32`.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#external-types">Structure,
/// "External Types"</a>
public sealed interface ExternType {

	/// Which of the kinds it is.
	ExternalKind kind();

	/// A function.
	/// @param type its parameters and results
	/// @param definition the type definition, if parameters and results are not all there
	/// is to it: if it has supertypes or may have subtypes, or belongs to a recursive
	/// group
	record Function(FunctionType type, HeapType.@Nullable Resolved definition) implements ExternType {

		/// A function whose type is its parameters and results.
		public Function(FunctionType type) {
			this(type, null);
		}

		@Override
		public ExternalKind kind() {
			return ExternalKind.FUNCTION;
		}

		@Override
		public String toString() {
			return "func " + this.type + ((this.definition != null) ? ", type " + this.definition : "");
		}

	}

	/// A table.
	/// @param elementType what it holds
	/// @param limits its size range in elements
	/// @param addressType the type of its indices
	record Table(ReferenceType elementType, Limits limits, AddressType addressType) implements ExternType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.TABLE;
		}

		@Override
		public String toString() {
			return "table " + ((this.addressType == AddressType.I64) ? "i64 " : "") + this.limits + " "
					+ this.elementType;
		}

	}

	/// A memory.
	/// @param type its size range, address type and page size
	record Memory(ExternalType.Memory type) implements ExternType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.MEMORY;
		}

		@Override
		public String toString() {
			return "memory " + ((this.type.addressType() == AddressType.I64) ? "i64 " : "") + this.type.limits()
					+ (this.type.shared() ? " shared" : "")
					+ ((this.type.pageSizeLog2() != ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2)
							? " pagesize " + (1L << this.type.pageSizeLog2()) : "");
		}

	}

	/// A global.
	/// @param valueType what it holds
	/// @param mutable whether it can be set
	record Global(ValueType valueType, boolean mutable) implements ExternType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.GLOBAL;
		}

		@Override
		public String toString() {
			return "global " + (this.mutable ? "mut " : "") + this.valueType;
		}

	}

	/// A tag.
	/// @param type what an exception with this tag carries
	record Tag(FunctionType type) implements ExternType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.TAG;
		}

		@Override
		public String toString() {
			return "tag " + this.type;
		}

	}

}
