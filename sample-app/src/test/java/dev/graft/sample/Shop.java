package dev.graft.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The sample application at a port of its own, with a plugin directory and an artifact
/// cache of its own below a given directory.
final class Shop implements AutoCloseable {

	static final Path COMMITTED_PLUGINS = Path.of("plugins");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ConfigurableApplicationContext application;

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI address;

	private final Path directory;

	private Shop(ConfigurableApplicationContext application, Path directory) {
		this.application = application;
		this.directory = directory;
		this.address = URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
	}

	/// Starts the application. Whatever is in the directory's `plugins` and `cache`
	/// already stays there; without a `plugins`, the committed plugins are put there.
	static Shop open(Path directory, String... arguments) throws IOException {
		if (Files.notExists(plugins(directory))) {
			stockPlugins(directory);
		}
		List<String> own = List.of("--server.port=0", "--wasm.plugins.directory=" + plugins(directory),
				"--wasm.engine.cache.directory=" + cache(directory), "--wasm.plugins.reload.quiet-period=100ms");
		ConfigurableApplicationContext application = new SpringApplicationBuilder(SampleApplication.class)
			.run(Stream.concat(own.stream(), Stream.of(arguments)).toArray(String[]::new));
		return new Shop(application, directory);
	}

	/// Puts copies of the committed plugins where a shop will look for them.
	static void stockPlugins(Path directory) throws IOException {
		Files.createDirectories(plugins(directory));
		for (String plugin : List.of("pricing.wasm", "documents.wasm", "checks.wasm")) {
			Files.copy(COMMITTED_PLUGINS.resolve(plugin), plugins(directory).resolve(plugin));
		}
	}

	static Path plugins(Path directory) {
		return directory.resolve("plugins");
	}

	static Path cache(Path directory) {
		return directory.resolve("cache");
	}

	/// Replaces the file of a plugin in one step, as a careful operator would.
	void replace(String plugin, byte[] module) throws IOException {
		Path staged = Files.write(this.directory.resolve("staged"), module);
		Files.move(staged, plugins(this.directory).resolve(plugin), StandardCopyOption.ATOMIC_MOVE);
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	Answer put(String path, byte[] content) {
		return send(request(path).header("Content-Type", "application/octet-stream")
			.PUT(HttpRequest.BodyPublishers.ofByteArray(content)));
	}

	/// Orders one article.
	Answer order(String customer, String sku, int quantity) {
		return post("/orders", order(customer, "%s@example.org".formatted(sku), sku, quantity, "EUR"));
	}

	static String order(String customer, String address, String sku, int quantity, String currency) {
		return JsonMapper.shared()
			.writeValueAsString(Map.of("customer", customer, "address", address, "currency", currency, "items",
					List.of(Map.of("sku", sku, "quantity", quantity))));
	}

	/// A measurement of a meter, 0 if there is no such meter.
	double meter(String name, String statistic, String... tags) {
		String query = Stream.of(tags).map((tag) -> "tag=" + tag).reduce("?", (one, other) -> one + other + "&");
		Answer answer = get("/actuator/metrics/" + name + query);
		if (answer.status() == 404) {
			return 0;
		}
		return answer.json()
			.get("measurements")
			.valueStream()
			.filter((measurement) -> measurement.get("statistic").asString().equals(statistic))
			.mapToDouble((measurement) -> measurement.get("value").asDouble())
			.sum();
	}

	/// Waits for something that the application does in its own time.
	static void await(String what, BooleanSupplier condition) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("It did not happen within %s that %s".formatted(PATIENCE, what));
			}
			Thread.sleep(20);
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.address.resolve(path)).timeout(PATIENCE);
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			return new Answer(this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new AssertionError("No answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for an answer", ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
		this.application.close();
	}

	/// What came back.
	record Answer(HttpResponse<byte[]> response) {

		int status() {
			return this.response.statusCode();
		}

		String contentType() {
			return this.response.headers().firstValue("Content-Type").orElse("");
		}

		byte[] body() {
			return this.response.body();
		}

		String text() {
			return new String(body(), StandardCharsets.UTF_8);
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(body());
		}

		/// `12.90`, with both decimals.
		String total() {
			return json().get("total").decimalValue().setScale(2).toPlainString();
		}

	}

}
