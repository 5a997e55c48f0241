package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/EMBEDDING.md` shows compiles.
class EmbeddingDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "EMBEDDING.md");

	private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final String IMPORTS = """
			import dev.graft.artifact.spi.MemoryAccess;
			import dev.graft.artifact.type.*;
			import dev.graft.engine.*;
			import dev.graft.engine.Module;
			import dev.graft.engine.trap.*;
			import dev.graft.wasi.*;
			import java.io.IOException;
			import java.nio.charset.StandardCharsets;
			import java.nio.file.*;
			import java.time.Duration;
			import java.util.*;
			import java.util.function.*;
			""";

	@Test
	void everySnippetCompiles(@TempDir Path directory) throws IOException {
		List<JavaFileObject> sources = new ArrayList<>();
		Matcher snippets = SNIPPET.matcher(Files.readString(DOCUMENT));
		while (snippets.find()) {
			sources.add(source("Snippet" + sources.size(), snippets.group(1)));
		}
		assertThat(sources).hasSizeGreaterThan(5);
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		List<String> options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"), "-d",
				directory.toString());
		boolean compiled = compiler.getTask(messages, null, null, options, null, sources).call();
		assertThat(compiled).as(messages.toString()).isTrue();
	}

	private static JavaFileObject source(String name, String snippet) {
		boolean members = snippet.contains("static ") || snippet.startsWith("interface");
		String body = members ? snippet : "static void snippet() throws Exception {\n" + snippet + "}\n";
		String text = IMPORTS + "class " + name + " {\n" + body + "}\n";
		return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return text;
			}

		};
	}

}
