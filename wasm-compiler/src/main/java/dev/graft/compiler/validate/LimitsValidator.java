package dev.graft.compiler.validate;

import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.Positions;

/// Validates the limits of memories and tables.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/types.html#limits">Validation,
/// "Limits"</a>
final class LimitsValidator {

	private static final int ADDRESS_BITS_32 = 32;

	private static final int ADDRESS_BITS_64 = 64;

	private static final long MAXIMUM_I32 = 0xFFFFFFFFL;

	private final String sourceName;

	private final Positions positions;

	LimitsValidator(ModuleModel module) {
		this.sourceName = module.sourceName();
		this.positions = module.positions();
	}

	/// Validates a memory type.
	void memory(ExternalType.Memory type, int offset) {
		int pageSizeLog2 = type.pageSizeLog2();
		if (pageSizeLog2 != 0 && pageSizeLog2 != ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2) {
			throw new InvalidModuleException(this.sourceName, at(offset), "invalid custom page size", "1 or 65536",
					"2^" + pageSizeLog2);
		}
		boolean usual = type.addressType() == AddressType.I32 && pageSizeLog2 != 0;
		check(type.limits(), mostPages(type.addressType(), pageSizeLog2), "memory size",
				usual ? "pages (4GiB)" : "pages", offset);
		if (type.shared() && type.limits().maximum().isEmpty()) {
			throw new InvalidModuleException(this.sourceName, at(offset), "shared memory must have maximum",
					"a maximum", "none");
		}
	}

	// The size in pages has to be a number of the address type, too.
	private static long mostPages(AddressType addressType, int pageSizeLog2) {
		boolean narrow = addressType == AddressType.I32;
		int pagesLog2 = (narrow ? ADDRESS_BITS_32 : ADDRESS_BITS_64) - pageSizeLog2;
		if (pageSizeLog2 == 0) {
			return narrow ? MAXIMUM_I32 : -1;
		}
		return 1L << pagesLog2;
	}

	/// Validates a table type.
	void table(ExternalType.Table type, int offset) {
		long most = (type.addressType() == AddressType.I32) ? MAXIMUM_I32 : -1;
		check(type.limits(), most, "table size", "elements", offset);
	}

	private void check(Limits limits, long most, String what, String unit, int offset) {
		long minimum = limits.minimum();
		long maximum = limits.maximum().orElse(minimum);
		long larger = (Long.compareUnsigned(minimum, maximum) > 0) ? minimum : maximum;
		if (Long.compareUnsigned(larger, most) > 0) {
			throw new InvalidModuleException(this.sourceName, at(offset),
					"%s must be at most %s %s".formatted(what, Long.toUnsignedString(most), unit),
					"found " + Long.toUnsignedString(larger));
		}
		if (Long.compareUnsigned(minimum, maximum) > 0) {
			throw new InvalidModuleException(this.sourceName, at(offset),
					"size minimum must not be greater than maximum",
					"a minimum of at most %s %s".formatted(Long.toUnsignedString(maximum), unit),
					Long.toUnsignedString(minimum));
		}
	}

	private String at(int offset) {
		return this.positions.at(offset);
	}

}
