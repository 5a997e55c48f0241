package dev.graft.compiler.text;

import dev.graft.artifact.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/// Parses the rest of a function definition: type, locals, body.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/modules.html#functions">Text
/// Format, "Functions"</a>
final class FunctionParser {

	private final ModuleContext context;

	private final TokenCursor cursor;

	private final Field field;

	private final IndexSpace locals = new IndexSpace("local");

	FunctionParser(ModuleContext context, Field field) {
		this.context = context;
		this.cursor = context.cursor;
		this.field = field;
	}

	void parse() {
		int typeIndex = this.context.types.typeUse(ParameterNames.boundIn(this.locals));
		this.context.module.entry(Section.FUNCTION, this.field.textOffset()).u32(typeIndex);
		BinaryWriter body = new BinaryWriter();
		encodeLocals(parseLocals(), body);
		InstructionParser instructions = new InstructionParser(this.context, this.locals, body);
		instructions.expression(true);
		if (!instructions.branchHints().isEmpty()) {
			this.context.module.add(this.field.index(), instructions.branchHints());
		}
		this.context.module.entry(Section.CODE, this.field.textOffset()).sized(body);
		this.context.locals.put(this.field.index(), this.locals);
	}

	private List<ValueType> parseLocals() {
		List<ValueType> types = new ArrayList<>();
		while (this.cursor.tryForm("local")) {
			if (this.cursor.atName()) {
				this.locals.define(this.cursor);
				types.add(this.context.types.valueType());
				this.cursor.close();
			}
			else {
				int before = types.size();
				this.context.types.valueTypes(types);
				types.subList(before, types.size()).forEach((type) -> this.locals.define());
			}
		}
		return types;
	}

	/// Equal types in a row share an entry.
	private static void encodeLocals(List<ValueType> types, BinaryWriter body) {
		BinaryWriter runs = new BinaryWriter();
		int runCount = 0;
		int start = 0;
		while (start < types.size()) {
			int end = start;
			while (end < types.size() && types.get(end).equals(types.get(start))) {
				end++;
			}
			runs.u32(end - start);
			TypeEncoder.valueType(types.get(start), runs);
			runCount++;
			start = end;
		}
		body.u32(runCount);
		body.append(runs);
	}

}
