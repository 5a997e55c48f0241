package dev.graft.compiler.text;

import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.MalformedModuleException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The annotations of a module. Whoever parses the place behind a name or a hint takes
/// it; what nobody has taken in the end stands where it means nothing.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/custom.html">Appendix, "Custom
/// Sections and Annotations"</a>
final class Annotations {

	private static final int LIKELY = 1;

	private final Tokens tokens;

	private final List<CustomSectionText> customSections = new ArrayList<>();

	/// By the token behind the annotation.
	private final Map<Integer, Annotation> names = new HashMap<>();

	/// By the token behind the annotation.
	private final Map<Integer, Annotation> branchHints = new HashMap<>();

	/// Reads the annotations.
	/// @param module the opening parenthesis of the module, -1 if the text consists of
	/// its fields
	Annotations(Tokens tokens, int module) {
		this.tokens = tokens;
		for (Annotation annotation : tokens.annotations()) {
			switch (annotation.id()) {
				case Annotation.CUSTOM -> addCustom(annotation, module);
				case Annotation.NAME -> addName(annotation);
				default -> addBranchHint(annotation);
			}
		}
	}

	private void addCustom(Annotation annotation, int module) {
		if (annotation.enclosing() != module) {
			throw misplaced(annotation);
		}
		this.customSections.add(CustomSectionText.parse(annotation, contents(annotation)));
	}

	private void addName(Annotation annotation) {
		if (this.names.putIfAbsent(annotation.nextToken(), annotation) != null) {
			String keyword = this.tokens.text(annotation.enclosing() + 1);
			throw malformed(annotation, annotation.what("multiple " + keyword), "one name", "another");
		}
	}

	private void addBranchHint(Annotation annotation) {
		if (!annotation.inFunction()) {
			throw malformed(annotation, annotation.what("not in a function"), "an instruction", "something else");
		}
		if (this.branchHints.putIfAbsent(annotation.nextToken(), annotation) != null) {
			throw malformed(annotation, annotation.what("duplicate annotation"), "one hint", "another");
		}
	}

	/// The custom sections, in the order of the text.
	List<CustomSectionText> customSections() {
		return this.customSections;
	}

	/// The name that stands before a token, null if there is none.
	@Nullable String takeName(int token) {
		Annotation annotation = this.names.remove(token);
		if (annotation == null) {
			return null;
		}
		TokenCursor contents = contents(annotation);
		String name = new String(string(contents, annotation), StandardCharsets.UTF_8);
		end(contents, annotation);
		return name;
	}

	/// Whether a name stands before a token.
	boolean hasName(int token) {
		return this.names.containsKey(token);
	}

	/// The hint that stands before an instruction: 0 for a branch that is unlikely, 1 for
	/// one that is likely, -1 if there is none.
	int takeBranchHint(int token) {
		Annotation annotation = this.branchHints.remove(token);
		if (annotation == null) {
			return -1;
		}
		byte[] bytes = strings(contents(annotation), annotation);
		if (bytes.length != 1 || bytes[0] < 0 || bytes[0] > LIKELY) {
			throw malformed(annotation, annotation.what("invalid value"), "\"\\00\" or \"\\01\"",
					bytes.length + " bytes");
		}
		return bytes[0];
	}

	/// Complains about a hint before an instruction that does not branch.
	InvalidModuleException invalidTarget(int textOffset) {
		SourceText source = this.tokens.source();
		return new InvalidModuleException(source.name(), source.position(textOffset).toString(),
				"@" + Annotation.BRANCH_HINT + " annotation: invalid target",
				"only if and br_if go one way or the other");
	}

	/// Complains if there is an annotation that nobody has taken.
	void requireTaken() {
		this.names.values().stream().findFirst().ifPresent((annotation) -> {
			throw misplaced(annotation);
		});
		this.branchHints.values().stream().findFirst().ifPresent((annotation) -> {
			throw invalidTarget(annotation.offset());
		});
	}

	private TokenCursor contents(Annotation annotation) {
		return new TokenCursor(Lexer.tokenize(this.tokens.source(), annotation.contents(), annotation.end()), 0);
	}

	/// A string that is a name.
	static byte[] string(TokenCursor contents, Annotation annotation) {
		int token = contents.token();
		byte[] name = contents.takeString();
		if (!Utf8.isValid(name)) {
			throw contents.error(token, annotation.what("malformed UTF-8 encoding"), "a name in UTF-8",
					contents.tokens().text(token));
		}
		return name;
	}

	/// Strings up to the end, one after the other.
	static byte[] strings(TokenCursor contents, Annotation annotation) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (contents.at(TokenKind.STRING)) {
			bytes.writeBytes(contents.takeString());
		}
		end(contents, annotation);
		return bytes.toByteArray();
	}

	private static void end(TokenCursor contents, Annotation annotation) {
		if (!contents.at(TokenKind.END)) {
			throw contents.error(contents.token(), annotation.what("unexpected token"), "\")\"", contents.text());
		}
	}

	private MalformedModuleException misplaced(Annotation annotation) {
		return malformed(annotation, "misplaced @%s annotation".formatted(annotation.id()),
				annotation.id().equals(Annotation.NAME) ? "a name behind what it names" : "a field of the module",
				"it somewhere else");
	}

	private MalformedModuleException malformed(Annotation annotation, String what, String expected, String found) {
		return this.tokens.source().malformed(annotation.offset(), what, expected, found);
	}

}
