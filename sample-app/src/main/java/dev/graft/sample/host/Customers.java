package dev.graft.sample.host;

import java.util.Map;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;

import org.springframework.stereotype.Component;

/// The customers of the shop; whoever it does not know yet is welcome, too.
@Component
@HostModule("shop:plugins/customers")
public class Customers {

	private final Map<String, String> tiers = Map.of("Zoë", "gold", "Ada", "silver");

	/// `standard`, `silver` or `gold`.
	@HostFunction
	public String tier(String customer) {
		return this.tiers.getOrDefault(customer, "standard");
	}

}
