package dev.graft.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.graft.sample.Shop.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever lies in the plugin directory or in the artifact cache: the application
/// starts, says what is wrong, and serves the others.
class BrokenPluginTests {

	private static final String ENDLESS = "(module (func $loop (loop $again (br $again))) (start $loop))";

	private static final String HOMELESS = """
			(module (import "shop:plugins/weather" "forecast" (func (param i32) (result i32)))
			        (import "shop:plugins/catalog" "on-hold" (func (param i32 i32) (result i32))))""";

	@TempDir
	Path directory;

	@Test
	void servesTheOthersWhenAPluginIsRandomBytes() throws Exception {
		Shop.stockPlugins(this.directory);
		byte[] bytes = new byte[1000];
		new Random(42).nextBytes(bytes);
		Files.write(Shop.plugins(this.directory).resolve("documents.wasm"), bytes);
		try (Shop shop = Shop.open(this.directory)) {
			Answer order = shop.order("Bob", "MUG", 1);
			assertThat(order.status()).isEqualTo(201);
			Answer answer = shop.get("/orders/" + order.json().get("id").asString() + "/confirmation");
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.json().get("title").asString()).isEqualTo("Plugin unavailable");
			assertThat(plugin(shop, "documents")).contains("FAILED").contains("documents.wasm");
			assertThat(shop.get("/actuator/health").status()).isEqualTo(503);
			assertThat(shop.get("/actuator/health/liveness").status()).isIn(200, 404);
		}
	}

	@Test
	void servesAPluginAsSoonAsItIsRepaired() throws Exception {
		Shop.stockPlugins(this.directory);
		Files.write(Shop.plugins(this.directory).resolve("documents.wasm"), new byte[0]);
		try (Shop shop = Shop.open(this.directory)) {
			String id = shop.order("Bob", "MUG", 1).json().get("id").asString();
			assertThat(shop.get("/orders/" + id + "/barcode").status()).isEqualTo(503);
			shop.replace("documents.wasm", Files.readAllBytes(Shop.COMMITTED_PLUGINS.resolve("documents.wasm")));
			Shop.await("the plugin serves", () -> shop.get("/orders/" + id + "/barcode").status() == 200);
			assertThat(shop.get("/actuator/health").status()).isEqualTo(200);
		}
	}

	@Test
	void namesAllImportsThatAreMissing() throws Exception {
		Shop.stockPlugins(this.directory);
		Files.writeString(Shop.plugins(this.directory).resolve("homeless.wat"), HOMELESS);
		try (Shop shop = Shop.open(this.directory)) {
			assertThat(plugin(shop, "homeless")).contains("FAILED")
				.contains("shop:plugins/weather")
				.contains("forecast")
				.contains("on-hold")
				.as("what it may have meant")
				.contains("on-hand");
			assertThat(shop.order("Bob", "MUG", 1).status()).isEqualTo(201);
		}
	}

	@Test
	void stopsAPluginThatDoesNotComeToAnEndWhenItStarts() throws Exception {
		Shop.stockPlugins(this.directory);
		Files.writeString(Shop.plugins(this.directory).resolve("endless.wat"), ENDLESS);
		try (Shop shop = Shop.open(this.directory, "--wasm.plugins.defaults.start-timeout=300ms")) {
			assertThat(plugin(shop, "endless")).contains("FAILED").contains("interrupt");
			assertThat(shop.order("Bob", "MUG", 1).status()).isEqualTo(201);
		}
	}

	@Test
	void saysWhenAPluginDoesNotFitItsInterface() throws Exception {
		try (Shop shop = Shop.open(this.directory)) {
			shop.replace("pricing.wasm", Files.readAllBytes(Shop.COMMITTED_PLUGINS.resolve("checks.wasm")));
			Shop.await("the file is refused", () -> plugin(shop, "pricing").contains("line-price"));
			assertThat(shop.order("Bob", "MUG", 1).total()).isEqualTo("12.90");
		}
	}

	@Test
	void compilesNothingWhenItStartsForTheSecondTime() throws Exception {
		try (Shop first = Shop.open(this.directory)) {
			assertThat(first.order("Bob", "MUG", 1).status()).isEqualTo(201);
			assertThat(compilations(first)).isEqualTo(3);
			assertThat(cacheLookUps(first, "miss")).isEqualTo(3);
		}
		try (Shop second = Shop.open(this.directory)) {
			assertThat(second.order("Bob", "MUG", 1).status()).isEqualTo(201);
			assertThat(compilations(second)).isZero();
			assertThat(cacheLookUps(second, "disk_hit")).isEqualTo(3);
		}
	}

	@Test
	void compilesAgainWhatIsDamagedInTheCache() throws Exception {
		Shop.open(this.directory).close();
		List<Path> artifacts = artifacts();
		assertThat(artifacts).hasSize(3);
		truncate(artifacts.get(0));
		flip(artifacts.get(1));
		Files.write(artifacts.get(2), new byte[0]);
		try (Shop shop = Shop.open(this.directory)) {
			assertThat(shop.order("Bob", "MUG", 1).status()).isEqualTo(201);
			assertThat(compilations(shop)).isEqualTo(3);
			assertThat(cacheLookUps(shop, "damaged")).isEqualTo(3);
			assertThat(shop.get("/actuator/health").status()).isEqualTo(200);
		}
		try (Shop shop = Shop.open(this.directory)) {
			assertThat(compilations(shop)).as("after the repair").isZero();
		}
	}

	private static double compilations(Shop shop) {
		return shop.meter("wasm.module.compile", "COUNT");
	}

	private static double cacheLookUps(Shop shop, String result) {
		return shop.meter("wasm.artifact.cache", "COUNT", "result:" + result);
	}

	private List<Path> artifacts() throws IOException {
		try (Stream<Path> files = Files.walk(Shop.cache(this.directory))) {
			return files.filter(Files::isRegularFile).filter((file) -> file.toFile().length() > 1000).sorted().toList();
		}
	}

	private static void truncate(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(channel.size() / 2);
		}
	}

	/// Changes one byte in the middle.
	private static void flip(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			long middle = channel.size() / 2;
			ByteBuffer one = ByteBuffer.allocate(1);
			channel.read(one, middle);
			channel.write(ByteBuffer.wrap(new byte[] { (byte) (one.get(0) ^ 0x40) }), middle);
		}
	}

	private static String plugin(Shop shop, String name) {
		return shop.get("/actuator/wasmplugins/" + name).text();
	}

}
