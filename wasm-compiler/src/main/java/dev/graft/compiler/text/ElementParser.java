package dev.graft.compiler.text;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.ReferenceOp;

/// Parses element segments.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/modules.html#element-segments">Text
/// Format, "Element Segments"</a>
final class ElementParser {

	/// What a list of function indices holds.
	private static final ReferenceType FUNCTION = new ReferenceType(false, HeapType.Abstract.FUNC);

	private final ModuleContext context;

	private final TokenCursor cursor;

	ElementParser(ModuleContext context) {
		this.context = context;
		this.cursor = context.cursor;
	}

	/// The rest of `(elem …)`.
	void segment(Field field) {
		if (this.cursor.at(TokenKind.IDENTIFIER)) {
			this.cursor.skip();
		}
		BinaryWriter entry = this.context.module.entry(Section.ELEMENT, field.textOffset());
		if (this.cursor.tryKeyword("declare")) {
			Items items = list(false);
			writeHeader(entry, 3, items);
			items.writeTo(entry);
		}
		else if (this.cursor.atKeyword("func") || this.context.types.atReferenceType()) {
			Items items = list(false);
			writeHeader(entry, 1, items);
			items.writeTo(entry);
		}
		else {
			active(entry);
		}
	}

	private void active(BinaryWriter entry) {
		boolean tableSpelledOut = this.cursor.atForm("table");
		boolean tableStated = tableSpelledOut || this.cursor.atIndex();
		int table = tableStated ? this.context.use("table", this.context.tables) : 0;
		BinaryWriter offset = new BinaryWriter();
		this.context.offset(offset);
		writeActive(entry, table, offset, list(!tableSpelledOut));
	}

	/// The items of `(table … (elem …))`, which start at the table's beginning. Returns
	/// how many there are.
	int inlineSegment(Field field, AddressType addressType, ReferenceType type) {
		Items items = itemsFollow() ? expressions(type) : functionIndices(type);
		BinaryWriter offset = new BinaryWriter();
		ConstantOp constant = (addressType == AddressType.I64) ? ConstantOp.I64_CONST : ConstantOp.I32_CONST;
		offset.u8(constant.opcode());
		offset.signed(0);
		offset.u8(ControlOp.END.opcode());
		BinaryWriter entry = this.context.module.entry(Section.ELEMENT, field.textOffset());
		writeActive(entry, field.index(), offset, items);
		return items.count;
	}

	/// The flags say: 1 not active, 2 table index stated or declarative, 4 expressions
	/// instead of function indices.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/binary/modules.html#element-section">Binary
	/// Format, "Element Section"</a>
	private static void writeActive(BinaryWriter entry, int table, BinaryWriter offset, Items items) {
		ReferenceType implied = items.areExpressions ? ReferenceType.FUNCREF : FUNCTION;
		if (table == 0 && items.type.equals(implied)) {
			entry.u8(items.areExpressions ? 4 : 0);
			entry.append(offset);
		}
		else {
			entry.u8(items.areExpressions ? 6 : 2);
			entry.u32(table);
			entry.append(offset);
			writeType(entry, items);
		}
		items.writeTo(entry);
	}

	private static void writeHeader(BinaryWriter entry, int flags, Items items) {
		entry.u8(items.areExpressions ? flags | 4 : flags);
		writeType(entry, items);
	}

	private static void writeType(BinaryWriter entry, Items items) {
		if (items.areExpressions) {
			TypeEncoder.referenceType(items.type, entry);
		}
		else {
			entry.u8(0);
		}
	}

	/// `func` and function indices, or a reference type and expressions.
	/// @param funcOptional whether `func` may be left out
	private Items list(boolean funcOptional) {
		boolean indices = this.cursor.tryKeyword("func");
		if (!indices && this.context.types.atReferenceType()) {
			return expressions(this.context.types.referenceType());
		}
		if (!indices && !funcOptional) {
			throw this.cursor.unexpectedForm("\"func\" or a reference type");
		}
		return functionIndices(FUNCTION);
	}

	private boolean itemsFollow() {
		return this.cursor.at(TokenKind.LEFT_PARENTHESIS);
	}

	/// Function indices. They are written as expressions if the segment's type is not
	/// what function indices imply.
	private Items functionIndices(ReferenceType type) {
		boolean asExpressions = !type.equals(FUNCTION) && !type.equals(ReferenceType.FUNCREF);
		Items items = new Items(asExpressions ? type : FUNCTION, asExpressions);
		while (!this.cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
			items.count++;
			if (asExpressions) {
				items.contents.u8(ReferenceOp.REF_FUNC.opcode());
			}
			items.contents.u32(this.context.functions.resolve(this.cursor));
			if (asExpressions) {
				items.contents.u8(ControlOp.END.opcode());
			}
		}
		return items;
	}

	private Items expressions(ReferenceType type) {
		Items items = new Items(type, true);
		while (!this.cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
			items.count++;
			if (this.cursor.tryForm("item")) {
				this.context.constantExpression(items.contents);
				this.cursor.close();
			}
			else {
				InstructionParser.ofConstant(this.context, items.contents).foldedExpression();
			}
		}
		return items;
	}

	/// The items of a segment.
	private static final class Items {

		private final ReferenceType type;

		private final boolean areExpressions;

		private final BinaryWriter contents = new BinaryWriter();

		private int count;

		private Items(ReferenceType type, boolean areExpressions) {
			this.type = type;
			this.areExpressions = areExpressions;
		}

		private void writeTo(BinaryWriter entry) {
			entry.u32(this.count);
			entry.append(this.contents);
		}

	}

}
