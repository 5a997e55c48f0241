package dev.graft.compiler.text;

import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first pass over a module: binds all identifiers, since fields may refer to later
/// ones, and defines the types.
///
/// It looks at the beginning of each field and skips the rest.
final class FieldScanner {

	private final ModuleContext context;

	private final TokenCursor cursor;

	private final List<Field> fields = new ArrayList<>();

	/// What has been defined, after which nothing can be imported.
	private @Nullable ExternalKind firstDefined;

	private boolean startSeen;

	FieldScanner(ModuleContext context) {
		this.context = context;
		this.cursor = context.cursor;
	}

	/// Scans fields up to a closing parenthesis or the end of the text.
	List<Field> scan() {
		while (!this.cursor.at(TokenKind.RIGHT_PARENTHESIS) && !this.cursor.at(TokenKind.END)) {
			int opening = this.cursor.token();
			int textOffset = this.cursor.textOffset();
			FieldKind kind = FieldKind.open(this.cursor);
			int body = this.cursor.token();
			this.fields.add(new Field(kind, body, textOffset, bind(kind, opening)));
			this.cursor.skipForm(opening);
		}
		return List.copyOf(this.fields);
	}

	/// Defines the types, which can refer to each other by the identifiers bound before.
	void defineTypes() {
		this.fields.forEach(this::defineTypes);
	}

	private int bind(FieldKind kind, int opening) {
		return switch (kind) {
			case TYPE -> this.context.typeNames.define(this.cursor);
			case REC -> bindGroup();
			case IMPORT -> bindImport(opening);
			case FUNCTION -> bindDefinition(ExternalKind.FUNCTION, opening);
			case TABLE -> bindDefinition(ExternalKind.TABLE, opening);
			case MEMORY -> bindDefinition(ExternalKind.MEMORY, opening);
			case GLOBAL -> bindDefinition(ExternalKind.GLOBAL, opening);
			case TAG -> bindDefinition(ExternalKind.TAG, opening);
			case EXPORT -> 0;
			case START -> bindStart(opening);
			case ELEMENT -> this.context.elements.define(this.cursor);
			case DATA -> this.context.data.define(this.cursor);
		};
	}

	private int bindGroup() {
		int first = this.context.typeNames.size();
		while (this.cursor.atForm("type")) {
			int opening = this.cursor.token();
			this.cursor.openForm("type");
			this.context.typeNames.define(this.cursor);
			this.cursor.skipForm(opening);
		}
		return first;
	}

	private int bindStart(int opening) {
		if (this.startSeen) {
			throw this.cursor.error(opening, "multiple start sections", "one start field", "another");
		}
		this.startSeen = true;
		return 0;
	}

	private int bindImport(int opening) {
		checkImportOrder(opening);
		this.cursor.takeString();
		this.cursor.takeString();
		ExternalKind kind = ExternalKinds.open(this.cursor);
		return this.context.space(kind).define(this.cursor);
	}

	private int bindDefinition(ExternalKind kind, int opening) {
		int index = this.context.space(kind).define(this.cursor);
		while (this.cursor.atForm("export")) {
			this.cursor.skipForm(this.cursor.token());
		}
		if (this.cursor.atForm("import")) {
			checkImportOrder(opening);
		}
		else {
			this.firstDefined = (this.firstDefined != null) ? this.firstDefined : kind;
			bindInlineSegment(kind, opening);
		}
		return index;
	}

	/// A table or memory with contents defines a segment, too.
	private void bindInlineSegment(ExternalKind kind, int opening) {
		if (kind == ExternalKind.TABLE && hasChild(opening, "elem")) {
			this.context.elements.define();
		}
		if (kind == ExternalKind.MEMORY && hasChild(opening, "data")) {
			this.context.data.define();
		}
	}

	private boolean hasChild(int opening, String keyword) {
		int end = this.cursor.tokens().closing(opening);
		while (this.cursor.token() < end) {
			if (this.cursor.atForm(keyword)) {
				return true;
			}
			if (this.cursor.at(TokenKind.LEFT_PARENTHESIS)) {
				this.cursor.skipForm(this.cursor.token());
			}
			else {
				this.cursor.skip();
			}
		}
		return false;
	}

	private void checkImportOrder(int opening) {
		if (this.firstDefined != null) {
			throw this.cursor.error(opening, "import after " + this.firstDefined, "imports before all definitions",
					"an import");
		}
	}

	private void defineTypes(Field field) {
		this.cursor.moveTo(field.bodyToken());
		if (field.kind() == FieldKind.TYPE) {
			this.context.typeDefinitions.add(new RecursiveGroup(List.of(typeDefinition(field.index()))));
		}
		else if (field.kind() == FieldKind.REC) {
			List<SubType> members = new ArrayList<>();
			while (!this.cursor.tryClose()) {
				this.cursor.openForm("type");
				members.add(typeDefinition(field.index() + members.size()));
			}
			this.context.typeDefinitions.add(new RecursiveGroup(members));
		}
	}

	private SubType typeDefinition(int index) {
		IndexSpace names = new IndexSpace("field");
		SubType type = this.context.types.typeDefinition(names);
		if (names.size() > 0) {
			this.context.fields.put(index, names);
		}
		return type;
	}

}
