package dev.graft.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import dev.graft.sample.Shop.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Plugins are replaced while the shop takes orders.
class HotSwapTests {

	private static final Path NEXT_PRICING = Shop.COMMITTED_PLUGINS.resolve("next").resolve("pricing.wasm");

	private static final int CUSTOMERS = 8;

	private Shop shop;

	@BeforeEach
	void start(@TempDir Path directory) throws IOException {
		this.shop = Shop.open(directory);
	}

	@AfterEach
	void stop() {
		this.shop.close();
	}

	@Test
	void losesNothingWhenAPluginIsReplacedUnderLoad() throws Exception {
		Map<String, Integer> totals = underLoad(() -> {
			this.shop.replace("pricing.wasm", Files.readAllBytes(NEXT_PRICING));
			Shop.await("the sale begins", () -> this.shop.get("/rules").text().startsWith("sale"));
			return null;
		});
		assertThat(totals).containsOnlyKeys("12.90", "10.32");
		assertThat(this.shop.order("Bob", "MUG", 1).total()).isEqualTo("10.32");
	}

	@Test
	void goesBackToTheFirstVersionUnderLoad() throws Exception {
		byte[] first = Files.readAllBytes(Shop.COMMITTED_PLUGINS.resolve("pricing.wasm"));
		Map<String, Integer> totals = underLoad(() -> {
			for (int round = 0; round < 3; round++) {
				this.shop.replace("pricing.wasm", Files.readAllBytes(NEXT_PRICING));
				Shop.await("the sale begins", () -> this.shop.get("/rules").text().startsWith("sale"));
				this.shop.replace("pricing.wasm", first);
				Shop.await("the sale ends", () -> this.shop.get("/rules").text().startsWith("everyday"));
			}
			return null;
		});
		assertThat(totals).containsOnlyKeys("12.90", "10.32");
	}

	@Test
	void keepsTheVersionThatServesWhenTheNewOneIsRubbish() throws Exception {
		byte[] rubbish = new byte[1000];
		new Random(7).nextBytes(rubbish);
		Map<String, Integer> totals = underLoad(() -> {
			this.shop.replace("pricing.wasm", rubbish);
			Shop.await("the file is refused",
					() -> this.shop.get("/actuator/wasmplugins/pricing").text().contains("lastFailure\":{"));
			return null;
		});
		assertThat(totals).containsOnlyKeys("12.90");
		assertThat(this.shop.get("/actuator/health").status()).isEqualTo(200);
	}

	/// Customers order all the time while something happens: all of them are served.
	/// @return how many orders there were, by their total
	private Map<String, Integer> underLoad(Callable<?> happening) throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		Map<String, Integer> totals = new ConcurrentHashMap<>();
		try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = IntStream.range(0, CUSTOMERS)
				.<Future<?>>mapToObj((customer) -> customers.submit(() -> {
					while (!over.get()) {
						Answer answer = this.shop.order("Bob", "MUG", 1);
						assertThat(answer.status()).as(answer.text()).isEqualTo(201);
						totals.merge(answer.total(), 1, Integer::sum);
					}
				}))
				.toList();
			try {
				happening.call();
			}
			finally {
				over.set(true);
			}
			for (Future<?> customer : all) {
				customer.get();
			}
		}
		return totals;
	}

}
