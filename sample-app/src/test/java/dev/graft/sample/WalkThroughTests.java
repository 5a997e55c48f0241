package dev.graft.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

import dev.graft.sample.Shop.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What the README's walk-through promises, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkThroughTests {

	private Shop shop;

	@BeforeAll
	void start(@TempDir Path directory) throws IOException {
		this.shop = Shop.open(directory);
	}

	@AfterAll
	void stop() {
		this.shop.close();
	}

	@Test
	void pricesAnOrderByTheRulesOfThePluginInRust() {
		assertThat(this.shop.order("Bob", "MUG", 3).total()).isEqualTo("38.70");
		assertThat(this.shop.order("Ada", "MUG", 3).total()).as("silver: 5 % off").isEqualTo("36.77");
		assertThat(this.shop.order("Zoë", "STICKER", 100).total()).as("gold, and 100 pieces").isEqualTo("123.00");
		assertThat(this.shop.get("/rules").text()).isEqualTo("everyday prices");
	}

	@Test
	void convertsThePriceToTheCurrencyOfTheOrder() {
		Answer answer = this.shop.post("/orders", Shop.order("Bob", "bob@example.org", "MUG", 1, "USD"));
		assertThat(answer.total()).isEqualTo("14.96");
	}

	@Test
	void findsAnOrderThatItHasTaken() {
		String id = this.shop.order("Ada", "MUG", 2).json().get("id").asString();
		Answer answer = this.shop.get("/orders/" + id);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("lines").get(0).get("sku").asString()).isEqualTo("MUG");
		assertThat(this.shop.get("/orders/ORDER-999999").status()).isEqualTo(404);
	}

	@Test
	void letsThePluginInCWriteTheConfirmation() {
		String id = this.shop.order("Zoë", "STICKER", 3).json().get("id").asString();
		Answer answer = this.shop.get("/orders/" + id + "/confirmation");
		assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
		assertThat(answer.text()).isEqualTo("""
				Dear Zoë,

				thank you for your order %s:

				  3 x STICKER: 4.05 EUR

				Total: 4.05 EUR

				Your shop
				""".formatted(id));
	}

	@Test
	void letsNoCustomerWriteFieldsIntoTheConfirmation() {
		String id = this.shop.order("Eve\ntotal=0", "MUG", 1).json().get("id").asString();
		assertThat(this.shop.get("/orders/" + id + "/confirmation").text()).contains("Dear Eve total=0,")
			.contains("Total: 12.90 EUR");
	}

	@Test
	void letsThePluginInCDrawABarcode() {
		String id = this.shop.order("Ada", "MUG", 1).json().get("id").asString();
		Answer answer = this.shop.get("/orders/" + id + "/barcode");
		assertThat(answer.contentType()).isEqualTo("image/bmp");
		assertThat(answer.body()).startsWith("BM".getBytes(StandardCharsets.US_ASCII));
		assertThat(answer.body().length).as("the size that the header tells").isEqualTo(littleEndian(answer.body(), 2));
	}

	private static int littleEndian(byte[] bytes, int offset) {
		return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8 | (bytes[offset + 2] & 0xFF) << 16;
	}

	@Test
	void rejectsWhatThePluginInAssemblyScriptFindsWrong() {
		Answer answer = this.shop.post("/orders", Shop.order("Bob", "nowhere", "LAPTOP", 5, "EUR"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.contentType()).isEqualTo("application/problem+json");
		assertThat(answer.json().get("problems").valueStream().map((problem) -> problem.asString())).containsExactly(
				"nowhere is not an e-mail address: it needs exactly one @", "LAPTOP: 5 are ordered, 3 are on hand");
	}

	@Test
	void checksAnOrderWithoutTakingIt() {
		String order = Shop.order("Bob", "bob@example.org", "MUG", 1, "EUR");
		assertThat(this.shop.post("/orders/check", order).text()).isEqualTo("{\"problems\":[]}");
	}

	@Test
	void takesAttachmentsThatAreWhatTheirNameSays() {
		String id = this.shop.order("Ada", "MUG", 1).json().get("id").asString();
		byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a00ff");
		assertThat(this.shop.put("/orders/" + id + "/attachments/photo.png", png).status()).isEqualTo(204);
		assertThat(this.shop.put("/orders/" + id + "/attachments/photo.pdf", png).status()).isEqualTo(422);
	}

	@Test
	void passesTheExceptionOfAHostFunctionThroughThePlugin() {
		Answer answer = this.shop.order("Bob", "UNICORN", 1);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().get("detail").asString()).isEqualTo("There is no article UNICORN");
	}

	@Test
	void refusesAnOrderThatIsNoOrder() {
		assertThat(this.shop.post("/orders", "{}").status()).isEqualTo(400);
		assertThat(this.shop.post("/orders", Shop.order("Bob", "bob@example.org", "MUG", -1, "EUR")).status())
			.isEqualTo(400);
	}

	@Test
	void survivesMegabytesInBothDirections() {
		String id = this.shop.order("Größe 🦀 ".repeat(100_000), "MUG", 1).json().get("id").asString();
		assertThat(this.shop.get("/orders/" + id + "/confirmation").text())
			.contains("Dear " + "Größe 🦀 ".repeat(100_000));
		byte[] text = "ä\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);
		assertThat(this.shop.put("/orders/" + id + "/attachments/long.txt", text).status()).isEqualTo(204);
	}

}
