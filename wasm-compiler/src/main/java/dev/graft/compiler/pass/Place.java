package dev.graft.compiler.pass;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Bytes of a memory, told by how their address is computed.
///
/// Two places are equal if their addresses are computed alike: who has accessed one of
/// them has accessed the other, and neither traps then. That bytes are the same although
/// their addresses are computed otherwise, `p + 4` and 4 bytes behind `p`, is not enough,
/// as one of the two may wrap around.
///
/// @param memoryIndex which memory
/// @param wide whether the sum of root and constant has 64 bits, as that of no root has
/// @param root what the address is computed from, null if it is a constant
/// @param plus the constant that is added to it, address and offset if it is a constant
/// @param offset the static offset of the access, unsigned, 0 if there is no root
/// @param bytes how many bytes
/// @param kind what they are loaded or stored as
record Place(int memoryIndex, boolean wide, @Nullable Variable root, long plus, long offset, int bytes, Kind kind) {

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	/// Beyond every memory, and far from where sums wrap around.
	private static final long FAR = 1L << 48;

	/// The place that an access is at, null if nothing is known of its address.
	static @Nullable Place of(Access access, Expression address) {
		boolean wide = address.kind() == Kind.LONG;
		if (!(access.check() instanceof Check.Own) || access.offset() < 0 || access.offset() > FAR) {
			return null;
		}
		return switch (address) {
			case Read read -> at(access, wide, read.variable(), 0);
			case Constant constant when !wide -> known(access, constant.bits() & UNSIGNED_INT);
			case Constant constant when constant.bits() >= 0 && constant.bits() < FAR -> known(access, constant.bits());
			case Numeric sum when sum.op() == NumericOp.I32_ADD && sum.operand(0) instanceof Read read
					&& sum.operand(1) instanceof Constant by ->
				at(access, false, read.variable(), by.bits() & UNSIGNED_INT);
			default -> null;
		};
	}

	// Where a constant is the address, the sum with the offset is.
	private static Place known(Access access, long address) {
		return new Place(access.memoryIndex(), true, null, address + access.offset(), 0, access.op().bytes(),
				Kind.of(access.op().type()));
	}

	private static Place at(Access access, boolean wide, Variable root, long plus) {
		return new Place(access.memoryIndex(), wide, root, plus, access.offset(), access.op().bytes(),
				Kind.of(access.op().type()));
	}

	/// Whether storing to this place leaves the bytes of another one alone. Both have
	/// been accessed.
	boolean isApartFrom(Place other) {
		if (this.memoryIndex != other.memoryIndex || this.root != other.root) {
			return false;
		}
		// No access goes beyond the last address, so that the bytes of both follow from
		// the same number modulo 2^32.
		long further = other.plus + other.offset - this.plus - this.offset;
		long mask = this.wide ? -1 : UNSIGNED_INT;
		return Long.compareUnsigned(further & mask, this.bytes) >= 0
				&& Long.compareUnsigned(-further & mask, other.bytes) >= 0;
	}

}
