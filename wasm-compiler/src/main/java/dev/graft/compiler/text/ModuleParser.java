package dev.graft.compiler.text;

import dev.graft.artifact.type.ExternalKind;
import java.util.List;

/// Parses a module in two passes: [FieldScanner] binds all names, then each field is
/// parsed and written to its section.
final class ModuleParser {

	private final ModuleContext context;

	private final TokenCursor cursor;

	private final DefinitionParser definitions;

	private final ElementParser elements;

	private final DataParser data;

	ModuleParser(Tokens tokens) {
		this.cursor = new TokenCursor(tokens, 0);
		this.context = new ModuleContext(this.cursor);
		this.elements = new ElementParser(this.context);
		this.data = new DataParser(this.context);
		this.definitions = new DefinitionParser(this.context, this.elements, this.data);
	}

	/// `(module id? field*)`, or only the fields.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/text/modules.html#text-module">Text
	/// Format, "Modules"</a>
	WatModule parse() {
		int opening = this.cursor.token();
		boolean wrapped = this.cursor.tryForm("module");
		if (wrapped && this.cursor.at(TokenKind.IDENTIFIER)) {
			this.context.moduleName = this.cursor.takeIdentifier();
		}
		Annotations annotations = new Annotations(this.cursor.tokens(), wrapped ? opening : -1);
		this.cursor.annotate(annotations);
		if (wrapped && annotations.hasName(this.cursor.token())) {
			this.context.moduleName = annotations.takeName(this.cursor.token());
		}
		FieldScanner scanner = new FieldScanner(this.context);
		List<Field> fields = scanner.scan();
		int end = this.cursor.token();
		scanner.defineTypes();
		fields.forEach(this::field);
		this.cursor.moveTo(end);
		if (wrapped) {
			this.cursor.close();
		}
		if (!this.cursor.at(TokenKind.END)) {
			throw this.cursor.unexpected("the end of the text");
		}
		annotations.requireTaken();
		writeTypes();
		annotations.customSections().forEach(this.context.module::add);
		BinaryWriter binary = this.context.module.assemble(NameSection.of(this.context));
		return new WatModule(binary.toByteArray(), binary.sourceMap(this.cursor.tokens().source()));
	}

	private void field(Field field) {
		this.cursor.moveTo(field.bodyToken());
		switch (field.kind()) {
			case TYPE, REC -> {
				return;
			}
			case IMPORT -> this.definitions.importField(field);
			case FUNCTION -> this.definitions.definition(ExternalKind.FUNCTION, field);
			case TABLE -> this.definitions.definition(ExternalKind.TABLE, field);
			case MEMORY -> this.definitions.definition(ExternalKind.MEMORY, field);
			case GLOBAL -> this.definitions.definition(ExternalKind.GLOBAL, field);
			case TAG -> this.definitions.definition(ExternalKind.TAG, field);
			case EXPORT -> exportField(field);
			case START -> startField(field);
			case ELEMENT -> this.elements.segment(field);
			case DATA -> this.data.segment(field);
		}
		this.cursor.close();
	}

	private void exportField(Field field) {
		BinaryWriter entry = this.context.module.entry(Section.EXPORT, field.textOffset());
		entry.name(this.cursor.takeName());
		ExternalKind kind = ExternalKinds.open(this.cursor);
		TypeEncoder.externalKind(kind, entry);
		entry.u32(this.context.space(kind).resolve(this.cursor));
		this.cursor.close();
	}

	private void startField(Field field) {
		BinaryWriter entry = this.context.module.entry(Section.START, field.textOffset());
		entry.u32(this.context.functions.resolve(this.cursor));
	}

	/// Comes last, because blocks and calls may have added types.
	private void writeTypes() {
		this.context.typeDefinitions.groups().forEach((group) -> {
			TypeEncoder.recursiveGroup(group, this.context.module.entry(Section.TYPE, 0));
		});
	}

}
