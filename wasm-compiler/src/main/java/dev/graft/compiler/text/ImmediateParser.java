package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.CatchClause;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.Immediates;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.VectorMemoryOp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses what follows a mnemonic and writes the instruction: one rule for each kind of
/// immediates, none for single instructions.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/instructions.html">Text
/// Format, "Instructions"</a>
final class ImmediateParser {

	/// The bit of an alignment that says that a memory index follows.
	private static final int HAS_MEMORY_INDEX = 0x40;

	/// The bits of `br_on_cast` that say which of its types include null.
	private static final int FROM_NULLABLE = 1;

	private static final int TO_NULLABLE = 2;

	private static final String OFFSET = "offset=";

	private static final String ALIGNMENT = "align=";

	/// The largest lane that the binary format has room for.
	private static final int LARGEST_BYTE = 0xFF;

	/// How many lanes a shuffle chooses.
	private static final int SHUFFLED_LANES = 16;

	private final ModuleContext context;

	private final TokenCursor cursor;

	private final IndexSpace locals;

	private final LabelStack labels;

	ImmediateParser(ModuleContext context, IndexSpace locals, LabelStack labels) {
		this.context = context;
		this.cursor = context.cursor;
		this.locals = locals;
		this.labels = labels;
	}

	/// Writes the opcode and the immediates that are next. Blocks, whose labels come
	/// before their immediates, are not for this method.
	void instruction(Op op, BinaryWriter to) {
		if (op instanceof GcOp cast && op.immediates() == Immediates.CAST) {
			cast(cast, to);
			return;
		}
		opcode(op, to);
		switch (op.immediates()) {
			case NONE -> {
			}
			case BLOCK_TYPE -> TypeEncoder.blockType(this.context.types.blockType(), to);
			case TRY_TABLE -> {
				TypeEncoder.blockType(this.context.types.blockType(), to);
				catchClauses(to);
			}
			case TAG -> to.u32(this.context.tags.resolve(this.cursor));
			case LABEL -> to.u32(this.labels.resolve(this.cursor));
			case LABEL_TABLE -> labelTable(to);
			case FUNCTION -> to.u32(this.context.functions.resolve(this.cursor));
			case TYPE -> to.u32(this.context.typeNames.resolve(this.cursor));
			case TYPE_AND_TABLE -> typeAndTable(to);
			case VALUE_TYPES -> valueTypes(to);
			case LOCAL -> to.u32(this.locals.resolve(this.cursor));
			case GLOBAL -> to.u32(this.context.globals.resolve(this.cursor));
			case TABLE -> to.u32(this.context.tables.resolveOr(this.cursor, 0));
			case TABLE_AND_TABLE -> pair(this.context.tables, to);
			case ELEMENT -> to.u32(this.context.elements.resolve(this.cursor));
			case ELEMENT_AND_TABLE -> segment(this.context.elements, this.context.tables, to);
			case MEMORY -> to.u32(this.context.memories.resolveOr(this.cursor, 0));
			case MEMORY_AND_MEMORY -> pair(this.context.memories, to);
			case MEMORY_ARGUMENT -> memoryArgument(op, this.context.memories.resolveOr(this.cursor, 0), to);
			case RESERVED_BYTE -> to.u8(0);
			case DATA -> {
				this.context.module.needDataCount();
				to.u32(this.context.data.resolve(this.cursor));
			}
			case DATA_AND_MEMORY -> {
				this.context.module.needDataCount();
				segment(this.context.data, this.context.memories, to);
			}
			case I32 -> to.signed(this.cursor.takeI32());
			case I64 -> to.signed(this.cursor.takeI64());
			case F32 -> to.fixed32(this.cursor.takeF32());
			case F64 -> to.fixed64(this.cursor.takeF64());
			case V128 -> new VectorLiteral(this.cursor).write(to);
			case LANE -> to.u8(lane());
			case LANES -> lanes(to);
			case MEMORY_ARGUMENT_AND_LANE -> memoryArgumentAndLane(op, to);
			case HEAP_TYPE -> TypeEncoder.heapType(this.context.types.heapType(), to);
			case TYPE_AND_FIELD -> typeAndField(to);
			case TYPE_AND_COUNT -> {
				to.u32(this.context.typeNames.resolve(this.cursor));
				to.u32(this.cursor.takeU32());
			}
			case TYPE_AND_DATA -> {
				this.context.module.needDataCount();
				to.u32(this.context.typeNames.resolve(this.cursor));
				to.u32(this.context.data.resolve(this.cursor));
			}
			case TYPE_AND_ELEMENT -> {
				to.u32(this.context.typeNames.resolve(this.cursor));
				to.u32(this.context.elements.resolve(this.cursor));
			}
			case TYPE_AND_TYPE -> {
				to.u32(this.context.typeNames.resolve(this.cursor));
				to.u32(this.context.typeNames.resolve(this.cursor));
			}
			case CAST -> throw new IllegalArgumentException("the type of " + op + " chooses its opcode");
			case LABEL_AND_CAST -> labelAndCast(to);
		}
	}

