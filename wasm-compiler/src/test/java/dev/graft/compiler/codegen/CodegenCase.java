package dev.graft.compiler.codegen;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.compiler.CompiledClasses;
import dev.graft.compiler.split.MethodLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A module and the bytecode that one of its functions should become.
///
/// ```
/// ;; What the case is about.
/// ;; shows: clamp                        a function, by its name; a dispatcher goes by call_t<type>_<table>
/// ;; limits: tiny                        cut into small pieces
/// ;; interruptible: no                   compiled without looking for requests to stop
/// ;; memory-access: raw                  compiled for processes that export the JVM's own accessors
/// ;; vector-api: yes                     compiled for processes that have the Vector API
/// (module …)
///
/// ;; clamp#0 (IILInstance;)I             the bytecode: comments up to the end of the file
/// ;;   ILOAD 0
/// ```
///
/// What is compiled is the file without the comments at its end, so that those change
/// nothing.
///
/// @param file where it is
/// @param module the module's text
/// @param expected the bytecode at the end of the file, without comment signs
record CodegenCase(Path file, String module, List<String> expected) {

	/// Whether to write what is generated instead of comparing with it:
	/// `-Dgraft.bless=true`.
	static final boolean BLESS = Boolean.getBoolean("graft.bless");

	static final Path DIRECTORY = Path.of("src/test/resources/codegen");

	private static final String COMMENT = ";;";

	private static final Pattern DIRECTIVE = Pattern
		.compile("^;; (shows|limits|interruptible|vector-api|memory-access): (\\S+)$", Pattern.MULTILINE);

	/// All cases, in the order of their names.
	static List<CodegenCase> all() throws IOException {
		List<CodegenCase> cases = new ArrayList<>();
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".wat")).sorted().toList()) {
				cases.add(read(file));
			}
		}
		return cases;
	}

	private static CodegenCase read(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file);
		int end = lines.size();
		while (end > 0 && (lines.get(end - 1).startsWith(COMMENT) || lines.get(end - 1).isBlank())) {
			end--;
		}
		List<String> expected = lines.subList(end, lines.size())
			.stream()
			.filter((line) -> !line.isBlank())
			.map((line) -> line.substring(Math.min(line.length(), COMMENT.length() + 1)))
			.toList();
		return new CodegenCase(file, String.join("\n", lines.subList(0, end)) + "\n", expected);
	}

	/// Its file's name without the ending.
	String name() {
		return this.file.getFileName().toString().replace(".wat", "");
	}

	/// The classes of the module.
	Map<String, byte[]> classes() {
		return CompiledClasses.of(request(), limits());
	}

	/// The bytecode that is generated now, line by line.
	List<String> generated() {
		return MethodText.of(classes().values(), directive("shows", ""));
	}

	/// Replaces the expected bytecode.
	void bless(List<String> generated) throws IOException {
		StringBuilder text = new StringBuilder(this.module).append('\n');
		generated.forEach((line) -> text.append(COMMENT).append(' ').append(line).append('\n'));
		Files.writeString(this.file, text);
	}

	private CompileRequest request() {
		boolean interruptible = !directive("interruptible", "yes").equals("no");
		boolean vectorApi = directive("vector-api", "no").equals("yes");
		MemoryAccess access = directive("memory-access", "foreign").equals("raw") ? MemoryAccess.RAW
				: MemoryAccess.FOREIGN;
		return new CompileRequest(name() + ".wat", this.module.getBytes(StandardCharsets.UTF_8),
				CompilerSettings.DEFAULT.withInterruptible(interruptible)
					.withVectorApi(vectorApi)
					.withMemoryAccess(access));
	}

	private MethodLimits limits() {
		return directive("limits", "default").equals("tiny") ? MethodLimits.TINY : MethodLimits.DEFAULT;
	}

	private String directive(String key, String otherwise) {
		Matcher directives = DIRECTIVE.matcher(this.module);
		while (directives.find()) {
			if (directives.group(1).equals(key)) {
				return directives.group(2);
			}
		}
		return otherwise;
	}

	@Override
	public String toString() {
		return name();
	}

}
