package dev.graft.compiler.text;

import dev.graft.artifact.type.ExternalKind;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the parsers of one module share: the place they are at, the names in scope, and
/// the module in the making.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/conventions.html#contexts">Text
/// Format, "Contexts"</a>
final class ModuleContext {

	final TokenCursor cursor;

	final IndexSpace typeNames = new IndexSpace("type");

	final IndexSpace functions = new IndexSpace("func");

	final IndexSpace tables = new IndexSpace("table");

	final IndexSpace memories = new IndexSpace("memory");

	final IndexSpace globals = new IndexSpace("global");

	final IndexSpace tags = new IndexSpace("tag");

	final IndexSpace elements = new IndexSpace("elem segment");

	final IndexSpace data = new IndexSpace("data segment");

	final TypeDefinitions typeDefinitions = new TypeDefinitions();

	final TypeParser types;

	final BinaryModule module = new BinaryModule();

	/// The identifiers of each function's locals.
	final Map<Integer, IndexSpace> locals = new TreeMap<>();

	/// The identifiers of each structure type's fields.
	final Map<Integer, IndexSpace> fields = new TreeMap<>();

	@Nullable String moduleName;

	ModuleContext(TokenCursor cursor) {
		this.cursor = cursor;
		this.types = new TypeParser(cursor, this.typeNames, this.typeDefinitions);
	}

	/// The index space of one of the kinds that can be imported and exported.
	IndexSpace space(ExternalKind kind) {
		return switch (kind) {
			case FUNCTION -> this.functions;
			case TABLE -> this.tables;
			case MEMORY -> this.memories;
			case GLOBAL -> this.globals;
			case TAG -> this.tags;
		};
	}

	/// A constant expression: the instructions up to a closing parenthesis, which is left
	/// alone.
	void constantExpression(BinaryWriter to) {
		InstructionParser.ofConstant(this, to).expression(false);
	}

	/// The table or memory that a segment is for: `(table index)` or, as texts older than
	/// the second version of the standard have it, the index alone.
	int use(String keyword, IndexSpace space) {
		boolean wrapped = this.cursor.tryForm(keyword);
		int index = space.resolve(this.cursor);
		if (wrapped) {
			this.cursor.close();
		}
		return index;
	}

	/// Where a segment goes: `(offset …)` or a single folded instruction.
	void offset(BinaryWriter to) {
		if (this.cursor.tryForm("offset")) {
			constantExpression(to);
			this.cursor.close();
		}
		else {
			InstructionParser.ofConstant(this, to).foldedExpression();
		}
	}

}
