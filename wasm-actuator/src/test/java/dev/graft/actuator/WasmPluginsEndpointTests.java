package dev.graft.actuator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.graft.spring.plugin.ImportWasmPlugins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.json.JsonContent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/// The endpoint and the health over HTTP, in an application with a web server.
class WasmPluginsEndpointTests {

	@TempDir
	Path path;

	private final BasicJsonTester json = new BasicJsonTester(getClass());

	private final HttpClient http = HttpClient.newHttpClient();

	private @Nullable ConfigurableApplicationContext context;

	private ConfigurableApplicationContext start(String... properties) throws IOException {
		Plugins.put(this.path, "versioned.wat", Plugins.version(1));
		SpringApplication application = new SpringApplication(WebApplication.class);
		String[] arguments = new String[properties.length];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = "--" + properties[i];
		}
		application.setDefaultProperties(Map.of("server.port", "0", "wasm.plugins.directory", this.path.toString(),
				"wasm.engine.cache.directory", this.path.resolve("cache").toString(), "wasm.plugins.reload.enabled",
				"false", "management.endpoints.web.exposure.include", "*", "management.endpoint.health.show-details",
				"always", "management.info.wasm.enabled", "true", "spring.main.banner-mode", "off"));
		this.context = application.run(arguments);
		return this.context;
	}

	@AfterEach
	void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	private HttpResponse<String> send(ConfigurableApplicationContext context, String method, String path)
			throws IOException, InterruptedException {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.header("Content-Type", "application/json")
			.build();
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private JsonContent<Object> get(ConfigurableApplicationContext context, String path) throws Exception {
		HttpResponse<String> response = send(context, "GET", path);
		assertThat(response.statusCode()).isEqualTo(200);
		return this.json.from(response.body());
	}

	@Test
	void listsPlugins() throws Exception {
		ConfigurableApplicationContext context = start();
		assertThat(get(context, "wasmplugins")).hasJsonPathValue("$.plugins.versioned");
		JsonContent<Object> plugin = get(context, "wasmplugins/versioned");
		assertThat(plugin).extractingJsonPathStringValue("$.state").isEqualTo("ACTIVE");
		assertThat(plugin).extractingJsonPathNumberValue("$.version.generation").isEqualTo(1);
		assertThat(plugin).extractingJsonPathStringValue("$.version.digest").hasSize(64);
		assertThat(plugin).extractingJsonPathArrayValue("$.module.exports")
			.asString()
			.contains("version: func [] -> [i32]");
		assertThat(plugin).extractingJsonPathStringValue("$.module.artifact").startsWith(this.path.toString());
		assertThat(plugin).extractingJsonPathNumberValue("$.module.artifactBytes")
			.satisfies((bytes) -> assertThat(bytes.longValue()).isPositive());
		assertThat(plugin).extractingJsonPathNumberValue("$.module.sourceBytes")
			.isEqualTo((int) Files.size(this.path.resolve("versioned.wat")));
		assertThat(plugin).extractingJsonPathNumberValue("$.instances.live").isEqualTo(1);
		assertThat(plugin).extractingJsonPathArrayValue("$.interfaces").containsExactly(Versioned.class.getName());
	}

	@Test
	void knowsWhatItDoesNotKnow() throws Exception {
		assertThat(send(start(), "GET", "wasmplugins/unknown").statusCode()).isEqualTo(404);
	}

	@Test
	void isReadOnlyByDefault() throws Exception {
		assertThat(send(start(), "POST", "wasmplugins/versioned").statusCode()).isEqualTo(405);
	}

	@Test
	void replacesAPluginForThoseWhoMay() throws Exception {
		ConfigurableApplicationContext context = start("management.endpoint.wasmplugins.access=unrestricted");
		assertReload(context, 200, "unchanged");
		Plugins.put(this.path, "versioned.wat", Plugins.version(2));
		assertReload(context, 200, "replaced");
		assertThat(context.getBean(Versioned.class).version()).isEqualTo(2);
		Plugins.put(this.path, "versioned.wat", "(module");
		assertReload(context, 422, "refused");
		assertThat(context.getBean(Versioned.class).version()).isEqualTo(2);
		assertThat(send(context, "POST", "wasmplugins/unknown").statusCode()).isEqualTo(404);
	}

	private void assertReload(ConfigurableApplicationContext context, int status, String outcome) throws Exception {
		HttpResponse<String> response = send(context, "POST", "wasmplugins/versioned");
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(this.json.from(response.body())).extractingJsonPathStringValue("$.outcome").isEqualTo(outcome);
	}

	@Test
	void healthHasAComponentPerPlugin() throws Exception {
		JsonContent<Object> health = get(start(), "health");
		assertThat(health).extractingJsonPathStringValue("$.components.wasm.components.versioned.status")
			.isEqualTo("UP");
		assertThat(health).extractingJsonPathNumberValue("$.components.wasm.components.versioned.details.generation")
			.isEqualTo(1);
	}

	@Test
	void healthIsNotPartOfLiveness() throws Exception {
		ConfigurableApplicationContext context = start("management.endpoint.health.probes.enabled=true");
		assertThat(get(context, "health/liveness")).doesNotHaveJsonPath("$.components.wasm");
	}

	@Test
	void infoTellsTheVersions() throws Exception {
		assertThat(get(start(), "info")).extractingJsonPathNumberValue("$.wasm.plugins.versioned.generation")
			.isEqualTo(1);
	}

	@Test
	void metersAreThere() throws Exception {
		assertThat(get(start(), "metrics/wasm.instance.instantiate")).extractingJsonPathStringValue("$.name")
			.isEqualTo("wasm.instance.instantiate");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportWasmPlugins(Versioned.class)
	static class WebApplication {

	}

}
