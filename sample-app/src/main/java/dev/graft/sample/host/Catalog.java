package dev.graft.sample.host;

import java.util.Map;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The articles of the shop.
@Component
@HostModule("shop:plugins/catalog")
public class Catalog {

	private final Map<String, Article> articles = Map.of("MUG", new Article(1290, 250), "SHIRT", new Article(2490, 40),
			"STICKER", new Article(150, 10_000), "LAPTOP", new Article(189_900, 3));

	/// The price of one piece, in cents.
	@HostFunction
	public long unitPrice(String sku) {
		return article(sku).priceCents();
	}

	/// How many pieces are in the warehouse.
	@HostFunction
	public int onHand(String sku) {
		return article(sku).onHand();
	}

	private Article article(String sku) {
		@Nullable Article article = this.articles.get(sku);
		if (article == null) {
			throw new UnknownNameException("article", sku);
		}
		return article;
	}

	private record Article(long priceCents, int onHand) {
	}

}
