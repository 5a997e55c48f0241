package dev.graft.actuator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import dev.graft.actuator.health.WasmHealthContributor;
import dev.graft.spring.reload.WasmPluginReloader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class WasmHealthTests {

	@TempDir
	Path path;

	private static Health health(ApplicationContext context, String plugin) {
		HealthContributor indicator = context.getBean(WasmHealthContributor.class).getContributor(plugin);
		return Objects.requireNonNull(((HealthIndicator) Objects.requireNonNull(indicator)).health(true));
	}

	@Test
	void aPluginThatServesIsUp() throws IOException {
		Plugins.put(this.path, "versioned.wat", Plugins.version(1));
		Plugins.runner(this.path).run((context) -> {
			Health health = health(context, "versioned");
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("generation", 1)
				.containsEntry("origin", this.path.resolve("versioned.wat").toString())
				.containsKeys("digest", "loadedAt");
		});
	}

	@Test
	void aRefusedVersionIsADetailWhileTheOldOneServes() throws IOException {
		Plugins.put(this.path, "versioned.wat", Plugins.version(1));
		Plugins.runner(this.path).run((context) -> {
			Plugins.put(this.path, "versioned.wat", "(module");
			assertThat(context.getBean(WasmPluginReloader.class).reload("versioned")).isPresent();
			Health health = health(context, "versioned");
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsKeys("refused", "refusedAt", "reason");
		});
	}

	@Test
	void aPluginThatTheApplicationAsksForAndThatDoesNotServeIsDown() {
		Plugins.runner(this.path)
			.run((context) -> assertThat(health(context, "versioned").getStatus()).isEqualTo(Status.DOWN));
	}

	@Test
	void aStrayFileTakesNothingDown() throws IOException {
		Plugins.put(this.path, "stray.wasm", "noise");
		Plugins.runner(this.path)
			.run((context) -> assertThat(health(context, "stray").getStatus()).isEqualTo(Status.UNKNOWN));
	}

	@Test
	void pluginsThatComeLaterAreThereToo() {
		Plugins.runner(this.path).run((context) -> {
			WasmHealthContributor health = context.getBean(WasmHealthContributor.class);
			assertThat(health.stream()).singleElement().extracting("name").isEqualTo("versioned");
			Plugins.put(this.path, "later.wat", Plugins.version(2));
			context.getBean(WasmPluginReloader.class).reload("later");
			assertThat(health.stream()).extracting("name").containsExactly("later", "versioned");
			assertThat(health.getContributor("unknown")).isNull();
		});
	}

}
