package dev.graft.compiler.decode;

import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.LocalGroup;
import java.util.ArrayList;
import java.util.List;

/// Function bodies. Their instructions stay bytes until they are validated and compiled.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#code-section">Binary
/// Format, "Code Section"</a>
final class CodeSection {

	private static final long TOO_MANY_LOCALS = 1L << 32;

	private CodeSection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.FUNCTIONS, "functions");
		for (int i = 0; i < count; i++) {
			in.module().add(body(in));
		}
	}

	private static FunctionBody body(SectionInput in) {
		ByteCursor cursor = in.cursor();
		int at = cursor.position();
		int size = cursor.count();
		ImplementationLimits.check(cursor, at, size, ImplementationLimits.FUNCTION_BODY_BYTES,
				"bytes in a function body");
		int offset = cursor.position();
		List<LocalGroup> locals = locals(in);
		int codeOffset = cursor.position();
		if (size > cursor.limit() - offset) {
			throw cursor.unexpectedEnd();
		}
		if (codeOffset > offset + size) {
			throw cursor.malformed(at, "section size mismatch", "a body of %d bytes".formatted(size),
					"locals that take %d".formatted(codeOffset - offset));
		}
		cursor.seek(offset + size);
		return new FunctionBody(offset, locals, codeOffset, offset + size);
	}

	private static List<LocalGroup> locals(SectionInput in) {
		int at = in.cursor().position();
		int groups = in.cursor().count();
		List<LocalGroup> locals = new ArrayList<>(Math.min(groups, ImplementationLimits.LOCALS));
		long total = 0;
		for (int i = 0; i < groups; i++) {
			int count = in.cursor().u32();
			ValueType type = in.types().valueType();
			total += Integer.toUnsignedLong(count);
			if (total <= ImplementationLimits.LOCALS && count > 0) {
				locals.add(new LocalGroup(count, type));
			}
		}
		if (total >= TOO_MANY_LOCALS) {
			throw in.cursor().malformed(at, "too many locals", "less than 2^32", Long.toString(total));
		}
		ImplementationLimits.check(in.cursor(), at, total, ImplementationLimits.LOCALS, "locals");
		return locals;
	}

}
