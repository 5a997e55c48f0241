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

	private static final long MAXIMUM_ELEMENTS_32 = 0xFFFFFFFFL;

	private final String sourceName;

	private final Positions positions;

	LimitsValidator(ModuleModel module) {
		this.sourceName = module.sourceName();
		this.positions = module.positions();
	}

	/// Validates a memory type.
	void memory(ExternalType.Memory type, int offset) {
		int addressBits = (type.addressType() == AddressType.I32) ? ADDRESS_BITS_32 : ADDRESS_BITS_64;
		int pagesLog2 = addressBits - type.pageSizeLog2();
		long most = (pagesLog2 < Long.SIZE) ? 1L << pagesLog2 : -1;
		check(type.limits(), most, "memory size", "pages", offset);
	}

	/// Validates a table type.
	void table(ExternalType.Table type, int offset) {
		long most = (type.addressType() == AddressType.I32) ? MAXIMUM_ELEMENTS_32 : -1;
		check(type.limits(), most, "table size", "elements", offset);
	}

	private void check(Limits limits, long most, String what, String unit, int offset) {
		long minimum = limits.minimum();
		long maximum = limits.maximum().orElse(minimum);
		long larger = (Long.compareUnsigned(minimum, maximum) > 0) ? minimum : maximum;
		if (Long.compareUnsigned(larger, most) > 0) {
			throw new InvalidModuleException(this.sourceName, at(offset), what,
					"at most %s %s".formatted(Long.toUnsignedString(most), unit), Long.toUnsignedString(larger));
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
