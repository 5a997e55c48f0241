package dev.graft.sample.order;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Orders over HTTP.
@RestController
class OrderController {

	private final OrderService orders;

	OrderController(OrderService orders) {
		this.orders = orders;
	}

	@PostMapping("/orders")
	ResponseEntity<Order> place(@RequestBody OrderRequest request) {
		Order order = this.orders.place(request);
		return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
	}

	@PostMapping("/orders/check")
	Map<String, List<String>> check(@RequestBody OrderRequest request) {
		return Map.of("problems", this.orders.problems(request));
	}

	@GetMapping("/orders/{id}")
	Order order(@PathVariable String id) {
		return this.orders.find(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + id));
	}

	@GetMapping(path = "/orders/{id}/confirmation", produces = "text/plain;charset=UTF-8")
	String confirmation(@PathVariable String id) {
		return this.orders.confirmation(order(id));
	}

	@GetMapping(path = "/orders/{id}/barcode", produces = "image/bmp")
	byte[] barcode(@PathVariable String id) {
		return this.orders.barcode(order(id));
	}

	@PutMapping("/orders/{id}/attachments/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void attach(@PathVariable String id, @PathVariable String name, @RequestBody byte[] content) {
		order(id);
		this.orders.attach(name, content);
	}

	@GetMapping(path = "/rules", produces = "text/plain;charset=UTF-8")
	String rules() {
		return this.orders.rules();
	}

}
