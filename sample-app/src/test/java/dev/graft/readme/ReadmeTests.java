package dev.graft.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/// What the README shows is what these classes are, and it works.
class ReadmeTests {

	private final String readme = read(Path.of("..", "README.md"));

	@Test
	void showsTheCodeThatIsTestedHere() {
		assertThat(this.readme).contains(source("Greeter")).contains(source("Visits"));
	}

	@Test
	void showsAPluginThatRuns(@TempDir Path directory) throws IOException {
		Files.writeString(directory.resolve("greeter.wat"), block("wasm"));
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.run("--wasm.plugins.directory=" + directory,
					"--wasm.engine.cache.directory=" + directory.resolve("cache"))) {
			assertThat(application.getBean(Greeter.class).visits(7)).isEqualTo(71);
		}
	}

	/// A code block of the README.
	private String block(String language) {
		Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(this.readme);
		assertThat(block.find()).as(language).isTrue();
		return block.group(1);
	}

	/// A class of this package without its imports.
	private static String source(String type) {
		String source = read(Path.of("src/test/java/dev/graft/readme", type + ".java"));
		return source.substring(source.indexOf("\n@") + 1);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@SpringBootApplication
	static class Application {

	}

}
