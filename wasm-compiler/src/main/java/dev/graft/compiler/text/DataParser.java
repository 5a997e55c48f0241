package dev.graft.compiler.text;

import dev.graft.artifact.type.AddressType;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;

/// Parses data segments.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/modules.html#data-segments">Text
/// Format, "Data Segments"</a>
final class DataParser {

	private final ModuleContext context;

	private final TokenCursor cursor;

	DataParser(ModuleContext context) {
		this.context = context;
		this.cursor = context.cursor;
	}

	/// The rest of `(data …)`.
	void segment(Field field) {
		if (this.cursor.at(TokenKind.IDENTIFIER)) {
			this.cursor.skip();
		}
		BinaryWriter entry = this.context.module.entry(Section.DATA, field.textOffset());
		if (this.cursor.at(TokenKind.LEFT_PARENTHESIS) || this.cursor.atIndex()) {
			boolean memoryStated = this.cursor.atForm("memory") || this.cursor.atIndex();
			int memory = memoryStated ? this.context.use("memory", this.context.memories) : 0;
			writeActive(entry, memory);
			this.context.offset(entry);
		}
		else {
			entry.u8(1);
		}
		entry.sized(strings());
	}

	/// The strings of `(memory (data …))`, which start at the memory's beginning. Returns
	/// how many bytes there are.
	int inlineSegment(Field field, AddressType addressType) {
		BinaryWriter entry = this.context.module.entry(Section.DATA, field.textOffset());
		writeActive(entry, field.index());
		ConstantOp constant = (addressType == AddressType.I64) ? ConstantOp.I64_CONST : ConstantOp.I32_CONST;
		entry.u8(constant.opcode());
		entry.signed(0);
		entry.u8(ControlOp.END.opcode());
		BinaryWriter strings = strings();
		entry.sized(strings);
		return strings.size();
	}

	private static void writeActive(BinaryWriter entry, int memory) {
		entry.u8((memory == 0) ? 0 : 2);
		if (memory != 0) {
			entry.u32(memory);
		}
	}

	private BinaryWriter strings() {
		BinaryWriter bytes = new BinaryWriter();
		while (!this.cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
			bytes.raw(this.cursor.takeString());
		}
		return bytes;
	}

}
