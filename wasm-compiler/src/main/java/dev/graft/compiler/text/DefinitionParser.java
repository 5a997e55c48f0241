package dev.graft.compiler.text;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.ReferenceType;

/// Parses functions, tables, memories, globals and tags, imported and defined ones, with
/// their inline exports and imports.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/modules.html">Text Format,
/// "Modules"</a>
final class DefinitionParser {

	private final ModuleContext context;

	private final TokenCursor cursor;

	private final BinaryModule module;

	private final ElementParser elements;

	private final DataParser data;

	DefinitionParser(ModuleContext context, ElementParser elements, DataParser data) {
		this.context = context;
		this.cursor = context.cursor;
		this.module = context.module;
		this.elements = elements;
		this.data = data;
	}

	/// `(import "module" "name" (kind id? type))`.
	void importField(Field field) {
		BinaryWriter entry = this.module.entry(Section.IMPORT, field.textOffset());
		entry.name(this.cursor.takeName());
		entry.name(this.cursor.takeName());
		ExternalKind kind = ExternalKinds.open(this.cursor);
		skipIdentifier();
		TypeEncoder.importType(externalType(kind), entry);
		this.cursor.close();
	}

	/// `(kind id? (export "name")* …)`, where the rest is an import or a definition.
	void definition(ExternalKind kind, Field field) {
		skipIdentifier();
		while (this.cursor.tryForm("export")) {
			BinaryWriter entry = this.module.entry(Section.EXPORT, field.textOffset());
			entry.name(this.cursor.takeName());
			this.cursor.close();
			TypeEncoder.externalKind(kind, entry);
			entry.u32(field.index());
		}
		if (this.cursor.tryForm("import")) {
			BinaryWriter entry = this.module.entry(Section.IMPORT, field.textOffset());
			entry.name(this.cursor.takeName());
			entry.name(this.cursor.takeName());
			this.cursor.close();
			TypeEncoder.importType(externalType(kind), entry);
			return;
		}
		switch (kind) {
			case FUNCTION -> new FunctionParser(this.context, field).parse();
			case TABLE -> table(field);
			case MEMORY -> memory(field);
			case GLOBAL -> global(field);
			case TAG ->
				TypeEncoder.externalType(externalType(kind), this.module.entry(Section.TAG, field.textOffset()));
		}
	}

	private void skipIdentifier() {
		if (this.cursor.at(TokenKind.IDENTIFIER)) {
			this.cursor.skip();
		}
	}

	private ExternalType externalType(ExternalKind kind) {
		TypeParser types = this.context.types;
		return switch (kind) {
			case FUNCTION -> new ExternalType.Function(types.typeUse(ParameterNames.IGNORED));
			case TABLE -> types.tableType();
			case MEMORY -> types.memoryType();
			case GLOBAL -> types.globalType();
			case TAG -> new ExternalType.Tag(types.typeUse(ParameterNames.IGNORED));
		};
	}

	private void table(Field field) {
		int start = this.cursor.token();
		AddressType addressType = this.context.types.addressType();
		BinaryWriter entry = this.module.entry(Section.TABLE, field.textOffset());
		if (this.context.types.atReferenceType()) {
			tableWithElements(field, addressType, entry);
			return;
		}
		this.cursor.moveTo(start);
		ExternalType.Table type = this.context.types.tableType();
		boolean initialized = !this.cursor.at(TokenKind.RIGHT_PARENTHESIS);
		if (initialized) {
			entry.u8(0x40);
			entry.u8(0x00);
		}
		TypeEncoder.externalType(type, entry);
		if (initialized) {
			this.context.constantExpression(entry);
		}
	}

	private void tableWithElements(Field field, AddressType addressType, BinaryWriter entry) {
		ReferenceType type = this.context.types.referenceType();
		this.cursor.openForm("elem");
		int count = this.elements.inlineSegment(field, addressType, type);
		this.cursor.close();
		Limits limits = Limits.between(count, count);
		TypeEncoder.externalType(new ExternalType.Table(addressType, limits, type), entry);
	}

	private void memory(Field field) {
		int start = this.cursor.token();
		AddressType addressType = this.context.types.addressType();
		int pageSizeLog2 = this.context.types.pageSizeLog2();
		BinaryWriter entry = this.module.entry(Section.MEMORY, field.textOffset());
		if (!this.cursor.tryForm("data")) {
			this.cursor.moveTo(start);
			TypeEncoder.externalType(this.context.types.memoryType(), entry);
			return;
		}
		int length = this.data.inlineSegment(field, addressType);
		this.cursor.close();
		long pages = (length + (1L << pageSizeLog2) - 1) >> pageSizeLog2;
		TypeEncoder.externalType(
				new ExternalType.Memory(addressType, Limits.between(pages, pages), false, pageSizeLog2), entry);
	}

	private void global(Field field) {
		BinaryWriter entry = this.module.entry(Section.GLOBAL, field.textOffset());
		TypeEncoder.externalType(this.context.types.globalType(), entry);
		this.context.constantExpression(entry);
	}

}
