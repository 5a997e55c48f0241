package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the instructions of a function body or of a constant expression, one after the
/// other, without making an object per instruction: [#next] answers the operator, and the
/// accessors answer its immediates until the next call.
///
/// Only the grammar is checked here. What a sequence of instructions means is the
/// validator's business.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/instructions.html">Binary
/// Format, "Instructions"</a>
public final class CodeReader {

	private static final int EXPLICIT_MEMORY = 0x40;

	private static final int FLAGS = 0x80;

	private static final int FROM_NULLABLE = 1;

	private static final int TO_NULLABLE = 2;

	private static final int[] NO_LABELS = {};

	private static final byte[] NO_LANES = {};

	private static final int LANES = 16;

	private final ByteCursor cursor;

	private final int end;

	private final TypeReader types;

	private final Set<Feature> features;

	private @Nullable Op current;

	private int offset;

	private int index;

	private int secondIndex;

	private long number;

	private long highBits;

	private int lane;

	private byte[] lanes = NO_LANES;

	private int alignmentLog2;

	private int[] labels = NO_LABELS;

	private BlockType blockType = BlockType.EMPTY;

	private List<CatchClause> catches = List.of();

	private List<ValueType> valueTypes = List.of();

	private HeapType heapType = HeapType.Abstract.FUNC;

	private ReferenceType castFrom = ReferenceType.FUNCREF;

	private ReferenceType castTo = ReferenceType.FUNCREF;

	/// @param cursor at the first instruction
	/// @param end where the code ends; an instruction that goes beyond it is read to its
	/// end nevertheless
	CodeReader(ByteCursor cursor, int end, Set<Feature> features) {
		this.cursor = cursor;
		this.end = end;
		this.types = new TypeReader(cursor, features);
		this.features = features;
	}

	/// A reader of the body of a function that the module defines.
	public static CodeReader ofBody(ModuleModel module, int functionIndex) {
		FunctionBody body = module.body(functionIndex);
		ByteCursor cursor = new ByteCursor(module.sourceName(), module.positions(), module.bytes(), body.codeOffset(),
				module.bytes().length, new Place.InFunction(functionIndex));
		return new CodeReader(cursor, body.endOffset(), module.features());
	}

	/// A reader of a constant expression.
	public static CodeReader of(ModuleModel module, ConstantExpression expression) {
		ByteCursor cursor = new ByteCursor(module.sourceName(), module.positions(), module.bytes(), expression.offset(),
				expression.endOffset(), new Place.InModule());
		return new CodeReader(cursor, expression.endOffset(), module.features());
	}

	/// Whether there are bytes left.
	public boolean hasNext() {
		return this.cursor.position() != this.end;
	}

	/// Reads the next instruction.
	public Op next() {
		this.offset = this.cursor.position();
		if (this.offset >= this.end) {
			throw missingEnd();
		}
		Op op = operator();
		this.current = op;
		immediates(op);
		return op;
	}

	private Op operator() {
		int first = this.cursor.u8();
		boolean prefixed = OpTable.isPrefix(first);
		int second = prefixed ? this.cursor.u32() : 0;
		Op op = prefixed ? OpTable.byPrefixedOpcode(first, second) : OpTable.byByte(first);
		if (op == null) {
			throw unknown(first, second);
		}
		if (op.feature() != Feature.MVP && !this.features.contains(op.feature())) {
			throw this.cursor.unsupported(this.offset, op.feature(), op.mnemonic());
		}
		return op;
	}

	private MalformedModuleException unknown(int first, int second) {
		String opcode = OpTable.isPrefix(first) ? "%02x %02x".formatted(first, second) : "%02x".formatted(first);
		return malformed("illegal opcode " + opcode, "no instruction begins with it");
	}

