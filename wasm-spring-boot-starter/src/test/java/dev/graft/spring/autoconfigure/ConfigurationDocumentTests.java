package dev.graft.spring.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.graft.artifact.spi.Feature;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/// docs/CONFIGURATION.md and the metadata for editors tell of the same properties.
class ConfigurationDocumentTests {

	@Test
	void everyPropertyIsInTheDocument() throws IOException {
		String document = Files.readString(Path.of("../docs/CONFIGURATION.md"));
		assertThat(properties()).hasSizeGreaterThan(20)
			.allSatisfy((property) -> assertThat(document)
				.contains("`" + name(property).replace("wasm.plugins.defaults.", "")));
	}

	@Test
	void everyPropertyIsDescribedInASentence() throws IOException {
		assertThat(properties())
			.allSatisfy((property) -> assertThat(property.get("description")).asString().matches("[A-Z].*\\."));
	}

	@Test
	void everyFeatureHasASwitch() throws IOException {
		String document = Files.readString(Path.of("../docs/CONFIGURATION.md"));
		Map<String, Object> defaults = properties().stream()
			.filter((property) -> property.get("defaultValue") != null)
			.collect(Collectors.toMap(ConfigurationDocumentTests::name,
					(property) -> Objects.requireNonNull(property.get("defaultValue"))));
		for (Feature feature : EnumSet.complementOf(EnumSet.of(Feature.MVP))) {
			boolean on = Feature.DEFAULT.contains(feature);
			assertThat(document).contains("`wasm.features.%s` | `%s`".formatted(feature, on));
			assertThat(defaults).containsEntry("wasm.features." + feature, on);
		}
	}

	private static String name(Map<?, ?> property) {
		return Objects.requireNonNull((String) property.get("name"));
	}

	private static List<Map<?, ?>> properties() throws IOException {
		String metadata = new ClassPathResource("META-INF/spring-configuration-metadata.json")
			.getContentAsString(StandardCharsets.UTF_8);
		// JSON is YAML, and of parsers for either this one is on the class path
		List<?> properties = (List<?>) Objects
			.requireNonNull(new Yaml().<Map<String, Object>>load(metadata).get("properties"));
		return properties.stream().<Map<?, ?>>map((property) -> (Map<?, ?>) property).toList();
	}

}