	private static void opcode(Op op, BinaryWriter to) {
		to.u8(op.prefix());
		if (op.isPrefixed()) {
			to.u32(op.subOpcode());
		}
	}

	private void cast(GcOp op, BinaryWriter to) {
		ReferenceType target = this.context.types.referenceType();
		opcode(target.nullable() ? op.lettingNullPass() : op, to);
		TypeEncoder.heapType(target.heapType(), to);
	}

	private void labelAndCast(BinaryWriter to) {
		int label = this.labels.resolve(this.cursor);
		ReferenceType from = this.context.types.referenceType();
		ReferenceType target = this.context.types.referenceType();
		to.u8((from.nullable() ? FROM_NULLABLE : 0) | (target.nullable() ? TO_NULLABLE : 0));
		to.u32(label);
		TypeEncoder.heapType(from.heapType(), to);
		TypeEncoder.heapType(target.heapType(), to);
	}

	private void typeAndField(BinaryWriter to) {
		int type = this.context.typeNames.resolve(this.cursor);
		to.u32(type);
		to.u32(this.context.fields.getOrDefault(type, new IndexSpace("field")).resolve(this.cursor));
	}

	/// The labels are those around the block, as its own has not been entered yet.
	private void catchClauses(BinaryWriter to) {
		BinaryWriter clauses = new BinaryWriter();
		int count = 0;
		for (CatchClause.Kind kind = openCatch(); kind != null; kind = openCatch()) {
			clauses.u8(kind.code());
			if (kind.hasTag()) {
				clauses.u32(this.context.tags.resolve(this.cursor));
			}
			clauses.u32(this.labels.resolve(this.cursor));
			this.cursor.close();
			count++;
		}
		to.u32(count);
		to.append(clauses);
	}

	private CatchClause.@Nullable Kind openCatch() {
		for (CatchClause.Kind kind : CatchClause.Kind.values()) {
			if (this.cursor.tryForm(kind.keyword())) {
				return kind;
			}
		}
		return null;
	}

	private void labelTable(BinaryWriter to) {
		List<Integer> targets = new ArrayList<>();
		do {
			targets.add(this.labels.resolve(this.cursor));
		}
		while (this.cursor.atIndex());
		to.u32(targets.size() - 1);
		targets.forEach(to::u32);
	}

	private void typeAndTable(BinaryWriter to) {
		int table = this.context.tables.resolveOr(this.cursor, 0);
		to.u32(this.context.types.typeUse(ParameterNames.FORBIDDEN));
		to.u32(table);
	}

	private void valueTypes(BinaryWriter to) {
		List<ValueType> types = new ArrayList<>();
		while (this.cursor.tryForm("result")) {
			this.context.types.valueTypes(types);
		}
		TypeEncoder.valueTypes(types, to);
	}

	/// Two indices or none.
	private void pair(IndexSpace space, BinaryWriter to) {
		boolean stated = this.cursor.atIndex();
		to.u32(stated ? space.resolve(this.cursor) : 0);
		to.u32(stated ? space.resolve(this.cursor) : 0);
	}

