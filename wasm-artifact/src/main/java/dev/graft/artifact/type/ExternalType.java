package dev.graft.artifact.type;

/// The type of something that can be imported or exported.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#external-types">Structure,
/// "External Types"</a>
public sealed interface ExternalType {

	/// Which of the five kinds it is.
	ExternalKind kind();

	/// A function.
	/// @param typeIndex the index of its type in the module's [TypeTable]
	record Function(int typeIndex) implements ExternalType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.FUNCTION;
		}

	}

	/// A table.
	/// @param addressType the type of its indices
	/// @param limits its size range in elements
	/// @param elementType what it holds
	record Table(AddressType addressType, Limits limits, ReferenceType elementType) implements ExternalType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.TABLE;
		}

	}

	/// A memory.
	/// @param addressType the type of its addresses
	/// @param limits its size range in pages
	/// @param shared whether threads can share it
	/// @param pageSizeLog2 the binary logarithm of the page size in bytes, 16 unless the
	/// module says otherwise
	record Memory(AddressType addressType, Limits limits, boolean shared, int pageSizeLog2) implements ExternalType {

		/// The binary logarithm of the usual page size, 64 KiB.
		public static final int DEFAULT_PAGE_SIZE_LOG2 = 16;

		/// An unshared memory of 64 KiB pages with 32-bit addresses.
		public static Memory of(Limits limits) {
			return new Memory(AddressType.I32, limits, false, DEFAULT_PAGE_SIZE_LOG2);
		}

		@Override
		public ExternalKind kind() {
			return ExternalKind.MEMORY;
		}

	}

	/// A global.
	/// @param valueType what it holds
	/// @param mutable whether it can be set
	record Global(ValueType valueType, boolean mutable) implements ExternalType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.GLOBAL;
		}

	}

	/// A tag.
	/// @param typeIndex the index of its function type in the module's [TypeTable]
	record Tag(int typeIndex) implements ExternalType {

		@Override
		public ExternalKind kind() {
			return ExternalKind.TAG;
		}

	}

}