	/*
	 * The bytes of a body end where its size says. The reference interpreter goes on
	 * reading what comes after, and its words for what it finds there have become those
	 * of the test suite.
	 */
	private MalformedModuleException missingEnd() {
		byte[] bytes = this.cursor.bytes();
		if (this.offset > this.end) {
			return malformed("section size mismatch", "the code ends within an instruction");
		}
		if (this.offset == bytes.length || !(this.cursor.place() instanceof Place.InFunction)) {
			return malformed("unexpected end of section or function", "the code ends without an end instruction");
		}
		if (bytes[this.offset] == 0x0B) {
			return malformed("section size mismatch", "the code ends one byte before its end instruction");
		}
		return malformed("END opcode expected", "the code ends without an end instruction");
	}

	private void immediates(Op op) {
		switch (op.immediates()) {
			case NONE -> {
			}
			case BLOCK_TYPE -> this.blockType = this.types.blockType();
			case TRY_TABLE -> {
				this.blockType = this.types.blockType();
				catchClauses();
			}
			case LABEL, TAG, FUNCTION, LOCAL, GLOBAL, TABLE, ELEMENT, DATA, MEMORY, TYPE ->
				this.index = this.cursor.u32();
			case TYPE_AND_TABLE, ELEMENT_AND_TABLE, DATA_AND_MEMORY, TABLE_AND_TABLE, MEMORY_AND_MEMORY, TYPE_AND_FIELD,
					TYPE_AND_COUNT, TYPE_AND_DATA, TYPE_AND_ELEMENT, TYPE_AND_TYPE -> {
				this.index = this.cursor.u32();
				this.secondIndex = this.cursor.u32();
			}
			case LABEL_TABLE -> labelTable();
			case VALUE_TYPES -> this.valueTypes = this.types.valueTypes(ImplementationLimits.RESULTS, "types");
			case MEMORY_ARGUMENT -> memoryArgument();
			case RESERVED_BYTE -> reservedByte();
			case I32 -> this.number = this.cursor.s32();
			case I64 -> this.number = this.cursor.s64();
			case F32 -> this.number = this.cursor.bits32();
			case F64 -> this.number = this.cursor.bits64();
			case V128 -> {
				this.number = this.cursor.bits64();
				this.highBits = this.cursor.bits64();
			}
			case LANE -> this.lane = this.cursor.u8();
			case LANES -> readLanes();
			case MEMORY_ARGUMENT_AND_LANE -> {
				memoryArgument();
				this.lane = this.cursor.u8();
			}
			case HEAP_TYPE, CAST -> this.heapType = this.types.heapType();
			case LABEL_AND_CAST -> labelAndCast();
		}
	}

	private void labelAndCast() {
		int at = this.cursor.position();
		int flags = this.cursor.u8();
		if (flags > (FROM_NULLABLE | TO_NULLABLE)) {
			throw this.cursor.malformed(at, "malformed cast flags", "at most 0x03", "0x%02x".formatted(flags));
		}
		this.index = this.cursor.u32();
		this.castFrom = new ReferenceType((flags & FROM_NULLABLE) != 0, this.types.heapType());
		this.castTo = new ReferenceType((flags & TO_NULLABLE) != 0, this.types.heapType());
	}

	private void labelTable() {
		int[] table = new int[this.cursor.count()];
		for (int i = 0; i < table.length; i++) {
			table[i] = this.cursor.u32();
		}
		this.labels = table;
		this.index = this.cursor.u32();
	}

	private void readLanes() {
		byte[] read = new byte[LANES];
		for (int position = 0; position < LANES; position++) {
			read[position] = (byte) this.cursor.u8();
		}
		this.lanes = read;
	}