	/// A segment, which comes last, and before it perhaps the table or memory.
	private void segment(IndexSpace segments, IndexSpace targets, BinaryWriter to) {
		int start = this.cursor.token();
		this.cursor.skip();
		boolean targetStated = this.cursor.atIndex();
		this.cursor.moveTo(start);
		int target = targetStated ? targets.resolve(this.cursor) : 0;
		to.u32(segments.resolve(this.cursor));
		to.u32(target);
	}

	/// A lane, which has to fit into a byte.
	private int lane() {
		if (!isNatural()) {
			throw this.cursor.unexpected("a lane");
		}
		int token = this.cursor.token();
		int lane = this.cursor.takeU32();
		if (lane < 0 || lane > LARGEST_BYTE) {
			throw outOfRange(token);
		}
		return lane;
	}

	private boolean isNatural() {
		return this.cursor.at(TokenKind.INTEGER) && !NumberShape.isSign(this.cursor.text().charAt(0));
	}

	private MalformedModuleException outOfRange(int token) {
		return this.cursor.error(token, "i8 constant out of range", "a number below 256",
				this.cursor.tokens().text(token));
	}

	private void lanes(BinaryWriter to) {
		for (int position = 0; position < SHUFFLED_LANES; position++) {
			if (!this.cursor.at(TokenKind.INTEGER) && !this.cursor.at(TokenKind.FLOAT)) {
				throw this.cursor.error(this.cursor.token(), "invalid lane length", "16 lanes",
						Integer.toString(position));
			}
			if (!isNatural()) {
				throw outOfRange(this.cursor.token());
			}
			to.u8(lane());
		}
		if (this.cursor.at(TokenKind.INTEGER)) {
			throw this.cursor.error(this.cursor.token(), "invalid lane length", "16 lanes", "more");
		}
	}

	/// The lane is last. If there is one number only, it is the lane and not the memory.
	private void memoryArgumentAndLane(Op op, BinaryWriter to) {
		int start = this.cursor.token();
		boolean laneOnly = this.cursor.at(TokenKind.INTEGER);
		this.cursor.skip();
		laneOnly &= !this.cursor.at(TokenKind.INTEGER) && !isSetting();
		this.cursor.moveTo(start);
		memoryArgument(op, laneOnly ? 0 : this.context.memories.resolveOr(this.cursor, 0), to);
		to.u8(lane());
	}

	private boolean isSetting() {
		return this.cursor.at(TokenKind.KEYWORD)
				&& (this.cursor.text().startsWith(OFFSET) || this.cursor.text().startsWith(ALIGNMENT));
	}

	/// @see <a
	/// href="https://webassembly.github.io/spec/core/text/instructions.html#text-memarg">Text
	/// Format, "Memory Instructions"</a>
	private void memoryArgument(Op op, int memory, BinaryWriter to) {
		long offset = this.cursor.takeSettingOr(OFFSET, 0);
		int alignmentToken = this.cursor.token();
		long alignment = this.cursor.takeSettingOr(ALIGNMENT, naturalAlignment(op));
		if (Long.bitCount(alignment) != 1) {
			throw this.cursor.error(alignmentToken, "alignment must be a power of two", "a power of two",
					Long.toUnsignedString(alignment));
		}
		int alignmentLog2 = Long.numberOfTrailingZeros(alignment);
		to.u32((memory == 0) ? alignmentLog2 : alignmentLog2 | HAS_MEMORY_INDEX);
		if (memory != 0) {
			to.u32(memory);
		}
		to.u64(offset);
	}

	private static long naturalAlignment(Op op) {
		return switch (op) {
			case MemoryAccessOp access -> 1L << access.naturalAlignmentLog2();
			case VectorMemoryOp access -> 1L << access.naturalAlignmentLog2();
			case AtomicOp atomic -> 1L << atomic.alignmentLog2();
			default -> 1;
		};
	}

}
