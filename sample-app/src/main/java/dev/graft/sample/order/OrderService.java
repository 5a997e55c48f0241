package dev.graft.sample.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.graft.sample.plugin.Checks;
import dev.graft.sample.plugin.Documents;
import dev.graft.sample.plugin.Pricing;

import org.springframework.stereotype.Service;

/// Takes orders: the checks have their say first, then the pricing rules.
@Service
class OrderService {

	private static final int KEPT_ORDERS = 10_000;

	private final Pricing pricing;

	private final Documents documents;

	private final Checks checks;

	private final Map<Long, Order> orders = new ConcurrentHashMap<>();

	private final AtomicLong lastNumber = new AtomicLong();

	OrderService(Pricing pricing, Documents documents, Checks checks) {
		this.pricing = pricing;
		this.documents = documents;
		this.checks = checks;
	}

	/// All that is wrong with an order; nothing when it would be accepted.
	List<String> problems(OrderRequest request) {
		Stream<String> address = Stream.of(this.checks.checkAddress(request.address()));
		Stream<String> lines = request.items()
			.stream()
			.map((item) -> this.checks.checkLine(item.sku(), item.quantity()));
		Stream<String> empty = request.items().isEmpty() ? Stream.of("Nothing is ordered") : Stream.empty();
		return Stream.of(address, lines, empty).flatMap((problems) -> problems).filter((it) -> !it.isEmpty()).toList();
	}

	Order place(OrderRequest request) {
		List<String> problems = problems(request);
		if (!problems.isEmpty()) {
			throw new OrderRejectedException(problems);
		}
		return keep(this.lastNumber.incrementAndGet(), request,
				request.items()
					.stream()
					.map((item) -> Order.Line.of(item.sku(), item.quantity(), price(request, item)))
					.toList());
	}

	private long price(OrderRequest request, OrderRequest.Item item) {
		return this.pricing.linePrice(request.customer(), item.sku(), item.quantity(), request.currency());
	}

	// There is no database here: only the latest orders are remembered.
	private Order keep(long number, OrderRequest request, List<Order.Line> lines) {
		BigDecimal total = lines.stream().map(Order.Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
		Order order = new Order("ORDER-" + number, request.customer(), request.currency(), lines, total);
		this.orders.put(number, order);
		this.orders.remove(number - KEPT_ORDERS);
		return order;
	}

	/// The pricing rules that are in force.
	String rules() {
		return this.pricing.describe();
	}

	Optional<Order> find(String id) {
		return id.matches("ORDER-\\d{1,18}")
				? Optional.ofNullable(this.orders.get(Long.valueOf(id.substring("ORDER-".length()))))
				: Optional.empty();
	}

	String confirmation(Order order) {
		return this.documents.confirmation(order.toDocumentText());
	}

	byte[] barcode(Order order) {
		return this.documents.barcode(order.id());
	}

	/// Takes a file that belongs to an order; this shop only looks at it.
	void attach(String name, byte[] content) {
		if (!this.checks.checkAttachment(name, content)) {
			throw new OrderRejectedException(List.of(name + " is not what its name says"));
		}
	}

}
