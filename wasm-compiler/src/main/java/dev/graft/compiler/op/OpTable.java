package dev.graft.compiler.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All operators, by opcode and by mnemonic.
public final class OpTable {

	/// The prefix bytes of two-part opcodes.
	private static final int FIRST_PREFIX = 0xFB;

	private static final int LAST_PREFIX = 0xFE;

	private static final List<Op> ALL = collect();

	private static final @Nullable Op[] BY_BYTE = new @Nullable Op[256];

	/// Larger than any number after a prefix byte that the specification uses.
	private static final int SUB_OPCODES = 0x200;

	private static final @Nullable Op[][] BY_PREFIX = new @Nullable Op[LAST_PREFIX - FIRST_PREFIX + 1][SUB_OPCODES];

	private static final Map<String, Op> BY_MNEMONIC = new HashMap<>();

	static {
		ALL.forEach(OpTable::index);
	}

	private OpTable() {
	}

	/// All operators, family by family.
	public static List<Op> all() {
		return ALL;
	}

	/// Whether a byte starts an opcode of two parts.
	public static boolean isPrefix(int firstByte) {
		return firstByte >= FIRST_PREFIX && firstByte <= LAST_PREFIX;
	}

	/// The operator with a one-byte opcode.
	/// @param opcode a byte, `0` to `255`
	public static @Nullable Op byByte(int opcode) {
		return BY_BYTE[opcode];
	}

	/// The operator with a two-part opcode.
	/// @param prefix the prefix byte
	/// @param subOpcode the number after it, unsigned
	public static @Nullable Op byPrefixedOpcode(int prefix, int subOpcode) {
		if (subOpcode < 0 || subOpcode >= SUB_OPCODES) {
			return null;
		}
		return BY_PREFIX[prefix - FIRST_PREFIX][subOpcode];
	}

	/// The operator with a mnemonic. Of the two forms of `select`, the one without a
	/// type; of those of `ref.test` and `ref.cast`, the one that null does not pass.
	public static @Nullable Op byMnemonic(String mnemonic) {
		return BY_MNEMONIC.get(mnemonic);
	}

	private static List<Op> collect() {
		List<Op> all = new ArrayList<>();
		all.addAll(List.of(ControlOp.values()));
		all.addAll(List.of(ParametricOp.values()));
		all.addAll(List.of(VariableOp.values()));
		all.addAll(List.of(TableOp.values()));
		all.addAll(List.of(MemoryAccessOp.values()));
		all.addAll(List.of(MemoryOp.values()));
		all.addAll(List.of(ConstantOp.values()));
		all.addAll(List.of(NumericOp.values()));
		all.addAll(List.of(VectorOp.values()));
		all.addAll(List.of(VectorMemoryOp.values()));
		all.addAll(List.of(ReferenceOp.values()));
		all.addAll(List.of(GcOp.values()));
		all.addAll(List.of(AtomicOp.values()));
		all.addAll(List.of(WideArithmeticOp.values()));
		return List.copyOf(all);
	}

	private static void index(Op op) {
		BY_MNEMONIC.putIfAbsent(op.mnemonic(), op);
		if (op.isPrefixed()) {
			BY_PREFIX[op.prefix() - FIRST_PREFIX][op.subOpcode()] = op;
		}
		else {
			BY_BYTE[op.opcode()] = op;
		}
	}

}