	private void catchClauses() {
		int at = this.cursor.position();
		int count = this.cursor.count();
		ImplementationLimits.check(this.cursor, at, count, ImplementationLimits.CATCH_CLAUSES, "catch clauses");
		List<CatchClause> clauses = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			clauses.add(catchClause());
		}
		this.catches = clauses;
	}

	private CatchClause catchClause() {
		int at = this.cursor.position();
		int code = this.cursor.u8();
		CatchClause.Kind kind = CatchClause.Kind.ofCode(code);
		if (kind == null) {
			throw this.cursor.malformed(at, "malformed catch clause", "0x00 to 0x03", "0x%02x".formatted(code));
		}
		int tag = kind.hasTag() ? this.cursor.u32() : 0;
		return new CatchClause(kind, tag, this.cursor.u32());
	}

	private void reservedByte() {
		int at = this.cursor.position();
		int reserved = this.cursor.u8();
		if (reserved != 0) {
			throw this.cursor.malformed(at, "zero byte expected", "0x00", "0x%02x".formatted(reserved));
		}
	}

	private void memoryArgument() {
		int at = this.cursor.position();
		int flags = this.cursor.u32();
		if (Integer.compareUnsigned(flags, FLAGS) >= 0) {
			throw this.cursor.malformed(at, "malformed memop flags", "less than 0x80",
					"0x" + Integer.toHexString(flags));
		}
		this.alignmentLog2 = flags & ~EXPLICIT_MEMORY;
		this.index = ((flags & EXPLICIT_MEMORY) != 0) ? this.cursor.u32() : 0;
		this.number = this.cursor.u64();
	}

	/// The operator of the instruction read last, null before the first.
	public @Nullable Op current() {
		return this.current;
	}

	/// Where the instruction read last begins in the binary.
	public int offset() {
		return this.offset;
	}

	/// Where the next instruction begins in the binary.
	public int nextOffset() {
		return this.cursor.position();
	}

	/// The label, tag, function, local, global, table, element segment, data segment,
	/// memory or type index; of two indices the first in the binary. The default label of
	/// `br_table`. Unsigned.
	public int index() {
		return this.index;
	}

	/// Of two indices the second one in the binary; a field index; how many operands
	/// `array.new_fixed` has. Unsigned.
	public int secondIndex() {
		return this.secondIndex;
	}

	/// The bits of a constant: an `i32` sign-extended, floats as they are in memory. The
	/// static offset of a load or store, unsigned.
	public long number() {
		return this.number;
	}

	/// The upper half of the bits of a `v128.const`, of which [#number] is the lower one.
	public long highBits() {
		return this.highBits;
	}

	/// The lane that the instruction names, unsigned.
	public int lane() {
		return this.lane;
	}

	/// The sixteen lanes that a shuffle names, unsigned. The array belongs to the caller.
	public byte[] lanes() {
		return this.lanes;
	}

	/// The binary logarithm of the alignment that a load or store states.
	public int alignmentLog2() {
		return this.alignmentLog2;
	}

	/// The labels of `br_table` without the default. The array belongs to the caller.
	public int[] labels() {
		return this.labels;
	}

	/// The type of a block.
	public BlockType blockType() {
		return this.blockType;
	}

	/// The clauses of a `try_table`.
	public List<CatchClause> catches() {
		return this.catches;
	}

	/// The types that `select` states.
	public List<ValueType> valueTypes() {
		return this.valueTypes;
	}

	/// The heap type of `ref.null`, `ref.test` and `ref.cast`.
	public HeapType heapType() {
		return this.heapType;
	}

	/// What the operand of `br_on_cast` is.
	public ReferenceType castFrom() {
		return this.castFrom;
	}

	/// What the operand of `br_on_cast` may turn out to be.
	public ReferenceType castTo() {
		return this.castTo;
	}

	/// Where the code is, for messages.
	public String location() {
		return this.cursor.at(this.offset);
	}

	/// The error for the instruction read last, if it does not follow the grammar.
	/// @param what what is wrong, in the words of the specification's tests
	/// @param detail the rest of the sentence
	public MalformedModuleException malformed(String what, String detail) {
		return this.cursor.malformed(this.offset, what, detail);
	}

}
