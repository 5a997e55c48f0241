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

		private static final long ADDRESSABLE_32 = 1L << 32;

		/// An unshared memory of 64 KiB pages with 32-bit addresses.
		public static Memory of(Limits limits) {
			return new Memory(AddressType.I32, limits, false, DEFAULT_PAGE_SIZE_LOG2);
		}

		/// The size never to exceed, in pages: the declared maximum or, if there is none,
		/// what the address type allows; [Long#MAX_VALUE] if it is more than that.
		public long maximumPages() {
			boolean narrow = this.addressType == AddressType.I32;
			long most = narrow ? ADDRESSABLE_32 >>> this.pageSizeLog2 : Long.MAX_VALUE;
			long maximum = this.limits.maximum().orElse(most);
			return (maximum < 0) ? Long.MAX_VALUE : maximum;
		}

		/// The smallest size in bytes; [Long#MAX_VALUE] if it is more than that.
		public long minimumBytes() {
			return bytes(this.limits.minimum());
		}

		/// How many bytes some pages have; [Long#MAX_VALUE] if they are more than that.
		/// @param pages the number of pages, unsigned
		public long bytes(long pages) {
			long most = Long.MAX_VALUE >>> this.pageSizeLog2;
			return (Long.compareUnsigned(pages, most) > 0) ? Long.MAX_VALUE : pages << this.pageSizeLog2;
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
